"""Copied essays are found in three languages, whatever is done to them, and honest ones are not."""

import random
import re
from itertools import chain

import pytest

from evidence.essays import EssayIndex, EssayMatch, fingerprint, passages
from tests.evidence.invented import coded, invented
from tests.evidence.rewriting import (
    EDITS,
    ESSAYS,
    LANGUAGES,
    RUSSIAN,
    Edit,
    of,
    part,
    sentences,
    within,
    words_of,
)


def indexed(**texts: str) -> EssayIndex:
    index = EssayIndex()
    index.add_all((key, fingerprint(text)) for key, text in texts.items())
    return index


def found(text: str, **texts: str) -> dict[str, float]:
    """Keys and shares of what matches a text."""
    return {match.key: match.share for match in indexed(**texts).search(fingerprint(text))}


def others(name: str) -> dict[str, str]:
    return {other: text for other, text in ESSAYS.items() if other != name}


def own_of(name: str) -> str:
    """A longer essay of somebody else on the same book, or in the same language."""
    book = name.rsplit("_", 1)[0]
    long = [other for other in others(name) if "short" not in other]
    return next((o for o in long if o.startswith(book)), next(o for o in long if o[:2] == name[:2]))


# --- copied


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edited_copy_is_found_and_nothing_else(edit: Edit, language: str) -> None:
    index = indexed(**ESSAYS)
    words = words_of(language)
    for name, text in of(language).items():
        copy = edit(text, random.Random(name), words)
        assert [match.key for match in index.search(fingerprint(copy))] == [name]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("share", [1 / 4, 1 / 3, 1 / 2, 3 / 4])
