"""What the database of the table of scopes holds, whose it is, and whom an answer shows."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from sqlalchemy import Table as TableOfRows
from sqlalchemy import inspect, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.programme import Programme
from storage.tables import Agreement, Enrolment, Entry, Excuse, Mark, Person, Plan, Table, Task
from tests.award.access.table.world import WAYS, World, marker

_WRITES = re.compile(r"(?:INSERT INTO|UPDATE) (\w+) ")
OF_STAFF = ("staff_card", "document")
Held = dict[str, dict[tuple[Any, ...], tuple[Any, ...]]]


async def held(session: AsyncSession) -> Held:
    """Every row of every table, by table and key."""
    return await _rows_of(session, Table.metadata.sorted_tables)


async def held_after(session: AsyncSession, before: Held, writes: Iterable[str]) -> Held:
    """The same after these statements: tables that none of them writes to are as they were."""
    written: set[str] = set()
    for statement in writes:
        found = _WRITES.match(statement)
        if found is None:  # what is deleted may take rows of other tables with it
            return await held(session)
        written.add(found[1])
    return before | await _rows_of(session, [Table.metadata.tables[each] for each in written])


async def _rows_of(session: AsyncSession, tables: Iterable[TableOfRows]) -> Held:
    found: Held = {}
    for table in tables:
        keys = [column.name for column in table.primary_key]
        rows = (await session.execute(select(table))).all()
        found[table.name] = {
            tuple(getattr(row, key) for key in keys): tuple(map(_plain, row)) for row in rows
        }
    return found


def _plain(value: Any) -> Any:
    return repr(value) if isinstance(value, dict | list) else value


@dataclass(frozen=True)
class Owners:
    """Whose each row is: ids of people, by enrolment, entry and plan."""

    of_enrolment: Mapping[int, int]
    of_entry: Mapping[int, int]
    of_plan: Mapping[int, int]

    def of(self, table: str, row: Mapping[str, Any]) -> int | None:
        """The person that a row is about; None for what is nobody's (links, logs, centres)."""
        if table == "person":
            return int(row["id"])
        if row.get("entry_id") is not None:
            return self.of_entry.get(row["entry_id"])
        if row.get("plan_id") is not None:
            return self.of_plan.get(row["plan_id"])
        if row.get("enrolment_id") is not None:
            return self.of_enrolment.get(row["enrolment_id"])
        of_person = table in ("enrolment", "role", "preference", "birth_date", *OF_STAFF)
        return int(row["person_id"]) if of_person else None


def owners(*states: Held) -> Owners:
    """Owners of all rows that there were or are."""
    enrolments: dict[int, int] = {}
    entries: dict[int, int] = {}
    plans: dict[int, int] = {}
    for state in states:
        enrolments.update({row["id"]: row["person_id"] for row in named(state, "enrolment")})
        for table, into in (("entry", entries), ("plan", plans)):
            into.update({row["id"]: enrolments[row["enrolment_id"]] for row in named(state, table)})
    return Owners(enrolments, entries, plans)


def named(state: Held, table: str) -> Iterator[dict[str, Any]]:
    """The rows of a table with the names of their columns."""
    names = [column.name for column in Table.metadata.tables[table].columns]
    for row in state[table].values():
        yield dict(zip(names, row, strict=True))


def touched(before: Held, after: Held) -> set[int | None]:
    """Whose rows are other ones now; not of logs, of messages owed, of what all are counted in."""
    if before is after:
        return set()
    whose = owners(before, after)
    found: set[int | None] = set()
    for table in before.keys() - {"audit", "outbox", "seen_update", "invitation", "rating"}:
        if before[table] is after[table]:
            continue
        names = [column.name for column in Table.metadata.tables[table].columns]
        changed = before[table].items() ^ after[table].items()
        found |= {whose.of(table, dict(zip(names, row, strict=True))) for _, row in changed}
    return found


def shown_in(answer: Any, world: World) -> set[str]:
    """Participants whose name, words or rows are in what an operation gave back."""
    of_enrolment = {things.enrolment: key for key, things in world.things.items()}
    of_person = {things.person: key for key, things in world.things.items()}
    found: set[str] = set()
    for value in _everything(answer):
        if isinstance(value, str):
            found |= {key for key in WAYS if marker(key) in value}
        elif isinstance(value, Enrolment | Person):
            number = value.person_id if isinstance(value, Enrolment) else value.id
            found |= {of_person[number]} & WAYS.keys() if number in of_person else set()
        elif isinstance(value, Entry | Excuse | Plan | Task | Mark | Agreement):
            found.add(of_enrolment[value.enrolment_id])
    return found


def _everything(value: Any) -> Iterator[Any]:
    if isinstance(value, Programme):
        return
    yield value
    if isinstance(value, dict):
        value = [*value.keys(), *value.values()]
    elif isinstance(value, Table):
        columns = inspect(type(value)).column_attrs
        value = [value.__dict__.get(column.key) for column in columns]
    elif is_dataclass(value) and not isinstance(value, type):
        value = [getattr(value, each.name) for each in fields(value)]
    if isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from _everything(part)
