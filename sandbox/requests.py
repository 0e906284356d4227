"""Bot API requests, validated with aiogram's method classes."""

import json
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

import aiogram.methods
from aiogram.methods import TelegramMethod
from aiogram.types import (
    ForceReply,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    TelegramObject,
)
from pydantic import ValidationError

from sandbox.errors import bad_request
from sandbox.forms import Form

_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "file_id": "file_id not specified",
}
_MARKUPS: dict[str, type[TelegramObject]] = {
    "inline_keyboard": InlineKeyboardMarkup,
    "keyboard": ReplyKeyboardMarkup,
    "remove_keyboard": ReplyKeyboardRemove,
    "force_reply": ForceReply,
}
_BROKEN_MARKUP = "can't parse reply keyboard markup JSON object"


@cache
def _model(name: str) -> type[TelegramMethod[Any]]:
    model: type[TelegramMethod[Any]] = getattr(aiogram.methods, name[0].upper() + name[1:])
    return model


@cache
def _takes_text(name: str, field: str) -> bool:
    # `list[str]` takes JSON, so only the members of a union count, not what they hold.
    annotation = _model(name).model_fields[field].annotation
    is_union = get_origin(annotation) in {Union, UnionType}
    return str in (get_args(annotation) if is_union else (annotation,))


def validated(name: str, form: Form) -> dict[str, Any]:
    """What a request asks for: only fields that were given and are known; raises ApiError."""
    model = _model(name)
    given: dict[str, Any] = {
        key: value for key, value in form.fields.items() if key in model.model_fields
    }
    given |= {key: f"attach://{key}" for key, _ in form.uploads if key in model.model_fields}
    for key, value in given.items():
        if isinstance(value, str) and not _takes_text(name, key):
            given[key] = _decoded(key, value)
    try:
        if "reply_markup" in given:
            given["reply_markup"] = _markup(given["reply_markup"])
        request = model.model_validate(given)
    except ValidationError as error:
        raise bad_request(_complaint(error)) from error
    asked: dict[str, Any] = request.model_dump(
        exclude_unset=True, exclude_none=True, warnings=False
    )
    return asked


def _markup(markup: Any) -> TelegramObject | None:
    # Models take unknown fields, so the union would take a broken keyboard for another markup.
    for key, kind in _MARKUPS.items():
        if isinstance(markup, dict) and key in markup:
            return kind.model_validate(markup)
    if markup is None or isinstance(markup, dict):
        return None
    raise bad_request(_BROKEN_MARKUP)


def _decoded(key: str, value: str) -> Any:
    if value[:1] not in {"{", "["}:
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError) as error:
        raise bad_request(f"can't parse {key.replace('_', ' ')} JSON object") from error


def _complaint(error: ValidationError) -> str:
    first = error.errors()[0]
    field = str(first["loc"][0]) if first["loc"] else "request"
    if field in _MARKUPS:
        return _BROKEN_MARKUP
    if len(first["loc"]) == 1 and first["type"] == "missing":
        return _MISSING.get(field, f"{field} is not specified")
    place = ".".join(str(step) for step in first["loc"])
    return f"can't parse {place}: {first['msg']}"
