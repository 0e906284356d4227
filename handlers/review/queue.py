"""The mentor's review: a notice the moment an entry comes, one tap, and the next in its place.

Every button holds ids only and works days later; what it asks for is checked anew each time.
"""

from typing import assert_never

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Row

from award.access.scope import mentored_entry
from award.errors import NotAllowed, NotFound
from award.outbox import NoticeKind
from award.review.decisions import AlreadyDecided, approve, approve_all, reject, return_
from award.review.queue import (
    Pending,
    clean_entries,
    how_many_wait,
    next_pending,
    pending,
    still_waiting,
    told_in,
)
from award.review.views import EntryCard, in_scope, look, looks
from handlers.review.card import (
    ReviewDo,
    ReviewTap,
    asking,
    earlier_shown,
    entry_card,
    more_buttons,
    reason_buttons,
    tap,
    whole_words,
)
from handlers.review.next_entry import after, card_shown, following, left_besides, settle
from handlers.ui.answers import answering
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import forget_question, started_with
from handlers.ui.notices import Notice, Several, notice, together
from handlers.ui.shown import Shown, button
from handlers.ui.taps import OpenMenu, ReviewQueue
from handlers.ui.widgets import Dialog, Say, cancel, menu, open_anew
from handlers.wording.names import told_apart
from locales import Texts
from storage.tables import EntryState, RoleKind

# Cards that say of themselves that they were approved with all others, the newest: Telegram limits
# edits, and the answer takes two calls more.
SETTLED = 8

router = Router(name="review")


class ReviewWords(StatesGroup):
    """The mentor's own words: why an entry goes back, or is not accepted."""

    returned = State()
    rejected = State()


# --- a notice, the queue


@notice(NoticeKind.ENTRY_SUBMITTED)
async def _submitted(at: Notice) -> Shown | None:
    """The whole entry, at once; nothing if it is decided or taken back by then."""
    try:
        card = await look(at, at.details["entry"])
    except NotAllowed:
        return None
    if card.entry.state is not EntryState.SUBMITTED:
        return None
    return entry_card(card, at.programme, at.say, await how_many_wait(at) - 1)


async def _undecided(at: Notice) -> bool:
    return at.actor.has(RoleKind.MENTOR) and bool(await still_waiting(at, [at.details["entry"]]))


@together(NoticeKind.ENTRY_SUBMITTED, waits=_undecided)
async def _several_submitted(at: Several) -> Shown | None:
    """That there are more, and a way to all that wait: the queue shows one after another."""
    entries = [each["entry"] for each in at.all_details]
    is_mentor = at.actor.has(RoleKind.MENTOR)
    if not is_mentor or not await still_waiting(at, entries):
        return None
    waiting = await pending(at)
    names = _names(waiting, at.say)
    words = at.say("notice-entries-submitted", total=waiting.total, names=names)
    review = at.say.plain("menu-button-reviews", entries=waiting.total)
    return Shown(words, (), [[button(review, ReviewQueue().pack())]])


async def open_queue(at: RequestContext) -> None:
    """Send the entry that waits longest, with whose entries wait; raises NotAllowed to others."""
    waiting = await pending(at)
    first = await next_pending(at)
    if first is None:
        at.reply.send(_nothing(at.say))
        return
    names = _names(waiting, at.say)
    queue = at.say("review-queue", total=waiting.total, names=names)
    at.reply.send(await card_shown(at, await look(at, first), queue))


def _names(waiting: Pending, say: Texts) -> str:
    """Whose entries wait, and how many of each: as many as one line may hold."""
    return ", ".join(
        f"{told_apart(each.name, each.apart, say)}: {each.count}" for each in waiting.by_participant
    )


def _nothing(say: Texts) -> Shown:
    menu_ = button(say.plain("button-menu"), OpenMenu().pack())
    return Shown(say("review-nothing"), (), [[menu_]])


