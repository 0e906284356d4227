"""Participants who completed a level, for whom a certificate is issued."""

import datetime as dt

from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Enrolment, EnrolmentState, Person

NOW = dt.datetime(2026, 12, 16, 9, 0, tzinfo=dt.UTC)
NAME = "Сәрсен Айгерім Болатқызы"
OF_AGE, MINOR = dt.date(2000, 5, 1), dt.date(2011, 5, 1)


async def completed(
    session: AsyncSession,
    number: int = 1,
    *,
    name: str = NAME,
    level: str = "bronze",
    born: dt.date = OF_AGE,
) -> Enrolment:
    """Somebody, by the number of their account, and the level that they completed."""
    person = Person(
        telegram_id=1000 + number, full_name=name, birth_date=born, language="kk", joined_at=NOW
    )
    session.add(person)
    await session.flush()
    enrolment = Enrolment(
        person_id=person.id,
        state=EnrolmentState.COMPLETE,
        level=level,
        begun_at=NOW,
        completed_at=NOW,
    )
    session.add(enrolment)
    await session.flush()
    return enrolment
