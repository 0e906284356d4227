"""What was sent before, as the mentor sees it: both side by side, one tap, and what is next."""

from io import BytesIO
from typing import Any

import pytest
from aiogram.types import Update
from PIL import Image
from sqlalchemy import select

from award.evidence.comparison import Match, keep_media_findings
from handlers.findings.card import FindingDo, FindingTap
from handlers.ui.taps import FindingsTap
from storage.tables import (
    EntryState,
    Finding,
    FindingKind,
    FindingVerdict,
    Media,
    RoleKind,
)
from tests.evidence.films import film
from tests.journeys.people import Phone
from tests.journeys.steps import a_picture, now_on, reply_lost
from tests.journeys.test_review import enrol, log, states
from tests.journeys.world import World
from tests.scheduler.conftest import calls

MIRRORED: dict[str, Any] = {
    "edits": ["mirrored", "cropped"],
    "area": [[0, 0], [1, 0], [1, 1], [0, 1]],
    "other_area": [[0.9, 0.1], [0.1, 0.1], [0.1, 0.9], [0.9, 0.9]],
}
HEAD = "бұрын да жіберілген сияқты"
FRIEND = "Қуанышев Дәурен"


@pytest.fixture
async def mentor(world: World) -> Phone:
    return await world.staff("Дана", RoleKind.MENTOR, full_name="Дана Ахметова")


@pytest.fixture
async def aruzhan(world: World, mentor: Phone) -> Phone:
    return await participant(world, mentor, "Сейтова Аружан")


@pytest.fixture
async def friend(world: World, mentor: Phone) -> Phone:
    return await participant(world, mentor, FRIEND)


async def participant(world: World, mentor: Phone, name: str) -> Phone:
    phone = await world.phone(name.rsplit(maxsplit=1)[-1])
    await phone.start()
    await phone.sees("Қазақша")
    await enrol(world, phone, mentor, name)
    return phone


async def logged(world: World, phone: Phone, number: int, minutes: int = 40) -> int:
    """Send an entry with a picture; the id of its file.

    A minute goes by: a mentor is told of the entries of one minute together.
    """
    await log(phone, f"жүгіру {minutes} мин", a_picture(number=number))
    await world.move(minutes=1)
    async with world.bot.database.transaction() as session:
        return max(await session.scalars(select(Media.id)))


async def found(
    world: World,
    media: int,
    other: int,
    kind: FindingKind = FindingKind.PHOTO,
    score: float = 0.93,
    **details: Any,
) -> int:
    """The matching process says that the later file was made of the earlier; the finding's id."""
    seen = Match(kind, other, None, score, MIRRORED | details)
    async with world.bot.database.transaction() as session:
        await keep_media_findings(session, media, [seen], world.clock.now())
        return max(await session.scalars(select(Finding.id)))


async def flagged(world: World, mentor: Phone, phone: Phone, friend: Phone) -> dict[str, Any]:
    """An entry of 41 minutes, whose photo was found to be the friend's: what the mentor reads."""
    theirs = await logged(world, friend, 1)
    mine = await logged(world, phone, 2, 41)
    await mentor.sees("41 мин", "Растау")
    await found(world, mine, theirs)
    return await mentor.sees(HEAD)


async def picture_in(world: World, message: dict[str, Any]) -> Image.Image:
    """The one picture that a message shows."""
    (shown,) = message["media"]
    async with world.http.get(f"{world.sandbox.url}{shown['url']}") as answer:
        return Image.open(BytesIO(await answer.read()))


async def verdicts(world: World) -> list[FindingVerdict | None]:
    async with world.bot.database.transaction() as session:
        return list(await session.scalars(select(Finding.verdict).order_by(Finding.id)))


async def test_a_friend_s_photo_is_laid_beside_theirs(
    world: World, mentor: Phone, aruzhan: Phone, friend: Phone
) -> None:
    theirs = await logged(world, friend, 1)
    mine = await logged(world, aruzhan, 2, 41)
    card = await mentor.sees("Сейтова Аружан", "41 мин", "Растау")
    assert "Салыстырып көру" not in str(card["buttons"])
    await found(world, mine, theirs)
    told = await mentor.sees(HEAD, "Сейтова Аружан", FRIEND, "3 ақпан")
    assert "Айырмашылығы: айнадағыдай аударылған, шеті қиылған" in told["text"]
    assert "Сәйкес келетін бөлігі: 93 %" in told["text"]
    assert "шешім сізде" in told["text"]
    sheet = await picture_in(world, told)
    assert max(sheet.size) <= 1280
    assert sheet.width > 900  # both stand beside each other
    above = await now_on(mentor, card)
    assert "Сәйкестік саны: 1" in above["text"]
    assert "Салыстырып көру" in str(above["buttons"])
    assert [file["kind"] for file in above["media"]] == ["photo"]
    await friend.does_not_see(HEAD)
    await aruzhan.does_not_see(HEAD)


