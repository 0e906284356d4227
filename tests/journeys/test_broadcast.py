"""The operator writes to many: in two languages, to a region, looks at it, sends it, stops one."""

import asyncio

import pytest
from sqlalchemy import func, select, update

from storage.tables import (
    Audit,
    Broadcast,
    Centre,
    Enrolment,
    EnrolmentState,
    Outbox,
    Person,
    RoleKind,
)
from tests.journeys.people import Phone
from tests.journeys.world import World


@pytest.fixture
async def operator(world: World) -> Phone:
    return await world.staff("Олжас", RoleKind.OPERATOR)


async def _participant(world: World, name: str, language: str, region: str = "KZ-75") -> Phone:
    phone = await world.phone(name, language)
    await phone.start()
    await phone.sees("Қазақша")
    person_id = await world.person_id(phone)
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, person_id)
        person.language, person.region = language, region
        session.add(
            Enrolment(
                person_id=person_id,
                state=EnrolmentState.ACTIVE,
                level="bronze",
                choices={"answers": {"heritage": "months_3"}},
                begun_at=world.clock.now(),
                started_on=world.clock.now().date(),
            )
        )
    return phone


async def _write(operator: Phone) -> None:
    await operator.write("/menu")
    await operator.tap("Хабар тарату")
    await operator.sees("Көпшілікке хабар")
    await operator.tap("✍️ Қазақша")
    await operator.sees("мәтінін жазып жіберіңіз")
    await operator.write("Сенбіде <b>ағаш</b> отырғызамыз!")
    await operator.sees("Сенбіде <b>ағаш</b> отырғызамыз!", "✅ Қазақша", new=True)


async def test_a_message_to_the_participants_of_a_region(world: World, operator: Phone) -> None:
    kazakh = await _participant(world, "Айгерім", "kk")
    russian = await _participant(world, "Дима", "ru")
    english = await _participant(world, "Emma", "en")
    lost = await _participant(world, "Нұрлан", "kk")
    elsewhere = await _participant(world, "Бөтен", "kk", region="KZ-71")
    await lost.block()
    await _write(operator)
    await operator.tap("✍️ Русский")
    await operator.write("ә" * 3001)
    await operator.sees("Мәтін ұзын болып кетті", new=True)
    await operator.write("В субботу сажаем деревья!")
    await operator.sees("В субботу сажаем", "✅ Русский", new=True)
    await operator.tap("Келесі")
    await operator.tap("Рөл: барлығы")
    await operator.tap("▫️ Қатысушы")
    await operator.sees("✅ Қатысушы")
    await operator.tap("Сақтау")
    await operator.tap("Өңір: барлығы")
    await operator.tap("▫️ Алматы")
    await operator.sees("✅ Алматы")
    await operator.tap("Сақтау")
    await operator.tap("Келесі")
    await operator.sees("Алатын адам саны: 4", "Хабардың тілі: Қазақша, Русский")
    await operator.tap("Алдымен өзім көрейін")
    await operator.sees("В субботу сажаем деревья!", "Меню")
    await operator.sees("Алатын адам саны: 4", new=True)
    await operator.tap("Жіберу: 4")
    await kazakh.sees("📣", "Сенбіде <b>ағаш</b> отырғызамыз!")
    await russian.sees("В субботу сажаем деревья!")
    await english.sees("Сенбіде <b>ағаш</b>", "Menu")
    await operator.sees("Хабар таратылып болды", "Жеткені: 3 / 4", "Ботты бұғаттағандар: 1")
    await operator.sees("100 %")
    await elsewhere.does_not_see("Сенбіде")
    await lost.block(False)
    await lost.sees("Сенбіде")
    async with world.bot.database.transaction() as session:
        done = set(await session.scalars(select(Audit.action).where(Audit.subject == "broadcast")))
    assert done == {"broadcast.begun"}


