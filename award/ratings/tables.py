"""Ratings as staff see them, each within their scope: participants, counts, sums (§8.11, §7)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from award.access.acting import Acting
from award.access.actor import Actor, in_force
from award.access.namesakes import Apart, told_apart
from award.access.scope import mentored_by
from award.audit import record
from award.errors import NotAllowed
from award.paging import PAGE, page_of
from award.ratings.keeping import counted_at
from storage.tables import BEGUN_STATES, Centre, Enrolment, Person, Rating, Role, RoleKind

_Mentor = aliased(Person)


class Sort(StrEnum):
    """In which order participants are listed."""

    HIGHEST = "high"
    LOWEST = "low"
    NAME = "name"


class By(StrEnum):
    """By what ratings are told apart."""

    REGION = "region"
    CENTRE = "centre"
    MENTOR = "mentor"


# Who reads tables, the widest scope first, and by what they are told apart for each.
READERS: dict[RoleKind, tuple[By, ...]] = {
    RoleKind.OPERATOR: (By.REGION, By.CENTRE, By.MENTOR),
    RoleKind.COORDINATOR: (By.CENTRE, By.MENTOR),
    RoleKind.CENTRE_HEAD: (By.MENTOR,),
    RoleKind.EXPERT: (By.MENTOR,),
    RoleKind.MENTOR: (),
}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are within the scope; None: not counted for this role (§8.11)."""

    participants: int
    mentors: int | None = None
    experts: int | None = None
    coordinators: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One participant of a table; `percents` by direction."""

    enrolment_id: int
    name: str
    apart: Apart | None
    mentor_id: int | None
    mentor: str | None
    centre: str | None
    region: str | None
    rating: float
    percents: dict[str, int]


@dataclass(frozen=True, slots=True)
class Page:
    """A page (from 0) of a level's participants; `counted_at` as of when, None: not yet."""

    level: str
    rows: tuple[Row, ...]
    number: int
    pages: int
    total: int
    mean: float
    counts: Counts
    by: tuple[By, ...]
    counted_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Group:
    """A region, centre or mentor (its code or id) with its participants and their mean."""

    key: str | int | None
    name: str | None
    participants: int
    mean: float


@dataclass(frozen=True, slots=True)
class Groups:
    """A page (from 0) of a level told apart; the highest mean comes first."""

    level: str
    by: By
    groups: tuple[Group, ...]
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class TableAsked:
    """Which table somebody may have, as of now."""

    level: str
    within: ColumnElement[bool]


async def table(at: Acting, level: str, sort: Sort = Sort.HIGHEST, page: int = 0) -> Page:
    """Participants of a level within the acting person's scope; the look is on the record."""
    within = _within(at.actor)
    by_level = await _by_level(at, within)
    total, mean = by_level.get(level, (0, 0.0))
    number, pages = page_of(total, PAGE, page)
    query = _rows(level, within).order_by(*_ORDER[sort]).limit(PAGE).offset(number * PAGE)
    found = (await at.session.execute(query)).all()
    people = {row.person_id for row in found}
    apart = await told_apart(at, people, Enrolment.person_id.in_(people))
    rows = tuple(_row(row, apart.get(row.person_id)) for row in found)
    seen = [row.enrolment_id for row in rows]
    await record(
        at.session, at.actor.id, "ratings.seen", "rating", None, at.now, level=level, rows=seen
    )
    return Page(
        level=level,
        rows=rows,
        number=number,
        pages=pages,
        total=total,
        mean=mean,
        counts=await _counts(at, sum(count for count, _ in by_level.values())),
        by=READERS[_widest(at.actor)],
        counted_at=await counted_at(at.session),
    )


async def groups(at: Acting, level: str, by: By, page: int = 0) -> Groups:
    """The same by region, centre or mentor; raises NotAllowed where the role has no such table."""
    if by not in READERS[_widest(at.actor)]:
        raise NotAllowed
    key: Any = {
        By.REGION: Rating.region,
        By.CENTRE: Enrolment.centre_id,
        By.MENTOR: Enrolment.mentor_id,
    }[by]
    mean = func.avg(Rating.rating)
    query = _rated(_within(at.actor), key, func.count(), mean).where(Rating.level == level)
    found = (await at.session.execute(query.group_by(key).order_by(mean.desc(), key))).all()
    number, pages = page_of(len(found), PAGE, page)
    await record(
        at.session, at.actor.id, "ratings.compared", "rating", None, at.now, level=level, by=by
    )
    shown = found[number * PAGE : (number + 1) * PAGE]
    names = await _names(at, by, [row[0] for row in shown])
    each = tuple(Group(key, names.get(key), count, mean) for key, count, mean in shown)
    return Groups(level, by, each, number, pages)


async def ask_for_table(at: Acting, level: str) -> TableAsked:
    """Ask for all of a level within the acting person's scope, to be read apart; on the record."""
    asked = TableAsked(level, _within(at.actor))
    await record(at.session, at.actor.id, "ratings.taken", "rating", None, at.now, level=level)
    return asked


async def whole_table(session: AsyncSession, asked: TableAsked) -> Sequence[Row]:
    """All rows of a table that somebody asked for, the highest rating first."""
    query = _rows(asked.level, asked.within).order_by(*_ORDER[Sort.HIGHEST])
    return [_row(row, None) for row in await session.execute(query)]


def may_read(actor: Actor) -> bool:
    """Whether the person has tables at all."""
    return any(actor.has(kind) for kind in READERS)


def _widest(actor: Actor) -> RoleKind:
    actor.require(*READERS)
    return next(kind for kind in READERS if actor.has(kind))


