"""The journal's quickest way in: send anything, confirm by a tap (programme.md §5).

A message becomes a draft whose card asks only what it cannot know. The card's buttons hold ids
only, so they work days later and after a restart.
"""

from contextlib import suppress
from datetime import date
from typing import Literal, assert_never

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from award.errors import NotAllowed, TooLate
from award.journal.capture import capture, captured_before, soon
from award.journal.drafts import Change, Draft, change_draft, discard, draft, look
from award.journal.entries import Incomplete, own_entry_seen, submit
from award.outbox import NoticeKind
from award.profile.enrolment import resume
from award.progress.participation import JournalClosed, open_journal, participation
from handlers.journal.draft_card import QUESTIONS, card
from handlers.journal.draft_form import fill, start_filling
from handlers.journal.entry_view import as_it_stands, saved_shown
from handlers.journal.received import guess, is_kept, received
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, button
from handlers.ui.taps import DraftDo, DraftTap, GoTap, OpenMenu, Screen
from locales import Texts
from storage.tables import EnrolmentState, EntryState

# Buttons of cards come before dialogs, anything sent after them.
taps = Router(name="journal-taps")
router = Router(name="journal")


@router.message(is_kept)
async def keep(message: Message, at: RequestContext) -> None:
    """Anything sent becomes a draft, or a piece of one, and its card is shown."""
    sent = received(message)
    try:
        journal = await open_journal(at)
    except JournalClosed as closed:
        if sent.album:
            await soon(at.session, at.actor.id, NoticeKind.JOURNAL_CLOSED, at.now, album=sent.album)
        else:
            at.reply.quote(message.message_id, closed_shown(closed, at.say))
        return
    kept = await capture(at, journal, sent, guess(sent.words, journal, sent))
    if sent.album:
        return  # its card follows when all pieces came
    at.reply.quote(message.message_id, _shown(kept, at.say))


async def again(message: Message, at: RequestContext) -> bool:
    """A message handled before a crash: if its draft still waits, its card may be missing.

    Whether it was kept at all.
    """
    if message.media_group_id:
        return True  # the card of an album is a notice
    shown = await card_of(at, message.message_id)
    if shown is not None:
        at.reply.quote(message.message_id, shown)
    return await captured_before(at, message.message_id) is not None


async def card_of(at: Speaking, message_id: int) -> Shown | None:
    """The card of the draft that a message made or was added to, while it is one."""
    entry = await captured_before(at, message_id)
    if entry is None or entry.state is not EntryState.DRAFT:
        return None
    journal = await participation(at)
    return card(await look(at.session, entry, journal), at.say)


async def again_tap(
    tap: CallbackQuery, data: DraftTap, at: RequestContext, _manager: DialogManager
) -> None:
    """A tap on a card handled before a crash: the card may show what was before it."""
    if data.entry:  # the way to a new one has no card
        at.reply.put(await as_it_stands(at, data.entry))


@notice(NoticeKind.DRAFT_CARD)
async def _card_of_album(at: Notice) -> Shown | None:
    """The one card of an album, or the word that a late piece was added to what was sent."""
    entry = at.details["entry"]
    try:
        seen = await own_entry_seen(at, entry)
    except NotAllowed:  # discarded meanwhile
        return None
    if seen.entry.state is EntryState.DRAFT:
        return card(await look(at.session, seen.entry, seen.journal), at.say)
    if seen.entry.state is EntryState.SUBMITTED:
        return Shown(at.say("journal-piece-added"))
    return None


@notice(NoticeKind.JOURNAL_CLOSED)
async def _album_refused(at: Notice) -> Shown | None:
    try:
        await open_journal(at)
    except JournalClosed as closed:
        return closed_shown(closed, at.say)
    return Shown(at.say("journal-send-again"))


def closed_shown(closed: JournalClosed, say: Texts) -> Shown:
    """Why nothing can be logged now, and the next step as a button."""
    next_step = button(say.plain("button-menu"), OpenMenu().pack())
    if closed.state is EnrolmentState.PAUSED:
        next_step = button(say.plain("journal-button-resume"), GoTap(to=Screen.RESUME).pack())
    return Shown(say(closed.key), (), [[next_step]])


@taps.callback_query(DraftTap.filter(F.do != DraftDo.NEW))
async def tapped(
    tap: CallbackQuery, callback_data: DraftTap, at: RequestContext, dialog_manager: DialogManager
) -> None:
    """A tap on a draft's card; on one sent or gone meanwhile, how it stands."""
    entry = callback_data.entry
    try:
        if callback_data.do in (DraftDo.TELL, DraftDo.FILL):
            made = await draft(at, entry)
            step = callback_data.value if callback_data.do is DraftDo.TELL else None
            await _tell(made, step, dialog_manager)
            return
        shown = await _do(callback_data, at)
    except TooLate:
        await at.session.rollback()
        shown = await as_it_stands(at, entry)
    at.reply.put(shown)


@taps.callback_query(GoTap.filter(F.to == Screen.RESUME))
async def resume_tapped(tap: CallbackQuery, at: RequestContext) -> None:
    """Go on after a pause, from the word that the journal is closed."""
    journal = await participation(at)
    await resume(at, journal.enrolment.id)
    at.reply.put(Shown(at.say("journal-resumed")))


async def _do(data: DraftTap, at: RequestContext) -> Shown:
    """What a tap does, and what the card shows then."""
    ask = None
    match data.do:
        case DraftDo.SEND:
            with suppress(Incomplete):
                return saved_shown(await submit(at, data.entry), at.say)
        case DraftDo.DROP:
            await discard(at, data.entry)
            return Shown(at.say("journal-dropped"))
        case DraftDo.ASK if data.value in QUESTIONS:
            ask = DraftDo(data.value)
        case DraftDo.DIRECTION | DraftDo.MINUTES | DraftDo.DAYS | DraftDo.DAY | DraftDo.FINAL:
            await change_draft(at, data.entry, _answered(data.do, data.value))
        case DraftDo.SHOW | DraftDo.ASK | DraftDo.NEW | DraftDo.TELL | DraftDo.FILL:
            pass
        case _:
            assert_never(data.do)
    return card(await draft(at, data.entry), at.say, ask)


_Answer = Literal[DraftDo.DIRECTION, DraftDo.MINUTES, DraftDo.DAYS, DraftDo.DAY, DraftDo.FINAL]


def _answered(do: _Answer, value: str) -> Change:
    """The answer that a tap gives; raises NotAllowed for one that no card has."""
    try:
        match do:
            case DraftDo.DIRECTION:
                return Change(direction=value)
            case DraftDo.MINUTES:
                return Change(minutes=int(value))
            case DraftDo.DAYS:
                return Change(days=int(value))
            case DraftDo.DAY:
                return Change(happened_on=date.fromisoformat(value))
            case DraftDo.FINAL:
                return Change(is_final=value == "1")
    except ValueError:
        raise NotAllowed from None


async def _tell(made: Draft, step: str | None, manager: DialogManager) -> None:
    """Ask in a window for what has to be typed, chosen from a list, or sent."""
    if step is None:
        await fill(made, manager)
    else:
        await start_filling(made.entry.id, step, manager)


def _shown(kept: Draft, say: Texts) -> Shown:
    if kept.entry.state is EntryState.DRAFT:
        return card(kept, say)
    return Shown(say("journal-piece-added"))
