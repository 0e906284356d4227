"""Findings as the expert sees them: by mentor, by participant, over time, each pair (§7, §9)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from award.acting import Actor
from award.findings import FindingCard
from award.programme import Programme

PAGE = 5  # pairs
MOST = 20  # mentors of an overview, participants of a mentor in it


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pairs were flagged, and what became of them; `open` still wait for the mentor."""

    flags: int = 0
    confirmed: int = 0
    honest: int = 0
    shared: int = 0
    open: int = 0


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
    """A page of a participant's pairs, newest first; `number` from 0 of `pages`, at least one."""

    enrolment_id: int
    name: str
    counts: Counts
    pairs: tuple[FindingCard, ...]
    number: int
    pages: int


async def overview(
    session: AsyncSession, actor: Actor, now: dt.datetime, weeks: int = 12
) -> Overview:
    """What was found within the scope of an expert or an operator; the look is on the record."""
    raise NotImplementedError


async def pairs_of(
    session: AsyncSession,
    actor: Actor,
    enrolment_id: int,
    programme: Programme,
    now: dt.datetime,
    page: int = 0,
) -> Pairs:
    """Each pair of a participant within the expert's or operator's scope; on the record."""
    raise NotImplementedError
