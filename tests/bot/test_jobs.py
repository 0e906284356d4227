"""`python -m bot jobs`: what it says of a database in which jobs have run, failed and been late."""

import asyncio
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.clock import Clock
from bot.jobs import jobs, span
from bot.settings import Settings
from storage.database import Database
from storage.tables import JobRun
from tests.conftest import copy_of_database

NOW = datetime(2026, 2, 3, 7, 0, 30, tzinfo=UTC)  # Tuesday noon in Almaty
NIGHT = datetime(2026, 2, 2, 22, 30, tzinfo=UTC)  # that night, at 03:30


class Stopped(Clock):
    def now(self) -> datetime:
        return NOW


def _settings(database: Database, folder: Path) -> Settings:
    url = database.url.render_as_string(hide_password=False)
    return Settings(data_dir=folder, database_url=url, _env_file=None)


async def _listed(
    database: Database, folder: Path, capsys: pytest.CaptureFixture[str]
) -> dict[str, list[str]]:
    """The cells of each job's line."""
    assert await jobs(_settings(database, folder), Stopped()) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert re.split(r"  +", head) == ["job", "next", "last", "late", "did", "in 30 days"]
    return {cells[0]: cells[1:] for cells in (re.split(r"  +", line) for line in lines)}


async def test_jobs_that_have_run(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(job: str, nights_ago: int, late: float, **how: object) -> JobRun:
        due_at = NIGHT - timedelta(days=nights_ago)
        begun_at = due_at + timedelta(seconds=late)
        return JobRun(
            **{"job": job, "due_at": due_at, "begun_at": begun_at, "ended_at": begun_at, **how}
        )

    async with database.transaction() as session:
        session.add_all(
            [
                run("forget-updates", 1, 7500, count=8),
                run("forget-updates", 0, 1, count=12),
                run("forget-updates", 40, 99_999, count=1),
                run("forget-attempts", 1, 90_000, problem="too late"),
                run("forget-attempts", 0, 61, problem="OperationalError"),
                run("forget-invitations", 0, 1, problem="OSError", ended_at=None),
                run("forget-notices", 0, 1, ended_at=None),
                run("forget-runs", 0, 0, problem="first seen"),
            ]
        )
    listed = await _listed(database, tmp_path, capsys)
    next_, last = "Wed 04 Feb 03:30", "Tue 03 Feb 03:30"
    in_time = "1 runs, at most 1 s late"
    assert {job: cells for job, cells in listed.items() if job.startswith("forget-")} == {
        "forget-updates": [next_, last, "1 s", "12", "2 runs, at most 2 h 5 min late"],
        "forget-attempts": [
            next_,
            last,
            "1 min 1 s",
            "OperationalError",
            "2 runs, at most 1 d 1 h late, 1 failed, 1 too late",
        ],
        "forget-invitations": [
            next_,
            last,
            "1 s",
            "OSError, is tried again",
            f"{in_time}, 1 failed",
        ],
        "forget-notices": [next_, last, "1 s", "is running", in_time],
        "forget-runs": [next_, "never"],
        "forget-people": [next_, "never"],
        "forget-conversations": [next_, "never"],
    }


async def test_a_database_without_tables_is_told_what_to_do(
    bare_database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await jobs(_settings(bare_database, tmp_path), Stopped()) == 1
    assert "python -m bot migrate" in capsys.readouterr().out


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
async def test_from_the_command_line(migrated: URL, tmp_path: Path) -> None:
    async with copy_of_database(migrated, tmp_path):
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "jobs"),
            env={"DATA_DIR": str(tmp_path), "PATH": ""},
            stdout=asyncio.subprocess.PIPE,
        )
        said, _ = await process.communicate()
    assert process.returncode == 0
    assert b"forget-updates" in said


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (-5, "0 s"),
        (0.4, "0 s"),
        (59, "59 s"),
        (60, "1 min"),
        (3661, "1 h 1 min"),
        (3601, "1 h"),
        (90_061, "1 d 1 h"),
    ],
)
def test_spans(seconds: float, shown: str) -> None:
    assert span(timedelta(seconds=seconds)) == shown
