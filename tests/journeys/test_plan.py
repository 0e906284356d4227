"""The plan as mentor and participant see it: made, agreed to, changed; the journal opened."""

from datetime import date
from io import BytesIO

import pytest
from aiogram.types import BufferedInputFile
from PIL import Image
from sqlalchemy import select

from award.programme.requirements import Choices
from award.progress.asked import store_choices
from handlers.plan.notices import PlanDo, PlanTap
from handlers.ui.taps import CardDo, CardTap, Newcomer
from storage.tables import Enrolment, EnrolmentState, Outbox, Person, Plan, PlanItem, RoleKind
from tests.journeys.people import Phone
from tests.journeys.world import World


@pytest.fixture
async def mentor(world: World) -> Phone:
    centre = await world.centre("№ 5 мектеп")
    return await world.staff("Дана", RoleKind.MENTOR, full_name="Дана Ахметова", centre_id=centre)


@pytest.fixture
async def aruzhan(world: World, mentor: Phone) -> Phone:
    """Has applied to the mentor, signed by all; the mentor is told."""
    phone = await world.phone("Аружан")
    await phone.start()
    await phone.sees("Қазақша")
    await _apply(world, phone, mentor)
    return phone


async def _apply(
    world: World, phone: Phone, mentor: Phone, state: EnrolmentState = EnrolmentState.SUBMITTED
) -> int:
    file = BytesIO()
    Image.new("RGB", (320, 320), "teal").save(file, "JPEG")
    sent = await world.bot.bot.send_photo(phone.id, BufferedInputFile(file.getvalue(), "me.jpg"))
    assert sent.photo
    now = world.clock.now()
    person_id, mentor_id = await world.person_id(phone), await world.person_id(mentor)
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, person_id)
        person.language, person.full_name, person.region = "kk", "Сейтова <Аружан>", "KZ-75"
        person.birth_date, person.place = date(2009, 9, 1), "Алматы"
        person.study, person.phone = "№ 5 мектеп", "+77011234567"
        person.hobbies, person.about = "Футбол", "Кітап оқығанды жақсы көремін"
        person.photo_file_id = sent.photo[-1].file_id
        enrolment = Enrolment(
            person_id=person_id,
            mentor_id=mentor_id,
            state=state,
            level="bronze",
            choices=store_choices(Choices({"heritage": "months_3"})),
            begun_at=now,
            submitted_at=now,
            answer_due=date(2026, 2, 23),
        )
        session.add(enrolment)
        await session.flush()
        session.add(
            Outbox(
                person_id=mentor_id,
                kind="application-new",
                details={"enrolment": enrolment.id},
                written_at=now,
                due_at=now,
            )
        )
        return enrolment.id


async def _state(world: World) -> EnrolmentState:
    async with world.bot.database.transaction() as session:
        return (await session.scalars(select(Enrolment.state))).one()


async def _item(world: World, direction: str) -> PlanItem:
    async with world.bot.database.transaction() as session:
        return (
            await session.scalars(
                select(PlanItem)
                .where(PlanItem.direction == direction)
                .order_by(PlanItem.plan_id.desc())
                .limit(1)
            )
        ).one()


