"""The card of a draft: what will be saved, what is still to be told, each a tap away."""

from collections.abc import Iterable
from datetime import date, timedelta

from aiogram.types import InlineKeyboardButton
from markupsafe import Markup

from award.calendar import DAY
from award.evidence.examination import FETCHABLE
from award.journal.completeness import FREE_DAYS_BACK, Need, is_video
from award.journal.drafts import Draft
from award.programme import Measure
from award.progress.participation import Participation
from handlers.ui.shown import Buttons, Shown, button, quoted, shortened
from handlers.ui.taps import DraftDo, DraftTap
from handlers.wording.amounts import RESULT_SHOWN, amount, when
from handlers.wording.names import activity_name, direction_name
from locales import Texts

NOTE_SHOWN = 150
# What a card asks by buttons of its own; the rest is told in windows
# (handlers/journal/draft_form.py).
TAPPED = (Need.DIRECTION, Need.MINUTES, Need.DAY)


def card(draft: Draft, say: Texts, ask: DraftDo | None = None) -> Shown:
    """The card; `ask`, one of QUESTIONS, swaps its buttons for the choices of one thing."""
    if not ask and draft.lacking and draft.lacking[0] in TAPPED:
        ask = _ASKED[draft.lacking[0]]
        return Shown(_text(draft, say, ask), (), _choices(draft, say, ask, asked=True))
    if ask:
        return Shown(_text(draft, say, ask), (), _choices(draft, say, ask))
    return Shown(_text(draft, say, None), (), _main(draft, say))


_ASKED = {Need.DIRECTION: DraftDo.DIRECTION, Need.MINUTES: DraftDo.MINUTES, Need.DAY: DraftDo.DAY}


def _text(draft: Draft, say: Texts, ask: DraftDo | None) -> Markup:
    lines = [_headline(draft, say), *_details(draft, say)]
    if draft.entry.note.strip():
        lines.append(quoted(draft.entry.note, NOTE_SHOWN))
    lines += list(_prompts(draft, say, ask))
    return Markup("\n").join(line for line in lines if line)


def _headline(draft: Draft, say: Texts) -> Markup:
    """Direction, how much, when: as a question once nothing is missing."""
    entry, journal = draft.entry, draft.journal
    direction = journal.data(entry.direction)
    known = [
        direction_name(direction, say) if direction else "",
        activity_name(journal.programme, entry, say.language) if _is_simple(draft) else "",
        amount(entry, journal.measure(entry.direction), journal.programme, say),
        when(entry.happened_on, journal.today, say),
    ]
    summary = ", ".join(each for each in known if each)
    return say("journal-card" if draft.lacking else "journal-card-ready", summary=summary)


def _is_simple(draft: Draft) -> bool:
    direction = draft.journal.data(draft.entry.direction)
    return direction is not None and not direction.needs_action


def _details(draft: Draft, say: Texts) -> Iterable[Markup]:
    entry = draft.entry
    if entry.version > 1:
        yield say("journal-card-version", version=entry.version)
    if entry.action and not _is_simple(draft):
        yield say("journal-card-action", action=entry.action)
    if entry.result:
        yield say("journal-card-result", result=shortened(entry.result, RESULT_SHOWN))
    if draft.partner:
        yield say("journal-card-partner", partner=draft.partner.name)
    if entry.employer:
        yield say("journal-card-employer", employer=entry.employer)
    if entry.late_reason:
        yield say("journal-card-late", reason=entry.late_reason)
    if draft.media:
        yield say("journal-card-files", files=len(draft.media))
    if any((each.size or 0) > FETCHABLE for each in draft.media):
        yield say("journal-card-big")
    if entry.is_final:
        yield say("journal-card-final")


def _prompts(draft: Draft, say: Texts, ask: DraftDo | None) -> Iterable[Markup]:
    yield Markup("")
    if ask is DraftDo.DAY and draft.entry.happened_on > draft.journal.today:
        yield say("journal-ask-day-ahead")
    elif ask is DraftDo.DAY and Need.DAY in draft.lacking:
        yield say("journal-ask-day-start", start=draft.journal.started)
    elif ask:
        yield say(f"journal-ask-{ask}")
    elif draft.lacking:
        yield say("journal-card-lacks")
        for need in draft.lacking:
            least = draft.journal.programme.essay_min_chars
            key = f"journal-lack-{need.value.replace('_', '-')}"
            yield say(key, least=least) if need is Need.ESSAY else say(key)
    elif not draft.entry.note.strip() and _is_simple(draft):
        yield say("journal-card-add-words")


