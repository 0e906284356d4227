"""The newest ratings of all, kept so that a screen opens at once; only what changed is written."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.programme import Programme
from award.ratings.counts import count_ratings
from award.ratings.participant import Rated
from storage.inserting import insert_into
from storage.tables import Enrolment, Rating, RatingCount

_ONLY = 1  # the id of the one row
_rating = Rating.__table__.c
_CHANGING = ("level", "region", "rating", "gained", "percents")
_values = attrgetter(*_CHANGING)
_kept = select(_rating.enrolment_id, *(_rating[name] for name in _CHANGING))


@dataclass(frozen=True, slots=True)
class Difference:
    """What is other than it is kept: ratings that changed, enrolments that have none any more."""

    changed: tuple[Rated, ...]
    gone: tuple[int, ...]


async def difference(
    session: AsyncSession, programme: Programme, now: dt.datetime, half: int | None = None
) -> Difference:
    """Count all anew, or a half of them, and compare; it takes seconds, and writes nothing."""
    changed: list[Rated] = []
    gone: list[int] = []
    async for (first, last), counted in count_ratings(session, programme, now, half):
        found = await session.execute(_kept.where(_rating.enrolment_id.between(first, last)))
        kept = {number: as_kept for number, *as_kept in found.all()}
        changed += (e for n, e in counted.items() if kept.get(n) != [*_values(e)])
        gone += kept.keys() - counted.keys()
    return Difference(tuple(changed), tuple(gone))


async def keep(session: AsyncSession, changed: Sequence[Rated], gone: Sequence[int]) -> None:
    """Write some of the differences down; of nobody whose data was erased since."""
    ids = [each.enrolment_id for each in changed]
    here = set(
        await session.scalars(
            select(Enrolment.id)
            .where(Enrolment.id.in_(ids), Enrolment.erased_at.is_(None))
            .with_for_update(read=True)
        )
    )
    rows = [
        {"enrolment_id": each.enrolment_id, **dict(zip(_CHANGING, _values(each), strict=True))}
        for each in changed
        if each.enrolment_id in here
    ]
    if rows:
        insert = insert_into(session, Rating.__table__)
        newer = {name: insert.excluded[name] for name in _CHANGING}
        await session.execute(
            insert.on_conflict_do_update(index_elements=["enrolment_id"], set_=newer), rows
        )
    if gone:
        await session.execute(delete(Rating).where(Rating.enrolment_id.in_(gone)))


async def note_count(session: AsyncSession, now: dt.datetime) -> None:
    """All are as of `now`."""
    insert = insert_into(session, RatingCount.__table__).values(id=_ONLY, counted_at=now)
    await session.execute(
        insert.on_conflict_do_update(index_elements=["id"], set_={"counted_at": now})
    )


async def counted_at(session: AsyncSession) -> dt.datetime | None:
    """As of when all were counted last; None: never yet."""
    found: dt.datetime | None = await session.scalar(
        select(RatingCount.counted_at).where(RatingCount.id == _ONLY)
    )
    return found
