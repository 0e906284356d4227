"""Registration: from "apply" to an application that is sent, one question a screen.

Every answer is kept as it is given, so the form is there tomorrow, at the first open question.
"""

from typing import Any

from aiogram_dialog import DialogManager, StartMode

from award.registration.application import begin
from handlers.registration import level, person, places, summary
from handlers.registration.steps import QUESTIONS
from handlers.ui.context import context_of
from handlers.ui.states import Registration
from handlers.ui.widgets import Dialog

__all__ = ["Registration", "apply", "dialog"]


async def apply(manager: DialogManager) -> None:
    """Begin an application, or go on with the one begun; raises Refusal where one is under way."""
    await manager.start(Registration.full_name, mode=StartMode.RESET_STACK)


async def _open(_data: Any, manager: DialogManager) -> None:
    at = context_of(manager)
    await begin(at)
    await QUESTIONS.go_on(manager)


dialog = Dialog(
    *person.windows,
    *level.windows,
    *places.windows,
    *summary.windows,
    on_start=_open,
)
