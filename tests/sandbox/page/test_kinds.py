"""Polls, places, pins, buttons that copy, live photos and rich text on a phone of 360 pixels."""

from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup
from playwright.async_api import Browser, Locator, Page, expect

from sandbox.server import Sandbox
from tests.browser import picture
from tests.sandbox.page.phones import begin, open_page, phone_of, photo, wider_than_the_window

pytestmark = pytest.mark.asyncio(loop_scope="session")

FILM = {"name": "run.mov", "mimeType": "video/quicktime", "buffer": b"\0\0\0\x18ftypmp42" * 40}


async def narrow(browser: Browser, sandbox: Sandbox, person: int) -> tuple[Page, Locator]:
    """A window of a phone's width, and the phone in it with its chat begun."""
    window = {"width": 360, "height": 640}
    page = await open_page(browser, sandbox, [person], lang="kk", viewport=window, has_touch=True)
    phone = phone_of(page, person)
    await begin(phone)
    return page, phone


async def looked_at(page: Page, name: str) -> None:
    """A picture of the page, which nothing sticks out of."""
    await page.screenshot(path=picture(name))
    assert await wider_than_the_window(page) == []


async def send(sandbox: Sandbox, person: int, message: dict[str, Any]) -> None:
    url = f"{sandbox.url}/people/{person}/messages"
    async with aiohttp.ClientSession() as http, http.post(url, json=message) as answer:
        answer.raise_for_status()


async def test_a_poll_is_answered_and_taken_back(
    browser: Browser, sandbox: Sandbox, bot: Bot, people: list[int]
) -> None:
    page, phone = await narrow(browser, sandbox, people[0])
    options: list[Any] = ["Жүгіру", "Шахмат үйірмесі, апта сайын, мектепте", "Еріктілік"]
    await bot.send_poll(people[0], "Осы аптада не істейсіз?", options, is_anonymous=False)
    await bot.send_poll(people[0], "Қайсысы?", options, allows_multiple_answers=True)
    await bot.send_poll(people[0], "2 + 2?", ["3", "4"], type="quiz", correct_option_ids=[1])
    first, several, quiz = [phone.locator(".poll").nth(n) for n in range(3)]
    await expect(quiz).to_be_visible()
    await several.scroll_into_view_if_needed()
    await looked_at(page, "poll-asked")
    await first.get_by_role("button", name="Жүгіру").click()
    await expect(first).to_contain_text("100%")
    await expect(first).to_contain_text("1 дауыс")
    await several.get_by_role("checkbox", name="Жүгіру").click()
    await several.get_by_role("checkbox", name="Еріктілік").click()
    await several.get_by_role("button", name="Дауыс беру").click()
    await expect(several.get_by_role("img", name="Сіздің дауысыңыз")).to_have_count(2)
    await quiz.get_by_role("button", name="3").click()
    await expect(quiz.get_by_role("img", name="Сіздің жауабыңыз дұрыс емес")).to_be_visible()
    await expect(quiz.get_by_role("img", name="Дұрыс жауап")).to_be_visible()
    await first.scroll_into_view_if_needed()
    await looked_at(page, "poll-answered")
    await quiz.scroll_into_view_if_needed()
    await looked_at(page, "poll-quiz")
    await first.get_by_role("button", name="Дауысты қайтарып алу").click()
    await expect(first.get_by_role("button", name="Жүгіру")).to_be_visible()


async def test_places_are_cards(
    browser: Browser, sandbox: Sandbox, bot: Bot, people: list[int]
) -> None:
    page, phone = await narrow(browser, sandbox, people[0])
    await bot.send_location(people[0], 43.2389, 76.8897)
    await bot.send_venue(people[0], 43.2, 76.9, "№ 12 мектеп-гимназия", "Алматы, Абай даңғылы, 1")
    await expect(phone.locator(".card").first).to_contain_text("Орналасқан жер")
    await expect(phone.locator(".card").last).to_contain_text("Алматы, Абай даңғылы, 1")
    await page.get_by_role("button", name="RU", exact=True).click()
    await expect(phone.locator(".card").first).to_contain_text("Местоположение")
    await looked_at(page, "places")


