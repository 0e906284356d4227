"""What was sent is compared with all that was sent before, by a process of its own."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Mapping
from functools import cache
from multiprocessing import active_children

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.findings.views import finding_of
from award.programme import Programme, load
from bot.settings import SHIPPED_PROGRAMME
from evidence.photos import METHOD, PhotoFingerprint, fingerprint
from scheduler.evidence.comparison import AGAIN, Comparison
from scheduler.evidence.matching import LOOKED_BACK, Matching
from scheduler.evidence.worker import WorkerDied
from storage.database import Database
from storage.tables import EssayFingerprint, Finding, FindingKind, Fingerprint, Media
from tests.acting import acting
from tests.award.evidence.found import Friends, findings, friends, sent
from tests.award.journal.diary import NOW, message
from tests.evidence.scenes import EDITS, as_sent, scene

ESSAY = (
    "Мен бұл кітапты жазғы демалыста әжемнің үйінде оқыдым. Басты кейіпкер қиын кезеңде де "
    "адамдығын жоғалтпай, досын көмексіз қалдырған жоқ. Әсіресе өзен жағасындағы соңғы кездесу "
    "есімде қалды: екеуі ештеңе айтпай ұзақ отырды, бірақ бәрі түсінікті болды. "
)


@pytest.fixture
def programme() -> Programme:
    return load(SHIPPED_PROGRAMME)


@pytest.fixture
async def people(session: AsyncSession, programme: Programme) -> Friends:
    return await friends(session, programme)


@pytest.fixture
async def comparison(database: Database) -> AsyncIterator[Comparison]:
    made = Comparison(database, lambda: NOW)
    yield made
    made.matching.close()


@cache
def print_of(number: int, edit: str) -> PhotoFingerprint:
    return fingerprint(as_sent(EDITS[edit][0](scene(number))))


async def examined(
    session: AsyncSession, media: Media, number: int, edit: str = "sent again", part: int = 0
) -> None:
    """The picture was looked into: it is this scene, so edited."""
    made = print_of(number, edit)
    session.add(
        Fingerprint(
            media_id=media.id, part=part, method=METHOD, codes=made.codes, details=made.details
        )
    )
    media.examined_at, media.method = NOW, METHOD
    await session.commit()


async def compare_all(comparison: Comparison) -> None:
    while await comparison.compare_next():
        pass


def ends(finding: Finding) -> tuple[int | None, int | None]:
    return finding.media_id, finding.other_media_id


async def test_a_friends_edited_copy_is_kept_as_a_finding(
    people: Friends, comparison: Comparison
) -> None:
    session = people.session
    _, (mine,) = await sent(people.me, 1)
    _, (other,) = await sent(people.me, 2)
    _, (theirs,) = await sent(people.friend, 3)
    _, (away,) = await sent(people.far, 4)
    await examined(session, mine, 1)
    await examined(session, other, 2)
    await examined(session, theirs, 1, "mirrored, cropped, brighter")
    await examined(session, away, 1, "framed")
    await compare_all(comparison)
    kept = await findings(session)
    assert {ends(each) for each in kept} == {
        (theirs.id, mine.id),
        (away.id, mine.id),
        (away.id, theirs.id),
    }
    (of_friend,) = (each for each in kept if each.media_id == theirs.id)
    assert of_friend.kind is FindingKind.PHOTO
    assert {"mirrored", "cropped"} <= set(of_friend.details["edits"])
    assert len(of_friend.details["area"]) >= 4
    assert len(of_friend.details["other_area"]) >= 4
    every = await session.scalars(select(Media.compared_at))
    assert set(every) == {NOW}


async def test_a_frame_of_a_film_is_found(people: Friends, comparison: Comparison) -> None:
    session = people.session
    _, (mine,) = await sent(people.me, 1)
    _, (theirs,) = await sent(people.friend, 2)
    await session.execute(update(Media).values(kind="video"))
    await examined(session, mine, 5)
    await examined(session, mine, 6, part=2)
    await examined(session, theirs, 7)
    await examined(session, theirs, 6, "framed", part=3)
    await compare_all(comparison)
    (found,) = await findings(session)
    assert (found.kind, found.details["part"], found.details["other_part"]) == (
        FindingKind.VIDEO,
        3,
        2,
    )


async def test_what_has_no_fingerprint_is_compared_by_its_file_alone(
    people: Friends, comparison: Comparison
) -> None:
    _, (mine,) = await sent(people.me, 1)
    _, (same,) = await sent(people.friend, 1)
    for media in (mine, same):
        media.examined_at = NOW
    await people.session.commit()
    await compare_all(comparison)
    (found,) = await findings(people.session)
    assert (found.kind, ends(found)) == (FindingKind.FILE, (same.id, mine.id))


async def test_what_was_erased_is_not_found(people: Friends, comparison: Comparison) -> None:
    session = people.session
    _, (mine,) = await sent(people.me, 1)
    await examined(session, mine, 1)
    await compare_all(comparison)
    await session.execute(delete(Fingerprint))
    await session.commit()
    _, (theirs,) = await sent(people.friend, 2)
    await examined(session, theirs, 1)
    await compare_all(comparison)
    assert await findings(session) == []


async def test_a_row_that_appears_behind_greater_numbers_is_found(
    people: Friends, database: Database, comparison: Comparison
) -> None:
    """As on PostgreSQL, where a later number may be committed first."""
    session = people.session
    _, (mine,) = await sent(people.me, 1)
    _, (other,) = await sent(people.me, 2)
    _, (theirs,) = await sent(people.friend, 3)
    await examined(session, other, 2)
    newest = await session.scalar(select(Fingerprint).order_by(Fingerprint.id.desc()))
    assert newest is not None
    newest.id += LOOKED_BACK // 2
    await session.commit()
    await compare_all(comparison)
    late = print_of(1, "sent again")
    session.add(
        Fingerprint(
            id=newest.id - 1,
            media_id=mine.id,
            method=METHOD,
            codes=late.codes,
            details=late.details,
        )
    )
    mine.examined_at, mine.method = NOW, METHOD
    made = print_of(1, "turned")
    session.add(
        Fingerprint(
            id=newest.id + 1,
            media_id=theirs.id,
            method=METHOD,
            codes=made.codes,
            details=made.details,
        )
    )
    theirs.examined_at, theirs.method = NOW, METHOD
    await session.commit()
    await compare_all(comparison)
    assert [ends(each) for each in await findings(session)] == [(theirs.id, mine.id)]


@pytest.mark.parametrize("migrated", ["postgresql"], indirect=True)
async def test_processes_see_each_others_photos(
    people: Friends, database: Database, comparison: Comparison
) -> None:
    session = people.session
    other = Matching(database.url.render_as_string(hide_password=False))
    try:
        assert await other.photos(0) == []
        _, (mine,) = await sent(people.me, 1)
        await examined(session, mine, 1)
        await compare_all(comparison)
        _, (theirs,) = await sent(people.friend, 2)
        await examined(session, theirs, 1, "tilted")
        (seen,) = await other.photos(theirs.id)
        assert seen.other_media_id == mine.id
    finally:
        other.close()


async def test_a_killed_process_loses_nothing(people: Friends, comparison: Comparison) -> None:
    session, others = people.session, set(active_children())
    _, (mine,) = await sent(people.me, 1)
    await examined(session, mine, 1)
    await compare_all(comparison)
    _, (theirs,) = await sent(people.friend, 2)
    await examined(session, theirs, 1, "mirrored")
    (process,) = set(active_children()) - others
    assert process.pid is not None
    os.kill(process.pid, signal.SIGSTOP)  # it would be done too soon
    searching = asyncio.create_task(comparison.compare_next())
    await asyncio.sleep(0)
    process.kill()
    with pytest.raises(WorkerDied):
        await searching
    assert await findings(session) == []
    await session.commit()  # SQLite has one connection
    assert not await comparison.compare_next()  # others go first for a while
    comparison.now = lambda: NOW + AGAIN
    await compare_all(comparison)
    assert [ends(each) for each in await findings(session)] == [(theirs.id, mine.id)]


async def test_cancelled_it_loses_nothing(people: Friends, comparison: Comparison) -> None:
    """As when the bot is stopped: at any point of comparing, also after the search."""
    session = people.session
    _, (mine,) = await sent(people.me, 1)
    await examined(session, mine, 1)
    await compare_all(comparison)
    _, (theirs,) = await sent(people.friend, 2)
    await examined(session, theirs, 1, "mirrored")
    for turns in range(0, 60, 4):
        comparing = asyncio.create_task(comparison.compare_next())
        for _ in range(turns):
            await asyncio.sleep(0.001)
        comparing.cancel()
        await asyncio.gather(comparing, return_exceptions=True)
    await compare_all(comparison)
    assert [ends(each) for each in await findings(session)] == [(theirs.id, mine.id)]
    assert set(await session.scalars(select(Media.compared_at))) == {NOW}


async def test_a_copied_essay_is_found(people: Friends, comparison: Comparison) -> None:
    session = people.session
    mine, _ = await sent(people.me, 1)
    theirs, _ = await sent(people.friend, 2)
    mine.note = ESSAY * 2
    theirs.note = "Сәлем! " + ESSAY + ESSAY.replace("досын", "жолдасын")
    await written(session, {mine.id: mine.note, theirs.id: theirs.note})
    await compare_all(comparison)
    (found,) = await findings(session)
    assert found.kind is FindingKind.ESSAY
    assert (found.entry_id, found.other_entry_id) == (theirs.id, mine.id)
    assert found.score > 0.7


async def test_an_essay_that_is_sent_is_fingerprinted_and_its_passages_are_quoted(
    people: Friends, comparison: Comparison
) -> None:
    for diary, words in ((people.me, ESSAY * 2), (people.friend, "Сәлем, достар! " + ESSAY * 2)):
        made = await diary.sends(message(words), directions=("reading",))
        book = people.programme.books[0].code
        await diary.answers(made.entry, direction="reading", book=book)
        await diary.submits(made.entry)
    await people.session.commit()
    await compare_all(comparison)
    (found,) = await findings(people.session)
    card = await finding_of(acting(people.session, people.mentor, NOW, people.programme), found.id)
    assert card.score > 0.7
    quoted = card.passages[0]
    assert quoted.words.rstrip(".") in card.entry.note
    assert quoted.other_words.rstrip(".") in card.other.note
    assert quoted.words.startswith("Мен бұл кітапты жазғы демалыста")


async def written(session: AsyncSession, notes: Mapping[int, str]) -> None:
    """Their essays are in the queue."""
    from evidence.essays import METHOD as ESSAYS
    from evidence.essays import fingerprint as of_words

    session.add_all(
        EssayFingerprint(entry_id=entry_id, method=ESSAYS, codes=of_words(note).to_bytes())
        for entry_id, note in notes.items()
    )
    await session.execute(update(Media).values(examined_at=NOW))
    await session.commit()
