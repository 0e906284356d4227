"""The process that knows all fingerprints and searches them.

It reads them from the database itself, with a connection that cannot write; before each search it
catches up with those that appeared since, also those that other processes of the bot wrote. What
was erased is found out where it would be reported: its details are gone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import Executable, Row, make_url, select
from sqlalchemy.ext.asyncio import create_async_engine

from award.comparing import Seen
from scheduler.worker import Beside
from storage.tables import Entry, EssayFingerprint, FindingKind, Fingerprint, Media, MediaKind

if TYPE_CHECKING:
    from evidence.photos import PhotoMatch

# PostgreSQL gives out numbers before it commits: a row may appear after those with greater ones.
LOOKED_BACK = 1000
CHUNK = 50_000  # fingerprints read at once
MOST_PARTS = 8  # pictures of one file
_FILMS = (MediaKind.VIDEO, MediaKind.VIDEO_NOTE, MediaKind.ANIMATION)


class Matching:
    """The process as the bot sees it: started by the first search, ended by `close`."""

    def __init__(self, url: str) -> None:
        self.beside = Beside(partial(_begin, url))

    async def photos(self, media_id: int, near: Sequence[int]) -> list[Seen]:
        """Where the pictures of a file were seen before; looked for harder among files `near`.

        Raises WorkerDied when the process was killed; the next search starts another.
        """
        return await self.beside.run(_search_photos, media_id, list(near))

    async def essay(self, entry_id: int) -> list[Seen]:
        """Which essays the one of this entry was copied from; raises WorkerDied."""
        return await self.beside.run(_search_essay, entry_id)

    async def read_essay(self, words: str) -> tuple[int, bytes]:
        """The version of the method, and an essay's fingerprint by it; raises WorkerDied."""
        return await self.beside.run(_read_essay, words)

    async def known(self) -> tuple[int, int]:
        """How many pictures and essays there are to search; raises WorkerDied."""
        return await self.beside.run(_count)

    def close(self) -> None:
        self.beside.close()


# --- in the process


