"""Extra tasks: the mentor sets one with a date, the participant answers it like an entry (§5)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select

from award.access.acting import Acting
from award.access.scope import mentored, visible
from award.audit import record
from award.calendar import DAY
from award.calendar.zones import today_in
from award.errors import NotFound, Refusal, TooLate
from award.outbox import NoticeKind, tell
from award.progress.asked import asked_of
from award.typed import tidied
from storage.tables import (
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Person,
    RoleKind,
    Task,
    TaskState,
)

LONGEST_WORDS = 600
FARTHEST = DAY * 366
MOST_OPEN = 10
MOST = 200  # of one participant in all, dropped ones too: two a week of the longest level


@dataclass(frozen=True, slots=True)
class TaskSeen:
    """A task, and the state of its latest answer; None while there is none."""

    task: Task
    answer: EntryState | None


@dataclass(frozen=True, slots=True)
class TaskList:
    """A participant's tasks, open ones first by date; their directions and today's date there."""

    enrolment: Enrolment
    name: str
    tasks: tuple[TaskSeen, ...]
    directions: tuple[str, ...]
    today: dt.date

    @property
    def may_add(self) -> bool:
        """Another task can be set now."""
        is_open = sum(seen.task.state is TaskState.OPEN for seen in self.tasks)
        return self.enrolment.state is EnrolmentState.ACTIVE and is_open < MOST_OPEN


async def tasks_of(at: Acting, enrolment_id: int) -> TaskList:
    """Tasks of an enrolment that the person may read; a look by staff is on the record (§7)."""
    enrolment = await visible(at, enrolment_id)
    found = await at.session.execute(
        select(Person.full_name, Person.region).where(Person.id == enrolment.person_id)
    )
    name, region = found.one()
    if enrolment.person_id != at.actor.id:
        await record(at.session, at.actor.id, "tasks.seen", "enrolment", enrolment_id, at.now)
    tasks = await at.session.scalars(
        select(Task)
        .where(Task.enrolment_id == enrolment_id, Task.state != TaskState.DROPPED)
        .order_by((Task.state == TaskState.OPEN).desc(), Task.due, Task.id)
    )
    answers = await at.session.execute(
        select(Entry.task_id, Entry.state)
        .where(Entry.enrolment_id == enrolment_id, Entry.task_id.is_not(None))
        .order_by(Entry.id)
    )
    latest = {task_id: state for task_id, state in answers if state is not EntryState.DRAFT}
    return TaskList(
        enrolment=enrolment,
        name=name or "",
        tasks=tuple(TaskSeen(task, latest.get(task.id)) for task in tasks),
        directions=tuple(each.direction for each in asked_of(at.programme, enrolment)),
        today=today_in(at.programme, region, at.now),
    )


async def set_task(at: Acting, enrolment_id: int, direction: str, words: str, due: dt.date) -> Task:
    """Set a task for an active participant of the mentor; they are told at once.

    Raises Refusal for empty or long words, a date past or over a year ahead, too many open tasks.
    """
    enrolment = await mentored(at, enrolment_id)
    listed = await tasks_of(at, enrolment_id)
    if enrolment.state is not EnrolmentState.ACTIVE:
        raise Refusal("tasks-not-active")
    if not listed.may_add:
        raise Refusal("tasks-many", most=MOST_OPEN)
    of_all = select(func.count(Task.id)).where(Task.enrolment_id == enrolment_id)
    if (await at.session.scalar(of_all) or 0) >= MOST:
        raise Refusal("tasks-all", most=MOST)
    if direction not in listed.directions:
        raise NotFound
    words = tidied(words)
    if not words:
        raise Refusal("tasks-words-empty")
    if len(words) > LONGEST_WORDS:
        raise Refusal("tasks-words-long", most=LONGEST_WORDS, length=len(words))
    if not listed.today <= due <= listed.today + FARTHEST:
        raise Refusal("tasks-due-wrong", today=listed.today)
    task = Task(
        enrolment_id=enrolment_id,
        direction=direction,
        words=words,
        due=due,
        state=TaskState.OPEN,
        set_by=at.actor.id,
        set_at=at.now,
    )
    at.session.add(task)
    await at.session.flush()
    await record(
        at.session, at.actor.id, "task.set", "task", task.id, at.now, enrolment=enrolment_id
    )
    tell(at.session, enrolment.person_id, NoticeKind.TASK_SET, at.now, task=task.id)
    return task


async def drop_task(at: Acting, task_id: int) -> Task:
    """Take an open task back; raises TooLate for one answered or dropped already."""
    at.actor.require(RoleKind.MENTOR)
    task = await at.session.get(Task, task_id)
    if task is None:
        raise NotFound
    enrolment = await mentored(at, task.enrolment_id)
    await at.session.refresh(task)  # under the enrolment's lock
    if task.state is not TaskState.OPEN:
        raise TooLate("tasks-too-late")
    task.state = TaskState.DROPPED
    await record(at.session, at.actor.id, "task.dropped", "task", task.id, at.now)
    tell(at.session, enrolment.person_id, NoticeKind.TASK_DROPPED, at.now, task=task.id)
    return task


async def own_task(at: Acting, task_id: int) -> Task:
    """A task of the participant's own; raises NotFound."""
    task = await at.session.get(Task, task_id)
    enrolment = await at.session.get(Enrolment, task.enrolment_id) if task else None
    if task is None or enrolment is None or enrolment.person_id != at.actor.id:
        raise NotFound
    return task
