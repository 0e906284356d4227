"""How an own entry looks once it was sent: the word after saving, and the full view."""

from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton
from markupsafe import Markup

from award.calendar.zones import zone_in
from award.disputes.arbiters import DISPUTABLE
from award.errors import NotAllowed
from award.journal.drafts import look
from award.journal.entries import EntrySeen, Saved, own_entry_seen
from award.programme import Measure
from award.progress.participation import Participation
from handlers.journal.draft_card import card
from handlers.ui.context import Speaking
from handlers.ui.shown import Buttons, Shown, button, quoted, shortened
from handlers.ui.taps import (
    DisputeDo,
    DisputeTap,
    DraftDo,
    DraftTap,
    EntryDo,
    EntryTap,
    GoTap,
    Screen,
)
from handlers.wording.amounts import RESULT_SHOWN, amount, when
from handlers.wording.names import activity_name, direction_name
from handlers.wording.verdicts import verdict_words
from locales import Texts
from storage.tables import DECIDED_STATES, Entry, EntryState

MARKS = {
    EntryState.DRAFT: "📝",
    EntryState.SUBMITTED: "⏳",
    EntryState.APPROVED: "✅",
    EntryState.RETURNED: "↩️",
    EntryState.REJECTED: "❌",
    EntryState.WITHDRAWN: "🗑",
}


def saved_shown(saved: Saved, say: Texts) -> Shown:
    """The word after saving, with what it makes of the week."""
    entry = saved.entry
    if saved.measure is Measure.weeks:
        key = "journal-saved-this-week" if saved.this_week else "journal-saved-other-week"
        text = say(key, minutes=saved.minutes, needed=saved.needed, monday=saved.monday)
    elif saved.measure is Measure.books:
        text = say("journal-saved-book")
    else:
        text = say("journal-saved-days", days=entry.days or 1)
    rows = [[_entry(entry, say.plain("journal-button-withdraw"), EntryDo.WITHDRAW)]]
    if entry.employer and entry.employer_confirmed_at is None:
        rows.insert(0, [_entry(entry, say.plain("journal-button-employer"), EntryDo.EMPLOYER)])
    rows[-1].append(button(say.plain("journal-button-again"), GoTap(to=Screen.ADD).pack()))
    rows.append([button(say.plain("journal-button-progress"), GoTap(to=Screen.PROGRESS).pack())])
    return Shown(text, (), rows)


async def as_it_stands(at: Speaking, entry_id: int) -> Shown:
    """An own entry as it is now: a draft's card, the view of one sent, or that it is gone."""
    try:
        seen = await own_entry_seen(at, entry_id)
    except NotAllowed:
        return Shown(at.say("journal-gone"))
    if seen.entry.state is EntryState.DRAFT:
        return card(await look(at.session, seen.entry, seen.journal, seen.media), at.say)
    return entry_shown(seen, at.say)


def entry_line(entry: Entry, journal: Participation, say: Texts) -> str:
    """An entry in a line: its direction, how much, when."""
    return ", ".join(_parts(entry, journal, say))


def entry_label(entry: Entry, journal: Participation, say: Texts) -> str:
    """The same with its mark for a button, of which a phone cuts off the end: when comes first."""
    return f"{MARKS[entry.state]} {', '.join(reversed(_parts(entry, journal, say)))}"


def _parts(entry: Entry, journal: Participation, say: Texts) -> list[str]:
    direction = journal.data(entry.direction)
    name = direction_name(direction, say) if direction else say.plain("entries-no-direction")
    much = amount(entry, journal.measure(entry.direction), journal.programme, say)
    parts = [name, much, when(entry.happened_on, journal.today, say)]
    return [part for part in parts if part]


def entry_shown(seen: EntrySeen, say: Texts) -> Shown:
    """All that an entry holds: three times, words, the mentor's answer, what can be done."""
    return Shown(entry_words(seen, say), (), entry_buttons(seen, say))