def _within(actor: Actor) -> ColumnElement[bool]:
    """The condition that an enrolment is in the scope of one of the person's roles (§7)."""
    actor.require(*READERS)
    reached = or_(false(), *(_reached(actor, role.kind) for role in actor.roles))
    return and_(Enrolment.state.in_(BEGUN_STATES), Enrolment.person_id != actor.id, reached)


def _reached(actor: Actor, kind: RoleKind) -> ColumnElement[bool]:
    roles = [role for role in actor.roles if role.kind is kind]
    match kind:
        case RoleKind.OPERATOR:
            return true()
        case RoleKind.COORDINATOR:
            return _in_regions([role.region for role in roles if role.region])
        case RoleKind.CENTRE_HEAD:
            return Enrolment.centre_id.in_([role.centre_id for role in roles if role.centre_id])
        case RoleKind.EXPERT:
            return Enrolment.mentor_id.in_(select(Role.person_id).where(_under(actor)))
        case RoleKind.MENTOR:
            return mentored_by(actor)
        case _:
            return false()


def _in_regions(regions: list[str]) -> ColumnElement[bool]:
    """By the centre's region, or else the participant's own, as of now."""
    centres = select(Centre.id).where(Centre.region.in_(regions))
    people = select(Person.id).where(Person.region.in_(regions))
    alone = Enrolment.centre_id.is_(None) & Enrolment.person_id.in_(people)
    return Enrolment.centre_id.in_(centres) | alone


def _under(actor: Actor) -> ColumnElement[bool]:
    """Roles of the mentors of an expert, or of one in whose place they are."""
    experts = {role.instead_of or actor.id for role in actor.roles if role.kind is RoleKind.EXPERT}
    return and_(Role.kind == RoleKind.MENTOR, Role.reports_to.in_(experts), in_force(actor.at))


def _rated(within: ColumnElement[bool], *columns: Any) -> Select[*tuple[Any, ...]]:
    return (
        select(*columns)
        .select_from(Rating)
        .join(Enrolment, Enrolment.id == Rating.enrolment_id)
        .where(within)
    )


def _rows(level: str, within: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    columns = (
        Rating.enrolment_id,
        Person.id.label("person_id"),
        Person.full_name.label("name"),
        _Mentor.id.label("mentor_id"),
        _Mentor.full_name.label("mentor"),
        Centre.name.label("centre"),
        func.coalesce(Centre.region, Person.region).label("region"),
        Rating.rating,
        Rating.percents,
    )
    return (
        _rated(within, *columns)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
        .outerjoin(_Mentor, _Mentor.id == Enrolment.mentor_id)
        .where(Rating.level == level)
    )


_ORDER: dict[Sort, tuple[Any, ...]] = {
    Sort.HIGHEST: (Rating.rating.desc(), Rating.enrolment_id),
    Sort.LOWEST: (Rating.rating, Rating.enrolment_id),
    Sort.NAME: (Person.full_name, Rating.enrolment_id),
}


def _row(row: Any, apart: Apart | None) -> Row:
    return Row(
        enrolment_id=row.enrolment_id,
        name=row.name or "",
        apart=apart,
        mentor_id=row.mentor_id,
        mentor=row.mentor,
        centre=row.centre,
        region=row.region,
        rating=row.rating,
        percents=row.percents,
    )


async def _by_level(at: Acting, within: ColumnElement[bool]) -> dict[str, tuple[int, float]]:
    """How many participants each level has, and their mean."""
    query = _rated(within, Rating.level, func.count(), func.avg(Rating.rating))
    found = await at.session.execute(query.group_by(Rating.level))
    return {level: (count, mean) for level, count, mean in found}


async def _names(at: Acting, by: By, ids: Sequence[Any]) -> dict[Any, str | None]:
    """Of centres or mentors; regions are named by the programme."""
    if by is By.REGION:
        return {}
    named = Centre if by is By.CENTRE else Person
    name = Centre.name if by is By.CENTRE else Person.full_name
    found = await at.session.execute(select(named.id, name).where(named.id.in_(ids)))
    return {row[0]: row[1] for row in found}


async def _counts(at: Acting, participants: int) -> Counts:
    """And of staff, those whom the source names for each role (§8.11)."""
    actor, widest = at.actor, _widest(at.actor)
    if widest is RoleKind.MENTOR:
        return Counts(participants)
    mine = [role for role in actor.roles if role.kind is widest]
    where: dict[RoleKind, ColumnElement[bool]] = {
        RoleKind.OPERATOR: true(),
        RoleKind.COORDINATOR: func.coalesce(Centre.region, Role.region).in_(
            [role.region for role in mine]
        ),
        RoleKind.CENTRE_HEAD: Role.centre_id.in_([role.centre_id for role in mine]),
        RoleKind.EXPERT: _under(actor),
    }
    found = await at.session.execute(
        select(Role.kind, func.count(Role.person_id.distinct()))
        .outerjoin(Centre, Centre.id == Role.centre_id)
        .where(where[widest], in_force(actor.at))
        .group_by(Role.kind)
    )
    staff = {row[0]: row[1] for row in found}
    above = widest in (RoleKind.COORDINATOR, RoleKind.OPERATOR)
    return Counts(
        participants,
        mentors=staff.get(RoleKind.MENTOR, 0),
        experts=staff.get(RoleKind.EXPERT, 0) if above else None,
        coordinators=staff.get(RoleKind.COORDINATOR, 0) if widest is RoleKind.OPERATOR else None,
    )
