"""Rows that tests of storage begin with."""

from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Audit, Enrolment, EnrolmentState, Person

NOON = datetime(2025, 3, 10, 12, tzinfo=UTC)


async def add_person(session: AsyncSession, telegram_id: int = 2**40) -> Person:
    person = Person(telegram_id=telegram_id, joined_at=NOON)
    session.add(person)
    await session.flush()
    return person


async def add_enrolment(
    session: AsyncSession, person: Person, state: EnrolmentState = EnrolmentState.DRAFT
) -> Enrolment:
    enrolment = Enrolment(person_id=person.id, state=state, begun_at=NOON)
    session.add(enrolment)
    await session.flush()
    return enrolment


async def add_audit(session: AsyncSession, person: Person) -> Audit:
    line = Audit(at=NOON, actor_id=person.id, action="look", subject="person", subject_id=person.id)
    session.add(line)
    await session.flush()
    return line
