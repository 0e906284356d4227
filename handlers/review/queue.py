"""The mentor's review: a notice the moment an entry comes, one tap, and the next in its place.

Every button holds ids only and works days later; what it asks for is checked anew each time.
"""

from contextlib import suppress
from datetime import datetime

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Row
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.scope import mentored_entry
from award.errors import NotAllowed, NotFound
from award.programme import Programme
from award.review.decisions import AlreadyDecided, approve, approve_all, reject, return_
from award.review.queue import clean_entries, next_pending, pending, still_waiting, told_in
from award.review.views import EntryCard, look
from handlers.review.card import (
    ReviewTap,
    asking,
    earlier_shown,
    entry_card,
    more_buttons,
    reason_buttons,
    tap,
    whole_words,
)
from handlers.review.next_entry import Desk, after, following, settle
from handlers.ui.notices import Notice, Several, notice, together
from handlers.ui.sending import change, reword, send
from handlers.ui.shown import Shown, button
from handlers.ui.taps import OpenMenu, ReviewQueue
from handlers.ui.widgets import Say, cancel, menu, open_anew
from locales import Texts
from storage.tables import EntryState, RoleKind

# Cards that say of themselves that they were approved with all others: Telegram limits edits.
SETTLED = 10

router = Router(name="review")


class ReviewWords(StatesGroup):
    """The mentor's own words: why an entry goes back, or is not accepted."""

    returned = State()
    rejected = State()


# --- a notice, the queue


@notice("entry-submitted")
async def _submitted(n: Notice) -> Shown | None:
    """The whole entry, at once; nothing if it is decided or taken back by then."""
    try:
        card = await look(n.session, n.receiver, n.details["entry"], n.programme, n.now)
    except NotAllowed:
        return None
    if card.entry.state is not EntryState.SUBMITTED:
        return None
    waiting = await pending(n.session, n.receiver)
    return entry_card(card, n.programme, n.say, waiting.total - 1)


async def _undecided(n: Notice) -> bool:
    return n.receiver.has(RoleKind.MENTOR) and bool(
        await still_waiting(n.session, n.receiver, [n.details["entry"]])
    )


@together("entry-submitted", waits=_undecided)
async def _several_submitted(n: Several) -> Shown | None:
    """That there are more, and a way to all that wait: the queue shows one after another."""
    entries = [each["entry"] for each in n.all_details]
    is_mentor = n.receiver.has(RoleKind.MENTOR)
    if not is_mentor or not await still_waiting(n.session, n.receiver, entries):
        return None
    waiting = await pending(n.session, n.receiver)
    names = ", ".join(f"{each.name}: {each.count}" for each in waiting.by_participant[:7])
    words = n.say("notice-entries-submitted", total=waiting.total, names=names)
    review = n.say.plain("menu-button-reviews", entries=waiting.total)
    return Shown(words, (), [[button(review, ReviewQueue().pack())]])


async def open_queue(
    bot: Bot,
    chat_id: int,
    session: AsyncSession,
    actor: Actor,
    say: Texts,
    programme: Programme,
    now: datetime,
) -> None:
    """Send the entry that waits longest, with whose entries wait; raises NotAllowed to others."""
    desk = Desk(bot, session, actor, say, now, programme)
    waiting = await pending(session, actor)
    first = await next_pending(session, actor)
    if first is None:
        await send(bot, chat_id, _nothing(say))
        return
    names = ", ".join(f"{each.name}: {each.count}" for each in waiting.by_participant[:7])
    queue = say("review-queue", total=waiting.total, names=names)
    await send(bot, chat_id, await desk.shown(first, queue))


def _nothing(say: Texts) -> Shown:
    menu_ = button(say.plain("button-menu"), OpenMenu().pack())
    return Shown(say("review-nothing"), (), [[menu_]])


@router.message(Command("review"))
async def review_command(
    message: Message,
    bot: Bot,
    session: AsyncSession,
    actor: Actor,
    say: Texts,
    programme: Programme,
    now: datetime,
) -> None:
    await open_queue(bot, message.chat.id, session, actor, say, programme, now)


@router.callback_query(ReviewQueue.filter())
async def review_button(
    tap: CallbackQuery,
    bot: Bot,
    session: AsyncSession,
    actor: Actor,
    say: Texts,
    programme: Programme,
    now: datetime,
) -> None:
    await open_queue(bot, tap.from_user.id, session, actor, say, programme, now)
    await tap.answer()