@router.message(Command("review"))
async def review_command(message: Message, at: RequestContext) -> None:
    await open_queue(at)


@router.callback_query(ReviewQueue.filter())
async def review_button(tap: CallbackQuery, at: RequestContext) -> None:
    await open_queue(at)


# --- taps on a card


@router.callback_query(ReviewTap.filter())
async def tapped(
    tap: CallbackQuery, callback_data: ReviewTap, at: RequestContext, dialog_manager: DialogManager
) -> None:
    message = at.reply.card
    with answering(at, _TOLD) as answered:
        match callback_data.do:
            case ReviewDo.APPROVE | ReviewDo.RETURN | ReviewDo.REJECT:
                await _decide(at, message, callback_data)
            case ReviewDo.APPROVE_ALL:
                await _approve_all(at, message, callback_data)
            case ReviewDo.SKIP:
                card = await look(at, callback_data.entry)
                await following(at, message, card, None)
            case ReviewDo.WORDS:
                await _ask_words(at, message, callback_data, dialog_manager)
            case ReviewDo.EARLIER | ReviewDo.WHOLE:
                await _read(at, callback_data)
            case ReviewDo.SHOW | ReviewDo.MORE | ReviewDo.ASK_ALL:
                await _open(at, message, callback_data)
            case ReviewDo.ASK_RETURN | ReviewDo.ASK_REJECT:
                await _open(at, message, callback_data)
            case _:
                assert_never(callback_data.do)
    if isinstance(answered.refusal, AlreadyDecided):
        await after(at, message, await look(at, callback_data.entry))
    elif answered.refusal is not None:
        await _instead(at, message)


_TOLD = {AlreadyDecided: None, NotFound: "review-gone"}


async def again_tap(
    tap: CallbackQuery, data: ReviewTap, at: RequestContext, dialog_manager: DialogManager
) -> None:
    """A tap handled before a crash: its card may show what was before it, or ask nothing yet."""
    message = at.reply.card
    if data.do not in _ELSEWHERE:
        await _open(at, message, data)
    elif data.do is ReviewDo.WORDS:
        await _ask_words(at, message, data, dialog_manager)


async def _instead(at: RequestContext, message: Message | None) -> None:
    """The next one in place of a card that is not this mentor's any more, and of what it showed."""
    first = await next_pending(at)
    if first is None:
        at.reply.reword(message, _nothing(at.say))
    else:
        at.reply.change(message, await card_shown(at, await look(at, first)))


# After all other taps the card itself looks different; what these opened is there or can be tapped.
_ELSEWHERE = {ReviewDo.SKIP, ReviewDo.WORDS, ReviewDo.EARLIER, ReviewDo.WHOLE}


async def _decide(at: RequestContext, message: Message | None, data: ReviewTap) -> None:
    if data.do is ReviewDo.APPROVE:
        await approve(at, data.entry)
    elif data.do is ReviewDo.RETURN:
        await return_(at, data.entry, reason=data.value)
    else:
        await reject(at, data.entry, reason=data.value)
    card = await look(at, data.entry)
    await after(at, message, card, just_now=True)


async def _approve_all(at: RequestContext, message: Message | None, data: ReviewTap) -> None:
    try:
        up_to = int(data.value)
    except ValueError:
        raise NotAllowed from None
    _, enrolment, _ = await in_scope(at, data.entry)
    approved = await approve_all(at, enrolment.id, up_to=up_to)
    card = await look(at, data.entry)
    said = at.say(
        "review-all-done", name=told_apart(card.name, card.apart, at.say), count=len(approved)
    )
    told = await told_in(at, {*approved, data.entry})
    elsewhere = [each for each in told if message is None or each[0] != message.message_id]
    newest = elsewhere[-SETTLED:]
    others = await looks(at, sorted({entry for _, entry in newest}))
    cards = {each.entry.id: each for each in others}
    await following(at, message, card, said, stays=True)
    for message_id, entry in newest:
        settle(at, message_id, cards[entry])


