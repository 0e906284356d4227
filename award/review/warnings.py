"""What makes a mentor look twice at an entry: it warns, it never decides (programme.md §5, §9)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY, local_date
from award.evidence.pieces import open_of, same_file
from award.journal.completeness import FREE_DAYS_BACK, is_spoken
from award.journal.effects import give_book_too
from award.programme import Measure, Programme
from award.programme.requirements import Requirement
from award.progress.versions import versions_before
from storage.tables import COUNTED_STATES, Entry, EntryState, Finding, FindingVerdict, Media

LONG_DAY = 240  # minutes that one day's entries rarely reach together
SHORT_SPEECH = 30  # seconds of a review of a book
TAKEN_APART = 1  # days between what a file says and what the participant says


@dataclass(frozen=True, slots=True)
class EntryWarning:
    """A warning: its code and what its words need (days, minutes, names within scope)."""

    code: str
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is looked at: an entry, its earlier versions, its files, what it is counted in."""

    entry: Entry
    earlier: Sequence[Entry]
    media: Sequence[Media]
    measure: Measure | None
    zone: str

    @property
    def line(self) -> tuple[int, ...]:
        """Ids of the entry and of the versions before it."""
        return (self.entry.id, *(each.id for each in self.earlier))


# Of many subjects: those that a question to the database says something about, by the entry's id.
_Found: TypeAlias = Mapping[int, EntryWarning]


async def subjects_of(
    session: AsyncSession,
    entries: Sequence[Entry],
    asked: Mapping[str | None, Requirement],
    zone: str,
) -> list[Subject]:
    """Entries of one participant, each with what its warnings are made from, in their order.

    `asked`: of the participant, by direction. As many queries for many as for one.
    """
    before = await versions_before(session, entries)
    files = defaultdict[int, list[Media]](list)
    of = Media.entry_id.in_([entry.id for entry in entries])
    for piece in await session.scalars(
        select(Media).where(of).order_by(Media.message_id, Media.id)
    ):
        files[piece.entry_id].append(piece)
    return [
        Subject(
            entry,
            before[entry.id],
            files[entry.id],
            asked[entry.direction].measure if entry.direction in asked else None,
            zone,
        )
        for entry in entries
    ]


async def warnings_about(
    session: AsyncSession, subjects: Sequence[Subject], programme: Programme
) -> Mapping[int, tuple[EntryWarning, ...]]:
    """All warnings about each of these entries, by its id; as many queries for many as for one."""
    long_days = await _long_days(session, subjects)
    books = await _books_counted(session, subjects)
    findings = await _findings(session, subjects)
    reused = await _reused_before(session, subjects)
    warned = {}
    for subject in subjects:
        number = subject.entry.id
        problems = sorted({piece.problem for piece in subject.media if piece.problem})
        found = (
            _late(subject),
            _taken(subject),
            _short(subject, programme),
            *(EntryWarning("unreadable", {"reason": reason}) for reason in problems),
            long_days.get(number),
            books.get(number),
            _employer(subject, programme),
            findings.get(number),
            reused.get(number),
        )
        warned[number] = tuple(each for each in found if each is not None)
    return warned


def _late(subject: Subject) -> EntryWarning | None:
    entry = subject.entry
    days = (local_date(entry.sent_at, subject.zone) - entry.happened_on).days
    return EntryWarning("late", {"days": days}) if days > FREE_DAYS_BACK else None


def _taken(subject: Subject) -> EntryWarning | None:
    """The file says another day than the participant; the day farthest off is told."""
    entry = subject.entry
    last = entry.happened_on + DAY * max(0, (entry.days or 1) - 1)
    moments = {entry.taken_at, *(piece.taken_at for piece in subject.media)} - {None}
    days = [local_date(moment, subject.zone) for moment in moments if moment is not None]

    def apart(day: dt.date) -> int:
        return max((entry.happened_on - day).days, (day - last).days, 0)

    farthest = max(days, key=apart, default=None)
    if farthest is None or apart(farthest) <= TAKEN_APART:
        return None
    return EntryWarning("taken", {"day": farthest})


