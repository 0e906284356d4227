"""Whatever a participant sends becomes a draft of the journal, or a piece of one (§5)."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.scope import of_person, own_entry
from award.audit import record
from award.errors import NotFound, Refusal, TooLate
from award.evidence.queue import queue_essay
from award.journal.completeness import fitting_book
from award.journal.drafts import Draft, check_drafts, look, settle, unconfirm
from award.outbox import NoticeKind, tell
from award.programme import Measure
from award.programme.bounds import JournalBounds
from award.progress.participation import Participation
from storage.inserting import insert_into
from storage.tables import (
    UNDECIDED_STATES,
    Entry,
    EntryState,
    Media,
    MediaKind,
    Outbox,
    Urgency,
)

ALBUM_PAUSE = dt.timedelta(seconds=1)
BELONGS_TOGETHER = dt.timedelta(minutes=5)
# Telegram cuts a longer text into messages of 4096 characters, sent within a moment.
CUT_TEXT = 3500
CUT_PAUSE = dt.timedelta(seconds=5)
FORWARDED = "↪️ "
# Kinds that Telegram shows in no album: each is a message of its own.
ALONE = (MediaKind.VOICE, MediaKind.VIDEO_NOTE, MediaKind.ANIMATION)

# Built once: building a statement takes longer than to run it.
_entry = Entry.__table__
_media_rows = Media.__table__
_latest_draft = (
    select(
        *_entry.c["id", "sent_at", "replaces_id", "direction", "minutes"],
        func.length(_entry.c.note).label("length"),
        exists().where(_media_rows.c.entry_id == _entry.c.id).label("has_file"),
    )
    .where(_entry.c.enrolment_id == bindparam("of"), _entry.c.state == EntryState.DRAFT)
    .order_by(_entry.c.id.desc())
    .limit(1)
    .with_for_update()
)


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as Telegram describes it; `size` in bytes, `thumbnail`: the file_id of a small one."""

    kind: MediaKind
    file_id: str
    file_unique_id: str
    mime: str | None = None
    size: int | None = None
    seconds: int | None = None
    thumbnail: str | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A message for the journal: `at` as Telegram dates it, `album` its media group."""

    message_id: int
    at: dt.datetime
    words: str = ""
    file: SentFile | None = None
    album: str | None = None
    forwarded: bool = False

    @property
    def note(self) -> str:
        """The person's own words; a mark in front where they were forwarded."""
        return FORWARDED + self.words if self.forwarded else self.words


@dataclass(frozen=True, slots=True)
class Guess:
    """What the words seem to say."""

    directions: tuple[str, ...] = ()
    minutes: int | None = None
    happened: dt.date | None = None
    book: str | None = None


async def capture(at: Acting, journal: Participation, sent: Sent, guess: Guess) -> Draft:
    """Make a draft of what was sent, or add it to the entry that it belongs to.

    A message or an album makes one entry however often and in whatever order its pieces arrive. A
    card of an album follows as a notice. Raises TooLate if the album's entry is decided, NotFound
    for another's journal, Refusal where the entry is full, or too many drafts wait.
    """
    if journal.enrolment.person_id != at.actor.id:
        raise NotFound
    continued = await _entry_to_continue(at.session, journal, sent)
    new = None if continued else await _insert_draft(at.session, journal, sent, guess, at.now)
    if new is not None:
        entry, media = new, _files(new, sent)
        at.session.add_all(media)
    else:
        entry = continued or await _entry_begun_with(at.session, journal, sent)
        media = None
        await _add_message(at, entry, sent)
        if entry.state is EntryState.DRAFT:
            _fill_in(entry, journal, guess)
            await settle(at.session, entry, journal)
    await _record(at, entry, sent)
    return await look(at.session, entry, journal, media)


async def attach(at: Acting, entry_id: int, sent: Sent) -> Entry:
    """Add what was sent to an own entry that is not decided yet; raises TooLate for another.

    Raises Refusal where it is full.
    """
    entry, _ = await own_entry(at, entry_id)
    await _add_message(at, entry, sent)
    await _record(at, entry, sent)
    return entry


