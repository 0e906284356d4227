"""Conversations: in the update's transaction, and never wiser than the database."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey
from sqlalchemy import event, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.conversations import ConversationStorage, forget_chats
from storage.database import Database
from storage.tables import Conversation
from tests.storage.rows import NOON

KEY = StorageKey(bot_id=1, chat_id=2, user_id=2)
SQLITE = pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
POSTGRESQL = pytest.mark.parametrize("migrated", ["postgresql"], indirect=True)


class Form(StatesGroup):
    name = State()


class Broken(Exception):
    """What a handler with a bug raises."""


def new_storage(database: Database, at: datetime = NOON, **cache: int) -> ConversationStorage:
    """A storage that remembers nothing yet, as after a restart."""
    return ConversationStorage(database, lambda: at, **cache)


@pytest.fixture
def storage(database: Database) -> ConversationStorage:
    return new_storage(database)


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """The first words of what is sent to the database meanwhile."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        sent.append(statement.split(maxsplit=1)[0])

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    yield sent
    event.remove(database.engine.sync_engine, "before_cursor_execute", note)


async def rows(database: Database) -> dict[str, tuple[str | None, dict[str, Any]]]:
    async with database.transaction() as session:
        found = await session.scalars(select(Conversation))
        return {row.key: (row.state, row.data) for row in found}


async def test_state_and_data_come_back(database: Database, storage: ConversationStorage) -> None:
    assert await storage.get_state(KEY) is None
    assert await storage.get_data(KEY) == {}
    await storage.set_state(KEY, Form.name)
    await storage.set_data(KEY, {"born": date(2009, 2, 28), "name": "Әсем"})
    for reader in (storage, new_storage(database)):
        assert await reader.get_state(KEY) == "Form:name"
        assert await reader.get_data(KEY) == {"born": date(2009, 2, 28), "name": "Әсем"}
    assert await storage.update_data(KEY, {"name": "Асан"}) == {
        "born": date(2009, 2, 28),
        "name": "Асан",
    }
    assert await new_storage(database).get_value(KEY, "name") == "Асан"


async def test_what_a_reader_does_to_the_data_stays_with_the_reader(
    storage: ConversationStorage,
) -> None:
    given = {"answers": ["one"]}
    await storage.set_data(KEY, given)
    given["answers"].append("two")
    (await storage.get_data(KEY))["answers"].append("three")
    assert await storage.get_data(KEY) == {"answers": ["one"]}


async def test_an_emptied_conversation_leaves_no_row(
    database: Database, storage: ConversationStorage
) -> None:
    await storage.set_state(KEY, "state")
    await storage.set_data(KEY, {"a": 1})
    await storage.set_state(KEY, None)
    assert list((await rows(database)).values()) == [(None, {"a": 1})]
    await storage.set_data(KEY, {})
    assert await rows(database) == {}
    assert await storage.get_data(KEY) == {}


async def test_every_part_of_the_key_counts(
    database: Database, storage: ConversationStorage
) -> None:
    keys = [
        KEY,
        replace(KEY, bot_id=9),
        replace(KEY, chat_id=9),
        replace(KEY, user_id=9),
        replace(KEY, thread_id=9),
        replace(KEY, business_connection_id="9"),
        replace(KEY, destiny="aiogd:stack:"),
        replace(KEY, destiny="aiogd:context:9"),
    ]
    for number, key in enumerate(keys):
        await storage.set_data(key, {"number": number})
    fresh = new_storage(database)
    assert [(await fresh.get_data(key))["number"] for key in keys] == list(range(len(keys)))


@pytest.mark.parametrize("destiny", ["a\0b", "a\ud83db", "x" * 4096, "ү" * 190, "a\nb", ""])
async def test_a_made_up_key_is_only_another_key(
    database: Database, storage: ConversationStorage, destiny: str
) -> None:
    key = replace(KEY, destiny=destiny)
    assert await storage.get_data(key) == {}
    await storage.set_data(key, {"mine": True})
    assert await new_storage(database).get_data(key) == {"mine": True}
    assert await storage.get_data(replace(KEY, destiny=destiny + "!")) == {}


async def test_any_text_may_be_an_answer(database: Database, storage: ConversationStorage) -> None:
    answer = "\0 \ud83d \U0001f600 Ұлы 'дала'; DROP TABLE person; \\u0000"
    await storage.set_data(KEY, {"answer": answer})
    assert await new_storage(database).get_data(KEY) == {"answer": answer}


async def test_nothing_is_written_where_nothing_changed(
    database: Database, storage: ConversationStorage
) -> None:
    await storage.set_state(KEY, Form.name)
    await storage.set_data(KEY, {"a": 1})
    empty = replace(KEY, user_id=9)
    for later in (storage, new_storage(database, NOON + timedelta(days=1))):
        with statements(database) as sent:
            await later.set_state(KEY, Form.name)
            await later.set_data(KEY, {"a": 1})
            await later.set_state(empty, None)
            await later.set_data(empty, {})
        assert set(sent) <= {"SELECT"}
    async with database.transaction() as session:
        assert await session.scalar(select(Conversation.touched_at)) == NOON


