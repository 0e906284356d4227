"""Extra tasks: the mentor lists, sets and drops them; the participant answers with an entry."""

from datetime import datetime

from aiogram import Bot, F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.scope import mentored, mentors
from award.errors import NotAllowed
from award.journal.drafts import Change, draft, start_draft
from award.mentoring.tasks import TaskList, TaskSeen, drop_task, own_task, tasks_of
from award.programme import Programme
from handlers.journal.draft_card import card
from handlers.mentoring.task_form import TaskForm
from handlers.ui.notices import Notice, notice
from handlers.ui.sending import change, send
from handlers.ui.shown import Shown, button, quoted
from handlers.ui.taps import DisputeTap, Id, Newcomer, OpenMenu, TaskTap
from handlers.ui.widgets import open_anew
from handlers.wording.names import direction_name
from locales import Texts
from storage.tables import EntryState, Task, TaskState

SHOWN = 12

router = Router(name="tasks")


class TaskDo(CallbackData, prefix="td"):
    """Something to do with a task: ask (before dropping), drop, answer."""

    do: str
    task: Id


class NewTask(CallbackData, prefix="tn"):
    """Set a new task for a participant."""

    enrolment: Id


# --- the mentor's list


@router.callback_query(TaskTap.filter())
async def open_tasks(
    tap: CallbackQuery,
    callback_data: TaskTap,
    bot: Bot,
    session: AsyncSession,
    actor: Actor,
    say: Texts,
    programme: Programme,
    now: datetime,
) -> None:
    listed = await tasks_of(session, actor, callback_data.enrolment, programme, now)
    await send(bot, tap.from_user.id, _list_shown(listed, actor, programme, say))
    await tap.answer()


def _list_shown(listed: TaskList, actor: Actor, programme: Programme, say: Texts) -> Shown:
    lines = [say("tasks-head", name=listed.name)]
    rows = []
    mine = mentors(actor, listed.enrolment)
    for seen in listed.tasks[:SHOWN]:
        lines += [Markup(""), *_task_lines(seen, programme, say)]
        if mine and seen.task.state is TaskState.OPEN:
            number = [each.task.id for each in listed.tasks].index(seen.task.id) + 1
            data = TaskDo(do="ask", task=seen.task.id).pack()
            rows.append([button(say.plain("tasks-button-drop", number=number), data)])
            lines[-2] = Markup("{}. {}").format(number, lines[-2])
    if not listed.tasks:
        lines.append(say("tasks-none"))
    if mine and listed.may_add:
        new = NewTask(enrolment=listed.enrolment.id).pack()
        rows.insert(0, [button(say.plain("tasks-button-new"), new)])
    theirs = Newcomer(enrolment=listed.enrolment.id).pack()
    rows.append(
        [
            button(say.plain("tasks-button-participant"), theirs),
            button(say.plain("button-menu"), OpenMenu().pack()),
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


@router.callback_query(TaskDo.filter(F.do.in_({"ask", "drop"})))
async def drop(
    tap: CallbackQuery,
    callback_data: TaskDo,
    session: AsyncSession,
    actor: Actor,
    say: Texts,
    programme: Programme,
    now: datetime,
) -> None:
    """Drop a task, asking once."""
    task_id = callback_data.task
    if callback_data.do == "drop":
        task = await drop_task(session, actor, task_id, now)
        shown = await _after_drop(session, actor, task.enrolment_id, programme, say, now)
    else:
        yes = TaskDo(do="drop", task=task_id).pack()
        shown = Shown(
            say("tasks-ask-drop"), (), [[button(say.plain("tasks-button-drop-yes"), yes)]]
        )
    if isinstance(tap.message, Message):
        await change(tap.message, shown)
    await tap.answer()


async def _after_drop(
    session: AsyncSession,
    actor: Actor,
    enrolment_id: int,
    programme: Programme,
    say: Texts,
    now: datetime,
) -> Shown:
    listed = await tasks_of(session, actor, enrolment_id, programme, now)
    return _list_shown(listed, actor, programme, say)


@router.callback_query(NewTask.filter())
async def new(
    tap: CallbackQuery,
    callback_data: NewTask,
    session: AsyncSession,
    actor: Actor,
    dialog_manager: DialogManager,
) -> None:
    """Open the form, for the mentor of the participant only."""
    enrolment = await mentored(session, actor, callback_data.enrolment)
    data = {"enrolment": enrolment.id}
    await open_anew(dialog_manager, TaskForm.direction, data, ShowMode.SEND)
    await tap.answer()


# --- the participant


@notice("task-set")
async def _task_set(n: Notice) -> Shown | None:
    task = await _own(n)
    if task is None or task.state is not TaskState.OPEN:
        return None
    answer = TaskDo(do="answer", task=task.id).pack()
    lines = [_told(n, "tasks-told-set", task), quoted(task.words), n.say("tasks-told-hint")]
    dispute = DisputeTap(do="task", id=task.id).pack()
    rows = [
        [button(n.say.plain("tasks-button-answer"), answer)],
        [button(n.say.plain("dispute-button-begin"), dispute)],
    ]
    return Shown(Markup("\n").join(lines), (), rows)


@notice("task-dropped")
async def _task_dropped(n: Notice) -> Shown | None:
    task = await _own(n)
    if task is None:
        return None
    lines = [_told(n, "tasks-told-dropped", task), quoted(task.words)]
    return Shown(Markup("\n").join(lines))


async def _own(n: Notice) -> Task | None:
    try:
        return await own_task(n.session, n.receiver, n.details["task"])
    except NotAllowed:
        return None


def _told(n: Notice, key: str, task: Task) -> Markup:
    name = direction_name(n.programme.direction(task.direction), n.say)
    return n.say(key, direction=name, due=task.due)


@router.callback_query(TaskDo.filter(F.do == "answer"))
async def answer(
    tap: CallbackQuery,
    callback_data: TaskDo,
    bot: Bot,
    session: AsyncSession,
    actor: Actor,
    say: Texts,
    programme: Programme,
    now: datetime,
) -> None:
    """Begin the entry that answers a task; its card asks for the rest."""
    given = Change(task_id=callback_data.task)
    entry = await start_draft(session, actor, given, programme, now)
    made = await draft(session, actor, entry.id, programme, now)
    await send(bot, tap.from_user.id, card(made, say))
    await tap.answer()
