"""Chatting with a bot on the page: what is sent, what comes, what is tapped."""

import pytest
from aiogram import Bot
from playwright.async_api import Page, expect

from tests.sandbox.page.phones import attach, begin, phone_of, photo, write

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_text_is_sent_and_answered(page: Page, people: list[int]) -> None:
    phone = phone_of(page, people[0])
    await begin(phone)
    await expect(phone.locator(".message.theirs").last).to_contain_text("Сәлем, Айгерім!")
    await phone.get_by_role("textbox").fill("жүгіру 40 мин")
    await phone.get_by_role("textbox").press("Shift+Enter")
    await phone.get_by_role("textbox").press_sequentially("паркте")
    await phone.get_by_role("textbox").press("Enter")
    await expect(phone.locator(".message.mine").last).to_contain_text("жүгіру 40 мин\nпаркте")
    await expect(phone.locator(".message.theirs b")).to_have_text("Жауап:")
    await expect(phone.get_by_role("textbox")).to_have_value("")


async def test_a_photo_is_previewed_sent_and_enlarged(page: Page, people: list[int]) -> None:
    phone = phone_of(page, people[0])
    await begin(phone)
    await attach(page, phone, "Фото не видео", [photo()])
    sheet = page.get_by_role("dialog")
    await expect(sheet.locator("img")).to_be_visible()
    await sheet.get_by_role("textbox").fill("жүгіру 40 мин")
    await sheet.get_by_role("checkbox", name="Жоғары сапамен жіберу").check()
    await sheet.get_by_role("button", name="Жіберу").click()
    await expect(phone.locator(".message.theirs").last).to_contain_text(
        "Алынды: photo, жүгіру 40 мин"
    )
    tile = phone.locator(".message.mine .tile img")
    await expect(tile).to_have_js_property("naturalWidth", 1600)
    await tile.click()
    await expect(page.locator("dialog.lightbox img")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator("dialog.lightbox")).to_have_count(0)


async def test_five_photos_are_one_bubble(page: Page, people: list[int]) -> None:
    phone = phone_of(page, people[0])
    await begin(phone)
    await attach(page, phone, "Фото не видео", [photo(f"{n}.jpg") for n in range(5)])
    await page.get_by_role("dialog").get_by_role("button", name="Жіберу").click()
    await expect(phone.locator(".message.mine .tile")).to_have_count(5)
    await expect(phone.locator(".message.mine:has(.tile)")).to_have_count(1)
    await phone.locator(".tile").first.click()
    first = await page.locator(".lightbox img").get_attribute("src")
    await page.keyboard.press("ArrowRight")
    assert await page.locator(".lightbox img").get_attribute("src") != first


async def test_files_dropped_on_a_phone_are_offered(page: Page, people: list[int]) -> None:
    phone = phone_of(page, people[0])
    await begin(phone)
    transfer = await page.evaluate_handle(
        """() => { const all = new DataTransfer()
        all.items.add(new File(['мәтін'], 'эссе.txt', {type: 'text/plain'})); return all }"""
    )
    await phone.dispatch_event("drop", {"dataTransfer": transfer})
    await page.get_by_role("dialog").get_by_role("button", name="Жіберу").click()
    await expect(phone.locator(".message.mine .file-name")).to_have_text("эссе.txt")
    await expect(phone.locator(".message.theirs").last).to_contain_text("Алынды: document")


async def test_a_voice_is_recorded(page: Page, people: list[int]) -> None:
    await page.context.grant_permissions(["microphone"])
    phone = phone_of(page, people[0])
    await begin(phone)
    await phone.get_by_role("button", name="Дауыс жазу").click()
    await expect(phone.get_by_role("timer")).to_have_text("0:01")
    await phone.get_by_role("button", name="Жіберу").click()
    await expect(phone.locator(".message.mine .sound")).to_be_visible()
    await expect(phone.locator(".message.theirs").last).to_contain_text("Алынды: voice")


async def test_a_tap_changes_the_message_in_place(page: Page, people: list[int]) -> None:
    phone = phone_of(page, people[0])
    await begin(phone)
    await write(phone, "/count")
    await phone.get_by_role("button", name="Санау: 0").click()
    await expect(phone.get_by_role("button", name="Санау: 1")).to_be_visible()
    changed = phone.locator(".message.theirs").last
    await expect(changed.locator(".words")).to_have_text("Саны: 1")
    await expect(changed.locator(".meta")).to_contain_text("өзгертілді")
    await expect(phone.locator(".message")).to_have_count(4)


