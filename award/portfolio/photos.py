"""The photos of a portfolio: those that may stand in it, and the participant's choice (§8.10)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from award.access.acting import Acting
from award.access.scope import own_enrolment
from award.audit import record
from award.errors import Refusal, TooLate
from award.evidence.examination import FETCHABLE
from award.paging import page_of
from award.progress.versions import corrected
from storage.tables import (
    Entry,
    EntryState,
    Finding,
    FindingVerdict,
    Media,
    MediaKind,
    PortfolioPhoto,
)

MOST = 6  # photos of a direction
_PICTURES = ("image/jpeg", "image/png", "image/webp", "image/heic", "image/heif", "image/avif")
_Seen, _SeenIn = aliased(Media), aliased(Entry)


@dataclass(frozen=True)
class Photo:
    """A photo that may stand in the portfolio: the row of its file, its entry's local day."""

    media_id: int
    file_id: str
    file_unique_id: str
    kind: MediaKind
    direction: str
    day: dt.date
    entry_id: int
    size: int


@dataclass(frozen=True)
class Choice:
    """One photo to be looked at: `number` (from 0) of `count`; how many are chosen already."""

    photo: Photo
    number: int
    count: int
    is_chosen: bool
    chosen: int


async def photos_of(session: AsyncSession, enrolment_id: int) -> list[Photo]:
    """All photos of approved entries, oldest first, each file once.

    Never one that was flagged as sent before, unless the mentor found it honest; none of an entry
    that a later version replaced; none that is too large to be fetched.
    """
    found = await session.execute(
        select(Media, Entry.id, Entry.replaces_id, Entry.direction, Entry.happened_on)
        .join(Entry, Entry.id == Media.entry_id)
        .where(
            Entry.enrolment_id == enrolment_id,
            Entry.state == EntryState.APPROVED,
            Entry.direction.is_not(None),
            _is_picture(),
            ~_is_flagged(),
        )
        .order_by(Entry.happened_on, Entry.id, Media.id)
    )
    rows = found.all()
    gone = corrected(await _corrections(session, enrolment_id), rows)
    photos: dict[str, Photo] = {}
    for media, entry_id, _, direction, day in rows:
        if entry_id not in gone and media.file_unique_id not in photos:
            photos[media.file_unique_id] = Photo(
                media.id,
                media.file_id,
                media.file_unique_id,
                media.kind,
                direction or "",
                day,
                entry_id,
                media.size or 0,
            )
    return list(photos.values())


async def _corrections(session: AsyncSession, enrolment_id: int) -> Sequence[Any]:
    found = await session.execute(
        select(Entry.id, Entry.replaces_id).where(
            Entry.enrolment_id == enrolment_id, Entry.replaces_id.is_not(None)
        )
    )
    return found.all()


def _is_picture() -> ColumnElement[bool]:
    as_file = (Media.kind == MediaKind.DOCUMENT) & Media.mime.in_(_PICTURES)
    fits = func.coalesce(Media.size, 0) <= FETCHABLE
    return (
        or_(Media.kind == MediaKind.PHOTO, as_file) & Media.problem.is_(None) & fits
    )  # what could not be examined cannot be printed


def _is_flagged() -> ColumnElement[bool]:
    """The file was seen before, in whatever version: found to be reused, or not judged yet."""
    judged = (FindingVerdict.HONEST, FindingVerdict.SHARED_EVENT)
    open_or_reused = or_(Finding.verdict.is_(None), Finding.verdict.not_in(judged))
    flagged = (
        select(Finding.id)
        .join(_Seen, _Seen.id == Finding.media_id)
        .join(_SeenIn, _SeenIn.id == _Seen.entry_id)
        .where(
            _Seen.file_unique_id == Media.file_unique_id,
            _SeenIn.enrolment_id == Entry.enrolment_id,
            open_or_reused,
        )
    )
    return flagged.exists()


async def chosen_of(session: AsyncSession, enrolment_id: int) -> dict[str, str]:
    """The directions of the photos that were chosen, by Telegram's id of the file."""
    found = await session.execute(
        select(PortfolioPhoto.file_unique_id, PortfolioPhoto.direction).where(
            PortfolioPhoto.enrolment_id == enrolment_id
        )
    )
    return {row.file_unique_id: row.direction for row in found}


