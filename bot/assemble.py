"""Put the parts together: one place that knows all of them."""

import asyncio
import gc
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.fsm.storage.base import BaseStorage
from aiogram.fsm.storage.memory import DisabledEventIsolation
from aiogram.types import LinkPreviewOptions
from aiogram_dialog import setup_dialogs
from aiogram_dialog.context.media_storage import MediaIdStorage
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.lookup import find_actor
from award.amendments.in_force import InForce
from award.messages.broadcasts import HowFar
from award.messages.quiet_hours import is_quiet_for, put_off
from award.programme import Programme, load
from bot.clock import Clock
from bot.dialog_ids import give_windows_own_ids
from bot.middlewares import Acquaint, AnswerNoFlood, NothingSaidMeanwhile, UndecodableAnswers
from bot.pacing import KeepPace
from bot.portfolios import PortfolioDesk
from bot.settings import SHIPPED_PROGRAMME, Settings
from bot.updates import Updates
from handlers import conversations
from handlers.fallback.flooding import Flooding
from handlers.messages.broadcast_words import bar
from handlers.ui.deep_links import deep_link
from handlers.ui.forms import Managers
from handlers.ui.notices import gathered, still_waits, word
from handlers.ui.sending import amend, composed, send
from handlers.ui.shown import Made
from handlers.ui.windows import Windows
from locales import texts
from scheduler.certificates.printing import Press, Printing, layout_of
from scheduler.commission.printing import Protocols, protocol_layout
from scheduler.delivery.broadcasts import Broadcasts, Show
from scheduler.delivery.delivery import Delivery, Letter
from scheduler.delivery.gathering import Gathers
from scheduler.delivery.pace import Pace
from scheduler.erasures import ListOfErasures
from scheduler.evidence.comparison import Comparison
from scheduler.evidence.examination import Examination, fetch
from scheduler.evidence.made_pictures import MadePictures
from scheduler.jobs.deadlines import deadlines
from scheduler.jobs.digests import Counting, digests
from scheduler.jobs.housekeeping import housekeeping
from scheduler.jobs.jobs import Job, Jobs
from scheduler.jobs.olzha import olzha
from scheduler.jobs.ratings import Recounting, ratings
from scheduler.jobs.weekly_hour import weekly_hour
from scheduler.portfolio.making import Portfolios
from storage.conversations import ConversationStorage
from storage.conversations_in_redis import take_over
from storage.database import Database
from storage.erasures import Erasures
from storage.migrate import upgrade
from storage.tables import Broadcast, Outbox

# Seconds for Telegram to take a call, and how many calls may take their time at once.
ANSWER_WITHIN = 20.0
CALLS_AT_ONCE = 1000
# Seconds that everybody waits for another process that writes to SQLite; then it is tried again.
PATIENCE = 0.2


@dataclass(frozen=True)
class Service:
    """The running parts of the bot."""

    settings: Settings
    in_force: InForce
    clock: Clock
    database: Database
    bot: Bot
    dispatcher: Dispatcher
    updates: Updates
    delivery: Delivery
    broadcasts: Broadcasts
    examination: Examination
    comparison: Comparison
    printing: Printing
    protocols: Protocols
    portfolios: Portfolios
    jobs: Jobs

    @property
    def programme(self) -> Programme:
        """The one in force."""
        return self.in_force.programme


@asynccontextmanager
async def service(
    settings: Settings,
    clock: Clock | None = None,
    session: BaseSession | None = None,
    pace: Pace | None = None,
    flooding: Flooding | None = None,
) -> AsyncIterator[Service]:
    """Everything the bot is made of, with its database up to date; `session` speaks to Telegram."""
    clock = clock or Clock()
    pace = pace or Pace(clock.now)
    filed = load(settings.programme)
    in_force = InForce(filed)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = open_database(settings, patience=PATIENCE)
    bot = make_bot(settings, session, pace)
    erasures = ListOfErasures(database, Erasures(settings.data_dir), clock.now)
    try:
        await upgrade(database)
        await erasures.replay()
        await in_force.begin(database, clock.now())
        dispatcher = make_dispatcher(database, in_force, clock, flooding or Flooding())
        if settings.redis_url:
            await take_over(settings.redis_url, dispatcher.storage, bot.id)
        made = MadePictures(partial(fetch, bot))
        counting = dispatcher["counting"] = Counting(database, in_force)
        recounting = dispatcher["recounting"] = Recounting(database, in_force)
        updates = Updates(bot, dispatcher, database, clock, pace, made)
        await dispatcher.emit_startup(bot=bot)
        try:
            yield Service(
                settings=settings,
                in_force=in_force,
                clock=clock,
                database=database,
                bot=bot,
                dispatcher=dispatcher,
                updates=updates,
                delivery=Delivery(
                    database,
                    partial(_ready, bot, in_force, made),
                    clock.now,
                    pace=pace,
                    gathers=Gathers(
                        gathered(),
                        lambda s, told, now: still_waits(s, told, in_force.programme, now),
                    ),
                    put_off=lambda session, now: put_off(session, in_force.programme, now),
                ),
                broadcasts=Broadcasts(database, partial(_bar, bot), clock.now),
                examination=Examination(database, partial(fetch, bot), filed, clock.now),
                comparison=Comparison(database, clock.now),
                printing=Printing(
                    database,
                    filed,
                    Press(layout_of(settings.programme), settings.seal),
                    partial(deep_link, bot),
                    made.stamp,
                    clock.now,
                    settings.issuer,
                ),
                protocols=Protocols(
                    database,
                    filed,
                    Press(protocol_layout(settings.programme, SHIPPED_PROGRAMME)),
                    clock.now,
                ),
                portfolios=Portfolios(
                    database,
                    PortfolioDesk(bot, database, in_force, settings.programme, clock.now),
                    partial(fetch, bot),
                    clock.now,
                ),
                jobs=Jobs(
                    database,
                    all_jobs(database, in_force, dispatcher.storage, counting, recounting),
                    clock.now,
                ),
            )
        finally:  # also where what runs in it is cancelled, as by a signal
            await updates.stop()
            await dispatcher.storage.close()
            await dispatcher.fsm.events_isolation.close()
    finally:
        await erasures.stop()
        await bot.session.close()
        await database.close()


