"""Two files on one sheet: what Telegram gives of them, in a process that goes when it is done."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from io import BytesIO
from multiprocessing import active_children
from multiprocessing.connection import Connection

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetFile
from PIL import Image

from evidence.side_by_side import Half
from scheduler.evidence import made_pictures, worker
from scheduler.evidence.examination import TooBig
from scheduler.evidence.made_pictures import MadePictures
from tests.evidence.pictures import picture

HALF = Half("Қазіргі жазба", "2026 ж. 12 наурыз", "Бұл файлды көрсету мүмкін болмады")
KEPT = {
    "text": b"words",
    "new": picture(size=(400, 300)),
    "old": picture(size=(300, 400)),
    "small": picture(),
}


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


async def composed(made: MadePictures, new: str, *stored: str) -> tuple[int, int] | None:
    """The sheet's size, of the new file and the first that can be had for the stored one."""
    data = await made.compared([new], stored, HALF, HALF)
    if data is None:
        return None
    with Image.open(BytesIO(data)) as sheet:
        return sheet.size


async def test_both_or_the_one_that_can_be_had() -> None:
    made = MadePictures(fetching())
    both = await composed(made, "new", "old")
    assert both is not None
    assert await composed(made, "new", "large", "small") is not None
    alone = await composed(made, "new", "gone")
    assert alone not in (None, both)
    assert await composed(made, "gone", "large") is None
    assert await composed(made, "gone") is None


async def test_one_who_waits_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made_pictures, "PATIENCE", 0.01)
    made = MadePictures(fetching(slow="old"))
    assert await composed(made, "new", "old") is not None


async def test_the_process_is_there_only_while_it_is_wanted() -> None:
    before = len(active_children())
    made = MadePictures(fetching())
    sizes = await asyncio.gather(*(composed(made, "new", "old") for _ in range(3)))
    assert sizes == [sizes[0]] * 3
    while len(active_children()) > before:  # noqa: ASYNC110  it has no event
        await asyncio.sleep(0.01)


async def test_what_is_a_picture_is_judged_by_its_bytes() -> None:
    made = MadePictures(fetching())
    photo = await made.portrait("old")
    assert photo is not None
    with Image.open(BytesIO(photo)) as image:
        assert (image.format, image.size) == ("JPEG", (300, 400))
    assert await made.portrait("text") is None
    assert await made.portrait("large") is None
    with pytest.raises(TelegramNetworkError):
        await made.portrait("gone")


async def test_no_picture_shares_its_process_with_another(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[None] = []
    begin = worker.start

    def counting(pipe: Connection, environment: Mapping[str, str]) -> worker.Process:
        begun.append(None)
        return begin(pipe, environment)

    monkeypatch.setattr(worker, "start", counting)
    made = MadePictures(fetching())
    assert await made.portrait("old") is not None
    assert await made.portrait("new") is not None
    assert len(begun) == 2


async def test_what_is_too_heavy_is_left_out() -> None:
    made = MadePictures(fetching(), seconds=1e-4)
    assert await composed(made, "new", "old") is None
    assert await made.portrait("old") is None
