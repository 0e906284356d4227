"""A participant whose way has begun, with what a week's numbers need of them; no query (§10)."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy import Row

from award.calendar import week_of, weeks_between
from award.digests.numbers import Cell, last_day
from award.digests.pace import Course, Kept, is_at_risk
from award.progress.asking import Asked
from award.progress.versions import corrected
from storage.tables import EntryState

Line: TypeAlias = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Span:
    """A week in some zone: its Monday, and the moments between which it lies."""

    monday: dt.date
    begin: dt.datetime
    end: dt.datetime

    @property
    def last_day(self) -> dt.date:
        return last_day(self.monday)


@dataclass(slots=True)
class Begun:
    """`asked`: of the weekly directions; `kept`: weeks of each, as of the end of each span.

    `begins`: the directions that by the plan begin later than the level. `own`: something is asked
    of this person alone.
    """

    id: int
    cell: Cell
    activated_at: dt.datetime
    ended_at: dt.datetime | None
    started_on: dt.date
    months: int
    asked: Asked
    own: bool
    excuses: list[tuple[dt.date, dt.date | None]] = field(default_factory=list)
    begins: dict[str, dt.date] = field(default_factory=dict)
    kept: tuple[dict[str, int], ...] = ()

    def is_new(self, span: Span) -> bool:
        """The way began in that week."""
        return span.begin <= self.activated_at < span.end

    def is_active(self, span: Span) -> bool:
        """Under way at the week's end: begun, not ended, neither paused nor away on its last day.

        `ended_at` is when the level was complete or left.
        """
        if self.activated_at >= span.end or (self.ended_at and self.ended_at < span.end):
            return False
        day = span.last_day
        return not any(first <= day <= (last or day) for first, last in self.excuses)

    def excused(self, span: Span) -> frozenset[dt.date]:
        """Mondays of accepted absence; a pause lasts at least until the week's end (§6)."""
        return frozenset(
            monday
            for first, last in self.excuses
            for monday in weeks_between(first, last or max(first, span.last_day))
        )

    def is_at_risk(self, span: Span, kept: dict[str, int]) -> bool:
        """At the pace of the weeks kept until then, the level's planned end is missed."""
        course = Course.of(self.started_on, self.months, span.monday, self.excused(span))
        return is_at_risk(
            course,
            (
                Kept(each.amount, kept.get(each.direction, 0), self.begins.get(each.direction))
                for each in self.asked
            ),
        )

    def keep_exactly(self, entries: Sequence[Line], spans: Iterable[Span]) -> None:
        """Count the kept weeks from the entries themselves, where a sum would not be exact:
        approved ones that a later approved version corrects, excused weeks, own requirements.
        """
        self.kept = tuple(self._kept(entries, span) for span in spans)

    def _kept(self, entries: Sequence[Line], span: Span) -> dict[str, int]:
        approved = [each for each in entries if _was_approved(each, span)]
        gone = corrected(entries, approved)
        excused, first = self.excused(span), week_of(self.started_on)
        minutes: Counter[tuple[str, dt.date]] = Counter()
        for entry in approved:
            monday = week_of(entry.happened_on)
            if entry.id not in gone and monday >= first and monday not in excused:
                minutes[entry.direction, monday] += max(0, entry.minutes or 0)
        least = {each.direction: each.minutes_per_week for each in self.asked}
        kept: Counter[str] = Counter()
        for (direction, _), sum_ in minutes.items():
            kept[direction] += direction in least and sum_ >= least[direction]
        return dict(kept)


def _was_approved(entry: Line, span: Span) -> bool:
    if entry.state is not EntryState.APPROVED or entry.decided_at is None:
        return False
    return bool(entry.decided_at < span.end)
