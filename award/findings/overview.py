"""Findings as the expert sees them: by mentor, by participant, over time, each pair (§7, §9)."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Date, Row, and_, case, desc, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from award.access.acting import Acting
from award.access.actor import Actor, in_force
from award.audit import record
from award.calendar import WEEK, week_of, weeks_between
from award.errors import NotFound
from award.evidence.pieces import is_shown, open_, pairs
from award.findings.views import FindingCard, card_of
from award.paging import page_of
from storage.tables import (
    COUNTED_STATES,
    SIGNED_STATES,
    Enrolment,
    Entry,
    Finding,
    FindingVerdict,
    Person,
    Role,
    RoleKind,
)

PAGE = 5  # pairs
MOST = 20  # mentors of an overview, participants of a mentor in it
OVERSEERS = (RoleKind.EXPERT, RoleKind.OPERATOR)

_Mentor = aliased(Person)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pairs were flagged, and what became of them; `open` still wait for the mentor."""

    flags: int = 0
    confirmed: int = 0
    honest: int = 0
    shared: int = 0
    open: int = 0

    @property
    def closed(self) -> int:
        """Pairs that nobody judged before their entry was decided."""
        return self.flags - self.confirmed - self.honest - self.shared - self.open

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(sum(each) for each in zip(astuple(self), astuple(other), strict=True)))


@dataclass(frozen=True, slots=True)
class Week:
    """Pairs found in the week of `monday`, and how many of them are confirmed by now."""

    monday: dt.date
    flags: int
    confirmed: int


@dataclass(frozen=True, slots=True)
class OfParticipant:
    """One participant's counts."""

    enrolment_id: int
    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class OfMentor:
    """One mentor's counts, and those of their participants with a flag, most confirmed first.

    `more`: participants with a flag beyond the `MOST` listed.
    """

    mentor_id: int
    name: str
    counts: Counts
    participants: tuple[OfParticipant, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Overview:
    """All within the reader's scope: together, by week (oldest first), by mentor with a flag.

    The `MOST` mentors with most confirmed come first; `more`: those beyond them.
    """

    counts: Counts
    weeks: tuple[Week, ...]
    mentors: tuple[OfMentor, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """A page of a participant's pairs, newest first; `number` from 0 of `pages`, at least one.

    `mentor_id`, `mentor`: the participant's mentor by now, None and empty without one.
    """

    enrolment_id: int
    name: str
    mentor_id: int | None
    mentor: str
    counts: Counts
    pairs: tuple[FindingCard, ...]
    number: int
    pages: int


async def overview(at: Acting, weeks: int = 12) -> Overview:
    """What was found within the scope of an expert or an operator; the look is on the record."""
    scope = _scope(at.actor)
    await record(at.session, at.actor.id, "honesty.listed", "finding", None, at.now)
    mentors = await _by_mentor(at.session, scope)
    return Overview(
        counts=sum((each.counts for each in mentors), Counts()),
        weeks=await _by_week(at.session, scope, at.now, weeks),
        mentors=await _with_participants(at.session, scope, mentors[:MOST]),
        more=max(0, len(mentors) - MOST),
    )


async def pairs_of(at: Acting, enrolment_id: int, page: int = 0) -> Pairs:
    """Each pair of a participant within the expert's or operator's scope; on the record."""
    scope = _scope(at.actor)
    found = await at.session.execute(
        select(Person.full_name, Enrolment.mentor_id, _Mentor.full_name.label("mentor"))
        .select_from(Enrolment)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(_Mentor, _Mentor.id == Enrolment.mentor_id)
        .where(Enrolment.id == enrolment_id, *scope)
    )
    whose = found.one_or_none()
    if whose is None:
        raise NotFound
    await record(at.session, at.actor.id, "honesty.seen", "enrolment", enrolment_id, at.now)
    of_them = (*_kept(), Enrolment.id == enrolment_id)
    counted = (await at.session.execute(pairs().where(*of_them).with_only_columns(*_COUNTED))).one()
    number, pages = page_of(counted.flags, PAGE, page)
    findings = await at.session.scalars(
        pairs()
        .where(*of_them)
        .with_only_columns(Finding)
        .order_by(Finding.found_at.desc(), Finding.id.desc())
        .limit(PAGE)
        .offset(number * PAGE)
    )
    cards = [await card_of(at, each) for each in findings.all()]
    return Pairs(
        enrolment_id=enrolment_id,
        name=whose.full_name or "",
        mentor_id=whose.mentor_id,
        mentor=whose.mentor or "",
        counts=_counts(counted),
        pairs=tuple(cards),
        number=number,
        pages=pages,
    )


def _of(*verdicts: FindingVerdict) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((Finding.verdict.in_(verdicts), 1), else_=0)), 0)


