"""Send what updates are answered with: of each chat in its order, while nobody waits for it."""

import asyncio
from collections import Counter, OrderedDict, deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

import structlog
from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import Chat as TelegramChat
from aiogram.types import Message
from aiogram_dialog.api.entities import OldMessage
from aiogram_dialog.api.entities.new_message import UnknownText
from sqlalchemy import delete, update

from handlers.ui.reply import Part, ReadApart, Reply
from handlers.ui.shown import Made
from scheduler.delivery.pace import Pace
from scheduler.metrics import REPLY_PARTS
from storage.database import Database
from storage.inserting import insert_into
from storage.read_only import read_apart
from storage.tables import OwedReply, WindowMessage

log = structlog.get_logger()

# Parts that wait for one chat, and for all of them together; of more than that only the newest.
OF_A_CHAT = 20
OF_ALL = 8_000
# Chats that something waits for, about 20 KB each. What is owed to more waits in the database.
CHATS = 4_000
# Chats of which it is in memory which message shows the window; the database knows of all.
KNOWN_WINDOWS = 10_000
# Telegram's faults that pass by themselves. Seconds between tries: from, and at most.
_PASSING = (TelegramRetryAfter, TelegramNetworkError, TelegramServerError)
FIRST_PAUSE = 0.2
LONGEST_PAUSE = 30.0
# A tap's answer is of use for moments.
TRIES_AT_ONCE = 3
# Seconds until the bot's clock, which may be moved, is looked at again.
LOOK = 0.5
# Seconds for which what was sent may wait to be written down, with that of others.
TOGETHER = 0.1
# Seconds after which writing it down is taken for stuck.
LONGEST = 30.0


@dataclass(slots=True)
class _Waiting:
    """A part with the update that it answers."""

    part: Part
    update_id: int
    tries: int = 0


@dataclass(eq=False)
class _Chat:
    """A chat that something waits for; what handlers.ui.reply.Chat says."""

    id: int
    bot: Bot
    made: Made
    read: ReadApart
    again: Callable[[Message], Awaitable[None]]
    window: OldMessage | None = None
    waiting: deque[_Waiting] = field(default_factory=deque)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def receive(self, message: Message) -> None:
        await self.again(message)