async def test_honest_is_one_tap_and_the_entry_waits_below(
    world: World, mentor: Phone, aruzhan: Phone, friend: Phone
) -> None:
    told = await flagged(world, mentor, aruzhan, friend)
    card = await mentor.sees("41 мин", "Растау")
    await mentor.tap("Адал", on=told)
    answered = await now_on(mentor, told)
    assert "Жауап: адал" in answered["text"]
    assert answered["buttons"] == []
    assert len(answered["media"]) == 1
    below = await mentor.sees("41 мин", "Растау", new=True)
    for message in (below, await now_on(mentor, card)):
        assert "Сәйкестік" not in message["text"]
        assert "Салыстырып көру" not in str(message["buttons"])
    await found(world, 2, 1)
    assert await verdicts(world) == [FindingVerdict.HONEST]
    await mentor.tap("Растау", on=below)
    await aruzhan.sees("Тәлімгер растады")


async def test_reused_is_told_kindly_and_mended(
    world: World, mentor: Phone, aruzhan: Phone, friend: Phone
) -> None:
    theirs = await logged(world, friend, 1)
    await aruzhan.send(a_picture(number=2), a_picture(number=3), text="жүгіру 41 мин")
    await aruzhan.tap("Иә")
    await world.move(minutes=1)
    card = await mentor.sees("41 мин", "Растау")
    await found(world, theirs + 2, theirs)
    told = await mentor.sees(HEAD, "2-файл, барлығы 2")
    await mentor.tap("Бұрын қолданылған", on=told)
    answered = await now_on(mentor, told)
    assert "Жауап: бұрын қолданылған" in answered["text"]
    assert "Жазба түзетуге қайтарылды" in answered["text"]
    assert "Түзетуге қайтарылды" in (await now_on(mentor, card))["text"]
    await mentor.sees("Түзетуге қайтарылды", FRIEND, "40 мин", "Растау", new=True)
    news = await aruzhan.sees("№ 2 фото бұрын да жіберілген екен", "уайымдамаңыз")
    for word in (FRIEND, "Қуанышев", "3 ақпан", "айнадағыдай", "қолданылған"):
        assert word not in news["text"]
    assert await states(world) == [EntryState.SUBMITTED, EntryState.RETURNED]
    await aruzhan.tap("Түзету", on=news)
    await aruzhan.sees("Түзетілген нұсқа: 2", "1 файл")


