"""A decision on an entry as its participant is told of it, with what it did (programme.md §5)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.calendar import week_of
from award.calendar.zones import today_in
from award.errors import NotFound
from award.progress.asked import asked_of
from award.progress.current import progress_on
from award.progress.rules import DirectionProgress
from award.review.decisions import REUSED
from storage.tables import (
    Enrolment,
    Entry,
    EntryState,
    Finding,
    FindingVerdict,
    Media,
    MediaKind,
    Person,
    Review,
)


@dataclass(frozen=True, slots=True)
class Reused:
    """What of an entry the mentor found to be used before: the `kind` of file, None for its words;
    of several files its `number` (from 1)."""

    kind: MediaKind | None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as its participant is told of it.

    `progress`: where their direction stands now, with `needed` minutes a week; `monday`: the week
    of the entry; `today`: their local date; `mended`: a newer version was sent already; `reused`:
    what was found to be used before, where that is why it was returned.
    """

    entry: Entry
    review: Review
    progress: DirectionProgress | None
    needed: int
    monday: dt.date
    today: dt.date
    mended: bool
    reused: tuple[Reused, ...] = ()


async def decision(at: Acting, entry_id: int) -> Decision:
    """The decision on an own entry, with what it did; raises NotFound if there is none."""
    found = (
        await at.session.execute(
            select(Entry, Review, Enrolment, Person.region)
            .join(Review, Review.entry_id == Entry.id)
            .join(Enrolment, Enrolment.id == Entry.enrolment_id)
            .join(Person, Person.id == Enrolment.person_id)
            .where(Entry.id == entry_id, Enrolment.person_id == at.actor.id)
        )
    ).one_or_none()
    if found is None:
        raise NotFound
    entry, review, enrolment, region = found
    today = today_in(at.programme, region, at.now)
    stands = await progress_on(at.session, at.programme, enrolment, today)
    mine = (each for each in stands.directions if each.direction == entry.direction)
    needed = (
        each.minutes_per_week
        for each in asked_of(at.programme, enrolment)
        if each.direction == entry.direction
    )
    newer = await at.session.scalar(
        select(Entry.id).where(Entry.replaces_id == entry.id, Entry.state != EntryState.DRAFT)
    )
    return Decision(
        entry=entry,
        review=review,
        progress=next(mine, None),
        needed=next(needed, 0),
        monday=week_of(entry.happened_on),
        today=today,
        mended=newer is not None,
        reused=await _reused(at.session, entry) if review.reason == REUSED else (),
    )


async def _reused(session: AsyncSession, entry: Entry) -> tuple[Reused, ...]:
    media = await session.scalars(
        select(Media).where(Media.entry_id == entry.id).order_by(Media.message_id, Media.id)
    )
    files = media.all()
    judged = await session.scalars(
        select(Finding.media_id).where(
            Finding.verdict == FindingVerdict.REUSED,
            or_(Finding.entry_id == entry.id, Finding.media_id.in_([each.id for each in files])),
        )
    )
    used = set(judged)
    found = [
        Reused(each.kind, number if len(files) > 1 else None)
        for number, each in enumerate(files, 1)
        if each.id in used
    ]
    return (*found, Reused(None)) if None in used else tuple(found)
