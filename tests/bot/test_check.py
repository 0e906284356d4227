"""`python -m bot check`: what is wrong, what is to mend soon, and what is fine."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.check import check
from bot.clock import Clock
from bot.settings import Settings
from sandbox.server import Sandbox
from scheduler.evidence.worker import Worker
from scheduler.jobs.jobs import TRIES
from storage.database import Database
from storage.tables import (
    Amendment,
    AmendmentSource,
    JobRun,
    Outbox,
    Person,
    Role,
    RoleKind,
    Table,
    UpdateAttempt,
)
from tests.bot.running import TOKEN, settings_of
from tests.scheduler.evidence.escapes import lacking_landlock

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
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("! job ")]
    assert lines == [
        "! job weekly-hour:Asia/Almaty of 2026-02-02 13:00 UTC was given up at 2026-02-02 15:07"
        f" UTC, begun {TRIES} times (OperationalError): look for job_failed in the log; later runs"
        " of it are not concerned"
    ]


@pytest.fixture
async def telegram() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(TOKEN)
    await sandbox.start(0)
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def sound(telegram: Sandbox, data_folder: Path) -> Settings:
    """An installation of which everything is in order."""
    settings = settings_of(data_folder, telegram.url)
    now = telegram.clock.now()

    async def operator(session: AsyncSession) -> None:
        person = Person(telegram_id=2**40, joined_at=now)
        session.add(person)
        await session.flush()
        session.add(Role(person_id=person.id, kind=RoleKind.OPERATOR, since=now))

    await _write(settings, operator)
    return settings


async def _write(settings: Settings, write: Callable[[AsyncSession], Awaitable[None]]) -> None:
    database = Database(settings.database)
    async with database.transaction() as session:
        await write(session)
    await database.close()


def _lines(capsys: pytest.CaptureFixture[str], sign: str) -> list[str]:
    return [line for line in capsys.readouterr().out.splitlines() if line.startswith(sign)]


async def test_what_is_fine_is_said(sound: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert await check(sound) == 0
    said = capsys.readouterr().out
    assert all(line.startswith("✓ ") for line in said.splitlines())
    assert said.endswith("✓ Everything is in order\n")
    for part in ("clock of this machine is right", "tzdata", "Telegram knows this bot", "award.db"):
        assert part in said


def _put(file: Path, mode: int) -> None:
    file.touch()
    file.chmod(mode)


@pytest.mark.parametrize("mode", [0o770, 0o705, 0o720, 0o666])
async def test_a_folder_or_a_file_that_others_may_use_is_wrong(
    sound: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    mode: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    env = Path(".env")
    _put(env, 0o600)
    sound.data_dir.chmod(0o750)
    assert await check(sound) == 0
    capsys.readouterr()
    _put(env, mode)
    assert await check(sound) == 1
    assert _lines(capsys, "✗") == [
        "✗ .env is open to other accounts of this machine: chmod 600 .env"
    ]
    _put(env, 0o600)
    sound.data_dir.chmod(mode | 0o700)
    assert await check(sound) == 1
    assert "is open to other accounts of this machine: chmod 700" in capsys.readouterr().out


def _set_aside(person: int, now: datetime) -> Table:
    return UpdateAttempt(update_id=7, attempts=3, last_at=now, set_aside_at=now)


def _refused(person: int, now: datetime) -> Table:
    return Outbox(
        person_id=person,
        kind="a",
        written_at=now,
        due_at=now,
        settled_at=now,
        outcome="refused",
    )


def _given_up(person: int, now: datetime) -> Table:
    return JobRun(
        job="a", due_at=now, begun_at=now, ended_at=now, attempts=TRIES, problem="OSError"
    )


def _overtaken(person: int, now: datetime) -> Amendment:
    value = {"year": 2026, "directions": ["sport"]}
    set_ = {"source": AmendmentSource.CHAT, "made_by": person, "made_at": now}
    return Amendment(part="mandatory.2026", value=value, **set_)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_set_aside, "update 7 was set aside"),
        (_refused, "1 messages could not be sent"),
        (_given_up, "job a of"),
        (_overtaken, '["sport"]}. In the file, which counts: {"year": 2026,'),
    ],
)
async def test_what_is_to_mend_soon_is_no_failure(
    sound: Settings,
    capsys: pytest.CaptureFixture[str],
    make: Callable[[int, datetime], Table],
    said: str,
) -> None:
    async def write(session: AsyncSession) -> None:
        person = (await session.scalars(select(Person.id))).one()
        session.add(make(person, Clock().now()))

    await _write(sound, write)
    assert await check(sound) == 0
    (line,) = _lines(capsys, "! ")
    assert said in line


async def test_what_the_kernel_lacks_of_the_wall_is_to_mend_soon(
    sound: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = Worker()
    lacking = await worker.lacks()  # here, and of this very machine
    worker.close()
    assert await check(sound) == 0
    (told,) = [line for line in capsys.readouterr().out.splitlines() if "behind a wall" in line]
    assert told.startswith("!" if lacking else "✓")
    assert ("lacks" in told) is bool(lacking)
    monkeypatch.setattr("bot.check.Worker", partial(Worker, wall=lacking_landlock))
    assert await check(sound) == 0
    (told,) = [line for line in _lines(capsys, "!") if "wall" in line]
    assert "lacks Landlock:" in told


@pytest.mark.parametrize(
    ("ahead", "code", "said"),
    [
        (timedelta(hours=1), 1, "✗ the clock of this machine is 1 h"),
        (timedelta(days=-5 * 365), 1, "✗ the clock of this machine is 1825 d"),
        (timedelta(seconds=60), 0, "! the clock of this machine is"),
    ],
)
async def test_a_clock_that_is_off_is_named(
    sound: Settings,
    capsys: pytest.CaptureFixture[str],
    ahead: timedelta,
    code: int,
    said: str,
) -> None:
    clock = Clock()
    clock.move_to(clock.now() + ahead)
    assert await check(sound, clock) == code
    (line,) = _lines(capsys, said[:1])
    assert line.startswith(said)
    assert ("ahead of" if ahead > timedelta(0) else "behind") in line


async def test_what_a_clock_ahead_has_written_is_named(
    sound: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    later = Clock().now() + timedelta(days=5 * 365)

    async def write(session: AsyncSession) -> None:
        session.add(JobRun(job="a", due_at=later, begun_at=later, ended_at=later))

    await _write(sound, write)
    assert await check(sound) == 0
    assert "✓ 1 runs of jobs are of a clock that was ahead" in capsys.readouterr().out


async def test_telegram_out_of_reach_is_wrong(
    sound: Settings, telegram: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    await telegram.stop()
    assert await check(sound) == 1
    (line,) = _lines(capsys, "✗ ")
    assert "Telegram cannot be reached" in line


async def test_a_database_that_is_damaged_is_named_as_that(
    sound: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    (sound.data_dir / "award.db").write_bytes(b"what somebody wrote over it " * 1000)
    assert await check(sound) == 1
    (line,) = _lines(capsys, "✗ ")
    assert "is damaged: restore a back-up" in line


@pytest.mark.parametrize("url", ["mysql://award:secret@127.0.0.1/award", "award"])
async def test_an_address_that_leads_nowhere_is_named_and_its_password_is_not(
    sound: Settings, capsys: pytest.CaptureFixture[str], url: str
) -> None:
    assert await check(sound.model_copy(update={"database_url": url})) == 1
    (line,) = _lines(capsys, "✗ ")
    assert "DATABASE_URL is wrong" in line
    assert "secret" not in line


async def test_a_font_that_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(data_dir=tmp_path, _env_file=None)
    await check(settings, Stopped())
    assert "✗ font" not in capsys.readouterr().out
    monkeypatch.setattr("bot.check.FONT", tmp_path / "Arimo.ttf")
    assert await check(settings, Stopped()) == 1
    assert "✗ font Arimo.ttf is missing: reinstall fontpkg-arimo" in capsys.readouterr().out
