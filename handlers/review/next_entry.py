"""What a mentor sees when an entry is decided: the next one in its place."""

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message
from markupsafe import Markup

from award.review.queue import next_pending, pending, told_in
from award.review.views import EntryCard, look
from handlers.review.card import decided, entry_card, outcome
from handlers.ui.here import Here
from handlers.ui.sending import change, reword, send
from handlers.ui.shown import Shown
from storage.tables import EntryState


class Desk(Here):
    """What every step of a review needs."""

    async def card(self, entry_id: int) -> EntryCard:
        return await look(self.session, self.actor, entry_id, self.programme, self.now)

    async def left(self, besides: EntryCard) -> int:
        """How many entries wait besides this one."""
        waiting = await pending(self.session, self.actor)
        return waiting.total - (besides.entry.state is EntryState.SUBMITTED)

    async def shown(self, entry_id: int, said: Markup | None = None) -> Shown:
        card = await self.card(entry_id)
        return entry_card(card, self.programme, self.say, await self.left(card), said)


async def after(
    desk: Desk, chat_id: int, message: Message | None, entry_id: int, *, just_now: bool = False
) -> None:
    """The next one takes the place of an entry decided or taken back.

    `just_now`: it was decided by this very tap, so a notice of it elsewhere in the chat is to say
    so too; later that message may show another entry.
    """
    card = await desk.card(entry_id)
    said = outcome(card, desk.programme, desk.say)
    cards = await told_in(desk.session, desk.actor, entry_id) if just_now else ()
    await following(desk, chat_id, message, entry_id, said)
    for other in cards:
        if message is None or other != message.message_id:
            await settle(desk, chat_id, other, card)


async def following(
    desk: Desk,
    chat_id: int,
    message: Message | None,
    entry_id: int,
    said: Markup | None,
    *,
    stays: bool = False,
) -> None:
    """Show the entry that waits next, in the same message where Telegram can turn it.

    Where it cannot, the old message keeps its own entry with what was decided. `stays`: the
    entry itself may still wait, and is then the next one.
    """
    old = await desk.card(entry_id)
    waits = stays and old.entry.state is EntryState.SUBMITTED
    nearest = entry_id if waits else await next_pending(desk.session, desk.actor, after=entry_id)
    if nearest is None:
        last = Markup("\n\n").join(filter(None, [said if stays else None, desk.say("review-none")]))
        shown = decided(old, desk.programme, desk.say, last)
        if message is None:
            await send(desk.bot, chat_id, shown)
        else:
            await reword(message, shown)
        return
    shown = await desk.shown(nearest, said)
    if message is None:
        await send(desk.bot, chat_id, shown)
        return
    if nearest == entry_id:
        await reword(message, shown)
        return
    changed = await change(message, shown)
    if changed.message_id != message.message_id and old.entry.state is not EntryState.SUBMITTED:
        await reword(message, decided(old, desk.programme, desk.say, None))


async def settle(desk: Desk, chat_id: int, message_id: int, card: EntryCard) -> None:
    """Let another card of a decided entry say so, without buttons."""
    text = decided(card, desk.programme, desk.say, None).text
    try:
        if len(card.media) == 1:
            await desk.bot.edit_message_caption(
                chat_id=chat_id, message_id=message_id, caption=text
            )
        else:
            await desk.bot.edit_message_text(text, chat_id=chat_id, message_id=message_id)
    except TelegramBadRequest:
        return  # gone, settled before, or showing another entry's kind of file