class Replies:
    """Sends replies. One that Telegram cannot take now is tried until it can.

    A reply is owed from the commit of its update on (OwedReply) until it went out, so a death of
    the process loses none.
    """

    def __init__(
        self,
        bot: Bot,
        database: Database,
        pace: Pace,
        made: Made,
        again: Callable[[Message], Awaitable[None]],
    ) -> None:
        self.bot = bot
        self.database = database
        self.pace = pace
        self.made = made
        self.read = partial(read_apart, database.url)
        self.again = again
        self._chats: dict[int, _Chat] = {}
        self._serving: dict[int, asyncio.Task[None]] = {}
        self._left: Counter[int] = Counter()  # parts of an update that were not sent
        self._waiting = 0
        self._windows: OrderedDict[int, OldMessage | None] = OrderedDict()
        # What is to be written down: updates answered, windows shown or gone.
        self._answered: set[int] = set()
        self._shown: dict[int, OldMessage | None] = {}
        self._news = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._postponed = False
        self._room = asyncio.Event()

    def add(self, reply: Reply, update_id: int) -> None:
        """Send a reply when its turn comes; returns at once. Without room it stays owed."""
        parts = reply.whole()
        if not parts:
            self._settled(update_id)
            return
        chat = self._chats.get(reply.chat_id)
        if chat is None:
            if not self.has_room:
                REPLY_PARTS.labels("postponed").inc(len(parts))
                self.postpone()
                return
            chat = _Chat(reply.chat_id, self.bot, self.made, self.read, self.again)
            self._chats[reply.chat_id] = chat
        self._idle.clear()
        self._left[update_id] += len(parts)
        self._waiting += len(parts)
        for part in parts:
            self._make_room(chat, part, update_id)
            chat.waiting.append(_Waiting(part, update_id))
        chat.changed.set()
        if chat.id not in self._serving:
            self._serving[chat.id] = asyncio.create_task(self._serve(chat))

    def give_up(self, update_id: int) -> None:
        """Owe no reply to an update any more."""
        self._settled(update_id)

    def has(self, update_id: int) -> bool:
        """Whether this process is to send the reply to an update, or to write down that it did."""
        return update_id in self._left or update_id in self._answered

    @property
    def has_room(self) -> bool:
        """Whether one more chat can be owed something in memory."""
        return len(self._chats) < CHATS

    def postpone(self) -> None:
        """Something that is owed has to be made anew later."""
        self._postponed = True

    async def room(self) -> None:
        """Wait until there is room for what was postponed."""
        await self._room.wait()
        self._room.clear()
        self._postponed = False

    async def settled(self) -> None:
        """Wait until nothing waits to be sent or written down."""
        while not self._idle.is_set() or self._answered or self._shown:
            await self._idle.wait()
            await self._write_down()

    async def run(self) -> None:
        """Write down what went out, of many chats at once, until cancelled."""
        while True:
            await self._news.wait()
            await asyncio.sleep(TOGETHER)
            try:
                await self._write_down()
            except Exception:  # a database that does not answer: it will again
                log.exception("replies_not_written_down")
                await asyncio.sleep(1)

    async def stop(self) -> None:
        """Send no more; what was not sent is owed, and sent after the next start."""
        for task in self._serving.values():
            task.cancel()
        await asyncio.gather(*self._serving.values(), return_exceptions=True)
        with suppress(Exception):
            await self._write_down()
            await self._let_go()

    async def _let_go(self) -> None:
        """Count what is owed as not tried: who stops in order did not die of it."""
        tried = update(OwedReply).where(OwedReply.attempts > 0)
        async with self.database.transaction() as session:
            await session.execute(tried.values(attempts=OwedReply.attempts - 1))

    def _make_room(self, chat: _Chat, newer: Part, update_id: int) -> None:
        """What the newer part makes pointless goes, and the oldest of too many."""
        if newer.place is not None:
            for same in [each for each in chat.waiting if each.part.place == newer.place]:
                self._drop(chat, same, "replaced")
        most = OF_A_CHAT if self._waiting < OF_ALL else 1
        older = [
            each for each in chat.waiting if not each.part.at_once and each.update_id != update_id
        ]
        for waiting in older[: max(0, len(chat.waiting) - most)]:
            self._drop(chat, waiting, "dropped")

    def _drop(self, chat: _Chat, waiting: _Waiting, result: str) -> None:
        chat.waiting.remove(waiting)
        self._over(waiting, result)

    # --- one chat

    async def _serve(self, chat: _Chat) -> None:
        try:
            chat.window = await self._window_of(chat.id)
            while chat.waiting:
                await self._turn(chat)
                if chat.waiting:
                    await self._send(chat, chat.waiting.popleft())
        except Exception:
            log.exception("replies_failed")
            for waiting in list(chat.waiting):
                self._drop(chat, waiting, "failed")
        finally:
            del self._serving[chat.id]
            if not chat.waiting:
                del self._chats[chat.id]
            if self._postponed and len(self._chats) <= CHATS // 2:
                self._room.set()
            if not self._serving:
                self._idle.set()

    async def _turn(self, chat: _Chat) -> None:
        """Wait until the chat may get a message; what is none goes out meanwhile."""
        while chat.waiting and not chat.waiting[0].part.at_once:
            rest = max(self.pace.screen_rest(chat.id), self.pace.closed(chat.id))
            if rest <= 0:
                return
            await self._pause(chat, min(rest, LOOK))

    async def _pause(self, chat: _Chat, seconds: float) -> None:
        for waiting in [each for each in chat.waiting if each.part.at_once]:
            chat.waiting.remove(waiting)
            await self._send(chat, waiting)
        chat.changed.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await chat.changed.wait()

    async def _send(self, chat: _Chat, waiting: _Waiting) -> None:
        before = chat.window
        try:
            await waiting.part.send(chat)
        except _PASSING as error:
            await self._put_off(chat, waiting, error)
            return
        except TelegramForbiddenError:
            self._over(waiting, "unreachable")
        except TelegramAPIError as error:
            # Its change is committed; only the screen is lost.
            log.warning("screen_lost", update=waiting.update_id, error=type(error).__name__)
            self._over(waiting, "refused")
        except asyncio.CancelledError:
            raise
        except Exception:
            log.exception("screen_failed", update=waiting.update_id)
            self._over(waiting, "failed")
        else:
            self._over(waiting, "sent")
        if chat.window is not before:
            self._note_window(chat.id, chat.window)

    async def _put_off(self, chat: _Chat, waiting: _Waiting, error: TelegramAPIError) -> None:
        waiting.tries += 1
        if waiting.part.at_once and waiting.tries >= TRIES_AT_ONCE:
            self._over(waiting, "refused")
            return
        newer = waiting.part.place is not None and any(
            each.part.place == waiting.part.place for each in chat.waiting
        )
        if newer:
            self._over(waiting, "replaced")
            return
        chat.waiting.appendleft(waiting)
        if waiting.tries == 1 or waiting.tries % 10 == 0:
            log.info("reply_put_off", error=type(error).__name__, tries=waiting.tries)
        if isinstance(error, TelegramRetryAfter):
            self.pace.refused(chat.id, error.retry_after)
            return
        seconds = min(FIRST_PAUSE * 2 ** min(waiting.tries - 1, 10), LONGEST_PAUSE)
        if waiting.part.at_once:
            await asyncio.sleep(seconds)
        else:
            await self._pause(chat, seconds)

    def _over(self, waiting: _Waiting, result: str) -> None:
        REPLY_PARTS.labels(result).inc()
        self._waiting -= 1
        self._left[waiting.update_id] -= 1
        if self._left[waiting.update_id] <= 0:
            del self._left[waiting.update_id]
            self._settled(waiting.update_id)

    # --- what is written down

    def _settled(self, update_id: int) -> None:
        self._answered.add(update_id)
        self._news.set()

    def _note_window(self, chat_id: int, window: OldMessage | None) -> None:
        self._know_window(chat_id, window)
        self._shown[chat_id] = window
        self._news.set()

    def _know_window(self, chat_id: int, window: OldMessage | None) -> None:
        self._windows[chat_id] = window
        self._windows.move_to_end(chat_id)
        if len(self._windows) > KNOWN_WINDOWS:
            self._windows.popitem(last=False)

    async def _window_of(self, chat_id: int) -> OldMessage | None:
        if chat_id in self._windows:
            return self._windows[chat_id]
        async with self.database.transaction() as session:
            row = await session.get(WindowMessage, chat_id)
        window = None if row is None else _message_of(row)
        self._know_window(chat_id, window)
        return window

    async def _write_down(self) -> None:
        answered, shown = set(self._answered), dict(self._shown)
        self._news.clear()
        try:
            async with asyncio.timeout(LONGEST), self.database.transaction() as session:
                if answered:
                    await session.execute(
                        delete(OwedReply).where(OwedReply.update_id.in_(answered))
                    )
                gone = [chat_id for chat_id, window in shown.items() if window is None]
                if gone:
                    await session.execute(
                        delete(WindowMessage).where(WindowMessage.chat_id.in_(gone))
                    )
                rows = [_row(chat_id, window) for chat_id, window in shown.items() if window]
                if rows:
                    insert = insert_into(session, WindowMessage.__table__)
                    columns = ("message_id", "media_id", "has_keyboard", "content_type")
                    await session.execute(
                        insert.on_conflict_do_update(
                            index_elements=["chat_id"],
                            set_={name: insert.excluded[name] for name in columns},
                        ),
                        rows,
                    )
        except BaseException:
            self._news.set()
            raise
        self._answered -= answered
        for chat_id, window in shown.items():
            if chat_id in self._shown and self._shown[chat_id] is window:
                del self._shown[chat_id]


def _message_of(row: WindowMessage) -> OldMessage:
    return OldMessage(
        chat=TelegramChat(id=row.chat_id, type="private"),
        message_id=row.message_id,
        media_id=row.media_id,
        media_uniq_id=None,
        text=UnknownText.UNKNOWN,
        has_reply_keyboard=row.has_keyboard,
        content_type=ContentType(row.content_type),
    )


def _row(chat_id: int, window: OldMessage) -> dict[str, object]:
    return {
        "chat_id": chat_id,
        "message_id": window.message_id,
        "media_id": window.media_id,
        "has_keyboard": window.has_reply_keyboard,
        "content_type": window.content_type or ContentType.TEXT,
    }
