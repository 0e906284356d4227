"""What is owed to people reaches them: in order, within limits, whatever fails in between."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any, cast

import pytest
from markupsafe import Markup
from sqlalchemy import event, select

from award.outbox import NoticeKind, tell
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown
from storage.tables import Outbox, Person, RoleKind
from tests.journeys.people import Phone
from tests.journeys.world import World

KIND = cast("NoticeKind", "test-of-delivery")


@notice(KIND)
async def _worded(n: Notice) -> Shown | None:
    words = n.details["words"]
    return Shown(Markup(words)) if words else None


@pytest.fixture
async def dana(world: World) -> Phone:
    return await world.staff("Дана", RoleKind.OPERATOR, "en")


async def _tell(world: World, phone: Phone, *words: str, after: float = 0) -> None:
    person = await world.person_id(phone)
    async with world.bot.database.transaction() as session:
        for each in words:
            tell(
                session,
                person,
                KIND,
                world.clock.now(),
                after=timedelta(seconds=after),
                words=each,
            )


async def _seen(phone: Phone) -> list[str]:
    return [m["text"] for m in await phone.messages() if m["text"].startswith("notice")]


async def _owed(world: World) -> list[Outbox]:
    async with world.bot.database.transaction() as session:
        return list(
            await session.scalars(select(Outbox).where(Outbox.kind == KIND).order_by(Outbox.id))
        )


async def test_each_chat_gets_its_own_in_order(world: World, dana: Phone) -> None:
    other = await world.staff("Ерлан", RoleKind.OPERATOR, "en")
    await _tell(world, dana, "notice 1", "notice 2", "notice 3")
    await _tell(world, other, "notice 4")
    await other.sees("notice 4")
    assert "notice 3" not in await _seen(dana), "a chat that is owed much kept another waiting"
    await dana.sees("notice 3")
    assert await _seen(dana) == ["notice 1", "notice 2", "notice 3"]
    assert {row.outcome for row in await _owed(world)} == {"sent"}


@pytest.mark.parametrize("fault", [{"status": 500}, {"retry_after": 60}, {"status": 502}])
async def test_nothing_overtakes_what_failed(
    world: World, dana: Phone, fault: dict[str, int]
) -> None:
    await world.fault("sendMessage", **fault)
    await _tell(world, dana, "notice 1")
    while not (await _owed(world))[0].attempts:
        await world.bot.delivery.deliver_due()
    await _tell(world, dana, "notice 2", "notice 3")
    await world.bot.delivery.deliver_due()
    assert await _seen(dana) == [] or "retry_after" not in fault
    await world.move(seconds=61)
    await dana.sees("notice 3")
    assert await _seen(dana) == ["notice 1", "notice 2", "notice 3"]


async def test_what_is_due_later_but_was_written_sooner_stays_later(
    world: World, dana: Phone
) -> None:
    await world.fault("sendMessage", retry_after=60)
    await _tell(world, dana, "notice 2", after=30)
    await _tell(world, dana, "notice 1")
    while not (await _owed(world))[1].attempts:
        await world.bot.delivery.deliver_due()
    await world.move(seconds=90)
    await dana.sees("notice 2")
    assert await _seen(dana) == ["notice 1", "notice 2"]


async def test_the_time_asked_for_is_waited(world: World, dana: Phone) -> None:
    await world.fault("sendMessage", retry_after=300)
    await _tell(world, dana, "notice 1")
    while not (await _owed(world))[0].attempts:
        await world.bot.delivery.deliver_due()
    await world.move(seconds=290)
    await world.bot.delivery.deliver_due()
    assert await _seen(dana) == []
    await world.restart_bot()
    await world.bot.delivery.deliver_due()
    assert await _seen(dana) == []
    await world.move(seconds=11)
    await dana.sees("notice 1")
    assert len(await _seen(dana)) == 1


async def test_only_the_chat_in_trouble_waits(world: World, dana: Phone) -> None:
    await world.fault("sendMessage", retry_after=600)
    await _tell(world, dana, "notice 1")
    while not (await _owed(world))[0].attempts:
        await world.bot.delivery.deliver_due()
    other = await world.staff("Ерлан", RoleKind.OPERATOR, "en")
    await _tell(world, other, "notice 2")
    await other.sees("notice 2")


@pytest.mark.parametrize(
    "how",
    [
        {"status": 403},
        {"status": 400, "description": "Bad Request: chat not found"},
        {"status": 400, "description": "Bad Request: PEER_ID_INVALID"},
    ],
)
async def test_who_blocked_the_bot_or_is_gone_is_noted_and_their_mentor_told(
    world: World, aruzhan: Phone, mentor: Phone, how: dict[str, Any]
) -> None:
    await world.fault("sendMessage", **how)
    await _tell(world, aruzhan, "notice 1")
    await mentor.sees("Сейтова Аружан")
    (row,) = await _owed(world)
    assert row.outcome == "unreachable"
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, row.person_id)
    assert person.unreachable_since is not None
    await world.move(days=1)
    assert await _seen(aruzhan) == []


async def test_who_comes_back_is_sent_what_is_still_of_use(world: World, aruzhan: Phone) -> None:
    await _tell(world, aruzhan, "notice 0")
    await aruzhan.sees("notice 0")
    await aruzhan.block()
    await _tell(world, aruzhan, "notice 1", "notice 2", "notice 3")
    while [row.outcome for row in await _owed(world)][1:] != ["unreachable"] * 3:
        await world.bot.delivery.deliver_due()
    pointless = (await _owed(world))[2].id
    async with world.bot.database.transaction() as session:
        (await session.get_one(Outbox, pointless)).details = {"words": ""}
    await world.move(days=3)
    await aruzhan.block(False)
    await aruzhan.sees("notice 3")
    assert await _seen(aruzhan) == ["notice 0", "notice 1", "notice 3"]
    assert [row.outcome for row in await _owed(world)] == ["sent", "sent", "obsolete", "sent"]
    await aruzhan.block()
    await aruzhan.block(False)
    await world.idle()
    await world.move(days=1)
    assert await _seen(aruzhan) == ["notice 0", "notice 1", "notice 3"]


@pytest.mark.parametrize("status", [400, 413])
async def test_what_telegram_refuses_holds_nothing_up(
    world: World, dana: Phone, status: int
) -> None:
    words = "Bad Request: wrong" if status == 400 else "Request Entity Too Large"
    await world.fault("sendMessage", status=status, description=words)
    await _tell(world, dana, "notice 1", "notice 2")
    await dana.sees("notice 2")
    assert [row.outcome for row in await _owed(world)] == ["refused", "sent"]


async def test_what_is_of_no_more_use_is_not_sent(world: World, dana: Phone) -> None:
    await _tell(world, dana, "", "notice 2")
    await dana.sees("notice 2")
    assert [row.outcome for row in await _owed(world)] == ["obsolete", "sent"]


async def test_a_cut_connection_sends_again(world: World, dana: Phone) -> None:
    await world.fault("sendMessage", drop=True)
    await _tell(world, dana, "notice 1", "notice 2")
    await dana.sees("notice 2")
    await world.move(minutes=1)
    assert await _seen(dana) == ["notice 1", "notice 1", "notice 2"]


@pytest.fixture
async def lost_writes(world: World) -> AsyncIterator[list[str]]:
    """From now on nothing can be written down as sent."""
    engine = world.bot.database.engine.sync_engine
    refused: list[str] = []

    def refuse(_c: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("UPDATE outbox SET") and "settled_at=" in statement:
            refused.append(statement)
            raise OSError("disk full")

    event.listen(engine, "before_cursor_execute", refuse)
    yield refused
    if event.contains(engine, "before_cursor_execute", refuse):
        event.remove(engine, "before_cursor_execute", refuse)


async def test_what_cannot_be_written_down_is_not_sent_again(
    world: World, dana: Phone, lost_writes: list[str]
) -> None:
    await _tell(world, dana, "notice 1")
    while len(lost_writes) < 3:
        await world.bot.delivery.deliver_due()
    assert await _seen(dana) == ["notice 1"]


async def test_a_death_after_sending_sends_at_most_twice(
    world: World, dana: Phone, lost_writes: list[str]
) -> None:
    await _tell(world, dana, "notice 1", "notice 2")
    while not lost_writes:
        await world.bot.delivery.deliver_due()
    await world.restart_bot()
    await world.bot.delivery.deliver_due()
    assert await _seen(dana) == ["notice 1"], "sent again by one that may be about to die too"
    await world.move(minutes=1)
    await dana.sees("notice 2")
    await world.restart_bot()
    await world.move(minutes=1)
    assert await _seen(dana) == ["notice 1", "notice 1", "notice 2"]


async def test_two_drivers_send_once(world: World, dana: Phone) -> None:
    await _tell(world, dana, *(f"notice {n}" for n in range(3)))
    await asyncio.gather(*(world.bot.delivery.deliver_due() for _ in range(6)))
    await dana.sees("notice 2")
    await world.move(minutes=1)
    assert await _seen(dana) == ["notice 0", "notice 1", "notice 2"]
