"""Who answers for whom: an enrolment's mentor, the mentor's experts, those above (programme.md §7).

Whoever is told something about an enrolment, a mentor or a region is found here.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.acting import in_force
from storage.tables import Enrolment, Role, RoleKind


async def mentor_of(session: AsyncSession, enrolment: Enrolment, now: datetime) -> int | None:
    """The id of who reviews the enrolment's journal now; None before it has a mentor."""
    return enrolment.mentor_id


async def experts_of(session: AsyncSession, mentor_id: int, now: datetime) -> tuple[int, ...]:
    """Ids of the experts to whom a mentor reports."""
    under = (Role.person_id == mentor_id) & (Role.kind == RoleKind.MENTOR)
    found = await session.scalars(
        select(Role.reports_to)
        .where(under, Role.reports_to.is_not(None), in_force(now))
        .distinct()
        .order_by(Role.reports_to)
    )
    return tuple(expert for expert in found if expert is not None)


async def coordinators_of(session: AsyncSession, region: str, now: datetime) -> tuple[int, ...]:
    """Ids of a region's coordinators."""
    return await _with(session, now, Role.kind == RoleKind.COORDINATOR, Role.region == region)


async def heads_of(session: AsyncSession, centre_id: int, now: datetime) -> tuple[int, ...]:
    """Ids of a centre's heads."""
    return await _with(session, now, Role.kind == RoleKind.CENTRE_HEAD, Role.centre_id == centre_id)


async def operators(session: AsyncSession, now: datetime) -> tuple[int, ...]:
    """Ids of the operators."""
    return await _with(session, now, Role.kind == RoleKind.OPERATOR)


async def _with(
    session: AsyncSession, now: datetime, *which: ColumnElement[bool]
) -> tuple[int, ...]:
    found = select(Role.person_id).where(*which, in_force(now)).distinct().order_by(Role.person_id)
    return tuple((await session.scalars(found)).all())
