"""An hour in which Telegram answers with every kind of trouble in turn."""

from itertools import cycle

from sqlalchemy import select

from award.outbox import tell
from storage.tables import Outbox, Person, RoleKind, Urgency
from tests.journeys.people import Phone
from tests.journeys.world import World
from tests.scheduler.delivery.test_delivery import KIND

PEOPLE = 4
STEP = 3  # minutes
TROUBLES: tuple[dict[str, int | bool], ...] = (
    {"retry_after": 40},
    {"status": 500},
    {"drop": True},
    {"status": 403},
    {"status": 502},
    {"retry_after": 250},
)


async def _owe(world: World, phone: Phone, number: int) -> None:
    person = await world.person_id(phone)
    async with world.bot.database.transaction() as session:
        tell(
            session,
            person,
            KIND,
            world.clock.now(),
            urgency=Urgency(number % 3),
            words=f"notice {number:02}",
        )


async def test_an_hour_of_trouble_loses_nothing_and_keeps_every_order(world: World) -> None:
    phones = [await world.staff(f"Дана {n}", RoleKind.OPERATOR, "en") for n in range(PEOPLE)]
    steps = range(60 // STEP)
    for number, trouble in zip(steps, cycle(TROUBLES), strict=False):
        await world.fault("sendMessage", **trouble)
        for phone in phones:
            await _owe(world, phone, number)
        await world.move(minutes=STEP)
    await world.move(minutes=20)
    async with world.bot.database.transaction() as session:
        lost = set(
            await session.scalars(
                select(Person.telegram_id).where(Person.unreachable_since.is_not(None))
            )
        )
    assert lost, "nobody was refused"
    for phone in phones:
        if phone.id in lost:  # as it looks to the bot: they had blocked it, and come back
            await phone.block()
            await phone.block(False)
    await world.idle()
    await world.move(minutes=20)
    drops = sum("drop" in each for _, each in zip(steps, cycle(TROUBLES), strict=False))
    doubled = 0
    for phone in phones:
        got = [m["text"] for m in await phone.messages() if m["text"].startswith("notice")]
        expected = [f"notice {number:02}" for number in steps]
        assert sorted(set(got)) == expected, f"{phone.name} was forgotten"
        doubled += len(got) - len(set(got))
        if phone.id not in lost:
            assert list(dict.fromkeys(got)) == expected, f"{phone.name}: out of order"
    assert doubled <= drops, "twice, without a connection cut after it had taken effect"
    async with world.bot.database.transaction() as session:
        outcomes = set(await session.scalars(select(Outbox.outcome).where(Outbox.kind == KIND)))
    assert outcomes == {"sent"}
