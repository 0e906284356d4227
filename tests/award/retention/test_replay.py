"""The list of erasures: who comes back with a restored back-up is erased again."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL, func, insert, select, update

from award.profile.erasure import erase
from award.profile.represented import erase_child
from scheduler.erasures import ListOfErasures
from storage.database import Database
from storage.erasures import KEY, LIST, Erasures
from storage.tables import Audit, Enrolment, EnrolmentState, Person
from tests.award.retention.marked import (
    CHILD,
    NOW,
    Family,
    a_family,
    left_in_files,
    left_in_tables,
)
from tests.award.retention.test_left import OF_STAFF, as_person
from tests.conftest import copy_of_database

LATER = NOW + timedelta(days=3)


def _listing(database: Database, folder: Path) -> ListOfErasures:
    return ListOfErasures(database, Erasures(folder), lambda: LATER)


@pytest.fixture
async def restored(migrated: URL, tmp_path: Path) -> AsyncIterator[Database]:
    """Another database, to be filled as `database` was when the back-up was made."""
    folder = tmp_path / "restored"
    folder.mkdir()
    async with copy_of_database(migrated, folder) as copy:
        yield copy


async def _family(database: Database) -> Family:
    async with database.sessions() as session:
        return await a_family(session, without=OF_STAFF)


async def _erased(database: Database, family: Family, folder: Path, *, by_mother: bool) -> None:
    listing = _listing(database, folder)
    async with database.transaction() as session:
        if by_mother:
            await erase_child(await as_person(session, family.mother), family.enrolment)
        else:
            await erase(await as_person(session, family.child))
    await listing.stop()


@pytest.mark.parametrize("by_mother", [True, False])
async def test_who_was_erased_is_gone_again_after_a_restore(
    database: Database, restored: Database, tmp_path: Path, by_mother: bool
) -> None:
    await _erased(database, await _family(database), tmp_path, by_mother=by_mother)
    family = await _family(restored)
    assert await _listing(restored, tmp_path).replay() == 1
    async with restored.sessions() as session:
        assert await left_in_tables(session, family.marks) == set()
        enrolment = await session.get_one(Enrolment, family.enrolment)
        assert enrolment.state is EnrolmentState.WITHDRAWN
        child = await session.get_one(Person, family.child)
        assert child.telegram_id == (CHILD if by_mother else -child.id)
    assert left_in_files(tmp_path / "restored", family.marks) == {}
    assert await _listing(restored, tmp_path).replay() == 0


async def test_who_has_the_number_of_somebody_erased_stays(
    database: Database, restored: Database, tmp_path: Path
) -> None:
    """The back-up is from before the erased joined: others have come since, and got their ids."""
    await _erased(database, await _family(database), tmp_path, by_mother=False)
    family = await _family(restored)
    async with restored.transaction() as session:
        await session.execute(update(Person).values(joined_at=LATER))
    assert await _listing(restored, tmp_path).replay() == 0
    async with restored.sessions() as session:
        left = await left_in_tables(session, family.marks)
    assert left == set(family.marks.places.values())


async def test_every_list_comes_to_have_all_that_is_on_record(
    database: Database, tmp_path: Path
) -> None:
    """Of several machines each has its own; so has one whose process died after the commit."""
    await _erased(database, await _family(database), tmp_path, by_mother=True)
    other = tmp_path / "other"
    other.mkdir()
    assert await _listing(database, other).replay() == 0
    [here], [there] = Erasures(tmp_path).marks(), Erasures(other).marks()
    assert here != there


async def test_words_that_a_dead_process_left_go_at_the_next_start(
    database: Database, tmp_path: Path
) -> None:
    """It died after the tap's transaction: the account is gone, the journal's words are owed."""
    family = await _family(database)
    async with database.transaction() as session:
        await erase(await as_person(session, family.child))
    async with database.sessions() as session:
        left = await left_in_tables(session, family.marks)
    assert {"entry.note", "media.file_id"} <= left
    assert not {each for each in left if each.startswith(("person.", "agreement."))}
    assert await _listing(database, tmp_path).replay() == 0
    async with database.sessions() as session:
        assert await left_in_tables(session, family.marks) == set()
    assert left_in_files(tmp_path, family.marks) == {}


async def test_an_erasure_that_is_rolled_back_is_not_listed(
    database: Database, tmp_path: Path
) -> None:
    family = await _family(database)
    listing = _listing(database, tmp_path)
    async with database.sessions() as session:
        await erase(await as_person(session, family.child))
        await session.rollback()
        await session.execute(update(Person).values(language="kk"))
        await session.commit()
    await listing.stop()
    assert Erasures(tmp_path).marks() == set()


def test_the_list_and_its_key_are_the_bots_own(tmp_path: Path) -> None:
    erasures = Erasures(tmp_path)
    erasures.add([erasures.mark("person:1")])
    assert {(tmp_path / name).stat().st_mode & 0o777 for name in (KEY, LIST)} == {0o600}
    assert b"person" not in (tmp_path / LIST).read_bytes()
    assert Erasures(tmp_path).mark("person:1") in erasures.marks()
    assert not erasures.key_is_lost
    (tmp_path / KEY).unlink()
    assert erasures.key_is_lost


def test_a_line_that_a_crash_cut_off_spoils_no_other(tmp_path: Path) -> None:
    erasures = Erasures(tmp_path)
    first, cut, last = (erasures.mark(str(number)) for number in range(3))
    erasures.add([first])
    with (tmp_path / LIST).open("a") as file:
        file.write(f"\n{cut[:20]}")
    erasures.add([last])
    assert erasures.marks() == {first, last}


async def test_it_is_found_among_many(
    database: Database, restored: Database, tmp_path: Path
) -> None:
    """As many as take part in a country, after a restore."""
    await _erased(database, await _family(database), tmp_path, by_mother=False)
    await _family(restored)
    many = 20_000
    async with restored.transaction() as session:
        await session.execute(
            insert(Person),
            [{"telegram_id": 8_000_000_000 + n, "joined_at": NOW} for n in range(many)],
        )
    assert await _listing(restored, tmp_path).replay() == 1
    async with restored.sessions() as session:
        with_account = select(func.count(Person.id)).where(Person.telegram_id > 0)
        assert await session.scalar(with_account) == many + 2
        on_record = select(func.count(Audit.id)).where(Audit.action == "person.erased")
        assert await session.scalar(on_record) == 1
