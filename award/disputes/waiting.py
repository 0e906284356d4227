"""Disputes that wait for an answer, for those who give it (programme.md §7)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from award.access.acting import Acting
from award.access.scope import reached_by
from award.audit import record
from award.calendar import local_date
from award.calendar.zones import zone_in
from award.disputes.arbiters import WAITING, Answering, answering
from award.paging import PAGE, page_of
from storage.tables import SIGNED_STATES, Centre, Dispute, Enrolment, Person, RoleKind

ARBITERS = (RoleKind.EXPERT, RoleKind.COORDINATOR, RoleKind.OPERATOR)

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


async def open_disputes(at: Acting, page: int = 0) -> OpenDisputes:
    """What an arbiter answers, or would on appeal; all for an operator. On the record as a look."""
    at.actor.require(*ARBITERS)
    since = func.coalesce(Dispute.appealed_at, Dispute.opened_at)
    found = await at.session.execute(
        select(Dispute, Enrolment, Person.full_name, _Mentor.full_name, Person.region, since)
        .join(Enrolment, Enrolment.id == Dispute.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .join(_Mentor, _Mentor.id == Dispute.against_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
        .where(
            Dispute.state.in_(WAITING),
            Enrolment.state.in_(SIGNED_STATES),
            reached_by(at.actor, *ARBITERS),
        )
        .order_by(since, Dispute.id)
    )
    theirs = found.tuples().all()
    answerers: dict[int, Answering] = {}
    if not at.actor.has(RoleKind.OPERATOR):
        answerers = await answering(at.session, [row[:2] for row in theirs], at.now)
        theirs = [row for row in theirs if _reads(at.actor.id, answerers[row[0].id])]
    number, pages = page_of(len(theirs), PAGE, page)
    shown = theirs[number * PAGE : (number + 1) * PAGE]
    answerers = answerers or await answering(at.session, [row[:2] for row in shown], at.now)
    rows = [_seen(at, answerers[row[0].id], *row) for row in shown]
    await record(at.session, at.actor.id, "disputes.listed", "dispute", None, at.now)
    return OpenDisputes(tuple(rows), len(theirs), number, pages)


def _reads(actor_id: int, who: Answering) -> bool:
    return actor_id in who.arbiters or actor_id in who.appellate


def _seen(
    at: Acting,
    who: Answering,
    dispute: Dispute,
    _enrolment: Enrolment,
    name: str | None,
    against: str | None,
    region: str | None,
    since: dt.datetime,
) -> OpenDispute:
    zone = zone_in(at.programme, region)
    today = local_date(at.now, zone)
    return OpenDispute(
        id=dispute.id,
        name=name or "",
        against=against or "",
        days=(today - local_date(since, zone)).days,
        mine=at.actor.id in who.arbiters,
        late=(dispute.appeal_due or dispute.due) < today,
    )