async def test_a_stopped_one_ends(world: World, operator: Phone) -> None:
    phone = await _participant(world, "Айгерім", "kk")
    await _write(operator)
    await operator.tap("Келесі")
    await operator.tap("Рөл: барлығы")
    await operator.tap("▫️ Қатысушы")
    await operator.tap("Сақтау")
    await operator.tap("Келесі")
    await operator.sees("Жіберу: 1")
    await world.fault("sendMessage", retry_after=600)
    await operator.tap("Жіберу: 1")
    await operator.sees("Хабар таратылып жатыр", "░░░")
    await operator.tap("Тоқтату")
    await operator.sees("тоқтатылды", "Жіберілмегені: 1")
    await world.move(minutes=11)
    await phone.does_not_see("Сенбіде")
    async with world.bot.database.transaction() as session:
        outcomes = await session.execute(
            select(Outbox.outcome, func.count())
            .where(Outbox.broadcast_id.is_not(None))
            .group_by(Outbox.outcome)
        )
        assert dict(outcomes.tuples().all()) == {"stopped": 1}
        assert (await session.scalars(select(Broadcast.reported_at))).one() is not None


async def test_two_taps_at_once_send_it_once(world: World, operator: Phone) -> None:
    phone = await _participant(world, "Айгерім", "kk")
    await _write(operator)
    await operator.tap("Келесі")
    await operator.tap("Келесі")
    sure = await operator.sees("Жіберу: 2")
    await asyncio.gather(*(operator.tap("Жіберу: 2", on=sure) for _ in range(3)))
    await operator.sees("Хабар таратылып болды", "Жеткені: 2 / 2")
    async with world.bot.database.transaction() as session:
        assert await session.scalar(select(func.count(Broadcast.id))) == 1
    assert len([m for m in await phone.messages() if "Сенбіде" in m["text"]]) == 1


async def test_a_restart_goes_on_with_it(world: World, operator: Phone) -> None:
    people = [await _participant(world, f"Қатысушы {n}", "kk") for n in range(3)]
    await _write(operator)
    await operator.tap("Келесі")
    await operator.tap("Келесі")
    await operator.tap("Жіберу: 4")
    await world.restart_bot()
    for phone in people:
        await phone.sees("Сенбіде")
    await operator.sees("Хабар таратылып болды", "Жеткені: 4 / 4")
    for phone in people:
        got = [m for m in await phone.messages() if "Сенбіде" in m["text"]]
        assert len(got) == 1


async def test_others_cannot(world: World) -> None:
    mentor = await world.staff("Марат", RoleKind.MENTOR)
    shown = (await mentor.messages())[-1]
    for data in ("go:broadcast", "bc:stop:1"):
        answer = await mentor.forge(shown["message_id"], data)
        assert answer is not None
        assert "ашық емес" in answer["text"]


async def test_a_centre_that_is_closed_after_it_was_chosen(world: World, operator: Phone) -> None:
    """It is still named, and not called all; it can be given up."""
    centre = await world.centre("Қазына")
    await _participant(world, "Дана", "kk")
    theirs = Enrolment.person_id == await world.person_id(await _participant(world, "Ерлан", "kk"))
    async with world.bot.database.transaction() as session:
        await session.execute(update(Enrolment).where(theirs).values(centre_id=centre))
    await _write(operator)
    await operator.tap("Келесі")
    await operator.tap("Орталық: барлығы")
    await operator.tap("▫️ Қазына · Алматы")
    await operator.sees("✅ Қазына · Алматы")
    await operator.tap("Сақтау")
    async with world.bot.database.transaction() as session:
        (await session.get_one(Centre, centre)).closed_at = world.clock.now()
    await operator.tap("Келесі")
    await operator.sees("Алатын адам саны: 1", "Орталық: Қазына · Алматы қаласы (жабылған)")
    await operator.tap("Артқа")
    await operator.tap("Орталық: Қазына · Алматы қаласы (жабылған)")
    await operator.tap("✅ Қазына · Алматы қаласы (жабылған)")
    await operator.sees("Қай орталықтарға?")
    await operator.does_not_see("▫️ Қазына · Алматы")
    await operator.tap("Сақтау")
    await operator.tap("Келесі", on=await operator.sees("Орталық: барлығы"))
    await operator.sees("Алатын адам саны: 3")
