"""The sandbox refuses what Telegram refuses, in Telegram's words."""

import re
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    MediaUnion,
)
from yarl import URL

from sandbox.server import Sandbox
from tests.sandbox.conftest import TOKEN, People, bot_for, picture


def bad(words: str) -> "pytest.RaisesExc[TelegramBadRequest]":
    return pytest.raises(TelegramBadRequest, match=re.escape(f"Bad Request: {words}"))


def keyboard(*buttons: InlineKeyboardButton) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[button] for button in buttons])


def button(data: str, text: str = "Иә") -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, callback_data=data)


async def test_text_of_4096_characters_and_no_more(bot: Bot, people: People) -> None:
    person = await people.new()
    await bot.send_message(person, "😀" * 4096)
    with bad("message is too long"):
        await bot.send_message(person, "ә" * 4097)
    with bad("message text is empty"):
        await bot.send_message(person, " \n ")
    assert [len(m["text"]) for m in await people.sees(person)] == [4096]


async def test_limits_count_what_is_left_after_parsing(bot: Bot, people: People) -> None:
    person = await people.new()
    sent = await bot.send_message(person, "<b>" + "&amp;" * 4096 + "</b>", parse_mode="HTML")
    assert sent.text == "&" * 4096
    with bad("message text is empty"):
        await bot.send_message(person, "<b> </b>", parse_mode="HTML")


async def test_caption_of_1024_characters_and_no_more(bot: Bot, people: People) -> None:
    person = await people.new()
    photo = BufferedInputFile(picture(), "a.jpg")
    sent = await bot.send_photo(person, photo, caption="ә" * 1024)
    assert sent.photo
    with bad("message caption is too long"):
        await bot.send_photo(person, sent.photo[-1].file_id, caption="ә" * 1025)
    with bad("message caption is too long"):
        await bot.edit_message_caption(
            chat_id=person, message_id=sent.message_id, caption="ә" * 1025
        )


async def test_callback_data_of_64_bytes_and_no_more(bot: Bot, people: People) -> None:
    person = await people.new()
    await bot.send_message(person, "?", reply_markup=keyboard(button("ә" * 32)))
    for data in ("ә" * 32 + "a", ""):
        with bad("BUTTON_DATA_INVALID"):
            await bot.send_message(person, "?", reply_markup=keyboard(button(data)))
    assert len(await people.sees(person)) == 1


async def test_a_hundred_buttons_and_no_more(bot: Bot, people: People) -> None:
    person = await people.new()
    await bot.send_message(person, "?", reply_markup=keyboard(*[button("x")] * 100))
    with bad("reply markup is too long"):
        await bot.send_message(person, "?", reply_markup=keyboard(*[button("x")] * 101))


async def test_buttons_need_a_text_and_one_action(bot: Bot, people: People) -> None:
    person = await people.new()
    for wrong in (
        InlineKeyboardButton(text="Иә"),
        InlineKeyboardButton(text="Иә", callback_data="x", url="https://example.org"),
        button("x", text=""),
    ):
        with bad("can't parse inline keyboard button"):
            await bot.send_message(person, "?", reply_markup=keyboard(wrong))
    with bad("inline keyboard button URL 'javascript:x' is invalid: Wrong HTTP URL"):
        link = InlineKeyboardButton(text="Иә", url="javascript:x")
        await bot.send_message(person, "?", reply_markup=keyboard(link))


async def test_an_edit_that_changes_nothing(bot: Bot, people: People) -> None:
    person = await people.new()
    markup = keyboard(button("x"))
    sent = await bot.send_message(person, "<b>Сәлем</b>", parse_mode="HTML", reply_markup=markup)
    target: dict[str, Any] = {"chat_id": person, "message_id": sent.message_id}
    nothing = (
        "message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message"
    )
    with bad(nothing):
        await bot.edit_message_text(
            " <b>Сәлем</b>", parse_mode="HTML", reply_markup=markup, **target
        )
    with bad(nothing):
        await bot.edit_message_reply_markup(reply_markup=markup, **target)
    await bot.edit_message_text("Сәлем", reply_markup=markup, **target)
    await bot.edit_message_text("Сәлем", **target)
    (seen,) = await people.sees(person)
    assert (seen["text"], seen["html"], seen["buttons"], seen["edited"]) == (
        "Сәлем",
        "Сәлем",
        [],
        True,
    )


