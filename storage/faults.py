"""Which failures pass by themselves, and which are bugs."""

import errno
import socket
import sqlite3
from typing import Any

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

    What it is not is a bug, or input that should have been refused.
    """
    if isinstance(error, DBAPIError):
        return error.connection_invalidated or _of_driver(error.orig)
    if isinstance(error, NoConnectionFree | ConnectionError | TimeoutError | socket.gaierror):
        return True
    return (isinstance(error, OSError) and error.errno in _ERRNO) or _of_driver(error)


def _of_driver(error: Any) -> bool:
    """SQLite's and PostgreSQL's own errors, which SQLAlchemy wraps more than once."""
    while error is not None:
        code = getattr(error, "sqlite_errorcode", None)
        if code is not None:
            return code & 0xFF in _SQLITE
        state = getattr(error, "sqlstate", None)
        if state:
            return state[:2] in _SQLSTATE_CLASSES or state in _SQLSTATES
        error = error.__cause__
    return False
