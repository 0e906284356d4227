"""No update takes long, however much there is: few calls, few statements, little computing at once.

Whoever has most is built (`world.py`), and all that they can come to is tapped (`crawl.py`).
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import URL
from structlog.testing import capture_logs

from award.programme import load
from bot.clock import Clock
from bot.commands import COMMANDS
from bot.settings import SHIPPED_PROGRAMME
from handlers.mentoring.tasks import NewTask
from handlers.review.card import ReviewDo, ReviewTap
from handlers.ui.forms import MOST_OPEN
from locales import texts
from tests.conftest import copy_of_database
from tests.largest import world as people
from tests.largest.crawl import AT_ONCE, Crawl
from tests.largest.measured import Measured, Taken, measured
from tests.largest.world import build

CALLS, STATEMENTS = 10, 60


@pytest.fixture(scope="module")
def built(migrated_sqlite: URL, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database, once for all of these tests."""
    folder = tmp_path_factory.mktemp("largest")
    with ThreadPoolExecutor(1) as thread:  # the tests' loop is not disturbed
        thread.submit(asyncio.run, _write(migrated_sqlite, folder)).result()
    return folder / "award.db"


async def _write(migrated: URL, folder: Path) -> None:
    async with copy_of_database(migrated, folder) as database, database.transaction() as session:
        await build(session, load(SHIPPED_PROGRAMME), Clock().now())


@pytest.fixture
async def largest(
    built: Path, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Measured]:
    shutil.copy(built, data_folder / "award.db")
    async with measured(data_folder, monkeypatch) as service:
        yield service


# Lists that count all that waits within a scope, which SQLite does in one statement: to be quicker.
_COUNTED = {"[go:directory]", "Directory:lists [list]"}


def _beyond(took: Mapping[str, Taken]) -> dict[str, str]:
    """What took more than it may."""
    return {
        name: f"{len(each.calls)} calls, {len(each.statements)} + {len(each.beside)} statements,"
        f" {1000 * each.longest:.0f} ms at once"
        for name, each in took.items()
        if len(each.calls) > CALLS
        or max(len(each.statements), len(each.beside)) > STATEMENTS
        or each.longest > (1 if name in _COUNTED else AT_ONCE)
    }


@pytest.mark.parametrize(
    "who",
    [
        {"MENTOR": 90, "EXPERT": 60, "HEAD": 100, "COORDINATOR": 70, "OPERATOR": 120, "PARENT": 55},
        {"CHAIR": 60, "SECRETARY": 50, "MEMBER": 50, "WINNER": 45},
        {"GIRL": 70, "APPLICANT": 75, "UNSIGNED": 45, "PAUSED": 45, "DONE": 40}
        | {"ORGANISER": 35, "STRANGER": 30},
    ],
    ids=["those who see to others", "those who decide", "those who take part"],
)
async def test_whatever_one_comes_to_takes_little(
    largest: Measured, who: Mapping[str, int]
) -> None:
    """Of each person at least so many kinds of updates were handled."""
    commands = [f"/{command}" for command in (*COMMANDS, "review")]
    known: set[str] = set()
    beyond: dict[str, str] = {}
    with capture_logs() as logs:
        for name, least in who.items():
            took = await Crawl(largest, getattr(people, name), known).all(*commands)
            assert len(took) >= least, name
            beyond |= {f"{name}: {each}": of for each, of in _beyond(took).items()}
    assert not beyond
    failed = {"update_failed", "screen_failed"}
    assert not [each for each in logs if each["event"] in failed]


async def test_forms_left_half_filled_in_are_so_many_and_no_more(largest: Measured) -> None:
    """A mentor who begins one thing after another, and ends none of them."""
    crawl = Crawl(largest, people.MENTOR)
    words = ReviewTap(do=ReviewDo.WORDS, entry=people.LARGEST, value=ReviewDo.RETURN).pack()
    task = NewTask(enrolment=people.ENROLMENT).pack()
    card = (await crawl.send("/review")).screens[-1]
    alerts: set[str] = set()
    for number in range(2 * MOST_OPEN):
        alerts.update((await crawl.tap(card, (words, task)[number % 2])).alerts)
    assert alerts == {texts("kk").plain("refused-forms-open", most=MOST_OPEN)}
    mine = f"key LIKE '%:{people.MENTOR}:{people.MENTOR}:%'"
    [[rows]] = await largest.marks.run(f"SELECT count(*) FROM conversation WHERE {mine}")
    assert rows <= MOST_OPEN + 2  # each open window, which of them is on top, what came lately
    await crawl.send("/cancel")  # as it says
    taken = await crawl.tap(card, task)
    assert not taken.alerts
    assert taken.screens
