"""Photos are treated, everything else keeps its bytes, identifiers behave as Telegram's."""

import io

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import BufferedInputFile, InputMediaPhoto, Message
from PIL import Image

from sandbox.server import Sandbox
from tests.evidence.films import SHADES, film
from tests.sandbox.conftest import People, Received, picture

ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825


async def incoming(received: Received) -> list[Message]:
    return [update.message for update in await received.all() if update.message]


async def test_an_album_of_five_photos(people: People, received: Received) -> None:
    person = await people.new()
    photos = [("photo", f"{number}.jpg", picture(200 + number)) for number in range(5)]
    sent = await people.send(person, *photos, text="жүгіру 40 мин")
    _, *pieces = await received.all()
    messages = [update.message for update in pieces if update.message]
    assert len(messages) == 5
    assert [m.message_id for m in messages] == [item["message_id"] for item in sent]
    assert len({update.update_id for update in pieces}) == 5
    assert len({m.media_group_id for m in messages}) == 1
    assert messages[0].media_group_id
    assert [m.caption for m in messages] == ["жүгіру 40 мин", None, None, None, None]
    assert [m.photo[-1].width for m in messages if m.photo] == [200, 201, 202, 203, 204]
    unique = {m.photo[-1].file_unique_id for m in messages if m.photo}
    assert len(unique) == 5


async def test_albums_hold_ten_and_one_sort(people: People, received: Received) -> None:
    person = await people.new()
    photos = [("photo", "a.jpg", picture(60, 60))] * 10
    await people.send(person, *photos, ("video", "v.mp4", b"film"), ("document", "d.txt", b"d"))
    _, *messages = await incoming(received)
    groups = [m.media_group_id for m in messages]
    assert len(set(groups[:10])) == 1
    assert groups[10:] == [None, None]
    assert [m.content_type for m in messages[9:]] == ["photo", "video", "document"]


async def test_a_photo_is_turned_upright_stripped_and_scaled(
    bot: Bot, people: People, received: Received
) -> None:
    person = await people.new()
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[MAKE] = "Phone"
    exif.get_ifd(GPS)[1] = "N"
    await people.send(person, ("photo", "a.jpg", picture(4000, 3000, exif=exif)))
    message = (await incoming(received))[-1]
    assert message.photo
    assert [(size.width, size.height) for size in message.photo] == [
        (67, 90),
        (240, 320),
        (600, 800),
        (960, 1280),
    ]
    file = await bot.get_file(message.photo[-1].file_id)
    assert file.file_path
    downloaded = await bot.download_file(file.file_path)
    assert downloaded
    image = Image.open(downloaded)
    assert (image.format, image.size, dict(image.getexif())) == ("JPEG", (960, 1280), {})
    top, bottom = image.convert("RGB").getpixel((480, 10)), image.getpixel((480, 1270))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    # The red left half of a picture turned by 90° clockwise is on top.
    assert top[0] > 200 > bottom[0]
    assert file.file_size == message.photo[-1].file_size


async def test_high_quality_is_2560(people: People, received: Received) -> None:
    person = await people.new()
    photo = ("photo", "a.png", picture(4000, 1000, "PNG"))
    await people.send(person, photo, high_quality="1")
    message = (await incoming(received))[-1]
    assert message.photo
    assert (message.photo[-1].width, message.photo[-1].height) == (2560, 640)
    assert message.photo[-2].width == 1280


async def test_a_document_keeps_its_bytes(bot: Bot, people: People, received: Received) -> None:
    person = await people.new()
    exif = Image.Exif()
    exif[MAKE] = "Phone"
    original = picture(3000, 2000, exif=exif)
    await people.send(person, ("document", "сурет 1.jpg", original), text="түпнұсқа")
    message = (await incoming(received))[-1]
    assert message.document
    assert message.document.file_name == "сурет 1.jpg"
    assert message.document.mime_type == "image/jpeg"
    assert message.document.thumbnail
    file = await bot.get_file(message.document.file_id)
    assert file.file_path
    downloaded = await bot.download_file(file.file_path)
    assert downloaded
    assert downloaded.read() == original


async def test_films_and_voices_keep_their_bytes(
    bot: Bot, people: People, received: Received
) -> None:
    person = await people.new()
    for kind in ("video", "video_note", "voice", "audio", "animation"):
        content = kind.encode() * 1000
        await people.send(person, (kind, f"a.{kind}", content), duration="75")
        message = (await incoming(received))[-1]
        item = getattr(message, kind)
        assert item.duration == 75
        file = await bot.get_file(item.file_id)
        assert file.file_path
        downloaded = await bot.download_file(file.file_path)
        assert downloaded
        assert downloaded.read() == content
        shown = (await people.get(f"/people/{person}/messages"))["messages"][-1]["media"][0]
        assert shown["kind"] == kind
        assert await people.bytes_of(shown["url"]) == content