async def captured_before(at: Acting, message_id: int) -> Entry | None:
    """The own entry that a message made or was added to."""
    return await at.session.scalar(
        select(Entry)
        .outerjoin(Media, Media.entry_id == Entry.id)
        .where(
            of_person(at.actor.id),
            or_(Entry.message_id == message_id, Media.message_id == message_id),
        )
        .order_by(Entry.id.desc())
        .limit(1)
    )


async def soon(
    session: AsyncSession, person_id: int, kind: NoticeKind, now: dt.datetime, **details: Any
) -> None:
    """Owe the person one notice a moment after the last piece of an album, not one a piece."""
    owed = await session.scalars(
        select(Outbox).where(
            Outbox.person_id == person_id, Outbox.kind == kind, Outbox.settled_at.is_(None)
        )
    )
    for notice in owed:
        if notice.details == details:
            notice.due_at = now + ALBUM_PAUSE
            return
    tell(session, person_id, kind, now, after=ALBUM_PAUSE, urgency=Urgency.NOW, **details)


async def _record(at: Acting, entry: Entry, sent: Sent) -> None:
    """Write down that the message is in the entry; after a piece of an album a card is owed."""
    await record(
        at.session,
        at.actor.id,
        "entry.captured",
        "entry",
        entry.id,
        at.now,
        message=sent.message_id,
    )
    if sent.album:
        await soon(at.session, at.actor.id, NoticeKind.DRAFT_CARD, at.now, entry=entry.id)


# --- which entry a message belongs to


async def _entry_to_continue(
    session: AsyncSession, journal: Participation, sent: Sent
) -> Entry | None:
    """The entry that this message continues, locked: its album's, or a draft that lacks it."""
    if sent.file is not None:
        holding = await _entry_with_file(session, journal, sent)
        if holding is not None or sent.album is not None:
            return holding
    latest = (await session.execute(_latest_draft, {"of": journal.enrolment.id})).one_or_none()
    if latest is None or sent.forwarded or latest.replaces_id is not None:
        return None
    pause = abs(sent.at - latest.sent_at)
    if pause > BELONGS_TOGETHER:
        return None
    if latest.length + len(sent.words) >= journal.programme.journal.characters:
        continues = False  # the words begin another
    elif sent.file is not None:
        continues = not sent.words and not latest.has_file and latest.length > 0
    elif latest.has_file:
        continues = latest.length == 0 and _is_incomplete(latest.direction, latest.minutes, journal)
    else:
        continues = latest.length >= CUT_TEXT and pause <= CUT_PAUSE
    return await session.get_one(Entry, latest.id, populate_existing=True) if continues else None


def _is_incomplete(direction: str | None, minutes: int | None, journal: Participation) -> bool:
    measure = journal.measure(direction)
    return measure is None or (measure is Measure.weeks and minutes is None)


async def _entry_with_file(
    session: AsyncSession, journal: Participation, sent: Sent
) -> Entry | None:
    """The entry that has this message's file, or another piece of its album."""
    same = Media.message_id == sent.message_id
    found = await session.scalars(
        select(Entry)
        .join(Media, Media.entry_id == Entry.id)
        .where(
            Entry.enrolment_id == journal.enrolment.id,
            or_(same, Media.media_group_id == sent.album) if sent.album else same,
        )
        .order_by(Entry.id.desc())
        .limit(1)
        .with_for_update(of=Entry)
    )
    return found.first()


async def _entry_begun_with(session: AsyncSession, journal: Participation, sent: Sent) -> Entry:
    """The entry that this very message began, or another piece of its album, locked."""
    this = Entry.message_id == sent.message_id
    found = await session.scalars(
        select(Entry)
        .where(
            Entry.enrolment_id == journal.enrolment.id,
            or_(this, Entry.media_group_id == sent.album) if sent.album else this,
        )
        .with_for_update()
    )
    return found.one()


