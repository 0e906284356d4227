"""The operator makes a day a holiday, and what that does to terms under way (programme.md §4.7).

A day that somebody was told is never brought nearer: a new day off moves the ends of terms that
it lies in, and a day off taken back leaves them where they are by then.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.audit import record
from award.calendar.dates import DAY, deadline, is_working_day
from award.calendar.days_off import days_off
from award.calendar.deadlines import ANSWER_DAYS, CONTRACT_DAYS, DISPUTE_DAYS
from award.calendar.zones import today_in
from award.dossiers.moving import term_days
from award.dossiers.turns import COMMISSION_OWES
from award.errors import Refusal, TooLate
from award.programme import Programme
from storage.tables import (
    CentreApplication,
    CentreApplicationState,
    DayOff,
    Dispute,
    DisputeState,
    Dossier,
    DossierState,
    DossierStep,
    Enrolment,
    EnrolmentState,
    Person,
    RoleKind,
)

FARTHEST = DAY * 731
MOST = 60  # days to come


async def coming_days_off(at: Acting) -> tuple[dt.date, ...]:
    """The operator's days from today on."""
    at.actor.require(RoleKind.OPERATOR)
    today = today_in(at.programme, None, at.now)
    return tuple(
        await at.session.scalars(select(DayOff.day).where(DayOff.day >= today).order_by(DayOff.day))
    )


async def add_day_off(at: Acting, day: dt.date) -> int:
    """Make a day a holiday; how many terms under way end later for it.

    Raises Refusal for a day past, over two years ahead or off anyway, and for too many.
    """
    coming = await coming_days_off(at)
    today = today_in(at.programme, None, at.now)
    if not today <= day <= today + FARTHEST:
        raise Refusal("refused-day-off-far", today=today, last=today + FARTHEST)
    if not is_working_day(day, coming, country=at.programme.country):
        raise Refusal("refused-day-off-already", day=day)
    if len(coming) >= MOST:
        raise Refusal("refused-days-off-many", most=MOST)
    at.session.add(DayOff(day=day, made_by=at.actor.id, made_at=at.now))
    await at.session.flush()
    moved = await _move_ends(at.session, at.programme, day)
    await record(
        at.session,
        at.actor.id,
        "day_off.added",
        "day_off",
        None,
        at.now,
        day=day.isoformat(),
        moved=moved,
    )
    return moved


async def remove_day_off(at: Acting, day: dt.date) -> None:
    """Make a coming day off a working day again; raises TooLate where it is none any more."""
    if day not in await coming_days_off(at):
        raise TooLate("refused-day-off-gone")
    await at.session.delete(await at.session.get_one(DayOff, day))
    await record(
        at.session, at.actor.id, "day_off.removed", "day_off", None, at.now, day=day.isoformat()
    )


# --- terms under way


async def _move_ends(session: AsyncSession, programme: Programme, day: dt.date) -> int:
    """Let terms that a new day off lies in end as much later; how many do."""
    extra = await days_off(session)
    moved = 0
    for thing, name, region, began, length in await _under_way(session, programme, day):
        start = today_in(programme, region, began)
        due: dt.date = getattr(thing, name)
        later = max(due, deadline(start, length, extra, country=programme.country))
        if start < day and later > due:
            setattr(thing, name, later)
            moved += 1
    return moved


_Term = tuple[Any, str, str | None, dt.datetime, int]


async def _under_way(session: AsyncSession, programme: Programme, day: dt.date) -> Sequence[_Term]:
    """Terms that end on that day or later: the row and its column, where, since when, how long."""
    submitted = await session.execute(
        select(Enrolment, Person.region)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.state == EnrolmentState.SUBMITTED, Enrolment.answer_due >= day)
        .with_for_update(of=Enrolment)
    )
    found: list[_Term] = [
        (enrolment, "answer_due", region, enrolment.submitted_at or enrolment.begun_at, ANSWER_DAYS)
        for enrolment, region in submitted
    ]
    contracts = await session.scalars(
        select(CentreApplication)
        .where(
            CentreApplication.state == CentreApplicationState.CONTRACT,
            CentreApplication.contract_due >= day,
        )
        .with_for_update()
    )
    found += [
        (each, "contract_due", each.region, each.decided_at or each.made_at, CONTRACT_DAYS)
        for each in contracts
    ]
    return [*found, *await _disputes(session, day), *await _dossiers(session, programme, day)]


async def _disputes(session: AsyncSession, day: dt.date) -> Collection[_Term]:
    rows = await session.execute(
        select(Dispute, Person.region)
        .join(Enrolment, Enrolment.id == Dispute.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Dispute.state.in_((DisputeState.OPEN, DisputeState.APPEALED)))
        .with_for_update(of=Dispute)
    )
    found: list[_Term] = []
    for dispute, region in rows:
        if dispute.state is DisputeState.OPEN and dispute.due >= day:
            found.append((dispute, "due", region, dispute.opened_at, DISPUTE_DAYS))
        elif dispute.appealed_at and dispute.appeal_due and dispute.appeal_due >= day:
            began = dispute.appealed_at
            found.append((dispute, "appeal_due", region, began, DISPUTE_DAYS))
    return found


async def _dossiers(session: AsyncSession, programme: Programme, day: dt.date) -> Collection[_Term]:
    """Those before the commission keep the term of their recommendation: it ran since then."""
    recommended = DossierStep.state == DossierState.RECOMMENDED
    began = (
        select(func.max(DossierStep.at))
        .where(DossierStep.dossier_id == Dossier.id, recommended)
        .scalar_subquery()
    )
    rows = await session.execute(
        select(Dossier, Person.region, began)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Dossier.due >= day)
        .with_for_update(of=Dossier)
    )
    found: list[_Term] = []
    for dossier, region, since in rows:
        days = term_days(programme, dossier.state)
        if days is not None:
            start = (since if dossier.state in COMMISSION_OWES else None) or dossier.since
            found.append((dossier, "due", region, start, days))
    return found
