"""Conversation data survives its way through JSON."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.conversation_data import dump, load

keys = st.one_of(st.text(), st.sampled_from(["~", "~~", "~date", "~~date", "~datetime"]))
zones = st.sampled_from([None, UTC, timezone(timedelta(hours=5))])
leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=[])),
    st.dates(),
    st.datetimes(timezones=zones),
)
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4)
)


def kinds(value: Any) -> Any:
    """The types within: 1 == 1.0 == True, and a datetime is a date."""
    if isinstance(value, list):
        return [kinds(item) for item in value]
    if isinstance(value, dict):
        return {key: kinds(item) for key, item in value.items()}
    return type(value)


@given(st.dictionaries(keys, values, max_size=4))
def test_data_comes_back_as_it_was(data: dict[str, Any]) -> None:
    back = load(dump(data))
    assert back == data
    assert kinds(back) == kinds(data)


@given(st.dictionaries(keys, values, max_size=4))
def test_what_the_database_keeps_is_dumped_the_same(data: dict[str, Any]) -> None:
    assert json.dumps(json.loads(dump(data))) == dump(data)
    assert dump(data).isascii()


def test_what_cannot_be_kept_is_refused() -> None:
    for data in ({"it": object()}, {"it": {1, 2}}, {"it": b"bytes"}, {"it": {1: "number as key"}}):
        with pytest.raises(TypeError, match="conversation"):
            dump(data)
    with pytest.raises(ValueError, match="JSON"):
        dump({"it": float("nan")})


def test_a_shallow_look_alike_is_not_a_date() -> None:
    assert load(dump({"it": {"~date": "2025-01-01"}})) == {"it": {"~date": "2025-01-01"}}
    assert load(dump({"it": date(2025, 1, 1)})) == {"it": date(2025, 1, 1)}
    assert load(dump({"it": datetime(2025, 1, 1, tzinfo=UTC)}))["it"].tzinfo is UTC
