"""Weeks kept, of very many entries: the database packs each into one number (programme.md §8.3).

A row for each entry would take longer to hand over than all the counting.
"""

import datetime as dt
import json
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import BigInteger, ColumnElement, Text, case, cast, func

from award.calendar import DAY, week_of
from award.programme import Measure
from award.progress.asking import Asked
from storage.tables import Entry
from storage.week_number import number_of, week_number

_BITS = 14  # of a week's number, and of minutes
_SPAN = 1 << _BITS
_REST = _SPAN - 1
_MOST = 7 * 24 * 60  # minutes: no week has more, and none asks for more
_NEVER = _SPAN  # minutes

_entry = Entry.__table__.c


class Weekly:
    """How weeks of these directions are counted, in all and as of before a month (its first day).

    An entry's number is made of its direction's, whether it came late, its week's and its minutes.
    Late are days of the month in a week that had begun before it: what they add to the week is
    of this month.
    """

    def __init__(self, directions: Sequence[str], month: dt.date) -> None:
        self.directions = directions
        self.month = month
        self._split = number_of(month - DAY)  # the last week that had days before the month
        self._least: dict[int, tuple[Asked, Sequence[int]]] = {}

    def packed(self) -> ColumnElement[str]:
        """Of a group of entries, in SQL."""
        numbers = case(
            {code: 2 * n for n, code in enumerate(self.directions)}, value=_entry.direction
        )
        sunday = week_of(self.month - DAY) + DAY * 6
        late = case((_entry.happened_on.between(self.month, sunday), 1), else_=0)
        minutes = case(
            (_entry.minutes > _MOST, _MOST), (_entry.minutes > 0, _entry.minutes), else_=0
        )
        week = (numbers + late) * _SPAN + week_number(_entry.happened_on)
        return func.aggregate_strings(cast(cast(week, BigInteger) * _SPAN + minutes, Text), ",")

    def kept(
        self, packed: str, asked: Asked, first: int, excused: Collection[int]
    ) -> Mapping[str, tuple[int, int]]:
        """Weeks kept by direction, in all and before the month: those from the `first` on that are
        not `excused`."""
        minutes: dict[int, int] = {}
        for number in json.loads(f"[{packed}]"):
            week, more = number >> _BITS, number & _REST
            minutes[week] = minutes[week] + more if week in minutes else more
        if excused:
            minutes = {n: m for n, m in minutes.items() if n & _REST not in excused}
        least = self._least_of(asked)
        kept = sorted([n for n, m in minutes.items() if m >= least[n >> _BITS]])
        split, found = self._split, {}
        for number, code in enumerate(self.directions):
            begin = 2 * number * _SPAN
            start = bisect_left(kept, begin + first)
            now = bisect_left(kept, begin + split + 1, start)
            end = bisect_left(kept, begin + _SPAN, now)
            before, all_ = now - start, end - start
            late = minutes.get(begin + _SPAN + split)
            if late is not None and split >= first:
                earlier, needed = minutes.get(begin + split, -1), least[2 * number]
                all_ += earlier < needed <= max(earlier, 0) + late
            if all_:
                found[code] = (all_, before)
        return found

    def _least_of(self, asked: Asked) -> Sequence[int]:
        """The minutes that a week needs, by a direction's number and whether they came late.

        Worked out once: what is asked is one and the same for all who made the same choices.
        """
        if id(asked) not in self._least:
            needed = {e.direction: e.minutes_per_week for e in asked if e.measure is Measure.weeks}
            each = [needed.get(code, _NEVER) for code in self.directions]
            self._least[id(asked)] = asked, [n for least in each for n in (least, _NEVER)]
        return self._least[id(asked)][1]
