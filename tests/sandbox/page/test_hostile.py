"""Nothing that a bot or a person writes runs in the page."""

import json
import re

import pytest
from aiogram import Bot
from playwright.async_api import Browser, Route, expect

from sandbox.server import Sandbox
from tests.sandbox.page.phones import begin, new_person, open_page, phone_of, write

pytestmark = pytest.mark.asyncio(loop_scope="session")

HOSTILE = "<img src=x onerror=window.hurt=1><script>window.hurt=1</script>"


async def test_what_people_write_never_becomes_markup(
    browser: Browser, sandbox: Sandbox, bot: Bot
) -> None:
    person = await new_person(sandbox, first_name=HOSTILE[:60])
    page = await open_page(browser, sandbox, [person])
    phone = phone_of(page, person)
    await begin(phone)
    await write(phone, HOSTILE)
    await expect(phone.locator(".message.mine").last).to_contain_text(HOSTILE)
    await expect(phone.locator(".message.theirs").last).to_contain_text(HOSTILE)
    await expect(phone.locator(".owner")).to_contain_text("<img src=x")
    await expect(phone.locator(".command", has_text="/script")).to_have_count(0)
    assert await page.evaluate("window.hurt") is None
    assert await page.locator(".phone :is(img, script, iframe)").count() == 0


async def test_the_page_itself_allows_only_telegrams_tags(
    browser: Browser, sandbox: Sandbox, bot: Bot, people: list[int]
) -> None:
    page = await open_page(browser, sandbox, [])
    hostile = (
        f"{HOSTILE}<a href='javascript:window.hurt=1'>басыңыз</a>"
        "<b onclick='window.hurt=1'>қалың</b>"
        "<iframe src='/'></iframe><style>*{display:none}</style><svg onload='window.hurt=1'></svg>"
    )

    async def poisoned(route: Route) -> None:
        answer = await route.fetch()
        body = await answer.json()
        for message in body["messages"]:
            message["html"] = hostile
        await route.fulfill(response=answer, body=json.dumps(body))

    await page.route(re.compile(r"/people/\d+/messages"), poisoned)
    await page.goto(f"{sandbox.url}/?phones={people[0]}")
    phone = phone_of(page, people[0])
    await begin(phone)
    words = phone.locator(".message.theirs .words")
    await expect(words.locator("b")).to_have_text("қалың")
    await words.get_by_text("басыңыз").click()
    await words.locator("b").click()
    assert await page.evaluate("window.hurt") is None
    assert await words.locator(":not(b)").count() == 0
    assert await words.locator("b").evaluate("bold => bold.attributes.length") == 0
