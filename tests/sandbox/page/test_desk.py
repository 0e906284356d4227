"""Several phones, the sandbox's clock, and what the bot called."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiogram import Bot
from playwright.async_api import Browser, Page, expect

from sandbox.server import Sandbox
from tests.sandbox.page.phones import begin, new_person, open_page, phone_of, write
from tests.sandbox.small_bot import TOKEN, talking

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_deep_link_is_opened_as_somebody_else(page: Page, people: list[int]) -> None:
    phone = phone_of(page, people[0])
    await begin(phone)
    await write(phone, "/count")
    await phone.get_by_role("button", name="Анасына сілтеме").click()
    await page.get_by_role("dialog").get_by_role("button", name="Гүлнар").click()
    mother = phone_of(page, people[1])
    await expect(mother.locator(".message.theirs")).to_contain_text("Сәлем, Гүлнар! Кілт: mother")
    await expect(phone.locator(".message.mine")).to_have_count(2)


async def test_somebody_new_gets_a_phone(page: Page) -> None:
    await page.locator("#switcher").get_by_role("button", name="Телефон қосу").click()
    await page.get_by_role("button", name="Жаңа адам").click()
    form = page.get_by_role("dialog").last
    await form.get_by_role("button", name="Телефонын ашу").click()
    await expect(form.get_by_role("alert")).to_contain_text("Атын жазыңыз")
    await form.get_by_label("Аты", exact=True).fill("Асқар")
    await form.get_by_label("Телефон нөмірі").fill("+77015556677")
    await form.get_by_role("button", name="Телефонын ашу").click()
    await expect(page.get_by_role("region", name="Телефон: Асқар")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("region", name="Телефон: Асқар")).to_be_visible()


async def test_nothing_is_lost_while_the_sandbox_restarts(browser: Browser, tmp_path: Path) -> None:
    first = Sandbox(token=TOKEN, data=tmp_path, flood_limits=False)
    await first.start(port=0)
    port = urlsplit(first.url).port
    assert port
    person = await new_person(first, first_name="Айгерім")
    page = await open_page(browser, first, [person])
    phone = phone_of(page, person)
    async with talking(first.url) as bot:
        await begin(phone)
        await first.stop()
        await expect(page.get_by_text("Байланыс үзілді")).to_be_visible()
        await write(phone, "жоғалмасын")
        await expect(page.get_by_text("Сынақ алаңына қосыла алмадық")).to_be_visible()
        await expect(phone.get_by_role("textbox")).to_have_value("жоғалмасын")
        second = Sandbox(token=TOKEN, data=tmp_path, flood_limits=False)
        await second.start(port=port)
        await bot.send_message(person, "Қайта қосылдық")
        await expect(phone.get_by_text("Қайта қосылдық")).to_be_visible()
        await expect(page.get_by_text("Байланыс үзілді")).to_be_hidden()
        await expect(phone.locator(".message")).to_have_count(3)
    await second.stop()


async def test_a_sandbox_that_forgot_everything_is_shown_as_it_is(browser: Browser) -> None:
    first = Sandbox(token=TOKEN, flood_limits=False)
    await first.start(port=0)
    port = urlsplit(first.url).port
    assert port
    people = [await new_person(first, first_name=name) for name in ("Айгерім", "Гүлнар")]
    page = await open_page(browser, first, people)
    async with talking(first.url):
        await begin(phone_of(page, people[0]))
        await page.route("**/events", lambda route: route.abort())
        await first.stop()
        await expect(page.get_by_text("Байланыс үзілді")).to_be_visible()
        second = Sandbox(token=TOKEN, flood_limits=False)
        await second.start(port=port)
        assert await new_person(second, first_name="Айгерім") == people[0]
        await page.unroute("**/events")
        await expect(page.get_by_text("Байланыс үзілді")).to_be_hidden()
        await expect(phone_of(page, people[0]).get_by_role("button", name="Бастау")).to_be_visible()
        await expect(page.locator(".phone")).to_have_count(1)
        await expect(page.locator(".message")).to_have_count(0)
    await second.stop()


async def test_unread_counts_of_closed_phones(page: Page, people: list[int], bot: Bot) -> None:
    add = page.locator("#switcher").get_by_role("button", name="Телефон қосу")
    await add.click()
    await page.get_by_role("dialog").get_by_role("button", name="Ерлан").click()
    mentor = phone_of(page, people[2])
    await begin(mentor)
    await mentor.get_by_role("button", name="Телефонды жабу: Ерлан").click()
    await bot.send_message(people[2], "Жаңа жазба")
    await expect(add.locator(".badge")).to_have_text("1")
    await add.click()
    await page.get_by_role("dialog").get_by_role("button", name="Ерлан").click()
    await expect(mentor.get_by_text("Жаңа жазба")).to_be_visible()
    await expect(page.locator("#switcher .badge")).to_have_count(0)


async def test_the_clock_is_moved(page: Page, sandbox: Sandbox) -> None:
    before = sandbox.clock.now()
    await page.get_by_role("button", name="+1 апта").click()
    await expect(page.get_by_role("button", name="+1 апта")).to_be_enabled()
    assert (sandbox.clock.now() - before).days == 7
    await page.get_by_label("Жаңа күн мен уақыт").fill("2031-03-05T09:00")
    await page.get_by_role("button", name="Орнату").click()
    await expect(page.locator(".clock-long")).to_have_text("ср, 2031 ж. 5 наурыз, 09:00")


async def test_developers_see_the_calls(page: Page, people: list[int]) -> None:
    await page.get_by_role("button", name="Бот не шақырды").click()
    await begin(phone_of(page, people[0]))
    drawer = page.get_by_role("complementary")
    await drawer.get_by_role("button", name="sendMessage").click()
    await expect(drawer.locator("pre:visible")).to_contain_text("Сәлем, Айгерім!")
