"""Where a participant stands: what is kept of them, turned into what the pure rules ask for."""

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Row, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.scope import visible
from award.audit import record
from award.calendar import WEEK, week_of, weeks_between
from award.calendar.zones import today_in
from award.programme import Programme
from award.progress.asked import asked_of, latest_enrolment
from award.progress.rules import Done, Progress, progress
from award.progress.versions import corrected
from storage.tables import (
    BEGUN_STATES,
    COUNTED_STATES,
    Enrolment,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    Mark,
    MarkKind,
    Person,
)

_Columns: TypeAlias = Row[*tuple[Any, ...]]
# A direction's code, and the Monday of a week.
DirectionWeek: TypeAlias = tuple[str, dt.date]


@dataclass(frozen=True)
class Situation:
    """A participant as they stand: `progress` is None while (or because) the way has not begun."""

    enrolment: Enrolment
    name: str
    today: dt.date
    progress: Progress | None


async def situation(at: Acting, enrolment_id: int | None = None) -> Situation | None:
    """How an enrolment stands that the actor may read, or their own latest; None: they have none.

    Raises NotFound outside the actor's scope. A look at another's is on the record (§7).
    """
    if enrolment_id is None:
        enrolment = await latest_enrolment(at)
        if enrolment is None:
            return None
    else:
        enrolment = await visible(at, enrolment_id)
    found = await at.session.execute(
        select(Person.full_name, Person.region).where(Person.id == enrolment.person_id)
    )
    name, region = found.one()
    if enrolment.person_id != at.actor.id:
        await record(at.session, at.actor.id, "progress.seen", "enrolment", enrolment.id, at.now)
    today = today_in(at.programme, region, at.now)
    begun = enrolment.state in BEGUN_STATES
    progress_ = await progress_on(at.session, at.programme, enrolment, today) if begun else None
    return Situation(enrolment, name or "", today, progress_)


async def progress_on(
    session: AsyncSession,
    programme: Programme,
    enrolment: Enrolment,
    today: dt.date,
    states: Collection[EntryState] = (EntryState.APPROVED,),
) -> Progress:
    """Where the participant stands on `today`, the local date; three queries.

    One who is not active yet starts today. `states`: of the entries that count; with
    `COUNTED_STATES` it is how they would stand if all that waits were approved. Raises ChoiceError
    like `asked_of`.
    """
    asked = asked_of(programme, enrolment)
    assert enrolment.level is not None
    entries = await _counting(session, enrolment.id, states)
    given = await _marks(session, enrolment.id)
    await asyncio.sleep(0)  # a full journal takes its time: others have their turn before
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
    session: AsyncSession, enrolment_id: int, weeks: Collection[DirectionWeek]
) -> dict[DirectionWeek, tuple[int, int]]:
    """Minutes in each of these weeks of a direction: approved, and waiting for the mentor.

    Waiting is what approval of all that is submitted would add: where it corrects an approved
    entry, only the difference. One query for all.
    """
    if not weeks:
        return {}
    within = or_(
        *(
            and_(
                Entry.direction == direction,
                Entry.happened_on >= monday,
                Entry.happened_on < monday + WEEK,
            )
            for direction, monday in weeks
        )
    )
    found = await session.execute(
        select(
            Entry.id,
            Entry.replaces_id,
            Entry.state,
            Entry.minutes,
            Entry.direction,
            Entry.happened_on,
        ).where(
            Entry.enrolment_id == enrolment_id,
            or_(within & Entry.state.in_(COUNTED_STATES), Entry.replaces_id.is_not(None)),
        )
    )
    rows = found.all()
    approved = _minutes(rows, (EntryState.APPROVED,))
    hoped = _minutes(rows, COUNTED_STATES)
    return {week: (approved[week], max(0, hoped[week] - approved[week])) for week in weeks}


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
    counting = [row for row in rows if row.state in states]
    gone = corrected(rows, counting)
    return [row for row in counting if row.id not in gone]


def _minutes(rows: Sequence[_Columns], states: Collection[EntryState]) -> Counter[DirectionWeek]:
    counting = [row for row in rows if row.state in states]
    gone = corrected(rows, counting)
    minutes: Counter[DirectionWeek] = Counter()
    for row in counting:
        if row.id not in gone:
            minutes[row.direction, week_of(row.happened_on)] += row.minutes or 0
    return minutes


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
    """The book's section, also where it was taken off the list; none for one gone from the file."""
    listed = programme.known_books.get(book)
    return listed.section if listed else None
