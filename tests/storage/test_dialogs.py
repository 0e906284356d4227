"""Dialogs of aiogram-dialog live on in the database when the bot is started anew."""

from collections.abc import AsyncIterator, Callable
from datetime import date
from typing import Any

import pytest
from aiogram import Dispatcher
from aiogram.filters import CommandStart
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.types import Message
from aiogram_dialog import Dialog, DialogManager, StartMode, Window, setup_dialogs
from aiogram_dialog.api.entities import AccessSettings, Context, Stack
from aiogram_dialog.api.exceptions import UnknownIntent
from aiogram_dialog.context.storage import StorageProxy
from aiogram_dialog.test_tools import BotClient, MockMessageManager
from aiogram_dialog.test_tools.bot_client import FakeBot
from aiogram_dialog.test_tools.keyboard import InlineButtonTextLocator
from aiogram_dialog.widgets.input import TextInput
from aiogram_dialog.widgets.kbd import Multiselect, Next
from aiogram_dialog.widgets.text import Const, Format
from sqlalchemy import func, select

from storage.conversations import ConversationStorage
from storage.database import Database
from storage.tables import Conversation
from tests.storage.rows import NOON

PERSON = 7


class Form(StatesGroup):
    name = State()
    days = State()
    check = State()


@pytest.fixture
async def start(database: Database) -> AsyncIterator[Callable[[], Database]]:
    """The database as each new process opens it."""
    opened: list[Database] = []

    def start() -> Database:
        opened.append(Database(database.url.render_as_string(hide_password=False)))
        return opened[-1]

    yield start
    for process in opened:
        await process.close()


def proxy(database: Database) -> StorageProxy:
    return StorageProxy(
        storage=ConversationStorage(database, lambda: NOON),
        events_isolation=SimpleEventIsolation(),
        user_id=PERSON,
        chat_id=PERSON,
        thread_id=None,
        business_connection_id=None,
        bot=FakeBot(),  # type: ignore[no-untyped-call]
        state_groups={"Form": Form},
    )


async def test_a_dialog_context_comes_back(start: Callable[[], Database]) -> None:
    stack = Stack(_id="", last_message_id=10, last_media_id="media")
    context = stack.push(Form.days, {"since": date(2025, 3, 10)})
    answers: dict[str, Any] = {"born": date(2009, 2, 28), "weekdays": [1, 3], "note": "Сәлем"}
    context.dialog_data.update(answers)
    context.widget_data |= {"days": ["1", "3"], "calendar": {"current_offset": "2025-03-01"}}
    context.access_settings = AccessSettings(user_ids=[PERSON], custom={"role": "mentor"})
    before = proxy(start())
    await before.save_context(context)
    await before.save_stack(stack)

    after = proxy(start())
    back: Context = await after.load_context(context.id)
    assert vars(back) == vars(context)
    assert back.state is Form.days
    stack_back = await after.load_stack()
    await after.unlock()  # type: ignore[no-untyped-call]
    assert (stack_back.intents, stack_back.last_message_id) == ([context.id], 10)
    assert stack_back.last_media_id == "media"


async def test_a_finished_dialog_leaves_nothing(database: Database) -> None:
    stack = Stack(_id="")
    context = stack.push(Form.name, None)
    dialogs = proxy(database)
    await dialogs.save_context(context)
    await dialogs.save_stack(stack)
    stack.intents.clear()
    await dialogs.remove_context(context.id)
    await dialogs.save_stack(stack)
    with pytest.raises(UnknownIntent):
        await dialogs.load_context(context.id)
    async with database.transaction() as session:
        assert await session.scalar(select(func.count(Conversation.key))) == 0


class Process:
    """A bot that asks for a name and for weekdays, on one opening of the database."""

    def __init__(self, database: Database, client: BotClient | None = None) -> None:
        self.database = database
        self.screen = MockMessageManager()  # type: ignore[no-untyped-call]
        storage = ConversationStorage(database, lambda: NOON)
        isolation = SimpleEventIsolation()
        dispatcher = Dispatcher(storage=storage, events_isolation=isolation)
        dispatcher.message.register(self._begin, CommandStart())
        dispatcher.include_router(form())
        setup_dialogs(dispatcher, message_manager=self.screen, events_isolation=isolation)
        self.client = client or BotClient(dispatcher, user_id=PERSON, chat_id=PERSON)
        self.client.dp = dispatcher

    async def send(self, text: str) -> Message:
        async with self.database.work() as session:
            await self.client.send(text)
            await session.commit()
        return self.screen.last_message()

    async def tap(self, shown: Message, button: str) -> Message:
        async with self.database.work() as session:
            await self.client.click(shown, InlineButtonTextLocator(button))
            await session.commit()
        return self.screen.last_message()

    @staticmethod
    async def _begin(_message: Message, dialog_manager: DialogManager) -> None:
        await dialog_manager.start(Form.name, {"on": NOON.date()}, mode=StartMode.RESET_STACK)


def form() -> Dialog:
    async def name_given(_m: Message, _w: Any, dialog_manager: DialogManager, name: str) -> None:
        dialog_manager.dialog_data["name"] = name
        await dialog_manager.next()

    async def answers(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        days = dialog_manager.find("days")
        assert days is not None
        assert isinstance(dialog_manager.start_data, dict)
        chosen = "+".join(sorted(days.get_checked()))
        name = dialog_manager.dialog_data.get("name")
        return {"answers": f"{name} {chosen} {dialog_manager.start_data['on']:%d.%m}"}

    days: Multiselect[str] = Multiselect(
        Format("[{item}]"), Format("{item}"), "days", str, ["mon", "tue", "wed"]
    )
    return Dialog(
        Window(Const("Name?"), TextInput("name", on_success=name_given), state=Form.name),
        Window(Const("Days?"), days, Next(Const("On")), state=Form.days),
        Window(Format("{answers}"), state=Form.check, getter=answers),
    )


async def test_a_form_goes_on_with_the_next_tap_after_a_restart(
    start: Callable[[], Database],
) -> None:
    """A new process before every single step."""
    first = Process(start())
    assert (await first.send("/start")).text == "Name?"
    second = Process(start(), first.client)
    shown = await second.send("Әсем")
    assert shown.text == "Days?"
    third = Process(start(), first.client)
    shown = await third.tap(shown, "mon")
    fourth = Process(start(), first.client)
    shown = await fourth.tap(shown, "wed")
    fifth = Process(start(), first.client)
    assert (await fifth.tap(shown, "On")).text == "Әсем mon+wed 10.03"


async def test_a_form_whose_last_step_was_not_committed_repeats_that_step(
    start: Callable[[], Database],
) -> None:
    first = Process(start())
    await first.send("/start")
    async with first.database.work():
        await first.client.send("lost")
    second = Process(start(), first.client)
    shown = await second.send("Әсем")
    assert shown.text == "Days?"
    assert (await second.tap(shown, "On")).text == "Әсем  10.03"
