"""Registration: from "apply" to an application that is sent, one question a screen.

Every answer is kept as it is given, so the form is there tomorrow, at the first open question.
"""

from typing import Any

from aiogram_dialog import DialogManager, StartMode

from award.application import begin
from handlers import (
    registration_level,
    registration_person,
    registration_places,
    registration_sending,
)
from handlers.here import here
from handlers.registration_way import Registration, go_on
from handlers.widgets import Dialog

__all__ = ["Registration", "apply", "dialog"]


async def apply(manager: DialogManager) -> None:
    """Begin an application, or go on with the one begun; raises Refusal where one is under way."""
    await manager.start(Registration.full_name, mode=StartMode.RESET_STACK)


async def _open(_data: Any, manager: DialogManager) -> None:
    at = here(manager)
    await begin(at.session, at.actor, at.now)
    await go_on(manager)


dialog = Dialog(
    *registration_person.windows,
    *registration_level.windows,
    *registration_places.windows,
    *registration_sending.windows,
    on_start=_open,
)