class _Known:
    """All fingerprints of the methods in force."""

    def __init__(self, url: str) -> None:
        from evidence import essays, photos

        self.photo_method, self.essay_method = photos.METHOD, essays.METHOD
        self.photos = photos.PhotoIndex(fetch=self._details)
        self.essays = essays.EssayIndex()
        self._unpacked = essays.EssayFingerprint.from_bytes
        self._newest_photo = self._newest_essay = 0
        self._runner = asyncio.Runner()
        self._engine = create_async_engine(_read_only(url), hide_parameters=True)

    def search_photos(self, media_id: int, near: Collection[int]) -> list[Seen]:
        from evidence.photos import PhotoFingerprint

        self._runner.run(self._catch_up_photos())
        mine = self._rows(
            select(Fingerprint.part, Fingerprint.codes, Fingerprint.details)
            .where(Fingerprint.media_id == media_id, Fingerprint.method == self.photo_method)
            .order_by(Fingerprint.part)
        )
        own = [_key(media_id, part) for part in range(MOST_PARTS)]
        close = [_key(each, part) for each in near for part in range(MOST_PARTS)]
        best: dict[int, tuple[int, int, PhotoMatch]] = {}
        for part, codes, details in mine:
            for match in self.photos.search(PhotoFingerprint(codes, details), close, own):
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
            _seen(other, *found, film=kinds[other] in _FILMS or kinds.get(media_id) in _FILMS)
            for other, found in best.items()
            if other in kinds
        ]

    def search_essay(self, entry_id: int) -> list[Seen]:
        self._runner.run(self._catch_up_essays())
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
            Seen(FindingKind.ESSAY, None, other, share, _quoted(words[entry_id], words[other]))
            for other, share in shares.items()
            if other in words and entry_id in words
        ]

    async def _catch_up_photos(self) -> None:
        asked = (
            select(Fingerprint.id, Fingerprint.media_id, Fingerprint.part)
            .where(Fingerprint.method == self.photo_method)
            .order_by(Fingerprint.id)
        )
        codes = asked.add_columns(Fingerprint.codes)
        async with self._engine.connect() as connection:
            behind = self._newest_photo - LOOKED_BACK
            between = asked.where(Fingerprint.id > behind, Fingerprint.id <= self._newest_photo)
            late = [
                row.id
                for row in await connection.execute(between)
                if _key(row.media_id, row.part) not in self.photos
            ]
            if late:
                found = await connection.execute(codes.where(Fingerprint.id.in_(late)))
                self.photos.add_codes((_key(row.media_id, row.part), row.codes) for row in found)
            new = await connection.stream(codes.where(Fingerprint.id > self._newest_photo))
            async for rows in new.partitions(CHUNK):
                self.photos.add_codes((_key(row.media_id, row.part), row.codes) for row in rows)
                self._newest_photo = rows[-1].id

    async def _catch_up_essays(self) -> None:
        asked = (
            select(EssayFingerprint.id, EssayFingerprint.entry_id, EssayFingerprint.codes)
            .where(EssayFingerprint.method == self.essay_method)
            .where(EssayFingerprint.id > self._newest_essay - LOOKED_BACK)
            .order_by(EssayFingerprint.id)
        )
        async with self._engine.connect() as connection:
            new = await connection.stream(asked)
            async for rows in new.partitions(CHUNK):
                self.essays.add_all(
                    (str(row.entry_id), self._unpacked(row.codes))
                    for row in rows
                    if str(row.entry_id) not in self.essays
                )
                self._newest_essay = max(self._newest_essay, rows[-1].id)

    def _details(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        """Of the pictures that are still there."""
        wanted = set(keys)
        rows = self._rows(
            select(Fingerprint.media_id, Fingerprint.part, Fingerprint.details).where(
                Fingerprint.media_id.in_({int(key.split(":")[0]) for key in keys}),
                Fingerprint.method == self.photo_method,
            )
        )
        found = {_key(row.media_id, row.part): row.details for row in rows}
        return {key: found[key] for key in wanted & found.keys()}

    def _rows(self, asked: Executable) -> Sequence[Row[*tuple[Any, ...]]]:
        async def rows() -> Sequence[Row[*tuple[Any, ...]]]:
            async with self._engine.connect() as connection:
                return (await connection.execute(asked)).all()

        return self._runner.run(rows())


_known: _Known | None = None


def _begin(url: str) -> None:
    global _known  # noqa: PLW0603 - what a process of its own is for
    _known = _Known(url)


def _search_photos(media_id: int, near: Collection[int]) -> list[Seen]:
    assert _known is not None
    return _known.search_photos(media_id, near)


def _search_essay(entry_id: int) -> list[Seen]:
    assert _known is not None
    return _known.search_essay(entry_id)


def _read_essay(words: str) -> tuple[int, bytes]:
    from evidence import essays

    return essays.METHOD, essays.fingerprint(words).to_bytes()


def _count() -> tuple[int, int]:
    assert _known is not None
    return len(_known.photos), len(_known.essays)


def _key(media_id: int, part: int) -> str:
    return f"{media_id}:{part}"


def _seen(other: int, part: int, other_part: int, match: PhotoMatch, *, film: bool) -> Seen:
    details = {
        "edits": list(match.edits),
        "area": [list(corner) for corner in match.area],
        "other_area": [list(corner) for corner in match.other_area],
        "part": part,
        "other_part": other_part,
    }
    kind = FindingKind.VIDEO if film else FindingKind.PHOTO
    return Seen(kind, other, None, match.score, details)


def _quoted(words: str, other: str) -> dict[str, Any]:
    from evidence.essays import passages

    return {
        "passages": [
            [each.start, each.end, each.other_start, each.other_end]
            for each in passages(words, other)
        ]
    }


def _read_only(url: str) -> str:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return url
    file = f"file:{parsed.database}"
    return parsed.set(database=file, query={"mode": "ro", "uri": "true"}).render_as_string()
