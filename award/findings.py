"""Findings: a piece of evidence was seen before. A flag; the mentor decides (programme.md §9)."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy.ext.asyncio import AsyncSession

from award.acting import Actor
from award.programme import Programme
from storage.tables import Entry, EntryState, FindingKind, FindingVerdict, MediaKind

Corners: TypeAlias = tuple[tuple[float, float], ...]

NOTICE = "finding"  # to the mentor, with `entry`
PATTERN = "pattern"  # to the mentor's expert, with `enrolment`


@dataclass(frozen=True, slots=True)
class Seen:
    """A match as the matching process reports it: pictures by media, essays by entry.

    `score` 0..1. `details` of pictures: "edits" (codes), "area" and "other_area" (four corners
    each, in parts of width and height), "part" and "other_part" (frames of a video); of essays {}.
    """

    kind: FindingKind
    other_media_id: int | None
    other_entry_id: int | None
    score: float
    details: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Uncompared:
    """A file to be compared with others; without a `method` it has no fingerprint to search by."""

    media_id: int
    method: int | None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: the local day and direction of its entry, when it was sent, and the piece.

    For pictures `media_kind`, `file_id`, and which file it is: `number` (from 1) of `count`, `part`
    the frame of a video. For essays `note`, empty where the reader may read the passages alone.
    """

    entry_id: int
    day: dt.date
    direction: str | None
    sent_at: dt.datetime
    media_id: int | None = None
    media_kind: MediaKind | None = None
    file_id: str | None = None
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

    `state` of the flagged entry. `name`: its participant; `other_name`: the other one, None outside
    the reader's scope; `own`: both are the same person's. `area`, `other_area`: the part of each
    picture that matches. `open`: nobody has judged it; `may_judge`: this reader can now;
    `may_share`: it can be a shared event. `zone`: the IANA zone to show moments in.
    """

    id: int
    kind: FindingKind
    score: float
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
    open: bool
    may_judge: bool
    may_share: bool
    zone: str
    today: dt.date


@dataclass(frozen=True, slots=True)
class Judged:
    """What a verdict did. `returned`: the entry went back to its participant by it; `reopened`: an
    approval was taken back; `marked`: the entry's direction is marked complete all the same, which
    is the mentor's to think over. `left`: ids of the entry's findings still open, best first.
    """

    entry: Entry
    verdict: FindingVerdict
    returned: bool
    reopened: bool
    marked: bool
    left: tuple[int, ...]


async def next_uncompared(session: AsyncSession, but: Collection[int] = ()) -> Uncompared | None:
    """The file that waits longest to be compared, leaving out some: examined, or never will be."""
    raise NotImplementedError


async def next_uncompared_essay(session: AsyncSession, but: Collection[int] = ()) -> int | None:
    """The entry whose essay waits longest to be compared, leaving out some."""
    raise NotImplementedError


async def neighbours(session: AsyncSession, media_id: int) -> tuple[int, ...]:
    """Media ids of the near set: own pictures and those of the same mentor's participants.

    The newest 5,000 with a fingerprint, newest first, without `media_id` itself.
    """
    raise NotImplementedError


async def keep_media_findings(
    session: AsyncSession, media_id: int, seen: Sequence[Seen], now: dt.datetime
) -> tuple[int, ...]:
    """Write down where a file was seen before; ids of new findings that a mentor is to look at.

    Each pair of files once, on the entry whose file came later; the very same files are found here.
    Nothing between versions of one entry, nor for a pair that was judged before. The mentor is told
    if the entry was sent. Nothing happens for a file that is gone.
    """
    raise NotImplementedError


async def keep_essay_findings(
    session: AsyncSession, entry_id: int, seen: Sequence[Seen], now: dt.datetime
) -> tuple[int, ...]:
    """The same for the essay of an entry."""
    raise NotImplementedError


async def open_findings(session: AsyncSession, actor: Actor, entry_id: int) -> tuple[int, ...]:
    """Ids of the findings of an entry that its mentor has not judged, best first."""
    raise NotImplementedError


async def finding_of(
    session: AsyncSession, actor: Actor, finding_id: int, programme: Programme, now: dt.datetime
) -> FindingCard:
    """A finding, for the entry's mentor, their expert or an operator; the look is on the record."""
    raise NotImplementedError


async def judge(
    session: AsyncSession,
    actor: Actor,
    finding_id: int,
    verdict: FindingVerdict,
    now: dt.datetime,
) -> Judged:
    """The mentor's word on a finding of their participant's entry.

    Honest: this pair is never asked again. Reused: the entry is returned, an approval taken back.
    A shared event: nothing that both sent of that day is asked again. Raises AlreadyDecided for one
    that was judged, NotAllowed for a shared event of one person or of essays.
    """
    raise NotImplementedError
