"""The ledger is what the history gives, after whatever happened in whatever order."""

import asyncio
from collections import Counter as Tally
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import URL, event, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.olzha.ledger import Counter, due, settle, write
from award.programme import Programme
from award.retention.enrolments import forget_enrolments, locked_with_journals
from award.review.decisions import approve
from storage.database import Database
from storage.tables import Enrolment, EnrolmentState, OlzhaOwner, OlzhaRow
from tests.award.olzha.played import STEPS, Play, a_play
from tests.conftest import copy_of_database

steps = st.lists(
    st.tuples(st.sampled_from(("sends", "approves", *STEPS)), st.integers(0, 200)),
    min_size=5,
    max_size=60,
)


@settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, *HealthCheck]
)
@given(steps)
def test_nothing_changes_a_history_and_leaves_the_ledger(
    migrated_sqlite: URL,
    tmp_path_factory: pytest.TempPathFactory,
    tosbelgi: Programme,
    of: list[tuple[str, int]],
) -> None:
    folder = tmp_path_factory.mktemp("play")
    asyncio.run(_played(migrated_sqlite, folder, tosbelgi, of))


async def _played(
    template: URL, folder: Path, programme: Programme, of: list[tuple[str, int]]
) -> None:
    async with copy_of_database(template, folder) as database, database.sessions() as session:
        play = await a_play(session, programme)
        for what, number in of:
            await play.step(what, number)
            assert await play.differences() == [], play.done


async def test_a_long_play_on_both_databases(session: AsyncSession, tosbelgi: Programme) -> None:
    play = await a_play(session, tosbelgi)
    chance, seen = Random(8), set[tuple[str, str, int]]()
    for number in range(120):
        await play.step(chance.choice(STEPS), chance.randrange(200))
        if number % 6 == 0:
            assert await play.differences() == [], play.done
            seen |= await play.rows()
    assert await play.differences() == []
    # Else it shows nothing.
    assert {"approves", "finds reused", "mends", "accepts", "pauses"} <= {*play.done}
    assert seen


async def _approved(play: Play, *numbers: int) -> None:
    for number in numbers:
        await play.step("sends", number)
        await play.step("approves", 0)
    assert await play.differences() == []


async def test_a_cause_taken_back_takes_its_row_back(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    play = await a_play(session, tosbelgi)
    await _approved(play, 40, 45)  # sport, and an hour and more of volunteering
    before = await play.rows()
    assert {"first_entry", "week", "volunteer_hour"} <= {reward for reward, _, _ in before}
    await play.step("marks", 1)
    assert await play.differences() == []
    assert await play.rows() - before == {("done_volunteering", "volunteering", 100)}
    await play.step("unmarks", 1)
    assert await play.differences() == []
    assert await play.rows() == before
    await play.step("finds reused", 1)
    assert await play.differences() == []
    assert "volunteer_hour" not in {reward for reward, _, _ in await play.rows()}
    await play.step("annuls", 0)
    assert await play.differences() == []
    assert await play.rows() == before


async def test_to_decide_an_entry_costs_one_statement_more(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    play = await a_play(session, tosbelgi)
    await play.step("sends", 0)
    await play.step("sends", 4)
    said: list[str] = []
    connection = await session.connection()
    event.listen(connection.sync_connection, "before_cursor_execute", lambda *a: said.append(a[2]))
    for entry in (1, 2):
        await approve(play.by(play.diary.mentor), entry)
    assert Tally("olzha" in each for each in said)[True] == 2


async def test_what_changed_while_it_was_counted_is_counted_again(
    database: Database, tosbelgi: Programme
) -> None:
    async with database.sessions() as session:
        play = await a_play(session, tosbelgi)
        await play.step("sends", 0)
        await play.step("sends", 21)
        await play.step("approves", 0)
        await session.commit()
    person = play.diary.actor.id
    async with database.sessions() as reader:
        counted = await Counter(reader, tosbelgi).differences([person])
    async with database.transaction() as session:
        play.diary = play.diary.on(session)
        await play.step("approves", 0)
    async with database.transaction() as session:
        assert await write(session, counted) == 0
    async with database.transaction() as session:
        assert await due(session) == [person]
        assert await settle(session, tosbelgi, [person]) == 1
        assert await due(session) == []
        # One that was counted by another meanwhile is not written twice.
        assert await write(session, counted) == 0


async def test_what_is_counted_at_once_by_two_is_there_once(
    database: Database, tosbelgi: Programme
) -> None:
    async with database.sessions() as session:
        play = await a_play(session, tosbelgi)
        await _approved(play, 0)
        await session.execute(OlzhaRow.__table__.delete())
        await session.commit()
    person = [play.diary.actor.id]
    async with database.sessions() as session:
        counted = await Counter(session, tosbelgi).differences(person, quietly=True)
    for _ in range(2):
        async with database.transaction() as session:
            await write(session, counted)
    async with database.transaction() as session:
        assert await Counter(session, tosbelgi).differences(person) == []
        assert not await session.scalar(select(func.count()).where(OlzhaRow.untold))


async def test_a_programme_without_olzha_empties_ledgers(
    session: AsyncSession, tosbelgi: Programme, tiny: Programme
) -> None:
    play = await a_play(session, tosbelgi)
    await _approved(play, 0)
    plain = replace(tosbelgi, olzha=None)
    await settle(session, plain, [play.diary.actor.id])
    assert await play.rows() == set()
    assert tiny.olzha is not None


async def test_what_is_erased_has_no_points(session: AsyncSession, tosbelgi: Programme) -> None:
    play = await a_play(session, tosbelgi)
    await _approved(play, 0, 21)
    which = select(Enrolment.id).where(Enrolment.id == play.diary.enrolment.id)
    await forget_enrolments(session, await locked_with_journals(session, which), play.now)
    assert await play.rows() == set()
    await settle(session, tosbelgi, [play.diary.actor.id])
    assert await play.rows() == set()


async def test_a_level_that_was_left_keeps_its_points(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    play = await a_play(session, tosbelgi)
    await _approved(play, 0)
    before = await play.rows()
    play.diary.enrolment.state = EnrolmentState.WITHDRAWN
    assert await play.differences() == []
    assert await play.rows() == before
    owner = await session.get_one(OlzhaOwner, play.diary.actor.id)
    assert owner.changes == owner.counted
