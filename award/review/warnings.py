"""What makes a mentor look twice at an entry: it warns, it never decides (programme.md §5, §9)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY, local_date
from award.evidence.pieces import open_of, same_file
from award.journal.completeness import FREE_DAYS_BACK, is_spoken
from award.journal.effects import gives_book_too
from award.programme import Measure, Programme
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


async def subject_of(
    session: AsyncSession, entry: Entry, measure: Measure | None, zone: str
) -> Subject:
    """An entry with what its warnings are made from."""
    earlier = await versions_before(session, entry)
    files = select(Media).where(Media.entry_id == entry.id).order_by(Media.message_id, Media.id)
    return Subject(entry, earlier, (await session.scalars(files)).all(), measure, zone)


async def warnings_about(
    session: AsyncSession, subject: Subject, programme: Programme
) -> tuple[EntryWarning, ...]:
    """All warnings about an entry."""
    found = [_late(subject), _taken(subject), _short(subject, programme)]
    for reason in sorted({piece.problem for piece in subject.media if piece.problem}):
        found.append(EntryWarning("unreadable", {"reason": reason}))
    found.append(await _long_day(session, subject))
    found.append(await _book_counted(session, subject))
    found.append(_employer(subject, programme))
    found.append(await _findings(session, subject))
    found.append(await _reused_before(session, subject))
    return tuple(each for each in found if each is not None)


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


async def _long_day(session: AsyncSession, subject: Subject) -> EntryWarning | None:
    entry = subject.entry
    if not entry.minutes:
        return None
    others = await session.scalar(
        select(func.sum(Entry.minutes)).where(
            Entry.enrolment_id == entry.enrolment_id,
            Entry.happened_on == entry.happened_on,
            Entry.state.in_(COUNTED_STATES),
            Entry.id.not_in(subject.line),
        )
    )
    minutes = entry.minutes + (others or 0)
    return EntryWarning("long-day", {"minutes": minutes}) if minutes > LONG_DAY else None


async def _book_counted(session: AsyncSession, subject: Subject) -> EntryWarning | None:
    approved = (EntryState.APPROVED,)
    counted = await gives_book_too(session, subject.entry, subject.line, approved)
    return EntryWarning("book") if counted else None


async def _findings(session: AsyncSession, subject: Subject) -> EntryWarning | None:
    """Something of it was seen before, and the mentor has not said what it is."""
    if not _compared(subject):
        return None
    count = len(await open_of(session, subject.entry.id))
    return EntryWarning("finding", {"count": count}) if count else None


async def _reused_before(session: AsyncSession, subject: Subject) -> EntryWarning | None:
    """What the mentor found reused in an earlier version is sent again."""
    if not subject.earlier or not _compared(subject):
        return None
    reused = await session.execute(
        select(Entry.note, Media)
        .select_from(Finding)
        .join(Entry, Entry.id == Finding.entry_id)
        .outerjoin(Media, Media.id == Finding.media_id)
        .where(
            Finding.entry_id.in_([each.id for each in subject.earlier]),
            Finding.verdict == FindingVerdict.REUSED,
        )
    )
    for note, media in reused:
        if media is None:
            again = note.strip() == subject.entry.note.strip()
        else:
            again = any(same_file(media, piece) for piece in subject.media)
        if again:
            return EntryWarning("finding-reused")
    return None


def _compared(subject: Subject) -> bool:
    return bool(subject.media) or subject.measure is Measure.books
