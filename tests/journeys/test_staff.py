"""Operator and centre head: places added, people invited, participants handed over, roles ended."""

import pytest
from sqlalchemy import func, select

from storage.tables import Centre, Enrolment, EnrolmentState, Partner, Person, Role, RoleKind
from tests.journeys.people import Phone
from tests.journeys.steps import join
from tests.journeys.world import World


@pytest.fixture
async def operator(world: World) -> Phone:
    return await world.staff("Олжас", RoleKind.OPERATOR)


async def _desk(phone: Phone) -> None:
    await phone.write("/menu")
    await phone.sees("Қызметкер мен орталық", "Көмек", new=True)
    await phone.tap("Қызметкер мен орталық")
    await phone.sees("Қызметкер шақыру")


async def test_an_operator_begins_with_nothing(world: World, operator: Phone) -> None:
    """A centre, a partner, a head by link; the head invites a mentor; the mentor is there."""
    await _desk(operator)
    await operator.tap("Орталықтар")
    await operator.tap("Орталық қосу")
    await operator.write("Қ")
    await operator.sees("⚠️", "«Қ»", new=True)
    await operator.write("Қазына   жастар орталығы")
    await operator.sees("қай өңірде", new=True)
    await operator.tap("Алматы")
    await operator.sees("Қай қалада")
    await operator.write("Алматы қаласы")
    await operator.sees("• Қазына жастар орталығы", new=True)
    await operator.tap("Артқа")
    await operator.tap("🏛 Серіктестер")
    await operator.tap("Серіктес-ұйым қосу")
    await operator.write("«Жас ерікті» қоры")
    await operator.sees("Бүкіл елде", new=True)
    await operator.tap("Бүкіл елде")
    await operator.tap("▫️ Еріктілік")
    await operator.sees("✅ Еріктілік")
    await operator.tap("Сақтау")
    await operator.sees("• «Жас ерікті» қоры", "бүкіл ел")
    async with world.bot.database.transaction() as session:
        assert (await session.scalars(select(Partner.directions))).one() == ["volunteering"]
        assert (await session.scalars(select(Centre.name))).one() == "Қазына жастар орталығы"

    await operator.tap("Артқа")
    await operator.tap("Қызметкер шақыру")
    await operator.tap("Орталық жетекшісі")
    head = await world.phone("Айгүл", "kk")
    card = await operator.sees("Шақыру: Орталық жетекшісі", new=True)
    assert card["media"][0]["kind"] == "photo"
    await operator.sees("Қызметкер шақыру", new=True)
    await join(head, await operator.link(card), "Серікова Айгүл")

    await _desk(head)
    await head.does_not_see("🏛 Серіктестер")
    await head.tap("Қызметкер шақыру")
    await head.sees("Тәлімгер")
    await head.does_not_see("Аймақтық үйлестіруші")
    await head.tap("Тәлімгер")
    invited = await head.link(await head.sees("Шақыру: Тәлімгер", new=True))
    mentor = await world.phone("Марат", "kk")
    await join(mentor, invited, "Серіков Марат")
    await mentor.sees("Қатысушылар: 0")
    await head.sees("Шақыруыңызды мына адам қабылдады", "Тәлімгер · Қазына жастар орталығы")
    other = await world.phone("Бөтен", "kk")
    await other.start(invited)
    await other.tap("Қазақша")
    await other.sees("енді жарамсыз")

    await head.tap("Қызметкерлер тізімі")
    await head.sees("Серіков Марат · Тәлімгер")


async def test_a_mentor_leaves_without_leaving_anybody_alone(world: World, operator: Phone) -> None:
    centre = await world.centre("Қазына")
    leaving = await world.staff("Марат", RoleKind.MENTOR, centre_id=centre)
    staying = await world.staff("Дана", RoleKind.MENTOR, centre_id=centre)
    participant = await world.phone("Айгерім", "kk")
    await participant.start()
    await participant.tap("Қазақша")
    await participant.sees("Өтініш беру")
    async with world.bot.database.transaction() as session:
        session.add(
            Enrolment(
                person_id=await world.person_id(participant),
                state=EnrolmentState.ACTIVE,
                level="bronze",
                choices={"answers": {"heritage": "months_3"}},
                centre_id=centre,
                mentor_id=await world.person_id(leaving),
                begun_at=world.clock.now(),
                started_on=world.clock.now().date(),
            )
        )
    await _desk(operator)
    await operator.tap("Қызметкерлер тізімі")
    await operator.tap("Марат Сынақ")
    person = await operator.sees("Қатысушылары: 1")
    assert "Рөлін тоқтату" not in str(person["buttons"])
    await operator.tap("Қатысушыларын басқаға беру")
    await operator.tap("Дана Сынақ (0)")
    await operator.sees("Қатысушылары: 0")
    await staying.sees("басқа тәлімгердің қатысушылары", "Саны: 1")
    await participant.sees("Жаңа тәлімгеріңіз: Дана Сынақ")
    await operator.tap("Рөлін тоқтату")
    await operator.tap("Иә, тоқтату")
    await leaving.sees("рөліңіз тоқтатылды: Тәлімгер")
    await operator.sees("Дана Сынақ", "Қызметкерлер")
    async with world.bot.database.transaction() as session:
        left = select(Role.until).where(Role.person_id == await world.person_id(leaving))
        assert (await session.scalars(left)).one() is not None


async def test_an_application_without_a_mentor_is_given_one(world: World, operator: Phone) -> None:
    centre = await world.centre("Қазына")
    await world.staff("Дана", RoleKind.MENTOR, centre_id=centre)
    applicant = await world.phone("Айгерім", "kk")
    await applicant.start()
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, await _known(world, applicant))
        person.full_name = "Айгерім Сәрсен"
        session.add(
            Enrolment(
                person_id=person.id,
                state=EnrolmentState.SUBMITTED,
                level="bronze",
                choices={},
                centre_id=centre,
                begun_at=world.clock.now(),
                answer_due=world.clock.now().date(),
            )
        )
    await operator.write("/menu")
    await operator.sees("Тәлімгерсіз тұрған өтініш: 1", new=True)
    await operator.tap("Тәлімгерсіз өтініштер: 1")
    await operator.tap("Айгерім Сәрсен")
    await operator.tap("Дана Сынақ")
    await operator.sees("Тәлімгер таңдалды", "Дана Сынақ")
    await operator.write("/menu")
    await operator.sees("Барлық өтініштің тәлімгері бар", new=True)


async def _known(world: World, phone: Phone) -> int:
    await phone.sees("Қазақша")
    return await world.person_id(phone)


async def test_the_desk_is_closed_to_others(world: World) -> None:
    mentor = await world.staff("Марат", RoleKind.MENTOR, centre_id=await world.centre("Қазына"))
    shown = (await mentor.messages())[-1]
    for to in ("staff", "applications"):
        answer = await mentor.forge(shown["message_id"], f"go:{to}")
        assert answer is not None
        assert "ашық емес" in answer["text"]
    await mentor.does_not_see("Қызметкер шақыру")
    async with world.bot.database.transaction() as session:
        assert await session.scalar(select(func.count(Role.id))) == 1
