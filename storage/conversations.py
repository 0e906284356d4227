"""State and data of conversations, kept for aiogram in the same database as everything else."""

import json
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple
from weakref import WeakSet

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from sqlalchemy import bindparam, delete, event, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, SessionTransaction

from storage import conversation_data
from storage.database import Database, session_at_hand
from storage.tables import Conversation

_table = Conversation.__table__
# Built once: building a statement takes longer than SQLite needs to run it.
_look = select(_table.c.state, _table.c.data).where(_table.c.key == bindparam("of"))
_remove = delete(_table).where(_table.c.key == bindparam("of"))
_KEY_LENGTH = 200
_keys = select(_table.c.key)
_AT_ONCE = 500  # keys in one statement
_FEW = 8  # chats, each looked for by itself: to read all keys takes as long
_EMPTY_DATA = conversation_data.dump({})
# Where a session keeps what it has seen or written and not committed, for each storage.
_UNCOMMITTED = "uncommitted_conversations"


class _Row(NamedTuple):
    """One conversation; its data as JSON text, so that nobody changes the cached one."""

    state: str | None = None
    data: str = _EMPTY_DATA


_NO_ROW = _Row()


class ConversationStorage(BaseStorage):
    """aiogram's storage in the transaction of the update at hand, or else in one of its own.

    On SQLite, which one process has to itself, reads come from memory: at most `cached` rows, only
    such as were committed. There must be one such storage for a database. On PostgreSQL, where
    several processes write, each read asks the database. The order of the updates of one person is
    for the caller to keep.
    """

    def __init__(
        self, database: Database, now: Callable[[], datetime], cached: int = 10_000
    ) -> None:
        self._database = database
        self._now = now
        insert = (sqlite.insert if database.is_sqlite else postgresql.insert)(_table)
        self._upsert = {
            changed: insert.on_conflict_do_update(
                index_elements=[_table.c.key],
                set_={name: insert.excluded[name] for name in (changed, "touched_at")},
            )
            for changed in ("state", "data")
        }
        self._cached = cached if database.is_sqlite else 0
        self._cache: OrderedDict[str, _Row] = OrderedDict()
        _storages.add(self)

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Write the state; None forgets it."""
        name = state.state if isinstance(state, State) else state
        async with self._session() as session:
            row = await self._read(session, _text_of(key))
            await self._write(session, _text_of(key), row, row._replace(state=name))

    async def get_state(self, key: StorageKey) -> str | None:
        """The state's name, or None."""
        async with self._session() as session:
            return (await self._read(session, _text_of(key))).state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Replace the data; raises TypeError or ValueError for what JSON and dates cannot hold."""
        dumped = conversation_data.dump(data)
        async with self._session() as session:
            row = await self._read(session, _text_of(key))
            await self._write(session, _text_of(key), row, row._replace(data=dumped))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """The data, as a fresh dict."""
        async with self._session() as session:
            return conversation_data.load((await self._read(session, _text_of(key))).data)

    async def close(self) -> None:
        """Nothing: the database is closed by whoever opened it."""

    async def forget_stale(self, session: AsyncSession, before: datetime) -> int:
        """Remove all of each chat in which nothing was written since `before`; how many rows.

        A dialog's stack and its windows are rows of their own, written at different times: who
        answers a window of which only one is left would be answered by nothing.
        """
        touched = _table.c.touched_at
        stale = (await session.scalars(select(_table.c.key).where(touched < before))).all()
        try:
            if not stale:
                return 0
            fresh = await session.scalars(select(_table.c.key).where(touched >= before))
            alive = {_chat_of(key) for key in fresh}
            gone = [key for key in stale if _chat_of(key) not in alive]
            for at in range(0, len(gone), _AT_ONCE):
                some = _table.c.key.in_(gone[at : at + _AT_ONCE])
                await session.execute(delete(_table).where(some))
            return len(gone)
        finally:
            self._cache.clear()
            self._uncommitted(session).clear()

    @asynccontextmanager
    async def _session(self) -> AsyncIterator[AsyncSession]:
        if (at_hand := session_at_hand()) is not None:
            yield at_hand
        else:
            async with self._database.transaction() as session:
                yield session

    def _uncommitted(self, session: AsyncSession) -> dict[str, _Row]:
        by_storage: dict[ConversationStorage, dict[str, _Row]]
        by_storage = session.info.setdefault(_UNCOMMITTED, {})
        return by_storage.setdefault(self, {})

    async def _read(self, session: AsyncSession, key: str) -> _Row:
        uncommitted = self._uncommitted(session)
        if self._cached:
            if (known := uncommitted.get(key)) is not None:
                return known
            if (known := self._cache.get(key)) is not None:
                self._cache.move_to_end(key)
                return known
        found = (await session.execute(_look, {"of": key})).one_or_none()
        row = _NO_ROW if found is None else _Row(found.state, json.dumps(found.data))
        if self._cached:
            uncommitted[key] = row
        return row

    async def _write(self, session: AsyncSession, key: str, old: _Row, new: _Row) -> None:
        if new == old:
            return
        self._uncommitted(session).pop(key, None)
        try:
            if new == _NO_ROW:
                await session.execute(_remove, {"of": key})
            else:
                values = new._asdict() | {"data": json.loads(new.data)}
                upsert = self._upsert["state" if new.data == old.data else "data"]
                await session.execute(upsert, {"key": key, "touched_at": self._now(), **values})
        finally:
            # Whatever becomes of the transaction, a broken-off commit included, the next read asks.
            self._cache.pop(key, None)
        if self._cached:
            self._uncommitted(session)[key] = new

    def keep(self, committed: dict[str, _Row]) -> None:
        """Remember rows that a session has just committed."""
        self._cache.update(committed)
        for key in committed:
            self._cache.move_to_end(key)
        while len(self._cache) > self._cached:
            self._cache.popitem(last=False)

    def remembered(self) -> dict[str, _Row]:
        """What is answered from memory, by key."""
        return self._cache


_storages: WeakSet[ConversationStorage] = WeakSet()


async def forget_chats(session: AsyncSession, accounts: Collection[int]) -> None:
    """Remove all conversations that were had in private with these accounts, by Telegram's ids."""
    chats = {str(account) for account in accounts}
    if len(chats) <= _FEW:
        theirs = [_table.c.key.like(f"%:{chat}:{chat}:%") for chat in chats]
    else:
        keys = [key for key in await session.scalars(_keys) if _private_chat(key) in chats]
        some = [keys[at : at + _AT_ONCE] for at in range(0, len(keys), _AT_ONCE)]
        theirs = [_table.c.key.in_(each) for each in some]
    for which in theirs:
        await session.execute(delete(_table).where(which))
    # Nobody else can have read them since: SQLite's one connection is this session's by now.
    remembered = [storage.remembered() for storage in _storages]
    for rows in (*remembered, *session.info.get(_UNCOMMITTED, {}).values()):
        for key in [key for key in rows if _private_chat(key) in chats]:
            del rows[key]