# --- taps on a card


@router.callback_query(ReviewTap.filter())
async def tapped(
    tap: CallbackQuery,
    callback_data: ReviewTap,
    bot: Bot,
    session: AsyncSession,
    actor: Actor,
    say: Texts,
    programme: Programme,
    now: datetime,
    dialog_manager: DialogManager,
) -> None:
    desk = Desk(bot, session, actor, say, now, programme)
    message = _card_of(tap)
    try:
        match callback_data.do:
            case "ok" | "returned" | "rejected":
                await _decide(desk, tap, message, callback_data)
            case "allok":
                await _approve_all(desk, tap, message, callback_data)
            case "skip":
                await following(desk, tap.from_user.id, message, callback_data.entry, None)
            case "words":
                await _ask_words(desk, message, callback_data, dialog_manager)
            case "earlier" | "whole":
                await _read(desk, tap.from_user.id, callback_data)
            case _:
                await _open(desk, tap.from_user.id, message, callback_data)
    except AlreadyDecided as late:
        await tap.answer(say.plain(late.key, **late.details), show_alert=True)
        await after(desk, tap.from_user.id, message, callback_data.entry)
        return
    except NotFound:
        await tap.answer(say.plain("review-gone"), show_alert=True)
        if message is not None:
            await _instead(desk, message)
        return
    await tap.answer()


def _card_of(tap: CallbackQuery) -> Message | None:
    """The tapped card; None if Telegram has let go of it."""
    return tap.message if isinstance(tap.message, Message) else None


def is_tap(tap: CallbackQuery) -> bool:
    """Whether it is a tap on a card of this journey."""
    return (tap.data or "").startswith(f"{ReviewTap.__prefix__}:")


async def again_tap(
    tap: CallbackQuery,
    session: AsyncSession,
    actor: Actor,
    say: Texts,
    now: datetime,
    programme: Programme,
    dialog_manager: DialogManager,
) -> None:
    """A tap handled before a crash: its card may show what was before it, or ask nothing yet."""
    assert tap.bot is not None
    try:
        data = ReviewTap.unpack(tap.data or "")
    except (TypeError, ValueError):
        return
    desk = Desk(tap.bot, session, actor, say, now, programme)
    if data.do in _SEEN_ON_CARD and isinstance(tap.message, Message):
        await _open(desk, tap.from_user.id, tap.message, data)
    elif data.do == "words":
        await _ask_words(desk, _card_of(tap), data, dialog_manager)


async def _instead(desk: Desk, message: Message) -> None:
    """The next one in place of a card that is not this mentor's any more, and of what it showed."""
    first = await next_pending(desk.session, desk.actor)
    if first is None:
        await reword(message, _nothing(desk.say))
    else:
        await change(message, await desk.shown(first))


# Taps after which the card itself looks different; what others opened is there or can be tapped.
_SEEN_ON_CARD = ("ok", "returned", "rejected", "allok", "return", "reject", "more", "all", "show")


async def _decide(desk: Desk, tap: CallbackQuery, message: Message | None, data: ReviewTap) -> None:
    session, actor, now = desk.session, desk.actor, desk.now
    if data.do == "ok":
        await approve(session, actor, data.entry, now)
    elif data.do == "returned":
        await return_(session, actor, data.entry, now, reason=data.value)
    else:
        await reject(session, actor, data.entry, now, reason=data.value)
    await after(desk, tap.from_user.id, message, data.entry, just_now=True)


async def _approve_all(
    desk: Desk, tap: CallbackQuery, message: Message | None, data: ReviewTap
) -> None:
    card = await desk.card(data.entry)
    try:
        up_to = int(data.value)
    except ValueError:
        raise NotAllowed from None
    approved = await approve_all(
        desk.session, desk.actor, card.enrolment.id, desk.programme, desk.now, up_to=up_to
    )
    said = desk.say("review-all-done", name=card.name, count=len(approved))
    cards = [(each, await desk.card(each)) for each in approved[:SETTLED] if each != data.entry]
    told = [(one, c) for each, c in cards for one in await told_in(desk.session, desk.actor, each)]
    await following(desk, tap.from_user.id, message, data.entry, said, stays=True)
    for message_id, other in told:
        if message is None or message_id != message.message_id:
            await settle(desk, tap.from_user.id, message_id, other)


