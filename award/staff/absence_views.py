"""Who of the staff is away or will be, who is there instead, who could be (programme.md §6)."""

import datetime as dt
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from award.access.acting import Acting
from award.access.actor import Actor, in_force
from award.access.substitutes import staff_at
from award.access.substitution import ABOVE, Post, Staff, in_place, superiors
from award.audit import record
from award.calendar import local_date
from award.calendar.zones import zone_in
from award.centres.offers import LOADING
from award.errors import NotFound, TooLate
from storage.locking import locked
from storage.tables import Centre, Enrolment, Person, Role, RoleKind, Substitution


@dataclass(frozen=True)
class Away:
    """An absence as it stands: whose, in which role, when, and who is there instead.

    `instead`: the name of who does the work (before it begins: who would, as things stand);
    `appointed`: somebody chose them. `begun`: it is under way.
    """

    id: int
    person_id: int
    name: str
    kind: RoleKind
    first_day: dt.date
    last_day: dt.date | None
    reason: str
    note: str | None
    instead_id: int
    instead: str
    appointed: bool
    begun: bool


@dataclass(frozen=True)
class Candidate:
    """Someone who can stand in; `load`: a mentor's open enrolments; `me`: the one who appoints."""

    id: int
    name: str | None
    load: int
    me: bool = False


async def own_absences(at: Acting) -> tuple[Away, ...]:
    """Own absences under way and to come, the nearest first."""
    return await _seen(at.session, Substitution.absent_id == at.actor.id, at.now)


async def absences(at: Acting) -> tuple[Away, ...]:
    """Absences under way and to come on which the person decides; the look is on the record."""
    at.actor.require(*(kind for kinds in ABOVE.values() for kind in kinds))
    found = await _seen(at.session, Substitution.absent_id != at.actor.id, at.now)
    staff = await staff_at(at.session, at.now, [each.person_id for each in found])
    await record(at.session, at.actor.id, "absences.listed", "substitution", None, at.now)
    return tuple(each for each in found if _decides(at.actor, staff, each.kind, each.person_id))


async def absence(at: Acting, absence_id: int) -> Away:
    """One of them, or one's own; raises NotFound out of scope, TooLate once it is over."""
    row, _ = await decided(at, absence_id, own=True)
    found = await _seen(at.session, Substitution.id == row.id, at.now)
    return found[0]


async def candidates(at: Acting, absence_id: int) -> tuple[Candidate, ...]:
    """Who can be appointed: the acting person first, then colleagues of the absent one.

    For a mentor other mentors of the same experts, else of the same centres; for an expert those
    of the same regions; for a coordinator other coordinators. Nobody who is away now.
    """
    row, staff = await decided(at, absence_id)
    return (
        Candidate(at.actor.id, at.actor.name, 0, me=True),
        *await colleagues(at, row, staff),
    )


async def zone_of_staff(at: Acting) -> str:
    """The time zone where a member of staff works, by their first role with a region."""
    region = await at.session.scalar(
        select(func.coalesce(Role.region, Centre.region))
        .outerjoin(Centre, Centre.id == Role.centre_id)
        .where(Role.person_id == at.actor.id, in_force(at.now))
        .where(func.coalesce(Role.region, Centre.region).is_not(None))
        .order_by(Role.id)
        .limit(1)
    )
    return zone_in(at.programme, region)


async def today_of_staff(at: Acting) -> dt.date:
    """The date there."""
    zone = await zone_of_staff(at)
    return local_date(at.now, zone)


def not_over(now: dt.datetime) -> ColumnElement[bool]:
    """Not over: under way, or to come."""
    return Substitution.ended_at.is_(None) & or_(
        Substitution.until.is_(None), Substitution.until > now
    )


