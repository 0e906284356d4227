"""Buttons of old messages: cards stand in chats for months, and a tap on one is never lost."""

import importlib
import pkgutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from enum import Enum
from pathlib import Path
from typing import Any, TypeGuard

import pytest
from aiogram.filters.callback_data import CallbackData
from sqlalchemy import text
from structlog.testing import capture_logs

import handlers
from tests.journeys.people import Phone
from tests.upgrade.installation import Installation, recorded, upgraded

TAPS: list[dict[str, Any]] = recorded("callbacks.json")
NOBODYS = "zz:never"
OF_TAPS = (
    *("appeal", "ballot", "broadcast", "candidacy", "centre", "centre_application", "certificate"),
    *(
        "commission",
        "commission_member",
        "dispute",
        "dossier",
        "enrolment",
        "entry",
        "points",
        "presence",
    ),
    *("excuse", "finding", "interview_time", "mark", "plan", "preference", "review", "role"),
    *("sitting", "substitution", "task", "transfer", "observation"),
)
# A paper is printed beside all else, some time after the tap that asks for it.
BY_TAPS = {"certificate": "id, state, name, named_since, reason"}


@pytest.fixture(scope="module")
def classes() -> Mapping[str, type[CallbackData]]:
    """Today's classes of callback data, by prefix."""
    for found in pkgutil.walk_packages(handlers.__path__, "handlers."):
        importlib.import_module(found.name)
    made = CallbackData.__subclasses__()
    return {each.__prefix__: each for each in made if each.__module__.startswith("handlers.")}


def prefix_of(data: str) -> str:
    return data.partition(":")[0]


def test_every_prefix_is_recorded(classes: Mapping[str, type[CallbackData]]) -> None:
    new = classes.keys() - {prefix_of(tap["data"]) for tap in TAPS}
    assert not new, f"add to callbacks.json a tap with each prefix, as it is packed: {sorted(new)}"


def test_what_a_tap_asks_for_is_one_of_a_few(classes: Mapping[str, type[CallbackData]]) -> None:
    """Words for it that are typed anew at each end would come apart unseen."""
    free = [
        f"{made.__name__}.{name}"
        for made in classes.values()
        for name, field in made.model_fields.items()
        if name in ("do", "to") and not _is_enum(field.annotation)
    ]
    assert not free, "give each a StrEnum"


def test_every_name_of_a_tap_is_recorded(classes: Mapping[str, type[CallbackData]]) -> None:
    """Of what the classes list themselves; an old message knows nothing of a new name."""
    seen = {made for tap in TAPS for made in _names(classes[prefix_of(tap["data"])], tap["data"])}
    known = {
        member
        for made in classes.values()
        for field in made.model_fields.values()
        if _is_enum(field.annotation)
        for member in field.annotation
    }
    assert not known - seen, "add to callbacks.json a tap that carries each"


def _is_enum(annotation: Any) -> TypeGuard[type[Enum]]:
    return isinstance(annotation, type) and issubclass(annotation, Enum)


def _names(made: type[CallbackData], data: str) -> list[Enum]:
    return [value for _, value in made.unpack(data) if isinstance(value, Enum)]


@pytest.mark.parametrize("data", sorted({tap["data"] for tap in TAPS}))
def test_old_data_are_read_and_packed_as_ever(
    classes: Mapping[str, type[CallbackData]], data: str
) -> None:
    assert classes[prefix_of(data)].unpack(data).pack() == data


@pytest.mark.long(1)
async def test_every_old_button_does_what_it_said(tmp_path: Path) -> None:
    """Not answered as a button that nobody knows, nor with an apology.

    `given` are changes of the tables without which there would be nothing to tap on; then come
    the window that is open, the tables that are other ones, whether a rule says no.
    """
    wrong: dict[str, Any] = {}
    with capture_logs() as lines:
        async with upgraded(tmp_path) as old:
            unknown = await _taps(old.phone("active"), NOBODYS)
            for tap in TAPS:
                await _given(old, tap.get("given", ()))
                before = _tables(tmp_path)
                answer = await _taps(old.phone(tap["by"]), tap["data"])
                await old.world.idle()
                happened = await _happened(old, tap["by"], before, _tables(tmp_path), answer)
                if answer is None or answer == unknown or happened != tap["then"]:
                    wrong[tap["data"]] = answer, happened, tap["then"]
    assert not wrong
    assert not [line for line in lines if line["log_level"] == "error"]


async def _taps(phone: Phone, data: str) -> dict[str, Any] | None:
    message = (await phone.messages())[-1]["message_id"]
    return await phone.forge(message, data)


async def _given(old: Installation, changes: list[str]) -> None:
    async with old.world.bot.database.transaction() as session:
        for change in changes:
            await session.execute(text(change))


async def _happened(
    old: Installation,
    name: str,
    before: dict[str, Any],
    after: dict[str, Any],
    answer: dict[str, Any] | None,
) -> dict[str, Any]:
    windows = await old.windows(old.phone(name))
    return {
        "window": windows[-1] if windows else None,
        "changes": [table for table in after if after[table] != before[table]],
        "refused": answer is not None and answer["show_alert"],
    }


def _tables(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of what a tap changes, and nothing that the clock does."""
    with closing(sqlite3.connect(folder / "award.db")) as database:
        return {
            table: database.execute(f"SELECT {BY_TAPS.get(table, '*')} FROM {table}").fetchall()
            for table in OF_TAPS
        }
