"""Who leaves takes back what waits: the mentor has nothing of it in any queue, and is told once."""

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor, Scope
from award.consent.representatives import withdraw_consent
from award.mentoring.tasks import set_task
from award.profile.enrolment import withdraw
from award.profile.erasure import erase
from award.programme import Programme
from award.retention.enrolments import erased_with_words, forget_journals_of
from award.review.decisions import approve
from storage.tables import (
    Audit,
    EnrolmentState,
    Entry,
    EntryState,
    Outbox,
    Person,
    RoleKind,
    TaskState,
)
from tests.acting import acting
from tests.award.journal.diary import NOW, TODAY, Diary, a_diary
from tests.participants import represented

LATER = NOW + dt.timedelta(days=1)


@pytest.fixture
async def diary(session: AsyncSession, tosbelgi: Programme) -> Diary:
    made = await a_diary(session, tosbelgi)
    person = await session.get_one(Person, made.actor.id)
    person.birth_date = dt.date(2010, 1, 15)
    return replace(made, mentor=replace(made.mentor, roles=(Scope(RoleKind.MENTOR),)))


async def _leaves(diary: Diary) -> None:
    await withdraw(acting(diary.session, diary.actor, LATER), diary.enrolment.id)


async def _consent_is_withdrawn(diary: Diary) -> None:
    mother = Actor(
        diary.stranger.id,
        diary.stranger.telegram_id,
        "kk",
        None,
        (Scope(RoleKind.REPRESENTATIVE, ward_id=diary.actor.id),),
    )
    await represented(diary.session, diary.enrolment, mother.id, NOW)
    await withdraw_consent(acting(diary.session, mother, LATER), diary.enrolment.id)


async def _is_erased(diary: Diary) -> None:
    await erase(acting(diary.session, diary.actor, LATER))
    await forget_journals_of(diary.session, erased_with_words(), LATER)


WAYS_OUT: dict[str, tuple[Callable[[Diary], Awaitable[None]], str]] = {
    "participant-withdrew": (_leaves, "enrolment.withdrawn"),
    "participant-left": (_consent_is_withdrawn, "consent.withdrawn"),
    "participant-erased": (_is_erased, "person.erased"),
}


@pytest.mark.parametrize("told", WAYS_OUT)
async def test_nothing_of_who_has_left_waits(diary: Diary, told: str) -> None:
    leave, _ = WAYS_OUT[told]
    approved, waiting, draft = [await diary.sport() for _ in range(3)]
    await diary.submits(approved)
    await approve(acting(diary.session, diary.mentor, NOW), approved.id)
    await diary.submits(waiting)
    await diary.session.commit()
    await leave(diary)
    await diary.session.commit()
    states = [await _state(diary, entry) for entry in (approved, waiting)]
    assert states == [EntryState.APPROVED, EntryState.WITHDRAWN]
    assert await _state(diary, draft) in (EntryState.DRAFT, EntryState.WITHDRAWN)
    assert await diary.session.scalar(_count(Entry, Entry.state == EntryState.SUBMITTED)) == 0
    of_mentor = Outbox.person_id == diary.mentor.id
    assert await diary.session.scalar(_count(Outbox, of_mentor, Outbox.kind == told)) == 1
    assert diary.enrolment.state is EnrolmentState.WITHDRAWN


@pytest.mark.parametrize("told", ["participant-withdrew", "participant-left"])
async def test_what_was_taken_back_is_on_the_record(diary: Diary, told: str) -> None:
    leave, action = WAYS_OUT[told]
    entries = [await diary.sport() for _ in range(2)]
    for entry in entries:
        await diary.submits(entry)
    await leave(diary)
    details = await diary.session.scalar(select(Audit.details).where(Audit.action == action))
    assert details == {"entries": [entry.id for entry in entries]}


async def test_a_task_that_waited_with_its_entry_is_open_again(diary: Diary) -> None:
    at = acting(diary.session, diary.mentor, NOW)
    task = await set_task(at, diary.enrolment.id, "sport", "Жүзу", TODAY)
    entry = await diary.sport(task_id=task.id)
    await diary.submits(entry)
    states = [task.state]
    await _leaves(diary)
    assert [*states, task.state] == [TaskState.DONE, TaskState.OPEN]


async def _state(diary: Diary, entry: Entry) -> EntryState:
    await diary.session.refresh(entry)
    return entry.state


def _count(table: type[Any], *conditions: Any) -> Any:
    return select(func.count()).select_from(table).where(*conditions)
