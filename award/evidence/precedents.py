"""What mentors have said of two pieces of evidence: the same is never asked again (§9)."""

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from award.evidence.pieces import Other, Piece
from storage.tables import Enrolment, Entry, Finding, FindingVerdict, Media

# Of an essay judged honest, and changed since, this much more may match unasked.
GROWN = 0.1

# Built once: building a statement takes longer than SQLite needs to run it.
_mine, _theirs = aliased(Media), aliased(Media)
_pairs = (
    select(Finding, Entry.note, Other.note, _mine, _theirs)
    .join(Entry, Entry.id == Finding.entry_id)
    .join(Other, Other.id == Finding.other_entry_id)
    .outerjoin(_mine, _mine.id == Finding.media_id)
    .outerjoin(_theirs, _theirs.id == Finding.other_media_id)
)


async def asked_before(session: AsyncSession, later: Piece, earlier: Piece, score: float) -> bool:
    """The mentor was asked about these two, or has said of their entries what answers it."""
    both = later.line | earlier.line
    rows = await session.execute(
        _pairs.where(Finding.entry_id.in_(both), Finding.other_entry_id.in_(both))
    )
    for finding, note, other_note, media, other_media in rows:
        ends = [(media, note), (other_media, other_note)]
        turned = finding.entry_id in earlier.line
        if turned:
            ends.reverse()
        unjudged = finding.decided_at is not None and finding.verdict is None
        if later.is_same(*ends[0]) and earlier.is_same(*ends[1]) and not unjudged:
            return True
        if media is None and later.media is None and (turned or _covers(finding, score)):
            return True
    return await _shared_event(session, later, earlier)


def _covers(finding: Finding, score: float) -> bool:
    """An essay was judged honest, and hardly more of its newer version matches."""
    honest = finding.verdict is FindingVerdict.HONEST
    return honest and score <= finding.score + GROWN


async def _shared_event(session: AsyncSession, later: Piece, earlier: Piece) -> bool:
    """The mentor said of another picture that both were at one event on these days."""
    if later.media is None or later.enrolment.person_id == earlier.enrolment.person_id:
        return False
    mentor = later.enrolment.mentor_id
    found = await session.scalar(
        select(Finding.id)
        .join(Entry, Entry.id == Finding.entry_id)
        .join(Enrolment, Enrolment.id == Entry.enrolment_id)
        .join(Other, Other.id == Finding.other_entry_id)
        .where(
            Finding.verdict == FindingVerdict.SHARED_EVENT,
            # Or who stood in for them, or was it before them.
            or_(Finding.decided_by == mentor, Enrolment.mentor_id == mentor),
            between(later.entry, earlier.entry),
        )
        .limit(1)
    )
    return found is not None


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
