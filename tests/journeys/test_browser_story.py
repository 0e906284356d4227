"""The newcomer's story on the sandbox's page: three phones beside each other, all by clicking."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, expect

from locales import texts
from storage.tables import RoleKind
from tests.browser import chromium
from tests.journeys.clicking import NARROW, WIDE, Camera, ClickingPhone, turn_to
from tests.journeys.steps import (
    CENTRE,
    LANGUAGE_NAMES,
    MENTOR,
    RUNNING,
    Applicant,
    Pair,
    a_pair,
    a_picture,
    log,
    now_on,
    plan_together,
    read_to_the_end,
    said,
    title,
)
from tests.journeys.world import World
from tests.sandbox.page.phones import open_page

PARTNER = "Жылу қоры"


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest.mark.long(1)
async def test_a_newcomer_by_clicking(world: World, browser: Browser) -> None:
    say = texts("kk")
    centre = await world.centre(CENTRE)
    await world.partner(PARTNER, "volunteering", "trips")
    staff = await world.staff(MENTOR, RoleKind.MENTOR, centre_id=centre)
    people = [
        await world.phone("Аружан", phone="+77011234567"),
        await world.phone("Гүлнар", phone="+77010000002"),
        staff,
    ]
    ids = [phone.id for phone in people]
    page = await open_page(browser, world.sandbox, ids, viewport=WIDE)
    girl, mother, mentor = [ClickingPhone(page, phone) for phone in people]
    camera = Camera(page, "kk")
    await _apply(world, girl, camera)
    await _mother_signs(girl, mother, camera)
    await mentor.sees("Сәрсен Аружан")
    await camera.take("mentor-is-told")
    await plan_together(girl, mentor, say, minor=True)
    await camera.take("journal-is-open")
    pair = Pair(girl, mentor, say)
    await _two_entries(pair, camera)
    await girl.write("/progress")
    shown = await girl.sees(said(say, "progress-rating", "percent"), new=True)
    image = girl.here.locator(f".message[data-id='{shown['message_id']}'] img")
    await expect(image).to_be_visible()
    await expect(image).not_to_have_js_property("naturalWidth", 0)
    await camera.take("progress")
    await image.click()
    await expect(page.locator("dialog.lightbox img")).to_be_visible()
    await camera.take("progress-enlarged")


async def _apply(world: World, girl: ClickingPhone, camera: Camera) -> None:
    applicant = Applicant(world, girl, "kk")
    await camera.take("before-start")
    await applicant.begin()
    await camera.take("first-question")
    await applicant.tell_of_oneself(2010)
    await camera.take("level")
    await applicant.choose(CENTRE, MENTOR, heritage=0, partner=PARTNER)
    await camera.take("summary")
    await applicant.tap("button-read-agreement")
    await girl.sees("▶️")
    await camera.take("agreement")
    await read_to_the_end(girl, applicant.say.plain("button-sign-and-send"))
    await applicant.tap("button-sign-and-send")


async def _mother_signs(girl: ClickingPhone, mother: ClickingPhone, camera: Camera) -> None:
    """The link is tapped on the girl's phone and opened as her mother."""
    say = texts("kk")
    await girl.tap(say.plain("button-share-link"), on=await girl.sees("?start=r_"))
    await camera.take("link")
    await girl.page.get_by_role("dialog").get_by_role("button", name=mother.name).click()
    await mother.tap(LANGUAGE_NAMES["kk"])
    await mother.sees(say.plain("button-i-represent"))
    await camera.take("mother-asked")
    await mother.tap(say.plain("button-i-represent"))
    await read_to_the_end(mother, say.plain("button-agree-go-on"))
    await mother.tap(say.plain("button-agree-go-on"))
    await mother.sees(title(say.plain("consent-full-name")))
    await mother.write("Сәрсенова Гүлнар")
    await mother.sees(title(say.plain("consent-contact")))
    await expect(mother.here.locator(".key", has_text="📱")).to_be_visible()
    await camera.take("mother-contact")
    await mother.share_contact()
    await mother.sees(said(say, "consent-confirm", "child", "level", "name", "phone"))
    await mother.tap(say.plain("button-consent"))
    await mother.sees(title(say.plain("consent-done", child="")))
    await camera.take("mother-signed")


