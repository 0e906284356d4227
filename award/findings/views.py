"""A finding as staff see it: both pieces, what was done to one, how sure (programme.md §9)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.scope import mentors
from award.audit import record
from award.calendar.zones import today_in, zone_in
from award.errors import NotFound, TooLate
from award.evidence.pieces import may_be_seen, open_of
from award.review.views import READERS, in_scope, may_read
from storage.tables import (
    COUNTED_STATES,
    SIGNED_STATES,
    Enrolment,
    Entry,
    EntryState,
    Finding,
    FindingKind,
    FindingVerdict,
    Media,
    MediaKind,
    Person,
)

Corners: TypeAlias = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: the local day and direction of its entry, when it was sent, and the piece.

    For pictures `media_kind`, `file_id`, `thumbnail` (the file_id of a small picture of it; neither
    where it may not be seen), and which file it is: `number` (from 1) of `count`, `part` the frame
    of a video. For essays `note`, empty where the reader may read the passages alone.
    """

    entry_id: int
    day: dt.date
    direction: str | None
    sent_at: dt.datetime
    media_id: int | None = None
    media_kind: MediaKind | None = None
    file_id: str | None = None
    thumbnail: str | None = None
    number: int = 1
    count: int = 1
    part: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage that stands in both essays, as it stands in each."""

    words: str
    other_words: str


@dataclass(frozen=True, slots=True)
class FindingCard:
    """A finding as staff see it: the entry it flags and the one before, what was done, how sure.

    `sure`: "high", "medium" or "low" for pictures; None for what was found when nobody said so.
    `state` of the flagged entry. `name`: its participant; `other_name`: the other one, None outside
    the reader's scope; `own`: both are the same person's. `area`, `other_area`: the part of each
    picture that matches. `decided_by`: the name of who judged it, or closed it with its entry;
    `open`: nobody has; `may_judge`: this reader can now; `may_share`: it can be a shared event.
    `zone`: the IANA zone to show moments in.
    """

    id: int
    kind: FindingKind
    score: float
    sure: str | None
    edits: tuple[str, ...]
    area: Corners
    other_area: Corners
    entry: Side
    other: Side
    state: EntryState
    enrolment_id: int
    name: str
    other_name: str | None
    own: bool
    passages: tuple[Quoted, ...]
    found_at: dt.datetime
    verdict: FindingVerdict | None
    decided_at: dt.datetime | None
    decided_by: str | None
    open: bool
    may_judge: bool
    may_share: bool
    zone: str
    today: dt.date

    @property
    def waits(self) -> bool:
        """It is open, and its entry counts or waits for a decision."""
        return self.open and self.state in COUNTED_STATES


async def open_findings(at: Acting, entry_id: int) -> tuple[int, ...]:
    """Ids of the findings of an entry that nobody has judged, best first, for who may read it."""
    await in_scope(at, entry_id)
    return (await open_of(at.session, [entry_id]))[entry_id]


async def finding_of(at: Acting, finding_id: int) -> FindingCard:
    """A finding, for the entry's mentor, their expert or an operator; the look is on the record.

    Raises TooLate for one whose other entry was taken back meanwhile.
    """
    at.actor.require(*READERS)
    finding = await at.session.get(Finding, finding_id, populate_existing=True)
    if finding is None:
        raise NotFound
    await in_scope(at, finding.entry_id)
    if finding.verdict is None and not await may_be_seen(at.session, finding.id):
        raise TooLate
    await record(at.session, at.actor.id, "finding.seen", "finding", finding.id, at.now)
    return await card_of(at, finding)


async def card_of(at: Acting, finding: Finding) -> FindingCard:
    """The card of a finding whose entry is within the reader's scope.

    What another sent is not seen any more once consent to it has ended (programme.md §4.6).
    """
    entry, enrolment, person = await _whose(at.session, finding.entry_id)
    other, other_enrolment, other_person = await _whose(at.session, finding.other_entry_id)
    own = person.id == other_person.id
    known = own or await may_read(at, other_enrolment)
    seen = own or other_enrolment.state in SIGNED_STATES
    details, essay = finding.details, finding.media_id is None
    may_judge = mentors(at.actor, enrolment)
    theirs = await _side(
        at.session, other, finding.other_media_id, details.get("other_part", 0), known=known
    )
    return FindingCard(
        id=finding.id,
        kind=finding.kind,
        score=finding.score,
        sure=details.get("sure"),
        edits=tuple(details.get("edits", ())),
        area=_corners(details.get("area", ())),
        other_area=_corners(details.get("other_area", ())),
        entry=await _side(at.session, entry, finding.media_id, details.get("part", 0)),
        other=theirs if seen else replace(theirs, file_id=None, thumbnail=None),
        state=entry.state,
        enrolment_id=enrolment.id,
        name=person.full_name or "",
        other_name=(other_person.full_name or "") if known else None,
        own=own,
        passages=_passages(details.get("passages", ()), entry.note, other.note) if seen else (),
        found_at=finding.found_at,
        verdict=finding.verdict,
        decided_at=finding.decided_at,
        decided_by=await _name(at.session, finding.decided_by),
        open=finding.decided_at is None,
        may_judge=finding.decided_at is None and may_judge,
        may_share=not own and not essay,
        zone=zone_in(at.programme, person.region),
        today=today_in(at.programme, person.region, at.now),
    )


async def _name(session: AsyncSession, person_id: int | None) -> str | None:
    person = await session.get(Person, person_id) if person_id is not None else None
    return person.full_name if person is not None else None


async def _whose(session: AsyncSession, entry_id: int) -> tuple[Entry, Enrolment, Person]:
    found = await session.execute(
        select(Entry, Enrolment, Person)
        .join(Enrolment, Enrolment.id == Entry.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Entry.id == entry_id)
    )
    return found.tuples().one()


async def _side(
    session: AsyncSession, entry: Entry, media_id: int | None, part: int, *, known: bool = True
) -> Side:
    """One side; of an essay by someone out of the reader's scope only the passages are read."""
    side = Side(entry.id, entry.happened_on, entry.direction, entry.sent_at)
    if media_id is None:
        return replace(side, note=entry.note if known else "")
    found = await session.scalars(
        select(Media).where(Media.entry_id == entry.id).order_by(Media.message_id, Media.id)
    )
    media = found.all()
    number, piece = next((n, m) for n, m in enumerate(media, 1) if m.id == media_id)
    return replace(
        side,
        media_id=piece.id,
        media_kind=piece.kind,
        file_id=piece.file_id,
        thumbnail=piece.thumbnail_file_id,
        number=number,
        count=len(media),
        part=part,
    )


def _corners(points: Sequence[Sequence[float]]) -> Corners:
    return tuple((x, y) for x, y in points)


def _passages(passages: Sequence[Sequence[int]], text: str, other: str) -> tuple[Quoted, ...]:
    return tuple(
        Quoted(text[start:end], other[other_start:other_end])
        for start, end, other_start, other_end in passages
    )
