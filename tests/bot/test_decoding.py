"""Updates one by one: each is decoded or said why not, whatever the others are."""

import json
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import Update
from hypothesis import given
from hypothesis import strategies as st

from bot.decoding import DEEPEST, LARGEST, NoUpdates, Undecoded, decode, updates_in

BOT = Bot("42:TEST")
SECRET = "құпия сөз"
MESSAGE: dict[str, Any] = {
    "message_id": 1,
    "date": 1,
    "chat": {"id": 5, "type": "private"},
    "from": {"id": 5, "is_bot": False, "first_name": SECRET, "language_code": "ru"},
    "text": SECRET,
}
NUMBERS = st.integers(-(10**30), 10**30) | st.floats()
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def decoded(update: Any) -> Update | Undecoded:
    return decode(json.dumps(update).encode(), BOT)


def message(**other: Any) -> dict[str, Any]:
    return {"update_id": 7, "message": MESSAGE | other}


def nested(brackets: int) -> Any:
    inner: Any = []
    for _ in range(brackets - 1):
        inner = [inner]
    return inner


def test_a_good_one_is_decoded_for_the_bot() -> None:
    update = decoded(message(quantum={"new": "field"}))
    assert isinstance(update, Update)
    assert update.message is not None
    assert update.message.text == SECRET
    assert update.message.bot is BOT


@pytest.mark.parametrize(
    ("update", "field", "problem"),
    [
        (
            message(forward_origin={"type": "hidden_user", "date": 1422450181}),
            "message.forward_origin.hidden_user.sender_user_name",
            "missing",
        ),
        (message(forward_origin={"type": SECRET}), "message.forward_origin", "union_tag_invalid"),
        (message(text={SECRET: SECRET}), "message.text", "string_type"),
        (message(text="\ud83d"), "text", "no_unicode"),
        (message(quantum=10**30), "quantum", "too_large_integer"),
        (message(quantum=nested(DEEPEST)), "", "nested_too_deeply"),
        (message(quantum="x" * LARGEST), "", "too_large"),
        ({"update_id": 7, "quantum_message": MESSAGE}, "quantum_message", "unknown_kind"),
        ({"update_id": 7, SECRET: MESSAGE}, "…", "unknown_kind"),
        (
            {"update_id": 7, "callback_query": {"message": MESSAGE, "from": MESSAGE["from"]}},
            "callback_query.id",
            "missing",
        ),
    ],
)
def test_what_cannot_be_decoded_says_where_and_whose_it_is(
    update: Any, field: str, problem: str
) -> None:
    why = decoded(update)
    assert why == Undecoded(7, field, problem, 5, "ru")
    assert SECRET not in repr(why)


@pytest.mark.parametrize(
    "number", [None, "7", "abc", 7.0, True, [], {}, 0, -7, 2**31, 10**30, float("nan")]
)
def test_a_number_that_cannot_be_confirmed_is_none(number: Any) -> None:
    update = decoded({"update_id": number, "message": MESSAGE})
    assert isinstance(update, Undecoded)
    assert update.update_id is None
    without = decoded({"message": MESSAGE})
    assert without == Undecoded(None, "update_id", "no_update_id", 5, "ru")


@pytest.mark.parametrize(
    ("text", "number", "problem", "chat"),
    [
        (
            b'{"update_id": 7, "a": {"chat": {"id": 5, "type": "private"}, "b": "\xff"}}',
            7,
            "no_utf8",
            5,
        ),
        (b'{"update_id":7,"message":{', 7, "no_json", None),
        (b'{"update_id": 99999999999, "a": NaN}', None, "no_json", None),
        (b'{"update_id": 7, "a": NaN}', 7, "no_json", None),
        (b'{"update_id": 7, "a": ' + b"9" * 5000 + b"}", 7, "no_json", None),
        (b"[]", None, "no_object", None),
        (b"", None, "no_json", None),
    ],
)
def test_what_is_no_json(text: bytes, number: int | None, problem: str, chat: int | None) -> None:
    assert decode(text, BOT) == Undecoded(number, "", problem, chat)


@pytest.mark.parametrize(
    "chat",
    [
        {"id": -100, "type": "group"},
        {"id": -100, "type": "private"},
        {"id": "5", "type": "private"},
        {"id": 2**60, "type": "private"},
        {"type": "private"},
        "private",
        None,
    ],
)
def test_only_a_private_chat_is_answered(chat: Any) -> None:
    why = decoded(message(chat=chat, text=5))
    assert isinstance(why, Undecoded)
    assert why.chat_id is None


def test_who_blocks_the_bot_is_not_answered() -> None:
    why = decoded({"update_id": 7, "my_chat_member": MESSAGE})
    assert isinstance(why, Undecoded)
    assert why.chat_id is None


def test_answers_within_each_other_are_decoded() -> None:
    within = MESSAGE
    for _ in range(DEEPEST - 10):
        within = MESSAGE | {"reply_to_message": within}
    assert isinstance(decoded({"update_id": 7, "message": within}), Update)


@given(st.lists(JSON), st.sampled_from([None, 1]), st.booleans())
def test_each_update_of_an_answer_is_found(
    updates: list[Any], indent: int | None, ascii_only: bool
) -> None:
    around = {"description": '"result": [', "ok": True, "result": updates, "x": {"result": [1]}}
    answer = json.dumps(around, indent=indent, ensure_ascii=ascii_only)
    found = updates_in(answer.encode(errors="surrogatepass"), tolerant=True)
    assert [repr(json.loads(each)) for each in found] == [repr(update) for update in updates]


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()))
def test_nothing_is_raised_for_an_update(text: bytes) -> None:
    assert isinstance(decode(text, BOT), Undecoded)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html>502 Bad Gateway</html>",
        "Доступ ограничен".encode("cp1251"),
        b'{"ok":true,"result":[{"update_id":7,"a":"\xff"}]}',
        '{"ok":true,"result":[{}]}'.encode("utf-16"),
        b'{"ok":true,"result":[{"update_id":7}',
        b'{"ok":true,"result":[{"update_id":7}]}]',
        b'{"ok":true,"result":[{"update_id":7]}}',
        b'{"ok":true,"result":{"update_id":7}}',
        b'{"ok":true,"result":null}',
        b'{"ok":true,"x":[[{"result":[1]}]]}',
        b'{"ok":false,"result":[]}',
        b'[{"ok":true,"result":[]}]',
        b'{"ok":true}',
        b"[" * 200_000,
    ],
)
def test_an_answer_that_is_none_as_a_whole(answer: bytes) -> None:
    with pytest.raises(NoUpdates) as why:
        updates_in(answer)
    assert "update_id" not in str(why.value)


def test_bytes_that_are_no_text_spoil_their_own_update_alone() -> None:
    answer = b'{"ok":true,"result":[{"update_id":7,"a":"\xff"},{"update_id":8}]}'
    found = [b'{"update_id":7,"a":"\xff"}', b'{"update_id":8}']
    assert updates_in(answer, tolerant=True) == found
    deep = b'{"a":' * 100_000
    assert updates_in(b'{"ok":true,"result":[' + deep + b"1" + b"}" * 100_000 + b",5]}")[1] == b"5"
