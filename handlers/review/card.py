"""The mentor's card of an entry: all that is needed to decide, in one message (programme.md §5)."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton
from markupsafe import Markup

from award.programme import Programme
from award.review.decisions import REJECT_REASONS, RETURN_REASONS
from award.review.views import EntryCard, Version
from handlers.ui.shown import (
    TEXT_LIMIT,
    Buttons,
    Shown,
    attached,
    button,
    quoted,
    shortened,
)
from handlers.ui.taps import FindingsTap, Id, Newcomer, OpenMenu, ProgressTap
from handlers.wording.amounts import RESULT_SHOWN, amount, when
from handlers.wording.names import activity_name, direction_name, told_apart
from handlers.wording.verdicts import verdict_words, whole_note
from locales import Texts
from storage.tables import Entry, EntryState

# Of a person's own words so many letters are on the card: of a note fewer, where all else takes
# the room. With more words than FEW they can be read whole as well, in messages of their own.
NOTE_SHOWN, NOTE_LEAST = 2500, 200
REASON_SHOWN, TASK_SHOWN, COMMENT_SHOWN = 300, 300, 400
FEW = 1000
_AROUND = 400  # letters of what stands around the card: what was decided, a question


class ReviewDo(StrEnum):
    """What a tap on the mentor's card of an entry asks for."""

    SHOW = "show"
    APPROVE = "ok"
    ASK_RETURN = "return"
    RETURN = "returned"
    ASK_REJECT = "reject"
    REJECT = "rejected"
    WORDS = "words"
    MORE = "more"
    ASK_ALL = "all"
    APPROVE_ALL = "allok"
    EARLIER = "earlier"
    WHOLE = "whole"
    SKIP = "skip"


class ReviewTap(CallbackData, prefix="rv"):
    """Something to do with an entry under review; `value` is the reason, or what it is for."""

    do: ReviewDo
    entry: Id
    value: str = ""


def entry_card(
    card: EntryCard, programme: Programme, say: Texts, left: int, said: Markup | None = None
) -> Shown:
    """The card with its buttons; `left`: how many wait besides it, `said`: a word before it."""
    lines = [*([said, Markup("")] if said else []), *_lines(card, programme, say)]
    if left:
        lines += [Markup(""), say("review-left", left=left)]
    return Shown(Markup("\n").join(lines), attached(card.media), main_buttons(card, say))


def asking(
    card: EntryCard, programme: Programme, say: Texts, question: Markup, buttons: Buttons
) -> Shown:
    """The card with a question below it, and the answers as buttons."""
    lines = [*_lines(card, programme, say), Markup(""), question]
    return Shown(Markup("\n").join(lines), (), buttons)


def decided(card: EntryCard, programme: Programme, say: Texts, last: Markup | None) -> Shown:
    """The card of an entry after its decision, without buttons but the menu under a last word."""
    lines = [outcome(card, programme, say), Markup(""), *_lines(card, programme, say)]
    if last is None:
        return Shown(Markup("\n").join(lines))
    menu = button(say.plain("button-menu"), OpenMenu().pack())
    return Shown(Markup("\n").join([*lines, Markup(""), last]), (), [[menu]])


def outcome(card: EntryCard, programme: Programme, say: Texts) -> Markup:
    """One line: what was decided about which entry."""
    summary = summary_of(card, programme, say)
    return say(
        f"review-outcome-{card.entry.state.value}",
        name=told_apart(card.name, card.apart, say),
        summary=summary,
    )


def summary_of(card: EntryCard, programme: Programme, say: Texts) -> str:
    """Direction, how much, when, in one line."""
    entry = card.entry
    parts = [
        direction_name(programme.find_direction(entry.direction), say),
        amount(entry, card.measure, programme, say),
        when(entry.happened_on, card.today, say),
    ]
    return ", ".join(part for part in parts if part)


def main_buttons(card: EntryCard, say: Texts) -> Buttons:
    """What was seen before, approve, return, more."""
    if card.entry.state is not EntryState.SUBMITTED:
        return ()
    seen_before = button(say.plain("finding-button-open"), FindingsTap(entry=card.entry.id).pack())
    return (
        *([[seen_before]] if any(warning.code == "finding" for warning in card.warnings) else []),
        (tap(card, say, "review-button-approve", ReviewDo.APPROVE),),
        (
            tap(card, say, "review-button-return", ReviewDo.ASK_RETURN),
            tap(card, say, "review-button-more", ReviewDo.MORE),
        ),
    )


def more_buttons(card: EntryCard, say: Texts) -> Buttons:
    """What is needed less often."""
    rows = [
        [tap(card, say, "review-button-reject", ReviewDo.ASK_REJECT)],
        [tap(card, say, "review-button-all", ReviewDo.ASK_ALL)],
    ]
    if card.earlier:
        rows.append([tap(card, say, "review-button-earlier", ReviewDo.EARLIER)])
    if sum(len(words) for words in _own_words(card.entry)) > FEW:
        rows.append([tap(card, say, "review-button-whole", ReviewDo.WHOLE)])
    theirs = Newcomer(enrolment=card.enrolment.id).pack()
    progress = ProgressTap(enrolment=card.enrolment.id).pack()
    rows.append(
        [
            button(say.plain("review-button-participant"), theirs),
            button(say.plain("review-button-progress"), progress),
        ]
    )
    rows.append([tap(card, say, "review-button-skip", ReviewDo.SKIP)])
    rows.append([tap(card, say, "button-back", ReviewDo.SHOW)])
    return rows


