import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.errors import NotAllowed, Refusal, TooLate
from award.journal.drafts import Change, start_draft
from award.journal.entries import withdraw
from award.mentoring.tasks import FARTHEST, MOST_OPEN, drop_task, own_task, set_task, tasks_of
from award.programme import Programme
from award.review.decisions import approve, return_
from storage.tables import EnrolmentState, Entry, EntryState, Outbox, Task, TaskState
from tests.acting import acting
from tests.award.journal.diary import NOW, TODAY, Diary, a_diary
from tests.award.review.test_decisions import a_mentor

DUE = TODAY + dt.timedelta(days=7)


@pytest.fixture
async def diary(session: AsyncSession, tosbelgi: Programme) -> Diary:
    made = await a_diary(session, tosbelgi)
    return replace(made, mentor=a_mentor(made.mentor))


async def a_task(
    diary: Diary,
    actor: Actor | None = None,
    *,
    direction: str = "talent",
    words: str = "Домбырада күй тартыңыз",
    due: dt.date = DUE,
) -> Task:
    who, number = actor or diary.mentor, diary.enrolment.id
    return await set_task(
        acting(diary.session, who, NOW, diary.programme), number, direction, words, due
    )


async def answer(diary: Diary, task: Task) -> Entry:
    """The participant answers a task as an entry, and sends it."""
    change = Change(task_id=task.id, minutes=30, note="Тарттым")
    entry = await start_draft(acting(diary.session, diary.actor, NOW, diary.programme), change)
    await diary.submits(entry)
    return entry


async def listed(diary: Diary, actor: Actor) -> list[tuple[TaskState, EntryState | None]]:
    number = diary.enrolment.id
    found = await tasks_of(acting(diary.session, actor, NOW, diary.programme), number)
    return [(seen.task.state, seen.answer) for seen in found.tasks]


async def test_a_task_is_set_told_and_seen_by_both(diary: Diary) -> None:
    task = await a_task(diary)
    notice = (await diary.session.scalars(select(Outbox))).one()
    assert (notice.person_id, notice.kind) == (diary.actor.id, "task-set")
    assert notice.details == {"task": task.id}
    for actor in (diary.actor, diary.mentor):
        assert await listed(diary, actor) == [(TaskState.OPEN, None)]


async def test_an_answered_task_is_done_when_its_entry_is_approved(diary: Diary) -> None:
    task = await a_task(diary)
    entry = await answer(diary, task)
    assert entry.direction == "talent"
    assert await listed(diary, diary.mentor) == [(TaskState.DONE, EntryState.SUBMITTED)]
    await approve(acting(diary.session, diary.mentor, NOW), entry.id)
    assert await listed(diary, diary.mentor) == [(TaskState.DONE, EntryState.APPROVED)]


async def test_a_task_is_open_again_when_its_entry_is_returned_or_taken_back(
    diary: Diary,
) -> None:
    task = await a_task(diary)
    entry = await answer(diary, task)
    await return_(acting(diary.session, diary.mentor, NOW), entry.id, reason="note_short")
    assert task.state is TaskState.OPEN
    again = await answer(diary, task)
    await withdraw(acting(diary.session, diary.actor, NOW), again.id)
    assert task.state is TaskState.OPEN


async def test_a_dropped_task_is_told_and_answered_no_more(diary: Diary) -> None:
    task = await a_task(diary)
    await drop_task(acting(diary.session, diary.mentor, NOW), task.id)
    assert await listed(diary, diary.mentor) == []
    with pytest.raises(TooLate):
        await drop_task(acting(diary.session, diary.mentor, NOW), task.id)
    with pytest.raises(TooLate):
        await answer(diary, task)
    kinds = await diary.session.scalars(select(Outbox.kind).order_by(Outbox.id))
    assert list(kinds) == ["task-set", "task-dropped"]


async def test_an_answered_task_is_not_dropped(diary: Diary) -> None:
    task = await a_task(diary)
    await answer(diary, task)
    with pytest.raises(TooLate):
        await drop_task(acting(diary.session, diary.mentor, NOW), task.id)


@pytest.mark.parametrize("words", ["", "  \n", "\0", "\u200f\u200b", "ә" * 601])
async def test_words_are_needed_and_bounded(diary: Diary, words: str) -> None:
    with pytest.raises(Refusal):
        await a_task(diary, words=words)


@pytest.mark.parametrize(
    ("due", "fits"),
    [
        (TODAY - dt.timedelta(days=1), False),
        (TODAY, True),
        (TODAY + FARTHEST, True),
        (TODAY + FARTHEST + dt.timedelta(days=1), False),
    ],
)
async def test_a_task_is_due_from_today_to_a_year_ahead(
    diary: Diary, due: dt.date, fits: bool
) -> None:
    if fits:
        assert (await a_task(diary, due=due)).due == due
    else:
        with pytest.raises(Refusal):
            await a_task(diary, due=due)


async def test_a_task_is_in_a_direction_of_the_participant(diary: Diary) -> None:
    with pytest.raises(NotAllowed):
        await a_task(diary, direction="nonsense")


async def test_open_tasks_are_bounded(diary: Diary) -> None:
    for _ in range(MOST_OPEN):
        await a_task(diary)
    with pytest.raises(Refusal) as refused:
        await a_task(diary)
    assert refused.value.key == "tasks-many"


async def test_tasks_are_for_this_mentor_and_an_active_participant(diary: Diary) -> None:
    task = await a_task(diary)
    for other in (diary.actor, a_mentor(diary.actor), diary.stranger, a_mentor(diary.stranger)):
        with pytest.raises(NotAllowed):
            await a_task(diary, other)
        with pytest.raises(NotAllowed):
            await drop_task(acting(diary.session, other, NOW), task.id)
    for other in (diary.stranger, a_mentor(diary.stranger)):
        with pytest.raises(NotAllowed):
            await listed(diary, other)
        with pytest.raises(NotAllowed):
            await own_task(acting(diary.session, other), task.id)
    with pytest.raises(NotAllowed):
        await drop_task(acting(diary.session, diary.mentor, NOW), 987_654)
    diary.enrolment.state = EnrolmentState.PAUSED
    await diary.session.flush()
    with pytest.raises(Refusal):
        await a_task(diary)
    diary.enrolment.state = EnrolmentState.AWAITING_REPRESENTATIVE
    await diary.session.flush()
    with pytest.raises(NotAllowed):
        await a_task(diary)
