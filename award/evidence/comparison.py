"""Comparing: what was sent before is found out and kept for the mentor (programme.md §9)."""

import asyncio
import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Select, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.responsible import mentor_of
from award.evidence import pieces
from award.evidence.pieces import Piece
from award.evidence.precedents import asked_before
from award.evidence.queue import queue_essay
from award.outbox import NoticeKind, tell
from award.programme import Measure
from storage.inserting import insert_into
from storage.tables import (
    COUNTED_STATES,
    SIGNED_STATES,
    Enrolment,
    Entry,
    EssayFingerprint,
    Finding,
    FindingKind,
    Fingerprint,
    Media,
    Outbox,
)

TOGETHER = dt.timedelta(minutes=1)  # findings of one entry that are told in one message
MOST = 5  # entries that one piece is said to have been seen in

# One of the two of a finding: its entry, and the file; of an essay None.
End: TypeAlias = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Match:
    """A match as the matching process reports it: pictures by media, essays by entry.

    `score` 0..1. `details` of pictures: "sure" ("high", "medium", "low"), "edits" (codes), "area"
    and "other_area" (corners, in parts of width and height), "part" and "other_part" (frames of a
    video); of essays "passages", each [start, end, other_start, other_end], characters of both.
    """

    kind: FindingKind
    other_media_id: int | None
    other_entry_id: int | None
    score: float
    details: dict[str, Any]


async def keep_media_findings(
    session: AsyncSession, media_id: int, seen: Sequence[Match], now: dt.datetime
) -> tuple[int, ...]:
    """Write down where a file was seen before; ids of new findings that a mentor is to look at.

    Each pair of files once, on the entry whose file came later; the very same files are found here.
    Nothing between versions of one entry, nor for a pair that was judged before. The mentor is told
    if both entries were sent. Nothing happens for a file that is gone.
    """
    media = await session.get(Media, media_id)
    if media is None:
        return ()
    same = await _same_files(session, [media])
    matches = {media_id: [*same.get(media_id, ()), *seen]}
    new = await _keep_files(session, matches, now, locked=True)
    await session.execute(update(Media).where(Media.id == media_id).values(compared_at=now))
    return await _tell_of(session, Finding.id.in_(new), now) if new else ()


async def keep_essay_findings(
    session: AsyncSession, entry_id: int, seen: Sequence[Match], now: dt.datetime
) -> tuple[int, ...]:
    """The same for the essay of an entry."""
    others = {each.other_entry_id: each for each in seen if each.other_entry_id is not None}
    found = await pieces.essays(session, [entry_id, *others], locked=True) if others else {}
    new: list[int] = []
    if entry_id in found:
        matches = [(each, found[other]) for other, each in others.items() if other in found]
        new = await _keep(session, found[entry_id], matches, now)
    await session.execute(
        update(EssayFingerprint)
        .where(EssayFingerprint.entry_id == entry_id, EssayFingerprint.compared_at.is_(None))
        .values(compared_at=now)
    )
    return await _tell_of(session, Finding.id.in_(new), now) if new else ()


async def compare_sent(
    session: AsyncSession,
    entry: Entry,
    media: Sequence[Media],
    measure: Measure | None,
    now: dt.datetime,
) -> None:
    """What is known at once of an entry that is being sent: its mentor is told right after it.

    The very same files are found, an essay is put into the queue. Mentors of entries with the same
    that came while this one was a draft are told too.
    """
    essay = measure is Measure.books and entry.note.strip()
    if essay:
        await queue_essay(session, entry.id)
    if not media and not essay:
        return
    await follow(session, [entry])
    await _keep_files(session, await _same_files(session, media, sent=True), now)
    touching = or_(Finding.entry_id == entry.id, Finding.other_entry_id == entry.id)
    await _tell_of(session, touching, now, entry)


async def tell_of_open(
    session: AsyncSession, enrolments: Collection[int], now: dt.datetime
) -> None:
    """Tell of all that waits for a word on entries that count: they have another mentor."""
    theirs = Entry.enrolment_id.in_(enrolments) & Entry.state.in_(COUNTED_STATES)
    await _tell_of(session, theirs, now)


