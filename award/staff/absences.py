"""Absence of staff: told to those above, who stand in or appoint another (programme.md §6).

Whose work falls to whom meanwhile is not written down for each participant: it follows from the
absence for as long as it lasts (`award/access/substitution.py`), and comes back by itself.
"""

import datetime as dt
from collections.abc import Collection
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import Actor
from award.access.budget import within_budget
from award.access.substitutes import staff_at
from award.access.substitution import ABOVE, in_place, superiors
from award.audit import record
from award.calendar import DAY, local_date
from award.errors import NotAllowed, NotFound, Refusal
from award.outbox import NoticeKind, tell, tell_once
from award.staff.absence_views import colleagues, decided, not_over, zone_of_staff
from award.typed import tidied
from storage.locking import locked_one
from storage.tables import Person, RoleKind, Substitution

REASONS = ("leave", "illness", "trip", "other")
FARTHEST = dt.timedelta(days=180)  # ahead, the first day
LONGEST = dt.timedelta(days=365)
LONGEST_NOTE = 300  # characters
MORNING = dt.timedelta(hours=9)  # when what begins with a day is told


def fit_note(note: str | None) -> str | None:
    """Words as they are kept, None for none; raises Refusal for too many."""
    kept = tidied(note) or None
    if kept is not None and len(kept) > LONGEST_NOTE:
        raise Refusal("away-words-long", most=LONGEST_NOTE, length=len(kept))
    return kept


async def report(
    at: Acting,
    reason: str,
    first_day: dt.date,
    last_day: dt.date | None,
    *,
    note: str | None = None,
) -> tuple[Substitution, ...]:
    """Be away from a day to another (both included) or until `end`; one row for each own role.

    From then on those above stand in, and are told at once. Raises NotAllowed for who is no mentor,
    expert or coordinator, Refusal for days that cannot be or overlap another absence.
    """
    kinds = absent_kinds(at.actor)
    if not kinds:
        raise NotAllowed
    if reason not in REASONS:
        raise NotFound
    note = fit_note(note)
    zone = await zone_of_staff(at)
    await locked_one(at.session, Person, at.actor.id)  # two phones report one absence
    await within_budget(at, "absence.reported")
    since, until = await _span(at, first_day, last_day, zone)
    rows = tuple(
        Substitution(
            kind=kind,
            absent_id=at.actor.id,
            first_day=first_day,
            last_day=last_day,
            reason=reason,
            note=note,
            since=since,
            until=until,
            made_by=at.actor.id,
            made_at=at.now,
        )
        for kind in kinds
    )
    at.session.add_all(rows)
    await at.session.flush()
    staff = await staff_at(at.session, at.now, (at.actor.id,))
    for row in rows:
        await record(at.session, at.actor.id, "absence.reported", "substitution", row.id, at.now)
        for superior in superiors(staff, row.kind, at.actor.id):
            tell(at.session, superior, NoticeKind.ABSENCE_REPORTED, at.now, absence=row.id)
            await _tell_of_turns(at.session, superior, row, at.now, also_now=False)
    if until is not None:
        await _tell_once(
            at.session, at.actor.id, NoticeKind.ABSENCE_ENDED, until + MORNING, rows[0], at.now
        )
    return rows


def absent_kinds(actor: Actor) -> tuple[RoleKind, ...]:
    """Own roles in which a person can be stood in for."""
    own = {role.kind for role in actor.roles if role.instead_of is None}
    return tuple(kind for kind in ABOVE if kind in own)


async def appoint(at: Acting, absence_id: int, to: int) -> Substitution:
    """Appoint a substitute (oneself too), at once or anew; all concerned are told.

    Raises NotFound out of scope or for who is no candidate, TooLate once the absence is over.
    """
    row, staff = await decided(at, absence_id)
    allowed = {at.actor.id, *(one.id for one in await colleagues(at, row, staff))}
    if to not in allowed:
        raise NotFound
    before = row.substitute_id
    if before == to:
        return row
    row.substitute_id = to
    await record(
        at.session, at.actor.id, "absence.arranged", "substitution", row.id, at.now, substitute=to
    )
    await _tell_of_turns(at.session, to, row, at.now, also_now=to != at.actor.id)
    if before not in (None, at.actor.id):
        assert before is not None
        tell(at.session, before, NoticeKind.STANDING_IN_OVER, at.now, absence=row.id, replaced=True)
    tell(at.session, row.absent_id, NoticeKind.ABSENCE_ARRANGED, at.now, absence=row.id)
    return row


