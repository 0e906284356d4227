"""`python -m bot check`: what is kept for longer than its term, and the list of erasures."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.check import check
from bot.clock import Clock
from bot.settings import Settings
from storage.database import Database
from storage.erasures import KEY, LIST, Erasures
from storage.tables import Enrolment, EnrolmentState, Person

NOW = datetime(2026, 2, 3, 7, tzinfo=UTC)


class Stopped(Clock):
    def now(self) -> datetime:
        return NOW


@pytest.fixture
def settings(database: Database, tmp_path: Path) -> Settings:
    """An installation without a token, to be asked about its data alone."""
    url = database.url.render_as_string(hide_password=False)
    return Settings(data_dir=tmp_path, database_url=url, _env_file=None)


async def _told(settings: Settings, capsys: pytest.CaptureFixture[str], about: str) -> list[str]:
    await check(settings, Stopped())
    return [line for line in capsys.readouterr().out.splitlines() if about in line]


async def test_what_is_past_its_term_is_named(
    settings: Settings, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    [fine] = await _told(settings, capsys, "longer than its term")
    assert fine.startswith("✓ nothing is kept longer")
    assert "in days: consent_withdrawn 30, refused 90, withdrawn 180" in fine
    async with database.transaction() as session:
        for number, days in enumerate((181, 183)):
            long_ago = NOW - timedelta(days=days)
            person = Person(telegram_id=number + 1, joined_at=long_ago)
            session.add(person)
            await session.flush()
            way = Enrolment(person_id=person.id, state=EnrolmentState.WITHDRAWN, begun_at=long_ago)
            way.closed_at = long_ago
            session.add(way)
    [late] = await _told(settings, capsys, "past their term")
    assert late.startswith("! rows past their term are still here (withdrawn: 1)")


async def test_a_lost_key_of_the_list_of_erasures_is_named(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    erasures = Erasures(settings.data_dir)
    erasures.add([erasures.mark("x")])
    assert await _told(settings, capsys, LIST) == []
    (settings.data_dir / KEY).unlink()
    [lost] = await _told(settings, capsys, LIST)
    assert lost.startswith(f"! {KEY} is missing beside {LIST}")
