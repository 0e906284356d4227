"""What each person wishes of the messages that the clock sends: when, not now, or not at all (§10).

A job runs at every full hour of a zone's day and chooses by `whose_hour` those whose hour it is: a
condition of the job's own query, as they may be 50,000.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.audit import record
from award.errors import Refusal
from award.outbox import NoticeKind
from storage.locking import locked
from storage.tables import OPEN_STATES, Enrolment, Person, Preference, RoleKind

# Outside of the quiet hours (programme.md §10): 9:00 to 20:00 of the region's day.
HOURS = range(9, 21)


class Regular(StrEnum):
    """What the clock sends again and again; the value is that of `Preference.kind`."""

    WEEKLY_HOUR = NoticeKind.WEEKLY_HOUR.value
    CELEBRATION = NoticeKind.CELEBRATION.value
    REVIEW_EVENING = NoticeKind.REVIEW_EVENING.value
    DAILY_DIGEST = NoticeKind.DAILY_DIGEST.value
    WEEKLY_DIGEST = NoticeKind.WEEKLY_DIGEST.value

    @property
    def notice(self) -> NoticeKind:
        """The notice that it is sent as."""
        return NoticeKind(self.value)


# What the work for others stands on: it can be had at another hour, but not switched off.
REQUIRED = frozenset({Regular.REVIEW_EVENING})

_OF_PARTICIPANT = (Regular.WEEKLY_HOUR, Regular.CELEBRATION)
_DIGESTS = (Regular.DAILY_DIGEST, Regular.WEEKLY_DIGEST)
_OF_STAFF: dict[RoleKind, tuple[Regular, ...]] = {
    RoleKind.MENTOR: (Regular.REVIEW_EVENING, Regular.WEEKLY_DIGEST),
    RoleKind.EXPERT: _DIGESTS,
    RoleKind.COORDINATOR: _DIGESTS,
    RoleKind.CENTRE_HEAD: _DIGESTS,
    RoleKind.OPERATOR: _DIGESTS,
}


@dataclass(frozen=True)
class Wish:
    """What a person wishes of one kind; `hour` is None where it comes at its usual time."""

    kind: Regular
    off: bool = False
    hour: int | None = None
    snoozed_until: dt.datetime | None = None

    @property
    def required(self) -> bool:
        """It cannot be switched off."""
        return self.kind in REQUIRED

    def is_silent(self, now: dt.datetime) -> bool:
        """Nothing of this kind is to be sent now."""
        return self.off or (self.snoozed_until is not None and self.snoozed_until > now)


async def wishes(at: Acting) -> tuple[Wish, ...]:
    """The acting person's wishes, of every kind that comes to them as what they are here."""
    kept = await at.session.scalars(select(Preference).where(Preference.person_id == at.actor.id))
    known = {each.kind: each for each in kept}
    return tuple(_wish(kind, known.get(kind)) for kind in await _kinds(at))


async def wish_of(session: AsyncSession, person_id: int, kind: Regular) -> Wish:
    """One person's wish of one kind, for wording and for the next time."""
    return _wish(kind, await session.get(Preference, (person_id, kind.value)))


async def choose_hour(at: Acting, kind: Regular, hour: int | None) -> None:
    """Have it at this full hour of the region's day; None: at the usual one. Raises Refusal."""
    if hour is not None and hour not in HOURS:
        raise Refusal("refused-wish-hour", first=HOURS[0], last=HOURS[-1])
    kept = await _own(at, kind)
    kept.hour = hour
    await record(
        at.session, at.actor.id, "wish.hour", "person", at.actor.id, at.now, kind=kind, hour=hour
    )


async def switch(at: Acting, kind: Regular, *, off: bool) -> None:
    """Have it or not; raises Refusal for what is required, and for what never comes to them."""
    kept = await _own(at, kind)
    if off and kind in REQUIRED:
        raise Refusal("refused-wish-required")
    kept.off = off
    if not off:
        kept.snoozed_until = None
    await record(
        at.session, at.actor.id, "wish.switched", "person", at.actor.id, at.now, kind=kind, off=off
    )


async def snooze(at: Acting, kind: Regular, until: dt.datetime) -> None:
    """Nothing of it until then; what is required cannot be put off. Raises like `switch`."""
    kept = await _own(at, kind)
    if kind in REQUIRED:
        raise Refusal("refused-wish-required")
    kept.snoozed_until = until
    await record(at.session, at.actor.id, "wish.snoozed", "person", at.actor.id, at.now, kind=kind)


# --- conditions for the queries of jobs


def whose_hour(
    kind: Regular,
    moment: dt.datetime,
    zone: str,
    usual_hour: int,
    person_id: Any = Person.id,
    *,
    or_before: bool = False,
) -> ColumnElement[bool]:
    """A condition: this person wants it at the full hour of `moment` in the zone, and wants it now.

    `person_id` is the column of the query that names the person. `or_before`: or at an hour of the
    same day before it, for what is told once a day as soon as there is cause.
    """
    hour = moment.astimezone(ZoneInfo(zone)).hour
    usual = usual_hour == hour or (or_before and usual_hour < hour)
    return wanted_at(kind, moment, hour, person_id, usual=usual, or_before=or_before)


def wanted_at(
    kind: Regular,
    moment: Any,
    hour: Any,
    person_id: Any,
    *,
    usual: bool,
    or_before: bool = False,
) -> ColumnElement[bool]:
    """The condition of `whose_hour` on a full hour that is the usual one or not.

    `moment` and `hour` may be parameters of a query that is built once.
    """
    own = and_(Preference.person_id == person_id, Preference.kind == kind.value)
    fits = Preference.hour <= hour if or_before else Preference.hour == hour
    silent = or_(Preference.off, Preference.snoozed_until > moment)
    if usual:
        # Most people have no row at all, and are meant.
        other_hour = and_(Preference.hour.is_not(None), ~fits)
        return ~exists().where(own, or_(silent, other_hour))
    awake = or_(Preference.snoozed_until.is_(None), Preference.snoozed_until <= moment)
    return exists().where(own, fits, ~Preference.off, awake)


# --- inside


def _wish(kind: Regular, kept: Preference | None) -> Wish:
    if kept is None:
        return Wish(kind)
    # A row of another time or another role never silences what is required.
    required = kind in REQUIRED
    return Wish(
        kind,
        kept.off and not required,
        kept.hour,
        None if required else kept.snoozed_until,
    )


async def _kinds(at: Acting) -> tuple[Regular, ...]:
    """What comes to this person, by what they are here, in the order of the list above."""
    staff = {kind for role in at.actor.roles for kind in _OF_STAFF.get(role.kind, ())}
    under_way = await at.session.scalar(
        select(Enrolment.id)
        .where(Enrolment.person_id == at.actor.id, Enrolment.state.in_(OPEN_STATES))
        .limit(1)
    )
    own = set(_OF_PARTICIPANT) if under_way is not None else set()
    return tuple(kind for kind in Regular if kind in staff | own)


async def _own(at: Acting, kind: Regular) -> Preference:
    if kind not in await _kinds(at):
        raise Refusal("refused-wish-not-yours")
    key = (at.actor.id, kind.value)
    kept = await locked(at.session, Preference, key)
    if kept is None:
        kept = Preference(person_id=at.actor.id, kind=kind.value, off=False)
        at.session.add(kept)
        await at.session.flush()
    return kept
