"""Polls, places, pins, buttons that copy: what the bot sends and what people do with it."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputPollOption,
    Message,
)

from tests.sandbox.conftest import TOKEN, People, Received


async def ask(bot: Bot, person: int, **more: Any) -> Message:
    options: list[InputPollOption | str] = [
        InputPollOption(text=text) for text in ("жүгіру", "жүзу", "шахмат")
    ]
    return await bot.send_poll(person, "Не ұнайды?", options, **more)


async def special(people: People, person: int) -> dict[str, Any]:
    """What the last message is, as the person sees it."""
    chat = await people.get(f"/people/{person}/messages")
    shown: dict[str, Any] = chat["messages"][-1]["special"]
    return shown


async def vote(
    people: People, person: int, message: Message, *options: int, status: int = 200
) -> Any:
    body = {"message_id": message.message_id, "options": options}
    return await people.post(f"/people/{person}/votes", body, status=status)


async def test_a_vote_is_told_to_the_bot(bot: Bot, people: People, received: Received) -> None:
    person = await people.new()
    message = await ask(bot, person, is_anonymous=False)
    await received.all()
    await vote(people, person, message, 1)
    answer, state = await received.all()
    assert answer.poll_answer
    assert message.poll
    assert answer.poll_answer.poll_id == message.poll.id
    assert answer.poll_answer.user
    assert answer.poll_answer.user.id == person
    assert (answer.poll_answer.option_ids, answer.poll_answer.option_persistent_ids) == ([1], ["1"])
    assert state.poll
    assert [option.voter_count for option in state.poll.options] == [0, 1, 0]
    await vote(people, person, message, 2)
    await vote(people, person, message)
    updates = await received.all()
    assert [u.poll_answer.option_ids for u in updates if u.poll_answer] == [[2], []]
    assert [u.poll.total_voter_count for u in updates if u.poll] == [1, 0]


async def test_an_anonymous_poll_does_not_say_who(
    bot: Bot, people: People, received: Received
) -> None:
    person = await people.new()
    message = await ask(bot, person, allows_multiple_answers=True)
    await vote(people, person, message, 2, 0)
    shown = await special(people, person)
    assert (shown["chosen"], shown["votes"], shown["total"]) == ([0, 2], [1, 0, 1], 1)
    assert [u.event_type for u in await received.all()] == ["message", "poll"]


async def test_a_quiz_takes_one_vote_and_tells_then_what_is_right(bot: Bot, people: People) -> None:
    person = await people.new()
    message = await ask(bot, person, type="quiz", correct_option_ids=[2], explanation="Ойын")
    assert (await special(people, person))["correct"] is None
    await vote(people, person, message, 0)
    shown = await special(people, person)
    assert (shown["correct"], shown["explanation"]) == ([2], "Ойын")
    await vote(people, person, message, 2, status=409)


async def test_a_poll_ends_when_it_is_stopped_or_its_time_is_over(
    bot: Bot, people: People, received: Received
) -> None:
    person = await people.new()
    stopped, timed = await ask(bot, person), await ask(bot, person, open_period=600)
    await received.all()
    assert (await bot.stop_poll(person, stopped.message_id)).is_closed
    with pytest.raises(TelegramBadRequest, match="poll has already been closed"):
        await bot.stop_poll(person, stopped.message_id)
    await people.post("/clock", {"advance": 601})
    assert [u.poll.is_closed for u in await received.all() if u.poll] == [True, True]
    for message in (stopped, timed):
        await vote(people, person, message, 0, status=409)


async def test_votes_that_no_app_would_send(bot: Bot, people: People) -> None:
    person = await people.new()
    message = await ask(bot, person)
    await vote(people, person, message, 3, status=400)
    await vote(people, person, message, -1, status=400)
    await vote(people, person, message, 0, 1, status=400)
    text = await bot.send_message(person, "сөз")
    await vote(people, person, text, 0, status=404)
    await vote(people, await people.new("Гүлнар"), message, 0, status=404)


async def test_a_forwarded_poll_is_the_same_and_a_copied_one_another(
    bot: Bot, people: People
) -> None:
    person, friend = await people.new(), await people.new("Гүлнар")
    message = await ask(bot, person)
    await bot.forward_message(friend, person, message.message_id)
    (forwarded,) = await people.sees(friend)
    body = {"message_id": forwarded["message_id"], "options": [0]}
    await people.post(f"/people/{friend}/votes", body)
    assert (await special(people, person))["total"] == 1
    await bot.copy_message(person, person, message.message_id)
    assert (await special(people, person))["total"] == 0


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"question": ""}, "poll question must be non-empty"),
        ({"question": "ә" * 301}, "poll question length must not exceed 300"),
        ({"options": []}, "poll must have at least one answer option"),
        ({"options": [{"text": "x"}] * 13}, "poll can't have more than 12 options"),
        ({"options": [{"text": " "}]}, "poll option must be non-empty"),
        ({"options": [{"text": "ә" * 101}]}, "poll options length must not exceed 100"),
        ({"type": "quiz"}, "correct quiz option list must be non-empty"),
        ({"type": "quiz", "correct_option_ids": [3]}, "wrong quiz correct_option_id"),
    ],
)
async def test_polls_that_are_refused(people: People, wrong: Any, complaint: str) -> None:
    person = await people.new()
    poll = {"chat_id": person, "question": "?", "options": [{"text": "x"}]} | wrong
    answer = await people.call("POST", f"/bot{TOKEN}/sendPoll", 400, json=poll)
    assert answer["description"] == f"Bad Request: {complaint}"


async def test_places(bot: Bot, people: People, received: Received) -> None:
    person = await people.new()
    place = await bot.send_location(person, 43.24, 76.95, horizontal_accuracy=20, live_period=60)
    assert place.location
    assert (place.location.horizontal_accuracy, place.location.live_period) == (20, 60)
    venue = await bot.send_venue(person, 43.24, 76.95, "Мектеп", "Абай, 1", foursquare_id="x")
    assert venue.content_type == ContentType.VENUE
    assert venue.location
    assert await special(people, person) == {
        "kind": "venue",
        "title": "Мектеп",
        "address": "Абай, 1",
        "latitude": 43.24,
        "longitude": 76.95,
    }
    with pytest.raises(TelegramBadRequest, match="wrong location specified"):
        await bot.send_location(person, 91, 0)
    await received.all()
    sent = {"venue": {"location": [43.2, 76.9], "title": "Саябақ", "address": "Гоголь, 1"}}
    await people.post(f"/people/{person}/messages", sent)
    (update,) = await received.all()
    assert update.message
    assert update.message.venue
    assert update.message.venue.title == "Саябақ"


async def test_pins(bot: Bot, people: People, received: Received) -> None:
    person = await people.new()
    first, second = [await bot.send_message(person, text) for text in ("бір", "екі")]
    await received.all()
    assert await bot.pin_chat_message(person, first.message_id)
    assert await bot.pin_chat_message(person, second.message_id)
    assert await bot.pin_chat_message(person, second.message_id)
    pinned = [update.message for update in await received.all()]
    assert [m.pinned_message.message_id for m in pinned if m and m.pinned_message] == [
        first.message_id,
        second.message_id,
    ]
    shown = {"kind": "pinned_message", "message_id": second.message_id}
    assert await special(people, person) == shown
    view = await people.get(f"/people/{person}/messages")
    assert view["pinned"] == [second.message_id, first.message_id]
    chat = await bot.get_chat(person)
    assert chat.pinned_message
    assert chat.pinned_message.message_id == second.message_id
    await bot.unpin_chat_message(person)
    await bot.delete_message(person, first.message_id)
    assert (await people.get(f"/people/{person}/messages"))["pinned"] == []
    with pytest.raises(TelegramBadRequest, match="message to unpin not found"):
        await bot.unpin_chat_message(person)
    with pytest.raises(TelegramBadRequest, match="message to pin not found"):
        await bot.pin_chat_message(person, first.message_id)
    assert pinned[0]
    with pytest.raises(TelegramBadRequest, match="message can't be pinned"):
        await bot.pin_chat_message(person, pinned[0].message_id)
    with pytest.raises(TelegramBadRequest, match="message can't be copied"):
        await bot.copy_message(person, person, pinned[0].message_id)


async def test_who_is_no_administrator_pins_nothing_in_a_group(bot: Bot, people: People) -> None:
    person = await people.new()
    await people.post(f"/people/{person}/messages", {"text": "сәлем", "group": "Топ"})
    (group,) = await people.get("/groups")
    message = await bot.send_message(group["id"], "сәлем")
    with pytest.raises(TelegramBadRequest, match="not enough rights to manage pinned messages"):
        await bot.pin_chat_message(group["id"], message.message_id)


async def test_a_button_that_copies(bot: Bot, people: People, received: Received) -> None:
    def markup(text: str) -> InlineKeyboardMarkup:
        button = InlineKeyboardButton(text="Көшіру", copy_text=CopyTextButton(text=text))
        return InlineKeyboardMarkup(inline_keyboard=[[button]])

    person = await people.new()
    await received.all()
    message = await bot.send_message(person, "Кілт", reply_markup=markup("K-17"))
    (shown,) = await people.sees(person)
    assert shown["buttons"] == [[{"text": "Көшіру", "copy": "K-17"}]]
    tap = {"message_id": message.message_id, "text": "Көшіру"}
    answer = await people.post(f"/people/{person}/taps", tap)
    assert answer == {"answer": None, "copied": "K-17"}
    assert await received.all() == []
    for wrong in ("", "x" * 257):
        with pytest.raises(TelegramBadRequest, match="BUTTON_COPY_TEXT_INVALID"):
            await bot.send_message(person, "Кілт", reply_markup=markup(wrong))
