"""Portfolios that are owed: one at a time, once an hour, over deaths and out of scope."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.budget import COSTLY_EVERY
from award.access.lookup import find_actor
from award.errors import NotFound, Refusal
from award.portfolio.orders import (
    FIRST_WAIT,
    GIVE_UP,
    LEASE,
    LONGEST_WAIT,
    ask,
    claim,
    may_read,
    own_begun,
    put_off,
    settle,
)
from award.programme import Programme
from storage.database import Database
from storage.tables import PortfolioOrder, PortfolioOutcome
from tests.acting import acting
from tests.award.journal.diary import NOW, Diary, a_diary


@pytest.fixture
async def diary(session: AsyncSession, tosbelgi: Programme) -> Diary:
    return await a_diary(session, tosbelgi)


def at_of(diary: Diary) -> Acting:
    return acting(diary.session, diary.actor, NOW, diary.programme)


async def test_once_an_hour_and_one_at_a_time(diary: Diary) -> None:
    at = at_of(diary)
    order = await ask(at, diary.enrolment.id)
    with pytest.raises(Refusal) as waiting:
        await ask(replace(at, now=NOW + 2 * COSTLY_EVERY), diary.enrolment.id)
    assert waiting.value.key == "portfolio-being-made"
    await settle(diary.session, order.id, PortfolioOutcome.SENT, NOW)
    with pytest.raises(Refusal) as lately:
        await ask(at, diary.enrolment.id)
    assert lately.value.key == "portfolio-lately"
    await ask(replace(at, now=NOW + COSTLY_EVERY), diary.enrolment.id)


async def test_not_before_the_journal_has_begun(diary: Diary) -> None:
    diary.enrolment.started_on = None
    await diary.session.flush()
    for asked in (ask(at_of(diary), diary.enrolment.id), own_begun(at_of(diary))):
        with pytest.raises(Refusal) as early:
            await asked
        assert early.value.key == "portfolio-not-begun"


async def test_what_is_erased_is_nobodys(diary: Diary) -> None:
    diary.enrolment.erased_at = NOW
    await diary.session.flush()
    with pytest.raises(NotFound):
        await ask(at_of(diary), diary.enrolment.id)


async def test_it_is_one_process_s_until_that_is_dead(
    database: Database, tosbelgi: Programme
) -> None:
    async with database.sessions() as session:
        diary = await a_diary(session, tosbelgi)
        await ask(at_of(diary), diary.enrolment.id)
        await session.commit()
    async with database.transaction() as session:
        first = await claim(session, NOW)
    async with database.transaction() as session:
        assert await claim(session, NOW + LEASE / 2) is None
        again = await claim(session, NOW + LEASE)
    assert first == again


async def test_it_waits_longer_each_time_and_is_given_up_at_last(diary: Diary) -> None:
    await ask(at_of(diary), diary.enrolment.id)
    now, waits = NOW, list[dt.timedelta]()
    for tries in range(GIVE_UP):
        order = await claim(diary.session, now)
        assert order is not None
        assert order.tries == tries
        if not await put_off(diary.session, order, now):
            break
        row = await diary.session.get_one(PortfolioOrder, order.id, populate_existing=True)
        assert row.again_at is not None
        assert await claim(diary.session, row.again_at - dt.timedelta(seconds=1)) is None
        waits.append(row.again_at - now)
        now = row.again_at
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (FIRST_WAIT, LONGEST_WAIT)
    outcome = select(PortfolioOrder.outcome)
    assert await diary.session.scalar(outcome) is PortfolioOutcome.FAILED


async def test_a_consent_that_ends_ends_it(diary: Diary) -> None:
    await ask(at_of(diary), diary.enrolment.id)
    at = at_of(diary)
    assert await may_read(at, diary.enrolment.id)
    stranger = await find_actor(diary.session, NOW, person_id=diary.stranger.id)
    assert stranger is not None
    assert not await may_read(replace(at, actor=stranger), diary.enrolment.id)
    diary.enrolment.erased_at = NOW
    await diary.session.flush()
    assert not await may_read(at, diary.enrolment.id)
