"""Rich text and live photos of a person, as the bot gets them and as the page shows them."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.types import FSInputFile, InputMediaLivePhoto, InputMediaPhoto, Message

from tests.sandbox.conftest import People, Received, picture

FILM = b"\0\0\0\x18ftypmp42" + bytes(500)


async def got(received: Received) -> list[Message]:
    return [update.message for update in await received.all() if update.message]


async def shown_html(people: People, person: int) -> str:
    chat = await people.get(f"/people/{person}/messages")
    html: str = chat["messages"][-1]["html"]
    return html


@pytest.mark.parametrize(
    ("entity", "html"),
    [
        ({"type": "bold"}, "<b>сөз</b>"),
        ({"type": "italic"}, "<i>сөз</i>"),
        ({"type": "underline"}, "<u>сөз</u>"),
        ({"type": "strikethrough"}, "<s>сөз</s>"),
        ({"type": "spoiler"}, "<tg-spoiler>сөз</tg-spoiler>"),
        ({"type": "code"}, "<code>сөз</code>"),
        ({"type": "pre"}, "<pre>сөз</pre>"),
        ({"type": "pre", "language": "py"}, '<pre><code class="language-py">сөз</code></pre>'),
        ({"type": "blockquote"}, "<blockquote>сөз</blockquote>"),
        ({"type": "expandable_blockquote"}, "<blockquote expandable>сөз</blockquote>"),
        ({"type": "custom_emoji", "custom_emoji_id": "5"}, '<tg-emoji emoji-id="5">сөз</tg-emoji>'),
        (
            {"type": "text_link", "url": "https://x.kz/?a=1&b=2"},
            '<a href="https://x.kz/?a=1&amp;b=2" target="_blank" rel="noopener">сөз</a>',
        ),
    ],
)
async def test_each_kind_of_entity(
    people: People, received: Received, entity: dict[str, Any], html: str
) -> None:
    person = await people.new()
    await received.all()
    typed = {"text": "🏟 сөз!", "entities": [entity | {"offset": 3, "length": 3}]}
    await people.post(f"/people/{person}/messages", typed)
    (message,) = await got(received)
    assert message.entities
    assert message.entities[0].model_dump(exclude_none=True) == typed["entities"][0]
    assert await shown_html(people, person) == f"🏟 {html}!"


async def test_a_mention_by_name(people: People, received: Received) -> None:
    person, friend = await people.new(), await people.new("Гүлнар")
    await received.all()
    mention = {"type": "text_mention", "offset": 0, "length": 6, "user": {"id": friend}}
    await people.post(f"/people/{person}/messages", {"text": "Гүлнар!", "entities": [mention]})
    (message,) = await got(received)
    assert message.entities
    assert message.entities[0].user
    assert message.entities[0].user.first_name == "Гүлнар"
    assert f'href="tg://user?id={friend}"' in await shown_html(people, person)
    for nobody in (
        {"text": "Гүлнар!", "entities": [mention | {"user": {"id": 1}}]},
        {"text": "[Гүлнар](tg://user?id=1)", "parse_mode": "Markdown"},
    ):
        await people.post(f"/people/{person}/messages", nobody)
        (message,) = await got(received)
        assert message.entities is None
    marked = {"text": f"[Гүлнар](tg://user?id={friend})", "parse_mode": "Markdown"}
    await people.post(f"/people/{person}/messages", marked)
    (message,) = await got(received)
    assert message.entities
    assert message.entities[0].user
    assert message.entities[0].user.id == friend
    found = {"type": "hashtag", "offset": 0, "length": 2}
    await people.post(f"/people/{person}/messages", {"text": "ab", "entities": [found]}, 400)


async def test_markdown_typed_by_a_person_edited_and_split(
    people: People, received: Received
) -> None:
    person = await people.new()
    url = f"/people/{person}"
    await received.all()
    rich = {"text": "*қалың* #тег", "parse_mode": "MarkdownV2"}
    await people.post(f"{url}/messages", rich, 400)
    rich["text"] = "*қалың* \\#тег"
    ((sent,), _) = await people.post(f"{url}/messages", rich), await got(received)
    edit = {"message_id": sent["message_id"], "text": "_көлбеу_", "parse_mode": "Markdown"}
    await people.post(f"{url}/edits", edit)
    (update,) = await received.all()
    assert update.edited_message
    assert update.edited_message.html_text == "<i>көлбеу</i>"
    long = {"text": "🏟" * 5000, "entities": [{"type": "bold", "offset": 8000, "length": 400}]}
    await people.post(f"{url}/messages", long)
    first, second = await got(received)
    assert [(e.offset, e.length) for e in first.entities or []] == [(8000, 192)]
    assert [(e.offset, e.length) for e in second.entities or []] == [(0, 208)]


async def test_a_live_photo_is_a_photo_too(bot: Bot, people: People, received: Received) -> None:
    person = await people.new()
    await received.all()
    film, still = ("live_photo", "a.mov", FILM), ("still", "a.jpg", picture())
    await people.send(person, film, still, text="*жүгіру*", parse_mode="Markdown", duration="3")
    (message,) = await got(received)
    assert message.content_type == ContentType.LIVE_PHOTO
    assert message.live_photo
    assert message.photo
    assert message.live_photo.duration == 3
    assert message.live_photo.photo == message.photo
    assert message.html_text == "<b>жүгіру</b>"
    sizes = [await bot.get_file(each.file_id) for each in (message.live_photo, message.photo[-1])]
    assert sizes[0].file_size == len(FILM)
    chat = await people.get(f"/people/{person}/messages")
    (media,) = chat["messages"][-1]["media"]
    assert media["kind"] == "live_photo"
    assert await people.bytes_of(media["url"]) == FILM
    assert (await people.bytes_of(media["still"]))[:2] == b"\xff\xd8"
    again = await bot.forward_message(person, person, message.message_id)
    assert again.live_photo
    await people.send(person, film, status=400)


async def test_live_photos_in_an_album(bot: Bot, people: People, received: Received) -> None:
    person = await people.new()
    await received.all()
    await people.send(
        person,
        ("photo", "1.jpg", picture()),
        ("live_photo", "2.mov", FILM),
        ("photo", "3.jpg", picture()),
        ("live_photo", "4.mov", FILM),
        ("still", "2.jpg", picture(300, 300)),
        ("still", "4.jpg", picture(400, 400)),
    )
    album = await got(received)
    assert [bool(each.live_photo) for each in album] == [False, True, False, True]
    assert all(each.photo for each in album)
    assert len({each.media_group_id for each in album}) == 1
    assert album[3].photo
    assert album[3].photo[-1].width == 400


async def test_a_bot_sends_live_photos(bot: Bot, people: People, tmp_path: Any) -> None:
    person = await people.new()
    film, still = tmp_path / "a.mp4", tmp_path / "a.jpg"
    film.write_bytes(FILM)
    still.write_bytes(picture())
    sent = await bot.send_live_photo(person, FSInputFile(film), FSInputFile(still), caption="міне")
    assert sent.live_photo
    assert sent.photo
    album = await bot.send_media_group(
        person,
        [
            InputMediaLivePhoto(media=sent.live_photo.file_id, photo=sent.photo[-1].file_id),
            InputMediaPhoto(media=sent.photo[-1].file_id),
        ],
    )
    assert [bool(each.live_photo) for each in album] == [True, False]
