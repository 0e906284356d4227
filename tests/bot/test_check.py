"""`python -m bot check`: what it says of a database whose jobs were given up."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.check import check
from bot.clock import Clock
from bot.settings import Settings
from scheduler.jobs.jobs import TRIES
from storage.database import Database
from storage.tables import JobRun

NOW = datetime(2026, 2, 3, 7, 0, 30, tzinfo=UTC)
DUE = datetime(2026, 2, 2, 13, tzinfo=UTC)


class Stopped(Clock):
    def now(self) -> datetime:
        return NOW


async def test_jobs_that_were_given_up(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(job: str, **how: object) -> JobRun:
        ended = DUE + timedelta(hours=2, minutes=7)
        given = {"due_at": DUE, "begun_at": ended, "ended_at": ended, "attempts": 1, **how}
        return JobRun(job=job, **given)

    month_ago = NOW - timedelta(days=30)
    async with database.transaction() as session:
        session.add_all(
            [
                run("weekly-hour:Asia/Almaty", attempts=TRIES, problem="OperationalError"),
                run("done", count=3),
                run("tried again", ended_at=None, problem="OSError"),
                run("missed", attempts=0, problem="too late"),
                run("new", attempts=0, problem="first seen"),
                run("old", problem="OSError", due_at=month_ago, ended_at=month_ago),
            ]
        )
    url = database.url.render_as_string(hide_password=False)
    assert (
        await check(Settings(data_dir=tmp_path, database_url=url, _env_file=None), Stopped()) == 1
    )
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("✗ job ")]
    assert lines == [
        "✗ job weekly-hour:Asia/Almaty of 2026-02-02 13:00 UTC was given up at 2026-02-02 15:07"
        f" UTC, begun {TRIES} times (OperationalError): look for job_failed in the log; later runs"
        " of it are not concerned"
    ]


async def test_a_font_that_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(data_dir=tmp_path, _env_file=None)
    await check(settings, Stopped())
    assert "font" not in capsys.readouterr().out
    monkeypatch.setattr("bot.check.FONT", tmp_path / "Arimo.ttf")
    assert await check(settings, Stopped()) == 1
    assert "✗ font Arimo.ttf is missing: reinstall fontpkg-arimo" in capsys.readouterr().out
