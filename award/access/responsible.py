"""Who answers for whom: an enrolment's mentor, the mentor's experts, those above (programme.md §7).

Whoever is told something about an enrolment, a mentor or a region is found here, and in the place
of who is absent whoever stands in for them (programme.md §6).
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import in_force
from award.access.substitutes import instead_of_mentors, staff_at, who_are_away
from award.access.substitution import in_place
from award.outbox import NoticeKind, tell
from storage.tables import Enrolment, Role, RoleKind


async def mentor_of(session: AsyncSession, enrolment: Enrolment, now: datetime) -> int | None:
    """The id of who reviews the enrolment's journal now; None before it has a mentor."""
    return (await reviewers_of(session, [enrolment], now))[enrolment.id]


async def reviewers_of(
    session: AsyncSession, enrolments: Iterable[Enrolment], now: datetime
) -> dict[int, int | None]:
    """The same of many, by enrolment; as many queries for many as for one."""
    of = list(enrolments)
    mentors = {each.mentor_id for each in of if each.mentor_id is not None}
    away = await who_are_away(session, mentors, RoleKind.MENTOR, now)
    instead = await instead_of_mentors(session, [e for e in of if e.mentor_id in away], now)
    return {each.id: instead.get(each.id, each.mentor_id) for each in of}


async def tell_mentor(
    session: AsyncSession, enrolment: Enrolment, kind: NoticeKind, now: datetime, /, **details: Any
) -> None:
    """Owe a notice to who reviews the enrolment's journal now, if anybody does yet."""
    mentor = await mentor_of(session, enrolment, now)
    if mentor is not None:
        tell(session, mentor, kind, now, **details)


async def experts_of(session: AsyncSession, mentor_id: int, now: datetime) -> tuple[int, ...]:
    """Ids of the experts to whom a mentor reports."""
    return (await experts_of_all(session, [mentor_id], now))[mentor_id]


async def experts_of_all(
    session: AsyncSession, mentors: Collection[int], now: datetime
) -> dict[int, tuple[int, ...]]:
    """The same of many, by mentor; as many queries for many as for one."""
    under = Role.person_id.in_(mentors) & (Role.kind == RoleKind.MENTOR)
    found = await session.execute(
        select(Role.person_id, Role.reports_to)
        .where(under, Role.reports_to.is_not(None), in_force(now))
        .distinct()
        .order_by(Role.reports_to)
    )
    rows = [(mentor, expert) for mentor, expert in found if expert is not None]
    there = await _there(session, RoleKind.EXPERT, {expert for _, expert in rows}, now)
    experts: dict[int, list[int]] = {mentor: [] for mentor in mentors}
    for mentor, expert in rows:
        experts[mentor].append(there[expert])
    return {mentor: tuple(dict.fromkeys(theirs)) for mentor, theirs in experts.items()}


async def coordinators_of(session: AsyncSession, region: str, now: datetime) -> tuple[int, ...]:
    """Ids of a region's coordinators."""
    found = await _with(session, now, Role.kind == RoleKind.COORDINATOR, Role.region == region)
    there = await _there(session, RoleKind.COORDINATOR, found, now)
    return tuple(dict.fromkeys(there[each] for each in found))


async def heads_of(session: AsyncSession, centre_id: int, now: datetime) -> tuple[int, ...]:
    """Ids of a centre's heads."""
    return (await heads_of_all(session, [centre_id], now)).get(centre_id, ())


async def heads_of_all(
    session: AsyncSession, centres: Collection[int], now: datetime
) -> dict[int, tuple[int, ...]]:
    """The same of many, by centre; of one without a head no entry."""
    found = await session.execute(
        select(Role.centre_id, Role.person_id)
        .where(Role.kind == RoleKind.CENTRE_HEAD, Role.centre_id.in_(centres), in_force(now))
        .distinct()
        .order_by(Role.person_id)
    )
    heads: dict[int, tuple[int, ...]] = {}
    for centre, person in found.tuples():
        if centre is not None:
            heads[centre] = (*heads.get(centre, ()), person)
    return heads


async def operators(session: AsyncSession, now: datetime) -> tuple[int, ...]:
    """Ids of the operators."""
    return await _with(session, now, Role.kind == RoleKind.OPERATOR)


async def _there(
    session: AsyncSession, kind: RoleKind, people: Collection[int], now: datetime
) -> dict[int, int]:
    """Each of these people as themself, or if they are absent as who stands in for them."""
    if not await who_are_away(session, people, kind, now):
        return {one: one for one in people}
    staff = await staff_at(session, now, people)
    return {one: in_place(staff, kind, one) for one in people}


async def _with(
    session: AsyncSession, now: datetime, *which: ColumnElement[bool]
) -> tuple[int, ...]:
    found = select(Role.person_id).where(*which, in_force(now)).distinct().order_by(Role.person_id)
    return tuple((await session.scalars(found)).all())