async def end(at: Acting, absence_id: int) -> Substitution:
    """End an absence: the person is back, or those above know that they are.

    Returning oneself ends it in all roles. Whoever stood in is told. Raises like `appoint`.
    """
    row, staff = await decided(at, absence_id, own=True)
    rows = [row]
    if row.absent_id == at.actor.id:
        rows = await _open_of(at.session, at.actor.id, Substitution.since == row.since, now=at.now)
    for each in rows:
        instead = in_place(staff, each.kind, each.absent_id)
        told = instead if each.since <= at.now else each.substitute_id
        each.until = each.ended_at = at.now
        await record(at.session, at.actor.id, "absence.ended", "substitution", each.id, at.now)
        if told not in (None, at.actor.id, each.absent_id):
            assert told is not None
            tell(at.session, told, NoticeKind.STANDING_IN_OVER, at.now, absence=each.id, early=True)
    if row.absent_id != at.actor.id:
        tell(
            at.session, row.absent_id, NoticeKind.ABSENCE_ENDED, at.now, absence=row.id, early=True
        )
    return row


async def end_with_role(
    session: AsyncSession, person_id: int, kinds: Collection[RoleKind], now: dt.datetime
) -> None:
    """Whoever holds these roles no more neither is stood in for in them nor stands in.

    Nor in those below, which they may have taken over as who is above.
    """
    below = [kind for kind in ABOVE if not {kind, *ABOVE[kind]}.isdisjoint(kinds)]
    theirs = or_(
        (Substitution.absent_id == person_id) & Substitution.kind.in_(kinds),
        (Substitution.substitute_id == person_id) & Substitution.kind.in_(below),
    )
    for row in await _open_of(session, None, theirs, now=now):
        if row.absent_id == person_id:
            row.until = row.ended_at = now
        else:
            row.substitute_id = None
            staff = await staff_at(session, now, (row.absent_id,))
            for superior in superiors(staff, row.kind, row.absent_id):
                if superior != person_id:
                    tell(session, superior, NoticeKind.ABSENCE_REPORTED, now, absence=row.id)


def check_first(first_day: dt.date, today: dt.date) -> None:
    """Raises Refusal for a first day that is over or too far ahead."""
    if not today <= first_day <= today + FARTHEST:
        raise Refusal("away-first-wrong", today=today, latest=today + FARTHEST)


def check_days(first_day: dt.date, last_day: dt.date, today: dt.date) -> None:
    """Raises Refusal for days that cannot be told of: in reverse, too many, too far off."""
    check_first(first_day, today)
    if not first_day <= last_day <= first_day + LONGEST:
        raise Refusal("away-last-wrong", first=first_day, latest=first_day + LONGEST)


async def _span(
    at: Acting, first_day: dt.date, last_day: dt.date | None, zone: str
) -> tuple[dt.datetime, dt.datetime | None]:
    """The moments of these days in a zone; raises Refusal where they cannot be."""
    today = local_date(at.now, zone)
    if last_day is None:
        check_first(first_day, today)
    else:
        check_days(first_day, last_day, today)
    since = max(at.now, _midnight(first_day, zone))
    until = _midnight(last_day + DAY, zone) if last_day is not None else None
    overlapping: list[ColumnElement[bool]] = []
    if until is not None:
        overlapping.append(Substitution.since < until)
    after = or_(Substitution.until.is_(None), Substitution.until > since)
    others = await _open_of(at.session, at.actor.id, after, *overlapping, now=at.now)
    if others:
        raise Refusal("away-overlaps", first=others[0].first_day)
    return since, until


def _midnight(day: dt.date, zone: str) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(0), ZoneInfo(zone)).astimezone(dt.UTC)


async def _open_of(
    session: AsyncSession, absent_id: int | None, *which: ColumnElement[bool], now: dt.datetime
) -> list[Substitution]:
    query = select(Substitution).where(not_over(now), *which).order_by(Substitution.id)
    if absent_id is not None:
        query = query.where(Substitution.absent_id == absent_id)
    return list(await session.scalars(query.with_for_update()))


async def _tell_of_turns(
    session: AsyncSession, person_id: int, row: Substitution, now: dt.datetime, *, also_now: bool
) -> None:
    """To a substitute: the morning it begins (or now), and the morning after it is over."""
    if row.since > now:
        await _tell_once(session, person_id, NoticeKind.STANDING_IN, row.since + MORNING, row, now)
    elif also_now:
        tell(session, person_id, NoticeKind.STANDING_IN, now, absence=row.id)
    if row.until is not None:
        await _tell_once(
            session, person_id, NoticeKind.STANDING_IN_OVER, row.until + MORNING, row, now
        )


async def _tell_once(
    session: AsyncSession,
    person_id: int,
    kind: NoticeKind,
    moment: dt.datetime,
    row: Substitution,
    now: dt.datetime,
) -> None:
    """Owed for later; worded only if the absence still has this end by then."""
    until = row.until.isoformat() if row.until is not None else None
    once = f"{kind}:{row.id}:{until}"
    await tell_once(session, person_id, kind, once, now, due_at=moment, absence=row.id, until=until)
