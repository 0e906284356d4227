"""What every handler and window works with: who acts, in which words, when, by what rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from aiogram import Bot
from aiogram_dialog import DialogManager
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.programme import Programme
from locales import Texts


@dataclass(frozen=True)
class Here:
    """The update at hand, in a chat with one person; a handler asks for it as `at`."""

    bot: Bot
    session: AsyncSession
    actor: Actor
    say: Texts
    now: datetime
    programme: Programme

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Self:
        """From what middlewares gave, by name."""
        names = ("bot", "session", "actor", "say", "now", "programme")
        return cls(*(given[name] for name in names))


def here(manager: DialogManager) -> Here:
    """The same for a window, with the language or name that the person has just given."""
    return Here.of(manager.middleware_data)