async def test_from_a_new_application_to_an_open_journal(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    await mentor.tap("Карточкасын ашу", on=await mentor.sees("Сейтова", "Карточкасын ашу"))
    card = await mentor.sees("Сейтова <Аружан>", "16 жас", "Қабылдау")
    assert card["media"][0]["kind"] == "photo"
    await mentor.tap("Қабылдау", on=card)
    await aruzhan.sees("Өтінішіңіз қабылданды", "Дана Ахметова")
    whole = await mentor.sees("Бәрі алдын ала толтырылған", "Футбол", "Осылай ұсыну")
    await mentor.tap("Осылай ұсыну", on=whole)
    await mentor.sees("Қатысушыға жіберілді")
    proposal = await aruzhan.sees("Жеке кестеңіз дайын", "Футбол", "Келісемін")
    await aruzhan.write("жүгіру 40 мин")
    await aruzhan.sees("Күнделік әлі жабық")
    await aruzhan.tap("Келісемін", on=proposal)
    await aruzhan.sees("Сіз осы кестеге келісім бердіңіз", "Футбол")
    notice = await mentor.sees("жеке кестеге келісім берді", "Күнделігін ашу")
    await mentor.tap("Күнделігін ашу", on=notice)
    await mentor.sees("Белсенді", "0 %")
    await aruzhan.sees("Күнделігіңіз ашылды", "фото")
    assert await _state(world) is EnrolmentState.ACTIVE
    again = await mentor.forge(
        notice["message_id"], CardTap(do=CardDo.ACTIVATE, enrolment=1).pack()
    )
    assert again is not None
    assert "өзгеріп үлгеріпті" in again["text"]
    await aruzhan.write("/plan")
    await aruzhan.sees("Жеке кестеңіз", "Тәлімгер: Дана Ахметова", "Футбол", new=True)


async def test_a_direction_is_changed_by_taps_and_words(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    assert aruzhan
    await world.partner("Жылу қоры", "volunteering")
    await mentor.tap("Карточкасын ашу")
    await mentor.tap("Қабылдау")
    await mentor.tap("Спорт және дене", on=await mentor.sees("Осылай ұсыну"))
    screen = await mentor.sees("Бағыт 1 / 6", "✅ Сс", "✅ 30 мин")
    await mentor.tap("Дс", on=screen)
    await mentor.sees("✅ Дс", "✅ Сс", "✅ Бс")
    await mentor.write("1 сағ 20 мин")
    await mentor.sees("Дс, Сс, Бс · 80 мин")
    await mentor.write("не білейін")
    await mentor.sees("Ұзақтығын түсінбедім", "не білейін")
    await mentor.tap("Немен айналысады", on=await mentor.sees("Бағыт 1 / 6"))
    await mentor.tap("Жүгіру", on=await mentor.sees("өз сөзіңізбен"))
    await mentor.sees("Жүгіру", "Бағыт 1 / 6")
    await mentor.tap("Немен айналысады")
    await mentor.sees("өз сөзіңізбен")
    await mentor.write("Ауладағы <доп>")
    await mentor.sees("Ауладағы <доп>", "Бағыт 1 / 6")
    await mentor.tap("Басталатын күні")
    await mentor.sees("Қай күннен басталады", "Ақпан 2026")
    await mentor.write("17 қаңтар")
    await mentor.sees("Күнді мына аралықтан", new=True)
    await mentor.write("17 ақпан")
    await mentor.sees("Басталатын күні: 17 ақпан", new=True)
    for number in range(2, 6):
        await mentor.tap("Келесі бағыт")
        await mentor.sees(f"Бағыт {number} / 6")
    await mentor.tap("Серіктес-ұйым", on=await mentor.sees("Еріктілік", "Бағыт 5 / 6"))
    await mentor.tap("Жылу қоры", on=await mentor.sees("Серіктес-ұйымды таңдаңыз"))
    await mentor.sees("Серіктес-ұйым: Жылу қоры")
    await mentor.tap("Бүкіл кесте")
    await mentor.sees("Осылай ұсыну", "Ауладағы <доп>", "Жылу қоры")
    item = await _item(world, "sport")
    assert (item.weekdays, item.minutes, item.starts_on) == ([0, 1, 3], 80, date(2026, 2, 17))


async def test_a_plan_that_cannot_count_is_not_offered(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    assert aruzhan
    assert world
    await mentor.tap("Карточкасын ашу")
    await mentor.tap("Қабылдау")
    await mentor.tap("Спорт және дене", on=await mentor.sees("Осылай ұсыну"))
    await mentor.tap("15 мин")
    await mentor.sees("Бағыт 1 / 6", "кемінде 60 минут")
    await mentor.tap("Бүкіл кесте")
    screen = await mentor.sees("Бәрі алдын ала толтырылған", "кемінде 60 минут")
    labels = [button["text"] for row in screen["buttons"] for button in row]
    assert not any("ұсыну" in label for label in labels)


async def test_a_wish_and_a_stale_card(world: World, mentor: Phone, aruzhan: Phone) -> None:
    await mentor.tap("Карточкасын ашу")
    await mentor.tap("Қабылдау")
    await mentor.tap("Осылай ұсыну")
    first = await aruzhan.sees("Жеке кестеңіз дайын")
    await aruzhan.tap("Өзгерткім келеді", on=first)
    await aruzhan.sees("Нені өзгерту керек?")
    await aruzhan.write("Сейсенбіде <b>үйірмем</b> бар")
    await aruzhan.sees("Қалауыңызды тәлімгерге жеткіздік")
    notice = await mentor.sees("кестені өзгертуді сұрайды", "Сейсенбіде <b>үйірмем</b> бар")
    await mentor.tap("Жеке кесте", on=notice)
    await mentor.tap("Осылай ұсыну", on=await mentor.sees("Бәрі алдын ала", "үйірмем"))
    second = await aruzhan.sees("Жеке кестеңіз дайын", new=True)
    late = await aruzhan.forge(first["message_id"], PlanTap(do=PlanDo.AGREE, plan=1).pack())
    assert late is not None
    assert "өзгеріп үлгеріпті" in late["text"]
    await aruzhan.sees("Бұл нұсқа енді күшінде емес")
    await world.restart_bot()
    await aruzhan.tap("Келісемін", on=second)
    await aruzhan.sees("Сіз осы кестеге келісім бердіңіз")
    await aruzhan.write("/plan")
    await aruzhan.tap("Барлық нұсқасы", on=await aruzhan.sees("Жеке кестеңіз", new=True))
    await aruzhan.tap("№ 1, бұрынғы")
    await aruzhan.sees("Бұрынғы нұсқа")


async def test_a_change_of_a_plan_in_force(world: World, mentor: Phone, aruzhan: Phone) -> None:
    assert world
    await mentor.tap("Карточкасын ашу")
    await mentor.tap("Қабылдау")
    await mentor.tap("Осылай ұсыну")
    await aruzhan.tap("Келісемін")
    await mentor.tap("Күнделігін ашу", on=await mentor.sees("жеке кестеге келісім берді"))
    await aruzhan.sees("Күнделігіңіз ашылды")
    await aruzhan.write("/plan")
    await aruzhan.tap("Өзгерткім келеді", on=await aruzhan.sees("Жеке кестеңіз", new=True))
    await aruzhan.sees("Нені өзгерту керек?")
    await aruzhan.write("Жүзуге ауыссам")
    await mentor.tap("Жеке кесте", on=await mentor.sees("өзгертуді сұрайды", "Жүзуге"))
    await mentor.tap("Кестені өзгерту", on=await mentor.sees("Екі жақ та келісті", "Жүзуге"))
    await mentor.tap("Осылай ұсыну", on=await mentor.sees("Бәрі алдын ала", "Осылай ұсыну"))
    await aruzhan.sees("Жеке кестеңіз дайын", new=True)
    await aruzhan.write("/plan")
    await aruzhan.tap("Келісемін", on=await aruzhan.sees("Тәлімгер ұсынған кесте"))
    await aruzhan.sees("Рақмет! Кесте келісілді")
    await mentor.sees("жаңа нұсқасына келісім берді")


async def test_a_declined_application(world: World, mentor: Phone, aruzhan: Phone) -> None:
    await mentor.tap("Карточкасын ашу")
    await mentor.tap("Қабылдай алмаймын")
    await mentor.tap("Фотодан тану қиын", on=await mentor.sees("Орталыққа қайтару"))
    await mentor.sees("Қатысушыға себебін хабарладық")
    await aruzhan.sees("қабылданбады", "Жүзіңіз анық көрінетін")
    assert await _state(world) is EnrolmentState.REFUSED
    await aruzhan.write("/plan")
    await aruzhan.sees("Келісілген жеке кесте әзірге жоқ")


async def test_declined_in_own_words(world: World, mentor: Phone, aruzhan: Phone) -> None:
    await mentor.tap("Карточкасын ашу")
    await mentor.tap("Қабылдай алмаймын")
    await mentor.tap("Өз сөзіммен")
    await mentor.sees("Себебін жазыңыз")
    await mentor.write("Жазда <қайта> келіңіз")
    await mentor.sees("Қатысушыға себебін хабарладық")
    await aruzhan.sees("қабылданбады", "Жазда <қайта> келіңіз")
    assert await _state(world) is EnrolmentState.REFUSED


async def test_the_list_opens_cards(world: World, mentor: Phone, aruzhan: Phone) -> None:
    assert aruzhan
    assert world
    await mentor.tap("Карточкасын ашу")
    await mentor.tap("👥 Қатысушылар", on=await mentor.sees("16 жас"))
    listed = await mentor.sees("Қатысушыларыңыз: 1", "Жаңа өтініш: 1", "Сейтова")
    await mentor.tap("Сейтова", on=listed)
    await mentor.sees("16 жас", new=True)


async def test_others_and_the_unsigned_stay_out_of_sight(world: World, mentor: Phone) -> None:
    child = await world.phone("Аружан")
    await child.start()
    await child.sees("Қазақша")
    number = await _apply(world, child, mentor, EnrolmentState.AWAITING_REPRESENTATIVE)
    stranger = await world.staff("Ержан", RoleKind.MENTOR, full_name="Ержан Бөтен")
    await mentor.write("/menu")
    await stranger.write("/menu")
    async with world.bot.database.transaction() as session:
        session.add(
            Plan(
                enrolment_id=number,
                version=1,
                state="proposed",
                made_by=1,
                made_at=world.clock.now(),
            )
        )
    forged = [
        Newcomer(enrolment=number).pack(),
        *(
            CardTap(do=do, enrolment=number).pack()
            for do in (CardDo.OPEN, CardDo.TAKE_UP, CardDo.PLAN)
        ),
        PlanTap(do=PlanDo.AGREE, plan=1).pack(),
        PlanTap(do=PlanDo.WISH, plan=10**9).pack(),
    ]
    for phone in (mentor, stranger):
        screen = (await phone.messages())[-1]
        for data in forged:
            answer = await phone.forge(screen["message_id"], data)
            assert answer is not None, data
            assert "ашық емес" in answer["text"], data
        await phone.does_not_see("Сейтова")
