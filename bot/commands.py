"""How the bot introduces itself in Telegram: its commands and its description, in each language."""

import asyncio

import structlog
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from locales import LANGUAGES, Texts, texts

log = structlog.get_logger()

COMMANDS = (
    "menu",
    "add",
    "progress",
    "plan",
    "help",
    "language",
    "mydata",
    "verify",
    "cancel",
)


async def introduce(bot: Bot) -> None:
    """Set commands and descriptions; Kazakh where Telegram knows no better.

    A failure is logged and no more: a bot that is not introduced serves as well.
    """
    try:
        await asyncio.gather(*(_introduce_in(bot, language) for language in (None, *LANGUAGES)))
    except (TelegramAPIError, ClientDecodeError) as error:
        log.warning("not_introduced", error=type(error).__name__)


async def _introduce_in(bot: Bot, language: str | None) -> None:
    say = texts(language)
    await bot.set_my_commands(
        _commands(say), scope=BotCommandScopeAllPrivateChats(), language_code=language
    )
    await bot.set_my_description(say.plain("bot-description"), language_code=language)
    await bot.set_my_short_description(say.plain("bot-short-description"), language_code=language)


def _commands(say: Texts) -> list[BotCommand]:
    return [BotCommand(command=name, description=say.plain(f"command-{name}")) for name in COMMANDS]
