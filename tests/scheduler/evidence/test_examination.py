"""Files sent with entries are looked into, whatever they are and whatever goes wrong."""

from dataclasses import replace
from datetime import UTC, datetime
from unittest.mock import ANY

import pytest
from sqlalchemy import select, update

from award.evidence.examination import FETCHABLE, Unexamined
from evidence.inspect import Looked
from evidence.photos import METHOD
from scheduler.evidence import examination
from scheduler.evidence.examination import LOOK
from storage.tables import Entry, Fingerprint, Media, MediaKind
from tests.evidence.films import film
from tests.evidence.pictures import exif, picture, png_bomb
from tests.journeys.people import Phone
from tests.journeys.world import World
from tests.scheduler.conftest import calls
from tests.scheduler.evidence.deaths import KillOnce, kill

MOMENT = "2026:02:02 18:30:00"
# In the clocks of West Kazakhstan.
TAKEN = datetime(2026, 2, 2, 13, 30, tzinfo=UTC)


async def _media(world: World) -> list[Media]:
    async with world.bot.database.transaction() as session:
        return list(await session.scalars(select(Media).order_by(Media.id)))


async def _parts(world: World, media: Media) -> list[int]:
    """The numbers of its fingerprint's parts."""
    async with world.bot.database.transaction() as session:
        query = select(Fingerprint.part).where(Fingerprint.media_id == media.id)
        return sorted(await session.scalars(query))


async def _entry(world: World) -> Entry:
    async with world.bot.database.transaction() as session:
        return (await session.scalars(select(Entry))).one()


async def _send(phone: Phone, data: bytes, name: str) -> None:
    await phone.send(data, kind="document", name=name, text="running 40 min")
    await phone.sees("40 min", new=True)


async def _examined(world: World) -> list[Media]:
    """All media, once the queue is worked off."""
    while await world.bot.examination.examine_next():
        continue
    return await _media(world)


async def test_the_camera_s_moment_reaches_the_entry(world: World, aruzhan: Phone) -> None:
    noted = exif(DateTimeOriginal=MOMENT, Make="Apple", Model="iPhone 15")
    data = picture(exif=noted)
    await _send(aruzhan, data, "IMG_1.jpg")
    (media,) = await _examined(world)
    assert (media.taken_at, media.camera, media.problem) == (TAKEN, "Apple iPhone 15", None)
    assert media.sha256
    assert media.examined_at
    assert (await _entry(world)).taken_at == TAKEN


async def test_a_heic_that_the_phone_gives_no_name_to(world: World, aruzhan: Phone) -> None:
    data = picture("HEIF", exif=exif(DateTimeOriginal=MOMENT, OffsetTimeOriginal="+01:00"))
    await _send(aruzhan, data, "IMG_1")
    (media,) = await _examined(world)
    assert media.mime == "application/octet-stream"
    assert media.taken_at == datetime(2026, 2, 2, 17, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (picture(size=(400, 300))[:5000], "a.jpg", "could not be opened"),
        (b"just words", "a.png", "not to be a picture"),
        (png_bomb(10_000, 10_000), "a.png", "is too big"),
    ],
    ids=["cut off", "no picture", "bomb"],
)
async def test_a_file_of_no_use_is_answered_once(
    world: World, aruzhan: Phone, data: bytes, name: str, words: str
) -> None:
    await _send(aruzhan, data, name)
    told = await aruzhan.sees(words, "3 February", "as a photo")
    await world.restart_bot()
    await _examined(world)
    await world.move(minutes=5)
    assert [m["message_id"] for m in await aruzhan.messages() if words in (m["text"] or "")] == [
        told["message_id"]
    ]
    await aruzhan.tap("Send it again")
    await aruzhan.send(picture())
    await aruzhan.sees("40 min, today?", "2 files")
    assert (await _entry(world)).taken_at is None


async def test_a_document_that_is_no_picture_is_in_order(world: World, aruzhan: Phone) -> None:
    await _send(aruzhan, b"%PDF-1.7", "a.pdf")
    await _send(aruzhan, b"words", "b")
    media = await _examined(world)
    assert [(each.problem, each.examined_at) for each in media] == [(None, ANY)] * 2
    assert all(each.examined_at for each in media)


@pytest.mark.parametrize(
    ("data", "kind", "numbers"),
    [
        (picture(size=(640, 480)), "photo", [0]),
        (film(size=(640, 480)), "video", [0, 1, 2, 3, 4]),
        (film(), "video_note", [0, 1, 2, 3, 4]),
        (film("gif", "gif"), "animation", [0]),
        (b"voice", "voice", []),
        (b"music", "audio", []),
    ],
)
async def test_what_can_be_seen_gets_a_fingerprint(
    world: World, aruzhan: Phone, data: bytes, kind: str, numbers: list[int]
) -> None:
    await aruzhan.send(data, kind=kind)
    await aruzhan.sees("1 file")
    (media,) = await _examined(world)
    assert (media.problem, media.examined_at, media.compared_at) == (None, ANY, None)
    assert await _parts(world, media) == numbers
    assert media.method == (METHOD if numbers else None)
    assert bool(media.sha256) is bool(numbers)


