"""Entries that wait too long for a decision: the mentor is reminded, the expert told (§10)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.acting import Actor
from award.calendar import DAY, is_working_day, local_date
from award.days_off import days_off
from award.owed import tell_new
from award.programme import Programme
from award.responsible import mentor_of
from award.told_up import expert_or_above
from award.zones import in_zone
from storage.tables import SIGNED_STATES, Centre, Enrolment, Entry, EntryState, Person

REMINDED_AFTER = 3  # days
TOLD_AFTER = 7


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits too long for one mentor's decision: how many entries, since when the oldest."""

    mentor: str | None
    count: int
    since: dt.datetime


async def remind_of_undecided(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> int:
    """Remind mentors of a zone of entries that waited three days, tell experts of seven.

    Each entry counts once for each; a person gets one message a day at most, and none on days off.
    How many messages that are.
    """
    today = local_date(now, zone)
    if not is_working_day(today, await days_off(session), country=programme.country):
        return 0
    reminded: dict[int, list[int]] = defaultdict(list)
    told: dict[int, list[int]] = defaultdict(list)
    for enrolment, entries in await _undecided(session, programme, zone, now):
        mentor = await mentor_of(session, enrolment, now)
        if mentor is not None:
            reminded[mentor] += [number for number, _ in entries]
        overdue = [number for number, since in entries if since <= now - DAY * TOLD_AFTER]
        if overdue:
            for one in await expert_or_above(session, enrolment, now):
                told[one] += overdue
    count = 0
    for kind, owed in (("entries-undecided", reminded), ("entries-overdue", told)):
        for person, items in owed.items():
            count += await tell_new(session, person, kind, sorted(items), today, now)
    return count


async def overdue(
    session: AsyncSession, actor: Actor, items: Sequence[int], now: dt.datetime
) -> tuple[Waiting, ...]:
    """Which of these entries still wait, by the mentor who is to decide, the oldest first.

    Only of mentors for whom the person is the one to be told.
    """
    found = await session.execute(
        select(Entry.submitted_at, Enrolment)
        .join(Enrolment, Enrolment.id == Entry.enrolment_id)
        .where(
            Entry.id.in_(items),
            Entry.state == EntryState.SUBMITTED,
            Enrolment.state.in_(SIGNED_STATES),
        )
        .order_by(Entry.submitted_at, Entry.id)
    )
    by_mentor: dict[int | None, list[dt.datetime]] = defaultdict(list)
    for since, enrolment in found:
        if since is not None and actor.id in await expert_or_above(session, enrolment, now):
            by_mentor[await mentor_of(session, enrolment, now)].append(since)
    names = await session.execute(
        select(Person.id, Person.full_name).where(Person.id.in_([m for m in by_mentor if m]))
    )
    named: dict[int | None, str | None] = dict(names.tuples().all())
    return tuple(
        Waiting(named.get(mentor), len(waits), waits[0]) for mentor, waits in by_mentor.items()
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
            Entry.state == EntryState.SUBMITTED,
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
