"""Which failures pass by themselves: by what they are, and by what they came of."""

import errno
import sqlite3

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage.database import Database
from storage.faults import is_passing


def _raised(fault: BaseException) -> BaseException:
    """A bug met while a fault is being handled."""
    try:
        try:
            raise fault
        except type(fault):
            raise KeyError("nothing")  # noqa: B904 - as what is not foreseen does
    except KeyError as error:
        return error


@pytest.mark.parametrize(
    "fault",
    [
        TimeoutError(),
        ConnectionResetError(),
        OSError(errno.ENOSPC, "full"),
        OSError(errno.EMFILE, "too many"),
    ],
    ids=repr,
)
def test_what_fails_while_a_passing_fault_is_handled_is_of_it(fault: Exception) -> None:
    assert is_passing(fault)
    assert is_passing(_raised(fault))


@pytest.mark.parametrize("bug", [KeyError("x"), ValueError(), OSError(errno.EPERM, "no")], ids=repr)
def test_a_bug_is_one_whatever_it_came_of(bug: Exception) -> None:
    assert not is_passing(bug)
    assert not is_passing(_raised(bug))


def test_what_is_said_to_have_come_of_nothing_is_looked_at_alone() -> None:
    alone = _raised(TimeoutError())
    alone.__suppress_context__ = True  # `raise … from None`
    assert not is_passing(alone)


def test_a_circle_ends() -> None:
    one, other = KeyError("one"), KeyError("other")
    one.__cause__, other.__cause__ = other, one
    assert not is_passing(one)


async def test_what_the_database_refuses_is_a_bug_and_a_lock_is_not(database: Database) -> None:
    async with database.sessions() as session:
        with pytest.raises(DBAPIError) as caught:
            await session.execute(text("SELECT nothing FROM nowhere"))
    assert not is_passing(caught.value)
    async with database.sessions() as session:
        twice = text("INSERT INTO courier (id, seen_at) VALUES (:id, :at), (:id, :at)")
        with pytest.raises(DBAPIError) as refused:
            await session.execute(twice, {"id": "1", "at": None})
    assert not is_passing(refused.value)


async def test_a_connection_that_is_cut_passes(database: Database) -> None:
    if database.is_sqlite:
        other = sqlite3.connect(str(database.url.database), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        busy = Database(database.url.render_as_string(hide_password=False), patience=0.01)
        with pytest.raises(DBAPIError) as caught:
            async with busy.transaction() as session:
                await session.execute(text("DELETE FROM courier"))
        other.close()
        await busy.close()
    else:
        async with database.sessions() as session:
            await session.execute(text("SELECT 1"))
            connection = await session.connection()
            raw = await connection.get_raw_connection()
            assert raw.driver_connection is not None
            raw.driver_connection.terminate()
            with pytest.raises(DBAPIError) as caught:
                await session.execute(text("SELECT 1"))
            await session.invalidate()
    assert is_passing(caught.value)
    assert is_passing(_raised(caught.value))