async def _two_entries(pair: Pair, camera: Camera) -> None:
    girl, mentor, words = pair.participant, pair.mentor, pair.say.plain
    for number, minutes in enumerate((40, 25)):
        caption = RUNNING["kk"].format(minutes)
        await girl.send(a_picture(number=number), text=caption)
        card = await girl.sees(caption, words("journal-button-ok"), new=True)
        await camera.take(f"draft-{minutes}")
        await girl.tap(words("journal-button-ok"), on=card)
        total = 40 + number * minutes
        await girl.sees(words("journal-saved-this-week", minutes=total, needed=60))
        waiting = await mentor.sees(caption, words("review-button-approve"))
        await camera.take(f"review-{minutes}")
        await mentor.tap(words("review-button-approve"), on=waiting)
        effect = "kept" if total > 60 else "short"
        await girl.sees(words(f"verdict-week-{effect}-this", minutes=total, needed=60))
        assert words("review-button-approve") not in str((await now_on(mentor, waiting))["buttons"])
        await camera.take(f"approved-{minutes}")


@pytest.mark.parametrize(
    ("language", "window"),
    [("ru", WIDE), ("en", WIDE), ("kk", NARROW)],
    ids=["ru", "en", "narrow"],
)
async def test_the_main_screens(
    world: World, browser: Browser, language: str, window: dict[str, int]
) -> None:
    pair = await a_pair(world, language, partner=PARTNER)
    say = pair.say
    ids = [pair.participant.id, pair.mentor.id]
    narrow = window is NARROW
    page = await open_page(
        browser, world.sandbox, ids, lang=language, viewport=window, has_touch=narrow
    )
    girl, mentor = ClickingPhone(page, pair.participant), ClickingPhone(page, pair.mentor)
    camera = Camera(page, "360" if narrow else language)
    await camera.take("journal-is-open")
    await log(pair, RUNNING[language].format(40), a_picture())
    waiting = await pair.mentor.sees(say.plain("review-button-approve"))
    await camera.take("saved")
    await turn_to(mentor, narrow=narrow)
    await mentor.tap(say.plain("review-button-return"), on=waiting)
    await mentor.sees(say.plain("review-button-words"))
    await camera.take("why-returned")
    await mentor.tap(say.plain("button-back"), on=await now_on(mentor, waiting))
    await mentor.sees(say.plain("review-button-approve"))
    await mentor.tap(say.plain("review-button-approve"), on=await now_on(mentor, waiting))
    await girl.sees(said(say, "verdict-approved", "summary"))
    await mentor.write("/menu")
    theirs = say.plain("menu-button-participants", participants=1)
    await mentor.tap(theirs, on=await mentor.sees(theirs, new=True))
    await mentor.tap("Сәрсен Аружан")
    card = await mentor.sees(say.plain("button-marks"))
    await camera.take("card")
    await mentor.tap(say.plain("button-marks"), on=card)
    await mentor.sees(said(say, "marks-head", "name", "level"))
    await camera.take("marks")
    await turn_to(girl, narrow=narrow)
    for command, key in (
        ("/menu", "menu-button-add"),
        ("/plan", "button-plan-wish"),
        ("/add", "entries-button-list"),
        ("/help", "button-menu"),
    ):
        await girl.write(command)
        await girl.sees(say.plain(key), new=True)
        await camera.take(command.strip("/"))
    await girl.write("/progress")
    shown = await girl.sees(said(say, "progress-rating", "percent"), new=True)
    image = girl.here.locator(f".message[data-id='{shown['message_id']}'] img")
    await expect(image).not_to_have_js_property("naturalWidth", 0)
    await camera.take("progress")
    await image.click()
    await expect(page.locator("dialog.lightbox img")).to_be_visible()
    await camera.take("progress-enlarged")