def _short(subject: Subject, programme: Programme) -> EntryWarning | None:
    """A review of a book that says little: neither a long enough essay nor much spoken."""
    if subject.measure is not Measure.books:
        return None
    length = len(subject.entry.note.strip())
    spoken = sum(piece.seconds or 0 for piece in subject.media if is_spoken(piece))
    if length >= programme.essay_min_chars or spoken >= SHORT_SPEECH:
        return None
    return EntryWarning("short", {"length": length, "seconds": spoken})


def _employer(subject: Subject, programme: Programme) -> EntryWarning | None:
    entry = subject.entry
    if entry.direction is None or entry.employer_confirmed_at is not None:
        return None
    return EntryWarning("employer") if programme.direction(entry.direction).needs_employer else None


async def _long_days(session: AsyncSession, subjects: Sequence[Subject]) -> _Found:
    timed = [each for each in subjects if each.entry.minutes]
    if not timed:
        return {}
    rows = await session.execute(
        select(Entry.enrolment_id, Entry.happened_on, func.sum(Entry.minutes))
        .where(
            Entry.enrolment_id.in_({each.entry.enrolment_id for each in timed}),
            Entry.happened_on.in_({each.entry.happened_on for each in timed}),
            Entry.state.in_(COUNTED_STATES),
        )
        .group_by(Entry.enrolment_id, Entry.happened_on)
    )
    whole = {(enrolment, day): minutes or 0 for enrolment, day, minutes in rows}
    found = {}
    for subject in timed:
        entry = subject.entry
        of_line = sum(
            each.minutes or 0
            for each in (entry, *subject.earlier)
            if each.happened_on == entry.happened_on and each.state in COUNTED_STATES
        )
        others = whole.get((entry.enrolment_id, entry.happened_on), 0) - of_line
        minutes = (entry.minutes or 0) + others
        if minutes > LONG_DAY:
            found[entry.id] = EntryWarning("long-day", {"minutes": minutes})
    return found


async def _books_counted(session: AsyncSession, subjects: Sequence[Subject]) -> _Found:
    lines = {subject.entry: subject.line for subject in subjects}
    counted = await give_book_too(session, lines, (EntryState.APPROVED,))
    return {entry.id: EntryWarning("book") for entry in counted}


async def _findings(session: AsyncSession, subjects: Sequence[Subject]) -> _Found:
    """Something of it was seen before, and the mentor has not said what it is."""
    compared = [subject.entry.id for subject in subjects if _compared(subject)]
    if not compared:
        return {}
    found = await open_of(session, compared)
    return {
        number: EntryWarning("finding", {"count": len(each)})
        for number, each in found.items()
        if each
    }


async def _reused_before(session: AsyncSession, subjects: Sequence[Subject]) -> _Found:
    """What the mentor found reused in an earlier version is sent again."""
    again = {
        each.id: subject for subject in subjects if _compared(subject) for each in subject.earlier
    }
    if not again:
        return {}
    rows = await session.execute(
        select(Entry.id, Entry.note, Media)
        .select_from(Finding)
        .join(Entry, Entry.id == Finding.entry_id)
        .outerjoin(Media, Media.id == Finding.media_id)
        .where(Finding.entry_id.in_(again), Finding.verdict == FindingVerdict.REUSED)
    )
    return {
        again[earlier].entry.id: EntryWarning("finding-reused")
        for earlier, note, media in rows
        if _is_in(again[earlier], note, media)
    }


def _is_in(subject: Subject, note: str, media: Media | None) -> bool:
    """The subject has this file, or without one these words."""
    if media is None:
        return note.strip() == subject.entry.note.strip()
    return any(same_file(media, piece) for piece in subject.media)


def _compared(subject: Subject) -> bool:
    return bool(subject.media) or subject.measure is Measure.books
