"""What waits for people now, of the whole programme by where its participants belong (§10)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY
from award.digests.numbers import Cell, Today
from award.digests.week_counts import CELL
from award.evidence.pieces import is_shown, open_, pairs
from storage.tables import (
    COUNTED_STATES,
    SIGNED_STATES,
    Centre,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    Finding,
    Person,
)

SILENT = 30 * DAY  # until a coordinator hears of it (programme.md §10)


async def count_today(session: AsyncSession, now: dt.datetime) -> Mapping[Cell, Today]:
    """What there is to do, by cell."""
    cells: dict[Cell, Today] = defaultdict(Today)
    for region, centre, mentor, submitted_at in await session.execute(
        _enrolments(Entry.submitted_at)
        .join(Entry, Entry.enrolment_id == Enrolment.id)
        .where(
            Entry.state == EntryState.SUBMITTED,
            Entry.submitted_at.is_not(None),
            Enrolment.state.in_(SIGNED_STATES),
        )
    ):
        waited = max(0, int((now - submitted_at).total_seconds()))
        cells[Cell(region, centre, mentor)].waits.append(waited)
    applied = Enrolment.state == EnrolmentState.SUBMITTED
    for name, query in (
        ("unassigned", _counted(applied, Enrolment.mentor_id.is_(None))),
        ("answers", _counted(applied, Enrolment.mentor_id.is_not(None))),
        ("silent", _counted(*_silent(now))),
        ("flags", _flags()),
    ):
        for region, centre, mentor, count in await session.execute(query):
            setattr(cells[Cell(region, centre, mentor)], name, count)
    return dict(cells)


def _enrolments(*columns: Any) -> Select[Any]:
    return (
        select(*CELL, *columns)
        .select_from(Enrolment)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
    )


def _counted(*which: ColumnElement[bool]) -> Select[Any]:
    return _enrolments(func.count(Enrolment.id)).where(*which).group_by(*CELL)


def _flags() -> Select[Any]:
    """Findings that wait for a mentor's word, as the expert's list counts them."""
    return cast(
        "Select[Any]",
        pairs()
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
        .where(
            open_(), is_shown(), Entry.state.in_(COUNTED_STATES), Enrolment.state.in_(SIGNED_STATES)
        )
        .with_only_columns(*CELL, func.count(Finding.id))
        .group_by(*CELL),
    )


def _silent(now: dt.datetime) -> tuple[ColumnElement[bool], ...]:
    """Active, not away, and of whom nothing was heard for so long; an absence does not count."""
    since, today = now - SILENT, now.date()
    of_them = Entry.enrolment_id == Enrolment.id
    excused = and_(
        Excuse.enrolment_id == Enrolment.id,
        Excuse.state == ExcuseState.ACCEPTED,
        Excuse.first_day <= today,
        or_(Excuse.last_day.is_(None), Excuse.last_day >= since.date()),
    )
    return (
        Enrolment.state == EnrolmentState.ACTIVE,
        Enrolment.activated_at <= since,
        ~exists().where(of_them, Entry.submitted_at > since),
        ~exists().where(excused),
    )