# --- what becomes of it


async def _insert_draft(
    session: AsyncSession, journal: Participation, sent: Sent, guess: Guess, now: dt.datetime
) -> Entry | None:
    """A new draft; None where the message, or its album, has begun an entry already.

    Raises Refusal where too many wait.
    """
    draft = Entry(
        enrolment_id=journal.enrolment.id,
        state=EntryState.DRAFT,
        happened_on=journal.day_of(sent.at),
        sent_at=sent.at,
        received_at=now,
        note=sent.note if sent.words.strip() else "",
        message_id=sent.message_id,
        media_group_id=sent.album,
    )
    _fill_in(draft, journal, guess)
    await settle(session, draft, journal)
    values = {column.key: getattr(draft, column.key) for column in _entry.c}
    given = {name: value for name, value in values.items() if value is not None}
    insert = insert_into(session, Entry).on_conflict_do_nothing()
    new: Entry | None = await session.scalar(insert.returning(Entry), given)
    if new is not None:
        await check_drafts(session, journal.enrolment.id, journal.programme)
    return new


async def _add_message(at: Acting, entry: Entry, sent: Sent) -> None:
    """Add the file and the words to an entry, once however often the message comes.

    Raises TooLate where the entry is decided, Refusal where it is full.
    """
    session, bounds = at.session, at.programme.journal
    if entry.state not in UNDECIDED_STATES:
        raise TooLate("journal-piece-late")
    if sent.message_id == entry.message_id:
        return
    if sent.file is not None:
        known = await session.scalar(
            select(Media.id).where(Media.entry_id == entry.id, Media.message_id == sent.message_id)
        )
        if known is not None:
            return
        await _check_room(session, entry, sent.file, bounds)
        session.add_all(_files(entry, sent))
    if sent.words.strip():
        if len(entry.note) + len(sent.note) >= bounds.characters:
            raise Refusal("journal-words-full", most=bounds.characters)
        entry.note = f"{entry.note}\n{sent.note}" if entry.note else sent.note
        unconfirm(entry)
        if entry.book is not None and entry.state is EntryState.SUBMITTED:
            await queue_essay(session, entry.id)


async def _check_room(
    session: AsyncSession, entry: Entry, file: SentFile, bounds: JournalBounds
) -> None:
    held = select(func.count(Media.id)).where(Media.entry_id == entry.id)
    if (await session.scalar(held) or 0) >= bounds.files:
        raise Refusal("journal-files-full", most=bounds.files)
    if file.kind in ALONE:
        alone = held.where(Media.kind.in_(ALONE))
        if (await session.scalar(alone) or 0) >= bounds.alone:
            raise Refusal("journal-alone-full", most=bounds.alone)


def _files(entry: Entry, sent: Sent) -> tuple[Media, ...]:
    """The file of a message as a row of its entry; none without one."""
    file = sent.file
    if file is None:
        return ()
    row = Media(
        entry_id=entry.id,
        kind=file.kind,
        file_id=file.file_id,
        file_unique_id=file.file_unique_id,
        message_id=sent.message_id,
        media_group_id=sent.album,
        mime=file.mime,
        size=file.size,
        seconds=file.seconds,
        thumbnail_file_id=file.thumbnail,
    )
    return (row,)


def _fill_in(entry: Entry, journal: Participation, guess: Guess) -> None:
    """Fill what is still open with what the words say; answers given already stay."""
    if entry.direction is None:
        known = [code for code in guess.directions if code in journal.directions]
        only = journal.directions if len(journal.directions) == 1 else ()
        entry.direction = next(iter([*known, *only]), None)
    if entry.minutes is None:
        entry.minutes = guess.minutes
    if guess.happened is not None:
        entry.happened_on = guess.happened
    asked = journal.requirement(entry.direction)
    if entry.book is None and asked and fitting_book(journal.programme, asked, guess.book):
        entry.book = guess.book
