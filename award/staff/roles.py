"""Centres, partners and staff: who is where, who invites whom, whose role ends (§7)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, false, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import Actor, in_force
from award.audit import record
from award.centres.offers import LOADING, mentors_of
from award.errors import NotFound, Refusal, TooLate
from award.evidence.comparison import tell_of_open
from award.outbox import NoticeKind, tell
from award.paging import PAGE, page_of
from award.staff.absences import end_with_role
from award.staff.invitations import own_taken
from award.staff.links import MAY_INVITE, lapse, lapse_with_role, of_use_from
from award.staff.places import headed
from storage.tables import (
    Centre,
    Enrolment,
    EnrolmentState,
    Person,
    Role,
    RoleKind,
)


@dataclass(frozen=True)
class Colleague:
    """A role in force; `participants`: open enrolments of a mentor there."""

    role_id: int
    person_id: int
    name: str | None
    kind: RoleKind
    region: str | None
    centre: str | None
    participants: int


@dataclass(frozen=True)
class Staff:
    """A page (from 0) of those in the acting person's scope; `pages` is at least 1."""

    rows: tuple[Colleague, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True)
class WaitingApplication:
    """An application that has no mentor yet."""

    enrolment_id: int
    name: str | None
    answer_due: dt.date | None


async def staff_of(at: Acting, page: int) -> Staff:
    """Roles in force that the person answers for: all for an operator, a head's own centre's."""
    scope = _in_scope(at.actor)
    total = await at.session.scalar(select(func.count(Role.id)).where(scope, in_force(at.now))) or 0
    page, pages = page_of(total, PAGE, page)
    found = await at.session.execute(
        select(Role, Person.full_name, Centre.name)
        .join(Person, Person.id == Role.person_id)
        .outerjoin(Centre, Centre.id == Role.centre_id)
        .where(scope, in_force(at.now))
        .order_by(Role.kind, Person.full_name, Role.id)
        .offset(page * PAGE)
        .limit(PAGE)
    )
    rows = [await _colleague(at.session, *columns, now=at.now) for columns in found.all()]
    await record(at.session, at.actor.id, "staff.listed", "role", None, at.now)
    return Staff(tuple(rows), page, pages, total)


async def colleague(at: Acting, role_id: int) -> Colleague:
    """One of them; raises NotFound out of scope, TooLate once the role has ended."""
    role = await _role(at, role_id)
    person = await at.session.get_one(Person, role.person_id)
    centre = await at.session.get(Centre, role.centre_id) if role.centre_id else None
    place = centre.name if centre is not None else None
    return await _colleague(at.session, role, person.full_name, place, now=at.now)


async def end_role(at: Acting, role_id: int) -> None:
    """End a role in scope; its person is told.

    Raises Refusal for the last operator, and for a mentor whose participants are not handed over.
    """
    role = await _role(at, role_id)
    if role.kind is RoleKind.OPERATOR and await _operators(at.session, at.now) < 2:
        raise Refusal("refused-last-operator")
    held = await _held(at.session, role, at.now)
    if held:
        raise Refusal("refused-mentor-has-participants", participants=len(held))
    links = await of_use_from(at.session, role.person_id, at.now)
    role.until = at.now
    if role.kind is RoleKind.EXPERT:
        await at.session.execute(
            update(Role)
            .where(Role.reports_to == role.person_id, Role.centre_id == role.centre_id)
            .values(reports_to=None)
        )
    await at.session.flush()
    if not await _still_holds(at.session, role, at.now):
        await end_with_role(at.session, role.person_id, (role.kind,), at.now)
    await lapse_with_role(at.session, links, at.actor.id, at.now)
    await record(
        at.session, at.actor.id, "role.ended", "role", role.id, at.now, kind=str(role.kind)
    )
    if role.person_id != at.actor.id:
        tell(at.session, role.person_id, NoticeKind.ROLE_ENDED, at.now, role=role.id)


async def end_taken(at: Acting, invitation_id: int) -> None:
    """End what a link of one's own gave: somebody else took it than was meant.

    The role ends, or the wait for a second operator; its person is told. Raises as `own_taken` and
    `end_role`.
    """
    invitation = await own_taken(at, invitation_id)
    if invitation.role_id is None:
        await lapse(at.session, invitation, at.actor.id, at.now)
    else:
        await end_role(at, invitation.role_id)


async def ended_role(at: Acting, role_id: int) -> RoleKind | None:
    """What an own role was that somebody else has ended; None for another's."""
    role = await at.session.get(Role, role_id)
    return role.kind if role is not None and role.person_id == at.actor.id else None


async def successors(at: Acting, role_id: int) -> tuple[tuple[int, str | None, int], ...]:
    """Other mentors of the same centre: ids, names, how many they have; the least loaded first."""
    role = await _role(at, role_id)
    offers = await mentors_of(at.session, role.centre_id, at.now, participant=role.person_id)
    return tuple((offer.id, offer.name, offer.load) for offer in offers)


