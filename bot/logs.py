"""Logs: structured, on standard error, without personal data and without the token."""

import logging
import re
import sys

import structlog

from bot.settings import Settings

# Also as Telegram's addresses have it, behind "bot" without a gap.
_TOKEN = re.compile(r"\d{3,}:[\w-]{20,}")


class _WithoutTokens(structlog.stdlib.ProcessorFormatter):
    """Strikes tokens out of the finished line, wherever in the event they were."""

    def format(self, record: logging.LogRecord) -> str:
        return _TOKEN.sub("…", super().format(record))


def set_up_logs(settings: Settings) -> None:
    """One form for our own lines and the libraries'; anything like a token is struck out."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
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
    handler.setFormatter(_WithoutTokens(processor=renderer, foreign_pre_chain=shared))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level)
    # A line for every update and every dialog step is noise; warnings of theirs stay.
    for chatty in ("aiogram", "aiogram_dialog", "aiohttp.access", "apscheduler", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
