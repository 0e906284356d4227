"""A finding in words: everything that decides is there, in every language, within every limit."""

import datetime as dt
from dataclasses import replace
from itertools import product

import pytest

from award.findings.views import FindingCard, Quoted, Side
from award.programme import load
from bot.settings import SHIPPED_PROGRAMME
from evidence.edits import EDITS
from evidence.lettering import fitted
from evidence.side_by_side import DATE, SMALLEST, TITLE
from handlers.findings.card import finding_shown
from handlers.ui.sending import CAPTION_LIMIT
from handlers.ui.shown import TEXT_LIMIT, Compared
from locales import LANGUAGES, texts
from storage.tables import EntryState, FindingKind, MediaKind

PROGRAMME = load(SHIPPED_PROGRAMME)
NOW = dt.datetime(2026, 3, 12, 9, tzinfo=dt.UTC)
LONG_NAME = "Абдрахманова-Нұрмұхамбетова Айгерім Бауыржанқызы " * 4


def side(day: dt.date, kind: MediaKind | None = MediaKind.PHOTO, direction: str = "sport") -> Side:
    return Side(
        entry_id=1,
        day=day,
        direction=direction,
        sent_at=NOW,
        media_id=1 if kind else None,
        media_kind=kind,
        file_id="file" if kind else None,
        thumbnail="thumbnail" if kind else None,
        number=2,
        count=3,
    )


CARD = FindingCard(
    id=1,
    kind=FindingKind.PHOTO,
    score=0.93,
    sure="high",
    edits=("mirrored", "cropped"),
    area=((0, 0), (1, 0), (1, 1), (0, 1)),
    other_area=((0.9, 0.1), (0.1, 0.1), (0.1, 0.9), (0.9, 0.9)),
    entry=side(dt.date(2026, 3, 12)),
    other=side(dt.date(2026, 3, 3)),
    state=EntryState.SUBMITTED,
    enrolment_id=1,
    name="Сейтова Аружан",
    other_name="Қуанышев Дәурен",
    own=False,
    passages=(),
    found_at=NOW,
    verdict=None,
    decided_at=None,
    decided_by=None,
    open=True,
    may_judge=True,
    may_share=True,
    zone="Asia/Almaty",
    today=dt.date(2026, 3, 13),
)
ESSAY = replace(
    CARD,
    kind=FindingKind.ESSAY,
    edits=(),
    entry=side(dt.date(2026, 3, 12), None, "reading"),
    other=side(dt.date(2026, 3, 3), None, "reading"),
    passages=tuple(Quoted(f"<{n}> " * n, f"[{n}] " * n) for n in (9, 1000, 60, 400, 70)),
    may_share=False,
)


def compared(card: FindingCard, language: str = "kk") -> Compared:
    found = finding_shown(card, PROGRAMME, texts(language)).compared
    assert found is not None
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", list(EntryState))
def test_the_longest_words_fit_below_the_pictures(language: str, state: EntryState) -> None:
    for name, own in product((LONG_NAME[:150], None), (True, False)):
        card = replace(
            CARD, name=LONG_NAME[:150], other_name=name, own=own, edits=EDITS[1:], state=state
        )
        shown = finding_shown(card, PROGRAMME, texts(language), left=20)
        assert len(shown.text.striptags()) <= CAPTION_LIMIT


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_passages_are_quoted_side_by_side(language: str) -> None:
    shown = finding_shown(ESSAY, PROGRAMME, texts(language))
    assert shown.compared is None
    assert len(shown.text.striptags()) <= TEXT_LIMIT
    for n in (1000, 400, 70):
        assert f"&lt;{n}&gt;" in shown.text
        assert f"[{n}]" in shown.text
    assert "[60]" not in shown.text
    assert "93" in shown.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_sure_it_is_does_not_go_by_what_lies_upon_it(language: str) -> None:
    def last_words(**found: float | str | None) -> str:
        card = replace(CARD, **found)  # type: ignore[arg-type]
        return finding_shown(card, PROGRAMME, texts(language)).text.split("📏")[1].split(".")[0]

    sure, doubtful = last_words(score=0.99), last_words(score=0.99, sure="low")
    assert sure == last_words(score=0.5) != doubtful == last_words(score=0.5, sure="low")
    assert "%" not in sure  # how much matches is said apart: little of it may do to be sure
    # One that was kept before it was said goes by its score.
    assert last_words(score=0.99, sure=None) == sure
    assert last_words(score=0.5, sure=None) == doubtful


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stranger_s_name_is_neither_in_the_words_nor_on_the_sheet(language: str) -> None:
    named = finding_shown(CARD, PROGRAMME, texts(language))
    assert "Дәурен" in named.text
    shown = finding_shown(replace(CARD, other_name=None), PROGRAMME, texts(language))
    assert "Дәурен" not in shown.text
    assert shown.compared is not None
    assert named.compared == shown.compared


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("own", [True, False])
def test_the_sheet_s_words_are_not_cut(language: str, own: bool) -> None:
    pair = compared(replace(CARD, own=own), language)
    for half in (pair.of_new, pair.of_stored):
        for words, size, bold in ((half.title, TITLE, True), (half.date, DATE, False)):
            lines = fitted(words, 604, size, least=SMALLEST, lines=2, bold=bold).lines
            assert " ".join(lines) == words
        assert "2026" in half.date


def test_what_may_be_answered_is_on_the_buttons() -> None:
    def labels(card: FindingCard) -> list[str]:
        rows = finding_shown(card, PROGRAMME, texts("en")).buttons
        return [each.text.split(maxsplit=1)[1] for row in rows for each in row]

    assert labels(CARD) == ["Honest", "Reused", "Shared event", "Show the entry"]
    assert labels(replace(CARD, may_share=False)) == ["Honest", "Reused", "Show the entry"]
    assert labels(replace(CARD, may_judge=False)) == ["Show the entry"]


def test_a_video_is_shown_by_the_picture_that_matched() -> None:
    def of(kind: MediaKind, part: int) -> tuple[tuple[str, ...], int]:
        piece = replace(side(dt.date(2026, 3, 12), kind), part=part)
        pair = compared(replace(CARD, entry=piece))
        return pair.new, pair.of_new.frame

    assert of(MediaKind.VIDEO, 0) == (("thumbnail", "file"), 0)
    assert of(MediaKind.VIDEO, 3) == (("file", "thumbnail"), 3)
    assert of(MediaKind.PHOTO, 0) == (("file", "thumbnail"), 0)


@pytest.mark.parametrize("kind", [MediaKind.VOICE, MediaKind.AUDIO])
def test_what_is_only_heard_has_no_sheet(kind: MediaKind) -> None:
    card = replace(CARD, kind=FindingKind.FILE, entry=side(dt.date(2026, 3, 12), kind))
    assert finding_shown(card, PROGRAMME, texts("kk")).compared is None
