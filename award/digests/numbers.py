"""Digests: how things go within a scope, and what waits there; numbers alone (programme.md §10).

The whole programme is counted once, by where its participants belong; each reader's numbers are
then the sum over the cells that their roles reach.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass, field, fields
from statistics import median
from typing import Any, Self, TypeAlias

from award.access.actor import Actor, Scope
from award.calendar import DAY, WEEK, week_of
from storage.tables import RoleKind

# Who reads digests, the widest scope first: it decides by what the numbers are told apart.
READERS = (
    RoleKind.OPERATOR,
    RoleKind.COORDINATOR,
    RoleKind.CENTRE_HEAD,
    RoleKind.EXPERT,
    RoleKind.MENTOR,
)
MOST_ROWS = 20  # regions, centres or mentors told apart; the last stands for all others
MOST_NAMED = 5  # of those who let others wait
OTHERS = "others"

Key: TypeAlias = str | int | None
# Mentors by their expert, both by id.
Under: TypeAlias = Mapping[int, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Cell:
    """Where participants belong: the centre's region or else their own, centre and mentor."""

    region: str | None
    centre_id: int | None
    mentor_id: int | None


@dataclass(slots=True)
class Counts:
    """What is counted of a cell in a week; `waits`: seconds of each entry waiting at its end."""

    active: int = 0
    new: int = 0
    entries: int = 0
    minutes: int = 0
    approved: int = 0
    flags: int = 0
    at_risk: int = 0
    waits: list[int] = field(default_factory=list)

    def add(self, other: "Counts") -> None:
        _add(self, other)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The same as it is shown: `median` and `longest` are seconds that the waiting have waited."""

    active: int = 0
    new: int = 0
    entries: int = 0
    minutes: int = 0
    approved: int = 0
    flags: int = 0
    at_risk: int = 0
    waiting: int = 0
    median: int = 0
    longest: int = 0

    @classmethod
    def of(cls, counts: Counts) -> Self:
        waits = counts.waits
        shown = {each.name: getattr(counts, each.name) for each in fields(counts)}
        del shown["waits"]
        return cls(
            **shown,
            waiting=len(waits),
            median=round(median(waits)) if waits else 0,
            longest=max(waits, default=0),
        )

    @property
    def nothing(self) -> bool:
        """Nobody is under way, nothing was done, and nothing is to be done."""
        return not any(astuple(self))


@dataclass(frozen=True, slots=True)
class Line:
    """One region, centre or mentor (its code or id), or OTHERS for those beyond the list."""

    key: Key
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class Counted:
    """A week of the whole programme and the week before, by cell; `under` as of its end."""

    monday: dt.date
    week: Mapping[Cell, Counts]
    before: Mapping[Cell, Counts]
    under: Under


@dataclass(frozen=True, slots=True)
class WeeklyDigest:
    """A week within a reader's scope beside the week before; `lines` by what `by` names.

    `scope`: of which roles the numbers are, as `still_within` compares them.
    """

    monday: dt.date
    week: Numbers
    before: Numbers
    by: str | None
    lines: tuple[Line, ...]
    scope: tuple[str, ...] = ()

    def stored(self) -> dict[str, Any]:
        """Numbers, codes and ids for a message owed: however late it goes, they are the same."""
        return {
            "monday": self.monday.isoformat(),
            "week": list(astuple(self.week)),
            "before": list(astuple(self.before)),
            "by": self.by,
            "lines": [[line.key, *astuple(line.numbers)] for line in self.lines],
            "scope": list(self.scope),
        }

    @classmethod
    def restored(cls, kept: Mapping[str, Any]) -> Self:
        return cls(
            monday=dt.date.fromisoformat(kept["monday"]),
            week=Numbers(*kept["week"]),
            before=Numbers(*kept["before"]),
            by=kept["by"],
            lines=tuple(Line(key, Numbers(*numbers)) for key, *numbers in kept["lines"]),
            scope=tuple(kept["scope"]),
        )


@dataclass(slots=True)
class Today:
    """What there is to do in a cell at a moment; `waits` as in `Counts`.

    `unassigned`: applications without a mentor; `answers`: those whose mentor has not answered;
    `flags`: findings that nobody has judged; `silent`: participants not heard of for 30 days.
    """

    unassigned: int = 0
    answers: int = 0
    flags: int = 0
    silent: int = 0
    waits: list[int] = field(default_factory=list)

    def add(self, other: "Today") -> None:
        _add(self, other)


@dataclass(frozen=True, slots=True)
class DailyDigest:
    """What there is to do within a reader's scope; `slowest`: mentors by what waits longest.

    Of each mentor: the id, how many entries wait, seconds of the longest. `scope` as of the week.
    """

    day: dt.date
    waiting: int = 0
    median: int = 0
    longest: int = 0
    unassigned: int = 0
    answers: int = 0
    flags: int = 0
    silent: int = 0
    slowest: tuple[tuple[int, int, int], ...] = ()
    scope: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        return not (self.waiting or self.unassigned or self.answers or self.flags or self.silent)

    def stored(self) -> dict[str, Any]:
        """For a message owed, like that of the week."""
        kept = {each.name: getattr(self, each.name) for each in fields(self)}
        lists = {"slowest": [list(o) for o in self.slowest], "scope": list(self.scope)}
        return kept | {"day": self.day.isoformat()} | lists

    @classmethod
    def restored(cls, kept: Mapping[str, Any]) -> Self:
        day = dt.date.fromisoformat(kept["day"])
        slowest = tuple((mentor, count, longest) for mentor, count, longest in kept["slowest"])
        return cls(**{**kept, "day": day, "slowest": slowest, "scope": tuple(kept["scope"])})


def weekly_digest(actor: Actor, counted: Counted) -> WeeklyDigest:
    """The week within the acting person's scope; raises NotAllowed for whoever reads none."""
    actor.require(*READERS)
    within = _within(actor, counted.under)
    week = {cell: counts for cell, counts in counted.week.items() if within(cell)}
    before = {cell: counts for cell, counts in counted.before.items() if within(cell)}
    by = told_apart_by(actor)
    lines = _lines(week, by) if by else ()
    return WeeklyDigest(counted.monday, _sum(week), _sum(before), by, lines, _scope_of(actor))


