"""A bronze level as it is lived: from the application to "level complete" in 26 weeks."""

from typing import Any

from tests.journeys.steps import Pair, a_pair, a_picture, approve, log, now_on
from tests.journeys.world import World

PARTNER = "Жылу қоры"
NAME = "Сәрсен Аружан"
ESSAY = "Кейіпкердің жолы маған ой салды: сөзге берік болып, еңбекті сүю керек екен. " * 7
VIDEO = b"\0\0\0\x18ftypmp42" + b"\0" * 2000
# What is done each week: two directions in the first 13 weeks, two in those after them.
SPORT, HERITAGE, TALENT = "жүгіру 60 мин", "Ұлттық мұра, асық ату 60 мин", "домбыра 60 мин"
BOOKS = {3: "Абай жолы", 9: "Кішкентай ханзада", 20: "Атомдық әдеттер"}
TRIPS = (5, 18)
NAMES = (
    "Спорт және дене шынықтыру",
    "Дарын мен дағды",
    "Кітап оқу",
    "Ұлттық мұра",
    "Еріктілік",
    "Туристік сапарлар",
)


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
        await world.move(days=7)
    await _marked_complete(pair)


async def _weekly(pair: Pair, words: str, *, last: bool) -> None:
    """An entry of the hour that makes a week count; the last one shows the result in a video."""
    if last:
        await pair.participant.send(VIDEO, kind="video", text=words)
        await pair.participant.tap("Қорытынды видео", on=await _card(pair, words))
        card = await pair.participant.sees(words, "Бағыттың қорытынды видеосы")
        await pair.participant.tap("Иә", on=card)
    else:
        await log(pair, words)
    told = await approve(pair, "60 мин")
    assert "Бұл апта саналды!" in told["text"]


async def _card(pair: Pair, words: str) -> dict[str, Any]:
    return await pair.participant.sees(words, new=True)


async def _book(pair: Pair, book: str) -> None:
    saved = await log(pair, f"«{book}» кітабын оқып шықтым. {ESSAY}")
    assert "Кітапты тәлімгер растаған соң" in saved["text"]
    await approve(pair, book)


async def _action(pair: Pair, words: str, action: str) -> None:
    """Help or a trip: with the plan's partner, a photo, the name and the result."""
    phone = pair.participant
    await phone.send(a_picture(), text=words)
    card = await _card(pair, words)
    await phone.tap("Толықтыру", on=card)
    if PARTNER in str((await now_on(phone, card))["buttons"]):
        await phone.tap(PARTNER, on=await now_on(phone, card))
    await phone.sees("Іс-шара қалай аталды?")
    await phone.write(action)
    await phone.sees("Нәтижесі қандай болды?")
    await phone.write("Бәрі риза болды")
    card = await phone.sees(words, action, PARTNER, "Иә", new=True)
    await phone.tap("Иә", on=card)
    await approve(pair, "бүгін")


async def _marked_complete(pair: Pair) -> None:
    """The mentor marks the norm and each direction; the last mark completes the level."""
    girl, mentor = pair.participant, pair.mentor
    await girl.write("/progress")
    await girl.sees(NAME, "13 / 13", "тәлімгердің белгісі", new=True)
    await mentor.write("/menu")
    await mentor.tap("Қатысушылар", on=await mentor.sees("Қатысушылар", new=True))
    await mentor.tap(NAME)
    await mentor.tap("Норматив", on=await mentor.sees(NAME, "Норматив", "Белсенді"))
    sheet = await mentor.sees("Норматив орындалды")
    await mentor.tap("Норматив орындалды", on=sheet)
    await girl.sees("нормативіңіздің орындалғанын")
    for number, name in enumerate(NAMES):
        await mentor.tap(f"Бағыт аяқталды: {name}", on=await now_on(mentor, sheet))
        if name != NAMES[-1]:
            await girl.sees("Құттықтаймыз! Бағыт аяқталды", name, f"{number + 1} / 6")
    await mentor.tap("Иә, деңгей аяқталды", on=await now_on(mentor, sheet))
    mine = await girl.sees(f"Құттықтаймыз, {NAME}!", "Қола деңгей")
    theirs = await mentor.sees("Деңгей аяқталды", NAME, new=True)
    assert [file["kind"] for file in (*mine["media"], *theirs["media"])] == ["photo", "photo"]
    await girl.write("/menu")
    await girl.sees("Деңгей аяқталды", new=True)
