"""A conversation's data as plain JSON values and back, without loss of dates."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

# An object of this one key is a date; other keys that begin so get one more in front.
_MARK = "~"
_DATE, _DATETIME = f"{_MARK}date", f"{_MARK}datetime"


def dump(data: Mapping[str, Any]) -> str:
    """Data of texts, numbers, booleans, None, dates, datetimes, lists and dicts, as ASCII JSON.

    Tuples come back as lists. Raises TypeError for anything else, a key that is no text included,
    and ValueError for a number that JSON does not know.
    """
    return json.dumps(_plain(dict(data)), allow_nan=False)


def load(dumped: str) -> dict[str, Any]:
    """What `dump` was given: fresh objects, free to be changed."""
    data: dict[str, Any] = json.loads(dumped, object_hook=_rich)
    return data


def _plain(value: Any) -> Any:
    match value:
        case None | bool() | int() | float() | str():
            return value
        case datetime():
            return {_DATETIME: value.isoformat()}
        case date():
            return {_DATE: value.isoformat()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case dict():
            return {_plain_key(key): _plain(item) for key, item in value.items()}
    raise TypeError(f"A conversation cannot hold a {type(value).__name__}")


def _plain_key(key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError(f"A conversation's key must be text, not a {type(key).__name__}")
    return _MARK + key if key.startswith(_MARK) else key


def _rich(plain: dict[str, Any]) -> Any:
    if _DATE in plain:
        return date.fromisoformat(plain[_DATE])
    if _DATETIME in plain:
        return datetime.fromisoformat(plain[_DATETIME])
    return {key.removeprefix(_MARK): value for key, value in plain.items()}
