"""Say how this installation is: what is wrong, what is to mend soon, what is fine."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from enum import StrEnum
from importlib.metadata import version

from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramUnauthorizedError
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from award.amendments.composing import at_present, overtaken
from award.amendments.in_force import versions_of
from award.certificates.making import specimen
from award.programme import Programme, Retention, load
from award.programme.pieces import Plain
from award.retention.rules import overdue
from bot.assemble import make_bot, open_database
from bot.clock import TOLERANCE, Clock, TelegramAway
from bot.installation import (
    database_fault,
    env_problems,
    folder_problems,
    programme_problems,
    shown_database,
)
from bot.jobs import span
from bot.portfolios import TEMPLATE, template_fault
from bot.settings import ENV_FILE, SHORTEST_SECRET, Settings
from bot.telegram_time import OUT_OF_DATE, telegram_time
from evidence.lettering import FONT
from evidence.wall import Layer
from locales import LANGUAGES, problems
from scheduler.certificates.printing import Press, layout_of
from scheduler.evidence.answers import WorkFailed
from scheduler.evidence.worker import Worker, WorkerDied
from scheduler.jobs.runs import given_up
from scheduler.skew import SKEW
from storage.database import Database
from storage.erasures import KEY, LIST, Erasures
from storage.migrate import current, newest
from storage.tables import JobRun, Outbox, Role, RoleKind, UpdateAttempt

PATIENCE = 10.0  # seconds for a database or Telegram to answer
SLIGHTLY_OFF = timedelta(seconds=10)  # for a clock: a network that is slow takes less
SET_CLOCK = "sudo timedatectl set-ntp true"
LONGEST_PIECE = 200  # characters of a piece of the programme that are shown
NAMED = 5  # of updates that could not be decoded: a new kind of content makes many
NIGHTS = timedelta(days=2)  # in which what is past its term is erased
LATELY = timedelta(days=7)  # what was given up before that is history: `jobs` counts it


class Weight(StrEnum):
    """What somebody has to do about it; the value is the sign in front of the line."""

    WRONG = "✗"  # at once: people are not served, or what is kept is open to others
    SOON = "!"  # the service goes on
    FINE = "✓"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was looked at: how it is and, where it is not fine, the mend."""

    weight: Weight
    words: str


async def check(settings: Settings, clock: Clock | None = None) -> int:
    """Print how everything is, the worst first; the exit code is 1 if anything is wrong."""
    found = [each async for each in _all(settings, clock or Clock())]
    for weight in Weight:
        for each in found:
            if each.weight is weight:
                print(f"{weight} {each.words}")
    if all(each.weight is Weight.FINE for each in found):
        print("✓ Everything is in order")
    return 1 if any(each.weight is Weight.WRONG for each in found) else 0


async def _all(settings: Settings, clock: Clock) -> AsyncIterator[Found]:
    for each in _at_hand(settings):
        yield each
    yield await _wall()
    for found in _portfolios(settings, clock.now()):
        yield found
    async for each in _certificates(settings):
        yield each
    async for each in _database(settings, clock.now()):
        yield each
    async for each in _telegram(settings, clock):
        yield each


def _at_hand(settings: Settings) -> Iterator[Found]:
    """What is seen without asking anybody."""
    by = "a webhook" if settings.webhook_url else "polling"
    yield from _judged(_settings(settings), f"the settings fit each other; updates come by {by}")
    if settings.webhook_secret_is_short:
        yield Found(
            Weight.SOON,
            f"WEBHOOK_SECRET has fewer than {SHORTEST_SECRET} signs and may be guessed: choose a"
            ' longer one, python3 -c "import secrets; print(secrets.token_urlsafe(32))"',
        )
    yield from _judged(folder_problems(settings), f"DATA_DIR {settings.data_dir} is the bot's own")
    if Erasures(settings.data_dir).key_is_lost:
        words = (
            f"{KEY} is missing beside {LIST} in DATA_DIR: put back the one of your back-up, or who"
        )
        yield Found(Weight.SOON, f"{words} was erased may come back with a restored database")
    wrong = programme_problems(settings)
    levels = 0 if wrong else len(load(settings.programme).levels)
    yield from _judged(wrong, f"the programme is whole: levels: {levels}")
    yield from _judged(problems(), f"the texts are whole in {', '.join(LANGUAGES)}")
    yield from _judged(_font(), f"the font {FONT.name} is there")
    yield Found(Weight.FINE, f"time zones are those of tzdata {version('tzdata')}")


