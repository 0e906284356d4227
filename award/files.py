"""What the files of entries are found to be, and what follows from it (programme.md §5)."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.acting import Actor
from award.journal import of_person
from award.notices import tell
from award.programme import Programme
from award.standing import zone_in
from evidence.files import Examined, Problem
from storage.tables import Enrolment, Entry, EntryState, Media, MediaKind, Person

# Bytes. The bot may not fetch more from Telegram, so a bigger file cannot be looked into.
FETCHABLE = 20 * 1024 * 1024
UNREADABLE = "file-unreadable"
_UNDECIDED = (EntryState.DRAFT, EntryState.SUBMITTED)
_UNNAMED = (None, "application/octet-stream")  # phones send pictures so, HEIC above all


@dataclass(frozen=True, slots=True)
class Unexamined:
    """A file to be looked into. `may_be_image`: that is what it was sent as, or nothing at all."""

    id: int
    file_id: str
    size: int | None
    mime: str | None

    @property
    def may_be_image(self) -> bool:
        return self.mime in _UNNAMED or (self.mime is not None and self.mime.startswith("image/"))

    @property
    def too_large(self) -> bool:
        return (self.size or 0) > FETCHABLE


async def next_unexamined(session: AsyncSession, but: Collection[int] = ()) -> Unexamined | None:
    """The file that waits longest, leaving out some; documents only: Telegram strips photos."""
    found = await session.execute(
        select(Media.id, Media.file_id, Media.size, Media.mime)
        .where(
            Media.kind == MediaKind.DOCUMENT,
            Media.examined_at.is_(None),
            Media.id.not_in(but),
        )
        .order_by(Media.id)
        .limit(1)
    )
    row = found.one_or_none()
    return Unexamined(*row) if row else None


async def keep_examined(
    session: AsyncSession, file: Unexamined, found: Examined, programme: Programme, now: dt.datetime
) -> None:
    """Write down what a file was found to be; once, and nothing for a file that is gone.

    A camera that does not say its zone showed the time where the participant lives. The entry takes
    the moment over while it is undecided and has none. Its owner is told of a file that cannot be
    read while they can still send another.
    """
    media = await session.get(Media, file.id, with_for_update=True)
    if media is None or media.examined_at is not None:
        return
    entry = await session.get_one(Entry, media.entry_id, with_for_update=True)
    owner = await session.scalar(
        select(Person)
        .join(Enrolment, Enrolment.person_id == Person.id)
        .where(Enrolment.id == entry.enrolment_id)
    )
    assert owner is not None
    problem = _problem(file, found)
    media.examined_at = now
    media.sha256, media.camera = found.sha256, found.camera
    media.problem = problem.value if problem else None
    media.taken_at = _aware(found.taken, zone_in(programme, owner.region))
    if entry.state not in _UNDECIDED:
        return
    if entry.taken_at is None:
        entry.taken_at = media.taken_at
    # Of a file too big to fetch the draft's card told at once; one not fetched may be in order.
    if problem not in (None, Problem.NOT_FETCHED) and not file.too_large:
        tell(session, owner.id, UNREADABLE, now, media=media.id)


async def unreadable_file(
    session: AsyncSession, actor: Actor, media_id: int
) -> tuple[Problem, Entry] | None:
    """Why a file of an own entry could not be read; None once decided, or the file is gone."""
    row = await session.execute(
        select(Media.problem, Entry)
        .join(Entry, Entry.id == Media.entry_id)
        .where(
            Media.id == media_id,
            Media.problem.is_not(None),
            Entry.state.in_(_UNDECIDED),
            of_person(actor.id),
        )
    )
    found = row.one_or_none()
    return (Problem(found.problem), found.Entry) if found else None


def _problem(file: Unexamined, found: Examined) -> Problem | None:
    """A file that nobody called a picture need not be one."""
    if found.problem is Problem.NOT_IMAGE and file.mime in _UNNAMED:
        return None
    return found.problem


def _aware(taken: dt.datetime | None, zone: str) -> dt.datetime | None:
    if taken is None or taken.tzinfo is not None:
        return taken
    return taken.replace(tzinfo=ZoneInfo(zone))
