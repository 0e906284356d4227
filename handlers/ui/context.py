"""What handlers, windows and notices work with: who acts, by what rules, when, in which words."""

from dataclasses import dataclass

from aiogram import Bot
from aiogram_dialog import DialogManager

from award.access.acting import Acting
from handlers.ui.reply import Reply
from locales import Texts


@dataclass(frozen=True)
class Speaking(Acting):
    """Somebody who acts, and the texts in their language."""

    say: Texts


@dataclass(frozen=True)
class RequestContext(Speaking):
    """The update at hand, in a chat with one person; handlers and windows get it as `at`."""

    bot: Bot
    reply: Reply


def context_of(manager: DialogManager) -> RequestContext:
    """The same where aiogram-dialog gives a manager alone: in what its buttons and inputs do."""
    at: RequestContext = manager.middleware_data["at"]
    return at


def become(manager: DialogManager, at: RequestContext) -> RequestContext:
    """The context from here on: a person has just given a language or a name."""
    manager.middleware_data["at"] = at
    return at
