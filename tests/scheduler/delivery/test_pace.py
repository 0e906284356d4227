"""The pace of all that is sent: so many a second, the most urgent first, a chat at a time."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.errors import ApiError
from sandbox.flood import FloodGate
from scheduler.delivery.pace import OWN_SCREEN, RATE, SCREENS_AHEAD, Pace

NOW = datetime(2026, 2, 3, 7, tzinfo=UTC)


class Time:
    """Real time that passes only when somebody waits for it."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at

    def now(self) -> datetime:
        return NOW + timedelta(seconds=self.at)


async def _next(pace: Pace, clock: Time, urgency: int) -> None:
    """Wait for a turn, letting time pass until it comes."""
    turn = asyncio.ensure_future(pace.turn(urgency))
    await asyncio.sleep(0)
    while not turn.done():
        clock.at += max(pace._wait(urgency), 1e-6)
        pace._grant()
        await asyncio.sleep(0)
    await turn


async def test_a_mass_mailing_keeps_just_below_thirty_a_second() -> None:
    clock = Time()
    pace = Pace(clock.now, clock)
    gate = FloodGate(now=clock)
    for chat in range(1, 601):
        await _next(pace, clock, 2)
        gate.send(chat, 1)  # raises when it is too much
    assert 29 <= 600 / clock.at <= 30.5
    assert clock.at >= 599 / RATE - 0.2


async def test_people_who_tap_go_first_and_are_counted() -> None:
    clock = Time()
    pace = Pace(clock.now, clock)
    for _ in range(30):
        await _next(pace, clock, 2)
    before = clock.at
    for _ in range(int(SCREENS_AHEAD * RATE) - 4):
        await _next(pace, clock, OWN_SCREEN)
    assert clock.at == before, "a crowd of taps waited behind a mailing"
    await _next(pace, clock, 2)
    assert clock.at > before + 0.4, "a mailing went on as if nobody had tapped"


@given(st.lists(st.integers(-1, 2), max_size=60), st.integers(0, 40))
async def test_never_more_than_telegram_takes(urgencies: list[int], idle: int) -> None:
    clock = Time()
    pace, gate = Pace(clock.now, clock), FloodGate(now=clock)
    clock.at += idle / 10
    for chat, urgency in enumerate(urgencies, 1):
        await _next(pace, clock, urgency)
        try:
            gate.send(chat, 1)
        except ApiError:
            pytest.fail("429")


async def test_the_most_urgent_of_those_who_wait_is_next() -> None:
    clock = Time()
    pace = Pace(clock.now, clock)
    await pace.turn(2, 100)
    went: list[int] = []

    async def wait(urgency: int) -> None:
        await pace.turn(urgency)
        went.append(urgency)

    waiting = [asyncio.ensure_future(wait(urgency)) for urgency in (2, 1, 0, 2, OWN_SCREEN)]
    await asyncio.sleep(0)
    for _ in waiting:
        clock.at += 10
        pace._grant()
    await asyncio.gather(*waiting)
    assert went == [OWN_SCREEN, 0, 1, 2, 2]


async def test_who_gave_up_waiting_takes_nobodys_turn() -> None:
    clock = Time()
    pace = Pace(clock.now, clock)
    await pace.turn(2, 100)
    waiting = asyncio.ensure_future(pace.turn(0))
    other = asyncio.ensure_future(pace.turn(1))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.sleep(0)
    clock.at += 10
    pace._grant()
    await asyncio.wait_for(other, 60)


async def test_processes_share_the_limit() -> None:
    clock = Time()
    pace = Pace(clock.now, clock)
    pace.shared_by = 3
    for _ in range(100):
        await _next(pace, clock, 2)
    assert 100 / clock.at < 30 / 3 + 0.5


async def test_a_chat_has_one_owed_message_a_second_and_room_for_screens() -> None:
    clock = Time()
    pace, gate = Pace(clock.now, clock), FloodGate(now=clock)
    pace.went(1, owed=True)
    assert pace.rest(1) == pytest.approx(1)
    assert pace.rest(2) == 0
    clock.at = 1.0
    pace.went(1, owed=False)
    assert pace.rest(1) == 0, "an answer to a tap holds up nothing that is owed"
    for _ in range(20):
        clock.at += pace.screen_rest(1)
        pace.went(1, owed=False)
        gate.send(1, 1)


async def test_a_group_has_twenty_a_minute() -> None:
    clock = Time()
    pace = Pace(clock.now, clock)
    went: list[float] = []
    for _ in range(60):
        clock.at += pace.screen_rest(-5)
        pace.went(-5, owed=False)
        went.append(clock.at)
    assert all(sum(at <= other < at + 60 for other in went) <= 20 for at in went)


async def test_what_telegram_asked_to_wait_is_waited() -> None:
    clock = Time()
    pace = Pace(clock.now, clock)
    pace.refused(1, 30)
    assert pace.closed(1) == 30
    assert pace.closed(2) == pace.closed() == 0, "only the chat that was meant"
    clock.at = 1
    pace.refused(2, 5)
    assert pace.closed() == 29, "two chats at once: all"
    clock.at = 30
    assert pace.closed(1) == pace.closed() == 0
    pace.refused(3, 5)
    assert pace.closed() == 0
