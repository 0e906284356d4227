"""Participants of whom nothing was heard: asked kindly, their mentors told (programme.md §10)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY
from award.notices import tell_once
from award.programme import Programme
from award.responsible import mentor_of
from award.zones import in_zone
from storage.tables import (
    Centre,
    Enrolment,
    EnrolmentState,
    Entry,
    Excuse,
    ExcuseState,
    Person,
    Preference,
)

ASKED_AFTER = 14  # days without an entry until the participant is asked and the mentor told
REPORTED_AFTER = 30  # days until the coordinator's digest names them
SILENCE = "silence"  # the kind of wish that holds how long a participant is not to be asked


@dataclass(frozen=True, slots=True)
class Silent:
    """An active participant who sent no entry for `days`: since that, an absence's end, the start.

    `mentor_id` is the enrolment's own mentor, whoever stands in.
    """

    enrolment_id: int
    person_id: int
    name: str
    mentor_id: int | None
    since: dt.datetime
    days: int


async def silent_for(
    session: AsyncSession, region: str | None, days: int, now: dt.datetime
) -> tuple[Silent, ...]:
    """Who has been silent for so many days in a region (None: anywhere), the longest first.

    Active participants alone, neither paused nor in an accepted absence; the time of an absence
    does not count. The region is that of the centre, or else the person's own. One query.
    """
    where = true() if region is None else region == _REGION
    return tuple(_longest_first(await _silent(session, days, now, where)))


_REGION = func.coalesce(Centre.region, Person.region)


async def _silent(
    session: AsyncSession, days: int, now: dt.datetime, where: ColumnElement[bool]
) -> Iterable[Silent]:
    before, today = now - DAY * days, now.date()
    of_it = Entry.enrolment_id == Enrolment.id
    accepted = and_(
        Excuse.enrolment_id == Enrolment.id,
        Excuse.state == ExcuseState.ACCEPTED,
        Excuse.first_day <= today,
    )
    away = exists().where(accepted, or_(Excuse.last_day.is_(None), Excuse.last_day >= today))
    found = await session.execute(
        select(
            Enrolment.id,
            Enrolment.person_id,
            Person.full_name,
            Enrolment.mentor_id,
            func.coalesce(Enrolment.activated_at, Enrolment.begun_at),
            select(func.max(Entry.submitted_at)).where(of_it).scalar_subquery(),
            select(func.max(Excuse.last_day)).where(accepted).scalar_subquery(),
        )
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
        .where(
            Enrolment.state == EnrolmentState.ACTIVE,
            ~exists().where(of_it, Entry.submitted_at > before),
            ~away,
            where,
        )
    )
    return [
        Silent(enrolment, person, name or "", mentor, since, (now - since).days)
        for enrolment, person, name, mentor, start, sent, excused in found
        if (since := _last_sign(start, sent, excused)) <= before
    ]


def _last_sign(
    start: dt.datetime, sent: dt.datetime | None, excused: dt.date | None
) -> dt.datetime:
    """The last moment from which silence counts; the day after an absence begins it anew."""
    signs = [start] if sent is None else [start, sent]
    if excused is not None:
        signs.append(dt.datetime.combine(excused + DAY, dt.time(), dt.UTC))
    return max(signs)


def _longest_first(silent: Iterable[Silent]) -> Sequence[Silent]:
    return sorted(silent, key=lambda each: (each.since, each.enrolment_id))


# --- asking


async def ask_silent(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> int:
    """Ask participants of a zone who are silent, once for each silence; tell their mentors once a
    day of all who were asked. How many messages that are.
    """
    silent = _longest_first(
        await _silent(session, ASKED_AFTER, now, in_zone(programme, zone, _REGION))
    )
    snoozed = await _snoozed(session)
    told: dict[int, list[int]] = defaultdict(list)
    count = 0
    for each in silent:
        until = snoozed.get(each.person_id)
        if until is not None and until > now:
            continue
        if not await _ask(session, each, until, now):
            continue
        count += 1
        enrolment = await session.get_one(Enrolment, each.enrolment_id)
        mentor = await mentor_of(session, enrolment, now)
        if mentor is not None:
            told[mentor].append(each.enrolment_id)
    for mentor, enrolments in told.items():
        once = f"participants-silent:{now.date()}:{enrolments[0]}"
        count += await tell_once(
            session, mentor, "participants-silent", once, now, enrolments=enrolments
        )
    return count


async def _ask(
    session: AsyncSession, silent: Silent, snoozed: dt.datetime | None, now: dt.datetime
) -> bool:
    """Asked again where the participant wished to be, else once."""
    later = snoozed is not None and snoozed > silent.since
    once = f"silent:{silent.enrolment_id}:{silent.since.date()}"
    if later and snoozed is not None:
        once = f"{once}:{snoozed.date()}"
    return await tell_once(
        session, silent.person_id, "silent", once, now, enrolment=silent.enrolment_id
    )


async def _snoozed(session: AsyncSession) -> dict[int, dt.datetime]:
    found = await session.execute(
        select(Preference.person_id, Preference.snoozed_until).where(
            Preference.kind == SILENCE, Preference.snoozed_until.is_not(None)
        )
    )
    return {person: until for person, until in found if until is not None}
