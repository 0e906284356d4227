"""The mentor's word on a finding: it alone decides, and is remembered (programme.md §9)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.responsible import experts_of, operators
from award.access.scope import mentored_by, mentored_entry
from award.audit import record
from award.errors import NotAllowed, NotFound, TooLate
from award.evidence.pieces import Other, Piece, essays, files, may_be_seen, open_, open_of
from award.evidence.precedents import between
from award.outbox import NoticeKind, tell
from award.review.decisions import return_reused
from storage.tables import (
    COUNTED_STATES,
    Enrolment,
    Entry,
    EntryState,
    Finding,
    FindingVerdict,
    Mark,
    MarkKind,
    Person,
    RoleKind,
)

PATTERN_OF = 3  # entries of one participant with a confirmed finding


_ALREADY = {verdict: f"finding-already-{verdict.value}" for verdict in FindingVerdict}


class AlreadyJudged(TooLate):
    """Someone was faster, or a decision on the entry settled it; `verdict` is None for that."""

    def __init__(self, verdict: FindingVerdict | None, by: str, *, own: bool) -> None:
        super().__init__(
            _ALREADY[verdict] if verdict else "finding-already-closed",
            by=by,
            own=str(own).lower(),
        )
        self.verdict = verdict


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


async def judge(at: Acting, finding_id: int, verdict: FindingVerdict) -> Judged:
    """The mentor's word on a finding of their participant's entry.

    Honest: this pair is never asked again. Reused: the entry is returned, an approval taken back.
    A shared event: nothing that both sent of these days is asked again. Raises AlreadyJudged,
    TooLate for what was taken back, NotAllowed for a shared event of one person or of essays.
    """
    finding, piece, enrolment = await _unjudged(at, finding_id)
    entry, settled, back = piece.entry, [finding.id], list[EntryState]()
    if verdict is FindingVerdict.SHARED_EVENT:
        settled = await _settle_event(at, finding, entry, enrolment)
    finding.verdict, finding.decided_by, finding.decided_at = verdict, at.actor.id, at.now
    if verdict is FindingVerdict.REUSED:
        await _tell_pattern(at.session, finding, enrolment, at.now)
        back = await _send_back(at, piece, enrolment)
        await _close(at, entry)
    await record(
        at.session,
        at.actor.id,
        f"finding.{verdict.value}",
        "finding",
        finding.id,
        at.now,
        settled=settled,
    )
    await at.session.flush()
    return Judged(
        entry=entry,
        verdict=verdict,
        returned=bool(back),
        reopened=EntryState.APPROVED in back,
        marked=bool(back) and await _is_marked(at.session, entry),
        left=(await open_of(at.session, [entry.id]))[entry.id],
    )


async def overrule(at: Acting, entry: Entry) -> None:
    """An arbiter annulled the return of an entry: what was called reused in it is honest (§7).

    The caller has locked the entry and checked who it is.
    """
    overruled = await at.session.scalars(
        update(Finding)
        .where(Finding.entry_id == entry.id, Finding.verdict == FindingVerdict.REUSED)
        .values(verdict=FindingVerdict.HONEST, decided_by=at.actor.id, decided_at=at.now)
        .returning(Finding.id)
    )
    for finding_id in overruled.all():
        await record(at.session, at.actor.id, "finding.overruled", "finding", finding_id, at.now)


async def _unjudged(at: Acting, finding_id: int) -> tuple[Finding, Piece, Enrolment]:
    """The finding, its piece and the enrolment, locked, if nobody has judged it."""
    at.actor.require(RoleKind.MENTOR)
    finding = await at.session.get(Finding, finding_id)
    piece = await _piece(at.session, finding) if finding is not None else None
    if finding is None or piece is None:
        raise NotFound
    _, enrolment = await mentored_entry(at, piece.entry.id)
    await at.session.refresh(finding, with_for_update=True)
    if finding.decided_at is not None:
        by = await at.session.get(Person, finding.decided_by) if finding.decided_by else None
        name = (by.full_name if by else None) or ""
        raise AlreadyJudged(finding.verdict, name, own=finding.decided_by == at.actor.id)
    if not await may_be_seen(at.session, finding.id):
        raise TooLate
    return finding, piece, enrolment


async def _piece(session: AsyncSession, finding: Finding) -> Piece | None:
    """The flagged piece. All versions are locked before their enrolment, as comparing does it."""
    if finding.media_id is None:
        return (await essays(session, [finding.entry_id], locked=True)).get(finding.entry_id)
    return (await files(session, [finding.media_id], locked=True)).get(finding.media_id)


async def _settle_event(
    at: Acting, finding: Finding, entry: Entry, enrolment: Enrolment
) -> list[int]:
    """Settle what else is open of this mentor's between the two on these days; the ids of all."""
    other = await at.session.get_one(Entry, finding.other_entry_id)
    theirs = await at.session.get_one(Enrolment, other.enrolment_id)
    if finding.media_id is None or theirs.person_id == enrolment.person_id:
        raise NotAllowed
    found = await at.session.scalars(
        select(Finding.id)
        .join(Entry, Entry.id == Finding.entry_id)
        .join(Enrolment, Enrolment.id == Entry.enrolment_id)
        .join(Other, Other.id == Finding.other_entry_id)
        .where(
            between(entry, other),
            mentored_by(at.actor),
            Finding.media_id.is_not(None),
            open_(),
        )
        .order_by(Finding.id)
        .with_for_update(of=Finding)
    )
    ids = list(found)
    await at.session.execute(
        update(Finding)
        .where(Finding.id.in_(ids))
        .values(verdict=FindingVerdict.SHARED_EVENT, decided_by=at.actor.id, decided_at=at.now)
    )
    return ids


