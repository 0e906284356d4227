"""Answers to a tap on a card: another card in its place, a word, or just the end of the spinner."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiogram.types import CallbackQuery, Message

from award.errors import Refusal
from handlers.ui.sending import change, send
from handlers.ui.shown import Shown
from locales import Texts


def tapped_card(tap: CallbackQuery) -> Message | None:
    """The message whose button was tapped; None where Telegram has let go of it."""
    return tap.message if isinstance(tap.message, Message) else None


async def show_instead(tap: CallbackQuery, shown: Shown) -> Message:
    """Show it in place of the tapped card; below, if Telegram has let go of that.

    Returns the message that shows it. The tap is still to be answered: `put` does both.
    """
    card = tapped_card(tap)
    if card is not None:
        return await change(card, shown)
    assert tap.bot is not None
    return await send(tap.bot, tap.from_user.id, shown)


async def put(tap: CallbackQuery, shown: Shown, alert: str | None = None) -> None:
    """Show it in place of the tapped card, and answer the tap."""
    await show_instead(tap, shown)
    await acknowledge(tap, alert)


@dataclass
class Answered:
    """What became of a tap: the refusal that was told in its stead and its key, if any was."""

    refusal: Refusal | None = None
    key: str = ""


@asynccontextmanager
async def answering(
    tap: CallbackQuery, say: Texts, told: Mapping[type[Refusal], str | None]
) -> AsyncIterator[Answered]:
    """Do within what a tap on a standing card asks for; the tap is answered at the end.

    Refusals of the kinds of `told` are told in an alert, by the key given here or else by their
    own (the first kind that fits counts): it is for the caller to show then how the card stands.
    """
    answered = Answered()
    alert = None
    try:
        yield answered
    except tuple(told) as refusal:
        key = next(key for kind, key in told.items() if isinstance(refusal, kind))
        answered.refusal, answered.key = refusal, key or refusal.key
        alert = say.plain(answered.key, **refusal.details)
    await acknowledge(tap, alert)


async def acknowledge(tap: CallbackQuery, alert: str | None = None) -> None:
    """Stop the button's spinner, with an alert where there is something to say."""
    if alert is None:
        await tap.answer()
    else:
        await answer(tap, alert)


async def answer(tap: CallbackQuery, words: str) -> None:
    """Answer a tap with an alert, of which Telegram takes 200 characters."""
    await tap.answer(words[:200], show_alert=True)
