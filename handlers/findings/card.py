"""A finding as the mentor sees it: both pieces, what was done to one, whose, how sure (§9)."""

from collections.abc import Iterable
from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton
from markupsafe import Markup

from award.findings.verdicts import Judged
from award.findings.views import FindingCard, Side
from award.programme import Programme
from evidence.side_by_side import Half
from handlers.ui.shown import Buttons, Compared, Shown, button, quoted
from handlers.ui.taps import Id, OpenMarks
from handlers.wording.amounts import when
from handlers.wording.names import direction_name, what_is
from locales import Texts
from storage.tables import FindingKind, FindingVerdict, MediaKind

PASSAGES = 3  # that are quoted, the longest first
QUOTED = 350  # letters of each
SURE, LIKELY = 0.9, 0.75  # of a score of 1, where nothing else is said

_SEEN = ("photo", "video", "file")


class FindingDo(StrEnum):
    """What a tap on a finding asks for: to keep the mentor's word, or to see the entry."""

    HONEST = "honest"
    REUSED = "reused"
    SHARED = "shared"
    ENTRY = "entry"


class FindingTap(CallbackData, prefix="fd"):
    """The mentor's word on a finding, or a look at the entry it is of."""

    do: FindingDo
    finding: Id


VERDICTS = {
    FindingDo.HONEST: FindingVerdict.HONEST,
    FindingDo.REUSED: FindingVerdict.REUSED,
    FindingDo.SHARED: FindingVerdict.SHARED_EVENT,
}


def finding_shown(card: FindingCard, programme: Programme, say: Texts, left: int = 0) -> Shown:
    """The finding with its question; `left`: how many more the entry has."""
    lines = [*_lines(card, programme, say), Markup("")]
    if not card.open:
        lines.append(_answer(card.verdict, say))
    elif card.may_judge:
        lines.append(say("finding-ask", state=card.state.value))
    if left:
        lines.append(say("finding-left", left=left))
    return Shown(Markup("\n").join(lines), (), _buttons(card, say), _compared(card, say))


def judged_shown(card: FindingCard, judged: Judged, programme: Programme, say: Texts) -> Shown:
    """The finding with what was said of it, and what that did."""
    lines = [*_lines(card, programme, say), Markup(""), _answer(judged.verdict, say)]
    if judged.returned:
        lines.append(say("finding-reopened" if judged.reopened else "finding-returned"))
    rows: list[list[InlineKeyboardButton]] = []
    if judged.marked:
        lines.append(say("finding-marked"))
        marks = OpenMarks(enrolment=card.enrolment_id).pack()
        rows.append([button(say.plain("finding-button-marks"), marks)])
    return Shown(Markup("\n").join(lines), (), rows)


def finding_read(
    card: FindingCard, programme: Programme, say: Texts, said: Markup, buttons: Buttons
) -> Shown:
    """The finding for those who only read it; `said`: what has become of it."""
    words = Markup("\n").join([*_lines(card, programme, say), Markup(""), said])
    return Shown(words, (), buttons, _compared(card, say))


def _lines(card: FindingCard, programme: Programme, say: Texts) -> Iterable[Markup]:
    yield say("finding-head", what=what_is(card.entry.media_kind))
    yield say("finding-of", name=card.name, summary=summary_of(card, programme, say))
    if card.entry.count > 1:
        yield say("finding-number", number=card.entry.number, count=card.entry.count)
    yield before(card, say)
    yield likeness(card, say)
    if card.kind is not FindingKind.FILE and card.edits:
        yield _sureness(card, say)
    yield from _passages(card, say)


def summary_of(card: FindingCard, programme: Programme, say: Texts) -> str:
    """Which entry it flags: its direction and day."""
    parts = [_direction(card.entry, programme, say), when(card.entry.day, card.today, say)]
    return ", ".join(filter(None, parts))


def before(card: FindingCard, say: Texts) -> Markup:
    """Who sent it before, and in an entry of which day."""
    if card.own:
        return say("finding-before-own", day=card.other.day)
    if card.other_name is not None:
        return say("finding-before-by", name=card.other_name, day=card.other.day)
    return say("finding-before-other", day=card.other.day)


def likeness(card: FindingCard, say: Texts) -> Markup:
    """The very same file, how much of an essay, or what was done to a picture."""
    if card.kind is FindingKind.FILE:
        return say("finding-same-file")
    if card.kind is FindingKind.ESSAY:
        return say("finding-share", percent=round(100 * card.score))
    if card.edits:
        edits = ", ".join(say.plain(f"finding-edit-{code}") for code in card.edits)
        return say("finding-edits", edits=edits)
    return _sureness(card, say)


def _sureness(card: FindingCard, say: Texts) -> Markup:
    by_score = "high" if card.score >= SURE else "medium" if card.score >= LIKELY else "low"
    return say("finding-sure", percent=round(100 * card.score), sure=card.sure or by_score)


def _passages(card: FindingCard, say: Texts) -> Iterable[Markup]:
    longest = sorted(card.passages, key=lambda each: len(each.words), reverse=True)
    for passage in longest[:PASSAGES]:
        yield say("finding-words-now")
        yield quoted(passage.words, QUOTED)
        yield say("finding-words-before")
        yield quoted(passage.other_words, QUOTED)


def _answer(verdict: FindingVerdict | None, say: Texts) -> Markup:
    return say(f"finding-said-{verdict.value if verdict else 'closed'}")


def _buttons(card: FindingCard, say: Texts) -> Buttons:
    def tap(do: FindingDo) -> InlineKeyboardButton:
        return button(say.plain(f"finding-button-{do}"), FindingTap(do=do, finding=card.id).pack())

    rows = []
    if card.may_judge:
        rows += [[tap(FindingDo.HONEST)], [tap(FindingDo.REUSED)]]
        if card.may_share:
            rows.append([tap(FindingDo.SHARED)])
    return [*rows, [tap(FindingDo.ENTRY)]]


def _compared(card: FindingCard, say: Texts) -> Compared | None:
    """Both pictures on one sheet; None for what is not seen."""
    if what_is(card.entry.media_kind) not in _SEEN:
        return None
    whose = "own" if card.own else "other"
    return Compared(
        new=_files(card.entry),
        stored=_files(card.other),
        of_new=_half(card.entry, card.area, "finding-sheet-new", say),
        of_stored=_half(card.other, card.other_area, f"finding-sheet-{whose}", say),
        otherwise=say("finding-unseen"),
    )


def _half(side: Side, area: tuple[tuple[float, float], ...], title: str, say: Texts) -> Half:
    return Half(
        title=say.plain(title),
        date=say.plain("finding-sheet-day", day=side.day),
        missing=say.plain("finding-sheet-missing"),
        area=area,
        frame=side.part,
    )


def _files(side: Side) -> tuple[str, ...]:
    """Ids of the file and of Telegram's small picture of it; the one that matched first."""
    ids = (side.file_id, side.thumbnail)
    is_thumbnail = what_is(side.media_kind or MediaKind.PHOTO) == "video" and side.part == 0
    return tuple(each for each in (ids[::-1] if is_thumbnail else ids) if each)


def _direction(side: Side, programme: Programme, say: Texts) -> str:
    return direction_name(programme.direction(side.direction), say) if side.direction else ""