async def test_an_update_commits_its_conversation_with_the_rest(
    database: Database, storage: ConversationStorage
) -> None:
    async with database.work() as session:
        await storage.set_data(KEY, {"a": 1})
        assert await storage.get_data(KEY) == {"a": 1}
        assert session.in_transaction()
        await session.commit()
    assert await storage.get_data(KEY) == {"a": 1}
    assert await new_storage(database).get_data(KEY) == {"a": 1}


async def test_a_failed_update_takes_its_conversation_back(
    database: Database, storage: ConversationStorage
) -> None:
    await storage.set_data(KEY, {"kept": True})
    with suppress(Broken):
        async with database.work():
            await storage.set_data(KEY, {"kept": False})
            await storage.set_state(KEY, Form.name)
            assert await storage.get_data(KEY) == {"kept": False}
            raise Broken
    for reader in (storage, new_storage(database)):
        assert await reader.get_data(KEY) == {"kept": True}
        assert await reader.get_state(KEY) is None


async def test_an_update_rolled_back_may_go_on(
    database: Database, storage: ConversationStorage
) -> None:
    async with database.work() as session:
        await storage.set_data(KEY, {"first": True})
        await session.commit()
        await storage.set_data(KEY, {"second": True})
        await session.rollback()
        assert await storage.get_data(KEY) == {"first": True}
        await storage.set_state(KEY, Form.name)
        await session.commit()
    for reader in (storage, new_storage(database)):
        assert await reader.get_data(KEY) == {"first": True}
        assert await reader.get_state(KEY) == "Form:name"


async def test_a_savepoint_takes_back_only_its_own(
    database: Database, storage: ConversationStorage
) -> None:
    await storage.set_data(KEY, {"at": 1})
    async with database.work() as session:
        await storage.set_data(KEY, {"at": 2})
        with suppress(Broken):
            async with session.begin_nested():
                await storage.set_data(KEY, {"at": 3})
                raise Broken
        assert await storage.get_data(KEY) == {"at": 2}
        async with session.begin_nested():
            await storage.set_state(KEY, Form.name)
        assert await new_storage(database).get_state(KEY) == "Form:name"
        await session.commit()
    for reader in (storage, new_storage(database)):
        assert await reader.get_data(KEY) == {"at": 2}
        assert await reader.get_state(KEY) == "Form:name"


async def test_a_task_that_outlives_its_update_has_its_own_transaction(
    database: Database, storage: ConversationStorage
) -> None:
    over = asyncio.Event()

    async def outliving() -> None:
        await over.wait()
        await storage.set_data(KEY, {"late": True})

    async with database.work() as session:
        task = asyncio.create_task(outliving())
        await session.commit()
    over.set()
    await task
    assert await new_storage(database).get_data(KEY) == {"late": True}


async def test_updates_of_different_people_at_once(
    database: Database, storage: ConversationStorage
) -> None:
    async def answer(person: int) -> None:
        key = replace(KEY, chat_id=person, user_id=person)
        for step in range(3):
            try:
                async with database.work() as session:
                    data = await storage.get_data(key)
                    await storage.set_data(key, {"steps": [*data.get("steps", []), step]})
                    await storage.set_state(key, f"step {step}")
                    if (person + step) % 3 == 0:
                        raise Broken
                    await session.commit()
            except Broken:
                continue

    await asyncio.gather(*(answer(person) for person in range(30)))
    for reader in (storage, new_storage(database)):
        for person in range(30):
            key = replace(KEY, chat_id=person, user_id=person)
            kept = [step for step in range(3) if (person + step) % 3]
            assert await reader.get_data(key) == {"steps": kept}
            assert await reader.get_state(key) == f"step {kept[-1]}"


class Chance:
    """Updates by chance, each with one of the ends that an update can come to."""

    def __init__(self, seed: int, storage: ConversationStorage, keys: list[StorageKey]) -> None:
        self.random, self.storage, self.keys = Random(seed), storage, keys

    async def change(self) -> None:
        for _ in range(self.random.randint(1, 4)):
            key = self.random.choice(self.keys)
            if self.random.random() < 0.5:
                await self.storage.set_state(key, self.random.choice([None, "a", "b"]))
            else:
                data = self.random.choice([{}, {"n": self.random.randint(0, 9)}])
                await self.storage.set_data(key, data)
            await self.storage.get_data(self.random.choice(self.keys))

    async def change_in_savepoint(self, session: AsyncSession) -> None:
        savepoint = await session.begin_nested()
        await self.change()
        await self.random.choice([savepoint.rollback, savepoint.commit])()

    async def commit_cut_off(self, session: AsyncSession) -> None:
        commit = asyncio.create_task(session.commit())
        for _ in range(self.random.randint(0, 6)):
            await asyncio.sleep(0)
        commit.cancel()
        await asyncio.gather(commit, return_exceptions=True)

    async def update(self, session: AsyncSession) -> None:
        await self.change()
        if self.random.random() < 0.4:
            await self.change_in_savepoint(session)
        match self.random.choice(["commit", "rollback", "nothing", "cut off"]):
            case "commit":
                await session.commit()
            case "rollback":
                await session.rollback()
            case "cut off":
                await self.commit_cut_off(session)


