"""A participant whose way has begun, with what a rating is counted from; no query (§8.3)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from award.programme import Measure
from award.programme.requirements import Requirement
from award.progress.asking import Asked
from award.progress.rules import filled, percent_of, rating_of


@dataclass(frozen=True, slots=True)
class Rated:
    """A participant's rating in a level; `gained`: what of it came of this month.

    `percents` by direction, in the programme's order.
    """

    enrolment_id: int
    level: str
    region: str | None
    rating: float
    gained: float
    percents: Mapping[str, int]


class Spent(NamedTuple):
    """An entry that counts a book or days, from a day on; days are numbers here."""

    direction: str
    day: int
    days: int | None
    book: str | None


@dataclass(frozen=True, slots=True)
class Counting:
    """What is the same for all who are counted: the month's first day, by its number, and the
    sections of the books on the list."""

    month: int
    sections: Mapping[str, int]


@dataclass(slots=True)
class Begun:
    """`first`: the first week; weeks are numbers here.

    `weeks` kept by direction (in all, and before this month); `spent`: on books and days.
    """

    id: int
    level: str
    region: str | None
    lives_in: str | None
    first: int
    asked: Asked
    excused: Collection[int] = ()
    weeks: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    spent: list[Spent] = field(default_factory=list)

    def rated(self, counting: Counting) -> Rated:
        """The rating, and what of it was there before the month."""
        spent = [each for each in self.spent if each.day // 7 >= self.first]
        earlier = [each for each in spent if each.day < counting.month]
        used: tuple[set[str], set[str]] = set(), set()
        percents, before = {}, []
        for asked in self.asked:
            if asked.measure is Measure.weeks:
                done, done_before = self.weeks.get(asked.direction, (0, 0))
            else:
                done = _done(asked, spent, used[0], counting)
                is_new = len(earlier) < len(spent)
                done_before = _done(asked, earlier, used[1], counting) if is_new else done
            percents[asked.direction] = percent = percent_of(asked, done)
            before.append(percent if done_before == done else percent_of(asked, done_before))
        rating = rating_of(percents.values())
        return Rated(
            enrolment_id=self.id,
            level=self.level,
            region=self.region,
            rating=rating,
            gained=rating - rating_of(before),
            percents=percents,
        )


def _done(asked: Requirement, spent: Sequence[Spent], used: set[str], counting: Counting) -> int:
    """Books that fill what is asked, or different days; an entry counts one day at least.

    A book counts in one direction: those `used` before do not, and these do not from here on.
    """
    mine = [each for each in spent if each.direction == asked.direction]
    if asked.measure is Measure.days:
        return len({each.day + n for each in mine for n in range(max(1, each.days or 0))})
    new = {each.book for each in mine if each.book is not None} - used
    used |= new
    return filled(asked, [counting.sections[book] for book in new if book in counting.sections])
