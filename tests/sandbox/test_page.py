"""The sandbox's page, used as a person uses it: clicking, typing and looking."""

import json
import re
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest
from aiogram import Bot
from PIL import Image
from playwright.async_api import Browser, Locator, Page, Route, expect

import sandbox as sandbox_package
from sandbox.server import Sandbox
from tests.browser import chromium, picture
from tests.sandbox.small_bot import TOKEN, talking

TEXTS = Path(sandbox_package.__file__).parent / "page" / "texts"
HOSTILE = "<img src=x onerror=window.hurt=1><script>window.hurt=1</script>"


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(token=TOKEN, flood_limits=False)
    await sandbox.start(port=0)
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    async with talking(sandbox.url) as bot:
        yield bot


@pytest.fixture
async def people(sandbox: Sandbox) -> list[int]:
    """Айгерім, her mother and her mentor."""
    return [
        await _new_person(sandbox, first_name=name, phone=f"+7701000000{number}")
        for number, name in enumerate(("Айгерім", "Гүлнар", "Ерлан"))
    ]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest.fixture
async def page(browser: Browser, sandbox: Sandbox, bot: Bot, people: list[int]) -> Page:
    """Айгерім's phone alone, in a window wide enough for three."""
    return await _open(browser, sandbox, people[:1])


async def _new_person(sandbox: Sandbox, **person: str) -> int:
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{sandbox.url}/people", json=person) as answer,
    ):
        answer.raise_for_status()
        return int((await answer.json())["id"])


async def _open(
    browser: Browser, sandbox: Sandbox, phones: list[int], lang: str = "kk", **window: Any
) -> Page:
    window.setdefault("viewport", {"width": 1300, "height": 800})
    context = await browser.new_context(
        timezone_id="Asia/Almaty", reduced_motion="reduce", **window
    )
    page = await context.new_page()
    ids = ",".join(map(str, phones))
    await page.goto(f"{sandbox.url}/?lang={lang}&phones={ids}")
    await page.wait_for_selector("html[data-ready]", state="attached")
    return page


def _phone(page: Page, person: int) -> Locator:
    return page.locator(f".phone[data-person='{person}']")


async def _begin(phone: Locator) -> None:
    await phone.get_by_role("button", name="Бастау").click()
    await expect(phone.locator(".message.theirs")).to_have_count(1)


async def _write(phone: Locator, words: str) -> None:
    await phone.get_by_role("textbox").fill(words)
    await phone.get_by_role("textbox").press("Enter")