async def test_a_document_that_is_a_video_is_seen_too(world: World, aruzhan: Phone) -> None:
    await _send(aruzhan, film(), "VID_1")
    (media,) = await _examined(world)
    assert (media.problem, await _parts(world, media)) == (None, [1, 2, 3, 4])


async def test_a_video_too_big_to_fetch_has_its_thumbnail(world: World, aruzhan: Phone) -> None:
    data = film(size=(640, 480), container="mpegts") + bytes(FETCHABLE)
    await aruzhan.send(data, kind="video", text="running 40 min")
    await aruzhan.sees("40 min")
    (media,) = await _examined(world)
    assert (media.problem, await _parts(world, media)) == ("too_large", [0])


async def test_a_video_is_looked_at_though_its_thumbnail_is_gone(
    world: World, aruzhan: Phone
) -> None:
    await aruzhan.send(film(size=(640, 480)), kind="video", text="running 40 min")
    await aruzhan.sees("40 min")
    async with world.bot.database.transaction() as session:
        await session.execute(update(Media).values(thumbnail_file_id="gone"))
    (media,) = await _examined(world)
    assert (media.problem, await _parts(world, media)) == (None, [1, 2, 3, 4])


async def test_of_a_broken_video_only_the_mentor_hears(world: World, aruzhan: Phone) -> None:
    await aruzhan.send(b"broken", kind="video", text="running 40 min")
    await aruzhan.sees("40 min")
    (media,) = await _examined(world)
    assert (media.problem, media.method) == ("unreadable", None)
    await world.move(minutes=1)
    await aruzhan.does_not_see("could not be opened")


async def test_what_came_last_goes_before_a_backlog(world: World, aruzhan: Phone) -> None:
    for number in range(3):
        await aruzhan.send(picture(), text=f"running 4{number} min")
        await aruzhan.sees(f"4{number} min", new=True)
    await world.bot.examination.examine_next()
    assert [bool(media.examined_at) for media in await _media(world)] == [False, False, True]


