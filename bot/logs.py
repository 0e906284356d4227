"""Logs: structured, on standard error, without personal data and without the token."""

import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Any

import structlog

from bot.settings import Settings

_ROOT = Path(__file__).parent.parent
_OURS = tuple(
    str(_ROOT / room)
    for room in ("award", "bot", "demo", "evidence", "handlers", "sandbox", "scheduler", "storage")
)
# What says which of its kind an error is: SQLite's, PostgreSQL's, the system's, HTTP's, and that of
# a process beside.
_CODES = ("sqlite_errorname", "sqlstate", "errno", "status", "failure")
_LONGEST_CHAIN = 10
_processors: list[structlog.typing.Processor] = []

# Also as Telegram's addresses have it, behind "bot" without a gap.
_TOKEN = re.compile(r"\d{3,}:[\w-]{20,}")


class _WithoutTokens(structlog.stdlib.ProcessorFormatter):
    """Strikes tokens out of the finished line, wherever in the event they were."""

    def format(self, record: logging.LogRecord) -> str:
        return _TOKEN.sub("…", super().format(record))


def plain_exceptions(
    _logger: Any, _method: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    """Of an exception its type, its code, and where in our code it came by: never its words.

    Those hold what people sent: PostgreSQL names the row, pydantic the input, aiogram the answer.
    """
    given = event.pop("exc_info", None)
    error = given[1] if isinstance(given, tuple) else given
    if error is True:
        error = sys.exc_info()[1]
    if isinstance(error, BaseException):
        event["exception"] = "\n".join(_described(error))
    return event


def _described(error: BaseException) -> Iterator[str]:
    """The exception and what it came of, each with the places of ours on its way."""
    links = 0
    following: BaseException | None = error
    while following is not None and links < _LONGEST_CHAIN:
        yield ("of " if links else "") + _named(following)
        yield from _places(following.__traceback__)
        if isinstance(following, BaseExceptionGroup):
            yield from (f"| {_named(each)}" for each in following.exceptions)
        links += 1
        hidden = following.__suppress_context__
        following = following.__cause__ or (None if hidden else following.__context__)


def _named(error: BaseException) -> str:
    kind = type(error)
    codes = [str(code) for name in _CODES if (code := getattr(error, name, None)) is not None]
    return " ".join([f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins."), *codes])


def _places(traceback: TracebackType | None) -> Iterator[str]:
    for frame, line in walk_tb(traceback):
        path = frame.f_code.co_filename
        if path.startswith(_OURS):
            yield f"  {path.removeprefix(str(_ROOT))[1:]}:{line} {frame.f_code.co_name}"


def _plain_message(
    _logger: Any, _method: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    """Of a library's line its first words and numbers, with whose it is: values may be anything."""
    record: logging.LogRecord = event["_record"]
    given = record.args if isinstance(record.args, tuple) else ()
    values = tuple(each if isinstance(each, int | float) else "…" for each in given)
    try:
        words = str(record.msg) % values if values else str(record.msg)
    except (TypeError, ValueError):
        words = str(record.msg)
    event["event"] = words.partition("\n")[0][:200]
    event["logger"] = record.name
    return event


def _crashed(kind: type[BaseException], error: BaseException, _where: Any) -> None:
    """What ends the process is told like any other."""
    if issubclass(kind, KeyboardInterrupt):
        return
    structlog.get_logger().critical("crashed", exc_info=error)


def set_up_logs(settings: Settings) -> None:
    """One form for our own lines and the libraries'; anything like a token is struck out."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        plain_exceptions,
    ]
    # One list for ever: loggers keep the one that they began with.
    _processors[:] = [*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter]
    structlog.configure(
        processors=_processors,
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if settings.log_json
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    foreign = [_plain_message, *shared]
    handler.setFormatter(_WithoutTokens(processor=renderer, foreign_pre_chain=foreign))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level)
    sys.excepthook = _crashed
    # A line for every update and every dialog step is noise; warnings of theirs stay.
    for chatty in ("aiogram", "aiogram_dialog", "aiohttp.access", "apscheduler", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
