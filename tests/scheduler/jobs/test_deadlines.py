"""What waits for people is looked through beside the service, however much that is (§10)."""

import datetime as dt

import pytest
from sqlalchemy import event, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.amendments.in_force import InForce
from award.programme import Programme, load
from bot.settings import SHIPPED_PROGRAMME
from scheduler.jobs.deadlines import PART, deadlines
from storage.database import Database
from storage.tables import (
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Outbox,
    Person,
    Role,
    RoleKind,
)
from tests.award.reminders.term_people import NOW, ZONE, People, people

MENTORS = 2 * PART + 1
# A Tuesday, 12:00 in Almaty, a day before the term's end.
MOMENT = dt.datetime(2025, 4, 8, 7, tzinfo=dt.UTC)


@pytest.fixture
def programme() -> Programme:
    return load(SHIPPED_PROGRAMME)


async def _waiting(session: AsyncSession, them: People) -> None:
    """As many mentors, each with an application and an entry that wait for too long."""
    trios = [
        [Person(telegram_id=10 * number + each, joined_at=NOW, region="KZ-75") for each in range(3)]
        for number in range(100, 100 + MENTORS)
    ]
    session.add_all(person for trio in trios for person in trio)
    await session.flush()
    active = []
    for mentor, new, old in trios:
        role = {"kind": RoleKind.MENTOR, "reports_to": them["expert"], "centre_id": them.centre}
        active.append(_with(mentor, them, old, EnrolmentState.ACTIVE))
        unanswered = _with(mentor, them, new, EnrolmentState.SUBMITTED)
        session.add_all([Role(person_id=mentor.id, since=NOW, **role), unanswered, active[-1]])
    await session.flush()
    entry = {"state": EntryState.SUBMITTED, "happened_on": NOW.date(), "submitted_at": NOW}
    session.add_all(
        Entry(enrolment_id=each.id, sent_at=NOW, received_at=NOW, **entry) for each in active
    )
    await session.commit()


def _with(mentor: Person, them: People, person: Person, state: EnrolmentState) -> Enrolment:
    return Enrolment(
        person_id=person.id,
        state=state,
        level="bronze",
        centre_id=them.centre,
        mentor_id=mentor.id,
        begun_at=NOW,
        submitted_at=NOW,
        answer_due=dt.date(2025, 4, 9),
    )


@pytest.mark.parametrize(
    ("job", "kind", "above"),
    [
        ("undecided", "entries-undecided", ["entries-overdue"]),
        ("deadlines", "applications-due", ["applications-due"] * 2),
    ],
)
async def test_whoever_taps_meanwhile_waits_for_a_few_people_only(
    session: AsyncSession,
    database: Database,
    programme: Programme,
    job: str,
    kind: str,
    above: list[str],
) -> None:
    them = await people(session)
    await _waiting(session, them)
    work = next(
        each.work for each in deadlines(database, InForce(programme)) if each.id == f"{job}:{ZONE}"
    )
    statements = [0]
    event.listen(database.engine.sync_engine, "begin", lambda *_: statements.append(0))

    def count(*_: object) -> None:
        statements[-1] += 1

    event.listen(database.engine.sync_engine, "before_cursor_execute", count)
    assert await work(MOMENT) == MENTORS + len(above)
    assert max(statements) <= 2 * PART + 2  # on PostgreSQL a ping and a begin besides
    assert await work(MOMENT) == 0
    told = (await session.scalars(select(Outbox))).all()
    staff = {them["expert"], them["head"], them["coordinator"], them["operator"]}
    assert sorted(each.kind for each in told if each.person_id in staff) == above
    assert {each.kind for each in told if each.person_id not in staff} == {kind}
    assert len(told) == len({each.person_id for each in told}) == MENTORS + len(above)
