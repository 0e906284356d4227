"""Reviews as people see them: one tap for the mentor, the answer at once for the participant."""

from collections import Counter
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import select

from award.programme.requirements import Choices
from award.progress.asked import store_choices
from handlers.mentoring.marks import MarkDo, MarkTap
from handlers.mentoring.tasks import NewTask, TaskDo, TaskTap
from handlers.review.card import ReviewDo, ReviewTap
from handlers.ui.taps import OpenMarks, OpenTasks, ReviewQueue
from storage.tables import (
    Audit,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Mark,
    MarkKind,
    Media,
    Person,
    RoleKind,
)
from tests.journeys.people import Phone
from tests.journeys.world import World


def picture(number: int = 0) -> bytes:
    file = BytesIO()
    Image.new("RGB", (64, 48), (number * 40 % 256, 90, 160)).save(file, "JPEG")
    return file.getvalue()


async def enrol(world: World, phone: Phone, mentor: Phone, name: str) -> int:
    """Make the person an active participant of three weeks; the enrolment's id."""
    now = world.clock.now()
    person_id, mentor_id = await world.person_id(phone), await world.person_id(mentor)
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, person_id)
        person.language, person.full_name, person.region = "kk", name, "KZ-75"
        enrolment = Enrolment(
            person_id=person_id,
            mentor_id=mentor_id,
            state=EnrolmentState.ACTIVE,
            level="bronze",
            choices=store_choices(Choices({"heritage": "book"}, frozenset())),
            begun_at=now,
            submitted_at=now,
            started_on=now.date() - timedelta(days=21),
        )
        session.add(enrolment)
        await session.flush()
        return enrolment.id


@pytest.fixture
async def mentor(world: World) -> Phone:
    return await world.staff("Дана", RoleKind.MENTOR, full_name="Дана Ахметова")


@pytest.fixture
async def aruzhan(world: World, mentor: Phone) -> Phone:
    phone = await world.phone("Аружан")
    await phone.start()
    await phone.sees("Қазақша")
    await enrol(world, phone, mentor, "Сейтова Аружан")
    return phone


async def log(phone: Phone, words: str, file: bytes | None = None) -> None:
    """Send an entry of sport that needs nothing but the one tap."""
    if file is None:
        await phone.write(words)
    else:
        await phone.send(file, text=words)
    card = await phone.sees(words.split()[-2], "Иә", new=True)
    await phone.tap("Иә", on=card)
    assert "Жазылды" in (await now_on(phone, card))["text"]


async def now_on(phone: Phone, message: dict[str, Any]) -> dict[str, Any]:
    """The message as it stands now."""
    number = message["message_id"]
    return next(each for each in await phone.messages() if each["message_id"] == number)


async def states(world: World) -> list[EntryState]:
    async with world.bot.database.transaction() as session:
        return list(await session.scalars(select(Entry.state).order_by(Entry.id)))


async def looks(world: World) -> Counter[int | None]:
    """How many looks at each entry are on the record."""
    async with world.bot.database.transaction() as session:
        seen = select(Audit.subject_id).where(Audit.action == "entry.seen")
        return Counter(await session.scalars(seen))


