"""A mentor's own journal on a participant, behind the card: written, read, taken away."""

from tests.journeys.steps import a_pair, now_on
from tests.journeys.world import World


async def test_a_mentor_notes_what_they_see(world: World) -> None:
    pair = await a_pair(world)
    mentor, words = pair.mentor, pair.say.plain
    await mentor.write("/menu")
    menu = await mentor.sees(words("menu-button-transfers"), new=True)
    await mentor.tap(words("menu-button-participants", participants=1), on=menu)
    await mentor.tap("Аружан", on=await mentor.sees("Аружан", "карточкасын"))
    card = await mentor.sees(words("observation-button-open"), new=True)
    await mentor.tap(words("observation-button-open"), on=card)
    empty = await mentor.sees("Аружан", "әзірге бос", new=True)
    await mentor.tap(words("observation-button-write"), on=empty)
    await mentor.sees("Не байқадыңыз?")
    await mentor.write("х" * 1001)
    await mentor.sees("Тым ұзын", new=True)
    await mentor.write("Соңғы аптада <b>шаршап</b> жүр")
    page = await mentor.sees("Жазылды", "<b>шаршап</b>", "жазбалар: 1", new=True)
    label = next(b["text"] for row in page["buttons"] for b in row if b["text"].startswith("🗑"))
    await mentor.tap(label, on=page)
    assert "әзірге бос" in (await now_on(mentor, page))["text"]
    told = [each["text"] for each in await pair.participant.messages()]
    assert not [text for text in told if "шаршап" in text]
