"""The process that knows all fingerprints: what it learns and forgets, how it lives and ends."""

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from award.evidence.queue import keep_essay, queue_essay
from award.programme import Programme, load
from bot.settings import SHIPPED_PROGRAMME
from evidence.essays import METHOD as ESSAYS
from evidence.essays import fingerprint as of_words
from evidence.photos import METHOD
from scheduler.evidence import matching as process
from scheduler.evidence.answers import Misanswered, Work
from scheduler.evidence.matching import Matching
from scheduler.evidence.worker import WorkerDied
from storage.database import Database
from storage.tables import Entry, Fingerprint, Media
from tests.award.evidence.found import Friends, friends, sent
from tests.scheduler.evidence import escapes
from tests.scheduler.evidence.test_comparison import ESSAY, examined
from tests.scheduler.evidence.test_worker import MODULES, NUMBER, has_ended


@pytest.fixture
def programme() -> Programme:
    return load(SHIPPED_PROGRAMME)


@pytest.fixture
async def people(session: AsyncSession, programme: Programme) -> Friends:
    return await friends(session, programme)


@pytest.fixture
async def matching(database: Database) -> AsyncIterator[Matching]:
    made = Matching(database.url.render_as_string(hide_password=False))
    yield made
    made.close()


async def seen(matching: Matching, media: Media) -> list[int | None]:
    """Ids of the files that it is a copy of."""
    return [each.other_media_id for each in await matching.photos(media.id)]


async def three(people: Friends) -> tuple[Media, Media, Media]:
    """Two copies of one picture, and another one."""
    _, (mine,) = await sent(people.me, 1)
    _, (other,) = await sent(people.me, 2)
    _, (theirs,) = await sent(people.friend, 3)
    await examined(people.session, mine, 1)
    await examined(people.session, other, 2)
    await examined(people.session, theirs, 1, "mirrored")
    return mine, other, theirs


async def test_it_learns_what_appears(people: Friends, matching: Matching) -> None:
    mine, other, theirs = await three(people)
    assert await seen(matching, other) == []
    _, (again,) = await sent(people.far, 4)
    await examined(people.session, again, 1, "framed")
    assert sorted(await seen(matching, again), key=str) == [mine.id, theirs.id]
    assert await seen(matching, theirs) != []


async def test_it_forgets_what_was_erased(people: Friends, matching: Matching) -> None:
    mine, _, theirs = await three(people)
    assert await seen(matching, theirs) == [mine.id]
    await people.session.execute(delete(Fingerprint).where(Fingerprint.media_id == mine.id))
    await people.session.commit()
    assert await seen(matching, theirs) == []


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
async def test_a_number_used_again_is_another_file(people: Friends, matching: Matching) -> None:
    """SQLite gives a new file the number of one erased that was the newest."""
    session = people.session
    mine, _, theirs = await three(people)
    assert await seen(matching, mine) == [theirs.id]
    number, entry_id = theirs.id, theirs.entry_id
    await session.execute(delete(Fingerprint).where(Fingerprint.media_id == number))
    await session.delete(theirs)
    await session.flush()
    new = Media(entry_id=entry_id, kind="photo", file_id="n", file_unique_id="n", message_id=9)
    session.add(new)
    await session.flush()
    assert new.id == number
    await examined(session, new, 5)
    assert await seen(matching, mine) == []
    _, (copy,) = await sent(people.far, 6)
    await examined(session, copy, 5, "framed")
    assert await seen(matching, copy) == [number]


async def test_an_older_method_is_left_alone(people: Friends, matching: Matching) -> None:
    """Until it is converted, when the file has a new fingerprint."""
    session = people.session
    mine, _, theirs = await three(people)
    rows = await session.scalars(select(Fingerprint).where(Fingerprint.media_id == mine.id))
    row = rows.one()
    row.method = METHOD + 1
    await session.commit()
    assert await seen(matching, theirs) == []
    assert await seen(matching, mine) == []
    await session.delete(row)
    await examined(session, mine, 1)
    assert await seen(matching, theirs) == [mine.id]


async def test_a_frame_of_a_document_is_of_a_film(people: Friends, matching: Matching) -> None:
    session = people.session
    _, (mine,) = await sent(people.me, 1)
    _, (theirs,) = await sent(people.friend, 2)
    mine.kind = theirs.kind = "document"  # type: ignore[assignment]
    await examined(session, mine, 1, part=2)
    await examined(session, theirs, 1, part=0)
    (found,) = await matching.photos(theirs.id)
    assert (found.kind, found.details["other_part"]) == ("video", 2)


async def test_words_that_were_added_are_known(people: Friends, matching: Matching) -> None:
    session = people.session
    mine, _ = await sent(people.me, 1)
    theirs, _ = await sent(people.friend, 2)
    await _written(session, mine, "Жазамын.")
    await _written(session, theirs, ESSAY * 2)
    assert await matching.essay(theirs.id) == []
    await _written(session, mine, "Жазамын. " + ESSAY * 2)
    assert [each.other_entry_id for each in await matching.essay(theirs.id)] == [mine.id]


