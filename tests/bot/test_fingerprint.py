"""After an upgrade of the method everything is fingerprinted again, nothing twice and none lost."""

import asyncio
import sys
from pathlib import Path

import pytest
from sqlalchemy import select, update

from award.evidence.examination import Unexamined
from bot import bar
from bot import fingerprint as command
from bot.fingerprint import STOPPED, Tally, fingerprint
from evidence.inspect import Looked
from evidence.photos import METHOD
from scheduler.evidence.examination import Reading
from storage.tables import Fingerprint, Media
from tests.evidence.pictures import picture
from tests.journeys.people import Phone
from tests.journeys.world import World
from tests.scheduler.conftest import calls

OLDER = METHOD + 100


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "PER_SECOND", 1000.0)
    monkeypatch.setattr(command, "PAUSES", (0.0, 0.0, 0.0))
    monkeypatch.setattr(command, "ABREAST", 1)  # so that it is known which is which


@pytest.fixture
async def older(world: World, aruzhan: Phone) -> list[int]:
    """Three photos, fingerprinted by an older method and compared, newest first; the bot stops."""
    for number in range(3):
        await aruzhan.send(picture(size=(640, 480)), text=f"running 4{number} min")
        await aruzhan.sees(f"4{number} min", new=True)
    while await world.bot.examination.examine_next():
        continue
    while await world.bot.comparison.compare_next():
        continue
    await world.stop_bot()
    async with world.bot.database.transaction() as session:
        await session.execute(update(Fingerprint).values(method=OLDER))
        await session.execute(update(Media).values(method=OLDER))
        return list(await session.scalars(select(Media.id).order_by(Media.id.desc())))


async def found(world: World) -> dict[int, tuple[int, bool]]:
    """By media id: the method of its one fingerprint; whether it has been compared."""
    async with world.bot.database.transaction() as session:
        rows = (
            await session.execute(
                select(Media.id, Media.method, Fingerprint.method, Media.compared_at).join(
                    Fingerprint, Fingerprint.media_id == Media.id
                )
            )
        ).all()
    assert len({row[0] for row in rows}) == len(rows)
    assert all(row[1] == row[2] for row in rows)
    return {row[0]: (row[2], row[3] is not None) for row in rows}


async def test_it_counts_and_leaves_all_as_it_is(
    world: World, older: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert await fingerprint(world.settings, everything=False) == 0
    assert "older method: 3" in capsys.readouterr().out
    assert await found(world) == dict.fromkeys(older, (OLDER, True))


async def test_all_have_the_new_fingerprint_and_wait_to_be_compared(
    world: World, older: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert await fingerprint(world.settings, everything=True) == 0
    assert await found(world) == dict.fromkeys(older, (METHOD, False))
    assert "Fingerprinted again: 3\n" in capsys.readouterr().out
    fetched = await calls(world, "getFile")
    assert await fingerprint(world.settings, everything=True) == 0
    assert await calls(world, "getFile") == fetched  # nothing is left to do


async def test_what_telegram_has_no_longer_keeps_its_older_one(
    world: World, older: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    await world.fault("getFile", status=400, times=1)
    assert await fingerprint(world.settings, everything=True) == 0
    assert await found(world) == {
        older[0]: (OLDER, True),
        older[1]: (METHOD, False),
        older[2]: (METHOD, False),
    }
    assert "Not to be had from Telegram: 1." in capsys.readouterr().out


async def test_faults_and_limits_are_waited_out(world: World, older: list[int]) -> None:
    await world.fault("getFile", status=502, times=1)
    await world.fault("getFile", status=429, retry_after=0, times=1)
    assert await fingerprint(world.settings, everything=True) == 0
    assert await found(world) == dict.fromkeys(older, (METHOD, False))


async def test_stopped_it_goes_on_from_there(
    world: World,
    older: list[int],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    read = Reading.read
    reached = asyncio.Event()

    async def read_two(self: Reading, file: Unexamined) -> Looked:
        if file.id == older[2]:
            reached.set()
            await asyncio.sleep(60)
        return await read(self, file)

    monkeypatch.setattr(Reading, "read", read_two)
    running = asyncio.create_task(fingerprint(world.settings, everything=True))
    await reached.wait()
    running.cancel()
    assert await running == 0
    assert STOPPED in capsys.readouterr().out
    assert [(await found(world))[each][0] for each in older] == [METHOD, METHOD, OLDER]
    monkeypatch.setattr(Reading, "read", read)
    assert await fingerprint(world.settings, everything=True) == 0
    assert "older method: 1" in capsys.readouterr().out
    assert await found(world) == dict.fromkeys(older, (METHOD, False))


async def test_without_a_token_nothing_can_be_had(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = world.settings.model_copy(update={"bot_token": None})
    assert await fingerprint(settings, everything=True) == 2
    assert "BOT_TOKEN" in capsys.readouterr().err


def test_a_terminal_has_a_bar_that_grows(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    progress = Tally(3)
    for lost in (False, True, False):
        progress.took(lost=lost)
    progress.finish()
    said = capsys.readouterr().out
    bars = said.split("\r")[1:]
    assert [bar.count("█") for bar in bars] == [10, 20, 30]
    assert len({bar.count("█") + bar.count("░") for bar in bars}) == 1
    assert "66 %, 2 of 3, 1 not to be had" in bars[1]
    assert said.endswith("not compared with.\n")


def test_elsewhere_there_is_a_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter(range(0, 10_000, 25))
    monkeypatch.setattr(bar, "monotonic", lambda: float(next(clock)))
    progress = Tally(40)
    for _ in range(40):
        progress.took(lost=False)
    lines = capsys.readouterr().out.splitlines()
    assert 5 < len(lines) < 35
    assert all("\r" not in line and "of 40" in line for line in lines)


async def test_the_command_line_knows_it() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "fingerprint", "--help"),
        cwd=Path(__file__).parents[2],
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await process.communicate()
    assert "--all" in said.decode()
    assert process.returncode == 0