@event.listens_for(Session, "after_commit")
def _keep_committed(session: Session) -> None:
    if not session.in_nested_transaction():
        for storage, rows in session.info.get(_UNCOMMITTED, {}).items():
            storage.keep(rows)


@event.listens_for(Session, "after_transaction_end")
def _forget_uncommitted(session: Session, transaction: SessionTransaction) -> None:
    # A savepoint may have been rolled back: what was seen within it or before is asked for again.
    if transaction.nested or transaction.parent is None:
        session.info.pop(_UNCOMMITTED, None)


def _text_of(key: StorageKey) -> str:
    """The key as text that both databases can hold, whatever a client made up."""
    where = (key.bot_id, key.chat_id, key.user_id, key.thread_id, key.business_connection_id)
    text = ":".join("" if part is None else str(part) for part in where) + f":{key.destiny}"
    if len(text) <= _KEY_LENGTH and text.isascii() and text.isprintable():
        return text
    return "sha256:" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _private_chat(key: str) -> str | None:
    """The account with which a chat is in private; None of a group, and of a hash."""
    parts = key.split(":")
    return parts[1] if len(parts) > 2 and parts[1] == parts[2] else None


def _chat_of(key: str) -> str:
    """The bot and the chat that a key is of; a hash stands for itself."""
    return ":".join(key.split(":")[:2])