def test_a_part_is_found_among_own_words_on_the_same_book(share: float, language: str) -> None:
    for name, text in of(language).items():
        if "short" in name and share < 1 / 3:
            continue  # a quarter of those is two lines
        rng = random.Random(name)
        own = own_of(name)
        copied = part(text, share, rng)
        mixed = within(copied, own[: round(len(text) * (1 - share))], rng)
        stored = {other: each for other, each in ESSAYS.items() if each != own}
        matches = found(mixed, **stored)
        assert list(matches) == [name]
        assert matches[name] == pytest.approx(len(copied) / len(mixed), abs=0.1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_is_found_also_with_words_replaced(language: str) -> None:
    words = words_of(language)
    for name, text in of(language).items():
        if "short" in name:
            continue
        rng = random.Random(name)
        copied = EDITS["a fifth replaced at random"](part(text, 1 / 2, rng), rng, words)
        own = own_of(name)
        stored = {other: each for other, each in ESSAYS.items() if each != own}
        assert list(found(within(copied, own[: len(copied)], rng), **stored)) == [name]


def test_halves_of_two_essays_are_found_as_of_both() -> None:
    names = list(ESSAYS)
    for first, second in zip(names, [*names[4:], *names[:4]], strict=True):
        one, two = ESSAYS[first].split(), ESSAYS[second].split()
        spliced = " ".join([*one[: len(one) // 2], *two[len(two) // 2 :]])
        assert set(found(spliced, **ESSAYS)) == {first, second}


def test_the_most_copied_comes_first() -> None:
    text, little = ESSAYS["kk_abai_1"], ESSAYS["kk_kozha_2"]
    mixed = " ".join([*sentences(text), *sentences(little)[:4]])
    shares = found(mixed, **ESSAYS)
    assert list(shares) == ["kk_abai_1", "kk_kozha_2"]
    assert shares["kk_abai_1"] > 2 * shares["kk_kozha_2"]


def test_several_copies_of_one_essay_are_all_found() -> None:
    text = ESSAYS["ru_princ_2"]
    copies = {f"copy{number}": text for number in range(12)}
    assert found(text, **ESSAYS, **copies) == dict.fromkeys([*sorted(copies), "ru_princ_2"], 1.0)


def test_a_copy_among_ten_thousand_is_found() -> None:
    index, essays = EssayIndex(), invented(10_000)
    index.add_all((str(number), essay) for number, essay in enumerate(essays))
    index.add("mine", fingerprint(ESSAYS["kk_abai_2"]))
    assert index.search(fingerprint(ESSAYS["kk_abai_2"])) == [EssayMatch("mine", 1.0)]
    assert index.search(fingerprint(ESSAYS["kk_abai_1"])) == []
    assert index.search(essays[7_654]) == [EssayMatch("7654", 1.0)]
    halves = coded(essays[12].words[:125], essays[9_876].words[125:])
    matches = index.search(halves)
    assert {match.key for match in matches} == {"12", "9876"}


def test_an_essay_that_is_gone_does_not_stand_in_the_way_of_another() -> None:
    text = ESSAYS["kk_short_2"]
    index = indexed(**{f"copy{number}": text for number in range(50)}, last=text)
    for number in range(50):
        index.remove(f"copy{number}")
    assert index.search(fingerprint(text)) == [EssayMatch("last", 1.0)]
    assert len(index) == 1


# --- honest


@pytest.mark.parametrize("name", ESSAYS)
def test_an_honest_essay_matches_none_of_the_others(name: str) -> None:
    assert found(ESSAYS[name], **others(name)) == {}


@pytest.mark.parametrize("name", ESSAYS)
def test_nor_any_of_them_alone(name: str) -> None:
    assert [other for other in others(name) if found(ESSAYS[name], other=ESSAYS[other])] == []


PHRASES = {
    "kk": ("Маған бұл кітап қатты ұнады.", "Барлық достарыма оқуға кеңес беремін."),
    "ru": ("Мне очень понравилась эта книга.", "Советую всем прочитать её."),
    "en": ("I really liked this book.", "I would recommend it to all my friends."),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_that_everybody_uses_do_not_match_nor_add_to_the_share(language: str) -> None:
    one, *_, two = (text for name, text in of(language).items() if "short" not in name)
    first, last = PHRASES[language]
    assert found(f"{first} {one} {last}", other=f"{first} {two} {last}") == {}
    half = " ".join(sentences(two)[: len(sentences(two)) // 2])
    plain = found(f"{one} {half}", other=two)["other"]
    assert found(f"{first} {one} {last} {half}", other=f"{first} {two} {last}")["other"] <= plain


TITLES = (
    "Мен биыл «Абай жолы», «Қан мен тер», «Менің атым Қожа», «Көшпенділер», «Ұшқан ұя», "
    "«Махаббат, қызық мол жылдар», «Қараш-қараш оқиғасы» және «Ақ кеме» кітаптарын алып шықтым. "
)
VERSE = (
    "«Ғылым таппай мақтанба, орын таппай баптанба, құмарланып шаттанба, ойнап босқа күлуге, "
    "бес нәрседен қашық бол, бес нәрсеге асық бол, адам болам десеңіз» "
)


@pytest.mark.parametrize("quoted", [TITLES, VERSE], ids=["titles", "verse"])
def test_quotations_do_not_match(quoted: str) -> None:
    one, two = ESSAYS["kk_short_1"], ESSAYS["kk_short_3"]
    assert found(quoted + one, other=quoted + two) == {}
    assert found(quoted + one, other=quoted + one)["other"] == 1.0


def test_an_essay_put_into_quotation_marks_is_found_all_the_same() -> None:
    text = ESSAYS["ru_parohod_1"]
    hidden = " ".join(f"«{sentence}»" for sentence in sentences(text.replace("«", "")))
    assert list(found(hidden, **ESSAYS)) == ["ru_parohod_1"]


def test_a_phrase_said_over_and_over_counts_once() -> None:
    phrase = "Маған бұл кітап шын жүректен қатты ұнады, достарым. "
    assert found(phrase * 8, other=ESSAYS["kk_abai_1"] + phrase) == {}


def test_a_proverb_in_a_long_essay_is_not_a_copy() -> None:
    proverb = (
        "Үлкендер айтып отыратындай, ата көрген оқ жонар, ана көрген тон пішер, ал досы жақсының "
        "өзі жақсы, сондықтан туғаныңмен санаспа, жақсы болса жанаспай тұрма, бауырым, өмірде."
    )
    one, two = (
        " ".join(each) for each in (list(of("kk").values())[:3], list(of("kk").values())[3:6])
    )
    assert len(quoted(f"{proverb} {one}", f"{proverb} {two}")) == 1
    assert found(f"{proverb} {one}", other=f"{two} {proverb}") == {}


# --- one subject, one way of writing: texts are put together from the same formulas


class Formulas:
    """A subject with phrases of 9 words that all who write of it use; the rest is their own."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.phrases = [self.own(9) for _ in range(60)]

    def own(self, count: int) -> list[int]:
        return [self.rng.randrange(2**16) for _ in range(count)]

    def text(self, phrases: int) -> list[int]:
        chosen = self.rng.sample(self.phrases, phrases)
        return [*chain(*(phrase + self.own(3) for phrase in chosen))]


def test_texts_of_one_way_of_writing_do_not_match() -> None:
    world = Formulas(1)
    texts = [world.text(8) for _ in range(80)]
    index = EssayIndex()
    index.add_all((str(number), coded(text)) for number, text in enumerate(texts[:40]))
    assert [index.search(coded(text)) for text in texts[40:]] == [[]] * 40
    alike = [sum(len(set(new) & set(old)) >= 27 for old in texts[:40]) for new in texts[40:]]
    assert sum(alike) > 20  # though many share three phrases and more with somebody


def test_who_copies_a_text_of_formulas_is_found() -> None:
    world = Formulas(2)
    texts = [world.text(8) for _ in range(40)]
    index = EssayIndex()
    index.add_all((str(number), coded(text)) for number, text in enumerate(texts))
    for number, text in enumerate(texts):
        half = text[: len(text) // 2]
        keys = [
            [each.key for each in index.search(coded(part, world.own(40)))] for part in (text, half)
        ]
        assert [each[0] for each in keys] == [str(number)] * 2
    long = world.own(55)
    index.add("long", coded(long, world.text(3)))
    assert [each.key for each in index.search(coded(world.text(6), long))] == ["long"]


def test_rare_words_outweigh_formulas_among_many_essays() -> None:
    world = Formulas(3)
    index = EssayIndex()
    index.add_all((str(number), coded(world.text(8))) for number in range(1000))
    rare = world.own(30)
    index.add("rare", coded(rare, world.text(6)))
    assert [each.key for each in index.search(coded(world.text(8), rare))] == ["rare"]


def test_an_introduction_that_a_whole_class_was_given_is_not_copied() -> None:
    world = Formulas(4)
    given_to_all = world.own(18)
    index = EssayIndex()
    index.add_all((str(number), coded(given_to_all, world.own(80))) for number in range(30))
    new = coded(given_to_all, world.own(80))
    assert index.search(new) == []
    alone = EssayIndex()
    alone.add("one", coded(given_to_all, world.own(80)))
    assert [each.key for each in alone.search(new)] == ["one"]  # who could know?


# --- passages


def quoted(text: str, other: str) -> list[tuple[str, str]]:
    return [
        (text[each.start : each.end], other[each.other_start : each.other_end])
        for each in passages(text, other)
    ]


def test_passages_stand_in_both_texts_as_they_were_written() -> None:
    stolen = sentences(ESSAYS["kk_kozha_2"])[4]
    shouted = stolen.translate(RUSSIAN).upper().replace(",", "")
    other = ESSAYS["kk_kozha_2"]
    assert quoted(within(shouted, ESSAYS["kk_abai_1"], random.Random(1)), other) == [
        (shouted, stolen)
    ]


def test_passages_of_a_shuffled_text_come_in_its_order() -> None:
    text = ESSAYS["ru_princ_2"]
    first, *_, last = [each for each in sentences(text) if re.match(r"\w{3,}", each)]
    assert quoted(f"{last} {first}", text) == [(last, last), (first, first)]


def test_a_passage_goes_on_over_words_that_were_replaced() -> None:
    text = "Самое трудное здесь понять, почему добрый старик всё же послушался злого Орозкула."
    changed = text.replace("здесь", "этой истории").replace("добрый", "слабый")
    assert quoted(changed, f"Начало. {text} Конец.") == [(changed, text)]


def test_honest_essays_share_no_passages_to_be_shown() -> None:
    assert passages(ESSAYS["kk_abai_1"], ESSAYS["kk_abai_3"]) == ()
    assert passages("", ESSAYS["kk_abai_3"]) == passages("Жақсы.", "Жақсы.") == ()
