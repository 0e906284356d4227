"""Mentors are told of what was found in entries that count, each entry once for a while (§9)."""

import asyncio
import datetime as dt
from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.responsible import reviewers_of
from award.evidence import pieces
from award.outbox import NoticeKind, tell
from storage.tables import (
    SIGNED_STATES,
    Enrolment,
    Entry,
    Finding,
    Media,
    Outbox,
)

TOGETHER = dt.timedelta(minutes=1)  # findings of one entry that are told in one message


async def tell_of(
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
    sent_first = (
        await _sent_first(session, sent) if sent is not None and rows else set[pieces.End]()
    )
    seen_since: dict[int, dt.datetime] = {}
    for finding, _ in rows:
        since = now if sent_first.intersection(pieces.ends_of(finding)) else finding.found_at
        seen_since[finding.entry_id] = max(since, seen_since.get(finding.entry_id, since))
    of_entries = {row.Finding.entry_id: row.Enrolment for row in rows}
    await asyncio.sleep(0)  # as in `_keep`
    await _tell_mentors(session, of_entries, seen_since, now)
    return tuple(row.Finding.id for row in rows)


async def _tell_mentors(
    session: AsyncSession,
    of_entries: Mapping[int, Enrolment],
    seen_since: Mapping[int, dt.datetime],
    now: dt.datetime,
) -> None:
    """Of what can be seen since then in an entry: at once, if not yet; what is found within a
    minute after that is told together.
    """
    mentors = await reviewers_of(session, set(of_entries.values()), now)
    told = await _told(session, {each for each in mentors.values() if each}, of_entries)
    for entry_id, enrolment in of_entries.items():
        mentor = mentors[enrolment.id]
        if mentor is None or mentor == enrolment.person_id:
            continue
        if enrolment.state not in SIGNED_STATES:
            continue
        last, after = told.get((mentor, entry_id)), dt.timedelta(0)
        if last is not None:
            if last.settled_at is None or last.written_at >= seen_since[entry_id]:
                continue
            after = max(after, last.written_at + TOGETHER - now)
        tell(session, mentor, NoticeKind.FINDING, now, after=after, entry=entry_id)


async def _told(
    session: AsyncSession, mentors: Collection[int], entries: Collection[int]
) -> dict[tuple[int, int], Outbox]:
    """The last that mentors were told of findings, by mentor and entry."""
    found = await session.scalars(
        select(Outbox)
        .where(
            Outbox.person_id.in_(mentors),
            Outbox.kind == NoticeKind.FINDING,
            Outbox.details["entry"].as_integer().in_(entries),
        )
        .order_by(Outbox.id)
    )
    return {(each.person_id, each.details["entry"]): each for each in found}


async def _sent_first(session: AsyncSession, entry: Entry) -> set[pieces.End]:
    """What of an entry that is being sent was in no version sent before: nobody could see it."""
    line = (await pieces.lines_of(session, [entry.id]))[entry.id] - {entry.id}
    known = select(Media.file_unique_id).where(Media.entry_id.in_(line))
    files = await session.scalars(
        select(Media.id).where(Media.entry_id == entry.id, Media.file_unique_id.not_in(known))
    )
    words = await session.scalars(select(Entry.note).where(Entry.id.in_(line)))
    ends: set[pieces.End] = {(entry.id, media_id) for media_id in files}
    if entry.note.strip() not in {each.strip() for each in words}:
        ends.add((entry.id, None))
    return ends