async def test_two_taps_of_the_mentor_and_the_week_counts(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    await log(aruzhan, "жүгіру 40 мин", picture(1))
    card = await mentor.sees("Сейтова Аружан", "40 мин", "осымен бірге 40 / 60 мин", "Растау")
    assert [file["kind"] for file in card["media"]] == ["photo"]
    await mentor.tap("Растау", on=card)
    await aruzhan.sees("Тәлімгер растады", "Осы аптада: 40 / 60 мин")
    done = await now_on(mentor, card)
    assert "Расталды" in done["text"]
    assert "Күтіп тұрған басқа жазба жоқ" in done["text"]
    await log(aruzhan, "жүгіру 25 мин", picture(2))
    await mentor.tap("Растау", on=await mentor.sees("25 мин", "Растау", new=True))
    await aruzhan.sees("Бұл апта саналды!", "65 / 60 мин")


async def test_a_note_of_hardly_more_than_empty_lines_reaches_the_mentor(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    """It is too long for a caption, with what stands around it."""
    await log(aruzhan, "жүгіру\n" + "а\n\n\n\n" * 195 + " 40 мин", picture(1))
    card = await mentor.sees("Сейтова Аружан", "40 мин", "Растау")
    await mentor.tap("Растау", on=card)
    await aruzhan.sees("Тәлімгер растады")
    await mentor.sees("Расталды")


async def test_the_next_one_takes_the_place_in_the_same_message(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    for number in (1, 2, 3):
        await log(aruzhan, f"жүгіру {10 + number} мин", picture(number))
        await world.move(minutes=1)  # a message of its own for each
    card = await mentor.sees("11 мин", "Растау")
    await mentor.sees("13 мин", "Тағы 2 жазба")
    for number in (2, 3):
        await mentor.tap("Растау", on=await now_on(mentor, card))
        text = (await now_on(mentor, card))["text"]
        assert f"жүгіру {10 + number} мин" in text
        assert "Расталды" in text
    await mentor.tap("Растау", on=await now_on(mentor, card))
    assert await states(world) == [EntryState.APPROVED] * 3
    other = await mentor.sees("Расталды", "жүгіру 12 мин")
    assert other["buttons"] == []


async def test_what_comes_within_a_minute_is_told_in_one_message(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    for number in (1, 2, 3):
        await log(aruzhan, f"жүгіру {10 + number} мин", picture(number))
    card = await mentor.sees("11 мин", "Растау")
    await mentor.does_not_see("12 мин")
    await world.move(minutes=1)
    summary = await mentor.sees("Тағы жаңа жазбалар келді", "Күтіп тұрғаны: 3")
    assert summary["message_id"] > card["message_id"]
    await mentor.does_not_see("13 мин")
    await mentor.tap("Тексеру: 3", on=summary)
    await mentor.tap("Растау", on=await mentor.sees("11 мин", "Растау", new=True))
    await mentor.sees("12 мин", "Расталды")
    assert await now_on(mentor, summary) == summary, "it was changed into an entry's card"


async def test_a_returned_entry_is_mended_and_approved(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    await log(aruzhan, "жүгіру 40 мин", picture())
    await mentor.tap("Қайтару", on=await mentor.sees("40 мин", "Растау"))
    await mentor.tap("Уақыты дұрыс емес")
    await aruzhan.sees("Тәлімгер түзетуге қайтарды", "Неше минут айналысқаныңызды")
    await aruzhan.tap("Түзету")
    await aruzhan.tap("Уақыты")
    await aruzhan.tap("30 мин")
    await aruzhan.tap("Иә")
    again = await mentor.sees("нұсқасы: 2", "Неше минут айналысқаныңызды", "30 мин")
    assert [file["kind"] for file in again["media"]] == ["photo"]
    await mentor.tap("Тағы", on=again)
    await mentor.tap("Алдыңғы нұсқасы")
    await mentor.sees("1-нұсқа.", "40 мин", "Түзетуге қайтарылған")
    await mentor.tap("Артқа", on=await now_on(mentor, again))
    await mentor.tap("Растау", on=await now_on(mentor, again))
    await aruzhan.sees("Тәлімгер растады", "30 мин")
    assert await states(world) == [EntryState.RETURNED, EntryState.APPROVED]


async def test_own_words_are_shown_as_words(world: World, mentor: Phone, aruzhan: Phone) -> None:
    await log(aruzhan, "жүгіру 40 мин", picture())
    await mentor.tap("Тағы", on=await mentor.sees("40 мин", "Растау"))
    await mentor.tap("Қабылдамау")
    await mentor.tap("Өз сөзіммен")
    await mentor.sees("Жазбаны неге қабылдамайсыз?")
    await mentor.write("<b>Бұл</b> & сіз емес")
    await aruzhan.sees("Тәлімгер қабылдамады", "<b>Бұл</b> & сіз емес")
    await mentor.sees("Қабылданбады", "Күтіп тұрған басқа жазба жоқ")
    await mentor.does_not_see("Жазбаны неге қабылдамайсыз?")
    assert await states(world) == [EntryState.REJECTED]


async def test_the_second_device_is_told_and_shown_the_next(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    await log(aruzhan, "жүгіру 41 мин")
    await log(aruzhan, "жүгіру 42 мин")
    card = await mentor.sees("41 мин", "Растау")
    await mentor.tap("Растау", on=card)
    answer = await mentor.forge(card["message_id"], ReviewTap(do=ReviewDo.APPROVE, entry=1).pack())
    assert answer is not None
    assert "өзіңіз растап қойғансыз" in answer["text"]
    assert "42 мин" in (await now_on(mentor, card))["text"]
    assert await states(world) == [EntryState.APPROVED, EntryState.SUBMITTED]
    await aruzhan.sees("Тәлімгер растады")
    told = [m for m in await aruzhan.messages() if "Тәлімгер растады" in m["text"]]
    assert len(told) == 1


async def test_what_was_taken_back_is_not_decided(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    await log(aruzhan, "жүгіру 40 мин")
    card = await mentor.sees("40 мин", "Растау")
    await aruzhan.tap("Қайтарып алу")
    answer = await mentor.tap("Растау", on=card)
    assert answer is not None
    assert "өзі қайтарып алды" in answer["text"]
    assert await states(world) == [EntryState.WITHDRAWN]


async def test_a_card_of_who_has_left_goes(world: World, mentor: Phone, aruzhan: Phone) -> None:
    await log(aruzhan, "жүгіру 40 мин")
    card = await mentor.sees("40 мин", "Растау")
    async with world.bot.database.transaction() as session:
        (await session.scalars(select(Enrolment))).one().state = EnrolmentState.WITHDRAWN
    answer = await mentor.tap("Растау", on=card)
    assert answer is not None
    assert "енді сіздің тексеруіңізде емес" in answer["text"]
    assert (await mentor.sees("Қаралмаған жазба жоқ"))["message_id"] == card["message_id"]
    await mentor.does_not_see("40 мин", "Растау")
    assert await states(world) == [EntryState.SUBMITTED]


async def three_cards(world: World, mentor: Phone, aruzhan: Phone) -> dict[str, Any]:
    """Entries of 21, 22 and 23 minutes, each a message of its own; the first one's card."""
    for number in (1, 2, 3):
        await log(aruzhan, f"жүгіру {20 + number} мин", picture(number))
        await world.move(minutes=1)
    return await mentor.sees("21 мин", "Растау")


async def test_all_without_warnings_at_once(world: World, mentor: Phone, aruzhan: Phone) -> None:
    card = await three_cards(world, mentor, aruzhan)
    await mentor.sees("23 мин", "Растау")
    async with world.bot.database.transaction() as session:
        last = (await session.scalars(select(Media).order_by(Media.id.desc()))).first()
        assert last is not None
        last.problem = "corrupt"
    for label in ("Тағы", "Барлық жазбасын растау", "2 жазбаны растау"):
        await mentor.tap(label, on=await now_on(mentor, card))
    await mentor.sees("расталған жазба: 2")
    await aruzhan.sees("Тәлімгер 2 жазбаңызды растады!", "43 / 60 мин")
    assert (await states(world)).count(EntryState.APPROVED) == 2
    text = (await now_on(mentor, card))["text"]
    assert "23 мин" in text
    assert "Тексерілмеді: файл ашылмады." in text


async def test_a_decision_is_one_look_at_its_card_and_one_at_the_next(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    card = await three_cards(world, mentor, aruzhan)
    await mentor.sees("23 мин", "Растау")
    before = await looks(world)
    assert before == {1: 1, 2: 1, 3: 1}
    await mentor.tap("Растау", on=card)
    await mentor.sees("22 мин", "Расталды")
    assert await looks(world) - before == {1: 1, 2: 1}


async def test_approving_all_is_one_look_at_each_card_shown_anew(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    card = await three_cards(world, mentor, aruzhan)
    await mentor.sees("23 мин", "Растау")
    for label in ("Тағы", "Барлық жазбасын растау"):
        await mentor.tap(label, on=await now_on(mentor, card))
    before = await looks(world)
    await mentor.tap("3 жазбаны растау", on=await now_on(mentor, card))
    await mentor.sees("расталған жазба: 3")
    assert await looks(world) - before == {1: 1, 2: 1, 3: 1}


@pytest.mark.parametrize("kind", ["video", "voice", "video_note", "document"])
async def test_any_kind_of_file_is_shown(
    world: World, mentor: Phone, aruzhan: Phone, kind: str
) -> None:
    await aruzhan.send(b"\0" * 2000, kind=kind)
    await aruzhan.tap("Спорт")
    await aruzhan.tap("40 мин")
    await aruzhan.tap("Иә")
    card = await mentor.sees("Сейтова Аружан", "Растау")
    shown = [file["kind"] for m in await mentor.messages() for file in m["media"]]
    assert shown == [kind]
    await log(aruzhan, "жүгіру 41 мин")
    await mentor.tap("Растау", on=card)
    await mentor.sees("Расталды", "41 мин")
    await aruzhan.sees("Тәлімгер растады")


async def test_an_album_is_one_card(world: World, mentor: Phone, aruzhan: Phone) -> None:
    await aruzhan.send(picture(1), picture(2), picture(3), text="жүгіру 40 мин")
    await aruzhan.tap("Иә")
    card = await mentor.sees("40 мин", "Растау")
    assert sum(len(m["media"]) for m in await mentor.messages()) == 3
    await mentor.tap("Қайтару", on=card)
    await mentor.tap("Артқа")
    await mentor.tap("Растау", on=await now_on(mentor, card))
    assert sum(len(m["media"]) for m in await mentor.messages()) == 3
    await aruzhan.sees("Тәлімгер растады")


async def test_an_old_card_works_after_a_restart(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    await log(aruzhan, "жүгіру 40 мин")
    card = await mentor.sees("40 мин", "Растау")
    await mentor.tap("Қайтару", on=card)
    await world.restart_bot()
    await world.move(days=3)
    await mentor.tap("Артқа", on=await now_on(mentor, card))
    await mentor.tap("Растау", on=await now_on(mentor, card))
    await aruzhan.sees("Тәлімгер растады")


async def test_the_queue_opens_by_command_for_mentors_only(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    await mentor.write("/review")
    await mentor.sees("Қаралмаған жазба жоқ")
    await log(aruzhan, "жүгіру 40 мин")
    await log(aruzhan, "жүгіру 41 мин")
    await mentor.write("/review")
    await mentor.sees("Күтіп тұрған жазба: 2 (Сейтова Аружан: 2)", "40 мин", "Тағы 1 жазба")
    await aruzhan.write("/review")
    await aruzhan.sees("сізге ашық емес")


async def test_other_peoples_taps_change_nothing(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    await log(aruzhan, "жүгіру 40 мин")
    await mentor.sees("40 мин", "Растау")
    other = await world.staff("Асқар", RoleKind.MENTOR)
    taps = [
        *(ReviewTap(do=do, entry=1, value=value).pack() for do, value in _REVIEW_TAPS),
        "rv:nonsense:1:",
        *(MarkTap(do=do, enrolment=1, direction="sport").pack() for do in MarkDo),
        OpenMarks(enrolment=1).pack(),
        OpenTasks(enrolment=1).pack(),
        NewTask(enrolment=1).pack(),
    ]
    for phone in (other, aruzhan):
        seen = (await phone.messages())[-1]["message_id"]
        for data in taps:
            if phone is aruzhan and data == OpenTasks(enrolment=1).pack():
                continue  # her own tasks she may read
            answer = await phone.forge(seen, data)
            assert answer is not None, data
            assert answer["show_alert"], data
    assert await states(world) == [EntryState.SUBMITTED]
    await other.does_not_see("Сейтова")
    async with world.bot.database.transaction() as session:
        assert list(await session.scalars(select(Mark))) == []


_REVIEW_TAPS = (
    (ReviewDo.APPROVE, ""),
    (ReviewDo.RETURN, "minutes"),
    (ReviewDo.REJECT, "reused"),
    (ReviewDo.APPROVE_ALL, "1"),
    (ReviewDo.APPROVE_ALL, "x"),
    (ReviewDo.WORDS, "returned"),
    (ReviewDo.EARLIER, ""),
    (ReviewDo.WHOLE, ""),
    (ReviewDo.SKIP, ""),
    (ReviewDo.MORE, ""),
    (ReviewDo.ASK_ALL, ""),
    (ReviewDo.SHOW, ""),
)


@pytest.mark.parametrize(
    "data",
    [
        ReviewTap(do=ReviewDo.RETURN, entry=1, value="no-such-reason").pack(),
        ReviewTap(do=ReviewDo.APPROVE_ALL, entry=1, value="x").pack(),
        ReviewTap(do=ReviewDo.APPROVE, entry=999).pack(),
        "rv:ok:1",
        "rv:ok:x:",
        TaskTap(do=TaskDo.DROP, task=999).pack(),
        MarkTap(do=MarkDo.NORM, enrolment=1, direction="nonsense").pack(),
        MarkTap(do=MarkDo.DONE, enrolment=1, direction="sport").pack(),
    ],
)
async def test_forged_taps_are_answered_and_do_nothing(
    world: World, mentor: Phone, aruzhan: Phone, data: str
) -> None:
    await log(aruzhan, "жүгіру 40 мин")
    card = await mentor.sees("40 мин", "Растау")
    answer = await mentor.forge(card["message_id"], data)
    assert answer is not None
    assert answer["text"]
    assert await states(world) == [EntryState.SUBMITTED]


async def test_a_task_is_set_answered_and_done(world: World, mentor: Phone, aruzhan: Phone) -> None:
    await log(aruzhan, "жүгіру 40 мин")
    card = await mentor.sees("40 мин", "Растау")
    await mentor.tap("Растау", on=card)  # or the next entry would wait a minute, for more to come
    await mentor.forge(card["message_id"], OpenTasks(enrolment=1).pack())
    await mentor.tap("Жаңа тапсырма")
    await mentor.tap("Дарын мен дағды")
    await mentor.sees("Не істеу керек?")
    await mentor.write("Домбырада «Аққу» күйін тартыңыз")
    await mentor.sees("Қай күнге дейін?")
    await mentor.write("20.02.2026")
    await mentor.tap("Қатысушыға жіберу", on=await mentor.sees("Аққу", "20 ақпан"))
    await mentor.sees("Тапсырма қатысушыға жіберілді")
    await aruzhan.sees("қосымша тапсырма берді", "Аққу", "20 ақпан")
    await aruzhan.tap("Орындадым")
    await aruzhan.tap("60 мин")
    await aruzhan.tap("Мәтіні")
    await aruzhan.write("Күйді тартып бердім")
    await aruzhan.tap("Иә", on=await aruzhan.sees("Күйді тартып бердім", "Иә"))
    await mentor.tap("Растау", on=await mentor.sees("Қосымша тапсырма", "Аққу", "Растау"))
    await aruzhan.sees("Тәлімгер растады", "Дарын", "Бұл апта саналды!")
    await mentor.forge(card["message_id"], OpenTasks(enrolment=1).pack())
    await mentor.sees("Қосымша тапсырмалар", "Орындалды")


async def test_the_last_mark_completes_the_level(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    mentor_id = await world.person_id(mentor)
    await log(aruzhan, "жүгіру 40 мин")
    card = await mentor.sees("40 мин", "Растау")
    async with world.bot.database.transaction() as session:
        enrolment = await session.get_one(Enrolment, 1)
        assert enrolment.started_on is not None
        # A person of whom the operator asks little: one week of sport, nothing else (§2).
        enrolment.overrides = {
            code: {"reason": "сынақ", "amount": int(code == "sport"), "sections": {}}
            for code in ("sport", "talent", "reading", "heritage", "volunteering", "trips")
        }
        enrolment.overrides["sport"]["minutes_per_week"] = 40
        for code in ("sport", "talent", "heritage"):
            enrolment.overrides[code]["final_video"] = False
        for code in ("talent", "reading", "heritage", "volunteering", "trips"):
            session.add(
                Mark(
                    enrolment_id=1,
                    direction=code,
                    kind=MarkKind.COMPLETE,
                    by=mentor_id,
                    at=world.clock.now(),
                )
            )
    await mentor.tap("Растау", on=card)
    await mentor.forge(card["message_id"], OpenMarks(enrolment=1).pack())
    await mentor.tap("Норматив: ")
    await aruzhan.sees("нормативіңіздің орындалғанын")
    await mentor.tap(": аяқталды")
    await mentor.tap("Иә, деңгей аяқталды", on=await mentor.sees("Бұл соңғы бағыт"))
    mine = await aruzhan.sees("Құттықтаймыз, Сейтова Аружан!", "Қола деңгей")
    theirs = await mentor.sees("Деңгей аяқталды", "Сейтова Аружан")
    assert [file["kind"] for file in (*mine["media"], *theirs["media"])] == ["photo", "photo"]
    async with world.bot.database.transaction() as session:
        assert (await session.get_one(Enrolment, 1)).state is EnrolmentState.COMPLETE


async def test_files_of_another_token_leave_the_words(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    await log(aruzhan, "жүгіру 40 мин", picture())
    await mentor.sees("40 мин", "Растау")
    async with world.bot.database.transaction() as session:
        (await session.scalars(select(Media))).one().file_id = "AgACAgIAAxkBAAIB"
    await mentor.write("/review")
    card = await mentor.sees("Күтіп тұрған жазба: 1", "40 мин", "Растау")
    assert card["media"] == []
    await mentor.tap("Растау", on=card)
    await aruzhan.sees("Тәлімгер растады")


async def test_the_queue_opens_by_a_button(world: World, mentor: Phone, aruzhan: Phone) -> None:
    await log(aruzhan, "жүгіру 40 мин")
    card = await mentor.sees("40 мин", "Растау")
    await mentor.forge(card["message_id"], ReviewQueue().pack())
    await mentor.sees("Күтіп тұрған жазба: 1", "40 мин", "Растау")
