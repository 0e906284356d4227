"""No update takes long, however much there is: few calls, few statements, little computing at once.

Whoever has most is built (`world.py`), and all that they can come to is tapped (`crawl.py`).
"""

import json
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from time import thread_time

import pytest
from structlog.testing import capture_logs

from award.programme import load
from bot.clock import Clock
from bot.commands import COMMANDS
from bot.settings import SHIPPED_PROGRAMME
from handlers.mentoring.tasks import NewTask
from handlers.review.card import ReviewDo, ReviewTap
from handlers.ui.forms import MOST_OPEN
from locales import texts
from storage.database import Database
from tests.largest import world as people
from tests.largest.crawl import Crawl
from tests.largest.measured import Measured, Taken, measured
from tests.largest.world import build

CALLS, STATEMENTS = 10, 60
AT_ONCE = 0.1  # seconds of computing between two awaits, on a machine of usual speed
_PIECE = 0.02  # seconds that such a machine takes for the piece of work below


@pytest.fixture
async def largest(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Measured]:
    database = Database(f"sqlite+aiosqlite:///{data_folder / 'award.db'}")
    async with database.transaction() as session:
        await build(session, load(SHIPPED_PROGRAMME), Clock().now())
    await database.close()
    async with measured(data_folder, monkeypatch) as service:
        yield service


def times_slower() -> float:
    """How many times slower than usual this machine computes now, at least once."""

    def piece() -> float:
        began = thread_time()
        rows = [{"id": n, "note": str(n) * 4, "of": n % 7} for n in range(12_000)]
        assert len(json.loads(json.dumps(sorted(rows, key=lambda row: row["note"])))) == len(rows)
        return thread_time() - began

    return max(1.0, min(piece() for _ in range(5)) / _PIECE)


def _beyond(took: Mapping[str, Taken], slower: float) -> dict[str, str]:
    """What took more than it may, on a machine so many times slower than usual."""
    return {
        name: f"{len(each.calls)} calls, {len(each.statements)} + {len(each.beside)} statements,"
        f" {1000 * each.longest:.0f} ms at once"
        for name, each in took.items()
        if len(each.calls) > CALLS
        or max(len(each.statements), len(each.beside)) > STATEMENTS
        or each.longest > AT_ONCE * slower
    }


@pytest.mark.parametrize(
    "who",
    [
        {"MENTOR": 90, "EXPERT": 60, "HEAD": 70, "COORDINATOR": 45, "OPERATOR": 110, "PARENT": 55},
        {"GIRL": 70, "APPLICANT": 80, "UNSIGNED": 45, "PAUSED": 45, "DONE": 40}
        | {"ORGANISER": 35, "STRANGER": 30},
    ],
    ids=["those who see to others", "those who take part"],
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
            before = times_slower()
            took = await Crawl(largest, getattr(people, name), known).all(*commands)
            slower = max(before, times_slower())
            assert len(took) >= least, name
            beyond |= {f"{name}: {each}": of for each, of in _beyond(took, slower).items()}
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
