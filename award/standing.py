"""Where a participant stands: what is kept of them, turned into what the pure rules ask for."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Row, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.acting import Actor, visible
from award.audit import record
from award.calendar import WEEK, local_date, week_of, weeks_between
from award.programme import Programme
from award.progress import Done, Progress, progress
from award.requirements import ChoiceError, Choices, Override, Requirement, requirements
from storage.tables import (
    OPEN_STATES,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    Mark,
    MarkKind,
    Person,
)

_Columns: TypeAlias = Row[*tuple[Any, ...]]
_OVERRIDDEN = ("amount", "minutes_per_week", "norm", "final_video")


# What counts, or will if the mentor approves it.
HOPED = (EntryState.APPROVED, EntryState.SUBMITTED)
BEGUN_STATES = (EnrolmentState.ACTIVE, EnrolmentState.PAUSED, EnrolmentState.COMPLETE)


@dataclass(frozen=True)
class Situation:
    """A participant as they stand: `progress` is None while (or because) the way has not begun."""

    enrolment: Enrolment
    name: str
    today: dt.date
    progress: Progress | None


async def situation(
    session: AsyncSession,
    actor: Actor,
    programme: Programme,
    now: dt.datetime,
    enrolment_id: int | None = None,
) -> Situation | None:
    """How an enrolment stands that the actor may read, or their own latest; None: they have none.

    Raises NotFound outside the actor's scope. A look at another's is on the record (§7).
    """
    if enrolment_id is None:
        enrolment = await latest_enrolment(session, actor)
        if enrolment is None:
            return None
    else:
        enrolment = await visible(session, actor, enrolment_id)
    found = await session.execute(
        select(Person.full_name, Person.region).where(Person.id == enrolment.person_id)
    )
    name, region = found.one()
    if enrolment.person_id != actor.id:
        await record(session, actor.id, "progress.seen", "enrolment", enrolment.id, now)
    today = today_in(programme, region, now)
    begun = enrolment.state in BEGUN_STATES
    progress_ = await standing(session, programme, enrolment, today) if begun else None
    return Situation(enrolment, name or "", today, progress_)


async def latest_enrolment(session: AsyncSession, actor: Actor) -> Enrolment | None:
    """The person's own open enrolment, else the last one that ended."""
    return await session.scalar(
        select(Enrolment)
        .where(Enrolment.person_id == actor.id)
        .order_by(Enrolment.state.in_(OPEN_STATES).desc(), Enrolment.id.desc())
        .limit(1)
    )


def today_in(programme: Programme, region: str | None, now: dt.datetime) -> dt.date:
    """The date of `now` where the person lives; the programme's zone for an unknown region."""
    return local_date(now, zone_in(programme, region))


def zone_in(programme: Programme, region: str | None) -> str:
    """The time zone where the person lives; the programme's for an unknown region."""
    known = any(region == listed.code for listed in programme.regions)
    return programme.zone_of(region if known else None)


def choices_of_enrolment(enrolment: Enrolment) -> Choices:
    """The participant's answers to what the level leaves open, and the directions they added."""
    kept = enrolment.choices or {}
    return Choices(dict(kept.get("answers", {})), frozenset(kept.get("extra", ())))


def store_choices(choices: Choices) -> dict[str, Any]:
    """The same for `Enrolment.choices`: {"answers": {choice: option}, "extra": [direction]}."""
    return {"answers": dict(choices.answers), "extra": sorted(choices.extra)}


def overrides_of_enrolment(enrolment: Enrolment) -> tuple[Override, ...]:
    """What the operator asks of this person instead (programme.md §2), one for each direction."""
    return tuple(
        Override(
            direction,
            kept["reason"],
            **{name: kept.get(name) for name in _OVERRIDDEN},
            sections={int(n): least for n, least in kept["sections"].items()}
            if kept.get("sections") is not None
            else None,
        )
        for direction, kept in (enrolment.overrides or {}).items()
    )


def store_overrides(overrides: Iterable[Override]) -> dict[str, Any]:
    """The same for `Enrolment.overrides`: {direction: {"reason": …, only what is changed}}."""
    return {override.direction: _stored(override) for override in overrides}


def asked_of(programme: Programme, enrolment: Enrolment) -> tuple[Requirement, ...]:
    """What is asked of the participant, by the list of the year of application (§1).

    Raises ChoiceError while the level or something that it leaves open is not chosen.
    """
    if enrolment.level is None:
        raise ChoiceError("level")
    applied = local_date(enrolment.submitted_at or enrolment.begun_at, programme.zone)
    return requirements(
        programme,
        programme.level(enrolment.level),
        choices_of_enrolment(enrolment),
        year=applied.year,
        overrides=overrides_of_enrolment(enrolment),
    )