async def test_untouched_messages_are_not_drawn_again(page: Page, people: list[int]) -> None:
    phone = phone_of(page, people[0])
    await begin(phone)
    await page.evaluate("document.querySelector('.message').marked = true")
    await write(phone, "/count")
    await phone.get_by_role("button", name="Санау: 0").click()
    await expect(phone.get_by_role("button", name="Санау: 1")).to_be_visible()
    assert await page.evaluate("document.querySelector('.message').marked")


async def test_answers_to_taps_are_toasts_and_alerts(page: Page, people: list[int]) -> None:
    phone = phone_of(page, people[0])
    await begin(phone)
    await write(phone, "/count")
    await phone.get_by_role("button", name="Хабарлама").click()
    await expect(phone.get_by_role("status").get_by_text("Бот жауабы")).to_be_visible()
    await phone.get_by_role("button", name="Ескерту").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Бот жауабы")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_the_contact_button_shares_the_own_number(page: Page, people: list[int]) -> None:
    phone = phone_of(page, people[0])
    await begin(phone)
    await write(phone, "/phone")
    await phone.get_by_role("button", name="Нөмірімді жіберу").click()
    await expect(phone.locator(".message.mine .card")).to_contain_text("77010000000")
    await expect(phone.locator(".message.theirs").last).to_contain_text("77010000000")
    await expect(phone.get_by_role("button", name="Нөмірімді жіберу")).to_have_count(0)


async def test_offline_and_blocked_are_seen(page: Page, people: list[int]) -> None:
    phone = phone_of(page, people[0])
    await begin(phone)
    await phone.get_by_role("switch").click()
    await expect(phone.get_by_text("Интернет жоқ.")).to_be_visible()
    await write(phone, "кейін жетеді")
    await expect(phone.locator(".message.held")).to_contain_text("кейін жетеді")
    await phone.get_by_role("switch").click()
    await expect(phone.locator(".message.theirs").last).to_contain_text("кейін жетеді")
    await expect(phone.locator(".message.held")).to_have_count(0)
    await phone.get_by_role("button", name="Тағы", exact=True).click()
    await phone.get_by_role("menuitem", name="Ботты бұғаттау").click()
    await phone.get_by_role("button", name="Ботты бұғаттан шығару").click()
    await expect(phone.get_by_role("textbox")).to_be_visible()


async def test_messages_are_answered_to_and_mended(page: Page, people: list[int]) -> None:
    phone = phone_of(page, people[0])
    await begin(phone)
    await phone.locator(".message.theirs").hover()
    await phone.locator(".message.theirs").get_by_role("button", name="Жауап беру").click()
    await write(phone, "рақмет")
    await expect(phone.locator(".message.mine .quote")).to_contain_text("Сәлем, Айгерім!")
    mine = phone.locator(".message.mine").last
    await mine.hover()
    await mine.get_by_role("button", name="Түзету").click()
    await write(phone, "көп рақмет")
    await expect(mine).to_contain_text("көп рақмет")
    await expect(mine).to_contain_text("өзгертілді")


async def test_who_scrolled_up_is_told_of_new_messages(
    page: Page, people: list[int], bot: Bot
) -> None:
    phone = phone_of(page, people[0])
    await begin(phone)
    for number in range(30):
        await bot.send_message(people[0], f"Хабар {number}")
    await expect(phone.locator(".message").last).to_contain_text("Хабар 29")
    await expect(phone.locator(".message").last).to_be_in_viewport()
    scroller = phone.locator(".scroller")
    await scroller.hover()
    await page.mouse.wheel(0, -600)
    await expect(phone.locator(".message").last).not_to_be_in_viewport()
    await bot.send_message(people[0], "Тағы бір хабар")
    pill = phone.get_by_role("button", name="1 жаңа хабар")
    await pill.click()
    await expect(phone.get_by_text("Тағы бір хабар")).to_be_in_viewport()


async def test_a_spoiler_waits_to_be_tapped(page: Page, people: list[int], bot: Bot) -> None:
    phone = phone_of(page, people[0])
    await begin(phone)
    await bot.send_message(people[0], "Сыр: <tg-spoiler>жеңдіңіз</tg-spoiler>", parse_mode="HTML")
    hidden = phone.locator(".message.theirs").last
    await expect(hidden.get_by_text("жеңдіңіз")).to_be_hidden()
    await hidden.locator(".spoiler").press("Enter")
    await expect(hidden.get_by_text("жеңдіңіз")).to_be_visible()