async def follow(session: AsyncSession, entries: Sequence[Entry]) -> None:
    """Other versions were sent or taken back: what nobody judged goes to those that stand now.

    What was closed together with an earlier version is open again on the newer one.
    """
    newer = [entry.id for entry in entries if entry.replaces_id is not None]
    if not newer:
        return
    line = (await pieces.lines_of(session, newer)).keys()  # all versions of all of them
    touching = or_(Finding.entry_id.in_(line), Finding.other_entry_id.in_(line))
    findings = (await session.scalars(select(Finding).where(touching).order_by(Finding.id))).all()
    ends = [end for finding in findings for end in _ends(finding) if end[0] in line]
    files = await pieces.files(session, {media_id for _, media_id in ends if media_id is not None})
    essays = await pieces.essays(session, {entry_id for entry_id, _ in ends})

    def stands(entry_id: int, media_id: int | None) -> tuple[int, int | None]:
        if entry_id not in line:
            return entry_id, media_id
        piece = essays[entry_id] if media_id is None else files[media_id]
        return piece.entry.id, piece.media_id

    taken = {_ends(each) for each in findings}
    for finding in findings:
        later = stands(finding.entry_id, finding.media_id)
        earlier = stands(finding.other_entry_id, finding.other_media_id)
        if finding.verdict is not None or (later, earlier) in taken:
            continue
        taken.add((later, earlier))
        if later[0] != finding.entry_id:
            finding.decided_by = finding.decided_at = None
        finding.entry_id, finding.media_id = later
        finding.other_entry_id, finding.other_media_id = earlier
    await session.flush()


async def forget_evidence(session: AsyncSession, entries: Select[int]) -> None:
    """Delete what is kept of the evidence of these entries (a query of their ids), files aside."""
    files = select(Media.id).where(Media.entry_id.in_(entries))
    either = or_(Finding.entry_id.in_(entries), Finding.other_entry_id.in_(entries))
    await session.execute(delete(Finding).where(either))
    await session.execute(delete(Fingerprint).where(Fingerprint.media_id.in_(files)))
    await session.execute(delete(EssayFingerprint).where(EssayFingerprint.entry_id.in_(entries)))


async def compare_no_more(session: AsyncSession, enrolment_id: int, now: dt.datetime) -> None:
    """Forget what the evidence of an enrolment looks like; none of its files is looked into now."""
    entries = select(Entry.id).where(Entry.enrolment_id == enrolment_id)
    files = select(Media.id).where(Media.entry_id.in_(entries))
    await session.execute(delete(Fingerprint).where(Fingerprint.media_id.in_(files)))
    await session.execute(delete(EssayFingerprint).where(EssayFingerprint.entry_id.in_(entries)))
    for moment in (Media.examined_at, Media.compared_at):
        waiting = Media.entry_id.in_(entries) & moment.is_(None)
        await session.execute(update(Media).where(waiting).values({moment: now}))


def _ends(finding: Finding) -> tuple[End, End]:
    return (
        (finding.entry_id, finding.media_id),
        (finding.other_entry_id, finding.other_media_id),
    )


async def _same_files(
    session: AsyncSession, media: Sequence[Media], *, sent: bool = False
) -> dict[int, list[Match]]:
    """The very same files of other entries, by the id of each of these; with `sent` of sent ones.

    By Telegram's id of the file or by its bytes.
    """
    if not media:
        return {}
    uids = {each.file_unique_id for each in media}
    sums = {each.sha256 for each in media if each.sha256}
    query = (
        select(Media)
        .where(or_(Media.file_unique_id.in_(uids), Media.sha256.in_(sums)))
        .where(Media.entry_id.not_in({each.entry_id for each in media}))
        .order_by(Media.id)
        .limit(4 * MOST * len(media))
    )
    if sent:
        query = query.join(Entry, Entry.id == Media.entry_id).where(Entry.state.in_(pieces.SENT))
    others = (await session.scalars(query)).all()
    found = {
        mine.id: [
            Match(FindingKind.FILE, other.id, None, 1.0, {})
            for other in others
            if pieces.same_file(mine, other)
        ]
        for mine in media
    }
    return {media_id: seen for media_id, seen in found.items() if seen}


async def _keep_files(
    session: AsyncSession,
    seen: Mapping[int, Sequence[Match]],
    now: dt.datetime,
    *,
    locked: bool = False,
) -> list[int]:
    """Ids of new findings, of what was seen of each file."""
    every = [match.other_media_id for matches in seen.values() for match in matches]
    others = {each for each in every if each is not None}
    if not others:
        return []
    found = await pieces.files(session, {*seen, *others}, locked=locked)
    new: list[int] = []
    for media_id in seen.keys() & found.keys():
        matches = [
            (match, found[match.other_media_id])
            for match in seen[media_id]
            if match.other_media_id in found
        ]
        new += await _keep(session, found[media_id], matches, now)
    return new


