"""What a well-formed programme may still have wrong: names that lead nowhere, sums that fail."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import holidays

from award.programme.model import Demand, Direction, Level, Measure, Programme
from award.programme.olzha import Cause, Reward

Where = tuple[int | str, ...]
_WEEKS_A_MONTH = 53 / 12


@dataclass(frozen=True)
class Problem:
    """Something wrong at a place in the file: names and numbers from the top down."""

    where: Where
    what: str


def problems_of(programme: Programme) -> Iterator[Problem]:
    """Everything that would fail later, when a participant stands before it."""
    yield from _general(programme)
    yield from _duplicates(programme)
    for number, direction in enumerate(programme.directions):
        yield from _direction(("directions", number), direction)
    for number, level in enumerate(programme.levels):
        yield from _level(programme, ("levels", number), level)
    yield from _books(programme)
    yield from _norms(programme)
    yield from _certificates(programme)
    yield from _olzha(programme)


def _general(programme: Programme) -> Iterator[Problem]:
    if not _zone_exists(programme.zone):
        yield Problem(("zone",), f"there is no time zone `{programme.zone}`")
    for number, region in enumerate(programme.regions):
        if region.zone is not None and not _zone_exists(region.zone):
            yield Problem(("regions", number, "zone"), f"there is no time zone `{region.zone}`")
    if programme.country not in holidays.list_supported_countries():
        yield Problem(("country",), f"the holidays of `{programme.country}` are not known")
    if list(programme.quick_minutes) != sorted(set(programme.quick_minutes)):
        yield Problem(("quick_minutes",), "must grow from each to the next")
    if not programme.mandatory:
        yield Problem(("mandatory",), "no year is given")
    known = {direction.code for direction in programme.directions}
    for year, directions in programme.mandatory.items():
        for number, code in enumerate(directions):
            if code not in known:
                yield Problem(("mandatory", year, number), f"there is no direction `{code}`")


def _duplicates(programme: Programme) -> Iterator[Problem]:
    yield from _twice(("regions",), (r.code for r in programme.regions))
    yield from _twice(("directions",), (d.code for d in programme.directions))
    yield from _twice(("levels",), (x.code for x in programme.levels))
    yield from _twice(("sections",), (s.number for s in programme.sections))
    yield from _twice(("books",), (b.code for b in programme.books))
    yield from _twice(("award", "criteria"), (c.code for c in programme.award.criteria))
    yield from _twice(("norms",), ((n.direction, n.level) for n in programme.norms))


def _certificates(programme: Programme) -> Iterator[Problem]:
    where, certified = ("certificate", "levels"), programme.certificate.levels
    levels = {level.code for level in programme.levels}
    for code in levels - certified.keys():
        yield Problem(where, f"level `{code}` has no certificate")
    for code in certified.keys() - levels:
        yield Problem((*where, code), f"there is no level `{code}`")
    letters = Counter(level.letter for level in certified.values())
    for code, level in certified.items():
        if letters[level.letter] > 1:
            yield Problem((*where, code, "letter"), f"`{level.letter}` is another level's too")


def _twice(where: Where, keys: Iterable[Hashable]) -> Iterator[Problem]:
    seen: set[Hashable] = set()
    for number, key in enumerate(keys):
        if key in seen:
            name = " at ".join(key) if isinstance(key, tuple) else key
            yield Problem((*where, number), f"`{name}` is there already")
        seen.add(key)


def _direction(where: Where, direction: Direction) -> Iterator[Problem]:
    yield from _twice((*where, "ways"), (way.code for way in direction.ways))
    yield from _twice((*where, "activities"), (a.code for a in direction.activities))
    if not direction.activities and direction.measure is not Measure.books:
        yield Problem(where, "no `activities` to plan")
    ways = {way.code for way in direction.ways}
    for number, activity in enumerate(direction.activities):
        if activity.way is not None and activity.way not in ways:
            place = (*where, "activities", number, "way")
            yield Problem(place, f"the direction has no way `{activity.way}`")


def _level(programme: Programme, where: Where, level: Level) -> Iterator[Problem]:
    if level.min_age > level.max_age:
        yield Problem((*where, "max_age"), f"from {level.min_age} to {level.max_age} is no age")
    if level.max_age > 120:
        yield Problem((*where, "max_age"), f"nobody is {level.max_age} years old")
    yield from _twice((*where, "choices"), (choice.code for choice in level.choices))
    for number, demand in enumerate(level.requires):
        yield from _demand(programme, (*where, "requires", number), level, demand)
    fixed = [demand.direction for demand in level.requires]
    yield from _twice((*where, "requires"), fixed)
    taken = set(fixed)
    for number, choice in enumerate(level.choices):
        inside = (*where, "choices", number)
        yield from _twice((*inside, "one_of"), (option.code for option in choice.one_of))
        if again := sorted(taken & choice.directions):
            yield Problem(inside, f"`{again[0]}` is asked by this level already")
        taken |= choice.directions
        for option_number, option in enumerate(choice.one_of):
            place = (*inside, "one_of", option_number, "requires")
            yield from _twice(place, (demand.direction for demand in option.requires))
            for demand_number, demand in enumerate(option.requires):
                yield from _demand(programme, (*place, demand_number), level, demand)


def _demand(programme: Programme, where: Where, level: Level, demand: Demand) -> Iterator[Problem]:
    direction = programme.find_direction(demand.direction)
    if direction is None:
        yield Problem((*where, "direction"), f"there is no direction `{demand.direction}`")
        return
    amounts = (demand.weeks, demand.books, demand.days)
    if sum(amount is not None for amount in amounts) != 1:
        yield Problem(where, "exactly one of `weeks`, `books`, `days` is needed")
        return
    measures = {direction.measure, *(way.measure for way in direction.ways)}
    if demand.measure not in measures:
        yield Problem(where, f"`{direction.code}` is not measured in {demand.measure}")
    if demand.weeks is not None and demand.weeks > level.months * _WEEKS_A_MONTH:
        yield Problem(where, f"{demand.weeks} weeks do not fit in {level.months} months")
    if demand.sections and demand.books is None:
        yield Problem((*where, "sections"), "only books have sections")
    elif demand.books is not None:
        yield from _enough_books(programme, where, demand)


def _enough_books(programme: Programme, where: Where, demand: Demand) -> Iterator[Problem]:
    if sum(demand.sections.values()) > demand.amount:
        yield Problem((*where, "sections"), f"they ask more than the {demand.amount} books in all")
    if demand.amount > len(programme.books):
        yield Problem(where, f"the list has only {len(programme.books)} books")
    for section, least in demand.sections.items():
        if len(programme.books_of(section)) < least:
            what = f"the list has not {least} books of section {section}"
            yield Problem((*where, "sections", section), what)


def _books(programme: Programme) -> Iterator[Problem]:
    known = {section.number for section in programme.sections}
    for number, book in enumerate(programme.books):
        if book.section not in known:
            yield Problem(("books", number, "section"), f"there is no section {book.section}")


def _norms(programme: Programme) -> Iterator[Problem]:
    directions = {direction.code for direction in programme.directions}
    levels = {level.code for level in programme.levels}
    for number, norm in enumerate(programme.norms):
        where = ("norms", number)
        if norm.direction not in directions:
            yield Problem((*where, "direction"), f"there is no direction `{norm.direction}`")
        if norm.level not in levels:
            yield Problem((*where, "level"), f"there is no level `{norm.level}`")
        yield from _twice((*where, "exercises"), (exercise.code for exercise in norm.exercises))
        for nth, exercise in enumerate(norm.exercises):
            for mth, value in enumerate(exercise.values):
                if value.min_age > value.max_age:
                    place = (*where, "exercises", nth, "values", mth)
                    yield Problem(place, f"from {value.min_age} to {value.max_age} is no age")
    for number, level in enumerate(programme.levels):
        for direction in programme.directions:
            asked = direction.needs_norm and direction.code in level.directions
            if asked and programme.norm(direction.code, level.code) is None:
                yield Problem(("levels", number), f"no norm is published for `{direction.code}`")


def _zone_exists(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


# What a direction must be counted in for a cause to come there.
_MEASURED = {Cause.week: Measure.weeks, Cause.book: Measure.books, Cause.day: Measure.days}


def _olzha(programme: Programme) -> Iterator[Problem]:
    if programme.olzha is None:
        return
    rewards = ("olzha", "rewards")
    yield from _twice(rewards, (reward.code for reward in programme.olzha.rewards))
    for number, reward in enumerate(programme.olzha.rewards):
        yield from _reward(programme, (*rewards, number), reward)


def _reward(programme: Programme, where: Where, reward: Reward) -> Iterator[Problem]:
    if reward.cause is Cause.streak and reward.at is None:
        yield Problem(where, "a streak needs `at`, its weeks")
    if reward.cause is not Cause.streak and reward.at is not None and reward.times is not None:
        yield Problem((*where, "times"), "what is given `at` an amount is given once")
    if reward.of is None:
        return
    if reward.cause is Cause.streak:
        yield Problem((*where, "of"), "a streak is of all directions")
    elif reward.cause is Cause.level:
        if programme.find_level(reward.of) is None:
            yield Problem((*where, "of"), f"there is no level `{reward.of}`")
    elif (direction := programme.find_direction(reward.of)) is None:
        yield Problem((*where, "of"), f"there is no direction `{reward.of}`")
    elif (measure := _MEASURED.get(reward.cause)) and measure not in (
        direction.measure,
        *(way.measure for way in direction.ways),
    ):
        yield Problem((*where, "of"), f"`{reward.of}` is not measured in {measure}")
