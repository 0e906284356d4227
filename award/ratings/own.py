"""A participant's own rating: their place, and what those next to them have; no names (§8.11)."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from award.access.acting import Acting
from award.progress.current import situation
from storage.tables import Centre, Enrolment, EnrolmentState, Person, Rating

NEXT = 3  # shown above and below
# Among fewer, a percent without a name would still be somebody's.
FEWEST = 5


@dataclass(frozen=True, slots=True)
class Place:
    """The place among `of` participants of the level; who has the same rating shares it."""

    place: int
    of: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody near in the country's order: their place and their rating."""

    place: int
    rating: float


@dataclass(frozen=True, slots=True)
class OwnRating:
    """`percents` by direction. Places are None where the level was completed in an earlier year,
    or, in the `region`, where none is known. `above` and `below` are the nearest, in their order.
    """

    enrolment_id: int
    name: str
    own: bool
    level: str
    rating: float
    percents: tuple[tuple[str, int], ...]
    country: Place | None
    region: str | None
    in_region: Place | None
    above: tuple[Neighbour, ...]
    below: tuple[Neighbour, ...]


async def own_rating(at: Acting, enrolment_id: int | None = None) -> OwnRating | None:
    """The actor's own, as of now, among the others as they were counted last; or of one whom they
    may read, such as their child's. None before the way has begun.

    Raises NotFound outside the actor's scope. A look at another's is on the record (§7).
    """
    stands = await situation(at, enrolment_id)
    if stands is None or stands.progress is None:
        return None
    enrolment, rating = stands.enrolment, stands.progress.rating
    region = await _region(at, enrolment)
    others = (Rating.level == enrolment.level, Rating.enrolment_id != enrolment.id)
    has_place = enrolment.state is not EnrolmentState.COMPLETE or await at.session.scalar(
        select(Rating.enrolment_id).where(Rating.enrolment_id == enrolment.id)
    )
    country = await _place(at, rating, *others) if has_place else None
    near = country is not None and country.of >= FEWEST
    return OwnRating(
        enrolment_id=enrolment.id,
        name=stands.name,
        own=enrolment.person_id == at.actor.id,
        level=enrolment.level or "",
        rating=rating,
        percents=tuple((each.direction, each.percent) for each in stands.progress.directions),
        country=country,
        region=region,
        in_region=await _place(at, rating, *others, Rating.region == region)
        if has_place and region
        else None,
        above=await _above(at, rating, others) if near else (),
        below=await _below(at, rating, others) if near else (),
    )


async def _region(at: Acting, enrolment: Enrolment) -> str | None:
    """The centre's, or else the participant's own, as in the table of all."""
    found: str | None = await at.session.scalar(
        select(func.coalesce(Centre.region, Person.region))
        .select_from(Person)
        .outerjoin(Centre, Centre.id == enrolment.centre_id)
        .where(Person.id == enrolment.person_id)
    )
    return found


async def _place(at: Acting, rating: float, *others: ColumnElement[bool]) -> Place:
    better = func.count().filter(Rating.rating > rating)
    above, all_ = (await at.session.execute(select(better, func.count()).where(*others))).one()
    return Place(above + 1, all_ + 1)


async def _above(
    at: Acting, rating: float, others: tuple[ColumnElement[bool], ...]
) -> tuple[Neighbour, ...]:
    nearest = (
        select(Rating.rating)
        .where(*others, Rating.rating > rating)
        .order_by(Rating.rating)
        .limit(NEXT)
    )
    found = (await at.session.scalars(nearest)).all()
    return tuple([await _neighbour(at, each, others) for each in reversed(found)])


async def _below(
    at: Acting, rating: float, others: tuple[ColumnElement[bool], ...]
) -> tuple[Neighbour, ...]:
    """Who has the same comes first: they share the place."""
    nearest = (
        select(Rating.rating)
        .where(*others, Rating.rating <= rating)
        .order_by(Rating.rating.desc())
        .limit(NEXT)
    )
    found = (await at.session.scalars(nearest)).all()
    # The reader stands above whoever has less.
    return tuple([await _neighbour(at, each, others, before=int(each < rating)) for each in found])


async def _neighbour(
    at: Acting, rating: float, others: tuple[ColumnElement[bool], ...], before: int = 0
) -> Neighbour:
    better = select(func.count()).select_from(Rating).where(*others, Rating.rating > rating)
    return Neighbour(1 + before + (await at.session.scalar(better) or 0), rating)
