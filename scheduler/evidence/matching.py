"""The process that knows all fingerprints and searches them.

It reads them from the database itself, with a connection that cannot write; before each search it
catches up with those that appeared since, also those that other processes of the bot wrote. What
was erased is found out where it would be reported: its details are gone, and it is forgotten.
Fingerprints of another version of the method are not read: they could not be compared.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import Executable, Row, Select, make_url, select
from sqlalchemy.ext.asyncio import (
    AsyncConnection,
    AsyncSession,
)

from award.evidence.comparison import Match
from award.evidence.queue import neighbours
from evidence.confinement import confine
from evidence.wall import hold_back
from scheduler.evidence.answers import Work
from scheduler.evidence.reported import ESSAY_ANSWER, MATCHES_ANSWER, Likely
from scheduler.evidence.worker import Beside
from storage.read_only import read_only
from storage.tables import Entry, EssayFingerprint, FindingKind, Fingerprint, Media, MediaKind

if TYPE_CHECKING:
    from evidence.photos import PhotoMatch

# PostgreSQL gives out numbers before it commits: a row may appear after those with greater ones.
LOOKED_BACK = 1000
CHUNK = 50_000  # fingerprints read at once
FEW = 50_000  # are read again so fast that the process need not wait for work
MOST_PARTS = 8  # pictures of one file
# Seconds for one search, the first of which reads millions of fingerprints.
PATIENCE = 900.0
# What the driver of PostgreSQL reads of the environment.
_OF_THE_DRIVER = ("PG", "HOME", "SSL_CERT_")
_FILMS = {MediaKind.VIDEO, MediaKind.VIDEO_NOTE, MediaKind.ANIMATION}


class Matching:
    """The process as the bot sees it: started by the first search, ended by `close`."""

    def __init__(self, url: str) -> None:
        on_network = make_url(url).get_backend_name() != "sqlite"
        self.beside = Beside(
            partial(_begin, url),
            partial(hold_back, network=on_network),
            PATIENCE,
            {name: value for name, value in os.environ.items() if name.startswith(_OF_THE_DRIVER)},
        )
        self._many = False

    async def photos(self, media_id: int) -> list[Match]:
        """Where the pictures of a file were seen before; looked for harder among its neighbours.

        Raises WorkerDied when the process was killed, after PATIENCE at the latest, and WorkFailed;
        the next search starts another.
        """
        seen, known = await self.beside.run(_PHOTOS, media_id)
        self._many = known > FEW
        return seen

    async def essay(self, entry_id: int) -> list[Match]:
        """Which essays the one of this entry was copied from; raises as `photos`."""
        return await self.beside.run(_ESSAY, entry_id)

    async def read_essay(self, words: str) -> tuple[int, bytes]:
        """The version of the method, and an essay's fingerprint by it; raises as `photos`."""
        return await self.beside.run(_READ, words)

    def rest(self) -> None:
        """There is no work for a while: the process ends unless that costs more than it saves."""
        if not self._many:
            self.close()

    def close(self) -> None:
        self.beside.close()


# --- in the process

Rows: TypeAlias = Sequence[Row[*tuple[Any, ...]]]
Read: TypeAlias = Sequence[tuple[Any, ...]]  # each with its id first


class _New:
    """The rows of a table that appeared since the last time, as the driver gives them: to make
    SQLAlchemy's of a million takes seconds."""

    def __init__(self, table: type[Fingerprint | EssayFingerprint], method: int, *columns: Any):
        self._ids = select(table.id).where(table.method == method).order_by(table.id)
        self._rows = self._ids.add_columns(*columns)
        self._id = table.id
        self._newest = 0
        self._recent: set[int] = set()

    async def read(self, connection: AsyncConnection) -> AsyncIterator[Read]:
        """All that were not `noted`, in pieces."""
        newest = self._newest
        behind = self._ids.where(self._id > newest - LOOKED_BACK, self._id <= newest)
        late = {number for (number,) in await _read(connection, behind)} - self._recent
        if late:
            yield await _read(connection, self._rows.where(self._id.in_(late)))
        while rows := await _read(connection, self._rows.where(self._id > newest).limit(CHUNK)):
            newest = rows[-1][0]
            yield rows

    def noted(self, rows: Read) -> None:
        self._newest = max(self._newest, rows[-1][0])
        self._recent |= {row[0] for row in rows[-LOOKED_BACK:]}
        self._recent = {each for each in self._recent if each > self._newest - LOOKED_BACK}


async def _read(connection: AsyncConnection, asked: Select[Any]) -> Read:
    """What is asked, without values that need quoting."""
    compiled = asked.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
    driver: Any = (await connection.get_raw_connection()).driver_connection
    on_sqlite = connection.dialect.name == "sqlite"
    rows: Read = await (driver.execute_fetchall if on_sqlite else driver.fetch)(str(compiled))
    return rows


