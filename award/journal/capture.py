"""Whatever a participant sends becomes a draft of the journal, or a piece of one (§5)."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, exists, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import make_transient_to_detached
from sqlalchemy.orm.attributes import instance_dict

from award.access.acting import Acting
from award.access.scope import of_person, own_entry
from award.audit import record
from award.errors import NotFound, TooLate
from award.evidence.queue import queue_essay
from award.journal.completeness import fitting_book
from award.journal.drafts import Draft, look, settle, unconfirm
from award.outbox import NoticeKind, tell
from award.programme import Measure
from award.progress.participation import Participation
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
_insert = {
    name: insert(_entry).on_conflict_do_nothing().returning(_entry.c.id)
    for name, insert in (("sqlite", sqlite.insert), ("postgresql", postgresql.insert))
}
_blank: dict[str, Any] = dict.fromkeys(_entry.c.keys())


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
    for another's journal.
    """
    if journal.enrolment.person_id != at.actor.id:
        raise NotFound
    entry = await _begun(at.session, journal, sent)
    fresh = None if entry else await _begin(at.session, journal, sent, guess, at.now)
    media: tuple[Media, ...] | None = None
    if fresh is None:
        entry = entry or await _begun_at_once(at.session, journal, sent)
        if entry.state not in UNDECIDED_STATES:
            raise TooLate("journal-piece-late")
        await _add(at.session, entry, journal, sent, guess)
    else:
        entry = fresh
        media = (_media(fresh, sent, sent.file),) if sent.file is not None else ()
        at.session.add_all(media)
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
    return await look(at.session, entry, journal, media)


async def attach(at: Acting, entry_id: int, sent: Sent) -> Entry:
    """Add what was sent to an own entry that is not decided yet; raises TooLate for another."""
    entry, _ = await own_entry(at, entry_id)
    if entry.state not in UNDECIDED_STATES:
        raise TooLate("journal-piece-late")
    await _put(at.session, entry, sent)
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


async def _begun(session: AsyncSession, journal: Participation, sent: Sent) -> Entry | None:
    """The entry that this message continues, locked: its album's, or a draft that lacks it."""
    if sent.file is not None:
        holding = await _holding(session, journal, sent)
        if holding is not None or sent.album is not None:
            return holding
    latest = (await session.execute(_latest_draft, {"of": journal.enrolment.id})).one_or_none()
    if latest is None or sent.forwarded or latest.replaces_id is not None:
        return None
    pause = abs(sent.at - latest.sent_at)
    if pause > BELONGS_TOGETHER:
        return None
    if sent.file is not None:
        mine = not sent.words and not latest.has_file and latest.length > 0
    elif latest.has_file:
        mine = latest.length == 0 and _is_incomplete(latest.direction, latest.minutes, journal)
    else:
        mine = latest.length >= CUT_TEXT and pause <= CUT_PAUSE
    return await session.get_one(Entry, latest.id, populate_existing=True) if mine else None


def _is_incomplete(direction: str | None, minutes: int | None, journal: Participation) -> bool:
    measure = journal.measure(direction)
    return measure is None or (measure is Measure.weeks and minutes is None)


async def _holding(session: AsyncSession, journal: Participation, sent: Sent) -> Entry | None:
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


async def _begin(
    session: AsyncSession, journal: Participation, sent: Sent, guess: Guess, now: dt.datetime
) -> Entry | None:
    """A new draft; None where the database has one of this message or this album already."""
    begun = Entry()
    columns = instance_dict(begun)  # set at once: a row inserted below needs no history
    columns |= _blank | {
        "enrolment_id": journal.enrolment.id,
        "state": EntryState.DRAFT,
        "version": 1,
        "happened_on": journal.day_of(sent.at),
        "sent_at": sent.at,
        "received_at": now,
        "note": sent.note if sent.words.strip() else "",
        "is_final": False,
        "message_id": sent.message_id,
        "media_group_id": sent.album,
    }
    _take(begun, journal, guess)
    await settle(session, begun, journal)
    given = {name: columns[name] for name in _blank if columns[name] is not None}
    begun.id = await session.scalar(_insert[session.get_bind().dialect.name], given)
    if begun.id is None:
        return None
    make_transient_to_detached(begun)  # it is what was inserted: there is no need to read it
    session.add(begun)
    return begun


async def _begun_at_once(session: AsyncSession, journal: Participation, sent: Sent) -> Entry:
    one = Entry.message_id == sent.message_id
    found = await session.scalars(
        select(Entry)
        .where(
            Entry.enrolment_id == journal.enrolment.id,
            or_(one, Entry.media_group_id == sent.album) if sent.album else one,
        )
        .with_for_update()
    )
    return found.one()


async def _add(
    session: AsyncSession, entry: Entry, journal: Participation, sent: Sent, guess: Guess
) -> None:
    """Add a further message to an entry, and to a draft what its words say."""
    await _put(session, entry, sent)
    if entry.state is EntryState.DRAFT:
        _take(entry, journal, guess)
        await settle(session, entry, journal)


async def _put(session: AsyncSession, entry: Entry, sent: Sent) -> None:
    """Keep the file and the words, once however often the message comes."""
    if sent.message_id == entry.message_id:
        return
    if sent.file is not None:
        kept = await session.scalar(
            select(Media.id).where(Media.entry_id == entry.id, Media.message_id == sent.message_id)
        )
        if kept is not None:
            return
        session.add(_media(entry, sent, sent.file))
    if sent.words.strip():
        entry.note = f"{entry.note}\n{sent.note}" if entry.note else sent.note
        unconfirm(entry)
        if entry.book is not None and entry.state is EntryState.SUBMITTED:
            await queue_essay(session, entry.id)


def _media(entry: Entry, sent: Sent, file: SentFile) -> Media:
    return Media(
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


def _take(entry: Entry, journal: Participation, guess: Guess) -> None:
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