def _main(draft: Draft, say: Texts) -> Buttons:
    def tap(key: str, do: DraftDo, value: str = "") -> InlineKeyboardButton:
        return _tap(draft, say.plain(key), do, value)

    measure = draft.journal.measure(draft.entry.direction)
    rows = []
    if draft.lacking:
        rows.append([tap("journal-button-fill", DraftDo.FILL)])
    else:
        rows.append([tap("journal-button-ok", DraftDo.SEND)])
    how_much = {
        Measure.weeks: tap("journal-button-minutes", DraftDo.ASK, DraftDo.MINUTES),
        Measure.days: tap("journal-button-days", DraftDo.ASK, DraftDo.DAYS),
        Measure.books: tap("journal-button-book", DraftDo.TELL, "section"),
    }
    rows.append([tap("journal-button-direction", DraftDo.ASK, DraftDo.DIRECTION)])
    rows.append(
        [
            *([how_much[measure]] if measure else []),
            tap("journal-button-day", DraftDo.ASK, DraftDo.DAY),
        ]
    )
    rows.append(
        [
            tap("journal-button-words", DraftDo.TELL, "words"),
            tap("journal-button-more", DraftDo.TELL, "more"),
        ]
    )
    asked = draft.journal.requirement(draft.entry.direction)
    if asked and asked.final_video and (draft.entry.is_final or any(map(is_video, draft.media))):
        key = "journal-button-not-final" if draft.entry.is_final else "journal-button-final"
        rows.append([tap(key, DraftDo.FINAL, "" if draft.entry.is_final else "1")])
    rows.append([tap("journal-button-drop", DraftDo.ASK, DraftDo.DROP)])
    return rows


def _choices(draft: Draft, say: Texts, ask: DraftDo, *, asked: bool = False) -> Buttons:
    """The buttons of one question; below them the way back, or the other things to change."""
    rows: list[list[InlineKeyboardButton]] = [list(row) for row in QUESTIONS[ask](draft, say)]
    if not asked:
        return [*rows, [_tap(draft, say.plain("button-back"), DraftDo.SHOW)]]
    below = []
    if ask is not DraftDo.DIRECTION:
        below.append(
            _tap(draft, say.plain("journal-button-direction"), DraftDo.ASK, DraftDo.DIRECTION)
        )
    if ask is not DraftDo.DAY:
        below.append(_tap(draft, say.plain("journal-button-day"), DraftDo.ASK, DraftDo.DAY))
    drop = _tap(draft, say.plain("journal-button-drop"), DraftDo.ASK, DraftDo.DROP)
    return [*rows, below, [drop]]


def _directions(draft: Draft, say: Texts) -> Buttons:
    """One a row: two names beside each other would be cut off on a phone."""
    programme = draft.journal.programme
    return [
        [_tap(draft, direction_name(programme.direction(code), say), DraftDo.DIRECTION, code)]
        for code in draft.journal.directions
    ]


def _minutes(draft: Draft, say: Texts) -> Buttons:
    quick = [
        _tap(draft, say.plain("minutes", minutes=minutes), DraftDo.MINUTES, str(minutes))
        for minutes in draft.journal.programme.quick_minutes
    ]
    return [
        *_rows(quick, 3),
        [_tap(draft, say.plain("journal-button-other"), DraftDo.TELL, "minutes")],
    ]


def _day_counts(draft: Draft, say: Texts) -> Buttons:
    return [
        [_tap(draft, say.plain("days", days=days), DraftDo.DAYS, str(days)) for days in (1, 2, 3)],
        [_tap(draft, say.plain("journal-button-minutes"), DraftDo.ASK, DraftDo.MINUTES)],
    ]


def _days(draft: Draft, say: Texts) -> Buttons:
    today, started = draft.journal.today, draft.journal.started
    free = [today - DAY * ago for ago in range(FREE_DAYS_BACK + 1) if today - DAY * ago >= started]
    taps = [
        _tap(draft, _day_label(day, draft.journal, say), DraftDo.DAY, day.isoformat())
        for day in free
    ]
    rows = [taps[:2], *_rows(taps[2:], 3)]
    if started < today - timedelta(days=FREE_DAYS_BACK):
        rows.append([_tap(draft, say.plain("journal-button-earlier"), DraftDo.TELL, "day")])
    return rows


def _day_label(day: date, journal: Participation, say: Texts) -> str:
    if (journal.today - day).days < 2:
        return when(day, journal.today, say)
    return f"{say.plain(f'weekday-{day.weekday()}')}, {day:%d.%m}"


def _drop(draft: Draft, say: Texts) -> Buttons:
    return [[_tap(draft, say.plain("journal-button-drop-yes"), DraftDo.DROP)]]


# What can be asked on the card, each with the buttons that answer it.
QUESTIONS = {
    DraftDo.DIRECTION: _directions,
    DraftDo.MINUTES: _minutes,
    DraftDo.DAYS: _day_counts,
    DraftDo.DAY: _days,
    DraftDo.DROP: _drop,
}


def _tap(draft: Draft, label: str, do: DraftDo, value: str = "") -> InlineKeyboardButton:
    return button(label, DraftTap(do=do, entry=draft.entry.id, value=value).pack())


def _rows(taps: list[InlineKeyboardButton], width: int) -> list[list[InlineKeyboardButton]]:
    return [taps[at : at + width] for at in range(0, len(taps), width)]