class _Known:
    """All fingerprints of the methods in force."""

    def __init__(self, url: str) -> None:
        from evidence import essays, photos

        self.essay_method = essays.METHOD
        self.photos = photos.PhotoIndex(fetch=self._details)
        self.essays = essays.EssayIndex()
        self._unpacked = essays.EssayFingerprint.from_bytes
        # So written that SQLite looks for the file, not through all that the method has.
        self._of_method = Fingerprint.method + 0 == photos.METHOD
        pictures = (Fingerprint.media_id, Fingerprint.part, Fingerprint.codes)
        self._new_photos = _New(Fingerprint, photos.METHOD, *pictures)
        words = (EssayFingerprint.entry_id, EssayFingerprint.codes)
        self._new_essays = _New(EssayFingerprint, essays.METHOD, *words)
        self._runner = asyncio.Runner()
        self._engine = read_only(make_url(url), pool_pre_ping=True)

    def search_photos(self, media_id: int) -> list[Match]:
        from evidence.photos import PhotoFingerprint

        self.catch_up_photos()
        mine = self._rows(
            select(Fingerprint.part, Fingerprint.codes, Fingerprint.details)
            .where(Fingerprint.media_id == media_id, self._of_method)
            .order_by(Fingerprint.part)
        )
        own = [_key(media_id, part) for part in range(MOST_PARTS)]
        near = self._runner.run(self._neighbours(media_id)) if mine else ()
        close = [_key(each, part) for each in near for part in range(MOST_PARTS)]
        best: dict[int, tuple[int, int, PhotoMatch]] = {}
        for part, codes, details in mine:
            try:
                found = self.photos.search(PhotoFingerprint(codes, details), close, own)
            except ValueError:  # broken, as by a worker that was taken over: it is like nothing
                continue
            for match in found:
                other, other_part = (int(each) for each in match.key.split(":"))
                if other not in best or best[other][2].score < match.score:
                    best[other] = part, other_part, match
        kinds = {
            row.id: row.kind
            for row in self._rows(
                select(Media.id, Media.kind).where(Media.id.in_([media_id, *best]))
            )
        }
        return [
            _seen(other, *found, film=bool({kinds[other], kinds.get(media_id)} & _FILMS))
            for other, found in best.items()
            if other in kinds
        ]

    def search_essay(self, entry_id: int) -> list[Match]:
        self._runner.run(self._catch_up(self._new_essays, self._add_essays))
        mine = self._rows(
            select(EssayFingerprint.codes).where(
                EssayFingerprint.entry_id == entry_id, EssayFingerprint.method == self.essay_method
            )
        )
        if not mine:
            return []
        found = self.essays.search(self._unpacked(mine[0].codes), but=[str(entry_id)])
        shares = {int(match.key): match.share for match in found}
        words = {
            row.id: row.note
            for row in self._rows(
                select(Entry.id, Entry.note).where(Entry.id.in_([entry_id, *shares]))
            )
        }
        return [
            Match(FindingKind.ESSAY, None, other, share, _quoted(words[entry_id], words[other]))
            for other, share in shares.items()
            if other in words and entry_id in words
        ]

    def catch_up_photos(self) -> None:
        self._runner.run(self._catch_up(self._new_photos, self._add_photos))

    async def _catch_up(self, new: _New, add: Callable[[Read], None]) -> None:
        """One piece is read while the one before is added."""

        async def added(rows: Read) -> None:
            await asyncio.to_thread(add, rows)
            new.noted(rows)

        adding: asyncio.Task[None] | None = None
        async with self._engine.connect() as connection:
            async for rows in new.read(connection):
                if adding is not None:
                    await adding
                adding = asyncio.create_task(added(rows))
            if adding is not None:
                await adding

    def _add_photos(self, rows: Read) -> None:
        self.photos.add_codes((_key(media_id, part), codes) for _, media_id, part, codes in rows)

    def _add_essays(self, rows: Read) -> None:
        self.essays.add_all((str(entry_id), self._unpacked(codes)) for _, entry_id, codes in rows)

    async def _neighbours(self, media_id: int) -> tuple[int, ...]:
        async with AsyncSession(self._engine) as session:
            return await neighbours(session, media_id)

    def _details(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        """Of the pictures that are still there; the others are forgotten."""
        rows = self._rows(
            select(Fingerprint.media_id, Fingerprint.part, Fingerprint.details).where(
                Fingerprint.media_id.in_({int(key.split(":")[0]) for key in keys}),
                self._of_method,
            )
        )
        found = {_key(row.media_id, row.part): row.details for row in rows}
        for key in set(keys) - found.keys():
            self.photos.remove(key)
        return found

    def _rows(self, asked: Executable) -> Rows:
        async def rows() -> Rows:
            async with self._engine.connect() as connection:
                return (await connection.execute(asked)).all()

        return self._runner.run(rows())


_known: _Known | None = None


def _begin(url: str) -> None:
    global _known  # noqa: PLW0603 - what a process of its own is for
    confine()
    _known = _Known(url)


def _search_photos(media_id: int) -> tuple[list[Match], int]:
    """And how many pictures are known."""
    assert _known is not None
    return _known.search_photos(media_id), len(_known.photos)


def _search_essay(entry_id: int) -> list[Match]:
    assert _known is not None
    return _known.search_essay(entry_id)


def _read_essay(words: str) -> tuple[int, bytes]:
    from evidence import essays

    return essays.METHOD, essays.fingerprint(words).to_bytes()


_PHOTOS = Work(_search_photos, tuple[list[Likely], int], MATCHES_ANSWER)
_ESSAY = Work(_search_essay, list[Likely], MATCHES_ANSWER)
_READ = Work(_read_essay, tuple[int, bytes], ESSAY_ANSWER)


def _key(media_id: int, part: int) -> str:
    return f"{media_id}:{part}"


def _seen(other: int, part: int, other_part: int, match: PhotoMatch, *, film: bool) -> Match:
    details = {
        "sure": match.sure,
        "edits": list(match.edits),
        "area": [list(corner) for corner in match.area],
        "other_area": [list(corner) for corner in match.other_area],
        "part": part,
        "other_part": other_part,
    }
    kind = FindingKind.VIDEO if film or part or other_part else FindingKind.PHOTO
    return Match(kind, other, None, match.score, details)


def _quoted(words: str, other: str) -> dict[str, Any]:
    from evidence.essays import passages

    return {
        "passages": [
            [each.start, each.end, each.other_start, each.other_end]
            for each in passages(words, other)
        ]
    }
