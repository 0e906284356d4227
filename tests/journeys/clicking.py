"""People whose phones stand on the sandbox's page: what they do is clicked, what they see is shown.

`SCREENSHOTS=/some/folder` keeps pictures of the stories that are played so, to be looked at.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from playwright.async_api import Locator, Page, expect

from tests.journeys.people import Phone
from tests.sandbox.page.phones import attach, phone_of, write

WIDE = {"width": 1400, "height": 900}
NARROW = {"width": 360, "height": 760}
SCREENSHOTS = os.environ.get("SCREENSHOTS")


class ClickingPhone(Phone):
    """A phone on the page: what its person does is clicked and typed there."""

    def __init__(self, page: Page, phone: Phone) -> None:
        super().__init__(phone.http, phone.url, {"id": phone.id, "first_name": phone.name})
        self.page = page
        self.here: Locator = phone_of(page, phone.id)

    async def start(self, payload: str | None = None) -> None:
        assert payload is None, "a link is clicked where it stands"
        await self.here.locator(".wide-action:visible").click()

    async def write(self, text: str, **_other: Any) -> None:
        await write(self.here, text)

    async def tap(self, label: str, *, on: dict[str, Any] | None = None) -> None:
        button = self.page.locator(".inline-button", has_text=label)
        shown = self.here.locator(".message", has=button).last
        if on is not None:
            shown = self.here.locator(f".message[data-id='{on['message_id']}']")
        await shown.locator(".inline-button", has_text=label).first.click()
        await expect(self.here.locator("[aria-busy='true']")).to_have_count(0)

    async def send(
        self, *files: bytes | Path, kind: str = "photo", text: str | None = None, **_other: str
    ) -> None:
        assert kind == "photo"
        chosen = [
            {"name": f"{number}.jpg", "mimeType": "image/jpeg", "buffer": file}
            for number, file in enumerate(files)
        ]
        await attach(self.page, self.here, "Фото не видео", chosen)
        sheet = self.page.get_by_role("dialog")
        if text is not None:
            await sheet.get_by_role("textbox").fill(text)
        await sheet.get_by_role("button", name="Жіберу").click()
        await expect(sheet).to_have_count(0)

    async def share_contact(self) -> None:
        await self.here.locator(".key", has_text="📱").click()


class Camera:
    """Keeps numbered screenshots of a story, if any are asked for."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.name = name
        self.taken = 0

    async def take(self, what: str) -> None:
        self.taken += 1
        if SCREENSHOTS:
            await self.page.wait_for_load_state("networkidle")
            name = f"{self.name}-{self.taken:02}-{what}.png"
            await self.page.screenshot(path=Path(SCREENSHOTS) / name)


async def turn_to(phone: ClickingPhone, *, narrow: bool = True) -> None:
    """On a narrow window one phone is seen at a time."""
    if narrow:
        await phone.page.locator("#switcher").get_by_role("button", name=phone.name).click()
        await expect(phone.here).to_be_visible()
