"""What all tests share: a database of either kind, and no skipping where everything is required."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Coroutine, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from secrets import token_hex

import asyncpg
import pytest
from sqlalchemy import URL, make_url
from sqlalchemy.ext.asyncio import AsyncSession

from bot.logs import set_up_logs
from bot.settings import Settings
from storage import migrate
from storage.database import Database

POSTGRES = make_url(
    os.environ.get("TEST_POSTGRES_URL") or "postgresql://postgres@127.0.0.1:5432/postgres"
)
HOW_TO_GET_POSTGRES = (
    "PostgreSQL does not answer. Get one: docker run --rm -d -p 5432:5432 "
    "-e POSTGRES_HOST_AUTH_METHOD=trust postgres:15; or name yours in TEST_POSTGRES_URL"
)


def pytest_configure() -> None:
    # As it logs for real: plain tracebacks, without the values that were at hand.
    set_up_logs(Settings(_env_file=None))


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
    name = f"award_test_{token_hex(4)}"
    try:
        _in_a_loop_of_its_own(_administer(f"CREATE DATABASE {name} TEMPLATE template0"))
    except (
        OSError,
        asyncpg.PostgresConnectionError,
        asyncpg.InvalidAuthorizationSpecificationError,
    ):
        pytest.skip(HOW_TO_GET_POSTGRES)
    url = POSTGRES.set(drivername="postgresql+asyncpg", database=name)
    try:
        _in_a_loop_of_its_own(_migrate(url))
        yield url
    finally:
        _in_a_loop_of_its_own(_administer(f"DROP DATABASE {name} WITH (FORCE)"))


@asynccontextmanager
async def copy_of_database(
    template: URL, folder: Path, *, bare: bool = False
) -> AsyncIterator[Database]:
    if template.get_backend_name() == "sqlite":
        copy = template.set(database=str(folder / "award.db"))
        if not bare:
            shutil.copy(str(template.database), folder / "award.db")
    else:
        copy = template.set(database=f"award_test_{token_hex(6)}")
        original = "template0" if bare else template.database
        await _administer(f"CREATE DATABASE {copy.database} TEMPLATE {original}")
    database = Database(copy.render_as_string(hide_password=False))
    try:
        yield database
    finally:
        await database.close()
        if not database.is_sqlite:
            await _administer(f"DROP DATABASE {copy.database} WITH (FORCE)")


async def _migrate(url: URL) -> None:
    database = Database(url.render_as_string(hide_password=False))
    await migrate.upgrade(database)
    await database.close()


async def _administer(statement: str) -> None:
    server = POSTGRES.set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(server, timeout=5)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def _in_a_loop_of_its_own(work: Coroutine[None, None, None]) -> None:
    """Fixtures of the whole session live longer than the event loop of any test."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()
