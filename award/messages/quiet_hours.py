"""Quiet hours: from 21:00 to 09:00 where the receiver lives (programme.md §10).

What the clock causes, and what goes to many, waits for the morning. What another person has just
done (a decision, an entry to look at) does not wait, but makes no sound: whoever is awake for it
sees it, whoever sleeps is not woken. The answer to a person's own tap is never a notice at all.
"""

from datetime import datetime, time, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, CursorResult, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, aliased

from award.access.actor import in_force
from award.calendar.zones import in_zone, zones_of
from award.outbox import EXACT
from award.programme import Programme
from storage.tables import Centre, Outbox, Person, Role, Urgency

BEGINS = time(21)
ENDS = time(9)


def is_quiet(moment: datetime, zone: str) -> bool:
    """Whether an aware moment falls into the quiet hours of a zone."""
    shown = moment.astimezone(ZoneInfo(zone)).time()
    return shown >= BEGINS or shown < ENDS


def next_allowed(moment: datetime, zone: str) -> datetime:
    """The moment itself, or the end of the quiet hours that it falls into."""
    if not is_quiet(moment, zone):
        return moment
    shown = moment.astimezone(ZoneInfo(zone))
    day = shown.date() + timedelta(days=shown.time() >= BEGINS)
    return datetime.combine(day, ENDS, ZoneInfo(zone)).astimezone(moment.tzinfo)


async def put_off(session: AsyncSession, programme: Programme, now: datetime) -> int:
    """Let what is due by now, but may not be sent at night, wait for the morning; how many.

    Asked right before a delivery: a message may also be late, after a pause of the service.
    """
    count = 0
    for zone in _quiet_zones(programme, now):
        due = (
            select(Outbox.id)
            .where(
                Outbox.settled_at.is_(None),
                Outbox.due_at <= now,
                or_(Outbox.once.is_not(None), Outbox.urgency == Urgency.MASS),
                Outbox.kind.not_in(EXACT),
                in_zone(programme, zone, _region_of(Outbox.person_id, now)),
            )
            .order_by(Outbox.id)
            .with_for_update(skip_locked=True)
        )
        moved = update(Outbox).where(Outbox.id.in_(due)).values(due_at=next_allowed(now, zone))
        count += cast("CursorResult[Any]", await session.execute(moved)).rowcount
    return count


async def is_quiet_for(
    session: AsyncSession, programme: Programme, person_id: int, now: datetime
) -> bool:
    """Whether it is night where a person lives, so that nothing should sound there."""
    zones = _quiet_zones(programme, now)
    if not zones:
        return False
    lives = or_(*(in_zone(programme, zone, _region_of(Person.id, now)) for zone in zones))
    return await session.scalar(select(Person.id).where(Person.id == person_id, lives)) is not None


def _quiet_zones(programme: Programme, now: datetime) -> list[str]:
    return [zone for zone in zones_of(programme) if is_quiet(now, zone)]


def _region_of(person_id: InstrumentedAttribute[int], now: datetime) -> ColumnElement[str | None]:
    """Where a participant lives; where one of the staff works."""
    who = aliased(Person)
    home = select(who.region).where(who.id == person_id).scalar_subquery()
    work = (
        select(func.min(func.coalesce(Role.region, Centre.region)))
        .outerjoin(Centre, Centre.id == Role.centre_id)
        .where(Role.person_id == person_id, in_force(now))
        .scalar_subquery()
    )
    return func.coalesce(home, work)
