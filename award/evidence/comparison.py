"""Comparing: what was sent before is found out and kept for the mentor (programme.md §9)."""

import asyncio
import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Select, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.evidence import pieces
from award.evidence.pieces import Piece
from award.evidence.precedents import Pair, asked_before
from award.evidence.queue import queue_essay
from award.evidence.telling import tell_of
from award.programme import Measure
from storage.inserting import insert_into
from storage.tables import (
    COUNTED_STATES,
    Entry,
    EssayFingerprint,
    Finding,
    FindingKind,
    Fingerprint,
    Media,
)

MOST = 5  # entries that one piece is said to have been seen in


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


# A piece of an entry, how it matches, and the other piece.
_Seen: TypeAlias = tuple[Piece, Match, Piece]


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
    return await tell_of(session, Finding.id.in_(new), now) if new else ()


async def keep_essay_findings(
    session: AsyncSession, entry_id: int, seen: Sequence[Match], now: dt.datetime
) -> tuple[int, ...]:
    """The same for the essay of an entry."""
    others = {each.other_entry_id: each for each in seen if each.other_entry_id is not None}
    found = await pieces.essays(session, [entry_id, *others], locked=True) if others else {}
    new: list[int] = []
    if entry_id in found:
        mine = found[entry_id]
        matches = [(mine, each, found[other]) for other, each in others.items() if other in found]
        new = await _keep(session, matches, now)
    await session.execute(
        update(EssayFingerprint)
        .where(EssayFingerprint.entry_id == entry_id, EssayFingerprint.compared_at.is_(None))
        .values(compared_at=now)
    )
    return await tell_of(session, Finding.id.in_(new), now) if new else ()


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
    await tell_of(session, touching, now, entry)


async def tell_of_open(
    session: AsyncSession, enrolments: Collection[int], now: dt.datetime
) -> None:
    """Tell of all that waits for a word on entries that count: they have another mentor."""
    theirs = Entry.enrolment_id.in_(enrolments) & Entry.state.in_(COUNTED_STATES)
    await tell_of(session, theirs, now)


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
    ends = [end for finding in findings for end in pieces.ends_of(finding) if end[0] in line]
    files = await pieces.files(session, {media_id for _, media_id in ends if media_id is not None})
    essays = await pieces.essays(session, {entry_id for entry_id, _ in ends})

    def stands(entry_id: int, media_id: int | None) -> tuple[int, int | None]:
        if entry_id not in line:
            return entry_id, media_id
        piece = essays[entry_id] if media_id is None else files[media_id]
        return piece.entry.id, piece.media_id

    taken = {pieces.ends_of(each) for each in findings}
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
    matches = [
        (found[media_id], match, found[match.other_media_id])
        for media_id in sorted(seen.keys() & found.keys())
        for match in seen[media_id]
        if match.other_media_id in found
    ]
    return await _keep(session, matches, now)


async def _keep(session: AsyncSession, matches: Sequence[_Seen], now: dt.datetime) -> list[int]:
    """Ids of new findings of pieces of one entry; as many statements for many as for one."""
    if not matches:
        return []
    rows: list[dict[str, Any]] = []
    pairs: list[Pair] = []
    for mine, seen, other in _best(matches):
        later, earlier = (mine, other) if mine.came > other.came else (other, mine)
        pairs.append(Pair(later, earlier, seen.score))
        rows.append(
            {
                "entry_id": later.entry.id,
                "media_id": later.media_id,
                "other_entry_id": earlier.entry.id,
                "other_media_id": earlier.media_id,
                "kind": seen.kind,
                "score": seen.score,
                "details": seen.details if later is mine else _turned(seen.details),
                "found_at": now,
            }
        )
    asked = await asked_before(session, matches[0][0], pairs)
    await asyncio.sleep(0)  # SQLite waits for nothing: conversations have their turn meanwhile
    new = [row for place, row in enumerate(rows) if place not in asked]
    if not new:
        return []
    insert = insert_into(session, Finding.__table__).on_conflict_do_nothing()
    return [*await session.scalars(insert.returning(Finding.id), new)]


def _best(matches: Iterable[_Seen]) -> Iterator[_Seen]:
    """Of each piece with each other entry the best one, `MOST` entries; no two pairs alike."""

    def sure(seen: _Seen) -> tuple[bool, float]:
        return seen[1].kind is FindingKind.FILE, seen[1].score

    lines: dict[pieces.End, set[frozenset[int]]] = {}
    kept: dict[frozenset[int], list[_Seen]] = {}
    for each in sorted(matches, key=sure, reverse=True):
        mine, _, other = each
        known = lines.setdefault((mine.entry.id, mine.media_id), {mine.line})
        if other.line in known or len(known) > MOST:
            continue
        known.add(other.line)
        alike = kept.setdefault(other.line, [])
        if not any(_is_alike(each, before) for before in alike):
            alike.append(each)
            yield each


def _is_alike(one: _Seen, two: _Seen) -> bool:
    """Both are of the very same pieces, which stand twice in their entries."""
    return all(
        piece.is_same(other.media, other.entry.note)
        for piece, other in ((one[0], two[0]), (one[2], two[2]))
    )


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