async def _keep(
    session: AsyncSession, mine: Piece, matches: Sequence[tuple[Match, Piece]], now: dt.datetime
) -> list[int]:
    """Ids of new findings of a piece: with each other entry the best one, `MOST` entries."""

    def sure(match: tuple[Match, Piece]) -> tuple[bool, float]:
        return match[0].kind is FindingKind.FILE, match[0].score

    new: list[int] = []
    lines = {mine.line}
    for seen, other in sorted(matches, key=sure, reverse=True):
        if other.line in lines or len(lines) > MOST:
            continue
        lines.add(other.line)
        await asyncio.sleep(0)  # SQLite waits for nothing: conversations have their turn meanwhile
        later, earlier = (mine, other) if mine.came > other.came else (other, mine)
        if await asked_before(session, later, earlier, seen.score):
            continue
        row = {
            "entry_id": later.entry.id,
            "media_id": later.media_id,
            "other_entry_id": earlier.entry.id,
            "other_media_id": earlier.media_id,
            "kind": seen.kind,
            "score": seen.score,
            "details": seen.details if later is mine else _turned(seen.details),
            "found_at": now,
        }
        insert = insert_into(session, Finding.__table__).on_conflict_do_nothing()
        added = await session.scalar(insert.returning(Finding.id), row)
        new += [added] if added is not None else []
    return new


def _turned(details: Mapping[str, Any]) -> dict[str, Any]:
    """The same match as seen from the other piece: what one leaves out the other has around it."""
    turned = {_PAIRED.get(name, name): value for name, value in details.items()}
    if "edits" in turned:
        turned["edits"] = [_OPPOSITE.get(code, code) for code in turned["edits"]]
    if "passages" in turned:
        turned["passages"] = sorted([*each[2:], *each[:2]] for each in turned["passages"])
    return turned


_PAIRED = {
    "area": "other_area",
    "other_area": "area",
    "part": "other_part",
    "other_part": "part",
}
_OPPOSITE = {"cropped": "framed", "framed": "cropped"}


async def _sent_first(session: AsyncSession, entry: Entry) -> set[End]:
    """What of an entry that is being sent was in no version sent before: nobody could see it."""
    line = (await pieces.lines_of(session, [entry.id]))[entry.id] - {entry.id}
    known = select(Media.file_unique_id).where(Media.entry_id.in_(line))
    files = await session.scalars(
        select(Media.id).where(Media.entry_id == entry.id, Media.file_unique_id.not_in(known))
    )
    words = await session.scalars(select(Entry.note).where(Entry.id.in_(line)))
    ends: set[End] = {(entry.id, media_id) for media_id in files}
    if entry.note.strip() not in {each.strip() for each in words}:
        ends.add((entry.id, None))
    return ends


async def _tell_of(
    session: AsyncSession,
    which: ColumnElement[bool],
    now: dt.datetime,
    sent: Entry | None = None,
) -> tuple[int, ...]:
    """Tell the mentors of open findings that they may see; ids of these findings.

    Of one with a piece that was `sent` just now for the first time nobody can have been told.
    """
    found = await session.execute(
        pieces.pairs()
        .where(which, pieces.is_shown(), pieces.open_())
        .with_only_columns(Finding, Enrolment)
        .order_by(Finding.found_at, Finding.id)
    )
    rows = found.all()
    sent_first = await _sent_first(session, sent) if sent is not None and rows else set[End]()
    seen_since: dict[int, dt.datetime] = {}
    for finding, _ in rows:
        since = now if sent_first.intersection(_ends(finding)) else finding.found_at
        seen_since[finding.entry_id] = max(since, seen_since.get(finding.entry_id, since))
    for entry_id, enrolment in {row.Finding.entry_id: row.Enrolment for row in rows}.items():
        if enrolment.state not in SIGNED_STATES:
            continue
        await asyncio.sleep(0)  # as in `_keep`
        mentor = await mentor_of(session, enrolment, now)
        if mentor is not None and mentor != enrolment.person_id:
            await _tell_mentor(session, mentor, entry_id, seen_since[entry_id], now)
    return tuple(row.Finding.id for row in rows)


async def _tell_mentor(
    session: AsyncSession, mentor_id: int, entry_id: int, since: dt.datetime, now: dt.datetime
) -> None:
    """Of what can be seen `since` then: at once, if not yet; what is found within a minute after
    that is told together.
    """
    last = await session.scalar(
        select(Outbox)
        .where(
            Outbox.person_id == mentor_id,
            Outbox.kind == NoticeKind.FINDING,
            Outbox.details["entry"].as_integer() == entry_id,
        )
        .order_by(Outbox.id.desc())
        .limit(1)
    )
    after = dt.timedelta(0)
    if last is not None:
        if last.settled_at is None or last.written_at >= since:
            return
        after = max(after, last.written_at + TOGETHER - now)
    tell(session, mentor_id, NoticeKind.FINDING, now, after=after, entry=entry_id)
