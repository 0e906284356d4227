"""What people send again is found by itself, and honest pictures are left alone (§9)."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.tables import EntryState, Finding, Media, Person, RoleKind
from tests.evidence.scenes import EDITS, as_sent, scene
from tests.journeys.people import Phone
from tests.journeys.steps import now_on
from tests.journeys.test_findings import FRIEND, HEAD, participant, verdicts
from tests.journeys.test_review import log, states
from tests.journeys.world import World

ESSAYS = Path(__file__).parents[1] / "evidence" / "essays"


def shot(number: int, edit: str = "sent again") -> bytes:
    return as_sent(EDITS[edit][0](scene(number)))


@pytest.fixture
async def mentor(world: World) -> Phone:
    return await world.staff("Дана", RoleKind.MENTOR, full_name="Дана Ахметова")


@pytest.fixture
async def aruzhan(world: World, mentor: Phone) -> Phone:
    return await participant(world, mentor, "Сейтова Аружан")


async def compared(world: World) -> None:
    """Everything that was sent is looked into and compared; what was owed is delivered."""
    while await world.bot.examination.examine_next():
        continue
    while await world.bot.comparison.compare_next():
        continue
    while await world.bot.delivery.deliver_due():
        continue


async def test_the_same_photo_by_the_same_person_next_week(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    await log(aruzhan, "жүгіру 30 мин", shot(1))
    await mentor.tap("Растау", on=await mentor.sees("30 мин", "Растау"))
    await world.move(days=7)
    await log(aruzhan, "жүгіру 41 мин", shot(1))
    card = await mentor.sees("41 мин", "Растау")
    await compared(world)
    told = await mentor.sees(HEAD, "өзі жіберген", "3 ақпан", "Дәл сол файл")
    assert len(told["media"]) == 1
    assert "Сәйкестік саны: 1" in (await now_on(mentor, card))["text"]
    await mentor.tap("Бұрын қолданылған", on=told)
    news = await aruzhan.sees("фото бұрын да жіберілген екен")
    await aruzhan.tap("Түзету", on=news)
    await aruzhan.send(shot(2), text="")
    assert await states(world) == [EntryState.APPROVED, EntryState.RETURNED, EntryState.DRAFT]


async def test_cropped_and_mirrored_by_a_friend_of_the_same_mentor(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    friend = await participant(world, mentor, FRIEND)
    await log(friend, "жүгіру 30 мин", shot(1))
    await log(aruzhan, "жүгіру 41 мин", shot(1, "mirrored, cropped, brighter"))
    await mentor.sees("41 мин", "Растау")
    await compared(world)
    told = await mentor.sees(HEAD, "Сейтова Аружан", FRIEND, "айнадағыдай аударылған", "қиылған")
    await mentor.tap("Адал", on=told)
    await mentor.sees("41 мин", "Растау", new=True)
    assert await states(world) == [EntryState.SUBMITTED] * 2


async def test_a_screenshot_of_a_stranger_s_photo(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    other = await world.staff("Асқар", RoleKind.MENTOR, full_name="Асқар Тілеуов")
    stranger = await participant(world, other, "Бейтаныс Болат")
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, await world.person_id(stranger))
        person.region = "KZ-27"
    await log(stranger, "жүгіру 30 мин", shot(1))
    await log(aruzhan, "жүгіру 41 мин", shot(1, "screenshot"))
    await mentor.sees("41 мин", "Растау")
    await compared(world)
    told = await mentor.sees(HEAD, "басқа қатысушы жіберген", "экран суреті")
    await mentor.does_not_see("Болат")
    await other.does_not_see(HEAD)
    await mentor.tap("Бұрын қолданылған", on=told)
    await aruzhan.sees("бұрын да жіберілген екен")
    await aruzhan.does_not_see("Болат")
    await stranger.does_not_see("жіберілген екен")


async def test_another_shot_of_the_same_place_is_honest(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    friend = await participant(world, mentor, FRIEND)
    await log(friend, "жүгіру 30 мин", as_sent(scene(3)))
    await log(aruzhan, "жүгіру 41 мин", as_sent(scene(3, 40, moved=True)))
    await world.move(minutes=1)  # the mentor is told of the entries of one minute together
    await mentor.sees("41 мин", "Растау")
    await compared(world)
    assert await verdicts(world) == []
    await mentor.does_not_see(HEAD)
    card = await mentor.sees("41 мин", "Растау")
    assert "Сәйкестік" not in card["text"]


async def test_a_voice_message_that_was_forwarded(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    friend = await participant(world, mentor, FRIEND)
    for phone in (friend, aruzhan):
        await phone.send(b"\0" * 3000, kind="voice")
        await phone.tap("Спорт")
        await phone.tap("40 мин")
        async with world.bot.database.transaction() as session:
            pieces = list(await session.scalars(select(Media).order_by(Media.id)))
            pieces[-1].file_unique_id = pieces[0].file_unique_id  # it stays through forwards
        await phone.tap("Иә")
    card = await mentor.sees("Сейтова Аружан", "Растау")
    assert "Сәйкестік саны: 1" in card["text"]  # known at once
    await mentor.sees("Бұл аудио бұрын да жіберілген сияқты", FRIEND, "Дәл сол файл")


async def test_an_essay_copied_by_half_is_quoted(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    friend = await participant(world, mentor, FRIEND)
    copied, own = (essay(number) for number in (1, 2))
    half = copied[: len(copied) // 2].rpartition(" ")[0]
    await review_a_book(friend, copied)
    await review_a_book(aruzhan, f"{own} {half.upper()}")
    card = await mentor.sees("Сейтова Аружан", "Абай жолы", "Растау")
    await compared(world)
    told = await mentor.sees("бұрын жіберілген мәтінге ұқсайды", FRIEND, "сәйкес келетін бөлігі")
    assert told["media"] == []
    assert half[60:120].upper() in told["text"]
    assert half[60:120] in told["text"]
    assert own[100:160] not in told["text"]
    assert "Ортақ іс-шара" not in str(told["buttons"])
    assert "Сәйкестік саны: 1" in (await now_on(mentor, card))["text"]
    await mentor.tap("Бұрын қолданылған", on=told)
    news = await aruzhan.sees("Мәтініңіздің бір бөлігі", "өз сөзіңізбен")
    assert "Дәурен" not in news["text"]


async def review_a_book(phone: Phone, words: str) -> None:
    await phone.write("Кітап оқыдым")
    await phone.tap("Толықтыру")
    await phone.sees("Бөлімін таңдаңыз")
    await phone.write("Абай жолы")
    await phone.sees("Кемінде 500 таңба")
    await phone.write(words)
    await phone.tap("Иә", on=await phone.sees("Абай жолы", "бүгін?"))
    await phone.sees("Кітапты тәлімгер растаған соң")


def essay(number: int) -> str:
    """One of the tests' own, on one line."""
    text = (ESSAYS / f"kk_abai_{number}.txt").read_text("utf-8")
    return " ".join(text.split())


async def test_a_worker_killed_in_the_middle_loses_none(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    await log(aruzhan, "жүгіру 30 мин", shot(1))
    await world.stop_bot()
    await world.start_bot()
    await log(aruzhan, "жүгіру 41 мин", shot(1, "mirrored"))
    await mentor.sees("41 мин", "Растау")
    world.bot.examination.reading.worker.close()
    world.bot.comparison.matching.close()
    await compared(world)
    await mentor.sees(HEAD, "өзі жіберген")


async def test_people_who_send_at_once_are_all_compared(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    friends = [await participant(world, mentor, f"Дос {name}") for name in ("Айбек", "Марат")]
    await asyncio.gather(
        *(
            log(phone, f"жүгіру {40 + n} мин", shot(1))
            for n, phone in enumerate((aruzhan, *friends))
        )
    )
    await compared(world)
    async with world.bot.database.transaction() as session:
        pairs = {(f.media_id, f.other_media_id) for f in await session.scalars(select(Finding))}
    assert len(pairs) == 3
    await mentor.sees(HEAD, "Дәл сол файл")