def selected(photos: Iterable[Photo], chosen: Iterable[str]) -> dict[str, tuple[Photo, ...]]:
    """The photos of each direction's page, oldest first: the participant's, else the machine's.

    The machine offers photos of different entries spread over the whole time, and of those of a
    stretch the largest, which shows most.
    """
    by_direction: dict[str, list[Photo]] = defaultdict(list)
    for photo in photos:
        by_direction[photo.direction].append(photo)
    own = set(chosen)
    pages = {}
    for direction, all_of_it in by_direction.items():
        mine = [photo for photo in all_of_it if photo.file_unique_id in own]
        pages[direction] = tuple(mine[:MOST] if mine else _offered(all_of_it))
    return pages


def _offered(photos: Sequence[Photo]) -> list[Photo]:
    best: dict[int, Photo] = {}
    for photo in photos:
        best[photo.entry_id] = max(best.get(photo.entry_id, photo), photo, key=_shows)
    rest = list(best.values())
    count = min(MOST, len(rest))
    cuts = [len(rest) * number // count for number in range(count + 1)] if count else [0]
    return [max(rest[a:b], key=_shows) for a, b in pairwise(cuts)]


def _shows(photo: Photo) -> int:
    return photo.size


# --- the participant chooses


async def to_choose(at: Acting, enrolment_id: int) -> dict[str, tuple[int, int]]:
    """By direction with photos: how many there are, and how many of them are chosen."""
    await own_enrolment(at, enrolment_id)
    chosen = await chosen_of(at.session, enrolment_id)
    counts: dict[str, tuple[int, int]] = {}
    for photo in await photos_of(at.session, enrolment_id):
        there, mine = counts.get(photo.direction, (0, 0))
        counts[photo.direction] = (there + 1, mine + (photo.file_unique_id in chosen))
    return counts


async def choice(at: Acting, enrolment_id: int, direction: str, number: int) -> Choice | None:
    """The photo of a direction to be looked at, the last one at most; None where there is none."""
    await own_enrolment(at, enrolment_id)
    photos = await _of_direction(at, enrolment_id, direction)
    if not photos:
        return None
    chosen = await chosen_of(at.session, enrolment_id)
    number, _ = page_of(len(photos), 1, number)
    photo = photos[number]
    mine = sum(each.file_unique_id in chosen for each in photos)
    return Choice(photo, number, len(photos), photo.file_unique_id in chosen, mine)


async def choose(at: Acting, enrolment_id: int, media_id: int, *, chosen: bool) -> None:
    """Put one's own photo into the portfolio, or take it out; to say it twice changes nothing.

    Raises TooLate for a photo that may not stand there, Refusal for one more than `MOST`.
    """
    await own_enrolment(at, enrolment_id)
    photos = await photos_of(at.session, enrolment_id)
    photo = next((each for each in photos if each.media_id == media_id), None)
    if photo is None:
        raise TooLate("portfolio-photo-gone")
    before = await chosen_of(at.session, enrolment_id)
    if (photo.file_unique_id in before) is chosen:
        return
    row = {"enrolment_id": enrolment_id, "file_unique_id": photo.file_unique_id}
    if chosen:
        there = [each for each in photos if each.direction == photo.direction]
        if sum(each.file_unique_id in before for each in there) >= MOST:
            raise Refusal("portfolio-full", most=MOST)
        at.session.add(PortfolioPhoto(**row, direction=photo.direction, chosen_at=at.now))
    else:
        await at.session.execute(delete(PortfolioPhoto).filter_by(**row))
    action = "portfolio.photo_chosen" if chosen else "portfolio.photo_left_out"
    await record(at.session, at.actor.id, action, "enrolment", enrolment_id, at.now, media=media_id)


async def _of_direction(at: Acting, enrolment_id: int, direction: str) -> list[Photo]:
    photos = await photos_of(at.session, enrolment_id)
    return [photo for photo in photos if photo.direction == direction]
