"""Messages owed when a new version starts: rows of every kind are still worded."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from award.outbox import NoticeKind
from award.programme import load
from bot.settings import SHIPPED_PROGRAMME
from handlers import conversations
from handlers.ui import notices
from locales import LANGUAGES
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import Outbox
from tests.upgrade.installation import UPGRADED, lay_out, recorded

OWED: list[dict[str, Any]] = recorded("outbox.json")
PROGRAMME = load(SHIPPED_PROGRAMME)
PEOPLE = {
    content["first_name"]: content["id"]
    for kind, _, content in recorded("telegram.json")
    if kind == "person"
}
SPEAKS = text("UPDATE person SET language = :language WHERE id = :id")


@pytest.fixture(scope="module", autouse=True)
def _all_kinds() -> None:
    conversations()  # importing a journey registers its words


def test_every_kind_is_recorded() -> None:
    new = set(NoticeKind) - {row["kind"] for row in OWED}
    assert not new, f"add a row of each to outbox.json, as it is owed today: {sorted(new)}"


async def test_every_row_is_worded_or_has_become_pointless(tmp_path: Path) -> None:
    """In each language; what is not told any more is so by rule, and not for want of words."""
    lay_out(tmp_path)
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'award.db'}")
    await upgrade(database)
    await database.close()
    wrong = {}
    for number, row in enumerate(OWED):
        folder = tmp_path / str(number)
        folder.mkdir()
        shutil.copy(tmp_path / "award.db", folder)
        person = _given(folder / "award.db", row)
        database = Database(f"sqlite+aiosqlite:///{folder / 'award.db'}")
        try:
            problem = await _problem(database, person, row)
        except LookupError as error:  # a KeyError included
            problem = repr(error)
        finally:
            await database.close()
        if problem:
            wrong[f"{row['kind']} {row['details']}"] = problem
    assert not wrong


def _given(database: Path, row: dict[str, Any]) -> int:
    """Make the world one in which the row is of use; the id of the person it is owed to."""
    with closing(sqlite3.connect(database)) as connection, connection:
        for statement in row.get("given", ()):
            assert connection.execute(statement).rowcount > 0, statement
        query = "SELECT id FROM person WHERE telegram_id = ?"
        [(person,)] = connection.execute(query, (PEOPLE[row["to"]],))
    return int(person)


async def _problem(database: Database, person: int, row: dict[str, Any]) -> str | None:
    for language in LANGUAGES:
        async with database.transaction() as session:
            await session.execute(SPEAKS, {"language": language, "id": person})
            owed = Outbox(
                id=1,
                person_id=person,
                kind=row["kind"],
                details=row["details"],
                once=row.get("once"),
                urgency=row["urgency"],
            )
            receiver, shown = await notices.word(session, [owed], PROGRAMME, UPGRADED)
        if receiver.language != language:
            return f"to {receiver.language}"
        if (shown is not None) != row["worded"]:
            return f"{language}: {shown}"
        if shown is not None and not (shown.text or shown.amends):
            return f"{language}: no words"
    return None