async def _wall() -> Found:
    """Whether what opens people's pictures is shut in; asked where it matters, within it."""
    worker = Worker()
    try:
        lacking = await worker.lacks()
    except WorkerDied:
        words = "the process that opens pictures does not start: see what it says above"
        return Found(Weight.WRONG, words)
    finally:
        worker.close()
    if lacking:
        words = (
            f"pictures are opened behind a wall that lacks {', '.join(lacking)}: the rest of it"
            " stands; this kernel, or what the service runs in, has none or forbids it"
        )
        return Found(Weight.SOON, words)
    return Found(Weight.FINE, f"pictures are opened behind a wall: {', '.join(Layer)}, limits")


def _portfolios(settings: Settings, now: datetime) -> Iterator[Found]:
    """Whether portfolios can be set, by setting one of an invented participant."""
    if programme_problems(settings):
        return
    fault = template_fault(settings.programme, load(settings.programme), now.date())
    yield from _judged([f"{TEMPLATE}: {fault}"] if fault else [], "portfolios can be set")


async def _certificates(settings: Settings) -> AsyncIterator[Found]:
    """Whether certificates can be printed and sealed, by printing one of each level."""
    if programme_problems(settings):
        return
    programme, layout = load(settings.programme), layout_of(settings.programme)
    if not layout.is_file():
        words = f"{layout.name} is missing in the programme's folder: copy it from the shipped one"
        yield Found(Weight.WRONG, words)
        return
    press = Press(layout, settings.seal)
    try:
        wrong = [
            f"{layout.name}, level {level.code}: {fault}"
            for level in programme.levels
            if (fault := await press.fault(specimen(programme, level.code), "https://t.me/x"))
        ]
    except (WorkerDied, WorkFailed) as error:
        wrong = [f"{layout.name} cannot be printed, or SEAL_P12 not be opened ({error})"]
    finally:
        press.close()
    signed = "with who signs" if programme.certificate.signer else "to be signed by hand"
    sealed = "sealed" if settings.seal else "not sealed"
    for each in _judged(wrong, f"certificates can be printed, {signed}, {sealed}"):
        yield each


def _judged(wrong: list[str], fine: str) -> Iterator[Found]:
    yield from (Found(Weight.WRONG, words) for words in wrong)
    if not wrong:
        yield Found(Weight.FINE, fine)


def _settings(settings: Settings) -> list[str]:
    found = env_problems(ENV_FILE)
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
    return found


def _font() -> list[str]:
    if FONT.is_file():
        return []
    return [f"font {FONT.name} is missing: reinstall fontpkg-arimo, which brings it"]


async def _database(settings: Settings, now: datetime) -> AsyncIterator[Found]:
    if settings.database_url is None and not (settings.data_dir / "award.db").exists():
        yield Found(Weight.WRONG, "the database is not there yet: python -m bot migrate")
        return
    shown = shown_database(settings)
    try:
        async with asyncio.timeout(PATIENCE):
            found = [each async for each in _looked_into(settings, now)]
    except (OSError, SQLAlchemyError, ImportError) as error:
        yield Found(
            Weight.WRONG,
            database_fault(settings, error)
            or f"the database {shown} cannot be reached ({type(error).__name__}):"
            " is it running, and is DATABASE_URL right?",
        )
        return
    for each in found:
        yield each


async def _looked_into(settings: Settings, now: datetime) -> AsyncIterator[Found]:
    database = open_database(settings)
    try:
        at = await current(database)
        if at != newest():
            words = f"the database is at {at}, not at {newest()}: python -m bot migrate"
            yield Found(Weight.WRONG, words)
            return
        yield Found(Weight.FINE, f"the database {shown_database(settings)} is at {at}")
        async for each in _contents(database, now):
            yield each
        if not programme_problems(settings):
            async for each in _amended(database, load(settings.programme)):
                yield each
            yield await _kept(database, load(settings.programme).retention, now)
    finally:
        await database.close()


async def _contents(database: Database, now: datetime) -> AsyncIterator[Found]:
    async with database.transaction() as session:
        operators = await session.scalar(
            select(func.count(Role.id)).where(Role.kind == RoleKind.OPERATOR, Role.until.is_(None))
        )
        if operators:
            yield Found(Weight.FINE, f"operators: {operators}")
        else:
            words = "there is no operator yet: python -m bot invite, and open the link it prints"
            yield Found(Weight.WRONG, words)
        async for each in _set_aside(session):
            yield each
        refused = await session.scalar(
            select(func.count(Outbox.id)).where(Outbox.outcome.in_(("refused", "failed")))
        )
        if refused:
            words = f"{refused} messages could not be sent: look for notice_refused in the log"
            yield Found(Weight.SOON, words)
        for run in await given_up(session, now - LATELY, now):
            yield Found(
                Weight.SOON,
                f"job {run.job} of {_utc(run.due_at)} was given up at {_utc(run.ended_at)},"
                f" begun {run.attempts} times ({run.problem}): look for job_failed in the log;"
                " later runs of it are not concerned",
            )
        ahead = await session.scalar(
            select(func.count()).select_from(JobRun).where(JobRun.begun_at > now + SKEW)
        )
        if ahead:
            words = f"{ahead} runs of jobs are of a clock that was ahead: they do not count"
            yield Found(Weight.FINE, words)


