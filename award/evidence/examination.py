"""What the files of entries are found to be, and what follows from it (programme.md §5, §9)."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, delete, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.responsible import tell_mentor
from award.access.scope import of_person
from award.calendar.zones import zone_in
from award.outbox import NoticeKind, tell
from award.programme import Programme
from evidence.files import Examined, Problem
from evidence.inspect import Looked
from storage.locking import locked
from storage.tables import (
    UNDECIDED_STATES,
    Enrolment,
    Entry,
    EntryState,
    Fingerprint,
    Media,
    MediaKind,
    Person,
)

# Bytes. The bot may not fetch more from Telegram, so a bigger file cannot be looked into.
FETCHABLE = 20 * 1024 * 1024
_UNNAMED = (None, "application/octet-stream")  # phones send pictures so, HEIC above all
_SEEN = (
    MediaKind.PHOTO,
    MediaKind.VIDEO,
    MediaKind.VIDEO_NOTE,
    MediaKind.ANIMATION,
    MediaKind.DOCUMENT,
)
# Nothing to tell of a file that was not called a picture, and is none or was not had.
_OF_NO_PICTURE = (Problem.NOT_IMAGE, Problem.NOT_FETCHED, Problem.EMPTY)


@dataclass(frozen=True, slots=True)
class Unexamined:
    """A file to be looked into, as it was sent; `thumbnail`: the file_id of a small picture."""

    id: int
    kind: MediaKind
    file_id: str
    thumbnail: str | None
    size: int | None
    mime: str | None

    @property
    def may_be_seen(self) -> bool:
        """It was sent as a picture or a video, or as a file: what one is called says nothing."""
        return self.kind in _SEEN

    @property
    def is_called_otherwise(self) -> bool:
        """It was sent as a file of some other kind; it may be a picture all the same."""
        if self.kind is not MediaKind.DOCUMENT or self.mime in _UNNAMED:
            return False
        return not self.mime.startswith(("image/", "video/"))

    @property
    def too_large(self) -> bool:
        return (self.size or 0) > FETCHABLE


_files = select(
    Media.id, Media.kind, Media.file_id, Media.thumbnail_file_id, Media.size, Media.mime
).order_by(Media.id.desc())


async def next_unexamined(session: AsyncSession, but: Collection[int] = ()) -> Unexamined | None:
    """The file to look into next, leaving out some: what came last goes before a backlog."""
    found = await session.execute(
        _files.where(Media.examined_at.is_(None), Media.id.not_in(but)).limit(1)
    )
    row = found.one_or_none()
    return Unexamined(*row) if row else None


async def keep_examined(
    session: AsyncSession, file: Unexamined, looked: Looked, programme: Programme, now: dt.datetime
) -> None:
    """Write down what a file is and looks like; once, and nothing for a file that is gone.

    A camera that does not say its zone showed the time where the participant lives. The entry takes
    the moment over while it is undecided and has none. Its owner is told of a document that cannot
    be read while they can still send another, and the mentor of whatever was not checked.
    """
    known = await _locked(session, file)
    if known is None or known[1].examined_at is not None:
        return
    entry, media = known
    owner = await session.scalar(
        select(Person)
        .join(Enrolment, Enrolment.person_id == Person.id)
        .where(Enrolment.id == entry.enrolment_id)
    )
    assert owner is not None
    found = looked.examined
    problem = _problem(file, found)
    media.examined_at = now
    media.sha256, media.camera = found.sha256, found.camera
    media.problem = problem.value if problem else None
    media.taken_at = _aware(found.taken, zone_in(programme, owner.region))
    await _keep_fingerprint(session, media, looked)
    if entry.state not in UNDECIDED_STATES:
        return
    if entry.taken_at is None:
        entry.taken_at = media.taken_at
    if problem is not None and _is_for_owner(file, problem):
        tell(session, owner.id, NoticeKind.FILE_UNREADABLE, now, media=media.id)
    if problem is not None and entry.state is EntryState.SUBMITTED:
        enrolment = await session.get_one(Enrolment, entry.enrolment_id)
        await tell_mentor(session, enrolment, NoticeKind.FILE_UNCHECKED, now, entry=entry.id)


async def next_outdated(
    session: AsyncSession, method: int, before: int | None = None
) -> Unexamined | None:
    """The newest file fingerprinted by another version of the method, of those `before` an id."""
    query = _files.where(_is_outdated(method)).limit(1)
    found = await session.execute(query if before is None else query.where(Media.id < before))
    row = found.one_or_none()
    return Unexamined(*row) if row else None


async def count_outdated(session: AsyncSession, method: int) -> int:
    """How many files are fingerprinted by another version of the method: this one finds none."""
    query = select(func.count()).select_from(Media).where(_is_outdated(method))
    return await session.scalar(query) or 0


async def keep_fingerprint(session: AsyncSession, file: Unexamined, looked: Looked) -> bool:
    """Put a new fingerprint in the place of the older one, and the file among those to compare.

    Whether the older one is gone: it stays where there is no new one.
    """
    if not looked.parts:
        return False
    found = await _locked(session, file)
    if found is not None:
        await _keep_fingerprint(session, found[1], looked)
        found[1].compared_at = None
    return True


async def unreadable_file(at: Acting, media_id: int) -> tuple[Problem, Entry] | None:
    """Why a file of an own entry could not be read; None once decided, or the file is gone."""
    row = await at.session.execute(
        select(Media.problem, Entry)
        .join(Entry, Entry.id == Media.entry_id)
        .where(
            Media.id == media_id,
            Media.problem.is_not(None),
            Entry.state.in_(UNDECIDED_STATES),
            of_person(at.actor.id),
        )
    )
    found = row.one_or_none()
    return (Problem(found.problem), found.Entry) if found else None


async def _locked(session: AsyncSession, file: Unexamined) -> tuple[Entry, Media] | None:
    """The entry and then the file, as whoever deletes them locks them; None if they are gone."""
    entry_id = await session.scalar(select(Media.entry_id).where(Media.id == file.id))
    entry = await locked(session, Entry, entry_id) if entry_id is not None else None
    media = await locked(session, Media, file.id)
    return (entry, media) if entry is not None and media is not None else None


def _is_outdated(method: int) -> ColumnElement[bool]:
    return exists().where(Fingerprint.media_id == Media.id, Fingerprint.method != method)


async def _keep_fingerprint(session: AsyncSession, media: Media, looked: Looked) -> None:
    """What it looks like by this method is all that is kept."""
    await session.execute(delete(Fingerprint).where(Fingerprint.media_id == media.id))
    media.method = looked.method
    session.add_all(
        Fingerprint(
            media_id=media.id,
            part=part.number,
            method=looked.method,
            codes=part.codes,
            details=part.details,
        )
        for part in looked.parts
    )


def _problem(file: Unexamined, found: Examined) -> Problem | None:
    """Only what was called a picture must be one: a video that cannot be seen is unreadable."""
    if file.is_called_otherwise:
        not_had = found.problem is Problem.TOO_LARGE and found.sha256 is None
        return None if not_had or found.problem in _OF_NO_PICTURE else found.problem
    if found.problem is not Problem.NOT_IMAGE or (file.mime or "").startswith("image/"):
        return found.problem
    return None if file.mime in _UNNAMED else Problem.UNREADABLE


def _is_for_owner(file: Unexamined, problem: Problem) -> bool:
    """Only a document can be in disorder by its sender's doing: the rest is made by Telegram."""
    if file.kind is not MediaKind.DOCUMENT or (file.mime or "").startswith("video/"):
        return False
    # Of a file too big to fetch the draft's card told at once; one not fetched may be in order.
    return problem not in (Problem.NOT_FETCHED, Problem.NOT_SEEN) and not file.too_large


def _aware(taken: dt.datetime | None, zone: str) -> dt.datetime | None:
    if taken is None or taken.tzinfo is not None:
        return taken
    return taken.replace(tzinfo=ZoneInfo(zone))
