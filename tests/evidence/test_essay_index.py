"""Fingerprints and the index of essays hold whatever comes in, in whatever order."""

import random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.essays import EssayFingerprint, EssayIndex, EssayMatch, fingerprint, passages
from evidence.wording import MOST_WORDS
from tests.evidence.rewriting import ESSAYS, sentences
from tests.evidence.test_essays import found, indexed

HOSTILE = {
    "empty": "",
    "one letter": "а" * 100_000,
    "one word": "ааа " * 25_000,
    "two words": "ааа ббб " * 12_500,
    "lone surrogates": "\ud800\udfff " * 20_000,
    "nulls": "\0" * 100_000,
    "emoji": "😀👨‍👩‍👧 " * 20_000,
    "punctuation": '«.,;:!?»"' * 10_000,
    "quotation marks": '"' * 100_000,
    "accents": "а" + "\u0301\u0316" * 50_000,
    "long when spelt out": "\ufdfa" * 100_000,
    "spaces that are letters": "\u3164\u2800" * 50_000,
    "all different": " ".join(f"сөз{number}" for number in range(20_000)),
    "few in every order": " ".join(random.Random(1).choices(["бір", "екі", "үш", "төрт"], k=9000)),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_takes_long_or_much(text: str) -> None:
    begun = process_time()
    made = fingerprint(text)
    index = indexed(**ESSAYS)
    index.add_all((str(number), made) for number in range(20))
    index.search(made)
    passages(text, text)
    assert process_time() - begun < 3
    assert len(made.to_bytes()) < 2 * MOST_WORDS + 100


def test_a_text_without_words_matches_nothing() -> None:
    empty = {name: text for name, text in HOSTILE.items() if not fingerprint(text).codes}
    assert set(empty) >= {"empty", "lone surrogates", "nulls", "emoji", "punctuation", "accents"}
    for text in (*empty.values(), "Жақсы кітап.", "А" * 5000):
        assert found(text, same=text, **ESSAYS) == {}


def test_what_is_no_fingerprint_is_refused() -> None:
    good = fingerprint(ESSAYS["kk_short_1"]).to_bytes()
    broken = [good[:end] for end in range(len(good))]
    broken += [good + b"\0\0", b"\xff" + good[1:], b"\0" + good[1:], b"\0" * len(good)]
    broken += [good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :] for at in range(len(good))]
    for data in broken:
        with pytest.raises(ValueError, match="fingerprint"):
            EssayFingerprint.from_bytes(data)


def test_a_fingerprint_stays_what_it_was() -> None:
    """Those in the database were made so: whoever changes this gives the method a new number."""
    text = "Маған «Абай жолы» қатты ұнады, it's a really good book: мне понравилось!"
    assert (
        fingerprint(text).to_bytes().hex() == "010900782fc6e820a104a1390d5a22c6d084871bbf55f769a8"
    )


# --- properties

LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіabcdefghijklmnopqrstuvwxyz"
WORDS = st.text(LETTERS, min_size=3, max_size=12)
TEXTS = st.lists(WORDS, min_size=30, max_size=120).map(" ".join)
PUNCTUATION = ".,;:!?…—–-()[]/*_~'’`#%&+="


@given(TEXTS)
def test_a_text_is_a_copy_of_itself(text: str) -> None:
    if len(set(fingerprint(text).words.tolist())) > 20:
        assert found(text, same=text) == {"same": 1.0}


@given(st.text(max_size=3000) | TEXTS)
def test_bytes_make_the_same_fingerprint_again(text: str) -> None:
    made = fingerprint(text)
    assert EssayFingerprint.from_bytes(made.to_bytes()) == made


@given(TEXTS, st.data())
def test_case_and_punctuation_do_not_count(text: str, data: st.DataObject) -> None:
    changed = [data.draw(st.sampled_from([letter, letter.upper()])) for letter in text[:60]]
    for place in data.draw(st.lists(st.integers(0, len(changed)), max_size=30)):
        changed.insert(place, data.draw(st.sampled_from(PUNCTUATION)))
    assert fingerprint("".join(changed) + text[60:]) == fingerprint(text)
    assert fingerprint(text.upper()) == fingerprint(text.title()) == fingerprint(text)


KNOWN = {
    f"{name}, {number}": text
    for name in ("kk_short_1", "ru_short_2", "en_short_3", "kk_abai_3")
    for number, text in enumerate(
        [ESSAYS[name], " ".join(reversed(sentences(ESSAYS[name]))), ESSAYS[name][150:]]
    )
}
PRINTS = {key: fingerprint(text) for key, text in KNOWN.items()}


def answers(index: EssayIndex) -> list[list[EssayMatch]]:
    return [index.search(each) for each in PRINTS.values()]


@settings(deadline=None)
@given(st.permutations(sorted(KNOWN)), st.integers(0, len(KNOWN)))
def test_the_order_in_which_essays_came_does_not_matter(order: list[str], at_once: int) -> None:
    index = EssayIndex()
    index.add_all((key, PRINTS[key]) for key in order[:at_once])
    for key in order[at_once:]:
        index.add(key, PRINTS[key])
    assert answers(index) == answers(indexed(**KNOWN))


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(KNOWN)), st.sampled_from([*sorted(KNOWN), ""]))))
def test_what_was_removed_or_replaced_is_forgotten(changes: list[tuple[str, str]]) -> None:
    index, kept = indexed(**KNOWN), dict(PRINTS)
    for key, other in changes:
        if other:
            index.add(key, PRINTS[other])
            kept[key] = PRINTS[other]
        else:
            index.remove(key)
            kept.pop(key, None)
    fresh = EssayIndex()
    fresh.add_all(kept.items())
    assert answers(index) == answers(fresh)
    assert len(index) == len(kept)
    assert all((key in index) == (key in kept) for key in KNOWN)


@settings(deadline=None)
@given(st.sets(st.sampled_from(sorted(KNOWN))))
def test_those_left_out_are_as_if_they_were_not_there(left_out: set[str]) -> None:
    index = indexed(**KNOWN)
    fewer = indexed(**{key: text for key, text in KNOWN.items() if key not in left_out})
    for each in PRINTS.values():
        assert index.search(each, but=left_out) == fewer.search(each)