async def test_a_file_that_nothing_can_be_done_with_keeps_no_other_waiting(
    world: World, aruzhan: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often the worker dies of it, or our own code fails on it."""
    for number in range(2):
        await aruzhan.send(picture(), text=f"running 4{number} min")
        await aruzhan.sees(f"4{number} min", new=True)
    first, second = await _media(world)
    read = world.bot.examination.reading.read

    async def failing(file: Unexamined) -> Looked:
        if file.id == second.id:
            raise KeyError
        return await read(file)

    monkeypatch.setattr(world.bot.examination.reading, "read", failing)
    with pytest.raises(KeyError):
        await world.bot.examination.examine_next()
    first, second = await _examined(world)
    assert (bool(first.examined_at), second.examined_at) == (True, None)


async def test_a_killed_worker_is_tried_again(
    world: World, aruzhan: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    await aruzhan.send(picture(), text="running 40 min")
    await aruzhan.sees("40 min")
    monkeypatch.setattr(examination, "LOOK", replace(LOOK, do=KillOnce()))
    (media,) = await _examined(world)
    assert (media.problem, media.method) == (None, METHOD)


async def test_after_three_deaths_a_file_is_given_up(
    world: World, aruzhan: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    await aruzhan.send(picture(), text="running 40 min")
    await aruzhan.sees("40 min")
    monkeypatch.setattr(examination, "LOOK", replace(LOOK, do=kill))
    (media,) = await _examined(world)
    assert (media.problem, media.method) == ("too_heavy", None)


async def test_a_queue_outlives_the_bot(world: World, aruzhan: Phone) -> None:
    await world.fault("getFile", status=502, times=1)
    data = picture(exif=exif(DateTimeOriginal=MOMENT))
    await _send(aruzhan, data, "a.jpg")
    await _examined(world)
    await world.restart_bot()
    (media,) = await _examined(world)
    assert media.taken_at == TAKEN


async def test_a_fault_of_the_network_is_waited_out(world: World, aruzhan: Phone) -> None:
    await world.fault("getFile", status=502, times=2)
    data = picture(exif=exif(DateTimeOriginal=MOMENT))
    await _send(aruzhan, data, "a.jpg")
    assert (await _examined(world))[0].examined_at is None
    await world.move(seconds=11)
    assert (await _examined(world))[0].examined_at is None
    await world.move(minutes=6)
    assert (await _examined(world))[0].taken_at == TAKEN


async def test_an_outage_of_telegram_is_no_fault_of_the_file(world: World, aruzhan: Phone) -> None:
    await world.fault("getFile", status=502, times=1000)
    data = picture(exif=exif(DateTimeOriginal=MOMENT))
    await _send(aruzhan, data, "a.jpg")
    for _ in range(5):
        await _examined(world)
        await world.move(minutes=6)
    (media,) = await _examined(world)
    assert (media.problem, media.examined_at) == (None, None)
    await world.no_faults()
    await world.move(minutes=6)
    assert (await _examined(world))[0].taken_at == TAKEN


async def test_what_is_out_of_reach_for_a_day_is_given_up(world: World, aruzhan: Phone) -> None:
    await world.fault("getFile", status=502, times=1000)
    await _send(aruzhan, picture(), "a.jpg")
    await _examined(world)
    await world.move(days=1, minutes=6)
    assert (await _examined(world))[0].problem == "not_fetched"


async def test_after_three_tries_a_file_is_given_up(world: World, aruzhan: Phone) -> None:
    await world.fault("getFile", status=400, times=3)
    await _send(aruzhan, picture(), "a.jpg")
    for _ in range(3):
        await _examined(world)
        await world.move(minutes=6)
    (media,) = await _examined(world)
    assert (media.problem, await calls(world, "getFile")) == ("not_fetched", 3)
    await aruzhan.does_not_see("could not be opened")


async def test_the_mentor_s_card_says_what_was_not_checked(
    world: World, mentor: Phone, aruzhan: Phone
) -> None:
    """Also where the entry was sent before that is known; without one more message."""
    await world.fault("getFile", status=400, times=3)
    await aruzhan.send(picture(), text="running 40 min")
    await aruzhan.tap("Yes", on=await aruzhan.sees("40 min", "Yes"))
    card = await mentor.sees("Сейтова Аружан", "40 min", "Approve")
    assert "Not checked" not in card["text"]
    for _ in range(3):
        await _examined(world)
        await world.move(minutes=6)
    now = await mentor.sees("Not checked", "Approve")
    assert now["message_id"] == card["message_id"]
    assert (await mentor.messages())[-1]["message_id"] == card["message_id"]
    await mentor.tap("Approve", on=now)
    await aruzhan.sees("approved")


async def test_a_file_in_trouble_keeps_no_other_waiting(world: World, aruzhan: Phone) -> None:
    await world.fault("getFile", status=502, times=1)
    for name in ("a.jpg", "b.jpg"):
        await _send(aruzhan, picture(), name)
    first, second = await _examined(world)
    assert (bool(first.examined_at), second.examined_at) == (True, None)


async def test_a_big_file_is_not_fetched(world: World, aruzhan: Phone) -> None:
    data = picture() + bytes(FETCHABLE)
    await _send(aruzhan, data, "a.jpg")
    (media,) = await _examined(world)
    assert (media.problem, await _parts(world, media)) == ("too_large", [0])
    assert await calls(world, "getFile") == 1  # of Telegram's thumbnail
    await world.move(minutes=1)
    assert sum("20 MB" in (m["text"] or "") for m in await aruzhan.messages()) == 1


async def test_a_discarded_draft_is_let_go(world: World, aruzhan: Phone) -> None:
    await _send(aruzhan, b"broken", "a.jpg")
    await aruzhan.tap("Not an entry")
    await aruzhan.tap("Yes, delete")
    assert await _examined(world) == []


@pytest.mark.parametrize(
    ("data", "name", "problem", "is_seen"),
    [
        (picture(), "a.pdf", None, True),
        (picture("HEIF"), "a.txt", None, True),
        (film(), "a.zip", None, True),
        (b"%PDF-1.7", "a.pdf", None, False),
        (b"words alone", "a.png", "not_image", False),
        (picture(size=(400, 300))[:3_000], "a.pdf", "unreadable", False),
    ],
    ids=["picture", "heif", "film", "pdf", "text", "cut off"],
)
async def test_what_a_file_is_its_bytes_say(
    world: World, aruzhan: Phone, data: bytes, name: str, problem: str | None, is_seen: bool
) -> None:
    await _send(aruzhan, data, name)
    (media,) = await _examined(world)
    assert (media.problem, media.method is not None) == (problem, is_seen)


@pytest.mark.parametrize(
    ("kind", "mime", "may_be"),
    [
        (MediaKind.DOCUMENT, "image/heic", True),
        (MediaKind.DOCUMENT, "video/mp4", True),
        (MediaKind.DOCUMENT, None, True),
        (MediaKind.DOCUMENT, "application/octet-stream", True),
        (MediaKind.DOCUMENT, "application/pdf", True),
        (MediaKind.PHOTO, "image/jpeg", True),
        (MediaKind.VIDEO, None, True),
        (MediaKind.VOICE, "audio/ogg", False),
        (MediaKind.AUDIO, "video/mp4", False),
    ],
)
def test_what_may_be_seen(kind: MediaKind, mime: str | None, may_be: bool) -> None:
    assert Unexamined(1, kind, "x", None, None, mime).may_be_seen is may_be
