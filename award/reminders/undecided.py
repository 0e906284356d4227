"""Entries that wait too long for a decision: the mentor is reminded, the expert told (§10)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import exists, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.escalation import Above, expert_or_above
from award.access.responsible import reviewers_of
from award.calendar import DAY, is_working_day, local_date
from award.calendar.days_off import days_off
from award.calendar.zones import in_zone
from award.outbox import NoticeKind
from award.programme import Programme
from award.reminders.told_once import Owed
from storage.tables import SIGNED_STATES, Centre, Enrolment, Entry, EntryState, Person

REMINDED_AFTER = 3  # days
TOLD_AFTER = 7
# Written out: the index of what waits (`ix_entry_waiting`) is of use to no parameter.
_WAITS = Entry.state == literal(EntryState.SUBMITTED, Entry.state.type, literal_execute=True)


@dataclass(frozen=True, slots=True)
class WaitingEntries:
    """What waits too long for one mentor's decision: how many entries, since when the oldest."""

    mentor: str | None
    count: int
    since: dt.datetime


async def any_undecided(session: AsyncSession, now: dt.datetime) -> bool:
    """Whether anything at all waits too long, in whatever zone: in most hours nothing does.

    Asked of the index of what waits, so it may be asked beside everything else.
    """
    long = exists().where(_WAITS, Entry.submitted_at <= now - DAY * REMINDED_AFTER)
    return bool(await session.scalar(select(long)))


async def undecided(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> Owed:
    """Of which entries of a zone each is to be told, whatever they were told before."""
    today = local_date(now, zone)
    if not is_working_day(today, await days_off(session), country=programme.country):
        return {}
    waiting = await _undecided(session, programme, zone, now)
    reviewers = await reviewers_of(session, [enrolment for enrolment, _ in waiting], now)
    above = Above(session, now)
    owed: dict[tuple[int, NoticeKind], list[int]] = defaultdict(list)
    for enrolment, entries in waiting:
        mentor = reviewers[enrolment.id]
        if mentor is not None:
            owed[mentor, NoticeKind.ENTRIES_UNDECIDED] += [number for number, _ in entries]
        overdue = [number for number, since in entries if since <= now - DAY * TOLD_AFTER]
        if overdue:
            for one in await above(expert_or_above, enrolment):
                owed[one, NoticeKind.ENTRIES_OVERDUE] += overdue
    return {whom: sorted(items) for whom, items in owed.items()}


async def overdue(at: Acting, items: Sequence[int]) -> tuple[WaitingEntries, ...]:
    """Which of these entries still wait, by the mentor who is to decide, the oldest first.

    Only of mentors for whom the person is the one to be told.
    """
    found = await at.session.execute(
        select(Entry.submitted_at, Enrolment)
        .join(Enrolment, Enrolment.id == Entry.enrolment_id)
        .where(
            Entry.id.in_(items),
            Entry.state == EntryState.SUBMITTED,
            Enrolment.state.in_(SIGNED_STATES),
        )
        .order_by(Entry.submitted_at, Entry.id)
    )
    rows = found.all()
    reviewers = await reviewers_of(at.session, [row.Enrolment for row in rows], at.now)
    above = Above(at.session, at.now)
    by_mentor: dict[int | None, list[dt.datetime]] = defaultdict(list)
    for since, enrolment in rows:
        if since is not None and at.actor.id in await above(expert_or_above, enrolment):
            by_mentor[reviewers[enrolment.id]].append(since)
    names = await at.session.execute(
        select(Person.id, Person.full_name).where(Person.id.in_([m for m in by_mentor if m]))
    )
    named: dict[int | None, str | None] = dict(names.tuples().all())
    return tuple(
        WaitingEntries(named.get(mentor), len(waits), waits[0])
        for mentor, waits in by_mentor.items()
    )


async def _undecided(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> list[tuple[Enrolment, list[tuple[int, dt.datetime]]]]:
    """Enrolments of a zone with their entries that waited three days, and since when each."""
    found = await session.execute(
        select(Enrolment, Entry.id, Entry.submitted_at)
        .join(Enrolment, Enrolment.id == Entry.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
        .where(
            _WAITS,
            Entry.submitted_at <= now - DAY * REMINDED_AFTER,
            Enrolment.state.in_(SIGNED_STATES),
            in_zone(programme, zone, func.coalesce(Centre.region, Person.region)),
        )
        .order_by(Entry.submitted_at, Entry.id)
    )
    by_enrolment: dict[int, tuple[Enrolment, list[tuple[int, dt.datetime]]]] = {}
    for enrolment, number, since in found:
        if since is not None:
            by_enrolment.setdefault(enrolment.id, (enrolment, []))[1].append((number, since))
    return list(by_enrolment.values())
