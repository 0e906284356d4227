"""Extra tasks: the mentor lists, sets and drops them; the participant answers with an entry."""

from enum import StrEnum

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode
from markupsafe import Markup

from award.access.scope import mentored, mentors
from award.errors import NotAllowed
from award.journal.drafts import Change, draft, start_draft
from award.mentoring.tasks import TaskList, TaskSeen, drop_task, own_task, tasks_of
from award.outbox import NoticeKind
from award.programme import Programme
from handlers.journal.draft_card import card
from handlers.mentoring.task_form import TaskForm
from handlers.ui.context import RequestContext
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, button, quoted
from handlers.ui.taps import DisputeDo, DisputeTap, Id, Newcomer, OpenMenu, OpenTasks
from handlers.ui.widgets import open_anew
from handlers.wording.names import direction_name
from locales import Texts
from storage.tables import EntryState, Task, TaskState

SHOWN = 12

router = Router(name="tasks")


class TaskDo(StrEnum):
    """What a tap on a task asks for: to be asked and then to drop it, or to answer it."""

    ASK = "ask"
    DROP = "drop"
    ANSWER = "answer"


class TaskTap(CallbackData, prefix="td"):
    """Something to do with a task."""

    do: TaskDo
    task: Id


class NewTask(CallbackData, prefix="tn"):
    """Set a new task for a participant."""

    enrolment: Id


# --- the mentor's list


@router.callback_query(OpenTasks.filter())
async def open_tasks(tap: CallbackQuery, callback_data: OpenTasks, at: RequestContext) -> None:
    listed = await tasks_of(at, callback_data.enrolment)
    at.reply.send(_list_shown(listed, at))


def _list_shown(listed: TaskList, at: RequestContext) -> Shown:
    lines = [at.say("tasks-head", name=listed.name)]
    rows = []
    mine = mentors(at.actor, listed.enrolment)
    for seen in listed.tasks[:SHOWN]:
        lines += [Markup(""), *_task_lines(seen, at.programme, at.say)]
        if mine and seen.task.state is TaskState.OPEN:
            number = [each.task.id for each in listed.tasks].index(seen.task.id) + 1
            data = TaskTap(do=TaskDo.ASK, task=seen.task.id).pack()
            rows.append([button(at.say.plain("tasks-button-drop", number=number), data)])
            lines[-2] = Markup("{}. {}").format(number, lines[-2])
    if not listed.tasks:
        lines.append(at.say("tasks-none"))
    if mine and listed.may_add:
        new = NewTask(enrolment=listed.enrolment.id).pack()
        rows.insert(0, [button(at.say.plain("tasks-button-new"), new)])
    theirs = Newcomer(enrolment=listed.enrolment.id).pack()
    rows.append(
        [
            button(at.say.plain("tasks-button-participant"), theirs),
            button(at.say.plain("button-menu"), OpenMenu().pack()),
        ]
    )
    return Shown(Markup("\n").join(lines), (), rows)


def _task_lines(seen: TaskSeen, programme: Programme, say: Texts) -> list[Markup]:
    task = seen.task
    state = "done" if seen.answer is EntryState.APPROVED else task.state.value
    if task.state is TaskState.DONE and seen.answer is EntryState.SUBMITTED:
        state = "waiting"
    name = direction_name(programme.direction(task.direction), say)
    return [say(f"tasks-{state}", direction=name, due=task.due), quoted(task.words, 200)]


@router.callback_query(TaskTap.filter(F.do.in_({TaskDo.ASK, TaskDo.DROP})))
async def drop(tap: CallbackQuery, callback_data: TaskTap, at: RequestContext) -> None:
    """Drop a task, asking once."""
    task_id = callback_data.task
    if callback_data.do is TaskDo.DROP:
        task = await drop_task(at, task_id)
        shown = await _after_drop(at, task.enrolment_id)
    else:
        yes = TaskTap(do=TaskDo.DROP, task=task_id).pack()
        shown = Shown(
            at.say("tasks-ask-drop"), (), [[button(at.say.plain("tasks-button-drop-yes"), yes)]]
        )
    at.reply.put(shown)


async def _after_drop(at: RequestContext, enrolment_id: int) -> Shown:
    listed = await tasks_of(at, enrolment_id)
    return _list_shown(listed, at)


@router.callback_query(NewTask.filter())
async def new(
    tap: CallbackQuery, callback_data: NewTask, at: RequestContext, dialog_manager: DialogManager
) -> None:
    """Open the form, for the mentor of the participant only."""
    enrolment = await mentored(at, callback_data.enrolment)
    data = {"enrolment": enrolment.id}
    await open_anew(dialog_manager, TaskForm.direction, data, ShowMode.SEND)


# --- the participant


@notice(NoticeKind.TASK_SET)
async def _task_set(at: Notice) -> Shown | None:
    task = await _own(at)
    if task is None or task.state is not TaskState.OPEN:
        return None
    answer = TaskTap(do=TaskDo.ANSWER, task=task.id).pack()
    lines = [_told(at, "tasks-told-set", task), quoted(task.words), at.say("tasks-told-hint")]
    dispute = DisputeTap(do=DisputeDo.TASK, id=task.id).pack()
    rows = [
        [button(at.say.plain("tasks-button-answer"), answer)],
        [button(at.say.plain("dispute-button-begin"), dispute)],
    ]
    return Shown(Markup("\n").join(lines), (), rows)


@notice(NoticeKind.TASK_DROPPED)
async def _task_dropped(at: Notice) -> Shown | None:
    task = await _own(at)
    if task is None:
        return None
    lines = [_told(at, "tasks-told-dropped", task), quoted(task.words)]
    return Shown(Markup("\n").join(lines))


async def _own(at: Notice) -> Task | None:
    try:
        return await own_task(at, at.details["task"])
    except NotAllowed:
        return None


def _told(at: Notice, key: str, task: Task) -> Markup:
    name = direction_name(at.programme.direction(task.direction), at.say)
    return at.say(key, direction=name, due=task.due)


@router.callback_query(TaskTap.filter(F.do == TaskDo.ANSWER))
async def answer(tap: CallbackQuery, callback_data: TaskTap, at: RequestContext) -> None:
    """Begin the entry that answers a task; its card asks for the rest."""
    given = Change(task_id=callback_data.task)
    entry = await start_draft(at, given)
    made = await draft(at, entry.id)
    at.reply.send(card(made, at.say))