async def _written(session: AsyncSession, entry: Entry, words: str) -> None:
    entry.note = words
    await queue_essay(session, entry.id)
    await session.flush()
    await keep_essay(session, entry.id, ESSAYS, of_words(words).to_bytes())
    await session.commit()


# --- its life


@pytest.mark.usefixtures("anew")
async def test_it_holds_nothing_of_the_conversations(matching: Matching) -> None:
    loaded = await matching.beside.run(MODULES)
    assert not set(loaded) & {"aiogram", "handlers", "bot", "sandbox"}


async def test_it_cannot_write(people: Friends, matching: Matching) -> None:
    await three(people)
    assert re.search("(?i)read.?only", await matching.beside.run(Work(_delete_all, str)))
    assert await people.session.scalar(select(func.count(Fingerprint.id))) == 3


def _delete_all() -> str:
    """What the database said to it."""
    assert process._known is not None
    try:
        process._known._rows(delete(Fingerprint))
    except DBAPIError as error:
        return str(error)
    return "done"


async def test_a_fingerprint_that_is_broken_is_like_nothing(
    people: Friends, matching: Matching
) -> None:
    mine, _, theirs = await three(people)
    of_theirs = update(Fingerprint).where(Fingerprint.media_id == theirs.id)
    await people.session.execute(of_theirs.values(details=b"x"))
    await people.session.commit()
    assert await seen(matching, theirs) == []
    assert await seen(matching, mine) == []


async def test_it_starts_nothing_and_looks_into_nobody(
    database: Database, matching: Matching, tmp_path: Path
) -> None:
    refused = ["a program", "a program in its place", "reading the bot's memory", "tracing the bot"]
    if database.engine.dialect.name == "sqlite":  # PostgreSQL is reached by one
        refused.append("a socket")
    attempt = Work(escapes.attempt, str)
    told = {name: await matching.beside.run(attempt, name, tmp_path) for name in refused}
    assert set(told.values()) == {"PermissionError"}, told


@pytest.mark.usefixtures("anew")
async def test_it_has_of_the_environment_what_reaches_a_database(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_TOKEN", "a secret")
    monkeypatch.setenv("PGSSLMODE", "prefer")
    matching = Matching(database.url.render_as_string(hide_password=False))
    names = set(await matching.beside.run(Work(_environment, list[str])))
    matching.close()
    assert "PGSSLMODE" in names
    assert "BOT_TOKEN" not in names


def _environment() -> list[str]:
    return list(os.environ)


@pytest.mark.parametrize(
    "details",
    [
        {},
        {"sure": "very", "edits": [], "area": [], "other_area": [], "part": 0, "other_part": 0},
        {
            "sure": "high",
            "edits": ["<b>"],
            "area": [],
            "other_area": [],
            "part": 0,
            "other_part": 0,
        },
        {"sure": "high", "edits": [], "area": [[1]], "other_area": [], "part": 0, "other_part": 0},
        {"sure": "high", "edits": [], "area": [], "other_area": [], "part": 9, "other_part": 0},
        {"passages": []},
    ],
)
def test_a_match_is_taken_in_its_shape_alone(details: dict[str, object]) -> None:
    def said(details: dict[str, object]) -> bytes:
        whole = {"kind": "photo", "other_media_id": 1, "other_entry_id": None, "score": 0.5}
        return b"+" + json.dumps([[[whole | {"details": details}], 3]]).encode()

    right = {"sure": "high", "edits": ["same"], "area": [[0.0, 1.0]], "other_area": []}
    (match,), _ = process._PHOTOS.understood(said(right | {"part": 0, "other_part": 1}))
    assert match.other_media_id == 1
    with pytest.raises(Misanswered):
        process._PHOTOS.understood(said(details))


async def test_a_small_one_ends_when_there_is_no_work_a_large_one_waits(
    people: Friends, matching: Matching, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, other, _ = await three(people)
    for few, ends in ((3, True), (2, False)):
        monkeypatch.setattr(process, "FEW", few)
        await seen(matching, other)
        child = await matching.beside.run(NUMBER)
        matching.rest()
        if ends:
            await has_ended(child)
        else:
            assert await matching.beside.run(NUMBER) == child


async def test_killed_in_a_search_it_knows_all_again(people: Friends, matching: Matching) -> None:
    mine, _, theirs = await three(people)
    await seen(matching, theirs)
    child = await matching.beside.run(NUMBER)
    searching = asyncio.gather(*(matching.photos(theirs.id) for _ in range(5)))
    os.kill(child, 9)
    with pytest.raises(WorkerDied):
        await searching
    await has_ended(child)
    assert await seen(matching, theirs) == [mine.id]


PARENT = """
import asyncio, os, sys
from scheduler.evidence.answers import Work
from scheduler.evidence.matching import Matching
async def main():
    matching = Matching(sys.argv[1])
    print(await matching.beside.run(Work(os.getpid, int)), flush=True)
    await asyncio.sleep(60)
asyncio.run(main())
"""


async def test_it_does_not_outlive_a_killed_parent(database: Database) -> None:
    url = database.url.render_as_string(hide_password=False)
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PARENT, url, stdout=subprocess.PIPE
    )
    assert parent.stdout is not None
    child = int(await parent.stdout.readline())
    parent.kill()
    await parent.wait()
    await has_ended(child)
