"""What rings at somebody else's is done so often a day, and goes on the next."""

import datetime as dt

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.absence.absences import PauseReason, report, withdraw
from award.access.budget import A_DAY, within_budget
from award.audit import record
from award.errors import Refusal
from award.profile.enrolment import pause, resume
from award.programme import Programme
from storage.tables import Outbox
from tests.acting import acting
from tests.award.journal.diary import NOW, TODAY, Diary, a_diary


@pytest.fixture
async def diary(session: AsyncSession, tosbelgi: Programme) -> Diary:
    return await a_diary(session, tosbelgi)


async def _rang(diary: Diary) -> int:
    await diary.session.flush()
    found = select(func.count(Outbox.id)).where(Outbox.person_id == diary.mentor.id)
    return await diary.session.scalar(found) or 0


async def test_an_absence_told_and_taken_back_rings_only_so_often(diary: Diary) -> None:
    at = acting(diary.session, diary.actor, NOW, diary.programme)
    for _ in range(A_DAY):
        excuse = await report(at, PauseReason.ILLNESS, TODAY, TODAY)
        await withdraw(at, excuse.id)
    rang = await _rang(diary)
    with pytest.raises(Refusal, match="refused-too-often"):
        await report(at, PauseReason.ILLNESS, TODAY, TODAY)
    assert await _rang(diary) == rang
    tomorrow = acting(diary.session, diary.actor, NOW + dt.timedelta(days=1), diary.programme)
    await report(tomorrow, PauseReason.ILLNESS, TODAY, TODAY)


async def test_a_pause_begun_and_ended_rings_only_so_often(diary: Diary) -> None:
    at = acting(diary.session, diary.actor, NOW, diary.programme)
    for _ in range(A_DAY):
        await pause(at, diary.enrolment.id, PauseReason.ILLNESS)
        await resume(at, diary.enrolment.id)
    with pytest.raises(Refusal, match="refused-too-often"):
        await pause(at, diary.enrolment.id, PauseReason.ILLNESS)


async def test_the_budget_is_each_one_s_own(diary: Diary) -> None:
    session = diary.session
    for _ in range(3):
        await record(session, diary.stranger.id, "plan.wished", "plan", 1, NOW)
    at = acting(session, diary.actor, NOW, diary.programme)
    await within_budget(at, "plan.wished", 3)
    with pytest.raises(Refusal, match="refused-too-often"):
        await within_budget(acting(session, diary.stranger, NOW), "plan.wished", 3)
    await within_budget(acting(session, diary.stranger, NOW), "dispute.opened", 3)
