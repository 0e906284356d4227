"""Decode what Telegram sends one update at a time, so that one that cannot be stops no other.

aiogram decodes a batch as a whole: one update of a kind that it does not know yet, and none of the
batch is there. Here the JSON of each is found by its brackets, which stand whatever is between.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.enums import ChatType
from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError

LARGEST = 512 * 1024  # bytes of one update, of which Telegram's have a few hundredths
DEEPEST = 100  # brackets within each other
# What Telegram counts by, and the database's widest integer.
UPDATE_IDS = range(1, 2**31)
INTEGERS = range(-(2**63), 2**63)

_SIGNS = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[][{},]', re.DOTALL)
# Telegram begins with it; for an update that is no JSON.
_FIRST_ID = re.compile(rb'\s*\{\s*"update_id"\s*:\s*(\d{1,10})\s*[,}]')
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,63}")
_LONGEST_PATH = 16
_HALF = re.compile("[\ud800-\udfff]")  # of a sign, which no database takes
# Of kinds that nobody sent, but Telegram tells of.
_TOLD = {"my_chat_member", "chat_member"}


class NoUpdates(ValueError):
    """An answer to getUpdates that is, as a whole, none."""


@dataclass(frozen=True, slots=True)
class Undecoded:
    """An update that cannot be decoded: why, and whom to tell. Nothing of what it says."""

    update_id: int | None  # None: it has none that could be confirmed
    field: str  # the way to what is wrong, by the names of the Bot API
    problem: str  # pydantic's name of the error, or one of ours
    chat_id: int | None = None  # the private chat that it came from
    language_code: str | None = None  # its sender's, as their Telegram has it


def updates_in(answer: bytes, *, tolerant: bool = False) -> list[bytes]:
    """The JSON of each update in an answer to getUpdates.

    Raises NoUpdates for what is no JSON, not "ok", or without a list; and for bytes that are no
    UTF-8, unless `tolerant`: then they only spoil their own update.
    """
    found: list[bytes] = []
    begun = since = ended = 0
    name = b""
    for at, depth, sign in _signs(answer):
        if depth == 1 and sign.startswith(b'"'):
            name = sign
        elif depth == 2 and sign == b"[" and name == b'"result"' and not begun:
            begun = since = at + 1
        elif begun and not ended and depth == 2 and sign in b",]":
            if each := answer[since:at].strip():
                found.append(each)
            since = at + 1
            ended = at if sign == b"]" else 0
    try:
        if not tolerant:
            answer.decode()
        around = json.loads(answer[:begun] + answer[ended:])
    except (ValueError, RecursionError) as error:
        raise NoUpdates(type(error).__name__) from None
    if not ended or not isinstance(around, dict) or around.get("ok") is not True:
        raise NoUpdates("no list of updates")
    return found


def decode(update: bytes, bot: Bot) -> Update | Undecoded:
    """The update in this JSON, bound to the bot, or why there is none; raises nothing."""
    shallow = _shallow(update)
    try:
        raw = json.loads(shallow.decode(errors="replace"), parse_constant=_no_json)
    except ValueError:
        first = _FIRST_ID.match(update)
        return Undecoded(_id({"update_id": int(first[1])} if first else {}), "", "no_json")
    if not isinstance(raw, dict):
        return Undecoded(None, "", "no_object")
    try:
        field, problem = _unfit(update, shallow, raw) or ("", "")
        if not problem:
            decoded = Update.model_validate(_without_rich_texts(raw), context={"bot": bot})
            decoded.event  # noqa: B018 - whether there is one
            return decoded
    except ValidationError as error:
        first_error = error.errors(include_url=False, include_context=False, include_input=False)[0]
        field, problem = _path(first_error["loc"]), first_error["type"]
    except UpdateTypeLookupError:
        field, problem = _path(tuple(raw.keys() - {"update_id"})), "unknown_kind"
    except RecursionError:
        field, problem = "", "nested_too_deeply"
    return Undecoded(_id(raw), field, problem, *_sender(raw))


def _unfit(update: bytes, shallow: bytes, raw: dict[str, Any]) -> tuple[str, str] | None:
    """What aiogram might take, and nothing behind it could: the field and the problem."""
    if len(update) > LARGEST:
        return "", "too_large"
    if shallow != update:
        return "", "nested_too_deeply"
    try:
        update.decode()
    except UnicodeDecodeError:
        return "", "no_utf8"
    if _id(raw) is None:
        return "update_id", "no_update_id"
    for name, value in _walk(raw):
        if type(value) is int and value not in INTEGERS:
            return _path((name,)), "too_large_integer"
        if isinstance(value, str) and _HALF.search(value):
            return _path((name,)), "no_unicode"
    return None


def _without_rich_texts(raw: dict[str, Any]) -> dict[str, Any]:
    """The same update without the texts of rich messages, which nobody here reads.

    For texts formatted within each other aiogram takes twenty times as long with each more: a
    minute for five.
    """
    for name, value in _walk(raw):
        if name == "rich_message" and isinstance(value, dict):
            value["blocks"] = []
    return raw


def _walk(raw: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Everything in an update, with its name there, or that of its list."""
    todo: list[tuple[str, Any]] = [("", raw)]
    while todo:
        name, value = todo.pop()
        yield name, value
        if isinstance(value, list):
            todo += [(name, each) for each in value]
        elif isinstance(value, dict):
            todo += value.items()


def _signs(text: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Strings, brackets and commas of JSON: where, how deep (brackets: inside), and which."""
    depth = 0
    for found in _SIGNS.finditer(text):
        sign = found[0]
        depth += sign in b"[{"
        yield found.start(), depth, sign
        depth -= sign in b"]}"


def _shallow(text: bytes) -> bytes:
    """The same JSON with `null` for what is nested deeper than DEEPEST."""
    kept, since = [], 0
    for at, depth, sign in _signs(text):
        if depth == DEEPEST + 1 and sign in b"[{":
            kept += [text[since:at], b"null"]
            since = len(text)
        elif depth == DEEPEST + 1 and sign in b"]}":
            since = at + 1
    return b"".join([*kept, text[since:]])


def _id(raw: dict[str, Any]) -> int | None:
    number = raw.get("update_id")
    return number if type(number) is int and number in UPDATE_IDS else None


def _path(names: tuple[Any, ...]) -> str:
    """Names joined by dots; what cannot be a name there might be somebody's words."""
    return ".".join(
        str(name) if isinstance(name, int) or _NAME.fullmatch(name) else "…"
        for name in names[:_LONGEST_PATH]
    )


def _no_json(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _sender(raw: dict[str, Any]) -> tuple[int | None, str | None]:
    """The private chat that an update came from, and the language of who sent it."""
    for kind, event in raw.items():
        if not isinstance(event, dict) or kind in _TOLD:
            continue
        message = event.get("message")
        chat = event.get("chat") or (message.get("chat") if isinstance(message, dict) else None)
        if not isinstance(chat, dict) or chat.get("type") != ChatType.PRIVATE:
            continue
        number, user = chat.get("id"), event.get("from")
        language = user.get("language_code") if isinstance(user, dict) else None
        if type(number) is int and 0 < number < 2**52:
            return number, language if isinstance(language, str) else None
    return None, None
