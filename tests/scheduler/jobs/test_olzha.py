"""The hourly job counts whoever changed and tells of trophies, each once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from award.amendments.in_force import InForce
from award.outbox import NoticeKind
from award.programme import Programme, load
from bot.settings import SHIPPED_PROGRAMME
from scheduler.jobs.olzha import count_and_tell, olzha
from storage.database import Database
from storage.tables import Outbox
from tests.award.olzha.played import a_play


@pytest.fixture(scope="module")
def tosbelgi() -> Programme:
    return load(SHIPPED_PROGRAMME)


async def test_who_changed_is_counted_and_told_once(
    database: Database, tosbelgi: Programme
) -> None:
    async with database.sessions() as session:
        play = await a_play(session, tosbelgi)
        await play.step("sends", 40)
        await play.step("approves", 0)
        await session.commit()
    assert await count_and_tell(database, tosbelgi, play.now) == 2
    for hours in (0, 1, 24 * 8):
        assert await count_and_tell(database, tosbelgi, play.now + timedelta(hours=hours)) == 0
    async with database.sessions() as session:
        told = select(func.count()).where(Outbox.kind == NoticeKind.TROPHIES)
        assert await session.scalar(told) == 1


def test_a_programme_without_olzha_has_no_job(database: Database, tosbelgi: Programme) -> None:
    assert [job.id for job in olzha(database, InForce(tosbelgi))] == ["olzha"]
    assert olzha(database, InForce(replace(tosbelgi, olzha=None))) == ()
