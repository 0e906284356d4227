"""The birth dates that a person gave: by which a representative is needed (programme.md §4.6, §7).

A date by which a representative was asked for binds: one is needed until it says 18, whatever date
is given later. So nobody grows older by typing.
"""

import datetime as dt
from collections.abc import Collection, Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar.zones import today_in
from award.programme import Programme
from award.programme.eligibility import is_minor
from storage.tables import BirthDate, Person


async def needs_representative(
    session: AsyncSession, programme: Programme, person: Person, now: dt.datetime
) -> bool:
    """Whether the person is under 18 where they live, by their date or by one that binds."""
    return person.id in await who_need_representative(session, programme, [person], now)


async def who_need_representative(
    session: AsyncSession, programme: Programme, people: Collection[Person], now: dt.datetime
) -> set[int]:
    """The ids of those of these people; one query."""
    dates: dict[int, list[dt.date]] = {person.id: [] for person in people}
    for date in await _binding(session, dates):
        dates[date.person_id].append(date.birth_date)
    for person in people:
        if person.birth_date is not None:
            dates[person.id].append(person.birth_date)
    return {
        person.id
        for person in people
        if any(is_minor(date, today_in(programme, person.region, now)) for date in dates[person.id])
    }


async def is_bound(session: AsyncSession, person_id: int) -> bool:
    """Whether a representative was ever asked for: staff alone mend the birth date then."""
    return bool(await _binding(session, [person_id]))


async def given_by_oneself(session: AsyncSession, person_id: int) -> int:
    """How many birth dates somebody gave of themself."""
    own = (BirthDate.person_id == person_id) & (BirthDate.given_by == person_id)
    return int(await session.scalar(select(func.count(BirthDate.id)).where(own)) or 0)


async def keep_birth_date(
    session: AsyncSession, person: Person, birth_date: dt.date, by: int, now: dt.datetime
) -> None:
    """Make it the person's date; those before stay on record."""
    person.birth_date = birth_date
    session.add(BirthDate(person_id=person.id, birth_date=birth_date, given_by=by, given_at=now))
    await session.flush()


async def bind(session: AsyncSession, person: Person, now: dt.datetime) -> None:
    """A representative is asked for by the person's date."""
    latest = await session.scalar(
        select(BirthDate)
        .where(BirthDate.person_id == person.id)
        .order_by(BirthDate.id.desc())
        .limit(1)
    )
    if latest is None or latest.birth_date != person.birth_date:
        assert person.birth_date is not None
        latest = BirthDate(
            person_id=person.id, birth_date=person.birth_date, given_by=person.id, given_at=now
        )
        session.add(latest)
    latest.binding_since = latest.binding_since or now
    await session.flush()


async def earlier_birth_dates(session: AsyncSession, person: Person) -> tuple[dt.date, ...]:
    """Other dates than today's that the person had, the first given first."""
    found = await session.scalars(
        select(BirthDate.birth_date).where(BirthDate.person_id == person.id).order_by(BirthDate.id)
    )
    return tuple(dict.fromkeys(date for date in found if date != person.birth_date))


async def _binding(session: AsyncSession, people: Collection[int]) -> Sequence[BirthDate]:
    found = await session.scalars(
        select(BirthDate).where(
            BirthDate.person_id.in_(people), BirthDate.binding_since.is_not(None)
        )
    )
    return found.all()