@pytest.mark.parametrize("kind", ["video", "video_note", "animation"])
async def test_a_film_has_its_first_frame(
    bot: Bot, people: People, received: Received, kind: str
) -> None:
    person = await people.new()
    await people.send(person, (kind, "a.mp4", film(size=(640, 480))))
    item = getattr((await incoming(received))[-1], kind)
    assert item.thumbnail
    downloaded = await bot.download(item.thumbnail.file_id)
    assert downloaded
    with Image.open(downloaded) as small:
        assert small.size == (320, 240)
        assert small.convert("L").getpixel((200, 200)) == pytest.approx(SHADES[0], abs=10)


async def test_over_20_mb_there_is_no_download(
    bot: Bot, people: People, received: Received
) -> None:
    person = await people.new()
    for size, fits in ((20 * 1024 * 1024, True), (60 * 1024 * 1024, False)):
        await people.send(person, ("video", "v.mp4", bytes(size)))
        message = (await incoming(received))[-1]
        assert message.video
        assert message.video.file_size == size
        if fits:
            assert (await bot.get_file(message.video.file_id)).file_path
        else:
            with pytest.raises(TelegramBadRequest, match="Bad Request: file is too big"):
                await bot.get_file(message.video.file_id)
    with pytest.raises(TelegramBadRequest, match="invalid file_id"):
        await bot.get_file("AgACnonsense")


async def test_what_is_no_picture_cannot_go_as_a_photo(people: People, received: Received) -> None:
    person = await people.new()
    await received.all()
    broken = picture()[:500]
    bomb = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(bomb, "PNG")
    for content in (broken, b"x", b"", bomb.getvalue()):
        await people.send(person, ("photo", "a.jpg", content), status=400)
    assert await received.all() == []
    await people.send(person, ("document", "a.jpg", broken))
    await people.send(person, ("document", "a.png", bomb.getvalue()))
    assert [m.content_type for m in await incoming(received)] == ["document", "document"]


async def test_identifiers_of_one_file(bot: Bot, people: People, received: Received) -> None:
    person, mentor = await people.new(), await people.new("Тәлімгер")
    await people.send(person, ("photo", "a.jpg", picture()), text="күнделік")
    original = (await incoming(received))[-1]
    assert original.photo
    by_id = await bot.send_photo(mentor, original.photo[0].file_id)
    forwarded = await bot.forward_message(mentor, person, original.message_id)
    copied = await bot.copy_message(mentor, person, original.message_id, caption="<b>x</b>")
    assert by_id.photo
    assert forwarded.photo
    assert by_id.photo[-1].file_unique_id == original.photo[-1].file_unique_id
    assert forwarded.photo[-1].file_unique_id == original.photo[-1].file_unique_id
    assert forwarded.photo[-1].file_id != original.photo[-1].file_id
    seen = await people.sees(mentor)
    assert [m["forwarded_from"] for m in seen] == [None, "Айгерім", None]
    assert (seen[2]["message_id"], seen[2]["text"]) == (copied.message_id, "<b>x</b>")
    assert len({m["media"][0]["file_unique_id"] for m in seen}) == 1


async def test_a_bots_album_and_an_upload_by_edit(bot: Bot, people: People) -> None:
    person = await people.new()
    uploads = [
        InputMediaPhoto(media=BufferedInputFile(picture(100 + n, 90), f"{n}.jpg"), caption=f"{n}")
        for n in range(3)
    ]
    sent = await bot.send_media_group(person, [*uploads])
    seen = await people.sees(person)
    assert [(m["text"], m["media"][0]["width"]) for m in seen] == [
        ("0", 100),
        ("1", 101),
        ("2", 102),
    ]
    assert len({m["media_group_id"] for m in seen}) == 1
    await bot.edit_message_caption(chat_id=person, message_id=sent[1].message_id, caption="жаңа")
    assert (await people.sees(person))[1]["text"] == "жаңа"


async def test_documents_do_not_run_in_the_page(people: People) -> None:
    person = await people.new()
    await people.send(person, ("document", "a.html", b"<script>alert(1)</script>"))
    shown = (await people.get(f"/people/{person}/messages"))["messages"][-1]["media"][0]
    async with people.http.get(shown["url"]) as response:
        assert response.headers["Content-Disposition"] == "attachment"
        assert response.headers["Content-Type"] == "application/octet-stream"
        assert response.headers["X-Content-Type-Options"] == "nosniff"


async def test_refused_uploads_leave_nothing_behind(
    bot: Bot, people: People, sandbox: Sandbox
) -> None:
    person = await people.new(start=False)
    with pytest.raises(TelegramForbiddenError):
        await bot.send_document(person, BufferedInputFile(b"x", "a.txt"))
    await people.send(person, ("photo", "a.jpg", b"no picture"), status=400)
    assert [path for path in sandbox.folder.rglob("*") if path.is_file()] == []
