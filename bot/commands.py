"""How the bot introduces itself in Telegram: its commands and its description, in each language."""

from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from locales import LANGUAGES, Texts, texts

COMMANDS = (
    "menu",
    "add",
    "progress",
    "plan",
    "help",
    "language",
    "mydata",
    "cancel",
)


async def introduce(bot: Bot) -> None:
    """Set commands and descriptions; Kazakh where Telegram knows no better."""
    scope = BotCommandScopeAllPrivateChats()
    for language in (None, *LANGUAGES):
        say = texts(language)
        await bot.set_my_commands(_commands(say), scope=scope, language_code=language)
        await bot.set_my_description(say.plain("bot-description"), language_code=language)
        await bot.set_my_short_description(
            say.plain("bot-short-description"), language_code=language
        )


def _commands(say: Texts) -> list[BotCommand]:
    return [BotCommand(command=name, description=say.plain(f"command-{name}")) for name in COMMANDS]
