"""A newcomer's whole story, in each language: from /start to a week that counts."""

from io import BytesIO

import pytest
from PIL import Image

from award.calendar import DAY
from locales import texts
from storage.tables import RoleKind
from tests.journeys.people import Phone
from tests.journeys.steps import (
    CENTRE,
    LANGUAGE_NAMES,
    MENTOR,
    RUNNING,
    Applicant,
    Pair,
    a_picture,
    approve,
    log,
    plan_together,
    represent,
    said,
)
from tests.journeys.world import World

PARTNER = "Жылу қоры"
GIRL, MOTHER = "Сәрсен Аружан", "Сәрсенова Гүлнар"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_a_newcomer(world: World, language: str) -> None:
    say = texts(language)
    centre = await world.centre(CENTRE)
    await world.partner(PARTNER, "volunteering", "trips")
    mentor = await world.staff(MENTOR, RoleKind.MENTOR, language, centre_id=centre)
    girl = await world.phone("Аружан", language, phone="+77011234567")
    mother = await world.phone("Гүлнар", language, phone="+77010000002")

    await _read_the_cards(world, girl, language)
    applicant = Applicant(world, girl, language)
    await applicant.tap("button-apply")
    await applicant.sees("ask-full-name")
    await applicant.tell_of_oneself(2010)
    await applicant.choose(CENTRE, MENTOR, heritage=0, partner=PARTNER)
    await girl.sees(said(say, "summary", "lines"), "+77011234567", PARTNER, CENTRE, MENTOR)
    await applicant.sign_and_send()
    link = await girl.link(await girl.sees(say.plain("button-share-link")))
    await girl.write("/menu")
    await girl.sees(said(say, "where-representative"), new=True)
    await represent(mother, link, language, MOTHER)
    due = world.clock.now().date() + 20 * DAY  # 14 working days of February, none a holiday
    await girl.sees(*say.plain("notice-representative-signed", day=due).partition("</b>")[2:])
    await girl.write("/menu")
    await girl.sees(said(say, "where-mentor-answers", "who"), MENTOR, new=True)

    await plan_together(girl, mentor, say, minor=True)
    pair = Pair(girl, mentor, say)
    words = RUNNING[language]
    await _photo_is_saved_and_approved(pair, words.format(40))
    saved = await log(pair, words.format(25), a_picture(number=2))
    assert say.plain("journal-saved-this-week", minutes=65, needed=60) in saved["text"]
    await approve(pair, say.plain("minutes", minutes=25))
    await girl.sees(say.plain("verdict-week-kept-this", minutes=65, needed=60))
    await _sees_progress(world, pair, GIRL)
    await mother.write("/menu")
    await mother.tap(say.plain("menu-button-wards"))
    await mother.tap(GIRL)
    await mother.sees(say.plain("ward-active"))


async def _read_the_cards(world: World, girl: Phone, language: str) -> None:
    say = texts(language)
    await girl.start()
    await girl.tap(LANGUAGE_NAMES[language])
    cards = world.bot.programme.welcome
    for number, card in enumerate(cards):
        shown = await girl.sees(card.title[language], card.text[language], f"{number + 1} / 5")
        if card is not cards[-1]:
            await girl.tap(say.plain("button-next"), on=shown)


async def _photo_is_saved_and_approved(pair: Pair, words: str) -> None:
    girl, mentor, say = pair.participant, pair.mentor, pair.say
    minutes = say.plain("minutes", minutes=40)
    saved = await log(pair, words, a_picture())
    assert say.plain("journal-saved-this-week", minutes=40, needed=60) in saved["text"]
    card = await mentor.sees(GIRL, words, minutes, say.plain("review-button-approve"))
    assert [file["kind"] for file in card["media"]] == ["photo"]
    await mentor.tap(say.plain("review-button-approve"), on=card)
    told = await girl.sees(said(say, "verdict-approved", "summary"), minutes)
    assert say.plain("verdict-week-short-this", minutes=40, needed=60) in told["text"]


async def _sees_progress(world: World, pair: Pair, name: str) -> None:
    girl, say = pair.participant, pair.say
    weeks = say.plain("done-weeks", done=1, required=13)
    await girl.write("/progress")
    shown = await girl.sees(name, weeks, say.plain("progress-button-add"), new=True)
    assert [file["kind"] for file in shown["media"]] == ["photo"]
    for direction in world.bot.programme.directions:
        asked = direction.code != "work"  # not asked of bronze
        assert (direction.name[say.language] in shown["text"]) is asked
    address = world.sandbox.url + shown["media"][0]["url"]
    async with world.http.get(address) as answer:
        drawn = Image.open(BytesIO(await answer.read()))
    assert drawn.width >= 1000