def _photo(name: str = "run.jpg", size: tuple[int, int] = (1600, 1200)) -> dict[str, Any]:
    file = BytesIO()
    Image.new("RGB", size, (60, 140, 90)).save(file, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": file.getvalue()}


async def _attach(page: Page, phone: Locator, kind: str, files: list[dict[str, Any]]) -> None:
    await phone.get_by_role("button", name="Файл тіркеу").click()
    async with page.expect_file_chooser() as chooser:
        await phone.get_by_role("menuitem", name=kind).click()
    await (await chooser.value).set_files(files)  # type: ignore[arg-type]


async def test_a_text_is_sent_and_answered(page: Page, people: list[int]) -> None:
    phone = _phone(page, people[0])
    await _begin(phone)
    await expect(phone.locator(".message.theirs").last).to_contain_text("Сәлем, Айгерім!")
    await phone.get_by_role("textbox").fill("жүгіру 40 мин")
    await phone.get_by_role("textbox").press("Shift+Enter")
    await phone.get_by_role("textbox").press_sequentially("паркте")
    await phone.get_by_role("textbox").press("Enter")
    await expect(phone.locator(".message.mine").last).to_contain_text("жүгіру 40 мин\nпаркте")
    await expect(phone.locator(".message.theirs b")).to_have_text("Жауап:")
    await expect(phone.get_by_role("textbox")).to_have_value("")


async def test_a_photo_is_previewed_sent_and_enlarged(page: Page, people: list[int]) -> None:
    phone = _phone(page, people[0])
    await _begin(phone)
    await _attach(page, phone, "Фото не видео", [_photo()])
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
    phone = _phone(page, people[0])
    await _begin(phone)
    await _attach(page, phone, "Фото не видео", [_photo(f"{n}.jpg") for n in range(5)])
    await page.get_by_role("dialog").get_by_role("button", name="Жіберу").click()
    await expect(phone.locator(".message.mine .tile")).to_have_count(5)
    await expect(phone.locator(".message.mine:has(.tile)")).to_have_count(1)
    await phone.locator(".tile").first.click()
    first = await page.locator(".lightbox img").get_attribute("src")
    await page.keyboard.press("ArrowRight")
    assert await page.locator(".lightbox img").get_attribute("src") != first


async def test_files_dropped_on_a_phone_are_offered(page: Page, people: list[int]) -> None:
    phone = _phone(page, people[0])
    await _begin(phone)
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
    phone = _phone(page, people[0])
    await _begin(phone)
    await phone.get_by_role("button", name="Дауыс жазу").click()
    await expect(phone.get_by_role("timer")).to_have_text("0:01")
    await phone.get_by_role("button", name="Жіберу").click()
    await expect(phone.locator(".message.mine .sound")).to_be_visible()
    await expect(phone.locator(".message.theirs").last).to_contain_text("Алынды: voice")


async def test_a_tap_changes_the_message_in_place(page: Page, people: list[int]) -> None:
    phone = _phone(page, people[0])
    await _begin(phone)
    await _write(phone, "/count")
    await phone.get_by_role("button", name="Санау: 0").click()
    await expect(phone.get_by_role("button", name="Санау: 1")).to_be_visible()
    changed = phone.locator(".message.theirs").last
    await expect(changed.locator(".words")).to_have_text("Саны: 1")
    await expect(changed.locator(".meta")).to_contain_text("өзгертілді")
    await expect(phone.locator(".message")).to_have_count(4)


async def test_untouched_messages_are_not_drawn_again(page: Page, people: list[int]) -> None:
    phone = _phone(page, people[0])
    await _begin(phone)
    await page.evaluate("document.querySelector('.message').marked = true")
    await _write(phone, "/count")
    await phone.get_by_role("button", name="Санау: 0").click()
    await expect(phone.get_by_role("button", name="Санау: 1")).to_be_visible()
    assert await page.evaluate("document.querySelector('.message').marked")


async def test_answers_to_taps_are_toasts_and_alerts(page: Page, people: list[int]) -> None:
    phone = _phone(page, people[0])
    await _begin(phone)
    await _write(phone, "/count")
    await phone.get_by_role("button", name="Хабарлама").click()
    await expect(phone.get_by_role("status").get_by_text("Бот жауабы")).to_be_visible()
    await phone.get_by_role("button", name="Ескерту").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Бот жауабы")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_the_contact_button_shares_the_own_number(page: Page, people: list[int]) -> None:
    phone = _phone(page, people[0])
    await _begin(phone)
    await _write(phone, "/phone")
    await phone.get_by_role("button", name="Нөмірімді жіберу").click()
    await expect(phone.locator(".message.mine .card")).to_contain_text("77010000000")
    await expect(phone.locator(".message.theirs").last).to_contain_text("77010000000")
    await expect(phone.get_by_role("button", name="Нөмірімді жіберу")).to_have_count(0)


async def test_a_deep_link_is_opened_as_somebody_else(page: Page, people: list[int]) -> None:
    phone = _phone(page, people[0])
    await _begin(phone)
    await _write(phone, "/count")
    await phone.get_by_role("button", name="Анасына сілтеме").click()
    await page.get_by_role("dialog").get_by_role("button", name="Гүлнар").click()
    mother = _phone(page, people[1])
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


async def test_offline_and_blocked_are_seen(page: Page, people: list[int]) -> None:
    phone = _phone(page, people[0])
    await _begin(phone)
    await phone.get_by_role("switch").click()
    await expect(phone.get_by_text("Интернет жоқ.")).to_be_visible()
    await _write(phone, "кейін жетеді")
    await expect(phone.locator(".message.held")).to_contain_text("кейін жетеді")
    await phone.get_by_role("switch").click()
    await expect(phone.locator(".message.theirs").last).to_contain_text("кейін жетеді")
    await expect(phone.locator(".message.held")).to_have_count(0)
    await phone.get_by_role("button", name="Тағы", exact=True).click()
    await phone.get_by_role("menuitem", name="Ботты бұғаттау").click()
    await phone.get_by_role("button", name="Ботты бұғаттан шығару").click()
    await expect(phone.get_by_role("textbox")).to_be_visible()


async def test_messages_are_answered_to_and_mended(page: Page, people: list[int]) -> None:
    phone = _phone(page, people[0])
    await _begin(phone)
    await phone.locator(".message.theirs").hover()
    await phone.locator(".message.theirs").get_by_role("button", name="Жауап беру").click()
    await _write(phone, "рақмет")
    await expect(phone.locator(".message.mine .quote")).to_contain_text("Сәлем, Айгерім!")
    mine = phone.locator(".message.mine").last
    await mine.hover()
    await mine.get_by_role("button", name="Түзету").click()
    await _write(phone, "көп рақмет")
    await expect(mine).to_contain_text("көп рақмет")
    await expect(mine).to_contain_text("өзгертілді")


async def test_who_scrolled_up_is_told_of_new_messages(
    page: Page, people: list[int], bot: Bot
) -> None:
    phone = _phone(page, people[0])
    await _begin(phone)
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


async def test_nothing_is_lost_while_the_sandbox_restarts(browser: Browser, tmp_path: Path) -> None:
    first = Sandbox(token=TOKEN, data=tmp_path, flood_limits=False)
    await first.start(port=0)
    port = urlsplit(first.url).port
    assert port
    person = await _new_person(first, first_name="Айгерім")
    page = await _open(browser, first, [person])
    phone = _phone(page, person)
    async with talking(first.url) as bot:
        await _begin(phone)
        await first.stop()
        await expect(page.get_by_text("Байланыс үзілді")).to_be_visible()
        await _write(phone, "жоғалмасын")
        await expect(page.get_by_text("Сынақ алаңына қосыла алмадық")).to_be_visible()
        await expect(phone.get_by_role("textbox")).to_have_value("жоғалмасын")
        second = Sandbox(token=TOKEN, data=tmp_path, flood_limits=False)
        await second.start(port=port)
        await bot.send_message(person, "Қайта қосылдық")
        await expect(phone.get_by_text("Қайта қосылдық")).to_be_visible(timeout=10_000)
        await expect(page.get_by_text("Байланыс үзілді")).to_be_hidden()
        await expect(phone.locator(".message")).to_have_count(3)
    await second.stop()


async def test_unread_counts_of_closed_phones(page: Page, people: list[int], bot: Bot) -> None:
    add = page.locator("#switcher").get_by_role("button", name="Телефон қосу")
    await add.click()
    await page.get_by_role("dialog").get_by_role("button", name="Ерлан").click()
    mentor = _phone(page, people[2])
    await _begin(mentor)
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
    await _begin(_phone(page, people[0]))
    drawer = page.get_by_role("complementary")
    await drawer.get_by_role("button", name="sendMessage").click()
    await expect(drawer.locator("pre:visible")).to_contain_text("Сәлем, Айгерім!")


async def test_a_spoiler_waits_to_be_tapped(page: Page, people: list[int], bot: Bot) -> None:
    phone = _phone(page, people[0])
    await _begin(phone)
    await bot.send_message(people[0], "Сыр: <tg-spoiler>жеңдіңіз</tg-spoiler>", parse_mode="HTML")
    hidden = phone.locator(".message.theirs").last
    await expect(hidden.get_by_text("жеңдіңіз")).to_be_hidden()
    await hidden.locator(".spoiler").press("Enter")
    await expect(hidden.get_by_text("жеңдіңіз")).to_be_visible()


async def test_what_people_write_never_becomes_markup(
    browser: Browser, sandbox: Sandbox, bot: Bot
) -> None:
    person = await _new_person(sandbox, first_name=HOSTILE[:60])
    page = await _open(browser, sandbox, [person])
    phone = _phone(page, person)
    await _begin(phone)
    await _write(phone, HOSTILE)
    await expect(phone.locator(".message.mine").last).to_contain_text(HOSTILE)
    await expect(phone.locator(".message.theirs").last).to_contain_text(HOSTILE)
    await expect(phone.locator(".owner")).to_contain_text("<img src=x")
    assert await page.evaluate("window.hurt") is None
    assert await page.locator(".phone :is(img, script, iframe)").count() == 0


async def test_the_page_itself_allows_only_telegrams_tags(
    browser: Browser, sandbox: Sandbox, bot: Bot, people: list[int]
) -> None:
    page = await _open(browser, sandbox, [])
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
    phone = _phone(page, people[0])
    await _begin(phone)
    words = phone.locator(".message.theirs .words")
    await expect(words.locator("b")).to_have_text("қалың")
    await words.get_by_text("басыңыз").click()
    await words.locator("b").click()
    assert await page.evaluate("window.hurt") is None
    assert await words.locator(":not(b)").count() == 0
    assert await words.locator("b").evaluate("bold => bold.attributes.length") == 0


@pytest.mark.parametrize(("lang", "begin"), [("kk", "Бастау"), ("ru", "Начать"), ("en", "Start")])
async def test_three_languages(
    browser: Browser, sandbox: Sandbox, bot: Bot, people: list[int], lang: str, begin: str
) -> None:
    page = await _open(browser, sandbox, people, lang="kk")
    await page.get_by_role("button", name=lang.upper(), exact=True).click()
    await expect(page.locator("html")).to_have_attribute("lang", lang)
    await expect(_phone(page, people[0]).get_by_role("button", name=begin)).to_be_visible()
    await page.goto(sandbox.url)
    await expect(page.locator("html")).to_have_attribute("lang", lang)
    await expect(_phone(page, people[2]).get_by_role("button", name=begin)).to_be_visible()
    await page.screenshot(path=picture(f"page-{lang}"))


async def test_the_first_visit_is_in_kazakh(browser: Browser, sandbox: Sandbox) -> None:
    page = await browser.new_page(locale="en-US")
    await page.goto(sandbox.url)
    await expect(page.get_by_role("heading", name="Телефон қосыңыз")).to_be_visible()


def test_every_text_is_there_in_every_language() -> None:
    texts = {path.stem: json.loads(path.read_text()) for path in TEXTS.glob("*.json")}
    assert texts.keys() == {"kk", "ru", "en"}
    for language in ("ru", "en"):
        assert texts[language].keys() == texts["kk"].keys()
        for key, phrase in texts["kk"].items():
            assert _placeholders(texts[language][key]) == _placeholders(phrase), key
    used = re.compile(r"""(?:text|label|title|placeholder|hint):? ?[(\[]?\[?'([a-z]+\.[a-z_]+)'""")
    for script in TEXTS.parent.glob("*.js"):
        for key in used.findall(script.read_text()):
            assert key in texts["kk"], f"{script.name}: {key}"


def _placeholders(phrase: Any) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", json.dumps(phrase)))


async def test_360_pixels_are_enough(
    browser: Browser, sandbox: Sandbox, bot: Bot, people: list[int]
) -> None:
    narrow = {"width": 360, "height": 640}
    page = await _open(browser, sandbox, people, viewport=narrow, has_touch=True)
    phone = _phone(page, people[0])
    await _begin(phone)
    await _write(phone, "/count")
    await expect(phone.get_by_role("button", name="Санау: 0")).to_be_visible()
    await _write(phone, "Қазақстан" * 40)
    await expect(phone.locator(".message.theirs").last).to_contain_text("Қазақстан")
    assert await _wider_than_the_window(page) == []
    await expect(_phone(page, people[1])).to_be_hidden()
    await page.locator("#switcher").get_by_role("button", name="Гүлнар").click()
    await expect(_phone(page, people[1])).to_be_visible()
    await expect(phone).to_be_hidden()
    await page.locator(".clock-toggle").click()
    await expect(page.get_by_role("button", name="+1 апта")).to_be_visible()
    assert await _wider_than_the_window(page) == []
    await page.screenshot(path=picture("page-360"))


async def _wider_than_the_window(page: Page) -> list[str]:
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


async def test_the_keyboard_is_enough(page: Page, people: list[int]) -> None:
    phone = _phone(page, people[0])

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
    page = await _open(browser, sandbox, people[:1])
    await _begin(_phone(page, people[0]))
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
    page = await _open(browser, sandbox, people, color_scheme="dark")
    await _begin(_phone(page, people[0]))
    background = await page.evaluate("getComputedStyle(document.body).backgroundColor")
    red, green, blue = map(int, re.findall(r"\d+", background))
    assert max(red, green, blue) < 60
    await page.screenshot(path=picture("page-dark"))
