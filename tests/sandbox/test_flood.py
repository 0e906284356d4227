"""Flood limits: refused with retry_after, let through when it is obeyed."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter

from sandbox.errors import ApiError
from sandbox.flood import FloodGate
from tests.sandbox.conftest import People


class Hands:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def refused(gate: FloodGate, chat: int, count: int = 1) -> int:
    with pytest.raises(ApiError) as caught:
        gate.send(chat, count)
    assert caught.value.code == 429
    assert caught.value.parameters
    seconds = int(caught.value.parameters["retry_after"])
    assert caught.value.description == f"Too Many Requests: retry after {seconds}"
    return seconds


async def test_a_bot_that_obeys_429_gets_through(bot: Bot, people: People) -> None:
    person = await people.new()
    waits: list[int] = []
    for number in range(7):
        while True:
            try:
                await bot.send_message(person, str(number))
                break
            except TelegramRetryAfter as error:
                waits.append(error.retry_after)
                await asyncio.sleep(error.retry_after)
    assert waits
    assert set(waits) == {1}
    assert [m["text"] for m in await people.sees(person)] == [str(n) for n in range(7)]
    refused_calls = [c for c in (await people.get("/calls"))["calls"] if c["status"] == 429]
    assert len(refused_calls) == len(waits)
    assert refused_calls[0]["description"] == "Too Many Requests: retry after 1"


def test_a_chat_gets_one_a_second_after_a_burst() -> None:
    hands = Hands()
    gate = FloodGate(now=hands)
    for _ in range(5):
        gate.send(1, 1)
    assert refused(gate, 1) == 1
    gate.send(2, 1)
    hands.now += 1
    gate.send(1, 1)
    assert refused(gate, 1) == 1


def test_an_album_counts_each_of_its_messages() -> None:
    hands = Hands()
    gate = FloodGate(now=hands)
    gate.send(1, 10)
    assert refused(gate, 1) == 6
    hands.now += 5.9
    assert refused(gate, 1) == 1
    hands.now += 0.1
    gate.send(1, 1)


def test_a_group_gets_twenty_a_minute() -> None:
    hands = Hands()
    gate = FloodGate(now=hands)
    for _ in range(20):
        gate.send(-1, 1)
    assert refused(gate, -1) == 3
    hands.now += 3
    gate.send(-1, 1)


def test_thirty_a_second_in_all_edits_included() -> None:
    hands = Hands()
    gate = FloodGate(now=hands)
    for chat in range(1, 30):
        gate.send(chat, 1)
    gate.edit()
    assert refused(gate, 99) == 1
    with pytest.raises(ApiError, match="Too Many Requests"):
        gate.edit()
    hands.now += 1
    for chat in range(101, 131):
        gate.send(chat, 1)
    assert refused(gate, 99) == 1


def test_limits_can_be_switched_off() -> None:
    gate = FloodGate(enabled=False)
    for _ in range(100):
        gate.send(1, 1)


async def test_a_refused_message_does_not_count(bot: Bot, people: People) -> None:
    person = await people.new()
    for _ in range(20):
        with pytest.raises(TelegramBadRequest):
            await bot.send_message(person, "<b>", parse_mode="HTML")
    await bot.send_message(person, "Сәлем")
