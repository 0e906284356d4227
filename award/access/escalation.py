"""Who is told when something was not answered in time: those above (programme.md §10)."""

from collections.abc import Awaitable, Callable, Collection
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.responsible import coordinators_of, experts_of, heads_of, operators
from storage.tables import Centre, Enrolment, Person


async def centre_of(session: AsyncSession, enrolment: Enrolment, now: datetime) -> tuple[int, ...]:
    """The mentor's experts and the heads of the centre, each once."""
    experts: tuple[int, ...] = ()
    if enrolment.mentor_id is not None:
        experts = await experts_of(session, enrolment.mentor_id, now)
    heads: tuple[int, ...] = ()
    if enrolment.centre_id is not None:
        heads = await heads_of(session, enrolment.centre_id, now)
    return tuple(dict.fromkeys((*experts, *heads)))


async def above_centre(
    session: AsyncSession, enrolment: Enrolment, now: datetime
) -> tuple[int, ...]:
    """The coordinators of the region, or else the operators."""
    region = await region_of(session, enrolment)
    coordinators = await coordinators_of(session, region, now) if region is not None else ()
    return coordinators or await operators(session, now)


async def expert_or_above(
    session: AsyncSession, enrolment: Enrolment, now: datetime
) -> tuple[int, ...]:
    """The mentor's experts; where there are none, the heads, the coordinators, the operators."""
    experts: tuple[int, ...] = ()
    if enrolment.mentor_id is not None:
        experts = await experts_of(session, enrolment.mentor_id, now)
    return (
        experts
        or await centre_of(session, enrolment, now)
        or await above_centre(session, enrolment, now)
    )


async def region_of(session: AsyncSession, enrolment: Enrolment) -> str | None:
    """The region of the enrolment's centre, or else the participant's own."""
    return (await regions_of(session, [enrolment.id]))[enrolment.id]


async def regions_of(session: AsyncSession, enrolments: Collection[int]) -> dict[int, str | None]:
    """The same of many, by the enrolment's id."""
    found = await session.execute(
        select(Enrolment.id, func.coalesce(Centre.region, Person.region))
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
        .where(Enrolment.id.in_(enrolments))
    )
    return dict(found.tuples().all())


Look: TypeAlias = Callable[[AsyncSession, Enrolment, datetime], Awaitable[tuple[int, ...]]]


class Above:
    """The same of many enrolments at one moment: looked up once for all of a mentor at a centre."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now
        self._found: dict[tuple[Look, int | None, int | None, int | None], tuple[int, ...]] = {}

    async def __call__(self, look: Look, enrolment: Enrolment) -> tuple[int, ...]:
        """What one of these functions, or of the like, finds for an enrolment."""
        # Without a centre it goes by where the person lives.
        person = enrolment.person_id if enrolment.centre_id is None else None
        key = (look, enrolment.mentor_id, enrolment.centre_id, person)
        if key not in self._found:
            self._found[key] = await look(self._session, enrolment, self._now)
        return self._found[key]