async def _open(desk: Desk, chat_id: int, message: Message | None, data: ReviewTap) -> None:
    """Other buttons below the same card; on one decided meanwhile, how it stands."""
    card = await desk.card(data.entry)
    if card.entry.state is not EntryState.SUBMITTED:
        await after(desk, chat_id, message, data.entry)
        return
    shown = await _asked(desk, card, data)
    if message is None:
        await send(desk.bot, chat_id, shown)
    else:
        await reword(message, shown)


async def _asked(desk: Desk, card: EntryCard, data: ReviewTap) -> Shown:
    say, programme = desk.say, desk.programme
    match data.do:
        case "return":
            why = reason_buttons(card, say, "returned")
            return asking(card, programme, say, say("review-ask-return"), why)
        case "reject":
            why = reason_buttons(card, say, "rejected")
            return asking(card, programme, say, say("review-ask-reject"), why)
        case "more":
            return asking(card, programme, say, say("review-ask-more"), more_buttons(card, say))
        case "all":
            return await _ask_all(desk, card)
        case _:
            return entry_card(card, programme, say, await desk.left(card))


async def _ask_all(desk: Desk, card: EntryCard) -> Shown:
    """Ask once before approving all of a participant that have no warning."""
    say, enrolment_id = desk.say, card.enrolment.id
    clean, total = await clean_entries(
        desk.session, desk.actor, enrolment_id, desk.programme, desk.now
    )
    back = tap(card, say, "button-back", "more")
    if not clean:
        question = say("review-all-none", name=card.name)
        return asking(card, desk.programme, say, question, [[back]])
    key = "review-ask-all-flagged" if total > len(clean) else "review-ask-all"
    question = say(key, name=card.name, count=len(clean), flagged=total - len(clean))
    yes = tap(card, say, "review-button-all-yes", "allok", str(max(clean)), count=len(clean))
    return asking(card, desk.programme, say, question, [[yes], [back]])


async def _read(desk: Desk, chat_id: int, data: ReviewTap) -> None:
    """What is too long for the card, in messages of its own."""
    card = await desk.card(data.entry)
    if data.do == "earlier":
        texts = earlier_shown(card, desk.programme, desk.say)
    else:
        texts = whole_words(card.entry)
    for text in texts:
        await send(desk.bot, chat_id, Shown(text))


# --- own words


async def _ask_words(
    desk: Desk, message: Message | None, data: ReviewTap, manager: DialogManager
) -> None:
    """Ask the mentor alone: others may read an entry, and cannot decide on it."""
    entry, _ = await mentored_entry(desk.session, desk.actor, data.entry)
    if entry.state is not EntryState.SUBMITTED:
        await after(desk, desk.actor.telegram_id, message, data.entry)
        return
    window = ReviewWords.returned if data.value == "returned" else ReviewWords.rejected
    start = {"entry": data.entry, "message": message.message_id if message else None}
    await open_anew(manager, window, start, ShowMode.SEND)


async def _words(
    message: Message, _widget: ManagedTextInput[str], manager: DialogManager, words: str
) -> None:
    """Decide with the mentor's own words; the next entry comes below them."""
    data = manager.middleware_data
    desk = Desk(*(data[name] for name in ("bot", "session", "actor", "say", "now", "programme")))
    assert isinstance(manager.start_data, dict)
    entry_id, card_id = manager.start_data["entry"], manager.start_data["message"]
    decide = return_ if manager.current_context().state == ReviewWords.returned else reject
    try:
        await decide(desk.session, desk.actor, entry_id, desk.now, comment=words)
    except AlreadyDecided as late:
        await message.answer(desk.say(late.key, **late.details))
    stack = manager.current_stack()
    question, stack.last_message_id = stack.last_message_id, None
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    card = await desk.card(entry_id)
    if question is not None:
        with suppress(TelegramBadRequest):  # too old to go: its buttons say so themselves
            await desk.bot.delete_message(message.chat.id, question)
    if card_id is not None:
        await settle(desk, message.chat.id, card_id, card)
    await after(desk, message.chat.id, None, entry_id)


words_dialog = Dialog(
    *(
        Window(
            Say(f"review-words-{verdict}"),
            TextInput(id="words", on_success=_words),
            Row(cancel(), menu()),
            state=state,
        )
        for verdict, state in (
            ("returned", ReviewWords.returned),
            ("rejected", ReviewWords.rejected),
        )
    )
)
