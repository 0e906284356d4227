"""`python -m bot olzha`: everybody's points counted anew, and told to nobody."""

from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from award.olzha.telling import tell_of_trophies
from award.programme import Programme, load
from bot.olzha import olzha
from bot.settings import SHIPPED_PROGRAMME, Settings
from storage.database import Database
from storage.tables import OlzhaRow
from tests.award.olzha.played import LATER, a_play


@pytest.fixture(scope="module")
def tosbelgi() -> Programme:
    return load(SHIPPED_PROGRAMME)


async def test_it_puts_right_what_differs(
    database: Database,
    tosbelgi: Programme,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with database.sessions() as session:
        play = await a_play(session, tosbelgi)
        for number in (40, 43):
            await play.step("sends", number)
            await play.step("approves", 0)
        await session.commit()
    url = database.url.render_as_string(hide_password=False)
    settings = Settings(data_dir=tmp_path, database_url=url, _env_file=None)

    assert await olzha(settings, everybody=False) == 0
    assert "with a ledger: 1. History changed since: 1." in capsys.readouterr().out
    for put_right in (1, 0):
        assert await olzha(settings, everybody=True) == 0
        assert f"put right: {put_right}\n" in capsys.readouterr().out
    async with database.transaction() as session:
        points = await session.scalar(select(func.sum(OlzhaRow.points)))
        await session.execute(update(OlzhaRow).values(points=1))
    assert await olzha(settings, everybody=True) == 0
    async with database.transaction() as session:
        assert await session.scalar(select(func.sum(OlzhaRow.points))) == points
        assert await tell_of_trophies(session, LATER) == 0


async def test_a_programme_without_has_nothing_to_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = Settings(_env_file=None).programme
    for file in shipped.iterdir():
        if file.name != "olzha.yaml":
            (tmp_path / file.name).symlink_to(file)
    assert await olzha(Settings(programme=tmp_path, _env_file=None), everybody=True) == 0
    assert "there are no points" in capsys.readouterr().out
