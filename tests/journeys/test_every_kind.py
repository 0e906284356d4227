"""Everything that can be sent is answered: each kind of message that there is, and new ones.

What aiogram knows of messages is gone through. When it learns something new, these tests name it.
"""

import json
import warnings
from itertools import chain
from typing import Any

import pytest
from aiogram.enums import ContentType
from aiogram.types import Message
from pydantic.json_schema import PydanticJsonSchemaWarning

from handlers.fallback.unexpected import KINDS as SPOKEN_OF
from handlers.journal.received import KINDS as KEPT
from handlers.ui.kinds import NOTES
from locales import texts
from tests.journeys.people import Phone
from tests.journeys.world import World

SAY = texts("kk")
PASSED_OVER = frozenset(chain.from_iterable(NOTES.values()))
# A filter of aiogram's, which no message has.
NO_KIND = {ContentType.ANY}
# What a message says of itself and of what it holds; nobody sends one for this alone.
ABOUT = {
    *("message_id", "date", "chat", "message_thread_id", "direct_messages_topic", "from_user"),
    *("sender_chat", "sender_boost_count", "sender_business_bot", "sender_tag", "guest_query_id"),
    *("business_connection_id", "forward_origin", "is_topic_message", "is_automatic_forward"),
    *("reply_to_message", "external_reply", "quote", "reply_to_story"),
    *("reply_to_checklist_task_id", "reply_to_poll_option_id", "via_bot"),
    *("guest_bot_caller_user", "guest_bot_caller_chat", "edit_date", "has_protected_content"),
    *("is_from_offline", "is_paid_post", "media_group_id", "author_signature", "paid_star_count"),
    *("entities", "link_preview_options", "suggested_post_info", "effect_id", "caption"),
    *("caption_entities", "show_caption_above_media", "has_media_spoiler", "reply_markup"),
    *("receiver_user", "ephemeral_message_id", "forward_date", "forward_from"),
    *("forward_from_chat", "forward_from_message_id", "forward_sender_name", "forward_signature"),
}


def test_each_kind_is_kept_or_answered_or_a_note_with_a_reason() -> None:
    known = [*KEPT, *SPOKEN_OF, *PASSED_OVER, *NO_KIND]
    new = set(ContentType) - set(known)
    assert not new, f"say in unexpected.py how it is answered, or in kinds.py why not: {new}"
    assert len(known) == len(set(known)), "one kind in two places"


def test_each_field_of_a_message_is_a_kind_or_about_it() -> None:
    fields = set(Message.model_fields)
    kinds = {kind.value for kind in ContentType} - {ContentType.ANY, ContentType.UNKNOWN}
    assert fields - kinds == ABOUT
    assert kinds <= fields


class Smallest:
    """The smallest value of each field of a message, from what aiogram says of it."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PydanticJsonSchemaWarning)  # of defaults, not needed
            schema = Message.model_json_schema()
        self._models: dict[str, Any] = schema["$defs"]
        self._fields: dict[str, Any] = self._models["Message"]["properties"]

    def of(self, field: str) -> Any:
        return self._value(self._fields[field])

    def _value(self, schema: dict[str, Any]) -> Any:
        match schema:
            case {"const": value} | {"enum": [value, *_]}:
                return value
            case {"$ref": name}:
                return self._value(self._models[name.rpartition("/")[2]])
            case {"anyOf": [first, *_]} | {"oneOf": [first, *_]}:
                return self._value(first)
            case {"type": "array", "items": each}:
                return [self._value(each)]
            case {"type": "object"}:
                needed = schema.get("required", ())
                named = schema.get("properties", {}).items()
                return {
                    name: self._value(value)
                    for name, value in named
                    if name in needed or "const" in value  # by a constant models are told apart
                }
        return {"integer": 1_770_000_000, "number": 1.5, "string": "1", "boolean": True}[
            schema["type"]
        ]


@pytest.fixture
async def newcomer(world: World) -> Phone:
    phone = await world.phone("Айгерім", "kk")
    await phone.start()
    await phone.tap("Қазақша")
    await phone.sees("Өтініш беру")
    return phone


CONTENT = sorted(set(Message.model_fields) - ABOUT)


async def test_whatever_a_message_holds_is_answered(world: World, newcomer: Phone) -> None:
    smallest = Smallest()
    silent: list[str] = []
    told: list[str] = []
    for number, field in enumerate(CONTENT):
        before = len(await newcomer.messages())
        await newcomer.raw_message(message_id=1_000 + number, **{field: smallest.of(field)})
        await world.idle()
        answers = len(await newcomer.messages()) - before
        (told if answers == 1 else silent).append(field)
    assert set(silent) == {kind.value for kind in PASSED_OVER}
    assert set(told) == {kind.value for kind in (*KEPT, *SPOKEN_OF)} - {ContentType.UNKNOWN}


async def test_what_is_new_is_answered(world: World, newcomer: Phone) -> None:
    await newcomer.raw_message(hologram={"file_id": "1", "depth": 3})
    await newcomer.sees(SAY.plain("anything-other"), new=True)


async def test_what_is_sent_to_others_accounts_is_not_asked_for(
    world: World, newcomer: Phone
) -> None:
    """As by a stranger to somebody's business account, whom nobody here has spoken to."""
    async with world.http.get(f"{world.sandbox.url}/calls?method=getUpdates") as answer:
        [*_, last] = (await answer.json())["calls"]
    asked = json.loads(last["parameters"]["allowed_updates"])
    assert sorted(asked) == ["callback_query", "edited_message", "message", "my_chat_member"]
    me = {"id": newcomer.id, "is_bot": False, "first_name": newcomer.name}
    told = {"message_id": 1, "date": 1, "chat": me | {"type": "private"}, "text": "Сәлем"}
    url = f"{world.sandbox.url}/updates?only_allowed=1"
    async with world.http.post(url, json={"business_message": told | {"from": me}}) as answer:
        assert await answer.json() == {"update_ids": [None]}
