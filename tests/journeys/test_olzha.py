"""The first trophy: won by an approved entry, told of, looked at, turned off and on again."""

from locales import texts
from tests.journeys.steps import a_pair, approve, log
from tests.journeys.world import World

SAY = texts("kk")


async def test_a_first_trophy(world: World) -> None:
    pair = await a_pair(world)
    girl, words = pair.participant, SAY.plain
    await log(pair, "жүгіру 60 мин")
    await approve(pair, "60 мин")

    # Within the hour, in one message, as a picture.
    await world.move(hours=1)
    await world.idle()
    told = await girl.sees("Жаңа олжаңыз бар", "Алғашқы қадам", new=True)
    assert [file["kind"] for file in told["media"]] == ["photo"]
    assert "20 ұпай" in told["text"]  # the first entry, and the week

    await girl.tap(words("olzha-button-shelf"), on=told)
    shelf = await girl.sees("Олжа: 20 ұпай", "Қатарынан 4 апта: 1 / 4", new=True)
    await girl.tap(words("olzha-button-off"), on=shelf)
    off = await girl.sees("Олжа өшірулі", new=True)

    # What is won meanwhile is not told of; it is there when all of it is wanted again.
    await log(pair, "домбыра 60 мин")
    await approve(pair, "60 мин")
    await world.move(days=8)
    await world.idle()
    await girl.tap(words("olzha-button-on"), on=off)
    await girl.sees("Олжа: 20 ұпай", new=True)
    told_once = [each for each in await girl.messages() if "Жаңа олжаңыз" in str(each)]
    assert len(told_once) == 1

    # Nobody else has a shelf of it.
    await pair.mentor.write("/menu")
    menu = await pair.mentor.sees(words("menu-button-help"), new=True)
    assert words("menu-button-olzha") not in str(menu)
