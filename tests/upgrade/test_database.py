"""The database of an earlier version: brought up to date, it opens for everybody in it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage import migrate
from storage.database import Database
from tests.upgrade.installation import Installation, lay_out, started

ROLES = (
    *("operator", "coordinator", "coordinator2", "head", "head2", "expert", "mentor", "spare"),
    *("draft", "unsigned", "new", "unassigned", "drafting", "proposed", "agreed", "active"),
    *("paused", "rep", "unknown", "reg-agreement", "organisation"),
)
# What people did and said; tables that came later are empty in the first version's database.
KEPT = (
    *("person", "role", "enrolment", "agreement", "plan", "plan_item", "entry", "review"),
    *("mark", "task", "excuse", "centre", "partner"),
)


@pytest.mark.parametrize("revision", ["0005_weeks", "0001_first"])
async def test_everybody_finds_their_menu_and_nothing_is_lost(
    tmp_path: Path, revision: str
) -> None:
    lay_out(tmp_path)
    await _was_at(tmp_path, revision)
    before = _counts(tmp_path)
    async with started(tmp_path) as old:
        assert not await migrate.pending(old.world.bot.database)
        assert not [name for name in ROLES if not await _opens_for(old, name)]
        assert [name for name in ROLES if await _has_button(old, name, "rq")] == ["mentor", "spare"]
    assert min(before.values()) > 0
    assert _counts(tmp_path) == before


async def _was_at(folder: Path, revision: str) -> None:
    database = Database(f"sqlite+aiosqlite:///{folder / 'award.db'}")
    if revision != await migrate.current(database):
        await migrate.downgrade(database, revision)
    await database.close()


def _counts(folder: Path) -> dict[str, int]:
    with closing(sqlite3.connect(folder / "award.db")) as database:
        count = "SELECT count(*) FROM {}".format
        return {table: database.execute(count(table)).fetchone()[0] for table in KEPT}


async def _opens_for(old: Installation, name: str) -> bool:
    """Whether the menu comes, as the only window, with the way to the help on it."""
    phone = old.phone(name)
    await phone.write("/menu")
    await old.world.idle()
    return await _has_button(old, name, "go:help") and await old.windows(phone) == ["Menu:home"]


async def _has_button(old: Installation, name: str, data: str) -> bool:
    newest = (await old.phone(name).messages())[-1]
    return data in [button.get("data") for row in newest["buttons"] for button in row]
