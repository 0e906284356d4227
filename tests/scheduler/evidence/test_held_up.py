"""Nothing that is done with files holds the event loop up (programme.md §9)."""

import asyncio
import gc
from asyncio.events import Handle
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import thread_time

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.programme import Programme, load
from bot.settings import SHIPPED_PROGRAMME
from scheduler.evidence.comparison import Comparison
from scheduler.evidence.examination import Examination
from storage.database import Database
from storage.tables import Media, MediaKind
from tests.award.evidence.found import Friends, findings, friends, sent
from tests.award.journal.diary import NOW
from tests.evidence.films import film
from tests.evidence.scenes import as_sent, scene

PHOTOS = 50
MOST = 0.020  # seconds


@pytest.fixture
def programme() -> Programme:
    return load(SHIPPED_PROGRAMME)


@pytest.fixture
async def people(session: AsyncSession, programme: Programme) -> Friends:
    return await friends(session, programme)


@contextmanager
def turns(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """Seconds of computing of each turn of the event loop's callbacks, whoever else is busy."""
    took: list[float] = []
    run = Handle._run

    def timed(self: Handle) -> None:
        began = thread_time()
        run(self)
        took.append(thread_time() - began)

    gc.freeze()  # as the bot does when it has started
    with monkeypatch.context() as patch:
        patch.setattr(Handle, "_run", timed)
        yield took
    gc.unfreeze()


async def files_of(people: Friends, numbers: Iterable[int]) -> dict[str, bytes]:
    """By file_id: photos of ten scenes, each from several people, and a large video at last."""
    files: dict[str, bytes] = {}
    session = people.session
    for number in numbers:
        diary = (people.me, people.friend, people.far)[number % 3]
        _, (media,) = await sent(diary, number)
        files[media.file_id] = as_sent(scene(number % 10))
    media.kind, media.file_id = MediaKind.VIDEO, f"video {number}"
    files[media.file_id] = film(size=(640, 480), container="mpegts") + bytes(19_000_000)
    await session.commit()
    return files


async def test_fifty_photos_and_a_large_video_never_hold_the_loop_up(
    people: Friends,
    database: Database,
    programme: Programme,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files: dict[str, bytes] = {}

    async def fetch(file_id: str) -> bytes:
        return files[file_id]

    examination = Examination(database, fetch, programme, lambda: NOW)
    comparison = Comparison(database, lambda: NOW)

    async def work_off() -> None:
        loops = [asyncio.create_task(each.run()) for each in (examination, comparison)]
        try:
            while await _left(database):  # noqa: ASYNC110 - what sets the rows is not to be known
                await asyncio.sleep(0.1)
        finally:
            for loop in loops:
                loop.cancel()
            await asyncio.gather(*loops, return_exceptions=True)

    # Statements are compiled once, by whoever comes first: that is not what files cost.
    files |= await files_of(people, (PHOTOS, PHOTOS + 10, PHOTOS + 20, PHOTOS + 30))
    await work_off()
    files |= await files_of(people, range(PHOTOS))
    with turns(monkeypatch) as took:
        await work_off()
    assert len(took) > PHOTOS
    assert max(took) < MOST
    assert len(await findings(people.session)) > PHOTOS  # so much was really done


async def _left(database: Database) -> int:
    async with database.transaction() as session:
        found = await session.scalars(select(Media.id).where(Media.compared_at.is_(None)).limit(1))
        return len(found.all())