def reason_buttons(card: EntryCard, say: Texts, decide: ReviewDo) -> Buttons:
    """The usual reasons, own words, and back; `decide` is RETURN or REJECT."""
    usual = RETURN_REASONS if decide is ReviewDo.RETURN else REJECT_REASONS
    rows = [[tap(card, say, f"review-reason-{code}.short", decide, code)] for code in usual]
    rows.append([tap(card, say, "review-button-words", ReviewDo.WORDS, decide)])
    back = ReviewDo.SHOW if decide is ReviewDo.RETURN else ReviewDo.MORE
    return [*rows, [tap(card, say, "button-back", back)]]


def tap(
    card: EntryCard, say: Texts, key: str, do: ReviewDo, value: str = "", **values: int
) -> InlineKeyboardButton:
    """A button about the card's entry."""
    data = ReviewTap(do=do, entry=card.entry.id, value=value).pack()
    return button(say.plain(key, **values), data)


def earlier_shown(card: EntryCard, programme: Programme, say: Texts) -> list[Markup]:
    """The earlier versions with the mentor's word on each, the newest first; a few a message."""
    versions = [Markup("\n").join(_version(each, card, programme, say)) for each in card.earlier]
    together = TEXT_LIMIT // 2000
    return [
        Markup("\n\n").join(versions[first : first + together])
        for first in range(0, len(versions), together)
    ]


def whole_words(entry: Entry) -> list[Markup]:
    """All that its participant wrote of an entry, in as many messages as it takes."""
    return [piece for words in _own_words(entry) for piece in whole_note(words)]


def _own_words(entry: Entry) -> list[str]:
    return [words for words in (entry.result, entry.late_reason, entry.note) if words]


def _lines(card: EntryCard, programme: Programme, say: Texts) -> list[Markup]:
    before = [
        say(
            "review-head",
            name=told_apart(card.name, card.apart, say),
            summary=summary_of(card, programme, say),
        ),
        *_what(card, programme, say),
        *_times(card, say),
    ]
    after = _counts(card, say)
    if not card.entry.note.strip():
        return [*before, *after]
    room = TEXT_LIMIT - _AROUND - sum(len(line) for line in (*before, *after))
    note = quoted(card.entry.note, max(NOTE_LEAST, min(NOTE_SHOWN, room)))
    return [*before, note, *after]


def _counts(card: EntryCard, say: Texts) -> list[Markup]:
    """What the entry would make of its week, and what to look twice at."""
    lines: list[Markup] = []
    if card.week is not None:
        week = card.week
        lines.append(
            say(
                "review-week",
                monday=week.monday,
                approved=week.approved,
                with_this=week.with_this,
                needed=week.needed,
            )
        )
    lines += [say(f"review-warning-{warning.code}", **warning.details) for warning in card.warnings]
    return lines


def _what(card: EntryCard, programme: Programme, say: Texts) -> Iterable[Markup]:
    entry = card.entry
    if entry.version > 1:
        yield say("review-version", version=entry.version)
        if card.earlier and card.earlier[0].review is not None:
            yield from verdict_words(card.earlier[0].review, say, COMMENT_SHOWN)
    if card.task is not None:
        yield say("review-task", words=shortened(card.task.words, TASK_SHOWN))
    if entry.is_final:
        yield say("review-final")
    if entry.action:
        yield _action(entry, programme, say)
    if entry.result:
        yield say("review-result", result=shortened(entry.result, RESULT_SHOWN))
    if card.partner is not None:
        yield say("review-partner", partner=card.partner.name)
    if entry.employer and entry.employer_confirmed_at is not None:
        signer = entry.employer_signer or ""
        yield say("review-employer-confirmed", employer=entry.employer, name=signer)
    elif entry.employer:
        yield say("review-employer", employer=entry.employer)


def _action(entry: Entry, programme: Programme, say: Texts) -> Markup:
    """What took place; in a direction that has no such things, what they practised."""
    direction = programme.find_direction(entry.direction)
    words = activity_name(programme, entry, say.language)
    if direction is not None and not direction.needs_action:
        return say("review-activity", activity=words)
    return say("review-action", action=words)


def _times(card: EntryCard, say: Texts) -> Iterable[Markup]:
    """The three times: when it happened, when it was taken, when it reached us (§5)."""
    entry = card.entry
    yield say("review-happened", day=entry.happened_on)
    taken = entry.taken_at or min((m.taken_at for m in card.media if m.taken_at), default=None)
    if taken is not None:
        yield say("review-taken", moment=_local(taken, card))
    yield say("review-received", moment=_local(entry.received_at, card))
    if entry.late_reason:
        yield say("review-late-reason", reason=shortened(entry.late_reason, REASON_SHOWN))


def _version(
    version: Version, card: EntryCard, programme: Programme, say: Texts
) -> Iterable[Markup]:
    entry = version.entry
    much = amount(entry, card.measure, programme, say)
    day = when(entry.happened_on, card.today, say)
    summary = ", ".join(part for part in (_direction(entry, programme, say), much, day) if part)
    yield say("review-earlier", version=entry.version, summary=summary)
    if entry.note.strip():
        yield quoted(entry.note, 500)
    yield say(f"review-earlier-{entry.state.value}")
    if version.review is not None:
        yield from verdict_words(version.review, say)


def _direction(entry: Entry, programme: Programme, say: Texts) -> str:
    return direction_name(programme.find_direction(entry.direction), say)


def _local(moment: datetime, card: EntryCard) -> datetime:
    return moment.astimezone(ZoneInfo(card.zone))
