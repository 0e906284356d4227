"""Starting and stopping: what starting again would not mend ends it, what passes is waited for."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.run import run
from bot.sandbox import run_sandbox
from bot.settings import Settings
from bot.starting import held
from sandbox.server import Sandbox
from storage.database import Database
from tests import postgresql
from tests.bot.running import SOON, TOKEN, logged, running, settings_of

HOUSE = Path(__file__).parents[2]
NAMES = [name.upper() for name in Settings.model_fields]

Wrong = Callable[[Path], dict[str, object]]


@pytest.fixture
async def telegram() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(TOKEN)
    await sandbox.start(0)
    yield sandbox
    await sandbox.stop()


def _broken_programme(folder: Path) -> dict[str, object]:
    (folder / "programme").mkdir()
    (folder / "programme" / "programme.yaml").write_text("name: [", "utf-8")
    return {"programme": folder / "programme"}


def _no_programme(folder: Path) -> dict[str, object]:
    return {"programme": folder / "nowhere"}


def _no_secret(_folder: Path) -> dict[str, object]:
    return {"webhook_url": "https://bot.example.kz"}


def _damaged(folder: Path) -> dict[str, object]:
    (folder / "award.db").write_bytes(b"what somebody wrote over it " * 1000)
    return {}


def _unknown_driver(_folder: Path) -> dict[str, object]:
    return {"database_url": "mysql://award:password@127.0.0.1/award"}


def _no_address(_folder: Path) -> dict[str, object]:
    return {"database_url": "award"}


def _no_folder(folder: Path) -> dict[str, object]:
    (folder / "file").touch()
    return {"data_dir": folder / "file" / "data"}


WRONG: dict[str, tuple[Wrong, str]] = {
    "programme broken": (_broken_programme, "programme: "),
    "programme missing": (_no_programme, "PROGRAMME "),
    "webhook without a secret": (_no_secret, "WEBHOOK_SECRET"),
    "database damaged": (_damaged, "is damaged: restore a back-up"),
    "driver unknown": (_unknown_driver, "DATABASE_URL"),
    "no address": (_no_address, "DATABASE_URL"),
    "folder cannot be made": (_no_folder, "cannot be written"),
}


@pytest.mark.parametrize(("make", "said"), WRONG.values(), ids=WRONG)
async def test_what_starting_again_would_not_mend_ends_with_2_and_one_line(
    telegram: Sandbox,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    make: Wrong,
    said: str,
) -> None:
    settings = settings_of(tmp_path, telegram.url).model_copy(update=make(tmp_path))
    assert await run(settings) == 2
    line, *rest = capsys.readouterr().err.splitlines()
    assert said in line
    assert "password" not in line.replace("user:password", "")
    assert not rest


async def test_a_database_of_a_newer_version_ends_it(
    telegram: Sandbox, data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = settings_of(data_folder, telegram.url)
    database = Database(settings.database)
    async with database.transaction() as session:
        await session.execute(text("UPDATE alembic_version SET version_num = '9999_of_tomorrow'"))
    await database.close()
    assert await run(settings) == 2
    assert "newer version" in capsys.readouterr().err


@pytest.mark.parametrize("migrated", ["postgresql"], indirect=True)
async def test_a_database_that_is_not_there_ends_it(
    database: Database, telegram: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = database.url.set(database="award_nowhere").render_as_string(hide_password=False)
    assert await run(settings_of(tmp_path, telegram.url, database_url=url)) == 2
    assert "there is no database" in capsys.readouterr().err


async def test_a_token_that_is_refused_ends_it(
    data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Sandbox("43:another-token-than-that-of-the-bot")
    await other.start(0)
    try:
        assert await asyncio.wait_for(run(settings_of(data_folder, other.url)), SOON) == 2
    finally:
        await other.stop()
    assert "refuses BOT_TOKEN" in capsys.readouterr().err


async def test_the_sandbox_ends_with_2_as_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _damaged(tmp_path)
    assert await run_sandbox(Settings(_env_file=None), 0, tmp_path, "empty") == 2
    assert "is damaged" in capsys.readouterr().err


def test_the_service_is_not_started_again_after_2() -> None:
    unit = (HOUSE / "deploy" / "award-bot.service").read_text("utf-8")
    assert re.search(r"(?m)^Restart=always$", unit)
    assert re.search(r"(?m)^RestartPreventExitStatus=2$", unit)


async def test_telegram_that_is_away_at_the_start_is_waited_for(
    data_folder: Path, unused_tcp_port: int
) -> None:
    telegram = Sandbox(TOKEN)
    settings = settings_of(data_folder, f"http://127.0.0.1:{unused_tcp_port}")
    with capture_logs() as lines:
        async with running(settings) as bot:
            away = await logged(lines, "telegram_away")
            assert away["log_level"] == "warning"
            await telegram.start(unused_tcp_port)
            try:
                await asyncio.wait_for(telegram.polled(), SOON)
                assert not bot.done()
            finally:
                bot.cancel()
                assert await bot == 0
                await telegram.stop()


async def test_a_database_that_is_away_at_the_start_is_waited_for(
    telegram: Sandbox, tmp_path: Path, unused_tcp_port: int
) -> None:
    url = f"postgresql+asyncpg://award@127.0.0.1:{unused_tcp_port}/award"
    with capture_logs() as lines:
        async with running(settings_of(tmp_path, telegram.url, database_url=url)) as bot:
            await logged(lines, "database_away")
            await logged(lines, "database_away")
            assert not bot.done()


async def test_two_on_one_folder_are_refused_on_sqlite(
    telegram: Sandbox, data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = settings_of(data_folder, telegram.url)
    async with running(settings):
        await asyncio.wait_for(telegram.polled(), SOON)
        assert await run(settings) == 2
        assert await run_sandbox(Settings(_env_file=None), 0, data_folder, "empty") == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first == second
    assert f"another process runs on DATA_DIR {data_folder}" in first


async def test_several_share_the_folder_on_postgresql(tmp_path: Path) -> None:
    url = postgresql.SERVER.set(drivername="postgresql+asyncpg").render_as_string()
    settings = settings_of(tmp_path, "http://127.0.0.1:1", database_url=url)
    with held(settings), held(settings):
        pass


@pytest.mark.long(1)
async def test_a_process_that_dies_lets_go_and_one_that_stops_in_order_ends_with_0(
    telegram: Sandbox, data_folder: Path
) -> None:
    first = await _process(telegram, data_folder)
    await asyncio.wait_for(telegram.polled(), SOON)
    second = await _process(telegram, data_folder)
    said = (await asyncio.wait_for(second.communicate(), SOON))[1].decode()
    assert second.returncode == 2
    assert "another process runs on DATA_DIR" in said
    assert "Traceback" not in said
    first.send_signal(signal.SIGKILL)
    await first.communicate()
    third = await _process(telegram, data_folder)
    await asyncio.wait_for(telegram.asked(), SOON)
    third.terminate()
    await asyncio.wait_for(third.communicate(), SOON)
    assert third.returncode == 0


async def test_commands_do_not_take_the_folder(telegram: Sandbox, data_folder: Path) -> None:
    with held(settings_of(data_folder, telegram.url)):
        command = await _process(telegram, data_folder, "jobs")
        await asyncio.wait_for(command.communicate(), SOON)
    assert command.returncode == 0


async def _process(
    telegram: Sandbox, folder: Path, command: str = "run"
) -> asyncio.subprocess.Process:
    settings = {"BOT_TOKEN": TOKEN, "BOT_API_URL": telegram.url, "DATA_DIR": str(folder)}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        command,
        env={name: value for name, value in os.environ.items() if name not in NAMES} | settings,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