def all_jobs(
    database: Database,
    in_force: InForce,
    storage: BaseStorage,
    counting: Counting | None = None,
    recounting: Recounting | None = None,
) -> tuple[Job, ...]:
    """Everything that the calendar asks for; each job's title is in `locales/*/jobs.ftl`."""
    return (
        *housekeeping(database, storage, in_force.filed),
        *weekly_hour(database, in_force),
        *digests(counting or Counting(database, in_force)),
        *deadlines(database, in_force),
        *ratings(recounting or Recounting(database, in_force)),
        *olzha(database, in_force),
    )


def open_database(settings: Settings, patience: float = 10.0) -> Database:
    """The database that the settings name; whoever asks for it closes it."""
    return Database(settings.database, plain=settings.plain_libraries, patience=patience)


def make_bot(
    settings: Settings, session: BaseSession | None = None, pace: Pace | None = None
) -> Bot:
    """The Bot API client: HTML, no link previews, nothing said before it is committed."""
    if settings.bot_token is None:
        raise ValueError("BOT_TOKEN is not set")
    if session is None:
        session = AiohttpSession(timeout=ANSWER_WITHIN, limit=CALLS_AT_ONCE)
        if settings.bot_api_url:
            session.api = TelegramAPIServer.from_base(settings.bot_api_url)
    session.middleware(NothingSaidMeanwhile())
    session.middleware(UndecodableAnswers())
    if pace is not None:
        session.middleware(KeepPace(pace))
    return Bot(
        settings.bot_token.get_secret_value(),
        session=session,
        default=DefaultBotProperties(
            parse_mode=ParseMode.HTML,
            link_preview=LinkPreviewOptions(is_disabled=True),
            # People delete what they sent; the answer to it comes all the same.
            allow_sending_without_reply=True,
        ),
    )


def make_dispatcher(
    database: Database, in_force: InForce, clock: Clock, flooding: Flooding
) -> Dispatcher:
    """All conversations, on conversation state kept in the database."""
    # One person's updates are kept in order by bot/updates.py; a lock a chat would stay for ever.
    isolation = DisabledEventIsolation()
    storage = ConversationStorage(database, clock.now)
    dispatcher = Dispatcher(storage=storage, events_isolation=isolation)
    dispatcher.update.outer_middleware(Acquaint(in_force, clock))
    dispatcher.update.outer_middleware(AnswerNoFlood(flooding))
    dispatcher.include_router(conversations())
    give_windows_own_ids()
    managers = Managers(Windows(), MediaIdStorage(), getter=None)  # type: ignore[no-untyped-call]
    setup_dialogs(dispatcher, dialog_manager_factory=managers, events_isolation=isolation)
    return dispatcher


async def _ready(
    bot: Bot,
    in_force: InForce,
    made: Made,
    session: AsyncSession,
    owed: Sequence[Outbox],
    now: datetime,
) -> Letter | None:
    programme = in_force.programme
    receiver, shown = await word(session, owed, programme, now)
    if shown is None or receiver.telegram_id < 0:  # that account was erased meanwhile
        return None
    silent = await is_quiet_for(session, programme, receiver.id, now)

    async def go() -> int | None:
        for message_id, other in shown.amends:
            await amend(bot, receiver.telegram_id, message_id, other)
        if not shown.text:
            return None
        message = await send(bot, receiver.telegram_id, await composed(shown, made), silent=silent)
        return message.message_id

    return Letter(receiver.telegram_id, go)


async def _bar(
    bot: Bot, session: AsyncSession, broadcast: Broadcast, progress: HowFar, now: datetime
) -> Show | None:
    operator = await find_actor(session, now, person_id=broadcast.made_by)
    if operator is None or operator.telegram_id < 0:
        return None
    shown = bar(texts(operator.language), broadcast, progress)

    async def go() -> int:
        if broadcast.message_id is None:
            return (await send(bot, operator.telegram_id, shown)).message_id
        await amend(bot, operator.telegram_id, broadcast.message_id, shown)
        return broadcast.message_id

    return go


async def run_until_stopped(*loops: asyncio.Task[None]) -> None:
    """Wait for the first loop that ends, which none should, and stop the others."""
    # What was made while starting stays: the collector need not look through it ever again.
    gc.freeze()
    gc.enable()
    try:
        done, _ = await asyncio.wait(loops, return_when=asyncio.FIRST_COMPLETED)
        for loop in done:
            loop.result()
    finally:
        for loop in loops:
            loop.cancel()
        await asyncio.gather(*loops, return_exceptions=True)