_waits = and_(open_(), is_shown(), Entry.state.in_(COUNTED_STATES))
_COUNTED = (
    func.count(Finding.id).label("flags"),
    _of(FindingVerdict.REUSED).label("confirmed"),
    _of(FindingVerdict.HONEST).label("honest"),
    _of(FindingVerdict.SHARED_EVENT).label("shared"),
    func.coalesce(func.sum(case((_waits, 1), else_=0)), 0).label("open"),
)
_MOST_CONFIRMED: tuple[Any, ...] = (desc("confirmed"), desc("flags"))


def _counts(row: Row[Any]) -> Counts:
    return Counts(row.flags, row.confirmed, row.honest, row.shared, row.open)


def _kept() -> tuple[ColumnElement[bool], ...]:
    """Findings that can be seen: what was judged stays, whatever became of the entries."""
    return (or_(Finding.verdict.is_not(None), is_shown()),)


def _scope(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    """Conditions on enrolments: signed, and all (operator) or of the expert's mentors (§7)."""
    actor.require(*OVERSEERS)
    signed = (Enrolment.state.in_(SIGNED_STATES), Enrolment.person_id != actor.id)
    if actor.has(RoleKind.OPERATOR):
        return signed
    experts = {role.instead_of or actor.id for role in actor.roles if role.kind is RoleKind.EXPERT}
    mentors = select(Role.person_id).where(
        Role.kind == RoleKind.MENTOR, Role.reports_to.in_(experts), in_force(actor.at)
    )
    return (*signed, Enrolment.mentor_id.in_(mentors))


async def _by_mentor(
    session: AsyncSession, scope: tuple[ColumnElement[bool], ...]
) -> list[OfMentor]:
    """Every mentor with a flag, without their participants."""
    found = await session.execute(
        pairs()
        .join(Person, Person.id == Enrolment.mentor_id)
        .where(*scope, *_kept())
        .with_only_columns(Person.id, Person.full_name, *_COUNTED)
        .group_by(Person.id, Person.full_name)
        .order_by(*_MOST_CONFIRMED, Person.id)
    )
    return [OfMentor(row.id, row.full_name or "", _counts(row), (), 0) for row in found]


async def _with_participants(
    session: AsyncSession, scope: tuple[ColumnElement[bool], ...], mentors: Sequence[OfMentor]
) -> tuple[OfMentor, ...]:
    found = await session.execute(
        pairs()
        .join(Person, Person.id == Enrolment.person_id)
        .where(*scope, *_kept(), Enrolment.mentor_id.in_([each.mentor_id for each in mentors]))
        .with_only_columns(Enrolment.mentor_id, Enrolment.id, Person.full_name, *_COUNTED)
        .group_by(Enrolment.mentor_id, Enrolment.id, Person.full_name)
        .order_by(*_MOST_CONFIRMED, Enrolment.id)
    )
    theirs: dict[int, list[OfParticipant]] = defaultdict(list)
    for row in found:
        theirs[row.mentor_id].append(OfParticipant(row.id, row.full_name or "", _counts(row)))
    return tuple(
        replace(
            each,
            participants=tuple(theirs[each.mentor_id][:MOST]),
            more=max(0, len(theirs[each.mentor_id]) - MOST),
        )
        for each in mentors
    )


async def _by_week(
    session: AsyncSession, scope: tuple[ColumnElement[bool], ...], now: dt.datetime, weeks: int
) -> tuple[Week, ...]:
    """The last weeks up to this one; a day is one of UTC."""
    last = week_of(now.date())
    first = last - WEEK * (weeks - 1)
    begin = dt.datetime.combine(first, dt.time(), dt.UTC)
    day = func.date(Finding.found_at, type_=Date)
    found = await session.execute(
        pairs()
        .where(*scope, *_kept(), Finding.found_at >= begin)
        .with_only_columns(day.label("day"), *_COUNTED[:2])
        .group_by(day)
    )
    flags: Counter[dt.date] = Counter()
    confirmed: Counter[dt.date] = Counter()
    for row in found:
        flags[week_of(row.day)] += row.flags
        confirmed[week_of(row.day)] += row.confirmed
    mondays = weeks_between(first, last)
    return tuple(Week(monday, flags[monday], confirmed[monday]) for monday in mondays)
