"""What a person does with a phone on the sandbox's page."""

from io import BytesIO
from typing import Any

import aiohttp
from PIL import Image
from playwright.async_api import Browser, Locator, Page, expect

from sandbox.server import Sandbox


async def new_person(sandbox: Sandbox, **person: str) -> int:
    """A new person of the sandbox → their id."""
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{sandbox.url}/people", json=person) as answer,
    ):
        answer.raise_for_status()
        return int((await answer.json())["id"])


async def open_page(
    browser: Browser, sandbox: Sandbox, phones: list[int], lang: str = "kk", **window: Any
) -> Page:
    """The page with these people's phones open."""
    window.setdefault("viewport", {"width": 1300, "height": 800})
    context = await browser.new_context(
        timezone_id="Asia/Almaty", reduced_motion="reduce", **window
    )
    page = await context.new_page()
    ids = ",".join(map(str, phones))
    await page.goto(f"{sandbox.url}/?lang={lang}&phones={ids}")
    await page.wait_for_selector("html[data-ready]", state="attached")
    return page


def phone_of(page: Page, person: int) -> Locator:
    """A person's phone on the page."""
    return page.locator(f".phone[data-person='{person}']")


async def begin(phone: Locator) -> None:
    """Presses Start and waits for the greeting."""
    await phone.get_by_role("button", name="Бастау").click()
    await expect(phone.locator(".message.theirs")).to_have_count(1)


async def write(phone: Locator, words: str) -> None:
    """Types words and presses Enter."""
    await phone.get_by_role("textbox").fill(words)
    await phone.get_by_role("textbox").press("Enter")


def photo(name: str = "run.jpg", size: tuple[int, int] = (1600, 1200)) -> dict[str, Any]:
    """A JPEG for a file chooser."""
    file = BytesIO()
    Image.new("RGB", size, (60, 140, 90)).save(file, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": file.getvalue()}


async def attach(page: Page, phone: Locator, kind: str, files: list[dict[str, Any]]) -> None:
    """Chooses files by the paperclip; the preview opens."""
    await phone.get_by_role("button", name="Файл тіркеу").click()
    async with page.expect_file_chooser() as chooser:
        await phone.get_by_role("menuitem", name=kind).click()
    await (await chooser.value).set_files(files)  # type: ignore[arg-type]


async def wider_than_the_window(page: Page) -> list[str]:
    """What sticks out of a 360 px window, or scrolls sideways; the switcher may."""
    found: list[str] = await page.evaluate(
        """() => [...document.querySelectorAll('body, body *:not(#switcher, #switcher *)')]
        .filter((element) => element.checkVisibility()
          && (element.getBoundingClientRect().right > innerWidth + 0.5
            || (element.scrollWidth > element.clientWidth + 1
              && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))))
        .map((element) => `${element.tagName}.${element.className}`)"""
    )
    return found
