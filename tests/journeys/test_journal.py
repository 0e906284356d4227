"""The journal as people see it: sent, confirmed by a tap, mended, confirmed by an employer."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import func, select

from award.programme.requirements import Choices
from award.progress.asked import store_choices
from storage.tables import (
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Media,
    Person,
    Plan,
    PlanItem,
    PlanState,
    RoleKind,
)
from tests.journeys.people import Phone
from tests.journeys.world import World

DIRECTIONS = ("sport", "talent", "reading", "heritage", "volunteering", "trips", "work")
EVERY = frozenset(DIRECTIONS)


def _picture(number: int = 0) -> bytes:
    file = BytesIO()
    Image.new("RGB", (64, 48), (number * 40 % 256, 90, 160)).save(file, "JPEG")
    return file.getvalue()


@pytest.fixture
async def mentor(world: World) -> Phone:
    return await world.staff("Дана", RoleKind.MENTOR, full_name="Дана Ахметова")


@pytest.fixture
async def aruzhan(world: World, mentor: Phone) -> Phone:
    """An active participant of all directions, for three weeks."""
    phone = await world.phone("Аружан")
    await phone.start()
    await phone.sees("Қазақша")
    await _activate(world, phone, mentor)
    return phone


async def _activate(world: World, phone: Phone, mentor: Phone, language: str = "kk") -> None:
    now = world.clock.now()
    person_id, mentor_id = await world.person_id(phone), await world.person_id(mentor)
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, person_id)
        person.language, person.full_name, person.region = language, "Сейтова Аружан", "KZ-75"
        enrolment = Enrolment(
            person_id=person_id,
            mentor_id=mentor_id,
            state=EnrolmentState.ACTIVE,
            level="bronze",
            choices=store_choices(Choices({"heritage": "months_3"}, EVERY)),
            begun_at=now,
            submitted_at=now,
            started_on=now.date() - timedelta(days=21),
        )
        session.add(enrolment)
        await session.flush()
        plan = Plan(
            enrolment_id=enrolment.id,
            version=1,
            state=PlanState.AGREED,
            made_by=mentor_id,
            made_at=now,
        )
        session.add(plan)
        await session.flush()
        for direction in DIRECTIONS:
            session.add(
                PlanItem(
                    plan_id=plan.id,
                    direction=direction,
                    activity="жаттығу",
                    weekdays=[1],
                    minutes=60,
                    starts_on=date(2026, 1, 13),
                )
            )


async def _entries(world: World) -> list[Entry]:
    async with world.bot.database.transaction() as session:
        return list(await session.scalars(select(Entry).order_by(Entry.id)))


async def _files(world: World) -> int:
    async with world.bot.database.transaction() as session:
        return await session.scalar(select(func.count()).select_from(Media)) or 0


async def test_a_picture_with_words_is_saved_by_one_tap(
    world: World, aruzhan: Phone, mentor: Phone
) -> None:
    await aruzhan.send(_picture(), text="жүгіру 40 мин")
    await aruzhan.sees("Спорт", "40 мин", "бүгін?")
    await aruzhan.tap("Иә")
    await aruzhan.sees("Жазылды. Осы аптада: 40 / 60 мин.")
    await mentor.sees("Спорт", "40 мин")


async def test_a_picture_alone_takes_three_taps(world: World, aruzhan: Phone) -> None:
    await aruzhan.send(_picture())
    await aruzhan.sees("Қай бағыт?")
    await aruzhan.tap("Дарын мен дағды")
    await aruzhan.sees("Қанша уақыт?")
    await aruzhan.tap("45 мин")
    await aruzhan.sees("жаттығу, 45 мин, бүгін?")
    await aruzhan.tap("Иә")
    await aruzhan.sees("Осы аптада: 45 / 60 мин.")


async def test_a_number_answers_how_long(world: World, aruzhan: Phone) -> None:
    await aruzhan.send(_picture())
    await aruzhan.tap("Спорт")
    await aruzhan.sees("Қанша уақыт?")
    await aruzhan.write("1 сағат 20 мин")
    await aruzhan.sees("80 мин, бүгін?")
    assert len(await _entries(world)) == 1


async def test_an_album_gets_one_card(world: World, aruzhan: Phone) -> None:
    await aruzhan.send(*map(_picture, range(5)), text="жүгіру 40 мин")
    await aruzhan.sees("40 мин, бүгін?", "5 файл")
    await world.move(seconds=30)
    assert len(await _entries(world)) == 1
    assert await _files(world) == 5
    cards = [m for m in await aruzhan.messages() if "бүгін?" in (m["text"] or "")]
    assert len(cards) == 1


async def test_everything_on_the_card_can_be_changed(world: World, aruzhan: Phone) -> None:
    await aruzhan.write("жүгіру 40 мин")
    await aruzhan.sees("бүгін?")
    await aruzhan.tap("Басқа бағыт")
    await aruzhan.tap("Ұлттық мұра")
    await aruzhan.sees("Ұлттық мұра, 40 мин, бүгін?")
    await aruzhan.tap("Уақыты")
    await aruzhan.tap("Басқаша")
    await aruzhan.sees("1 сағат 20 мин, 1:20")
    await aruzhan.write("көп")
    await aruzhan.sees("Уақытын түсінбедім")
    await aruzhan.write("1:10")
    await aruzhan.sees("70 мин, бүгін?", new=True)
    await aruzhan.tap("Күні")
    await aruzhan.tap("кеше")
    await aruzhan.sees("70 мин, кеше?")
    await aruzhan.tap("Мәтіні")
    await aruzhan.write("Көкпар көрдік")
    await aruzhan.sees("кеше?", "Көкпар көрдік", new=True)
    await aruzhan.tap("Файл қосу")
    await aruzhan.send(_picture())
    await aruzhan.sees("кеше?", "Тіркелгені: 1 файл", new=True)
    (entry,) = await _entries(world)
    assert (entry.direction, entry.minutes, entry.note) == ("heritage", 70, "Көкпар көрдік")


async def test_a_day_long_ago_asks_why(world: World, aruzhan: Phone) -> None:
    await aruzhan.write("жүгіру 40 мин")
    await aruzhan.tap("Күні")
    await aruzhan.tap("Одан бұрын")
    await aruzhan.sees("Күнтізбеден таңдаңыз")
    await aruzhan.write("түсініксіз")
    await aruzhan.sees("Күнін түсінбедім")
    await aruzhan.write("20.01")
    await aruzhan.sees("Неге кеш")
    await aruzhan.tap("Интернет болмады")
    await aruzhan.sees("20 қаңтар?", "Интернет болмады")
    await aruzhan.tap("Иә")
    await aruzhan.sees("19 қаңтар күні басталған аптада: 40 / 60 мин.")


async def test_the_calendar_takes_a_day(world: World, aruzhan: Phone) -> None:
    await aruzhan.write("жүгіру 40 мин")
    await aruzhan.tap("Күні")
    await aruzhan.tap("Одан бұрын")
    calendar = await aruzhan.sees("Ақпан 2026", "Дс")
    (second,) = [b["data"] for row in calendar["buttons"] for b in row if b["text"] == "2"]
    await aruzhan.forge(calendar["message_id"], second)
    await aruzhan.sees("кеше?")


async def test_a_book_is_asked_for_step_by_step(world: World, aruzhan: Phone) -> None:
    await aruzhan.write("Кітап оқыдым")
    await aruzhan.sees("Кітап оқу", "қай кітап", "шағын эссе")
    await aruzhan.tap("Толықтыру")
    await aruzhan.sees("Бөлімін таңдаңыз")
    await aruzhan.write("мен білмейтін кітап")
    await aruzhan.sees("Мұндай кітапты тізімнен таппадым", new=True)
    await aruzhan.write("абай")
    listed = await aruzhan.sees("Кітапты таңдаңыз", new=True)
    titles = [button["text"] for row in listed["buttons"] for button in row]
    assert titles[:2] == ["Қара сөздер – Абай Құнанбайұлы", "Абай жолы – Мұхтар Әуезов"]
    await aruzhan.tap("Абай жолы", on=listed)
    await aruzhan.sees("Кемінде 500 таңба")
    await aruzhan.write("Бұл кітап маған ұнады. " * 30)
    await aruzhan.sees("Абай жолы", "бүгін?")
    await aruzhan.tap("Иә")
    await aruzhan.sees("Кітапты тәлімгер растаған соң")


async def test_an_action_is_asked_for_step_by_step(world: World, aruzhan: Phone) -> None:
    await world.partner("Қызыл Жарты Ай", "volunteering", "trips")
    await aruzhan.write("Еріктілік, 2 сағат")
    await aruzhan.tap("Толықтыру")
    await aruzhan.tap("Қызыл Жарты Ай")
    await aruzhan.sees("Іс-шара қалай аталды?")
    await aruzhan.write("Көктем сенбілігі")
    await aruzhan.sees("Нәтижесі қандай болды?")
    await aruzhan.write("12 қап қоқыс")
    await aruzhan.sees("фото, видео, дауыс не файл жіберіңіз")
    await aruzhan.send(_picture(1), _picture(2))
    await aruzhan.sees("120 мин, бүгін?", "Көктем сенбілігі", "12 қап қоқыс", "2 файл")
    await aruzhan.tap("Иә")
    await aruzhan.sees("Осы аптада: 120 / 60 мин.")


async def test_an_employer_confirms_by_a_link(world: World, aruzhan: Phone) -> None:
    employer = await world.phone("Серік")
    await aruzhan.write("Нан дүкенінде жұмыс істедім, нан пісірдім")
    await aruzhan.sees("Еңбек тәжірибесі", "жұмыс берушінің атауы")
    await aruzhan.tap("Толықтыру")
    await aruzhan.write("Нан дүкені")
    await aruzhan.tap("Иә")
    await aruzhan.tap("Жұмыс берушіге сілтеме")
    letter = await aruzhan.sees("?start=e_")
    payload = await aruzhan.link(letter)
    await aruzhan.start(payload)
    await aruzhan.sees("Бұл сілтеме жұмыс берушіге арналған")
    await employer.start(payload)
    await employer.tap("Қазақша")
    await employer.sees("Аружан", "Нан дүкені", "нан пісірдім")
    await employer.tap("Растаймын")
    await employer.write("Серік Ахметов")
    await employer.sees("Рақмет! Жауабыңыз жеткізілді")
    await aruzhan.sees("Жұмыс беруші растады", "Серік Ахметов")
    await employer.start(payload)
    await employer.sees("Бұл сілтеме енді жарамсыз")


async def test_a_sent_entry_is_taken_back_and_mended(world: World, aruzhan: Phone) -> None:
    await aruzhan.send(_picture(), text="жүгіру 40 мин")
    card = await aruzhan.sees("бүгін?")
    await aruzhan.tap("Иә")
    await aruzhan.tap("Қайтарып алу")
    await aruzhan.sees("Өзіңіз қайтарып алдыңыз")
    await aruzhan.tap("Түзетіп, қайта жіберу")
    await aruzhan.sees("Түзетілген нұсқа: 2", "1 файл")
    await aruzhan.tap("Уақыты")
    await aruzhan.tap("60 мин")
    await aruzhan.tap("Иә")
    await aruzhan.sees("Осы аптада: 60 / 60 мин.")
    old, new = await _entries(world)
    assert (old.state, old.minutes) == (EntryState.WITHDRAWN, 40)
    assert (new.state, new.minutes) == (EntryState.SUBMITTED, 60)
    await aruzhan.forge(card["message_id"], f"d:ok:{old.id}:")
    await aruzhan.sees("Өзіңіз қайтарып алдыңыз", "Нұсқалары (2)")
    await aruzhan.tap("Нұсқалары")
    await aruzhan.sees("1-нұсқа", "2-нұсқа")


async def test_own_entries_are_listed_and_opened(world: World, aruzhan: Phone) -> None:
    for minutes in range(10, 19):
        await aruzhan.write(f"жүгіру {minutes} мин")
        await aruzhan.sees(f"{minutes} мин, бүгін?")
    await aruzhan.tap("Иә")
    await aruzhan.write("/add")
    await aruzhan.sees("Жаңа жазба", "Еңбек тәжірибесі")
    await aruzhan.tap("Күнделік")
    await aruzhan.sees("жазба: 9", "1 / 2", "⏳", "18 мин")
    await aruzhan.tap("▶️")
    await aruzhan.sees("2 / 2", "10 мин")
    await aruzhan.tap("⏳")
    await aruzhan.sees("жазба: 1")
    await aruzhan.tap("18 мин")
    await aruzhan.sees("Тәлімгердің қарауында", "Болған күні", "Бізге жеткен уақыты")


async def test_a_window_of_a_draft_sent_meanwhile_closes(world: World, aruzhan: Phone) -> None:
    await aruzhan.write("жүгіру 40 мин")
    await aruzhan.tap("Мәтіні")
    question = await aruzhan.sees("қалай өтіп жатыр?")
    (entry,) = await _entries(world)
    await aruzhan.forge(question["message_id"], f"d:ok:{entry.id}:")
    await aruzhan.write("Жақсы өтті")
    await aruzhan.sees("өзгеріп үлгеріпті")
    await aruzhan.sees("Тәлімгердің қарауында")
    await aruzhan.write("домбыра 30 мин")
    await aruzhan.sees("30 мин, бүгін?")
    assert [each.note for each in await _entries(world)] == ["жүгіру 40 мин", "домбыра 30 мин"]


async def test_a_review_in_voice_is_taken_where_words_are_asked(
    world: World, aruzhan: Phone
) -> None:
    await aruzhan.write("Кітап оқыдым: Абай жолы")
    await aruzhan.tap("Толықтыру")
    await aruzhan.sees("Кемінде 500 таңба")
    await aruzhan.send(b"OggS", kind="voice")
    await aruzhan.sees("Абай жолы", "бүгін?", "1 файл")


async def test_beginning_with_a_direction(world: World, aruzhan: Phone) -> None:
    await aruzhan.write("/add")
    await aruzhan.tap("Спорт")
    await aruzhan.tap("30 мин")
    await aruzhan.sees("жаттығу, 30 мин, бүгін?")


async def test_a_draft_is_thrown_away_only_after_a_question(world: World, aruzhan: Phone) -> None:
    await aruzhan.write("сәлем, қалайсыз?")
    await aruzhan.tap("Бұл жазба емес")
    await aruzhan.sees("өшірілсін бе?")
    await aruzhan.tap("Артқа")
    assert len(await _entries(world)) == 1
    await aruzhan.tap("Бұл жазба емес")
    await aruzhan.tap("Иә, өшірілсін")
    await aruzhan.sees("Өшірілді")
    assert await _entries(world) == []


async def test_cards_work_after_a_restart(world: World, aruzhan: Phone) -> None:
    await aruzhan.write("жүгіру 40 мин")
    await aruzhan.sees("бүгін?")
    await aruzhan.tap("Уақыты")
    await aruzhan.tap("Басқаша")
    await aruzhan.sees("1 сағат 20 мин, 1:20")
    await world.restart_bot()
    await aruzhan.write("55")
    await aruzhan.sees("55 мин, бүгін?")
    await world.restart_bot()
    await aruzhan.tap("Иә")
    await aruzhan.sees("Осы аптада: 55 / 60 мин.")


async def test_forged_taps_change_nothing(world: World, aruzhan: Phone, mentor: Phone) -> None:
    await aruzhan.write("жүгіру 40 мин")
    await aruzhan.sees("бүгін?")
    (entry,) = await _entries(world)
    stranger = await world.phone("Бөтен")
    await stranger.start()
    own = await stranger.sees("Қазақша")
    await _activate(world, stranger, mentor)
    for do in ("ok", "dir:talent", "min:60", "drop", "show", "tell:words", "final:1"):
        name, _, value = do.partition(":")
        await stranger.forge(own["message_id"], f"d:{name}:{entry.id}:{value}")
    for do in ("show", "withdraw", "mend", "media", "versions", "employer"):
        await stranger.forge(own["message_id"], f"e:{do}:{entry.id}")
    card = await aruzhan.sees("бүгін?")
    for value in ("min:abc", "day:yesterday", "day:2030-01-01", "dir:chess", "tell:run", "min:-5"):
        name, _, forged = value.partition(":")
        await aruzhan.forge(card["message_id"], f"d:{name}:{entry.id}:{forged}")
    await stranger.does_not_see("жүгіру")
    (after,) = await _entries(world)
    assert (after.state, after.minutes, after.direction) == (EntryState.DRAFT, 40, "sport")


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (EnrolmentState.PAUSED, "тоқтатылып тұр"),
        (EnrolmentState.PLANNING, "кесте келісілді"),
        (EnrolmentState.COMPLETE, "деңгей аяқталды"),
    ],
)
async def test_a_closed_journal_answers_once(
    world: World, aruzhan: Phone, state: EnrolmentState, words: str
) -> None:
    async with world.bot.database.transaction() as session:
        enrolment = await session.scalar(select(Enrolment))
        assert enrolment is not None
        enrolment.state = state
    await aruzhan.send(_picture(1), _picture(2), _picture(3))
    await aruzhan.sees(words)
    await world.move(seconds=30)
    told = [m for m in await aruzhan.messages() if words in (m["text"] or "")]
    assert len(told) == 1
    assert await _entries(world) == []


async def test_a_pause_ends_by_a_tap(world: World, aruzhan: Phone) -> None:
    async with world.bot.database.transaction() as session:
        enrolment = await session.scalar(select(Enrolment))
        assert enrolment is not None
        enrolment.state = EnrolmentState.PAUSED
    await aruzhan.write("жүгіру 40 мин")
    await aruzhan.tap("Жалғастыру")
    await aruzhan.sees("Күнделік қайта ашық")
    await aruzhan.write("жүгіру 40 мин")
    await aruzhan.sees("40 мин, бүгін?")


@pytest.mark.parametrize(
    ("kind", "name"),
    [("voice", "v.ogg"), ("video", "v.mp4"), ("video_note", "n.mp4"), ("document", "a.heic")],
)
async def test_other_files_become_drafts(
    world: World, aruzhan: Phone, kind: str, name: str
) -> None:
    await aruzhan.send(b"\0\1broken", kind=kind, name=name)
    await aruzhan.sees("Қай бағыт?", "1 файл")
    assert await _files(world) == 1
