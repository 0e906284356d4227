"""The award programme as data: what an operator may edit, nothing a coder must (programme.md §1–3).

`load(path)` reads and checks a programme file, or a folder of files; everything here is frozen.
Every text exists in all the languages of `LOCALES`. Lists that must not be empty are `Some`.
"""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from award.programme.award import Award
from award.programme.bounds import JournalBounds, Retention, Terms
from award.programme.certificates import Certificates
from award.programme.coded import by_code, find
from award.programme.olzha import Olzha
from award.programme.values import (
    Closed,
    Code,
    Colour,
    Count,
    Filled,
    IsoCode,
    Some,
    Text,
    Words,
)


class ProgrammeError(Exception):
    """A programme that cannot be used: `problems` are all that is wrong, each naming its line."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Measure(StrEnum):
    """What a direction is counted in."""

    weeks = "weeks"
    books = "books"
    days = "days"


class Sex(StrEnum):
    """Whom a number of a sport norm is for."""

    female = "female"
    male = "male"


@dataclass(frozen=True)
class Region(Closed):
    """A region by its ISO 3166-2 code; `zone` is the one its weeks are counted in."""

    code: IsoCode
    name: Text
    zone: str | None = None


@dataclass(frozen=True)
class Way(Closed):
    """One of several ways in which a direction can be done (national sport, craft, a book)."""

    code: Code
    name: Text
    measure: Measure


@dataclass(frozen=True)
class Activity(Closed):
    """Something to do in a direction, and the words by which a message is known to be about it."""

    code: Code
    name: Text
    words: Words = field(default_factory=Words)
    way: str | None = None


@dataclass(frozen=True)
class Direction(Closed):
    """A direction, how it is measured, and what an entry in it must have (programme.md §1, §5).

    `motto` is the call (ұран), `devise` the longer saying where there is one. `needs_evidence`: an
    entry has at least one photo or video; `needs_action`: the name of the action and its result.
    """

    code: Code
    name: Text
    motto: Text
    emoji: Filled
    colour: Colour
    measure: Measure
    about: Text
    devise: Text | None = None
    ways: tuple[Way, ...] = ()
    needs_partner: bool = False
    needs_norm: bool = False
    needs_final_video: bool = False
    needs_evidence: bool = False
    needs_action: bool = False
    needs_employer: bool = False
    words: Words = field(default_factory=Words)
    activities: tuple[Activity, ...] = ()

    def activity(self, code: str) -> Activity:
        """The activity with this code; raises KeyError."""
        return by_code(self.activities, code)

    def way(self, code: str) -> Way:
        """The way with this code; raises KeyError."""
        return by_code(self.ways, code)


@dataclass(frozen=True)
class Demand(Closed):
    """What a level asks in one direction: exactly one of `weeks`, `books`, `days`.

    `sections` is the least number of books of each section. An `optional` demand counts only for
    a participant who added its direction.
    """

    direction: str
    weeks: Count | None = None
    books: Count | None = None
    days: Count | None = None
    sections: Mapping[int, Count] = field(default_factory=dict)
    optional: bool = False

    @property
    def measure(self) -> Measure:
        """What the amount is counted in."""
        if self.weeks is not None:
            return Measure.weeks
        return Measure.books if self.books is not None else Measure.days

    @property
    def amount(self) -> int:
        """How many weeks, books or days."""
        return self.weeks or self.books or self.days or 0


@dataclass(frozen=True)
class Option(Closed):
    """One answer to a choice, and what it asks of the participant."""

    code: Code
    name: Text
    requires: Some[Demand]


@dataclass(frozen=True)
class Choice(Closed):
    """A question that a level leaves to the participant, such as which direction is the longer."""

    code: Code
    question: Text
    one_of: Some[Option]

    def option(self, code: str) -> Option:
        """The option with this code; raises KeyError."""
        return by_code(self.one_of, code)

    @property
    def directions(self) -> frozenset[str]:
        """The directions that the answers are about."""
        return frozenset(d.direction for option in self.one_of for d in option.requires)


@dataclass(frozen=True)
class Level(Closed):
    """A level: ages at application (both ends included), length in months, what it requires."""

    code: Code
    name: Text
    emoji: Filled
    about: Text
    min_age: Count
    max_age: Count
    months: Count
    requires: Some[Demand]
    choices: tuple[Choice, ...] = ()

    def choice(self, code: str) -> Choice:
        """The choice with this code; raises KeyError."""
        return by_code(self.choices, code)

    @cached_property
    def directions(self) -> tuple[str, ...]:
        """Codes of all its directions, the optional ones too, in the order of the file."""
        fixed = [demand.direction for demand in self.requires]
        chosen = [d.direction for choice in self.choices for o in choice.one_of for d in o.requires]
        return tuple(dict.fromkeys(fixed + chosen))


@dataclass(frozen=True)
class Section(Closed):
    """A section of the reading list."""

    number: Count
    name: Text


@dataclass(frozen=True)
class Book(Closed):
    """A book of the operator's list."""

    code: Code
    section: Count
    author: Text
    title: Text


@dataclass(frozen=True)
class NormValue(Closed):
    """The number to reach for one sex and an age range (both ends included)."""

    sex: Sex
    min_age: Count
    max_age: Count
    value: float


