"""Answers to a tap on a card: another card in its place, a word, or just the end of the spinner."""

from aiogram.types import CallbackQuery, Message

from handlers.ui.sending import change, send
from handlers.ui.shown import Shown


async def answer(tap: CallbackQuery, words: str) -> None:
    """Answer a tap with an alert, of which Telegram takes 200 characters."""
    await tap.answer(words[:200], show_alert=True)


async def put(tap: CallbackQuery, shown: Shown, alert: str | None = None) -> None:
    """Show it in place of the tapped card; below, if Telegram has let go of that."""
    if isinstance(tap.message, Message):
        await change(tap.message, shown)
    elif tap.bot is not None:
        await send(tap.bot, tap.from_user.id, shown)
    await acknowledge(tap, alert)


async def acknowledge(tap: CallbackQuery, alert: str | None = None) -> None:
    """Stop the button's spinner, with an alert where there is something to say."""
    await tap.answer(alert, show_alert=alert is not None)