async def test_pinned_messages_are_named_and_found(
    browser: Browser, sandbox: Sandbox, bot: Bot, people: list[int]
) -> None:
    page, phone = await narrow(browser, sandbox, people[0])
    first = await bot.send_message(people[0], "Ереже: апта сайын бір сағат")
    for number in range(15):
        await bot.send_message(people[0], f"Хабар {number}")
    last = await bot.send_message(people[0], "Жиналыс сенбіде, сағат 11:00-де, бас ғимарат залында")
    await bot.pin_chat_message(people[0], first.message_id)
    await bot.pin_chat_message(people[0], last.message_id)
    bar = phone.locator(".pinned")
    await expect(bar).to_contain_text("Жиналыс")
    await expect(phone.locator(".service").last).to_contain_text("Бекітілді: Жиналыс")
    await looked_at(page, "pinned")
    await bar.click()
    await expect(bar).to_contain_text("Ереже")
    await bar.click()
    await expect(phone.get_by_text("Ереже: апта сайын бір сағат").first).to_be_in_viewport()
    await bot.unpin_all_chat_messages(people[0])
    await expect(bar).to_be_hidden()


async def test_a_button_copies(
    browser: Browser, sandbox: Sandbox, bot: Bot, people: list[int]
) -> None:
    page, phone = await narrow(browser, sandbox, people[0])
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = InlineKeyboardButton(text="Кодты көшіру", copy_text=CopyTextButton(text="K-17"))
    markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
    await bot.send_message(people[0], "Сіздің кодыңыз: K-17", reply_markup=markup)
    await phone.get_by_role("button", name="Кодты көшіру").click()
    await expect(phone.get_by_role("status")).to_contain_text("Көшірілді: K-17")
    assert await page.evaluate("navigator.clipboard.readText()") == "K-17"
    await looked_at(page, "copied")


async def test_a_live_photo_is_made_of_a_picture_and_a_film(
    browser: Browser, sandbox: Sandbox, bot: Bot, people: list[int]
) -> None:
    page, phone = await narrow(browser, sandbox, people[0])
    for files in ([photo()], [photo(), FILM]):
        await phone.get_by_role("button", name="Файл тіркеу").click()
        async with page.expect_file_chooser() as chooser:
            await phone.get_by_role("menuitem", name="Жанды фото").click()
        await (await chooser.value).set_files(files)  # type: ignore[arg-type]
        if len(files) == 1:
            await expect(page.get_by_text("Бір сурет пен бір бейне таңдаңыз")).to_be_visible()
    tile = phone.get_by_role("button", name="Жанды фотоны ашу")
    await expect(tile.locator("img")).to_have_js_property("naturalWidth", 1280)
    await expect(tile).to_contain_text("ЖАНДЫ")
    await expect(phone.locator(".message.theirs").last).to_contain_text("Алынды")
    await looked_at(page, "live-photo")
    await tile.click()
    await expect(page.locator("dialog.lightbox video")).to_be_visible()


async def test_rich_text_is_shown(
    browser: Browser, sandbox: Sandbox, bot: Bot, people: list[int]
) -> None:
    page, phone = await narrow(browser, sandbox, people[0])
    text = (
        "*қалың* _көлбеу_ __асты сызылған__ ~сызылған~ ||құпия|| `код` "
        f"[сілтеме](https://kz.example/) [Гүлнар](tg://user?id={people[1]}) ![👍](tg://emoji?id=5)\n"
        "```python\nprint(1)```\n>дәйексөз\n**>" + "\n>".join(f"{n} жол" for n in range(9)) + "||"
    )
    await send(sandbox, people[0], {"text": text, "parse_mode": "MarkdownV2"})
    words = phone.locator(".message.mine .words").last
    for tag in ("b", "i", "u", "s", "code", "a", ".spoiler", ".mention", ".custom-emoji"):
        await expect(words.locator(tag).first).to_be_visible()
    await expect(words.locator("pre")).to_have_attribute("data-language", "python")
    await expect(words.locator("blockquote")).to_have_count(2)
    await words.scroll_into_view_if_needed()
    await phone.locator(".message.theirs").last.wait_for()
    await words.locator("b").scroll_into_view_if_needed()
    await looked_at(page, "rich")
    await words.locator(".spoiler").click()
    await words.get_by_role("button", name="Толығырақ").click()
    await looked_at(page, "rich-open")
