"""Who may apply for which level, by age on the day of application (programme.md §2, §4.2)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from award.programme.model import Level, Programme


class AgeCheck(StrEnum):
    """How an age stands to the programme's."""

    open = "open"
    too_young = "too_young"
    too_old = "too_old"


@dataclass(frozen=True)
class Eligibility:
    """What is open to a person on a day.

    `levels` are those that may be applied for; `opens` is the day on which the next level opens
    (for one too young: when to come back), None when no more will.
    """

    by_age: AgeCheck
    age: int
    levels: tuple[Level, ...]
    opens: dt.date | None

    @property
    def too_young(self) -> bool:
        """Not yet old enough for any level."""
        return self.by_age is AgeCheck.too_young

    @property
    def too_old(self) -> bool:
        """Past the age of every level."""
        return self.by_age is AgeCheck.too_old


def birthday(birth: dt.date, years: int) -> dt.date:
    """The day on which someone is `years` old.

    Born on 29 February, in a common year: 1 March. The Civil Code of Kazakhstan lets a term whose
    day does not exist run out with the month's last day, so the year is full when that is over.
    """
    try:
        return birth.replace(year=birth.year + years)
    except ValueError:
        return dt.date(birth.year + years, 3, 1)


def age_on(birth: dt.date, day: dt.date) -> int:
    """Full years of age on a day; negative before the birth."""
    years = day.year - birth.year
    return years if day >= birthday(birth, years) else years - 1


def is_minor(birth: dt.date, day: dt.date) -> bool:
    """Under 18, so that a legal representative signs too (programme.md §4.6)."""
    return age_on(birth, day) < 18


def open_levels(programme: Programme, birth: dt.date, day: dt.date) -> tuple[Level, ...]:
    """The levels whose ages include this person's on `day`, in the programme's order."""
    age = age_on(birth, day)
    return tuple(level for level in programme.levels if level.min_age <= age <= level.max_age)


def eligibility(
    programme: Programme,
    birth: dt.date,
    day: dt.date,
    awarded: frozenset[str] = frozenset(),
) -> Eligibility:
    """What this person may apply for on `day`; `awarded` levels are given only once."""
    age = age_on(birth, day)
    levels = open_levels(programme, birth, day)
    later = [birthday(birth, x.min_age) for x in programme.levels if x.min_age > age]
    if levels:
        by_age = AgeCheck.open
    elif later:
        by_age = AgeCheck.too_young
    else:
        by_age = AgeCheck.too_old
    return Eligibility(
        by_age=by_age,
        age=age,
        levels=tuple(level for level in levels if level.code not in awarded),
        opens=min(later, default=None),
    )
