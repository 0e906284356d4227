"""What may be wrong with an installation, each in a line that names the mend."""

import os
import tempfile
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InvalidRequestError

from award.programme import ProgrammeError, load
from bot.settings import Settings

NO_SECRET = "WEBHOOK_SECRET is not set: choose a long random one, it goes with WEBHOOK_URL"
# Of SQLite: damaged, and no database at all; may only be read, and cannot be opened.
_DAMAGED, _CLOSED = {11, 26}, {8, 14}
# Of PostgreSQL, the class: this account may not, and there is no such database.
_REFUSED, _NO_DATABASE = "28", "3D"


def programme_problems(settings: Settings) -> list[str]:
    if not settings.programme.exists():
        return [f"PROGRAMME {settings.programme} is missing: leave it unset for the shipped one"]
    try:
        load(settings.programme)
    except ProgrammeError as error:
        return [f"programme: {problem}" for problem in error.problems]
    return []


# Of a file's mode: a group may read it, such as that of the back-up; nobody else does anything.
OPEN = 0o027


def folder_problems(settings: Settings) -> list[str]:
    folder = settings.data_dir
    if not folder.is_dir():
        return [f"DATA_DIR {folder} is missing: mkdir -p {folder}"]
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        return [not_writable(folder)]
    if folder.stat().st_mode & OPEN:
        return [f"DATA_DIR {folder} is open to other accounts of this machine: chmod 700 {folder}"]
    return []


def env_problems(file: Path) -> list[str]:
    """Who else may read or change the settings, the token among them; their file may be absent."""
    if not file.is_file() or not file.stat().st_mode & OPEN:
        return []
    return [f"{file} is open to other accounts of this machine: chmod 600 {file}"]


def not_writable(folder: Path) -> str:
    return f"DATA_DIR {folder} cannot be written: chown {os.getuid()} {folder}"


def shown_database(settings: Settings) -> str:
    """Where it is, without its password; the setting's name where it cannot be read."""
    try:
        url = make_url(settings.database)
    except ArgumentError:
        return "of DATABASE_URL"
    return url.render_as_string(hide_password=True) if settings.database_url else str(url.database)


def database_fault(settings: Settings, error: Exception) -> str | None:
    """What a failure to open the database means, if it does not pass by itself; else None."""
    shown = shown_database(settings)
    if isinstance(error, ArgumentError | InvalidRequestError | ImportError):
        return "DATABASE_URL is wrong: write it as postgresql://user:password@host/name"
    if type(error).__name__ == "CommandError":  # Alembic's, which is imported where it is needed
        return (
            f"the database {shown} was made by a newer version of the bot:"
            " install that one, or restore a back-up"
        )
    fault = error.orig if isinstance(error, DBAPIError) else None
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    state = str(getattr(fault, "sqlstate", ""))[:2]
    if code in _DAMAGED:
        return f"the database {shown} is damaged: restore a back-up (docs/operating.md)"
    if code in _CLOSED:
        return f"the database {shown} cannot be written: chown {os.getuid()} it and its folder"
    if state == _REFUSED:
        return f"the database {shown} refuses this account: mend DATABASE_URL"
    if state == _NO_DATABASE:
        return f"there is no database {shown}: make it, or mend DATABASE_URL"
    return None
