"""The way through an application: its screens, which one comes next, what was mistaken."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.widgets.kbd import Button, Group, Row
from aiogram_dialog.widgets.text import Multi, Text

from award.errors import Refusal
from award.registration.application import Application, Asked, Question, application
from award.registration.personal import Field, Unfit
from handlers.ui.context import context_of
from handlers.ui.states import Menu, Registration
from handlers.ui.widgets import Label, Mistake, Say, menu, mistaken

SCREENS = {question: getattr(Registration, question.value) for question in Question}
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


async def go_on(manager: DialogManager) -> None:
    """To the first question without an answer, or the summary; kindly out if no level is open."""
    form = await form_of(manager)
    data = manager.dialog_data
    later = data.get("later", ())
    left = [asked for asked in form.unanswered if asked.question not in later]
    if form.closed:
        await manager.switch_to(Registration.closed)
    elif left:
        await ask(manager, left[0])
    else:
        await to_summary(manager)


async def ask(manager: DialogManager, asked: Asked) -> None:
    """Show the screen of this question."""
    manager.dialog_data["subject"] = asked.subject
    for gone in ("year", "month", "search"):
        manager.dialog_data.pop(gone, None)
    await manager.switch_to(SCREENS[asked.question])


async def to_summary(manager: DialogManager) -> None:
    manager.dialog_data.pop("changing", None)
    await manager.switch_to(Registration.summary)


async def _previous(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """To the question before this one; from the first one to the menu."""
    if manager.dialog_data.get("changing"):
        await to_summary(manager)
        return
    questions = (await form_of(manager)).questions
    current = _number(questions, manager)
    if current == 0:
        await manager.start(Menu.home, mode=StartMode.RESET_STACK)
    else:
        await ask(manager, questions[current - 1])


def _number(questions: tuple[Asked, ...], manager: DialogManager) -> int:
    """Which question the screen at hand asks; past the last one for any other screen."""
    state, subject = manager.current_context().state, manager.dialog_data.get("subject")
    for number, asked in enumerate(questions):
        if SCREENS[asked.question] == state and asked.subject in (None, subject):
            return number
    return len(questions)


def foot() -> Group:
    """Below every question: let the answer stand, the question before, the menu."""
    return Group(
        Button(Label("button-keep-answer"), id="keep", on_click=_keep, when="current"),
        Row(previous(), menu()),
    )


async def _keep(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await go_on(manager)


def previous() -> Button:
    """To the question before."""
    return Button(Label("button-back"), id="previous", on_click=_previous)


def question(key: str, *more: Text) -> Text:
    """The words of a question's screen: how far, what was mistaken, the question, the answer."""
    return Multi(
        Say("application-step"),
        Mistake(),
        Say(key),
        *more,
        Say("answer-now", when="current"),
        sep="\n\n",
    )


async def step(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How far the application is, for every screen."""
    state = dialog_manager.current_context().state
    asked = next((q for q, screen in SCREENS.items() if screen == state), None)
    return {"step": STEPS[asked] if asked else LAST_STEP, "steps": LAST_STEP, "current": ""}


async def refuse_other(message: Message, _input: Any, manager: DialogManager) -> None:
    """Something came that cannot answer this question: say what can."""
    album = message.media_group_id
    if album is not None and album == manager.dialog_data.get("album"):
        manager.show_mode = ShowMode.NO_UPDATE  # the rest of an album whose first photo was taken
        return
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
