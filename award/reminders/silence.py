"""Participants of whom nothing was heard: asked kindly, their mentors told (programme.md §10)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.responsible import mentor_of
from award.access.scope import own_enrolment
from award.audit import record
from award.calendar import DAY
from award.calendar.zones import in_zone
from award.errors import NotFound, TooLate
from award.outbox import NoticeKind, tell_once
from award.programme import Programme
from storage.tables import (
    Centre,
    Enrolment,
    EnrolmentState,
    Entry,
    Excuse,
    ExcuseState,
    Outbox,
    Person,
    Preference,
    RoleKind,
)

ASKED_AFTER = 14  # days without an entry until the participant is asked and the mentor told
# Days that a participant may put the question off: "ask me later", "all is well".
SNOOZES = (7, ASKED_AFTER)
REMEMBERED = DAY * 366
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


async def _silent(
    session: AsyncSession, now: dt.datetime, where: ColumnElement[bool]
) -> list[Silent]:
    """Who has been silent for long enough to be asked, the longest first; one query.

    Active participants alone, neither paused nor in an accepted absence; the time of an absence
    does not count.
    """
    before, today = now - DAY * ASKED_AFTER, now.date()
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
    silent = [
        Silent(enrolment, person, name or "", mentor, since, (now - since).days)
        for enrolment, person, name, mentor, start, sent, excused in found
        if (since := _last_sign(start, sent, excused)) <= before
    ]
    return sorted(silent, key=lambda each: (each.since, each.enrolment_id))


def _last_sign(
    start: dt.datetime, sent: dt.datetime | None, excused: dt.date | None
) -> dt.datetime:
    """The last moment from which silence counts; the day after an absence begins it anew."""
    signs = [start] if sent is None else [start, sent]
    if excused is not None:
        signs.append(dt.datetime.combine(excused + DAY, dt.time(), dt.UTC))
    return max(signs)


# --- asking


async def to_be_asked(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> tuple[tuple[Silent, ...], ...]:
    """Participants of a zone who are silent and were not asked about it yet, by their mentor.

    One who wished to be asked later is asked again then, and once.
    """
    where = in_zone(programme, zone, func.coalesce(Centre.region, Person.region))
    silent = await _silent(session, now, where)
    snoozed, asked = await _snoozed(session), await _asked(session, now)
    by_mentor: dict[int | None, list[Silent]] = defaultdict(list)
    for each in silent:
        until = snoozed.get(each.person_id)
        if until is not None and until > now:
            continue
        if (each.person_id, _once(each, until)) not in asked:
            by_mentor[each.mentor_id].append(each)
    return tuple(tuple(group) for group in by_mentor.values())


async def ask(session: AsyncSession, silent: Sequence[Silent], now: dt.datetime) -> int:
    """Ask these participants, and tell each one's mentor of all in one message.

    How many messages that are: one who was asked meanwhile is left out.
    """
    snoozed = await _snoozed(session, Preference.person_id.in_([each.person_id for each in silent]))
    told: dict[int, list[int]] = defaultdict(list)
    count = 0
    for each in silent:
        once = _once(each, snoozed.get(each.person_id))
        if not await tell_once(
            session, each.person_id, NoticeKind.SILENT, once, now, enrolment=each.enrolment_id
        ):
            continue
        count += 1
        enrolment = await session.get_one(Enrolment, each.enrolment_id)
        mentor = await mentor_of(session, enrolment, now)
        if mentor is not None:
            told[mentor].append(each.enrolment_id)
    for mentor, enrolments in told.items():
        once = f"silent-told:{now.date()}:{enrolments[0]}"
        count += await tell_once(
            session, mentor, NoticeKind.PARTICIPANTS_SILENT, once, now, enrolments=enrolments
        )
    return count


def _once(silent: Silent, snoozed: dt.datetime | None) -> str:
    once = f"silent:{silent.enrolment_id}:{silent.since.date()}"
    return f"{once}:{snoozed.date()}" if snoozed and snoozed > silent.since else once


async def _asked(session: AsyncSession, now: dt.datetime) -> set[tuple[int, str | None]]:
    found = await session.execute(
        select(Outbox.person_id, Outbox.once).where(
            Outbox.kind == NoticeKind.SILENT, Outbox.written_at > now - REMEMBERED
        )
    )
    return {(person, once) for person, once in found}


async def _snoozed(
    session: AsyncSession, whose: ColumnElement[bool] | None = None
) -> dict[int, dt.datetime]:
    found = await session.execute(
        select(Preference.person_id, Preference.snoozed_until).where(
            Preference.kind == SILENCE,
            Preference.snoozed_until.is_not(None),
            true() if whose is None else whose,
        )
    )
    return {person: until for person, until in found if until is not None}


# --- what the participant answers


async def all_is_well(at: Acting, enrolment_id: int, days: int) -> None:
    """The participant goes on and does not wish to be asked for some days; the mentor is told.

    Raises NotFound for another's enrolment, TooLate for one that is not active any more.
    """
    enrolment = await own_enrolment(at, enrolment_id)
    if enrolment.state is not EnrolmentState.ACTIVE:
        raise TooLate("refused-enrolment-moved")
    if days not in SNOOZES:
        raise NotFound
    kept = await at.session.get(Preference, (at.actor.id, SILENCE))
    if kept is None:
        kept = Preference(person_id=at.actor.id, kind=SILENCE)
        at.session.add(kept)
    kept.snoozed_until = at.now + DAY * days
    await record(
        at.session, at.actor.id, "silence.answered", "enrolment", enrolment_id, at.now, days=days
    )
    mentor = await mentor_of(at.session, enrolment, at.now)
    if mentor is not None and days == ASKED_AFTER:
        once = f"all-is-well:{enrolment_id}:{at.now.date()}"
        await tell_once(
            at.session, mentor, NoticeKind.ALL_IS_WELL, once, at.now, enrolment=enrolment_id
        )


async def silence_of(at: Acting, enrolment_id: int) -> Silent | None:
    """The actor's own silence as it is now; None once it is over."""
    own = (Enrolment.id == enrolment_id) & (Enrolment.person_id == at.actor.id)
    return next(iter(await _silent(at.session, at.now, own)), None)


async def still_silent(at: Acting, enrolments: Sequence[int]) -> tuple[Silent, ...]:
    """Who of these is silent still and is this mentor's, the longest first."""
    at.actor.require(RoleKind.MENTOR)
    found = []
    for each in await _silent(at.session, at.now, Enrolment.id.in_(enrolments)):
        enrolment = await at.session.get_one(Enrolment, each.enrolment_id)
        if await mentor_of(at.session, enrolment, at.now) == at.actor.id:
            found.append(each)
    return tuple(found)