async def standing(
    session: AsyncSession,
    programme: Programme,
    enrolment: Enrolment,
    today: dt.date,
    states: Collection[EntryState] = (EntryState.APPROVED,),
) -> Progress:
    """Where the participant stands on `today`, the local date; three queries.

    One who is not active yet starts today. `states`: of the entries that count; with `HOPED` it is
    how they would stand if all that waits were approved. Raises ChoiceError like `asked_of`.
    """
    asked = asked_of(programme, enrolment)
    assert enrolment.level is not None
    entries = await _counting(session, enrolment.id, states)
    given = await _marks(session, enrolment.id)
    return progress(
        asked,
        [_done(entry, programme) for entry in entries],
        start=enrolment.started_on or today,
        months=programme.level(enrolment.level).months,
        today=today,
        excused=await excused_weeks(session, enrolment.id, today),
        marks=given[MarkKind.COMPLETE],
        norms=given[MarkKind.NORM],
        videos=frozenset(entry.direction for entry in entries if entry.is_final),
    )


async def week_minutes(
    session: AsyncSession, enrolment_id: int, direction: str, monday: dt.date
) -> tuple[int, int]:
    """Minutes of one direction in the week of `monday`: approved, and waiting for the mentor.

    Waiting is what approval of all that is submitted would add: where it corrects an approved
    entry, only the difference.
    """
    this_week = and_(
        Entry.direction == direction,
        Entry.happened_on >= week_of(monday),
        Entry.happened_on < week_of(monday) + WEEK,
        Entry.state.in_(HOPED),
    )
    found = await session.execute(
        select(
            Entry.id, Entry.replaces_id, Entry.state, Entry.minutes, this_week.label("counts")
        ).where(Entry.enrolment_id == enrolment_id, or_(this_week, Entry.replaces_id.is_not(None)))
    )
    rows = found.all()
    approved = _minutes(rows, (EntryState.APPROVED,))
    hoped = _minutes(rows, HOPED)
    return approved, max(0, hoped - approved)


async def excused_weeks(
    session: AsyncSession, enrolment_id: int, today: dt.date
) -> frozenset[dt.date]:
    """Mondays of the weeks that an accepted absence touches; a pause lasts until today (§6)."""
    found = await session.execute(
        select(Excuse.first_day, Excuse.last_day).where(
            Excuse.enrolment_id == enrolment_id, Excuse.state == ExcuseState.ACCEPTED
        )
    )
    return frozenset(
        monday for first, last in found for monday in weeks_between(first, last or today)
    )


def _stored(override: Override) -> dict[str, Any]:
    kept = {name: getattr(override, name) for name in ("reason", *_OVERRIDDEN)}
    if override.sections is not None:
        kept["sections"] = {str(n): least for n, least in override.sections.items()}
    return {name: value for name, value in kept.items() if value is not None}


async def _counting(
    session: AsyncSession, enrolment_id: int, states: Collection[EntryState]
) -> list[_Columns]:
    """The entries in these states without those that a later one of them corrects."""
    found = await session.execute(
        select(
            Entry.id,
            Entry.replaces_id,
            Entry.state,
            Entry.direction,
            Entry.happened_on,
            Entry.minutes,
            Entry.days,
            Entry.book,
            Entry.is_final,
        ).where(
            Entry.enrolment_id == enrolment_id,
            or_(Entry.state.in_(states), Entry.replaces_id.is_not(None)),
        )
    )
    rows = found.all()
    gone = corrected(rows, states)
    return [row for row in rows if row.state in states and row.id not in gone]


def corrected(rows: Sequence[_Columns], states: Collection[EntryState]) -> set[int]:
    """Ids of the versions that a later one in these states replaces, directly or not."""
    before: Mapping[int, int | None] = {row.id: row.replaces_id for row in rows}
    gone: set[int] = set()
    for row in rows:
        older = row.replaces_id if row.state in states else None
        while older is not None and older not in gone:
            gone.add(older)
            older = before.get(older)
    return gone


def _minutes(rows: Sequence[_Columns], states: Collection[EntryState]) -> int:
    gone = corrected(rows, states)
    return sum(
        row.minutes or 0
        for row in rows
        if row.counts and row.state in states and row.id not in gone
    )


async def _marks(session: AsyncSession, enrolment_id: int) -> dict[MarkKind, frozenset[str]]:
    found = await session.execute(
        select(Mark.kind, Mark.direction).where(Mark.enrolment_id == enrolment_id)
    )
    rows = found.all()
    return {kind: frozenset(d for given, d in rows if given is kind) for kind in MarkKind}


def _done(entry: _Columns, programme: Programme) -> Done:
    return Done(
        direction=entry.direction,
        happened=entry.happened_on,
        minutes=entry.minutes or 0,
        days=entry.days or 0,
        book=entry.book,
        section=_section(programme, entry.book) if entry.book else None,
        entry=entry.id,
    )


def _section(programme: Programme, book: str) -> int | None:
    """The book's section; none for one that the operator has taken off the list since."""
    try:
        return programme.book(book).section
    except KeyError:
        return None