async def test_what_is_found_later_takes_an_approval_back_only_by_a_tap(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    first = await logged(world, aruzhan, 1, 30)
    await mentor.tap("Растау", on=await mentor.sees("30 мин", "Растау"))
    await world.move(days=7)
    second = await logged(world, aruzhan, 2, 61)
    await mentor.tap("Растау", on=await mentor.sees("61 мин", "Растау"))
    await aruzhan.sees("Бұл апта саналды")
    await found(world, second, first, score=0.8, edits=["same"])
    told = await mentor.sees(HEAD, "өзі жіберген", "3 ақпан")
    assert "растау кері алынып" in told["text"]
    assert "Айырмашылығы: жоқ, сол күйінде" in told["text"]
    assert "Ортақ іс-шара" not in str(told["buttons"])
    assert await states(world) == [EntryState.APPROVED] * 2
    await mentor.tap("Бұрын қолданылған", on=told)
    assert "Растау кері алынды" in (await now_on(mentor, told))["text"]
    await aruzhan.sees("түзетуге қайтарды", "фото бұрын да жіберілген екен")
    assert await states(world) == [EntryState.APPROVED, EntryState.RETURNED]


async def test_a_stranger_is_not_named(world: World, mentor: Phone, aruzhan: Phone) -> None:
    other = await world.staff("Асқар", RoleKind.MENTOR, full_name="Асқар Тілеуов")
    stranger = await participant(world, other, "Бейтаныс Болат")
    theirs = await logged(world, stranger, 1)
    mine = await logged(world, aruzhan, 2, 41)
    await mentor.sees("41 мин", "Растау")
    await found(world, mine, theirs)
    await mentor.sees(HEAD, "басқа қатысушы жіберген", "3 ақпан")
    await mentor.does_not_see("Болат")
    await mentor.does_not_see("Бейтаныс")
    await other.does_not_see(HEAD)


async def test_a_shared_event_is_marked_once(
    world: World, mentor: Phone, aruzhan: Phone, friend: Phone
) -> None:
    theirs = await logged(world, friend, 1)
    await aruzhan.send(a_picture(number=2), a_picture(number=3), text="жүгіру 41 мин")
    await aruzhan.tap("Иә")
    await world.move(minutes=1)
    await mentor.sees("41 мин", "Растау")
    for mine in (theirs + 1, theirs + 2):
        await found(world, mine, theirs)
    told = await mentor.sees(HEAD)
    await mentor.tap("Ортақ іс-шара", on=told)
    assert "Жауап: ортақ іс-шара" in (await now_on(mentor, told))["text"]
    await mentor.sees("41 мин", "Растау", new=True)
    assert await verdicts(world) == [FindingVerdict.SHARED_EVENT] * 2
    assert await states(world) == [EntryState.SUBMITTED] * 2


async def test_the_next_one_follows_the_answer(
    world: World, mentor: Phone, aruzhan: Phone, friend: Phone
) -> None:
    theirs = await logged(world, friend, 1)
    before = await logged(world, aruzhan, 3, 42)
    mine = await logged(world, aruzhan, 2, 41)
    card = await mentor.sees("41 мин", "Растау")
    await found(world, mine, theirs)
    await mentor.sees(HEAD)
    await found(world, mine, before, score=0.7)
    assert "Сәйкестік саны: 1" in (await now_on(mentor, card))["text"]  # told together in a minute
    await mentor.tap("Адал", on=await mentor.sees(HEAD))
    second = await mentor.sees(HEAD, "өзі жіберген", "мұқият салыстырып", new=True)
    assert len(second["media"]) == 1
    assert "Сәйкестік саны: 1" in (await now_on(mentor, card))["text"]
    await mentor.tap("Адал", on=second)
    await mentor.sees("41 мин", "Растау", new=True)
    assert "Сәйкестік" not in (await now_on(mentor, card))["text"]


async def test_it_opens_from_the_entry_s_card_too(
    world: World, mentor: Phone, aruzhan: Phone, friend: Phone
) -> None:
    told = await flagged(world, mentor, aruzhan, friend)
    card = await mentor.sees("41 мин", "Растау")
    await mentor.tap("Салыстырып көру", on=await now_on(mentor, card))
    again = await mentor.sees(HEAD, new=True)
    assert again["message_id"] > told["message_id"]
    await mentor.tap("Жазбаны көру", on=again)
    entry = await mentor.sees("41 мин", "Растау", new=True)
    assert [file["kind"] for file in entry["media"]] == ["photo"]
    await mentor.tap("Адал", on=again)
    entry_id = 2
    answer = await mentor.forge(card["message_id"], FindingsTap(entry=entry_id).pack())
    assert answer is not None
    assert "жауапсыз сәйкестік қалмады" in answer["text"]


async def test_the_second_device_is_told(
    world: World, mentor: Phone, aruzhan: Phone, friend: Phone
) -> None:
    told = await flagged(world, mentor, aruzhan, friend)
    await mentor.tap("Адал", on=told)
    late = FindingTap(do=FindingDo.REUSED, finding=1).pack()
    answer = await mentor.forge(told["message_id"], late)
    assert answer is not None
    assert "өзіңіз жауап бергенсіз" in answer["text"]
    assert "Жауап: адал" in (await now_on(mentor, told))["text"]
    assert await verdicts(world) == [FindingVerdict.HONEST]
    assert await states(world) == [EntryState.SUBMITTED] * 2


async def test_old_buttons_work_after_a_restart(
    world: World, mentor: Phone, aruzhan: Phone, friend: Phone
) -> None:
    told = await flagged(world, mentor, aruzhan, friend)
    await world.restart_bot()
    await world.move(days=3)
    await mentor.tap("Бұрын қолданылған", on=told)
    await aruzhan.sees("бұрын да жіберілген екен")


async def test_a_tap_that_comes_again_after_a_crash_shows_its_answer(
    world: World, mentor: Phone, aruzhan: Phone, friend: Phone
) -> None:
    told = await flagged(world, mentor, aruzhan, friend)
    await mentor.tap("Адал", on=told)
    await world.idle()
    where = {"chat_id": mentor.id, "message_id": told["message_id"]}
    await world.bot.bot.edit_message_caption(caption="?", **where)  # as if not shown yet
    seen = await reply_lost(world)
    person = {"id": mentor.id, "is_bot": False, "first_name": mentor.name}
    message = {
        "message_id": told["message_id"],
        "date": 1_770_000_000,
        "chat": {"id": mentor.id, "type": "private"},
        "caption": "?",
    }
    tap = {
        "id": "1",
        "from": person,
        "chat_instance": "1",
        "data": FindingTap(do=FindingDo.HONEST, finding=1).pack(),
        "message": message,
    }
    again = {"update_id": seen, "callback_query": tap}
    update = Update.model_validate(again, context={"bot": world.bot.bot})
    await world.bot.updates.handle_all([update])
    await world.idle()
    assert "Жауап: адал" in (await now_on(mentor, told))["text"]
    assert await verdicts(world) == [FindingVerdict.HONEST]


async def test_a_video_is_shown_by_the_frame_that_matched(
    world: World, mentor: Phone, aruzhan: Phone, friend: Phone
) -> None:
    ids = []
    for phone, count in ((friend, 50), (aruzhan, 40)):
        await phone.send(film(count=count), kind="video", text="жүгіру 40 мин")
        await phone.tap("Иә")
        await world.move(minutes=1)
        async with world.bot.database.transaction() as session:
            ids.append(max(await session.scalars(select(Media.id))))
    await mentor.sees("Сейтова Аружан", "Растау")
    await found(world, ids[1], ids[0], FindingKind.VIDEO, part=4, other_part=1)
    told = await mentor.sees("Бұл видео бұрын да жіберілген сияқты", FRIEND)
    sheet = (await picture_in(world, told)).convert("L")
    upper, lower = (sheet.getpixel((sheet.width // 2, sheet.height * n // 4)) for n in (1, 3))
    assert isinstance(upper, int)
    assert isinstance(lower, int)
    assert upper > lower + 50  # the film grows brighter


async def test_an_entry_taken_back_is_not_asked_about(
    world: World, mentor: Phone, aruzhan: Phone, friend: Phone
) -> None:
    told = await flagged(world, mentor, aruzhan, friend)
    await friend.tap("Қайтарып алу")
    answer = await mentor.tap("Бұрын қолданылған", on=told)
    assert answer is not None
    assert "салыстыратын ештеңе қалмады" in answer["text"]
    assert (await now_on(mentor, told))["buttons"] == []
    assert await states(world) == [EntryState.WITHDRAWN, EntryState.SUBMITTED]


async def test_without_the_pictures_there_are_words(
    world: World, mentor: Phone, aruzhan: Phone, friend: Phone
) -> None:
    theirs = await logged(world, friend, 1)
    mine = await logged(world, aruzhan, 2, 41)
    await mentor.sees("41 мин", "Растау")
    while await world.bot.examination.examine_next():
        continue
    await world.fault("getFile", status=400, times=2)
    await found(world, mine, theirs)
    told = await mentor.sees(HEAD, FRIEND, "қатар көрсету мүмкін болмады")
    assert told["media"] == []
    await world.fault("getFile", status=400)
    await mentor.tap("Жазбаны көру", on=told)
    await mentor.tap("Салыстырып көру", on=await mentor.sees("41 мин", "Растау", new=True))
    one = await mentor.sees(HEAD, new=True)
    assert len(one["media"]) == 1
    assert await calls(world, "getFile") >= 4
    await mentor.tap("Адал", on=told)
    assert await verdicts(world) == [FindingVerdict.HONEST]


async def test_a_voice_message_sent_again_is_told_in_words(
    world: World, mentor: Phone, aruzhan: Phone, friend: Phone
) -> None:
    ids = []
    for phone in (friend, aruzhan):
        await phone.send(b"\0" * 3000, kind="voice")
        for label in ("Спорт", "40 мин", "Иә"):
            await phone.tap(label)
        await world.move(minutes=1)
        async with world.bot.database.transaction() as session:
            ids.append(max(await session.scalars(select(Media.id))))
    await mentor.sees("Сейтова Аружан", "Растау")
    await found(world, ids[1], ids[0], FindingKind.FILE, 1.0)
    told = await mentor.sees("Бұл аудио бұрын да жіберілген сияқты", FRIEND, "Дәл сол файл")
    assert told["media"] == []
    await mentor.tap("Бұрын қолданылған", on=told)
    await aruzhan.sees("Жазбаңыздағы аудио бұрын да жіберілген екен", "жаңа дауыстық хабар")
