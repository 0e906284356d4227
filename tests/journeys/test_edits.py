"""Who edits a message is told what to do; where nothing was changed, nobody is told off."""

from typing import Any

import pytest

from locales import texts
from tests.journeys.people import Phone
from tests.journeys.steps import a_participant, a_picture, said
from tests.journeys.world import World

SAY = texts("kk")
NOTE = "жүгіру 40 мин"


@pytest.fixture
async def girl(world: World) -> Phone:
    return await a_participant(world)


def photo(unique_id: str) -> dict[str, Any]:
    size = {"file_id": f"id-{unique_id}", "file_unique_id": unique_id, "width": 9, "height": 9}
    return {"photo": [size]}


async def answered(world: World, phone: Phone) -> int:
    """How many messages the bot has sent, when all that came is handled."""
    await world.idle()
    return len(await phone.messages())


@pytest.mark.parametrize("content", [{"text": NOTE}, {**photo("a"), "caption": NOTE}, photo("a")])
async def test_the_same_again_is_passed_over(
    world: World,
    girl: Phone,
    content: dict[str, Any],
) -> None:
    await girl.raw_message(**content)
    before = await answered(world, girl)
    # As for a reaction: an edit, dated, in which nothing differs.
    await girl.raw_message("edited_message", edit_date=1_770_102_060, **content)
    assert await answered(world, girl) == before


async def test_what_no_entry_holds_is_compared_too(world: World, girl: Phone) -> None:
    await girl.raw_message(text="/qwerty")
    before = await answered(world, girl)
    await girl.raw_message("edited_message", text="/qwerty")
    assert await answered(world, girl) == before
    await girl.raw_message("edited_message", text="жүгіру")
    await girl.sees(said(SAY, "edited-other"), new=True)


async def test_other_words_are_told_once(world: World, girl: Phone) -> None:
    await girl.raw_message(text=NOTE)
    await girl.raw_message("edited_message", text="жүгіру 50 мин")
    await girl.sees(said(SAY, "edited-draft"), new=True)
    before = await answered(world, girl)
    await girl.raw_message("edited_message", text="жүгіру 50 мин")
    assert await answered(world, girl) == before


@pytest.mark.parametrize("words", [{}, {"caption": NOTE}])
async def test_a_swapped_picture_is_to_be_sent_anew(
    world: World,
    girl: Phone,
    words: dict[str, str],
) -> None:
    await girl.raw_message(**photo("a"), **words)
    await girl.raw_message("edited_message", **photo("b"), **words)
    await girl.sees(said(SAY, "edited-file"), SAY.plain("edited-button"), new=True)


async def test_a_place_that_moves_is_passed_over(world: World, girl: Phone) -> None:
    await girl.raw_message(location={"latitude": 43.2, "longitude": 76.9, "live_period": 900})
    before = await answered(world, girl)
    for step in range(3):
        place = {"latitude": 43.2 + step, "longitude": 76.9, "live_period": 900}
        await girl.raw_message("edited_message", location=place)
    assert await answered(world, girl) == before


async def test_who_may_not_edit_any_more_did_not(world: World, girl: Phone) -> None:
    """A reaction to what was sent long ago."""
    await world.move(hours=49)
    before = await answered(world, girl)
    await girl.raw_message("edited_message", text=NOTE)
    assert await answered(world, girl) == before


async def test_an_edit_is_compared_after_a_restart(world: World, girl: Phone) -> None:
    await girl.send(a_picture(), text=NOTE)
    mine = [m for m in (await girl.chat())["messages"] if m["text"] == NOTE]
    await answered(world, girl)
    await world.restart_bot()
    before = await answered(world, girl)
    await girl._post("edits", {"message_id": mine[-1]["message_id"], "text": NOTE + " "})
    assert await answered(world, girl) == before
