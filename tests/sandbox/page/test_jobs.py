"""The drawer of what the bot does by the clock: listed, gone to, run."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from sandbox.clock_api import BotClock
from sandbox.server import Sandbox
from tests.browser import picture
from tests.sandbox.page.phones import new_person, open_page
from tests.sandbox.small_bot import TOKEN

pytestmark = pytest.mark.asyncio(loop_scope="session")

TUESDAY = datetime(2026, 2, 3, 7, tzinfo=UTC)  # noon in Almaty
JOBS = {
    "weekly-hour:Asia/Almaty": {
        "kk": "Аптаның бір сағатын еске салу",
        "ru": "Напомнить о часе этой недели",
        "en": "Remind of the week's hour",
    },
    "digest": {
        "kk": "Аймақ үйлестірушілері мен орталық басшыларына апталық шолу жіберу",
        "ru": "Разослать координаторам регионов и руководителям центров обзор за неделю",
        "en": "Send coordinators of regions and heads of centres the digest of the week",
    },
    "broken": {"kk": "Бұзылған іс", "ru": "Сломанное дело", "en": "A broken job"},
}


class Bot:
    """Three jobs on the following days; what it was asked for."""

    def __init__(self) -> None:
        self.ran: list[str] = []
        self.next = {id_: TUESDAY + timedelta(days=n, hours=6) for n, id_ in enumerate(JOBS, 2)}

    async def moved(self, now: datetime) -> None:
        for id_, moment in self.next.items():
            if moment <= now:
                self.next[id_] = moment + timedelta(days=7)

    async def upcoming(self, language: str) -> list[dict[str, Any]]:
        return [
            {"id": id_, "title": JOBS[id_][language], "next": moment.isoformat()}
            for id_, moment in sorted(self.next.items(), key=lambda job: job[1])
        ]

    async def run_now(self, id_: str) -> dict[str, Any]:
        self.ran.append(id_)
        if id_ == "broken":
            return {"count": 0, "problem": "RuntimeError"}
        return {"count": 12 if id_ == "digest" else 0, "problem": None}


@pytest.fixture
def bot() -> Bot:
    return Bot()


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox(bot: Bot) -> AsyncIterator[Sandbox]:
    clock = BotClock(bot.moved, None, bot.upcoming, bot.run_now)
    sandbox = Sandbox(token=TOKEN, flood_limits=False, clock=clock)
    sandbox.clock.move_to(TUESDAY)
    await sandbox.start(port=0)
    yield sandbox
    await sandbox.stop()


TITLES = {
    "kk": "Кестедегі істер",
    "ru": "Что делается по часам",
    "en": "What happens by the clock",
}


async def _opened(browser: Browser, sandbox: Sandbox, lang: str, width: int) -> Page:
    person = await new_person(sandbox, first_name="Айгерім")
    viewport = {"width": width, "height": 720}
    page = await open_page(browser, sandbox, [person], lang=lang, viewport=viewport)
    await page.get_by_role("button", name=TITLES[lang]).click()
    await expect(page.locator(".job")).to_have_count(3)
    return page


@pytest.mark.parametrize("width", [360, 1300])
@pytest.mark.parametrize("lang", TITLES)
async def test_jobs_are_listed_in_three_languages(
    browser: Browser, sandbox: Sandbox, lang: str, width: int
) -> None:
    page = await _opened(browser, sandbox, lang, width)
    drawer = page.get_by_role("complementary", name=TITLES[lang])
    for titles in JOBS.values():
        await expect(drawer.get_by_text(titles[lang])).to_be_visible()
    first = {"kk": "5 ақпан, 18:00", "ru": "5 февраля, 18:00", "en": "5 February, 18:00"}
    await expect(drawer.locator(".job-when").first).to_have_text(first[lang])
    sideways = await page.evaluate(
        """() => [...document.querySelectorAll('.bar, .drawer, .drawer *')]
        .filter((each) => each.checkVisibility()
          && each.getBoundingClientRect().right > innerWidth + 0.5)
        .map((each) => each.className)"""
    )
    assert sideways == []
    await page.screenshot(path=picture(f"jobs-{lang}-{width}"))


async def test_a_job_is_run_and_says_what_it_did(
    browser: Browser, sandbox: Sandbox, bot: Bot
) -> None:
    page = await _opened(browser, sandbox, "en", 1300)
    for title, said in (
        (JOBS["digest"]["en"], "Done: 12"),
        (JOBS["weekly-hour:Asia/Almaty"]["en"], "There was nothing to do"),
        (JOBS["broken"]["en"], "It failed: RuntimeError"),
    ):
        await page.get_by_role("button", name=f"Run now: {title}").click()
        await expect(page.locator("#notices").get_by_text(said)).to_be_visible()
    assert bot.ran == ["digest", "weekly-hour:Asia/Almaty", "broken"]


async def test_the_clock_goes_to_a_job(browser: Browser, sandbox: Sandbox) -> None:
    page = await _opened(browser, sandbox, "ru", 1300)
    title = JOBS["digest"]["ru"]
    await page.get_by_role("button", name=f"Перейти ко времени дела: {title}").click()
    await expect(page.locator(".job-when").last).to_have_text("13 февраля, 18:00")
    assert abs(sandbox.clock.now() - TUESDAY - timedelta(days=3, hours=6)) < timedelta(minutes=1)
    await expect(page.locator(".clock-long")).to_have_text(re.compile("6 февраля 2026.*18:00"))


async def test_titles_follow_the_language(browser: Browser, sandbox: Sandbox) -> None:
    page = await _opened(browser, sandbox, "kk", 1300)
    await page.get_by_role("button", name="RU", exact=True).click()
    await expect(page.get_by_text(JOBS["digest"]["ru"])).to_be_visible()


async def test_the_keyboard_is_enough(browser: Browser, sandbox: Sandbox, bot: Bot) -> None:
    page = await _opened(browser, sandbox, "en", 360)
    run = page.get_by_role("button", name=f"Run now: {JOBS['digest']['en']}")
    for _ in range(60):
        await page.keyboard.press("Tab")
        if await run.evaluate("here => here === document.activeElement"):
            break
    await page.keyboard.press("Enter")
    await expect(page.locator("#notices").get_by_text("Done: 12")).to_be_visible()
    await expect(run).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("complementary", name=TITLES["en"])).to_be_hidden()
    await expect(page.get_by_role("button", name=TITLES["en"])).to_be_focused()


async def test_one_drawer_at_a_time_and_none_without_jobs(
    browser: Browser, sandbox: Sandbox, bot: Bot
) -> None:
    page = await _opened(browser, sandbox, "en", 1300)
    await page.get_by_role("button", name="What the bot called").click()
    await expect(page.locator(".drawer:visible")).to_have_count(1)
    bot.next.clear()
    await page.reload()
    await expect(page.locator("html[data-ready]")).to_be_attached()
    await expect(page.get_by_role("button", name=TITLES["en"])).to_be_hidden()