@dataclass(frozen=True)
class Exercise(Closed):
    """An exercise of a norm; `at_most` says that a smaller number is the better one (a time)."""

    code: Code
    name: Text
    unit: Text
    at_most: bool = False
    values: tuple[NormValue, ...] = ()


@dataclass(frozen=True)
class Norm(Closed):
    """The norm of one level in one direction: a text and, if wished, numbers (programme.md §3)."""

    direction: str
    level: str
    text: Text
    exercises: tuple[Exercise, ...] = ()


@dataclass(frozen=True)
class Agreement(Closed):
    """The agreement on voluntary participation; what is signed is kept by `text_hash`."""

    version: Filled
    title: Text
    paragraphs: Some[Text]

    def text(self, locale: str) -> str:
        """The whole agreement in one language: title, then paragraphs, blank lines between."""
        return "\n\n".join([self.title[locale], *(p[locale] for p in self.paragraphs)])

    def text_hash(self, locale: str) -> str:
        """SHA-256 (hex) of the version, the language and the text that was shown."""
        shown = "\n".join((self.version, locale, self.text(locale)))
        return hashlib.sha256(shown.encode()).hexdigest()


@dataclass(frozen=True)
class Card(Closed):
    """A short card of the welcome: what the programme is (programme.md §4.1)."""

    emoji: Filled
    title: Text
    text: Text


@dataclass(frozen=True, repr=False)
class Programme(Closed):
    """One award programme. `level("bronze")` or KeyError; `find_level("bronze")` or None."""

    code: Code
    name: Text
    country: str
    zone: str
    minutes_per_week: Count
    quick_minutes: Some[Count]
    essay_min_chars: Count
    welcome: Some[Card]
    regions: Some[Region]
    directions: Some[Direction]
    levels: Some[Level]
    agreement: Agreement
    mandatory: Mapping[int, Some[str]]
    award: Award
    certificate: Certificates
    norms: tuple[Norm, ...] = ()
    sections: tuple[Section, ...] = ()
    books: tuple[Book, ...] = ()
    retention: Retention = field(default_factory=Retention)
    journal: JournalBounds = field(default_factory=JournalBounds)
    terms: Terms = field(default_factory=Terms)
    olzha: Olzha | None = None

    def __repr__(self) -> str:
        # It is an argument of much that is shown in logs: hundreds of lines would hide the rest.
        return f"<Programme {self.code}>"

    def region(self, code: str) -> Region:
        """The region with this ISO 3166-2 code; raises KeyError."""
        return by_code(self.regions, code)

    def find_region(self, code: str | None) -> Region | None:
        """The region with this code, or None."""
        return find(self.regions, code)

    def zone_of(self, region: str | None) -> str:
        """The IANA time zone of a region, or the programme's where it has none of its own."""
        return (self.region(region).zone if region else None) or self.zone

    def direction(self, code: str) -> Direction:
        """The direction with this code; raises KeyError."""
        return by_code(self.directions, code)

    def find_direction(self, code: str | None) -> Direction | None:
        """The direction with this code, or None."""
        return find(self.directions, code)

    def activity(self, direction: str | None, code: str | None) -> Activity | None:
        """A direction's activity by its code; None for what was written in other words."""
        of = self.find_direction(direction)
        return find(of.activities, code) if of else None

    def level(self, code: str) -> Level:
        """The level with this code; raises KeyError."""
        return by_code(self.levels, code)

    def find_level(self, code: str | None) -> Level | None:
        """The level with this code, or None."""
        return find(self.levels, code)

    def section(self, number: int) -> Section:
        """The section of the reading list with this number; raises KeyError."""
        return self._sections[number]

    def book(self, code: str) -> Book:
        """The book with this code; raises KeyError."""
        return self._books[code]

    def find_book(self, code: str | None) -> Book | None:
        """The book with this code; None also for one that is not on the list any more."""
        return self._books.get(code or "")

    @property
    def known_books(self) -> Mapping[str, Book]:
        """By code, the books of the list and those that an amendment took off it (§1.3)."""
        return self._books

    def as_of(self, begun: dt.datetime) -> "Programme":
        """The programme whose requirements somebody keeps who began at this moment (§1.2)."""
        return self

    def books_of(self, section: int) -> tuple[Book, ...]:
        """The books of one section, in the order of the file."""
        return tuple(book for book in self.books if book.section == section)

    def norm(self, direction: str, level: str) -> Norm | None:
        """The norm published for this direction at this level, if there is one."""
        return next((n for n in self.norms if (n.direction, n.level) == (direction, level)), None)

    def mandatory_in(self, year: int) -> frozenset[str]:
        """Directions mandatory in a year: its own list, else that of the last year before it.

        A year before the first list uses the first (programme.md §1).
        """
        past = [known for known in self.mandatory if known <= year]
        return frozenset(self.mandatory[max(past) if past else min(self.mandatory)])

    @cached_property
    def _books(self) -> dict[str, Book]:
        return {book.code: book for book in self.books}

    @cached_property
    def _sections(self) -> dict[int, Section]:
        return {section.number: section for section in self.sections}
