"""The form of an extra task: direction, words, date, and a last look before it is sent."""

from datetime import date
from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import ChatEvent, DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button, CalendarUserConfig, Column, Row, Select
from aiogram_dialog.widgets.text import Format

from award.calendar import WEEK
from award.errors import Refusal
from award.mentoring.tasks import FARTHEST, LONGEST_WORDS, TaskList, set_task, tasks_of
from award.programme import Programme
from award.typed import tidied
from handlers.ui.calendar import Days
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import forget_question, started_with
from handlers.ui.previews import TODAY, example, story
from handlers.ui.shown import Shown, quoted
from handlers.ui.widgets import Dialog, Label, Say, back, cancel, menu
from handlers.understanding import day as day_meant
from handlers.wording.names import direction_name
from locales import Texts


class TaskForm(StatesGroup):
    direction = State()
    words = State()
    due = State()
    sure = State()


async def _listed(manager: DialogManager) -> TaskList:
    enrolment_id = started_with(manager)["enrolment"]
    return await tasks_of(context_of(manager), enrolment_id)


async def _of_direction(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    listed, say = await _listed(dialog_manager), at.say
    programme = at.programme
    names = [(code, direction_name(programme.direction(code), say)) for code in listed.directions]
    return {"name": listed.name, "directions": names}


async def _of_due(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"shown": (await _listed(dialog_manager)).today}


async def _of_sure(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    listed, form = await _listed(dialog_manager), dialog_manager.dialog_data
    programme, say = at.programme, at.say
    return {
        "name": listed.name,
        "direction": direction_name(programme.direction(form["direction"]), say),
        "words": quoted(form["words"]),
        "due": date.fromisoformat(form["due"]),
    }


async def _direction_tapped(
    _tap: CallbackQuery, _widget: Any, manager: DialogManager, direction: str
) -> None:
    manager.dialog_data["direction"] = direction
    await manager.switch_to(TaskForm.words)


async def _words_typed(
    _message: Message, _input: ManagedTextInput[str], manager: DialogManager, words: str
) -> None:
    words = tidied(words)
    if not words:
        raise Refusal("tasks-words-empty")
    if len(words) > LONGEST_WORDS:
        raise Refusal("tasks-words-long", most=LONGEST_WORDS, length=len(words))
    manager.dialog_data["words"] = words
    await manager.switch_to(TaskForm.due)


async def _due_chosen(_event: ChatEvent, _widget: Any, manager: DialogManager, due: date) -> None:
    today = (await _listed(manager)).today
    if not today <= due <= today + FARTHEST:
        raise Refusal("tasks-due-wrong", today=today)
    manager.dialog_data["due"] = due.isoformat()
    await manager.switch_to(TaskForm.sure)


async def _due_typed(
    message: Message, _input: ManagedTextInput[str], manager: DialogManager, words: str
) -> None:
    today = (await _listed(manager)).today
    due = day_meant(words, today, earliest=today)
    if due is None:
        context_of(manager).reply.say(context_of(manager).say("tasks-due-wrong", today=today))
        return
    await _due_chosen(message, None, manager, due)


async def _set(tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, form = context_of(manager), manager.dialog_data
    task = await set_task(
        at,
        started_with(manager)["enrolment"],
        form["direction"],
        form["words"],
        date.fromisoformat(form["due"]),
    )
    shown = Shown(at.say("tasks-saved", due=task.due))
    forget_question(manager)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    at.reply.put(shown)


class _DaysAhead(Days):
    """Days by which a task may be due."""

    async def _get_user_config(
        self, data: dict[str, Any], manager: DialogManager
    ) -> CalendarUserConfig:
        return CalendarUserConfig(min_date=data["shown"], max_date=data["shown"] + FARTHEST)


def _of_story(say: Texts, programme: Programme) -> dict[str, Any]:
    names = [(each.code, direction_name(each, say)) for each in programme.directions]
    return {
        "name": story(say).participant,
        "direction": names[1][1],
        "directions": names,
        "words": quoted(story(say).task),
        "due": TODAY + WEEK,
        "shown": TODAY,
    }


_PREVIEWED = example(_of_story)

dialog = Dialog(
    Window(
        Say("tasks-ask-direction"),
        Column(
            Select(
                Format("{item[1]}"),
                id="direction",
                item_id_getter=lambda item: item[0],
                items="directions",
                on_click=_direction_tapped,
            )
        ),
        Row(cancel(), menu()),
        state=TaskForm.direction,
        getter=_of_direction,
        preview_data=_PREVIEWED,
    ),
    Window(
        Say("tasks-ask-words"),
        TextInput(id="words", on_success=_words_typed),
        Row(back(), menu()),
        state=TaskForm.words,
        preview_data=_PREVIEWED,
    ),
    Window(
        Say("tasks-ask-due"),
        _DaysAhead(id="due", on_click=_due_chosen),
        TextInput(id="due_typed", on_success=_due_typed),
        Row(back(), menu()),
        state=TaskForm.due,
        getter=_of_due,
        preview_data=_PREVIEWED,
    ),
    Window(
        Say("tasks-ask-sure"),
        Button(Label("tasks-button-set"), id="set", on_click=_set),
        Row(back(), menu()),
        state=TaskForm.sure,
        getter=_of_sure,
        preview_data=_PREVIEWED,
    ),
)
