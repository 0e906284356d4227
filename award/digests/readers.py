"""Who is owed which digest at an hour of a zone's day, and who is named in it (§7, §10)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from zoneinfo import ZoneInfo

from sqlalchemy import Select, bindparam, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import in_force
from award.access.substitutes import staff_at
from award.access.substitution import in_place
from award.calendar.zones import zone_in
from award.digests.numbers import READERS, Key
from award.messages.preferences import Regular, wanted_at
from award.programme import Programme
from storage.tables import Centre, Outbox, Person, Role, RoleKind

# The usual hours, and who may read it: a mentor's day ends with what waits instead of a digest, and
# so does the day of whoever stands in for one.
USUAL = {Regular.REVIEW_EVENING: 18, Regular.DAILY_DIGEST: 9, Regular.WEEKLY_DIGEST: 9}
ROLES = {
    Regular.REVIEW_EVENING: READERS,
    Regular.DAILY_DIGEST: tuple(kind for kind in READERS if kind is not RoleKind.MENTOR),
    Regular.WEEKLY_DIGEST: READERS,
}


async def readers(
    session: AsyncSession,
    programme: Programme,
    zone: str,
    kind: Regular,
    once: str,
    moment: dt.datetime,
) -> tuple[int, ...]:
    """Ids of the staff of a zone whose hour for it this is, and who are not owed it yet.

    A person is in the zone of the region of their widest role, or of the centre it is held at.
    """
    hour = moment.astimezone(ZoneInfo(zone)).hour
    found = await session.execute(
        _held(kind, usual=hour == USUAL[kind]), {"moment": moment, "hour": hour, "once": once}
    )
    held: dict[int, list[tuple[int, str | None]]] = defaultdict(list)
    for person, role, region in found:
        held[person].append((READERS.index(role), region))
    widest = {person: min(roles, key=lambda role: role[0])[1] for person, roles in held.items()}
    return tuple(person for person, region in widest.items() if zone_in(programme, region) == zone)


@cache  # every full hour asks for three kinds, and mostly finds nobody
def _held(kind: Regular, *, usual: bool) -> Select[int, RoleKind, str]:
    moment = bindparam("moment", type_=Role.since.type)
    owed = exists().where(Outbox.person_id == Role.person_id, Outbox.once == bindparam("once"))
    return (
        select(
            Role.person_id,
            Role.kind,
            func.coalesce(Role.region, Centre.region, Person.region).label("region"),
        )
        .join(Person, Person.id == Role.person_id)
        .outerjoin(Centre, Centre.id == Role.centre_id)
        .where(
            Role.kind.in_(ROLES[kind]),
            in_force(moment),
            wanted_at(kind, moment, bindparam("hour"), Role.person_id, usual=usual),
            ~owed,
        )
        .order_by(Role.person_id, Role.id)
    )


async def reviewers(
    session: AsyncSession, mentors: Iterable[int], now: dt.datetime
) -> frozenset[int]:
    """Who reviews for these mentors now: they themselves, or whoever stands in for them (§6)."""
    asked = set(mentors)
    staff = await staff_at(session, now, asked)
    return frozenset(in_place(staff, RoleKind.MENTOR, mentor) for mentor in asked)


async def names_of(session: AsyncSession, by: str | None, keys: Iterable[Key]) -> Mapping[Key, str]:
    """Names of centres or mentors, who are grown up, by id; none of participants.

    The caller took the ids from a digest within the reader's scope.
    """
    ids = [key for key in keys if isinstance(key, int)]
    if by == "centre":
        found = await session.execute(select(Centre.id, Centre.name).where(Centre.id.in_(ids)))
        return {row.id: row.name for row in found}
    if by == "mentor":
        people = await session.execute(
            select(Person.id, Person.full_name).where(Person.id.in_(ids))
        )
        return {row.id: row.full_name for row in people if row.full_name}
    return {}
