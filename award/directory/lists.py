"""Lists of people and places, by pages, each line with its numbers; every look is on record (§7).

One statement counts each list of a place, one reads a page, one or two the numbers of its lines.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Select, and_, distinct, func, or_, select
from sqlalchemy.orm import aliased

from award.access.acting import Acting
from award.access.namesakes import Apart, told_apart
from award.audit import record
from award.directory.places import (
    READERS,
    Place,
    PlaceKind,
    PlaceSeen,
    centres_in,
    participants_in,
    place_seen,
    regions_reached,
    staff_in,
)
from award.directory.seeking import Sought
from award.paging import PAGE, page_of
from storage.tables import (
    Centre,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Person,
    Rating,
    Role,
    RoleKind,
)


class Listing(StrEnum):
    """What a list is made of."""

    REGIONS = "regions"
    CENTRES = "centres"
    EXPERTS = "experts"
    MENTORS = "mentors"
    PARTICIPANTS = "participants"


# What each place has lists of; the first one that is not empty is shown.
LISTS = {
    PlaceKind.ALL: tuple(Listing),
    PlaceKind.REGION: (Listing.CENTRES, Listing.EXPERTS, Listing.MENTORS, Listing.PARTICIPANTS),
    PlaceKind.CENTRE: (Listing.EXPERTS, Listing.MENTORS, Listing.PARTICIPANTS),
    PlaceKind.EXPERT: (Listing.MENTORS, Listing.PARTICIPANTS),
    PlaceKind.MENTOR: (Listing.PARTICIPANTS,),
}
SOUGHT = (Listing.PARTICIPANTS, Listing.MENTORS, Listing.EXPERTS)
_KINDS = {Listing.EXPERTS: RoleKind.EXPERT, Listing.MENTORS: RoleKind.MENTOR}


@dataclass(frozen=True, slots=True)
class RegionLine:
    """A region by its code, and how many take part there."""

    code: str
    participants: int


@dataclass(frozen=True, slots=True)
class CentreLine:
    """A centre, and how many take part there."""

    id: int
    name: str
    place: str
    participants: int


@dataclass(frozen=True, slots=True)
class StaffLine:
    """A mentor or an expert; `waiting`: entries of the participants that wait for a decision."""

    id: int
    name: str | None
    participants: int
    waiting: int


@dataclass(frozen=True, slots=True)
class ParticipantLine:
    """A participant; `percent`: the rating as all were counted last, None before it was."""

    enrolment_id: int
    name: str
    level: str
    state: EnrolmentState
    percent: int | None
    waiting: int
    apart: Apart | None


_Query: TypeAlias = Select[*tuple[Any, ...]]
Line: TypeAlias = RegionLine | CentreLine | StaffLine | ParticipantLine


@dataclass(frozen=True, slots=True)
class Listed:
    """A page (from 0) of one of the lists of a place; `pages` is at least 1.

    `counts`: how long each of its lists is. `rating`: of the participants on average, in percent,
    as all were counted last; None where nobody was.
    """

    place: Place
    seen: PlaceSeen
    listing: Listing
    counts: dict[Listing, int]
    rating: int | None
    rows: tuple[Line, ...]
    page: int
    pages: int


async def listed(
    at: Acting,
    place: Place,
    listing: Listing | None = None,
    page: int = 0,
    sought: Sought | None = None,
) -> Listed:
    """A page of a list within the reader's scope, by name; without one: the first not empty.

    `sought`: of those found alone. Raises NotFound for staff out of scope.
    """
    at.actor.require(*READERS)
    seen = await place_seen(at, place)
    counts, rating = await _counts(at, place, sought)
    if listing not in counts:
        listing = next((each for each in counts if counts[each]), Listing.PARTICIPANTS)
    page, pages = page_of(counts[listing], PAGE, page)
    match listing:
        case Listing.REGIONS:
            rows: Sequence[Line] = await _regions(at, page)
        case Listing.CENTRES:
            rows = await _centres(at, place, page)
        case Listing.PARTICIPANTS:
            rows = await _participants(at, place, sought, page)
        case _:
            rows = await _staff(at, place, sought, listing, page)
    await record(
        at.session,
        at.actor.id,
        "directory.searched" if sought is not None else "directory.listed",
        "person" if place.kind in (PlaceKind.EXPERT, PlaceKind.MENTOR) else "centre",
        place.id or None,
        at.now,
        list=listing,
        region=place.region,
    )
    return Listed(place, seen, listing, counts, rating, tuple(rows), page, pages)


# --- how many


async def _counts(
    at: Acting, place: Place, sought: Sought | None
) -> tuple[dict[Listing, int], int | None]:
    counts: dict[Listing, int] = {}
    rating = None
    for listing in LISTS[place.kind] if sought is None else SOUGHT:
        match listing:
            case Listing.REGIONS:
                counts[listing] = len(regions_reached(at))
            case Listing.CENTRES:
                query = select(func.count(Centre.id)).where(*centres_in(at.actor, place))
                counts[listing] = await at.session.scalar(query) or 0
            case Listing.PARTICIPANTS:
                columns = func.count(Enrolment.id), func.avg(Rating.rating)
                query = _of_participants(at, place, sought, *columns)
                found = await at.session.execute(
                    query.outerjoin(Rating, Rating.enrolment_id == Enrolment.id)
                )
                row: Any = found.one()
                counts[listing], mean = row[0], row[1]
                rating = int(mean) if mean is not None else None
            case _:
                query = _of_staff(at, place, sought, listing, func.count(distinct(Person.id)))
                counts[listing] = await at.session.scalar(query) or 0
    return counts, rating


# --- the lines of a page


async def _regions(at: Acting, page: int) -> Sequence[RegionLine]:
    shown = regions_reached(at)[page * PAGE : (page + 1) * PAGE]
    region = func.coalesce(Centre.region, Person.region)
    query = _of_participants(at, Place(), None, region, func.count())
    counted = {row[0]: row[1] for row in await at.session.execute(query.group_by(region))}
    return [RegionLine(code, counted.get(code, 0)) for code in shown]


async def _centres(at: Acting, place: Place, page: int) -> Sequence[CentreLine]:
    query = select(Centre.id, Centre.name, Centre.place).where(*centres_in(at.actor, place))
    rows = (await at.session.execute(_page(query, Centre.name, Centre.id, page))).all()
    of_them = Enrolment.centre_id.in_([row.id for row in rows])
    counted = await _counted(at, Enrolment.centre_id, of_them)
    return [CentreLine(row.id, row.name, row.place, counted.get(row.id, 0)) for row in rows]


async def _staff(
    at: Acting, place: Place, sought: Sought | None, listing: Listing, page: int
) -> Sequence[StaffLine]:
    query = _of_staff(at, place, sought, listing, Person.id, Person.full_name).distinct()
    rows = (await at.session.execute(_page(query, Person.full_name, Person.id, page))).all()
    ids = [row.id for row in rows]
    counted, waiting = [
        await _counted_of_experts(at, ids, waiting=waiting)
        if listing is Listing.EXPERTS
        else await _counted(at, Enrolment.mentor_id, Enrolment.mentor_id.in_(ids), waiting=waiting)
        for waiting in (False, True)
    ]
    return [
        StaffLine(row.id, row.full_name, counted.get(row.id, 0), waiting.get(row.id, 0))
        for row in rows
    ]


async def _participants(
    at: Acting, place: Place, sought: Sought | None, page: int
) -> Sequence[ParticipantLine]:
    columns = (
        Enrolment.id,
        Enrolment.level,
        Enrolment.state,
        Person.id.label("person"),
        Person.full_name,
    )
    query = _of_participants(at, place, sought, *columns)
    rows = (await at.session.execute(_page(query, Person.full_name, Enrolment.id, page))).all()
    ids = [row.id for row in rows]
    of_them = Enrolment.id.in_(ids)
    waiting = await _counted(at, Enrolment.id, of_them, waiting=True)
    rated = await at.session.execute(
        select(Rating.enrolment_id, Rating.rating).where(Rating.enrolment_id.in_(ids))
    )
    percents = {number: int(rating) for number, rating in rated}
    apart = await told_apart(at, {row.person for row in rows}, of_them)
    return [
        ParticipantLine(
            row.id,
            row.full_name or "",
            row.level or "",
            row.state,
            percents.get(row.id),
            waiting.get(row.id, 0),
            apart.get(row.person),
        )
        for row in rows
    ]


# --- queries


def _of_participants(at: Acting, place: Place, sought: Sought | None, *columns: Any) -> _Query:
    query = (
        select(*columns)
        .select_from(Enrolment)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
        .where(*participants_in(at.actor, place))
    )
    return query.where(sought.participants(at.programme)) if sought is not None else query


def _of_staff(
    at: Acting, place: Place, sought: Sought | None, listing: Listing, *columns: Any
) -> _Query:
    query = (
        select(*columns)
        .select_from(Role)
        .join(Person, Person.id == Role.person_id)
        .outerjoin(Centre, Centre.id == Role.centre_id)
        .where(*staff_in(at.actor, place, _KINDS[listing]))
    )
    return query.where(sought.staff()) if sought is not None else query


async def _counted(
    at: Acting, by: Any, of_them: ColumnElement[bool], *, waiting: bool = False
) -> dict[int, int]:
    """How many within the scope there are by this: participants, or entries that wait."""
    query = _of_participants(at, Place(), None, by, _many(waiting=waiting)).where(of_them)
    return await _numbers(at, _with_entries(query, waiting=waiting).group_by(by))


async def _counted_of_experts(
    at: Acting, experts: Collection[int], *, waiting: bool
) -> dict[int, int]:
    """The same by the experts to whom their mentors report; a mentor may have several."""
    mentor = aliased(Role)
    by = mentor.reports_to
    query = _of_participants(at, Place(), None, by, _many(waiting=waiting)).join(
        mentor,
        and_(
            mentor.person_id == Enrolment.mentor_id,
            mentor.kind == RoleKind.MENTOR,
            by.in_(experts),
            mentor.since <= at.now,
            or_(mentor.until.is_(None), mentor.until > at.now),
        ),
    )
    return await _numbers(at, _with_entries(query, waiting=waiting).group_by(by))


def _many(*, waiting: bool) -> ColumnElement[int]:
    return func.count(distinct(Entry.id if waiting else Enrolment.id))


def _with_entries(query: _Query, *, waiting: bool) -> _Query:
    if not waiting:
        return query
    return query.join(Entry, Entry.enrolment_id == Enrolment.id).where(
        Entry.state == EntryState.SUBMITTED
    )


async def _numbers(at: Acting, query: _Query) -> dict[int, int]:
    return {row[0]: row[1] for row in await at.session.execute(query)}


def _page(query: _Query, by: Any, then: Any, page: int) -> _Query:
    return query.order_by(by, then).offset(page * PAGE).limit(PAGE)
