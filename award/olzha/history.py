"""What of people's history olzha is counted from, read for some people at once."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Row, Text, cast, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from award.calendar import local_date
from award.olzha.earning import Absence, Piece, Way
from award.programme import Programme
from award.progress.asking import Asking
from award.progress.versions import corrected
from storage.json_rows import rows_at_once
from storage.tables import (
    BEGUN_STATES,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    Mark,
    MarkKind,
)
from storage.week_number import day_number, day_of

_Columns: TypeAlias = Row[*tuple[Any, ...]]

# On the tables: a row of a class takes twice as long.
_enrolment, _entry = Enrolment.__table__.c, Entry.__table__.c
_SENT = tuple(state for state in EntryState if state is not EntryState.DRAFT)
# One that waited to be mended when its words were erased was withdrawn then.
_ONCE_RETURNED = (EntryState.RETURNED, EntryState.WITHDRAWN)
# What was done stays done, also of a level that was left.
_STARTED = (*BEGUN_STATES, EnrolmentState.WITHDRAWN)


class Histories:
    """Reads histories; what is asked is worked out once for all who made the same choices."""

    def __init__(self, session: AsyncSession, programme: Programme) -> None:
        self.session = session
        self.programme = programme
        self._asking = Asking(programme)

    async def of(self, people: Collection[int]) -> dict[int, list[Way]]:
        """The levels that these people began, in their order; five statements."""
        found = await self.session.execute(
            select(
                _enrolment.id,
                _enrolment.person_id,
                _enrolment.level,
                cast(_enrolment.choices, Text).label("choices"),
                cast(_enrolment.overrides, Text).label("overrides"),
                _enrolment.begun_at,
                _enrolment.submitted_at,
                _enrolment.started_on,
                _enrolment.completed_at,
            )
            .where(
                _enrolment.person_id.in_(people),
                _enrolment.state.in_(_STARTED),
                _enrolment.started_on.is_not(None),
                _enrolment.erased_at.is_(None),
            )
            .order_by(_enrolment.id)
        )
        begun = found.all()
        ids = [row.id for row in begun]
        pieces, absences = await self._pieces(ids), await self._absences(ids)
        marked = await self._marked(ids)
        ways: dict[int, list[Way]] = {person: [] for person in people}
        for row in begun:
            asked = self._asking.of(
                row.level, row.choices, row.overrides, row.begun_at, row.submitted_at
            )
            ways[row.person_id].append(
                Way(
                    enrolment=row.id,
                    level=row.level,
                    start=row.started_on,
                    asked={each.direction: each for each in asked},
                    pieces=pieces[row.id],
                    absences=absences[row.id],
                    marked=marked[row.id],
                    completed=self._day(row.completed_at) if row.completed_at else None,
                )
            )
        return ways

    async def _pieces(self, ids: Sequence[int]) -> Mapping[int, list[Piece]]:
        gone, mended = await self._corrections(ids)
        found = await rows_at_once(
            self.session,
            select(
                _entry.enrolment_id,
                _entry.id,
                _entry.direction,
                day_number(_entry.happened_on),
                _entry.minutes,
                _entry.days,
                _entry.book,
            ).where(_entry.enrolment_id.in_(ids), _entry.state == EntryState.APPROVED),
        )
        pieces: dict[int, list[Piece]] = defaultdict(list)
        for enrolment, entry, direction, number, minutes, days, book in found:
            if entry not in gone:
                pieces[enrolment].append(
                    Piece(
                        entry,
                        direction,
                        day_of(number),
                        minutes or 0,
                        days or 0,
                        book,
                        entry in mended,
                    )
                )
        return pieces

    async def _corrections(self, ids: Sequence[int]) -> tuple[set[int], set[int]]:
        """Ids of versions that an approved one replaces; of those that mended a returned one."""
        older = aliased(Entry)
        found = await self.session.execute(
            select(
                Entry.id,
                Entry.replaces_id,
                Entry.state,
                (older.decided_at.is_not(None) & older.state.in_(_ONCE_RETURNED)).label("mends"),
            )
            .join(older, older.id == Entry.replaces_id)
            .where(Entry.enrolment_id.in_(ids), Entry.state.in_(_SENT))
        )
        rows = found.all()
        approved = [row for row in rows if row.state is EntryState.APPROVED]
        return corrected(rows, approved), _mended(rows, approved)

    async def _absences(self, ids: Sequence[int]) -> Mapping[int, list[Absence]]:
        found = await self.session.execute(
            select(Excuse.enrolment_id, Excuse.first_day, Excuse.last_day).where(
                Excuse.enrolment_id.in_(ids), Excuse.state == ExcuseState.ACCEPTED
            )
        )
        absences: dict[int, list[Absence]] = defaultdict(list)
        for enrolment, first, last in found:
            absences[enrolment].append(Absence(first, last))
        return absences

    async def _marked(self, ids: Sequence[int]) -> Mapping[int, dict[str, dt.date]]:
        found = await self.session.execute(
            select(Mark.enrolment_id, Mark.direction, Mark.at).where(
                Mark.enrolment_id.in_(ids), Mark.kind == MarkKind.COMPLETE
            )
        )
        marked: dict[int, dict[str, dt.date]] = defaultdict(dict)
        for enrolment, direction, at in found:
            marked[enrolment][direction] = self._day(at)
        return marked

    def _day(self, moment: dt.datetime) -> dt.date:
        return local_date(moment, self.programme.zone)


def _mended(rows: Sequence[_Columns], approved: Sequence[_Columns]) -> set[int]:
    """Ids of approved versions of which an earlier one was returned."""
    before = {row.id: row for row in rows}
    mended = set()
    for row in approved:
        step: _Columns | None = row
        while step is not None and not step.mends:
            step = before.get(step.replaces_id)
        if step is not None:
            mended.add(row.id)
    return mended
