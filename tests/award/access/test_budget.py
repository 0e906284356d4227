"""What rings at somebody else's, or leaves something behind, is done so often and no more."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.absence.absences import PauseReason, report, withdraw
from award.access.actor import Scope
from award.access.budget import A_DAY, within_budget
from award.access.invitations import LINKS_A_DAY, LINKS_OF_STAFF_A_DAY
from award.audit import record
from award.consent import representatives
from award.errors import Refusal
from award.mentoring import tasks
from award.plan import plans
from award.profile.enrolment import pause, resume
from award.profile.enrolment import withdraw as leave
from award.programme import Programme
from award.registration.application import begin
from award.registration.personal import MOST_BIRTH_DATES, Field, correct
from award.staff.invitations import invite
from storage.tables import Outbox, Plan, PlanState, Role, RoleKind, Task, TaskState
from tests.acting import acting
from tests.award.journal.diary import NOW, TODAY, Diary, a_diary
from tests.award.registration.town import NOW as TOWN_NOW
from tests.award.registration.town import Town


@pytest.fixture
async def diary(session: AsyncSession, tosbelgi: Programme) -> Diary:
    return await a_diary(session, tosbelgi)


@pytest.fixture
def town(session: AsyncSession, tosbelgi: Programme) -> Town:
    return Town(session, tosbelgi)


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


# --- what one person can make in all


async def test_tasks_dropped_again_and_again_come_to_an_end(diary: Diary) -> None:
    mentor = replace(diary.mentor, roles=(Scope(RoleKind.MENTOR),))
    at = acting(diary.session, mentor, NOW, diary.programme)
    row = {"enrolment_id": diary.enrolment.id, "direction": "sport", "words": "Жүзу", "due": TODAY}
    row |= {"state": TaskState.DROPPED, "set_by": mentor.id, "set_at": NOW}
    await diary.session.execute(insert(Task), [row] * (tasks.MOST - 1))
    await tasks.set_task(at, diary.enrolment.id, "sport", "Жүзу", TODAY)
    with pytest.raises(Refusal, match="tasks-all"):
        await tasks.set_task(at, diary.enrolment.id, "sport", "Жүзу", TODAY)


async def test_a_plan_has_so_many_versions(diary: Diary) -> None:
    mentor = replace(diary.mentor, roles=(Scope(RoleKind.MENTOR),))
    at = acting(diary.session, mentor, NOW, diary.programme)
    row = {"enrolment_id": diary.enrolment.id, "made_by": mentor.id, "made_at": NOW}
    row |= {"version": plans.MOST_VERSIONS, "state": PlanState.AGREED}
    await diary.session.execute(insert(Plan), [row])
    with pytest.raises(Refusal, match="refused-plan-versions"):
        await plans.draft_plan(at, diary.enrolment.id)


async def test_a_birth_date_is_given_so_often_by_oneself(town: Town) -> None:
    at = acting(town.session, await town.person(), TOWN_NOW, town.programme)
    for day in range(1, MOST_BIRTH_DATES + 1):
        await correct(at, Field.BIRTH_DATE, dt.date(2006, 1, day))
    with pytest.raises(Refusal, match="refused-birth-date-often"):
        await correct(at, Field.BIRTH_DATE, dt.date(2005, 1, 1))


async def test_an_application_is_begun_so_often_a_day(town: Town) -> None:
    at = acting(town.session, await town.person(), TOWN_NOW, town.programme)
    for _ in range(A_DAY):
        await leave(at, (await begin(at)).id)
    with pytest.raises(Refusal, match="refused-enough-today"):
        await begin(at)


async def test_links_are_made_so_often_a_day(town: Town) -> None:
    girl = await town.draft()
    await town.sent(girl)
    at = acting(town.session, girl, TOWN_NOW, town.programme)
    for _ in range(LINKS_A_DAY):
        await record(town.session, girl.id, "link.made", "representative", 1, TOWN_NOW)
    with pytest.raises(Refusal, match="refused-enough-today"):
        await representatives.representative_link(at)
    operator = await town.staff(RoleKind.OPERATOR)
    for _ in range(LINKS_OF_STAFF_A_DAY):
        await record(town.session, operator.id, "link.made", "staff", 1, TOWN_NOW)
    at = acting(town.session, operator, TOWN_NOW, town.programme)
    with pytest.raises(Refusal, match="refused-enough-today"):
        await invite(at, RoleKind.COORDINATOR, region="KZ-75")


async def test_one_person_represents_so_many_children(town: Town) -> None:
    parent = await town.person("Сәрсенова Гүлнар")
    for _ in range(representatives.MOST_WARDS):
        child = await town.person()
        role = {"person_id": parent.id, "kind": RoleKind.REPRESENTATIVE, "since": TOWN_NOW}
        await town.session.execute(insert(Role), [role | {"ward_id": child.id}])
    girl = await town.draft()
    await town.sent(girl)
    link = await representatives.representative_link(
        acting(town.session, girl, TOWN_NOW, town.programme)
    )
    with pytest.raises(Refusal, match="refused-wards-many"):
        await town.consent(await town.again(parent), link)