async def _open(at: RequestContext, message: Message | None, data: ReviewTap) -> None:
    """Other buttons below the same card; on one decided meanwhile, how it stands."""
    card = await look(at, data.entry)
    if card.entry.state is not EntryState.SUBMITTED:
        await after(at, message, card)
        return
    shown = await _asked(at, card, data)
    at.reply.reword(message, shown)


async def _asked(at: RequestContext, card: EntryCard, data: ReviewTap) -> Shown:
    say, programme = at.say, at.programme
    match data.do:
        case ReviewDo.ASK_RETURN:
            why = reason_buttons(card, say, ReviewDo.RETURN)
            return asking(card, programme, say, say("review-ask-return"), why)
        case ReviewDo.ASK_REJECT:
            why = reason_buttons(card, say, ReviewDo.REJECT)
            return asking(card, programme, say, say("review-ask-reject"), why)
        case ReviewDo.MORE:
            return asking(card, programme, say, say("review-ask-more"), more_buttons(card, say))
        case ReviewDo.ASK_ALL:
            return await _ask_all(at, card)
        case _:
            return entry_card(card, programme, say, await left_besides(at, card))


async def _ask_all(at: RequestContext, card: EntryCard) -> Shown:
    """Ask once before approving all of a participant that have no warning."""
    say, enrolment_id = at.say, card.enrolment.id
    clean, total = await clean_entries(at, enrolment_id)
    back = tap(card, say, "button-back", ReviewDo.MORE)
    if not clean:
        question = say("review-all-none", name=told_apart(card.name, card.apart, say))
        return asking(card, at.programme, say, question, [[back]])
    key = "review-ask-all-flagged" if total > len(clean) else "review-ask-all"
    question = say(
        key,
        name=told_apart(card.name, card.apart, say),
        count=len(clean),
        flagged=total - len(clean),
    )
    yes = tap(
        card, say, "review-button-all-yes", ReviewDo.APPROVE_ALL, str(max(clean)), count=len(clean)
    )
    return asking(card, at.programme, say, question, [[yes], [back]])


async def _read(at: RequestContext, data: ReviewTap) -> None:
    """What is too long for the card, in messages of its own."""
    card = await look(at, data.entry)
    if data.do is ReviewDo.EARLIER:
        texts = earlier_shown(card, at.programme, at.say)
    else:
        texts = whole_words(card.entry)
    if not texts:  # the button is of another card, or of long ago
        at.reply.reword(at.reply.card, await card_shown(at, card))
    for text in texts:
        at.reply.send(Shown(text))


# --- own words


async def _ask_words(
    at: RequestContext, message: Message | None, data: ReviewTap, manager: DialogManager
) -> None:
    """Ask the mentor alone: others may read an entry, and cannot decide on it."""
    entry, _ = await mentored_entry(at, data.entry)
    if entry.state is not EntryState.SUBMITTED:
        await after(at, message, await look(at, data.entry))
        return
    window = ReviewWords.returned if data.value == ReviewDo.RETURN else ReviewWords.rejected
    start = {"entry": data.entry, "message": message.message_id if message else None}
    await open_anew(manager, window, start, ShowMode.SEND)


async def _words(
    message: Message, _widget: ManagedTextInput[str], manager: DialogManager, words: str
) -> None:
    """Decide with the mentor's own words; the next entry comes below them."""
    at = context_of(manager)
    started = started_with(manager)
    entry_id, card_id = started["entry"], started["message"]
    decide = return_ if manager.current_context().state == ReviewWords.returned else reject
    try:
        await decide(at, entry_id, comment=words)
    except AlreadyDecided as late:
        at.reply.say(at.say(late.key, **late.details))
    question = forget_question(manager)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    card = await look(at, entry_id)
    if question is not None:
        at.reply.delete(question)
    if card_id is not None:
        settle(at, card_id, card)
    await after(at, None, card)


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