def daily_digest(
    actor: Actor, day: dt.date, cells: Mapping[Cell, Today], under: Under
) -> DailyDigest:
    """What there is to do within the acting person's scope; raises NotAllowed like the week's."""
    actor.require(*READERS)
    within = _within(actor, under)
    mine = {cell: today for cell, today in cells.items() if within(cell)}
    total = Today()
    by_mentor: dict[int, list[int]] = defaultdict(list)
    for cell, today in mine.items():
        total.add(today)
        if cell.mentor_id is not None:
            by_mentor[cell.mentor_id] += today.waits
    late = [(mentor, len(waits), max(waits)) for mentor, waits in by_mentor.items() if waits]
    late.sort(key=lambda each: (-each[2], each[0]))
    return DailyDigest(
        day=day,
        waiting=len(total.waits),
        median=round(median(total.waits)) if total.waits else 0,
        longest=max(total.waits, default=0),
        # Others neither give mentors nor can hurry those who do.
        unassigned=total.unassigned if _assigns(actor) else 0,
        answers=total.answers,
        flags=total.flags,
        silent=total.silent,
        slowest=tuple(late[:MOST_NAMED]) if told_apart_by(actor) else (),
        scope=_scope_of(actor),
    )


def still_within(actor: Actor, digest: WeeklyDigest | DailyDigest) -> bool:
    """Whether a digest counted earlier is of nothing but what the person may see by now."""
    return set(digest.scope) <= set(_scope_of(actor))


def told_apart_by(actor: Actor) -> str | None:
    """By what a reader's numbers are told apart: region, centre or mentor; a mentor's by nothing.

    Never by participant: most of them are minors, and a digest is passed on.
    """
    widest = next(kind for kind in READERS if actor.has(kind))
    return {
        RoleKind.OPERATOR: "region",
        RoleKind.COORDINATOR: "centre",
        RoleKind.CENTRE_HEAD: "mentor",
        RoleKind.EXPERT: "mentor",
    }.get(widest)


def last_full_week(today: dt.date) -> dt.date:
    """The Monday of the newest week that is over."""
    return week_of(today) - WEEK


def last_day(monday: dt.date) -> dt.date:
    """The Sunday of a week."""
    return monday + WEEK - DAY


def _add(counts: Counts | Today, other: Counts | Today) -> None:
    for each in fields(counts):
        mine = getattr(counts, each.name)
        mine += getattr(other, each.name)  # a list grows where it is
        setattr(counts, each.name, mine)


def _assigns(actor: Actor) -> bool:
    kinds = (RoleKind.OPERATOR, RoleKind.COORDINATOR, RoleKind.CENTRE_HEAD)
    return any(actor.has(kind) for kind in kinds)


def _within(actor: Actor, under: Under) -> Callable[[Cell], bool]:
    """Whether a cell lies in the scope of one of the person's roles, or of those whose place they
    take meanwhile (programme.md §6, §7).
    """

    def reaches(role: Scope, cell: Cell) -> bool:
        match role.kind:
            case RoleKind.OPERATOR:
                return True
            case RoleKind.COORDINATOR:
                return role.region is not None and role.region == cell.region
            case RoleKind.CENTRE_HEAD:
                return role.centre_id is not None and role.centre_id == cell.centre_id
            case RoleKind.EXPERT:
                return cell.mentor_id in under.get(role.instead_of or actor.id, frozenset())
            case RoleKind.MENTOR:
                # Single enrolments of an absent mentor (`only`, `apart`) are no cell of their own.
                return role.only is None and cell.mentor_id == (role.instead_of or actor.id)
            case _:
                return False

    return lambda cell: any(reaches(role, cell) for role in actor.roles)


def _scope_of(actor: Actor) -> tuple[str, ...]:
    """What each of the roles reaches that read digests."""
    return tuple(
        f"{role.kind.value}:{role.region or ''}:{role.centre_id or ''}:{role.instead_of or ''}"
        for role in actor.roles
        if role.kind in READERS
    )


def _sum(cells: Mapping[Cell, Counts]) -> Numbers:
    return Numbers.of(_added(cells.values()))


def _added(each: Iterable[Counts]) -> Counts:
    total = Counts()
    for counts in each:
        total.add(counts)
    return total


def _lines(cells: Mapping[Cell, Counts], by: str) -> tuple[Line, ...]:
    """Those with most active first; beyond the list they are one."""
    apart: dict[Key, Counts] = defaultdict(Counts)
    for cell, counts in cells.items():
        key = {"region": cell.region, "centre": cell.centre_id, "mentor": cell.mentor_id}[by]
        apart[key].add(counts)
    found = [(key, counts) for key, counts in apart.items() if not Numbers.of(counts).nothing]
    found.sort(key=lambda each: (-each[1].active, -each[1].entries, str(each[0])))
    if len(found) > MOST_ROWS:
        rest = _added(counts for _, counts in found[MOST_ROWS - 1 :])
        found = [*found[: MOST_ROWS - 1], (OTHERS, rest)]
    return tuple(Line(key, Numbers.of(counts)) for key, counts in found)
