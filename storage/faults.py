"""Which failures pass by themselves, and which are bugs."""

import errno
import socket
import sqlite3
from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

# Primary result codes of SQLite: https://www.sqlite.org/rescode.html
_SQLITE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
}
# SQLSTATE of PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html
# Connection, rolled back for another's sake, resources, operator, system; and two more.
_SQLSTATE_CLASSES = {"08", "40", "53", "57", "58"}
_SQLSTATES = {"55P03", "25006"}  # a lock that is not available; read only, as while failing over
_ERRNO = {
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EIO,
    errno.EMFILE,
    errno.ENFILE,
    errno.ENOMEM,
    errno.EAGAIN,
    errno.ENETUNREACH,
    errno.EHOSTUNREACH,
    errno.ENETDOWN,
}


def is_passing(error: BaseException) -> bool:
    """Whether the same may succeed a little later: the database or the machine cannot just now.

    What it is not is a bug, or input that should have been refused. What fails while such a fault
    is being handled is of it: libraries tidy up, and stumble over what the fault left undone.
    """
    return any(_passes(each) for each in _with_what_it_came_of(error))


def _with_what_it_came_of(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        yield at
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)


def _passes(error: BaseException) -> bool:
    if isinstance(error, NoConnectionFree | ConnectionError | TimeoutError | socket.gaierror):
        return True
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    if isinstance(error, OSError) and error.errno in _ERRNO:
        return True
    # Of the drivers' own errors, which SQLAlchemy's come of.
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in _SQLITE
    state = getattr(error, "sqlstate", None) or ""
    return state[:2] in _SQLSTATE_CLASSES or state in _SQLSTATES
