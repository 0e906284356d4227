"""Two files on one sheet: what Telegram gives of them, in a process that goes when it is done."""

import asyncio
from collections.abc import Awaitable, Callable
from io import BytesIO
from multiprocessing import active_children

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetFile
from PIL import Image

from evidence.side_by_side import Half
from scheduler.evidence import comparison_sheets
from scheduler.evidence.comparison_sheets import Sheets
from scheduler.evidence.examination import TooBig
from tests.evidence.pictures import picture

HALF = Half("Қазіргі жазба", "2026 ж. 12 наурыз", "Бұл файлды көрсету мүмкін болмады")
KEPT = {"new": picture(size=(400, 300)), "old": picture(size=(300, 400)), "small": picture()}


def fetching(*, slow: str = "") -> Callable[[str], Awaitable[bytes]]:
    """Telegram, that has some files."""

    async def fetch(file_id: str) -> bytes:
        if file_id == slow:
            await asyncio.Event().wait()
        if file_id == "large":
            raise TooBig
        if file_id not in KEPT:
            raise TelegramNetworkError(GetFile(file_id=file_id), "gone")
        return KEPT[file_id]

    return fetch


async def composed(made: Sheets, new: str, *stored: str) -> tuple[int, int] | None:
    """The sheet's size, of the new file and the first that can be had for the stored one."""
    data = await made.compose([new], stored, HALF, HALF)
    if data is None:
        return None
    with Image.open(BytesIO(data)) as sheet:
        return sheet.size


async def test_both_or_the_one_that_can_be_had() -> None:
    made = Sheets(fetching())
    both = await composed(made, "new", "old")
    assert both is not None
    assert await composed(made, "new", "large", "small") is not None
    alone = await composed(made, "new", "gone")
    assert alone not in (None, both)
    assert await composed(made, "gone", "large") is None
    assert await composed(made, "gone") is None


async def test_one_who_waits_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison_sheets, "PATIENCE", 0.01)
    made = Sheets(fetching(slow="old"))
    assert await composed(made, "new", "old") is not None


async def test_the_process_is_there_only_while_it_is_wanted() -> None:
    before = len(active_children())
    made = Sheets(fetching())
    sizes = await asyncio.gather(*(composed(made, "new", "old") for _ in range(3)))
    assert sizes == [sizes[0]] * 3
    while len(active_children()) > before:  # noqa: ASYNC110  it has no event
        await asyncio.sleep(0.01)


async def test_what_is_too_heavy_is_left_out() -> None:
    made = Sheets(fetching())
    made.worker.seconds = 1e-4
    assert await composed(made, "new", "old") is None