async def test_the_same_picture_again_changes_nothing(bot: Bot, people: People) -> None:
    person = await people.new()
    sent = await bot.send_photo(person, BufferedInputFile(picture(), "a.jpg"), caption="1")
    assert sent.photo
    target: dict[str, Any] = {"chat_id": person, "message_id": sent.message_id}
    with bad("message is not modified"):
        media = InputMediaPhoto(media=sent.photo[0].file_id, caption="1")
        await bot.edit_message_media(media, **target)
    other = InputMediaPhoto(media=BufferedInputFile(picture(100, 100), "b.jpg"), caption="2")
    await bot.edit_message_media(other, **target)
    (seen,) = await people.sees(person)
    assert (seen["text"], seen["media"][0]["width"]) == ("2", 100)


async def test_edits_and_deletes_of_what_is_not_there_or_not_the_bots(
    bot: Bot, people: People
) -> None:
    person, other = await people.new(), await people.new("Асқар")
    (theirs,) = await people.post(f"/people/{person}/messages", {"text": "менікі"})
    sent = await bot.send_message(person, "боттікі")
    with bad("message can't be edited"):
        await bot.edit_message_text("x", chat_id=person, message_id=theirs["message_id"])
    with bad("message to edit not found"):
        await bot.edit_message_text("x", chat_id=other, message_id=sent.message_id)
    forced = await bot.send_message(person, "жауап?", reply_markup=ForceReply())
    with bad("message can't be edited"):
        await bot.edit_message_text("x", chat_id=person, message_id=forced.message_id)
    await bot.delete_message(person, sent.message_id)
    with bad("message to delete not found"):
        await bot.delete_message(person, sent.message_id)
    with bad("message to edit not found"):
        await bot.edit_message_text("x", chat_id=person, message_id=sent.message_id)
    with bad("there is no caption in the message to edit"):
        last = await bot.send_message(person, "!")
        await bot.edit_message_caption(chat_id=person, message_id=last.message_id, caption="x")


async def test_nothing_is_deleted_after_two_days(bot: Bot, people: People) -> None:
    person = await people.new()
    sent = await bot.send_message(person, "ескі")
    await people.post("/clock", {"advance": 48 * 3600 + 60})
    with bad("message can't be deleted for everyone"):
        await bot.delete_message(person, sent.message_id)
    with bad("message can't be deleted for everyone"):
        await bot.delete_messages(person, [sent.message_id])


async def test_people_who_never_started_or_have_blocked_the_bot(bot: Bot, people: People) -> None:
    person = await people.new(start=False)
    with pytest.raises(
        TelegramForbiddenError, match="Forbidden: bot can't initiate conversation with a user"
    ):
        await bot.send_message(person, "Сәлем")
    await people.post(f"/people/{person}/start")
    await bot.send_message(person, "Сәлем")
    await people.post(f"/people/{person}/blocked", {"blocked": True})
    for send in (
        bot.send_message(person, "Сәлем"),
        bot.send_chat_action(person, "typing"),
        bot.send_photo(person, BufferedInputFile(picture(), "a.jpg")),
    ):
        with pytest.raises(TelegramForbiddenError, match="Forbidden: bot was blocked by the user"):
            await send
    await people.post(f"/people/{person}/messages", {"text": "?"}, status=409)
    await people.post(f"/people/{person}/start")
    await bot.send_message(person, "Қайта келдіңіз!")
    assert [m["text"] for m in await people.sees(person)] == ["Сәлем", "Қайта келдіңіз!"]
    with bad("chat not found"):
        await bot.send_message(1, "кім?")


async def test_albums_of_two_to_ten_of_one_sort(bot: Bot, people: People) -> None:
    person = await people.new()
    photo = await bot.send_photo(person, BufferedInputFile(picture(), "a.jpg"))
    document = await bot.send_document(person, BufferedInputFile(b"x", "a.txt"))
    assert photo.photo
    assert document.document
    photos: list[MediaUnion] = [InputMediaPhoto(media=photo.photo[-1].file_id)]
    documents: list[MediaUnion] = [InputMediaDocument(media=document.document.file_id)]
    with bad("too many messages to send as an album"):
        await bot.send_media_group(person, photos * 11)
    with bad("there are too few messages to send as an album"):
        await bot.send_media_group(person, photos)
    with bad("Document can't be mixed with other media types"):
        await bot.send_media_group(person, [*photos, *documents])
    with bad("can't use file of type Document as Photo"):
        await bot.send_photo(person, document.document.file_id)
    sent = await bot.send_media_group(person, photos * 3)
    assert len({message.media_group_id for message in sent}) == 1


