"""What all tests share: a database of either kind, and no skipping where everything is required."""

import asyncio
import gc
import os
import shutil
import socket
from collections.abc import AsyncIterator, Coroutine, Generator, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

import hypothesis
import pytest
from sqlalchemy import URL
from sqlalchemy.ext.asyncio import AsyncSession

from bot.logs import set_up_logs
from bot.settings import Settings
from scheduler.evidence import worker
from scheduler.evidence.serving import serve
from storage import migrate
from storage.database import Database
from tests import dialects, postgresql
from tests.libraries import PLAIN

T = TypeVar("T")
# Who lends copies of a template, by its name.
_lenders: dict[str, postgresql.Lender] = {}
PORTS = 1000  # of one worker of pytest-xdist
_given: set[int] = set()
workshop = get_context("forkserver")


def pytest_configure() -> None:
    gc.disable()  # until all tests are collected, of which nothing is to be thrown away
    # As it logs for real: plain tracebacks, without the values that were at hand.
    set_up_logs(Settings(_env_file=None))
    dialects.share()
    workshop.set_forkserver_preload(["tests.warm"])
    worker.start = _forked
    # Hypothesis takes a busy machine for a slow test: to make its tables of letters takes seconds.
    hypothesis.settings.register_profile(
        "busy", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
    )
    hypothesis.settings.load_profile("busy")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # A long one that begins last is waited for alone.
    items.sort(key=_length, reverse=True)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop() -> None:
    gc.freeze()
    gc.enable()


def _length(item: pytest.Item) -> int:
    long = item.get_closest_marker("long")
    return long.args[0] if long else 0


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _require(report)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _require(report)
    return report


def _require(report: pytest.TestReport | pytest.CollectReport) -> None:
    if os.environ.get("REQUIRE_ALL") != "1" or not report.skipped or hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
    report.outcome = "failed"
    report.longrepr = f"REQUIRE_ALL=1 lets nothing be skipped. {reason}"


@pytest.fixture
def anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Worker processes begin as the bot's do: for what asks what is in them, or how they end."""
    monkeypatch.setattr(worker, "start", worker.anew)


def _forked(pipe: Connection, _environment: Mapping[str, str]) -> worker.Process:
    process = workshop.Process(target=serve, args=(pipe,), daemon=True)
    process.start()
    return process


@pytest.fixture
def unused_tcp_port(worker_id: str) -> int:
    """A port that nobody listens on, of this worker alone.

    It is none of those that the system gives to connections that are made: between a port that was
    free a moment ago and a server on it, any test beside this one may be given it.
    """
    number = int(worker_id.removeprefix("gw")) if worker_id.startswith("gw") else 0
    first = 20_000 + PORTS * number
    for port in range(first, first + PORTS):
        if port in _given:
            continue
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                continue
        _given.add(port)
        return port
    pytest.fail(f"No port is free from {first} on")


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated(request: pytest.FixtureRequest) -> URL:
    """A migrated database without a row, to be copied and never written to.

    A test for one kind alone: `@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)`.
    """
    template: URL = request.getfixturevalue(f"migrated_{request.param}")
    return template


@pytest.fixture
async def database(migrated: URL, tmp_path: Path) -> AsyncIterator[Database]:
    """A migrated database of the test's own, once on SQLite and once on PostgreSQL."""
    async with copy_of_database(migrated, tmp_path) as copy:
        yield copy


@pytest.fixture
async def bare_database(migrated: URL, tmp_path: Path) -> AsyncIterator[Database]:
    """A database of the test's own without any table, on SQLite and on PostgreSQL."""
    async with copy_of_database(migrated, tmp_path, bare=True) as bare:
        yield bare


@pytest.fixture
def data_folder(migrated_sqlite: URL, tmp_path: Path) -> Path:
    """A folder for a bot's data, with a migrated database: to migrate takes longer than a story."""
    _copy_sqlite(migrated_sqlite, tmp_path)
    return tmp_path


@pytest.fixture
async def session(database: Database) -> AsyncIterator[AsyncSession]:
    """A session on `database` that has not begun a transaction."""
    async with database.sessions() as session:
        yield session


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> URL:
    url = URL.create(
        "sqlite+aiosqlite", database=str(tmp_path_factory.mktemp("template") / "template.db")
    )
    _in_a_loop_of_its_own(_migrate(url))
    return url


@pytest.fixture(scope="session")
def migrated_postgresql() -> Iterator[URL]:
    try:
        name = _in_a_loop_of_its_own(postgresql.make("template0"))
    except postgresql.NO_ANSWER:
        pytest.skip(postgresql.HOW_TO_GET_POSTGRES)
    url = postgresql.named(name)
    try:
        _in_a_loop_of_its_own(_migrate(url))
        yield url
    finally:
        if (lender := _lenders.pop(name, None)) is not None:
            _in_a_loop_of_its_own(lender.close())
        _in_a_loop_of_its_own(postgresql.remove(name))


@asynccontextmanager
async def copy_of_database(
    template: URL, folder: Path, *, bare: bool = False
) -> AsyncIterator[Database]:
    async with _copy(template, folder, bare) as url:
        database = Database(url.render_as_string(hide_password=False), plain=PLAIN)
        try:
            yield database
        finally:
            await database.close()


@asynccontextmanager
async def _copy(template: URL, folder: Path, bare: bool) -> AsyncIterator[URL]:
    if template.get_backend_name() == "sqlite":
        if not bare:
            _copy_sqlite(template, folder)
        yield template.set(database=str(folder / "award.db"))
    elif bare:
        async with postgresql.made("template0") as url:
            yield url
    else:
        name = str(template.database)
        lender = _lenders.setdefault(name, postgresql.Lender(name))
        async with lender.lent() as url:
            yield url


def _copy_sqlite(template: URL, folder: Path) -> None:
    shutil.copy(str(template.database), folder / "award.db")


async def _migrate(url: URL) -> None:
    database = Database(url.render_as_string(hide_password=False))
    await migrate.upgrade(database)
    await database.close()


def _in_a_loop_of_its_own(work: Coroutine[None, None, T]) -> T:
    """Fixtures of the whole session live longer than the event loop of any test."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
