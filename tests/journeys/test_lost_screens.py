"""Windows whose screen is lost, late or opened at once: the next answer goes where it belongs."""

import asyncio
from collections.abc import Awaitable
from types import SimpleNamespace
from typing import Any

import pytest
from aiogram.types import Update
from aiogram_dialog.api.entities import stack
from sqlalchemy import delete, select

from locales import texts
from storage.conversations import ConversationStorage
from storage.tables import Conversation, Entry, EntryState, RoleKind
from tests.journeys.people import Phone
from tests.journeys.steps import reply_lost, tap_stale
from tests.journeys.world import World
from tests.participants import participant

WORDS = texts("kk").plain
QUESTION = WORDS("review-words-returned")
NONE_LEFT = WORDS("review-none")


@pytest.fixture
async def mentor(world: World) -> Phone:
    """A mentor whose card asks why an entry goes back; own words are one tap away."""
    girl = await world.phone("Аружан")
    await girl.start()
    await girl.sees("Қазақша")
    mentor = await world.staff("Дана", RoleKind.MENTOR)
    async with world.bot.database.transaction() as session:
        await participant(
            session,
            world.bot.programme,
            world.clock.now(),
            telegram_id=girl.id,
            mentor_telegram_id=mentor.id,
        )
    await girl.write("жүгіру 40 мин")
    await girl.tap(WORDS("journal-button-ok"))
    await mentor.tap(WORDS("review-button-return"), on=await mentor.sees("жүгіру 40 мин"))
    await mentor.sees(WORDS("review-button-words"))
    return mentor


async def _ask(mentor: Phone) -> None:
    await mentor.tap(WORDS("review-button-words"))


async def _answer(world: World, mentor: Phone) -> None:
    """The words are taken for a decision, and what follows is shown, not the menu."""
    await mentor.write("Қай жерде жүгірдіңіз?")
    await mentor.sees(NONE_LEFT, new=True)
    async with world.bot.database.transaction() as session:
        assert (await session.scalars(select(Entry.state))).all() == [EntryState.RETURNED]


async def _tapped_in_vain(world: World, tap: Awaitable[Any], method: str, **how: Any) -> None:
    """Tap while Telegram takes no such call; nothing answers the tap, so nothing waits for that."""
    faults = f"{world.sandbox.url}/faults"
    await world.fault(method, **how)
    tapped = asyncio.ensure_future(tap)
    while await _listed(world, faults):  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    await world.idle()
    tapped.cancel()


async def _listed(world: World, faults: str) -> list[Any]:
    async with world.http.get(faults) as answer:
        return list((await answer.json())["faults"])


async def test_windows_opened_in_the_same_second_are_two(
    world: World, mentor: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stack, "time", SimpleNamespace(time=lambda: 1_770_000_000.0))
    monkeypatch.setattr(stack, "random", SimpleNamespace(randint=lambda _a, _b: 7))
    await mentor.write("/menu")
    await mentor.sees(WORDS("menu-button-reviews", entries=1), new=True)
    await _ask(mentor)
    await mentor.sees(QUESTION, new=True)
    await _answer(world, mentor)


async def test_a_window_asked_for_again_in_vain_leaves_nothing_broken(
    world: World, mentor: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    label = WORDS("review-button-words")
    card = await mentor.sees(label)
    await mentor.tap(label, on=card)
    await mentor.sees(QUESTION, new=True)
    again = tap_stale(mentor, label, card)
    await _tapped_in_vain(world, again, "sendMessage", status=502, times=3)
    await tap_stale(mentor, label, card)
    await mentor.sees(QUESTION, new=True)
    await _answer(world, mentor)
    assert "broken" not in caplog.text


async def test_a_tap_that_is_too_old_to_be_answered_opens_its_window(
    world: World, mentor: Phone
) -> None:
    late = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    await _tapped_in_vain(world, _ask(mentor), "answerCallbackQuery", status=400, description=late)
    await mentor.sees(QUESTION, new=True)
    await _answer(world, mentor)


async def test_a_window_is_opened_again_after_a_crash(world: World, mentor: Phone) -> None:
    card = await mentor.sees(WORDS("review-button-words"))
    await _ask(mentor)
    question = await mentor.sees(QUESTION, new=True)
    await world.idle()
    seen = await reply_lost(world)
    async with world.bot.database.transaction() as session:
        await session.execute(delete(Conversation))
    assert isinstance(world.bot.dispatcher.storage, ConversationStorage)
    world.bot.dispatcher.storage._cache.clear()
    await world.bot.updates.handle_all([_tap(world, mentor, seen, card)])
    assert (await mentor.sees(QUESTION, new=True))["message_id"] > question["message_id"]
    await _answer(world, mentor)


def _tap(world: World, mentor: Phone, update_id: int, card: dict[str, Any]) -> Update:
    data = next(
        button["data"]
        for row in card["buttons"]
        for button in row
        if WORDS("review-button-words") in button["text"]
    )
    person = {"id": mentor.id, "is_bot": False, "first_name": mentor.name}
    message = {
        "message_id": card["message_id"],
        "date": 1_770_000_000,
        "chat": {"id": mentor.id, "type": "private"},
        "text": card["text"],
    }
    tap = {"id": "1", "from": person, "chat_instance": "1", "message": message, "data": data}
    return Update.model_validate(
        {"update_id": update_id, "callback_query": tap}, context={"bot": world.bot.bot}
    )
