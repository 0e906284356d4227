"""Points and trophies for reaching goals (олжа), as data (programme.md §8.4)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from award.programme.coded import find
from award.programme.values import Closed, Code, Colour, Count, Some, Text


class Cause(StrEnum):
    """What gives points. Of all but `streak` and `level` one direction alone may be meant."""

    entry = "entry"  # an approved entry
    mended = "mended"  # an approved entry that had been returned
    week = "week"  # a week kept in a weekly direction
    streak = "streak"  # weeks kept in a row, whichever the direction
    book = "book"
    day = "day"
    hour = "hour"  # of approved minutes, added up
    direction = "direction"  # marked complete
    level = "level"
    event = "event"  # somebody was there


class Picture(StrEnum):
    """What a trophy looks like; `handlers/olzha/trophies.py` draws each."""

    sprout = "sprout"
    flame = "flame"
    book = "book"
    mountain = "mountain"
    heart = "heart"
    star = "star"
    cup = "cup"
    patch = "patch"
    ticket = "ticket"


@dataclass(frozen=True)
class Trophy(Closed):
    """A picture on the shelf, in its colour, with a number where one says more than a name."""

    picture: Picture
    colour: Colour
    number: Count | None = None


@dataclass(frozen=True)
class Reward(Closed):
    """So many points for a cause: each time it comes, or once when it adds up to `at`.

    `of` narrows it to one direction, or for the cause `level` to one level. Of a streak `at` is its
    length in weeks. `times` is how often it is given at most.
    """

    code: Code
    cause: Cause
    points: Count
    name: Text
    about: Text
    of: str | None = None
    at: Count | None = None
    times: Count | None = None
    trophy: Trophy | None = None


@dataclass(frozen=True)
class Olzha(Closed):
    """What is rewarded. Weeks of `outages`, days on which the service was down, break no streak."""

    rewards: Some[Reward]
    outages: tuple[dt.date, ...] = ()

    def find(self, code: str | None) -> Reward | None:
        """The reward with this code, or None: it may be gone from the data."""
        return find(self.rewards, code)
