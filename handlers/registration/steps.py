"""The way through an application: its screens, which one comes next, what was mistaken."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import Message
from aiogram_dialog import DialogManager

from award.errors import Refusal
from award.registration.application import Application, Asked, Question, application
from award.registration.personal import Field, Unfit
from handlers.ui.context import context_of
from handlers.ui.questions import Questions
from handlers.ui.states import Registration
from handlers.ui.widgets import mistaken

SCREENS: dict[Question, State] = {
    question: getattr(Registration, question.value) for question in Question
}
# What one choice of the participant is, whatever number of screens it takes.
STEPS = {
    **{question: number for number, question in enumerate(Question, 1)},
    Question.CHOICE: 11,
    Question.PARTNER: 11,
    Question.CENTRE: 12,
    Question.MENTOR: 12,
}
LAST_STEP = 13  # to read, sign and send


async def form_of(manager: DialogManager) -> Application:
    """The acting person's application as it stands."""
    at = context_of(manager)
    return await application(at)


class _Application(Questions[Asked]):
    async def every(self, manager: DialogManager) -> tuple[Asked, ...]:
        return (await form_of(manager)).questions

    async def left(self, manager: DialogManager) -> list[Asked]:
        later = manager.dialog_data.get("later", ())
        form = await form_of(manager)
        return [asked for asked in form.unanswered if asked.question not in later]

    def screen(self, asked: Asked) -> State:
        return SCREENS[asked.question]

    def is_asked(self, asked: Asked, manager: DialogManager) -> bool:
        subject = manager.dialog_data.get("subject")
        return super().is_asked(asked, manager) and asked.subject in (None, subject)

    async def ask(self, manager: DialogManager, asked: Asked) -> None:
        manager.dialog_data["subject"] = asked.subject
        for gone in ("year", "month", "search"):
            manager.dialog_data.pop(gone, None)
        await super().ask(manager, asked)

    async def go_on(self, manager: DialogManager) -> None:
        """The same, or kindly out if no level is open."""
        if (await form_of(manager)).closed:
            await manager.switch_to(Registration.closed)
        else:
            await super().go_on(manager)


QUESTIONS = _Application("application-step", Registration.summary)


async def step(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How far the application is, for every screen."""
    state = dialog_manager.current_context().state
    asked = next((q for q, screen in SCREENS.items() if screen == state), None)
    return {"step": STEPS[asked] if asked else LAST_STEP, "steps": LAST_STEP, "current": ""}


async def refuse_other(_message: Message, _input: Any, manager: DialogManager) -> None:
    """Something came that cannot answer this question: say what can."""
    mistaken(manager, _SUITED.get(manager.current_context().state, Refusal("mistake-tap")))


_SUITED: dict[State | None, Refusal] = {
    **{
        screen: Refusal("mistake-write")
        for screen in (
            Registration.full_name,
            Registration.place,
            Registration.study,
            Registration.about,
            Registration.hobbies,
        )
    },
    Registration.birth_date: Unfit(Field.BIRTH_DATE),
    Registration.region: Unfit(Field.REGION),
    Registration.photo: Unfit(Field.PHOTO),
    Registration.phone: Unfit(Field.PHONE),
}
