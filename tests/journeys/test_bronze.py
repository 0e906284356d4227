"""A bronze level as it is lived: from the application to "level complete" in 26 weeks."""

from datetime import date
from typing import Any

import pytest

from locales import texts
from tests.journeys.steps import Pair, a_pair, a_picture, approve, log, now_on, said
from tests.journeys.world import World

SAY = texts("kk")
DAY = date(2026, 2, 3)
PARTNER = "Жылу қоры"
NAME = "Сәрсен Аружан"
ESSAY = "Кейіпкердің жолы маған ой салды: сөзге берік болып, еңбекті сүю керек екен. " * 7
VIDEO = b"\0\0\0\x18ftypmp42" + b"\0" * 2000
# What is done each week: two directions in the first 13 weeks, two in those after them.
SPORT, HERITAGE, TALENT = "жүгіру 60 мин", "Ұлттық мұра, асық ату 60 мин", "домбыра 60 мин"
BOOKS = {3: "Абай жолы", 9: "Кішкентай ханзада", 20: "Атомдық әдеттер"}
TRIPS = (5, 18)
# Weeks whose every hour comes: one with a book, the last of each half. The others pass
# at once, as while a service sleeps: what the clock does is the same in each.
LIVED = (3, 12, 25)
CODES = ("sport", "talent", "reading", "heritage", "volunteering", "trips")


@pytest.mark.long(1)
async def test_a_bronze_level(world: World) -> None:
    pair = await a_pair(world, heritage=0, partner=PARTNER)
    for week in range(26):
        last = week in (12, 25)
        if week < 13:
            await _weekly(pair, SPORT, last=last)
            await _weekly(pair, HERITAGE, last=last)
        else:
            await _weekly(pair, TALENT, last=last)
            await _action(pair, f"Еріктілік 60 мин, {week}-апта", "Қарттар үйіне көмек")
        if week in BOOKS:
            await _book(pair, BOOKS[week])
        if week in TRIPS:
            await _action(pair, f"Жорық, {week}-апта", "Бутаковка шатқалы")
        await (world.move if week in LIVED else world.jump)(days=7)
    await _marked_complete(world, pair)


async def _weekly(pair: Pair, words: str, *, last: bool) -> None:
    """An entry of the hour that makes a week count; the last one shows the result in a video."""
    if last:
        await pair.participant.send(VIDEO, kind="video", text=words)
        card = await _card(pair, words)
        await pair.participant.tap(SAY.plain("journal-button-final"), on=card)
        card = await pair.participant.sees(words, SAY.plain("journal-card-final"))
        await pair.participant.tap(SAY.plain("journal-button-ok"), on=card)
    else:
        await log(pair, words)
    told = await approve(pair, "60 мин")
    assert SAY.plain("verdict-week-kept-this", minutes=60, needed=60) in told["text"]


async def _card(pair: Pair, words: str) -> dict[str, Any]:
    return await pair.participant.sees(words, new=True)


async def _book(pair: Pair, book: str) -> None:
    saved = await log(pair, f"«{book}» кітабын оқып шықтым. {ESSAY}")
    assert SAY.plain("journal-saved-book") in saved["text"]
    await approve(pair, book)


async def _action(pair: Pair, words: str, action: str) -> None:
    """Help or a trip: with the plan's partner, a photo, the name and the result."""
    phone, yes = pair.participant, SAY.plain("journal-button-ok")
    await phone.send(a_picture(), text=words)
    card = await _card(pair, words)
    await phone.tap(SAY.plain("journal-button-fill"), on=card)
    if PARTNER in str((await now_on(phone, card))["buttons"]):
        await phone.tap(PARTNER, on=await now_on(phone, card))
    await phone.sees(SAY.plain("filling-action"))
    await phone.write(action)
    await phone.sees(SAY.plain("filling-result"))
    await phone.write("Бәрі риза болды")
    card = await phone.sees(words, action, PARTNER, yes, new=True)
    await phone.tap(yes, on=card)
    await approve(pair, SAY.plain("journal-when", ago=0, day=DAY))


async def _marked_complete(world: World, pair: Pair) -> None:
    """The mentor marks the norm and each direction; the last mark completes the level."""
    girl, mentor = pair.participant, pair.mentor
    theirs = SAY.plain("menu-button-participants", participants=1)
    await girl.write("/progress")
    await girl.sees(NAME, "13 / 13", SAY.plain("missing-mark"), new=True)
    await mentor.write("/menu")
    await mentor.tap(theirs, on=await mentor.sees(theirs, new=True))
    await mentor.tap(NAME)
    await mentor.tap(SAY.plain("button-marks"))
    sheet = await mentor.sees(said(SAY, "marks-button-norm", "name"))
    await mentor.tap(said(SAY, "marks-button-norm", "name"), on=sheet)
    await girl.sees(said(SAY, "marks-told-norm", "direction"))
    names = [world.bot.programme.direction(code).name["kk"] for code in CODES]
    for number, name in enumerate(names):
        await mentor.tap(SAY.plain("marks-button-done", name=name), on=await now_on(mentor, sheet))
        if name != names[-1]:
            await girl.sees(name, f"{number + 1} / 6", new=True)
    await mentor.tap(SAY.plain("marks-button-last"), on=await now_on(mentor, sheet))
    mine = await girl.sees(SAY.plain("marks-told-level", name=NAME, level="Қола"))
    told = await mentor.sees(said(SAY, "marks-told-level-staff", "name", "level"), NAME, new=True)
    assert [file["kind"] for file in (*mine["media"], *told["media"])] == ["photo", "photo"]
    await girl.write("/menu")
    await girl.sees(said(SAY, "where-complete", "level"), new=True)
