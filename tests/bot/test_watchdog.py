"""systemd is told that the loop turns, and hears nothing of one that stands still."""

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.watchdog import PART, tell, watched

PATIENCE = 0.3  # seconds


@pytest.fixture
def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """What listens in its place."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as here:
        here.bind(str(tmp_path / "notify"))
        here.settimeout(10)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        monkeypatch.setenv("WATCHDOG_USEC", str(round(PATIENCE * 1e6)))
        yield here


async def _told(systemd: socket.socket) -> str:
    return (await asyncio.to_thread(systemd.recv, 100)).decode()


async def test_it_is_told_again_and_again_while_the_loop_turns(systemd: socket.socket) -> None:
    with watched():
        await _is_told(systemd)


async def _is_told(systemd: socket.socket) -> None:
    assert [await _told(systemd) for _ in range(4)] == ["READY=1"] + ["WATCHDOG=1"] * 3
    # A loop that stands still tells nothing: systemd would have waited in vain.
    systemd.setblocking(False)
    with suppress(BlockingIOError):
        while True:
            systemd.recv(100)
    time.sleep(PATIENCE + PATIENCE / PART)  # noqa: ASYNC251 - this is what stands still
    with pytest.raises(BlockingIOError):
        systemd.recv(100)


def test_without_systemd_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    tell("READY=1")
    monkeypatch.setenv("NOTIFY_SOCKET", "/nowhere/there")
    tell("READY=1")
