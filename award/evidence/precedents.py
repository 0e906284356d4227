"""What mentors have said of two pieces of evidence: the same is never asked again (§9)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Row, and_, case, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from award.evidence.pieces import Other, Piece
from storage.tables import Enrolment, Entry, Finding, FindingVerdict, Media

# Of an essay judged honest, and changed since, this much more may match unasked.
GROWN = 0.1

# Built once: building a statement takes longer than SQLite needs to run it. Words are compared of
# essays alone.
_mine, _theirs = aliased(Media), aliased(Media)
_pairs = (
    select(
        Finding,
        case((_mine.id.is_(None), Entry.note), else_="").label("note"),
        case((_theirs.id.is_(None), Other.note), else_="").label("other_note"),
        _mine,
        _theirs,
    )
    .join(Entry, Entry.id == Finding.entry_id)
    .join(Other, Other.id == Finding.other_entry_id)
    .outerjoin(_mine, _mine.id == Finding.media_id)
    .outerjoin(_theirs, _theirs.id == Finding.other_media_id)
)
_Day: TypeAlias = tuple[int, dt.date]  # of an enrolment


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pieces of different entries that match by `score`: which of them came later."""

    later: Piece
    earlier: Piece
    score: float


async def asked_before(session: AsyncSession, mine: Piece, pairs: Sequence[Pair]) -> set[int]:
    """Which of these pairs, each of a piece of one entry, that of `mine`, with one of another, need
    no question: the mentor was asked, or has said of the entries what answers it. By their places.

    Two queries, however many there are.
    """
    if not pairs:
        return set()
    lines = {number: each.later.line for each in pairs for number in each.later.line}
    lines |= {number: each.earlier.line for each in pairs for number in each.earlier.line}
    others = lines.keys() - mine.line
    found = await session.execute(
        _pairs.where(
            or_(
                Finding.entry_id.in_(mine.line) & Finding.other_entry_id.in_(others),
                Finding.entry_id.in_(others) & Finding.other_entry_id.in_(mine.line),
            )
        )
    )
    known: dict[frozenset[int], list[Row[Any]]] = defaultdict(list)
    for row in found:
        known[lines[row.Finding.entry_id] | lines[row.Finding.other_entry_id]].append(row)
    events = await _shared_events(session, mine, pairs)
    return {
        place
        for place, pair in enumerate(pairs)
        if any(_answers(row, pair) for row in known[pair.later.line | pair.earlier.line])
        or _is_shared(pair, events)
    }


def _answers(row: Row[Any], pair: Pair) -> bool:
    """A finding of the same two entries is of these pieces, or an essay's that covers theirs."""
    finding, note, other_note, media, other_media = tuple(row)
    ends = [(media, note), (other_media, other_note)]
    turned = finding.entry_id in pair.earlier.line
    if turned:
        ends.reverse()
    unjudged = finding.decided_at is not None and finding.verdict is None
    if pair.later.is_same(*ends[0]) and pair.earlier.is_same(*ends[1]) and not unjudged:
        return True
    essays = media is None and pair.later.media is None
    return essays and (turned or _covers(finding, pair.score))


def _covers(finding: Finding, score: float) -> bool:
    """An essay was judged honest, and hardly more of its newer version matches."""
    honest = finding.verdict is FindingVerdict.HONEST
    return honest and score <= finding.score + GROWN


@dataclass(frozen=True, slots=True)
class _Event:
    """Pictures of these two days were said to be of one event, by one of these people."""

    days: tuple[_Day, _Day]
    said_by: tuple[int | None, int | None]


async def _shared_events(
    session: AsyncSession, mine: Piece, pairs: Sequence[Pair]
) -> Sequence[_Event]:
    """What mentors said of pictures of these days of the participant."""
    ends = [end for pair in pairs for end in (pair.later, pair.earlier)]
    days = {end.entry.happened_on for end in ends if end.line == mine.line}
    enrolment = mine.entry.enrolment_id
    found = await session.execute(
        select(
            Entry.enrolment_id,
            Entry.happened_on,
            Other.enrolment_id,
            Other.happened_on,
            # The mentor, or who stood in for them, or was it before them.
            Finding.decided_by,
            Enrolment.mentor_id,
        )
        .select_from(Finding)
        .join(Entry, Entry.id == Finding.entry_id)
        .join(Enrolment, Enrolment.id == Entry.enrolment_id)
        .join(Other, Other.id == Finding.other_entry_id)
        .where(
            Finding.verdict == FindingVerdict.SHARED_EVENT,
            or_(
                (Entry.enrolment_id == enrolment) & Entry.happened_on.in_(days),
                (Other.enrolment_id == enrolment) & Other.happened_on.in_(days),
            ),
        )
    )
    return [
        _Event(((one, day), (other, other_day)), (decided_by, mentor))
        for one, day, other, other_day, decided_by, mentor in found.tuples()
    ]


def _is_shared(pair: Pair, events: Sequence[_Event]) -> bool:
    """The mentor said of another picture that both were at one event on these days."""
    later, earlier = pair.later, pair.earlier
    if later.media is None or later.enrolment.person_id == earlier.enrolment.person_id:
        return False
    one, two = [(each.entry.enrolment_id, each.entry.happened_on) for each in (later, earlier)]
    return any(
        each.days in ((one, two), (two, one)) and later.enrolment.mentor_id in each.said_by
        for each in events
    )


def between(one: Entry, two: Entry) -> ColumnElement[bool]:
    """A condition: the finding is of these two participants' entries of these two days."""
    return or_(
        *(
            and_(
                Entry.enrolment_id == mine.enrolment_id,
                Entry.happened_on == mine.happened_on,
                Other.enrolment_id == other.enrolment_id,
                Other.happened_on == other.happened_on,
            )
            for mine, other in ((one, two), (two, one))
        )
    )
