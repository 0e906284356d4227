"""What a mentor sees when an entry is decided: the next one in its place."""

from aiogram.types import Message
from markupsafe import Markup

from award.review.queue import how_many_wait, next_pending, told_in
from award.review.views import EntryCard, look
from handlers.review.card import decided, entry_card, outcome
from handlers.ui.context import RequestContext
from handlers.ui.shown import Shown
from storage.tables import EntryState


async def card_shown(at: RequestContext, card: EntryCard, said: Markup | None = None) -> Shown:
    """An entry's card with how many wait besides it; `said`: a word before it."""
    return entry_card(card, at.programme, at.say, await left_besides(at, card), said)


async def left_besides(at: RequestContext, card: EntryCard) -> int:
    """How many entries wait besides this one."""
    return await how_many_wait(at) - (card.entry.state is EntryState.SUBMITTED)


async def after(
    at: RequestContext,
    message: Message | None,
    card: EntryCard,
    *,
    just_now: bool = False,
) -> None:
    """The next one takes the place of an entry decided or taken back.

    `card`: how it stands by then. `just_now`: it was decided by this very tap, so a notice of it
    elsewhere in the chat is to say so too; later that message may show another entry.
    """
    told = await told_in(at, [card.entry.id]) if just_now else ()
    await following(at, message, card, outcome(card, at.programme, at.say))
    for other, _ in told:
        if message is None or other != message.message_id:
            settle(at, other, card)


async def following(
    at: RequestContext,
    message: Message | None,
    card: EntryCard,
    said: Markup | None,
    *,
    stays: bool = False,
) -> None:
    """Show the entry that waits next, in the same message where Telegram can turn it.

    Where it cannot, the old message keeps its own entry with what was decided. `stays`: the
    entry itself may still wait, and is then the next one.
    """
    if stays and card.entry.state is EntryState.SUBMITTED:
        nearest: EntryCard | None = card
    else:
        number = await next_pending(at, after=card.entry.id)
        nearest = await look(at, number) if number is not None else None
    if nearest is None:
        last = Markup("\n\n").join(filter(None, [said if stays else None, at.say("review-none")]))
        shown = decided(card, at.programme, at.say, last)
        at.reply.reword(message, shown)
        return
    shown = await card_shown(at, nearest, said)
    if message is None:
        at.reply.send(shown)
        return
    if nearest.entry.id == card.entry.id:
        at.reply.reword(message, shown)
        return
    is_decided = card.entry.state is not EntryState.SUBMITTED
    at.reply.change(
        message, shown, decided(card, at.programme, at.say, None) if is_decided else None
    )


def settle(at: RequestContext, message_id: int, card: EntryCard) -> None:
    """Let another card of a decided entry say so, without buttons.

    It may be gone, settled before, or show another entry's kind of file.
    """
    text = decided(card, at.programme, at.say, None).text
    at.reply.words(message_id, text, below_file=len(card.media) == 1)