async def _send_back(at: Acting, piece: Piece, enrolment: Enrolment) -> list[EntryState]:
    """Return each version with the piece that counts or waits; the states that they had.

    An approved version corrected since would count again as soon as its correction does not.
    """
    standing = [each for each in piece.versions if each.state in COUNTED_STATES]
    had = [each.state for each in standing]
    for version in standing:
        await return_reused(at, version)
    if standing:
        tell(
            at.session, enrolment.person_id, NoticeKind.ENTRY_DECIDED, at.now, entry=standing[-1].id
        )
    return had


async def _close(at: Acting, entry: Entry) -> None:
    """What else is open of a returned entry belongs to that decision."""
    await at.session.execute(
        update(Finding)
        .where(Finding.entry_id == entry.id, open_())
        .values(decided_by=at.actor.id, decided_at=at.now)
    )


async def _tell_pattern(
    session: AsyncSession, finding: Finding, enrolment: Enrolment, now: dt.datetime
) -> None:
    """At the third entry with a confirmed finding, and each third after it, the expert is told; of
    a mentor who has none the operators.
    """
    found = await session.scalars(
        select(Finding.entry_id)
        .join(Entry, Entry.id == Finding.entry_id)
        .where(
            Entry.enrolment_id == enrolment.id,
            Finding.verdict == FindingVerdict.REUSED,
            Finding.id != finding.id,
        )
    )
    before = set(found)
    if finding.entry_id in before or (len(before) + 1) % PATTERN_OF:
        return
    if enrolment.mentor_id is None:
        return
    experts = await experts_of(session, enrolment.mentor_id, now)
    for reader in experts or await operators(session, now):
        tell(session, reader, NoticeKind.PATTERN, now, enrolment=enrolment.id)


async def _is_marked(session: AsyncSession, entry: Entry) -> bool:
    found = await session.scalar(
        select(Mark.id).where(
            Mark.enrolment_id == entry.enrolment_id,
            Mark.direction == entry.direction,
            Mark.kind == MarkKind.COMPLETE,
        )
    )
    return found is not None
