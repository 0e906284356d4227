"""Name everything that is wrong with this installation, each with its mend."""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from aiogram.exceptions import TelegramAPIError, TelegramUnauthorizedError
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from award.programme import ProgrammeError, load
from bot.assemble import make_bot, open_database
from bot.clock import Clock
from bot.settings import SHORTEST_SECRET, Settings
from evidence.lettering import FONT
from locales import problems
from scheduler.jobs.runs import given_up
from storage.database import Database
from storage.migrate import current, newest
from storage.tables import Outbox, Role, RoleKind, UpdateAttempt

PATIENCE = 10.0  # seconds for a database or Telegram to answer
UNDECODED = "it could not be decoded, Telegram may have something new: see if there is an upgrade"
LATELY = timedelta(days=7)  # what was given up before that is history: `jobs` counts it


async def check(settings: Settings, clock: Clock | None = None) -> int:
    """Print what is wrong; the exit code is 1 if anything is."""
    now = (clock or Clock()).now()
    found = [problem async for problem in _problems(settings, now)]
    for problem in found:
        print(f"✗ {problem}")
    if not found:
        print("✓ Everything is in order")
    return 1 if found else 0


async def _problems(settings: Settings, now: datetime) -> AsyncIterator[str]:
    for look in (_settings, _folder, _programme, _texts, _font):
        for problem in look(settings):
            yield problem
    async for problem in _database(settings, now):
        yield problem
    async for problem in _telegram(settings):
        yield problem


def _settings(settings: Settings) -> list[str]:
    found = []
    if settings.bot_token is None:
        found.append(
            "BOT_TOKEN is not set: put the token from @BotFather into .env (the sandbox needs none)"
        )
    if settings.webhook_url and not settings.webhook_url.startswith("https://"):
        found.append("WEBHOOK_URL must begin with https://: Telegram posts to nothing else")
    if settings.webhook_url and settings.webhook_secret is None:
        found.append(
            "WEBHOOK_SECRET is not set: choose a long random one, it goes with WEBHOOK_URL"
        )
    if settings.webhook_secret_is_short:
        found.append(
            f"WEBHOOK_SECRET has fewer than {SHORTEST_SECRET} signs and may be guessed: choose a"
            ' longer one, python3 -c "import secrets; print(secrets.token_urlsafe(32))"'
        )
    if settings.redis_url and not settings.database_url:
        found.append(
            "REDIS_URL without DATABASE_URL: several processes need PostgreSQL, set both or none"
        )
    return found


def _folder(settings: Settings) -> list[str]:
    folder = settings.data_dir
    if not folder.is_dir():
        return [f"DATA_DIR {folder} is missing: mkdir -p {folder}"]
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        return [f"DATA_DIR {folder} cannot be written: chown {os.getuid()} {folder}"]
    if folder.stat().st_mode & 0o007:
        return [f"DATA_DIR {folder} is open to every account of this machine: chmod 700 {folder}"]
    return []


def _programme(settings: Settings) -> list[str]:
    if not settings.programme.exists():
        return [f"PROGRAMME {settings.programme} is missing: leave it unset for the shipped one"]
    try:
        load(settings.programme)
    except ProgrammeError as error:
        return [f"programme: {problem}" for problem in error.problems]
    return []


def _texts(_settings: Settings) -> list[str]:
    return problems()


def _font(_settings: Settings) -> list[str]:
    if FONT.is_file():
        return []
    return [f"font {FONT.name} is missing: reinstall fontpkg-arimo, which brings it"]


async def _database(settings: Settings, now: datetime) -> AsyncIterator[str]:
    if settings.database_url is None and not (settings.data_dir / "award.db").exists():
        yield "the database is not there yet: python -m bot migrate"
        return
    database = open_database(settings)
    try:
        async with asyncio.timeout(PATIENCE):
            at = await current(database)
            if at != newest():
                yield f"the database is at {at}, not at {newest()}: python -m bot migrate"
                return
            async for problem in _contents(database, now):
                yield problem
    except (OSError, SQLAlchemyError, TimeoutError) as error:
        where = settings.database_url and database.url.render_as_string(hide_password=True)
        yield (
            f"the database {where or database.url.database} cannot be reached"
            f" ({type(error).__name__}): is it running, and is DATABASE_URL right?"
        )
    finally:
        await database.close()


async def _contents(database: Database, now: datetime) -> AsyncIterator[str]:
    async with database.transaction() as session:
        aside = await session.execute(
            select(UpdateAttempt.update_id, UpdateAttempt.attempts)
            .where(UpdateAttempt.set_aside_at.is_not(None))
            .order_by(UpdateAttempt.update_id)
        )
        for update_id, attempts in aside:
            why = "the process died three times while handling it" if attempts else UNDECODED
            yield f"update {update_id} was set aside: {why}; look for it in the log and report it"
        refused = await session.scalar(
            select(func.count(Outbox.id)).where(Outbox.outcome.in_(("refused", "failed")))
        )
        if refused:
            yield f"{refused} messages could not be sent: look for notice_refused in the log"
        for run in await given_up(session, now - LATELY, now):
            yield (
                f"job {run.job} of {_utc(run.due_at)} was given up at {_utc(run.ended_at)},"
                f" begun {run.attempts} times ({run.problem}): look for job_failed in the log;"
                " later runs of it are not concerned"
            )
        operators = await session.scalar(
            select(func.count(Role.id)).where(Role.kind == RoleKind.OPERATOR, Role.until.is_(None))
        )
        if not operators:
            yield "there is no operator yet: python -m bot invite, and open the link it prints"


def _utc(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else "?"


async def _telegram(settings: Settings) -> AsyncIterator[str]:
    if settings.bot_token is None:
        return
    bot = make_bot(settings)
    try:
        async with asyncio.timeout(PATIENCE):
            await bot.me()
    except TelegramUnauthorizedError:
        yield "Telegram refuses BOT_TOKEN: ask @BotFather for a valid one"
    except (TelegramAPIError, TimeoutError) as error:
        yield (
            f"Telegram cannot be reached ({type(error).__name__}):"
            " check the network, and BOT_API_URL if it is set"
        )
    finally:
        await bot.session.close()