async def hand_over(at: Acting, role_id: int, to: int) -> int:
    """Give a mentor's participants at a centre to another mentor there; returns how many went.

    One who is that mentor's own child, or the mentor themself, stays. All concerned are told.
    """
    role = await _role(at, role_id)
    gone: list[int] = []
    for enrolment in await _held(at.session, role, at.now):
        offers = await mentors_of(
            at.session, role.centre_id, at.now, participant=enrolment.person_id
        )
        if to not in {offer.id for offer in offers}:
            continue
        enrolment.mentor_id = to
        gone.append(enrolment.id)
        await record(
            at.session, at.actor.id, "mentor.changed", "enrolment", enrolment.id, at.now, mentor=to
        )
        if enrolment.state is not EnrolmentState.AWAITING_REPRESENTATIVE:
            tell(
                at.session,
                enrolment.person_id,
                NoticeKind.MENTOR_CHANGED,
                at.now,
                enrolment=enrolment.id,
            )
    if not gone:
        raise NotFound
    tell(at.session, to, NoticeKind.PARTICIPANTS_HANDED_OVER, at.now, participants=len(gone))
    await tell_of_open(at.session, gone, at.now)
    return len(gone)


async def waiting_applications(at: Acting) -> tuple[WaitingApplication, ...]:
    """Applications without a mentor that the person may give one, the earliest due first."""
    at.actor.require(RoleKind.OPERATOR, RoleKind.CENTRE_HEAD)
    query = (
        select(Enrolment.id, Person.full_name, Enrolment.answer_due)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.state == EnrolmentState.SUBMITTED, Enrolment.mentor_id.is_(None))
        .order_by(Enrolment.answer_due, Enrolment.id)
    )
    if not at.actor.has(RoleKind.OPERATOR):
        query = query.where(Enrolment.centre_id.in_(headed(at.actor)))
    await record(at.session, at.actor.id, "applications.listed", "enrolment", None, at.now)
    return tuple(WaitingApplication(*columns) for columns in await at.session.execute(query))


def _in_scope(actor: Actor) -> ColumnElement[bool]:
    actor.require(RoleKind.OPERATOR, RoleKind.CENTRE_HEAD)
    if actor.has(RoleKind.OPERATOR):
        return Role.kind != RoleKind.REPRESENTATIVE
    led = Role.kind.in_(MAY_INVITE[RoleKind.CENTRE_HEAD])
    return led & Role.centre_id.in_(headed(actor))


async def _role(at: Acting, role_id: int) -> Role:
    role = await at.session.scalar(
        select(Role).where(Role.id == role_id, _in_scope(at.actor)).with_for_update()
    )
    if role is None:
        raise NotFound
    if role.until is not None and role.until <= at.now:
        raise TooLate("refused-role-ended")
    return role


async def _colleague(
    session: AsyncSession, role: Role, name: str | None, centre: str | None, *, now: dt.datetime
) -> Colleague:
    held = await session.execute(select(func.count()).where(await _holds(session, role, now)))
    return Colleague(
        role.id, role.person_id, name, role.kind, role.region, centre, held.scalar_one()
    )


async def _held(session: AsyncSession, role: Role, now: dt.datetime) -> tuple[Enrolment, ...]:
    """Enrolments that would be without a reviewer if a mentor's role ended, locked."""
    query = select(Enrolment).where(await _holds(session, role, now)).order_by(Enrolment.id)
    return tuple(await session.scalars(query.with_for_update()))


async def _holds(session: AsyncSession, role: Role, now: dt.datetime) -> ColumnElement[bool]:
    if role.kind is not RoleKind.MENTOR:
        return false()
    elsewhere = select(Role.centre_id).where(
        Role.person_id == role.person_id,
        Role.kind == RoleKind.MENTOR,
        Role.id != role.id,
        in_force(now),
    )
    others = [centre for centre in await session.scalars(elsewhere) if centre is not None]
    return and_(
        Enrolment.mentor_id == role.person_id,
        Enrolment.state.in_(LOADING),
        or_(Enrolment.centre_id.is_(None), Enrolment.centre_id.not_in(others)),
    )


async def _still_holds(session: AsyncSession, ended: Role, now: dt.datetime) -> bool:
    """The same role elsewhere."""
    same = (Role.person_id == ended.person_id) & (Role.kind == ended.kind)
    return await session.scalar(select(Role.id).where(same, in_force(now)).limit(1)) is not None


async def _operators(session: AsyncSession, now: dt.datetime) -> int:
    """How many people are operators; locked, so that two cannot end each other at once."""
    held = select(Role.person_id).where(Role.kind == RoleKind.OPERATOR, in_force(now))
    return len(set(await session.scalars(held.with_for_update())))