def entry_words(seen: EntrySeen, say: Texts) -> Markup:
    """The same in words alone."""
    return Markup("\n").join([*_what(seen, say), *_times(seen, say), *_answer(seen, say)])


def entry_buttons(seen: EntrySeen, say: Texts) -> Buttons:
    """What can be done with an entry as it stands."""
    entry = seen.entry
    rows: list[list[InlineKeyboardButton]] = []
    if entry.state is EntryState.DRAFT:
        continue_ = DraftTap(do=DraftDo.SHOW, entry=entry.id).pack()
        rows.append([button(say.plain("entries-button-continue"), continue_)])
    if entry.state is EntryState.SUBMITTED:
        rows.append([_entry(entry, say.plain("journal-button-withdraw"), EntryDo.WITHDRAW)])
        if entry.employer and entry.employer_confirmed_at is None:
            rows.append([_entry(entry, say.plain("journal-button-employer"), EntryDo.EMPLOYER)])
    if entry.state in (*DECIDED_STATES, EntryState.WITHDRAWN):
        key = "entries-button-mend"
        if entry.state is EntryState.APPROVED:
            key = "entries-button-correct"
        rows.append([_entry(entry, say.plain(key), EntryDo.MEND)])
    if entry.state in DISPUTABLE:
        dispute = DisputeTap(do=DisputeDo.ENTRY, id=entry.id).pack()
        rows.append([button(say.plain("dispute-button-begin"), dispute)])
    extra = []
    if seen.media:
        label = say.plain("entries-button-media", files=len(seen.media))
        extra.append(_entry(entry, label, EntryDo.MEDIA))
    if seen.versions > 1:
        label = say.plain("entries-button-versions", versions=seen.versions)
        extra.append(_entry(entry, label, EntryDo.VERSIONS))
    return [
        *rows,
        extra,
        [button(say.plain("entries-button-list"), GoTap(to=Screen.ENTRIES).pack())],
    ]


def _what(seen: EntrySeen, say: Texts) -> list[Markup]:
    entry, programme = seen.entry, seen.journal.programme
    lines = [
        Markup("<b>{}</b>").format(entry_line(entry, seen.journal, say)),
        say(f"entries-state-{entry.state.value}"),
    ]
    direction = seen.journal.data(entry.direction)
    if entry.action:
        if direction and direction.needs_action:
            lines.append(say("journal-card-action", action=entry.action))
        else:
            lines.append(quoted(activity_name(programme, entry, say.language)))
    if entry.result:
        lines.append(say("journal-card-result", result=shortened(entry.result, RESULT_SHOWN)))
    if seen.partner:
        lines.append(say("journal-card-partner", partner=seen.partner.name))
    if entry.employer:
        lines.append(say("journal-card-employer", employer=entry.employer))
    if entry.employer_confirmed_at:
        lines.append(say("entries-employer-confirmed", name=entry.employer_signer or ""))
    if entry.note.strip():
        lines.append(quoted(entry.note))
    if entry.is_final:
        lines.append(say("journal-card-final"))
    return lines


def _times(seen: EntrySeen, say: Texts) -> list[Markup]:
    entry, programme = seen.entry, seen.journal.programme
    zone = ZoneInfo(zone_in(programme, seen.journal.region))
    lines = [say("entries-happened", day=entry.happened_on)]
    if entry.late_reason:
        lines.append(say("journal-card-late", reason=entry.late_reason))
    taken = entry.taken_at or min((m.taken_at for m in seen.media if m.taken_at), default=None)
    if taken:
        lines.append(say("entries-taken", moment=taken.astimezone(zone)))
    lines.append(say("entries-received", moment=entry.received_at.astimezone(zone)))
    return [Markup(""), *lines]


def _answer(seen: EntrySeen, say: Texts) -> list[Markup]:
    words = verdict_words(seen.review, say) if seen.review else []
    return [Markup(""), say("entries-mentor-words"), *words] if words else []


def _entry(entry: Entry, label: str, do: EntryDo) -> InlineKeyboardButton:
    return button(label, EntryTap(do=do, entry=entry.id).pack())
