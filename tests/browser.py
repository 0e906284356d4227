"""Debian's Chromium for tests that look at a page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from os import X_OK, access
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright, expect

CHROMIUM = Path("/usr/bin/chromium")
HOW_TO_GET_CHROMIUM = f"{CHROMIUM} is missing. Get it: sudo apt-get install chromium"
PICTURES = Path("artifacts")
expect.set_options(timeout=60_000)  # ms; on a busy machine a page may take its time


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A headless browser; the test is skipped with a line that says how to get one."""
    if not access(CHROMIUM, X_OK):
        pytest.skip(HOW_TO_GET_CHROMIUM)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
            ],
        )
        try:
            yield browser
        finally:
            await browser.close()


def picture(name: str) -> Path:
    """Where a screenshot of this name is kept: a folder that git ignores."""
    PICTURES.mkdir(exist_ok=True)
    return PICTURES / f"{name}.png"