async def _amended(database: Database, filed: Programme) -> AsyncIterator[Found]:
    """What was set in the chat and a file has another value for since; what breaks a check."""
    async with database.transaction() as session:
        versions = await versions_of(session)
    for each in overtaken(filed, versions):
        chat, file = (_short(value) for value in (each.set_.value, each.filed))
        yield Found(
            Weight.SOON,
            f"{each.set_.part} was set in the chat on {_utc(each.set_.made_at)} by person"
            f" {each.set_.made_by}, and its file has changed since. In the chat: {chat}. In the"
            f" file, which counts: {file}. An operator decides under Staff, Programme data",
        )
    _, set_aside = at_present(filed, versions)
    for part in sorted(set_aside):
        words = f"{part} was set in the chat and does not fit the files any more: set it anew"
        yield Found(Weight.SOON, words)


def _short(value: Plain | None) -> str:
    """A piece as JSON, cut: two of them stand in a line."""
    words = json.dumps(value, ensure_ascii=False)
    return words if len(words) <= LONGEST_PIECE else f"{words[:LONGEST_PIECE]}…"


async def _kept(database: Database, terms: Retention, now: datetime) -> Found:
    """Whether anything is kept for longer than people were told."""
    async with database.transaction() as session:
        late = await overdue(session, terms, now - NIGHTS)
    if late:
        words = ", ".join(f"{code}: {count}" for code, count in late.items())
        return Found(
            Weight.SOON,
            f"rows past their term are still here ({words}): the jobs forget-… erase them at night,"
            " python -m bot jobs says how they went",
        )
    told = ", ".join(f"{each.name} {getattr(terms, each.name)}" for each in fields(terms))
    return Found(Weight.FINE, f"nothing is kept longer than its term, in days: {told}")


async def _set_aside(session: AsyncSession) -> AsyncIterator[Found]:
    rows = await session.execute(
        select(UpdateAttempt.update_id, UpdateAttempt.attempts)
        .where(UpdateAttempt.set_aside_at.is_not(None))
        .order_by(UpdateAttempt.set_aside_at)
    )
    undecoded = []
    for update_id, attempts in rows:
        if attempts:
            words = (
                f"update {update_id} was set aside: the process died three times while handling"
                " it; look for it in the log and report it"
            )
            yield Found(Weight.SOON, words)
        else:
            undecoded.append(str(update_id))
    if undecoded:
        words = (
            f"{len(undecoded)} updates were set aside because they could not be decoded, the newest"
            f" {', '.join(undecoded[-NAMED:])}: Telegram may have something new, see if there is an"
            " upgrade; look for update_undecoded in the log and report it"
        )
        yield Found(Weight.SOON, words)


def _utc(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else "?"


async def _telegram(settings: Settings, clock: Clock) -> AsyncIterator[Found]:
    if settings.bot_token is None:
        return
    try:
        said = await telegram_time(settings)
    except TelegramAway as why:
        mend = "check the network, and BOT_API_URL if it is set"
        if str(why) == OUT_OF_DATE:
            mend = f"set the clock of this machine, {SET_CLOCK}, or renew its certificates"
        yield Found(Weight.WRONG, f"Telegram cannot be reached ({why}): {mend}")
        return
    yield _clock(clock.now() - said.now())
    bot = make_bot(settings)
    try:
        async with asyncio.timeout(PATIENCE):
            me = await bot.me()
    except TelegramUnauthorizedError:
        yield Found(Weight.WRONG, "Telegram refuses BOT_TOKEN: ask @BotFather for a valid one")
    except (TelegramAPIError, ClientDecodeError, TimeoutError) as error:
        yield Found(Weight.WRONG, f"Telegram does not answer as it should ({type(error).__name__})")
    else:
        yield Found(Weight.FINE, f"Telegram knows this bot as @{me.username}")
    finally:
        await bot.session.close()


def _clock(ahead: timedelta) -> Found:
    """Whether the machine's clock is right, by Telegram's."""
    which = "ahead of" if ahead > timedelta(0) else "behind"
    off = f"the clock of this machine is {span(abs(ahead))} {which} Telegram's"
    if abs(ahead) > TOLERANCE:
        return Found(Weight.WRONG, f"{off}; nothing is done until it is right: {SET_CLOCK}")
    if abs(ahead) > SLIGHTLY_OFF:
        return Found(Weight.SOON, f"{off}: {SET_CLOCK}")
    return Found(Weight.FINE, "the clock of this machine is right, by Telegram's")