async def _seen(
    session: AsyncSession, which: ColumnElement[bool], now: dt.datetime
) -> tuple[Away, ...]:
    found = (
        await session.execute(
            select(Substitution, Person.full_name)
            .join(Person, Person.id == Substitution.absent_id)
            .where(not_over(now), which)
            .order_by(Substitution.since, Substitution.id)
        )
    ).all()
    concerned = {one for row, _ in found for one in (row.absent_id, row.substitute_id) if one}
    staff = await staff_at(session, now, concerned)
    instead = {row.id: _instead(staff, row) for row, _ in found}
    names = dict(
        (
            await session.execute(
                select(Person.id, Person.full_name).where(Person.id.in_(instead.values()))
            )
        )
        .tuples()
        .all()
    )
    return tuple(
        Away(
            id=row.id,
            person_id=row.absent_id,
            name=name or "",
            kind=row.kind,
            first_day=row.first_day,
            last_day=row.last_day,
            reason=row.reason,
            note=row.note,
            instead_id=instead[row.id],
            instead=names.get(instead[row.id]) or "",
            appointed=row.substitute_id == instead[row.id],
            begun=row.since <= now,
        )
        for row, name in found
    )


def _instead(staff: Staff, row: Substitution) -> int:
    """Who does the work now; before it begins, who would if it began now."""
    if row.absent_id in staff.away:
        return in_place(staff, row.kind, row.absent_id)
    away = {**staff.away, row.absent_id: {row.kind: row.substitute_id}}
    return in_place(replace(staff, away=away), row.kind, row.absent_id)


def _decides(actor: Actor, staff: Staff, kind: RoleKind, absent: int) -> bool:
    if absent == actor.id:
        return False
    return actor.has(RoleKind.OPERATOR) or actor.id in superiors(staff, kind, absent)


async def decided(at: Acting, absence_id: int, *, own: bool = False) -> tuple[Substitution, Staff]:
    """An absence that the person decides on (or the own one), locked, and the staff around it."""
    row = await locked(at.session, Substitution, absence_id)
    if row is None:
        raise NotFound
    staff = await staff_at(at.session, at.now, (row.absent_id,))
    mine = own and row.absent_id == at.actor.id
    if not mine and not _decides(at.actor, staff, row.kind, row.absent_id):
        raise NotFound
    if row.ended_at is not None or (row.until is not None and row.until <= at.now):
        raise TooLate("away-over")
    return row, staff


async def colleagues(at: Acting, row: Substitution, staff: Staff) -> list[Candidate]:
    """Others who can stand in for an absent person, the least loaded first."""
    experts = staff.posts.get((row.kind, row.absent_id), Post()).experts
    load = (
        select(func.count())
        .where(Enrolment.mentor_id == Person.id, Enrolment.state.in_(LOADING))
        .scalar_subquery()
    )
    of_role = aliased(Centre)
    # There may be several centres, and regions, or none.
    theirs = (
        select(Centre)
        .join(Role, Role.centre_id == Centre.id)
        .where(Role.person_id == row.absent_id, Role.kind == row.kind, in_force(at.now))
        .correlate(None)
    )
    near: dict[RoleKind, ColumnElement[bool]] = {
        RoleKind.MENTOR: Role.reports_to.in_(experts)
        if experts
        else Role.centre_id.in_(theirs.with_only_columns(Centre.id)),
        RoleKind.EXPERT: of_role.region.in_(theirs.with_only_columns(Centre.region)),
        RoleKind.COORDINATOR: Role.region.is_not(None),
    }
    query = (
        select(Person.id, Person.full_name, load.label("load"))
        .join(Role, Role.person_id == Person.id)
        .outerjoin(of_role, of_role.id == Role.centre_id)
        .where(
            Role.kind == row.kind,
            in_force(at.now),
            near[row.kind],
            Person.id.not_in((at.actor.id, row.absent_id)),
        )
        .distinct()
        .order_by("load", Person.full_name, Person.id)
    )
    found = await at.session.execute(query)
    return [Candidate(*columns) for columns in found if columns[0] not in staff.away]