async def test_files_of_50_mb_and_no_more(bot: Bot, people: People) -> None:
    person = await people.new()
    with pytest.raises(TelegramEntityTooLarge, match="Request Entity Too Large"):
        await bot.send_document(
            person, BufferedInputFile(bytes(50 * 1024 * 1024 + 1), "a.bin"), request_timeout=60
        )
    with bad("file must be non-empty"):
        await bot.send_document(person, BufferedInputFile(b"", "a.bin"))
    with bad("IMAGE_PROCESS_FAILED"):
        await bot.send_photo(person, BufferedInputFile(b"no picture", "a.jpg"))
    with bad("PHOTO_INVALID_DIMENSIONS"):
        await bot.send_photo(person, BufferedInputFile(picture(2100, 100), "a.jpg"))
    assert await people.sees(person) == []


async def test_a_reply_to_what_is_gone(bot: Bot, people: People) -> None:
    person = await people.new()
    with bad("message to be replied not found"):
        await bot.send_message(person, "?", reply_to_message_id=999)
    await bot.send_message(person, "?", reply_to_message_id=999, allow_sending_without_reply=True)


async def test_commands_are_checked(bot: Bot) -> None:
    with bad("BOT_COMMAND_INVALID"):
        await bot.set_my_commands([BotCommand(command="Көмек", description="Көмек")])
    with bad("BOT_COMMAND_DESCRIPTION_INVALID"):
        await bot.set_my_commands([BotCommand(command="help", description="")])


async def test_a_wrong_token_and_an_unknown_method(sandbox: Sandbox, people: People) -> None:
    stranger = bot_for(sandbox, "43:OTHER")
    with pytest.raises(TelegramUnauthorizedError, match="Unauthorized"):
        await stranger.get_me()
    await stranger.session.close()
    answer = await people.call("POST", f"/bot{TOKEN}/sendPigeon", 404)
    assert answer == {"ok": False, "error_code": 404, "description": "Not Found"}
    await people.call("GET", "/file/bot43:OTHER/photos/x.jpg", 401)
    me = await people.get(f"/bot{TOKEN}/getme")
    assert me["result"]["username"] == "award_sandbox_bot"


async def test_requests_that_make_no_sense(people: People) -> None:
    person = await people.new()
    for body, words in (
        ({"chat_id": person}, "message text is empty"),
        ({"text": "x"}, "chat_id is empty"),
        ({"chat_id": person, "text": "x", "reply_markup": "{"}, "can't parse reply markup JSON"),
        (
            {"chat_id": person, "text": "x", "reply_markup": {"keyboard": 1}},
            "can't parse reply keyboard",
        ),
        ({"chat_id": person, "text": "x", "parse_mode": "Wiki"}, "unsupported parse_mode"),
        ({"chat_id": "@nobody", "text": "x"}, "chat not found"),
    ):
        answer = await people.call("POST", f"/bot{TOKEN}/sendMessage", 400, json=body)
        assert answer["description"].startswith(f"Bad Request: {words}")
    for data in (b"{", b"[1]", b"\xff"):
        await people.call(
            "POST",
            f"/bot{TOKEN}/sendMessage",
            400,
            data=data,
            headers={"Content-Type": "application/json"},
        )


async def test_forms_work_as_well_as_json(people: People) -> None:
    person = await people.new()
    form = {"chat_id": str(person), "text": "[жақша]", "disable_notification": "true"}
    markup = '{"inline_keyboard": [[{"text": "Иә", "callback_data": "1"}]]}'
    await people.call("POST", f"/bot{TOKEN}/sendMessage", data=form | {"reply_markup": markup})
    (seen,) = await people.sees(person)
    assert seen["text"] == "[жақша]"
    assert seen["buttons"] == [[{"text": "Иә", "data": "1"}]]


async def test_only_this_machine_is_answered(sandbox: Sandbox, people: People) -> None:
    for headers in (
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ):
        async with people.http.get("/people", headers=headers) as response:
            assert response.status == 403
    async with people.http.get("/people", headers={"Origin": sandbox.url}) as response:
        assert response.status == 200


async def test_the_page_serves_nothing_outside_itself(sandbox: Sandbox) -> None:
    async with aiohttp.ClientSession() as http:
        for path in ("/..%2fserver.py", "/../server.py", "/%2e%2e/server.py", "/%2fetc/passwd"):
            url = URL(sandbox.url + path, encoded=True)
            async with http.get(url) as response:
                assert response.status == 404
