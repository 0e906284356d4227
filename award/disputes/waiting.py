"""Disputes that wait for an answer, for those who give it (programme.md §7)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from award.access.actor import Actor, in_force
from award.audit import record
from award.calendar import local_date
from award.calendar.zones import zone_in
from award.disputes.arbiters import appellate, arbiters
from award.disputes.disputes import WAITING
from award.paging import page_of
from award.programme import Programme
from storage.tables import SIGNED_STATES, Centre, Dispute, Enrolment, Person, Role, RoleKind

ARBITERS = (RoleKind.EXPERT, RoleKind.COORDINATOR, RoleKind.OPERATOR)
PAGE = 7

_Mentor = aliased(Person)


@dataclass(frozen=True, slots=True)
class OpenDispute:
    """A dispute of a participant `against` somebody's decision: since how many `days` it waits.

    `mine`: for the reader's own answer. `late`: the answer was due before today.
    """

    id: int
    name: str
    against: str
    days: int
    mine: bool
    late: bool


@dataclass(frozen=True, slots=True)
class OpenDisputes:
    """A page of them, the longest waiting first; `number` from 0 of `pages`, at least one."""

    rows: tuple[OpenDispute, ...]
    total: int
    number: int
    pages: int


async def open_disputes(
    session: AsyncSession, actor: Actor, programme: Programme, now: dt.datetime, page: int = 0
) -> OpenDisputes:
    """What an arbiter answers, or would on appeal; all for an operator. On the record as a look."""
    actor.require(*ARBITERS)
    since = func.coalesce(Dispute.appealed_at, Dispute.opened_at)
    found = await session.execute(
        select(Dispute, Enrolment, Person.full_name, _Mentor.full_name, Person.region, since)
        .join(Enrolment, Enrolment.id == Dispute.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .join(_Mentor, _Mentor.id == Dispute.against_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
        .where(
            Dispute.state.in_(WAITING),
            Enrolment.state.in_(SIGNED_STATES),
            or_(*_within(actor)),
        )
        .order_by(since, Dispute.id)
    )
    theirs = [row for row in found.tuples() if await _reads(session, actor, row[0], row[1], now)]
    number, pages = page_of(len(theirs), PAGE, page)
    shown = theirs[number * PAGE : (number + 1) * PAGE]
    rows = [await _seen(session, actor, programme, now, *row) for row in shown]
    await record(session, actor.id, "disputes.listed", "dispute", None, now)
    return OpenDisputes(tuple(rows), len(theirs), number, pages)


def _within(actor: Actor) -> list[ColumnElement[bool]]:
    """Where the roles reach; who of them answers a dispute is asked of each."""
    reached: list[ColumnElement[bool]] = []
    for role in actor.roles:
        if role.kind is RoleKind.OPERATOR:
            reached.append(Dispute.id.is_not(None))
        elif role.kind is RoleKind.COORDINATOR:
            reached.append(func.coalesce(Centre.region, Person.region) == role.region)
        elif role.kind is RoleKind.EXPERT:
            under = and_(
                Role.kind == RoleKind.MENTOR,
                Role.person_id == Enrolment.mentor_id,
                Role.reports_to == (role.instead_of or actor.id),
                in_force(actor.at),
            )
            reached.append(exists().where(under))
    return reached


async def _reads(
    session: AsyncSession, actor: Actor, dispute: Dispute, enrolment: Enrolment, now: dt.datetime
) -> bool:
    if actor.has(RoleKind.OPERATOR):
        return True
    return actor.id in await arbiters(session, dispute, enrolment, now) or (
        actor.id in await appellate(session, dispute, enrolment, now)
    )


async def _seen(
    session: AsyncSession,
    actor: Actor,
    programme: Programme,
    now: dt.datetime,
    dispute: Dispute,
    enrolment: Enrolment,
    name: str | None,
    against: str | None,
    region: str | None,
    since: dt.datetime,
) -> OpenDispute:
    zone = zone_in(programme, region)
    today = local_date(now, zone)
    return OpenDispute(
        id=dispute.id,
        name=name or "",
        against=against or "",
        days=(today - local_date(since, zone)).days,
        mine=actor.id in await arbiters(session, dispute, enrolment, now),
        late=(dispute.appeal_due or dispute.due) < today,
    )