@SQLITE
@pytest.mark.parametrize("seed", range(5))
async def test_memory_and_database_never_differ(database: Database, seed: int) -> None:
    storage = new_storage(database, cached=3)
    keys = [replace(KEY, user_id=user) for user in range(5)]
    chance = Chance(seed, storage, keys)
    for _ in range(25):
        async with database.work() as session:
            await chance.update(session)
        fresh = new_storage(database)
        for key in keys:
            assert await storage.get_state(key) == await fresh.get_state(key)
            assert await storage.get_data(key) == await fresh.get_data(key)


@SQLITE
async def test_a_known_conversation_is_not_read_again(database: Database) -> None:
    storage = new_storage(database)
    await storage.set_data(KEY, {"a": 1})
    with statements(database) as sent:
        async with database.work() as session:
            assert await storage.get_data(KEY) == {"a": 1}
            assert await storage.get_state(KEY) is None
            assert not session.in_transaction()
    assert sent == []


@SQLITE
async def test_memory_holds_the_latest_few(database: Database) -> None:
    storage = new_storage(database, cached=2)
    keys = [replace(KEY, user_id=user) for user in range(3)]
    for key in keys[:2]:
        await storage.set_data(key, {"a": 1})
    await storage.get_data(keys[0])
    await storage.set_data(keys[2], {"a": 1})
    with statements(database) as sent:
        await storage.get_data(keys[0])
        await storage.get_data(keys[2])
        assert sent == []
        await storage.get_data(keys[1])
        assert sent == ["SELECT"]


@POSTGRESQL
async def test_a_change_by_another_process_is_seen_at_once(database: Database) -> None:
    storage = new_storage(database)
    await storage.set_data(KEY, {"a": 1})
    assert await storage.get_data(KEY) == {"a": 1}
    async with database.transaction() as session:
        await session.execute(update(Conversation).values(data={"a": 2}))
    assert await storage.get_data(KEY) == {"a": 2}


async def test_stale_conversations_are_forgotten(database: Database) -> None:
    today = NOON
    storage = ConversationStorage(database, lambda: today)
    old, new = replace(KEY, chat_id=1), replace(KEY, chat_id=2)
    await storage.set_data(old, {"a": 1})
    today += timedelta(days=90)
    await storage.set_data(new, {"a": 1})

    with suppress(Broken):
        async with database.transaction() as session:
            assert await storage.forget_stale(session, today) == 1
            raise Broken
    assert await storage.get_data(old) == {"a": 1}

    async with database.transaction() as session:
        assert await storage.forget_stale(session, today) == 1
    for reader in (storage, new_storage(database)):
        assert await reader.get_data(old) == {}
        assert await reader.get_data(new) == {"a": 1}


async def test_what_belongs_together_is_forgotten_together(database: Database) -> None:
    today = NOON
    storage = ConversationStorage(database, lambda: today)
    window, stack = replace(KEY, destiny="window"), replace(KEY, destiny="stack")
    await storage.set_data(window, {"a": 1})
    await storage.set_data(stack, {"a": 1})
    today += timedelta(days=80)
    await storage.set_data(stack, {"a": 2})
    async with database.transaction() as session:
        assert await storage.forget_stale(session, NOON + timedelta(days=1)) == 0
    assert await storage.get_data(window) == {"a": 1}
    async with database.transaction() as session:
        assert await storage.forget_stale(session, NOON + timedelta(days=81)) == 2
    assert await storage.get_data(window) == await storage.get_data(stack) == {}


@pytest.mark.parametrize("others", [0, 50])
async def test_a_forgotten_chat_is_not_remembered(
    database: Database, storage: ConversationStorage, others: int
) -> None:
    """Nor what was read of it in the same transaction; others' conversations stay."""
    dialog, other = replace(KEY, destiny="aiogd:stack:"), StorageKey(1, chat_id=22, user_id=22)
    for key in (KEY, dialog, other):
        await storage.set_data(key, {"name": "Әсем"})
    async with database.work() as session:
        assert await storage.get_data(KEY) == {"name": "Әсем"}
        await forget_chats(session, [KEY.chat_id, *range(100, 100 + others)])
        assert await storage.get_data(KEY) == {}
        await session.commit()
    assert [await storage.get_data(key) for key in (KEY, dialog)] == [{}, {}]
    assert await storage.get_data(other) == {"name": "Әсем"}
    assert set(await rows(database)) == {"1:22:22:::default"}
