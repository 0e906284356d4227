"""Languages, a narrow window, the keyboard, the dark, a long chat."""

import re

import pytest
from aiogram import Bot
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup
from playwright.async_api import Browser, Page, expect

from sandbox.server import Sandbox
from tests.browser import picture
from tests.sandbox.page.phones import (
    begin,
    open_page,
    phone_of,
    photo,
    wider_than_the_window,
    write,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize(("lang", "begin"), [("kk", "Бастау"), ("ru", "Начать"), ("en", "Start")])
async def test_three_languages(
    browser: Browser, sandbox: Sandbox, bot: Bot, people: list[int], lang: str, begin: str
) -> None:
    page = await open_page(browser, sandbox, people, lang="kk")
    await page.get_by_role("button", name=lang.upper(), exact=True).click()
    await expect(page.locator("html")).to_have_attribute("lang", lang)
    await expect(phone_of(page, people[0]).get_by_role("button", name=begin)).to_be_visible()
    await page.goto(sandbox.url)
    await expect(page.locator("html")).to_have_attribute("lang", lang)
    await expect(phone_of(page, people[2]).get_by_role("button", name=begin)).to_be_visible()
    await page.screenshot(path=picture(f"page-{lang}"))


async def test_the_first_visit_is_in_kazakh(browser: Browser, sandbox: Sandbox) -> None:
    page = await browser.new_page(locale="en-US")
    await page.goto(sandbox.url)
    await expect(page.get_by_role("heading", name="Телефон қосыңыз")).to_be_visible()


async def test_360_pixels_are_enough(
    browser: Browser, sandbox: Sandbox, bot: Bot, people: list[int]
) -> None:
    narrow = {"width": 360, "height": 640}
    page = await open_page(browser, sandbox, people, viewport=narrow, has_touch=True)
    phone = phone_of(page, people[0])
    await begin(phone)
    await write(phone, "/count")
    await expect(phone.get_by_role("button", name="Санау: 0")).to_be_visible()
    await write(phone, "Қазақстан" * 40)
    await expect(phone.locator(".message.theirs").last).to_contain_text("Қазақстан")
    assert await wider_than_the_window(page) == []
    await expect(phone_of(page, people[1])).to_be_hidden()
    await page.locator("#switcher").get_by_role("button", name="Гүлнар").click()
    await expect(phone_of(page, people[1])).to_be_visible()
    await expect(phone).to_be_hidden()
    await page.locator(".clock-toggle").click()
    await expect(page.get_by_role("button", name="+1 апта")).to_be_visible()
    assert await wider_than_the_window(page) == []
    await page.screenshot(path=picture("page-360"))


async def test_a_week_of_a_calendar_stays_on_a_line(
    browser: Browser, sandbox: Sandbox, bot: Bot, people: list[int]
) -> None:
    page = await open_page(browser, sandbox, people[:1], viewport={"width": 360, "height": 640})
    phone = phone_of(page, people[0])
    await begin(phone)
    labels = ("Дс", "Сс", "Жм", "·28·", "29", "30", "31")
    week = [InlineKeyboardButton(text=label, callback_data=label) for label in labels]
    markup = InlineKeyboardMarkup(inline_keyboard=[week, week[:1]])
    await bot.send_message(people[0], "Қай күні?", reply_markup=markup)
    buttons = phone.locator(".inline-button")
    await expect(buttons).to_have_count(len(labels) + 1)
    heights = await buttons.evaluate_all("all => all.map((each) => each.offsetHeight)")
    assert len(set(heights)) == 1
    assert await wider_than_the_window(page) == []


async def test_a_tall_picture_is_shown_whole(
    page: Page, sandbox: Sandbox, bot: Bot, people: list[int]
) -> None:
    phone = phone_of(page, people[0])
    await begin(phone)
    file = BufferedInputFile(photo(size=(720, 1280))["buffer"], "sheet.jpg")
    await bot.send_photo(people[0], file)
    picture_shown = phone.locator(".tile img")
    await expect(picture_shown).to_be_visible()
    assert await picture_shown.evaluate("img => getComputedStyle(img).objectFit") == "contain"


async def test_the_keyboard_is_enough(page: Page, people: list[int]) -> None:
    phone = phone_of(page, people[0])

    async def tab_to(name: str) -> None:
        for _ in range(60):
            await page.keyboard.press("Tab")
            focused = page.locator("button:focus")
            if await focused.count() and name in (
                await focused.get_attribute("aria-label") or await focused.inner_text()
            ):
                return
        pytest.fail(f"Tab never comes to {name}")

    await expect(phone.get_by_role("button", name="Бастау")).to_be_visible()
    await tab_to("БАСТАУ")
    await page.keyboard.press("Enter")
    await expect(phone.locator(".message.theirs")).to_have_count(1)
    await expect(phone.get_by_role("textbox")).to_be_focused()
    await page.keyboard.type("/co")
    await expect(phone.get_by_role("menuitem", name="/count")).to_be_visible()
    await page.keyboard.press("Enter")
    await expect(phone.get_by_role("button", name="Санау: 0")).to_be_visible()
    await tab_to("Санау: 0")
    await page.keyboard.press("Enter")
    await expect(phone.get_by_role("button", name="Санау: 1")).to_be_focused()
    outline = await page.locator(":focus").evaluate("here => getComputedStyle(here).outlineStyle")
    assert outline == "solid"
    await tab_to("Файл тіркеу")
    await page.keyboard.press("Enter")
    await page.keyboard.press("ArrowDown")
    await expect(phone.get_by_role("menuitem", name="Файл", exact=True)).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(phone.get_by_role("button", name="Файл тіркеу")).to_be_focused()


async def test_500_messages_are_quick(
    browser: Browser, sandbox: Sandbox, bot: Bot, people: list[int]
) -> None:
    page = await open_page(browser, sandbox, people[:1])
    await begin(phone_of(page, people[0]))
    for number in range(500):
        await bot.send_message(people[0], f"Хабар {number}")
    await page.reload()
    await expect(page.locator(".message")).to_have_count(502)
    await page.evaluate(
        """() => { window.changed = 0
        new MutationObserver((all) => {
          for (const one of all) window.changed += one.addedNodes.length
        }).observe(document.querySelector('.list'), {childList: true}) }"""
    )
    await bot.send_message(people[0], "Соңғы")
    await expect(page.locator(".message").last).to_contain_text("Соңғы")
    assert await page.evaluate("window.changed") == 1


async def test_dark(browser: Browser, sandbox: Sandbox, bot: Bot, people: list[int]) -> None:
    page = await open_page(browser, sandbox, people, color_scheme="dark")
    await begin(phone_of(page, people[0]))
    background = await page.evaluate("getComputedStyle(document.body).backgroundColor")
    red, green, blue = map(int, re.findall(r"\d+", background))
    assert max(red, green, blue) < 60
    await page.screenshot(path=picture("page-dark"))
