"""Who answers for whom: an enrolment's mentor, the mentor's experts, those above (programme.md §7).

Whoever is told something about an enrolment, a mentor or a region is found here, and in the place
of who is absent whoever stands in for them (programme.md §6).
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import in_force
from award.access.substitutes import absent, instead_of_mentor, is_away, staff_at
from award.access.substitution import in_place
from award.outbox import NoticeKind, tell
from storage.tables import Enrolment, Role, RoleKind, Substitution


async def mentor_of(session: AsyncSession, enrolment: Enrolment, now: datetime) -> int | None:
    """The id of who reviews the enrolment's journal now; None before it has a mentor."""
    mentor = enrolment.mentor_id
    if mentor is None or not await is_away(session, mentor, RoleKind.MENTOR, now):
        return mentor
    return await instead_of_mentor(session, enrolment, now)


async def reviewers_of(
    session: AsyncSession, enrolments: Iterable[Enrolment], now: datetime
) -> dict[int, int | None]:
    """The same of many, by enrolment: only those whose mentor is away are looked up one by one."""
    found = await session.scalars(
        select(Substitution.absent_id).where(Substitution.kind == RoleKind.MENTOR, absent(now))
    )
    away = set(found)
    return {
        each.id: await instead_of_mentor(session, each, now)
        if each.mentor_id in away
        else each.mentor_id
        for each in enrolments
    }


async def tell_mentor(
    session: AsyncSession, enrolment: Enrolment, kind: NoticeKind, now: datetime, /, **details: Any
) -> None:
    """Owe a notice to who reviews the enrolment's journal now, if anybody does yet."""
    mentor = await mentor_of(session, enrolment, now)
    if mentor is not None:
        tell(session, mentor, kind, now, **details)


async def experts_of(session: AsyncSession, mentor_id: int, now: datetime) -> tuple[int, ...]:
    """Ids of the experts to whom a mentor reports."""
    under = (Role.person_id == mentor_id) & (Role.kind == RoleKind.MENTOR)
    found = await session.scalars(
        select(Role.reports_to)
        .where(under, Role.reports_to.is_not(None), in_force(now))
        .distinct()
        .order_by(Role.reports_to)
    )
    experts = [expert for expert in found if expert is not None]
    return await _there(session, RoleKind.EXPERT, experts, now)


async def coordinators_of(session: AsyncSession, region: str, now: datetime) -> tuple[int, ...]:
    """Ids of a region's coordinators."""
    found = await _with(session, now, Role.kind == RoleKind.COORDINATOR, Role.region == region)
    return await _there(session, RoleKind.COORDINATOR, found, now)


async def heads_of(session: AsyncSession, centre_id: int, now: datetime) -> tuple[int, ...]:
    """Ids of a centre's heads."""
    return await _with(session, now, Role.kind == RoleKind.CENTRE_HEAD, Role.centre_id == centre_id)


async def operators(session: AsyncSession, now: datetime) -> tuple[int, ...]:
    """Ids of the operators."""
    return await _with(session, now, Role.kind == RoleKind.OPERATOR)


async def _there(
    session: AsyncSession, kind: RoleKind, people: Iterable[int], now: datetime
) -> tuple[int, ...]:
    """The same people, or in the place of those absent who stands in for them."""
    known = tuple(people)
    if not [one for one in known if await is_away(session, one, kind, now)]:
        return known
    staff = await staff_at(session, now, known)
    return tuple(dict.fromkeys(in_place(staff, kind, one) for one in known))


async def _with(
    session: AsyncSession, now: datetime, *which: ColumnElement[bool]
) -> tuple[int, ...]:
    found = select(Role.person_id).where(*which, in_force(now)).distinct().order_by(Role.person_id)
    return tuple((await session.scalars(found)).all())
