"""A real bot of a few lines, to have somebody to talk to in the sandbox."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ContentType
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import (
    BotCommand,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

TOKEN = "42:TEST"
LINK = "https://t.me/award_sandbox_bot?start=mother"


def _counter(count: int) -> InlineKeyboardMarkup:
    rows = [
        [InlineKeyboardButton(text=f"Санау: {count}", callback_data=f"count:{count}")],
        [
            InlineKeyboardButton(text="Хабарлама", callback_data="toast"),
            InlineKeyboardButton(text="Ескерту", callback_data="alert"),
        ],
        [InlineKeyboardButton(text="Анасына сілтеме", url=LINK)],
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


async def _start(message: Message, command: CommandObject) -> None:
    assert message.from_user
    await message.answer(f"Сәлем, {message.from_user.first_name}! Кілт: {command.args or 'жоқ'}")


async def _count(query: CallbackQuery) -> None:
    assert isinstance(query.message, Message)
    assert query.data
    count = int(query.data.removeprefix("count:")) + 1
    await query.message.edit_text(f"Саны: {count}", reply_markup=_counter(count))
    await query.answer()


async def _say(query: CallbackQuery) -> None:
    await query.answer("Бот жауабы", show_alert=query.data == "alert")


async def _ask_contact(message: Message) -> None:
    button = KeyboardButton(text="Нөмірімді жіберу", request_contact=True)
    markup = ReplyKeyboardMarkup(keyboard=[[button]], resize_keyboard=True)
    await message.answer("Нөміріңіз қандай?", reply_markup=markup)


async def _contact(message: Message) -> None:
    assert message.contact
    await message.answer(
        f"Нөмір: {message.contact.phone_number}", reply_markup=ReplyKeyboardRemove()
    )


async def _file(message: Message) -> None:
    kind = ContentType(message.content_type).value
    await message.answer(f"Алынды: {kind}, {message.caption or 'сөзсіз'}")


async def _echo(message: Message) -> None:
    await message.answer(f"<b>Жауап:</b> {message.html_text}", parse_mode="HTML")


def _dispatcher() -> Dispatcher:
    dispatcher = Dispatcher()
    dispatcher.message.register(_start, CommandStart())
    dispatcher.message.register(
        lambda message: message.answer("Саны: 0", reply_markup=_counter(0)), Command("count")
    )
    dispatcher.message.register(_ask_contact, Command("phone"))
    dispatcher.message.register(_contact, F.contact)
    dispatcher.message.register(_file, F.photo | F.document | F.video | F.voice)
    dispatcher.message.register(_echo, F.text)
    dispatcher.callback_query.register(_count, F.data.startswith("count:"))
    dispatcher.callback_query.register(_say)
    return dispatcher


@asynccontextmanager
async def talking(url: str) -> AsyncIterator[Bot]:
    """The bot, polling the sandbox at this address until the end of the block."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    bot = Bot(TOKEN, session=session)
    await bot.set_my_commands(
        [
            BotCommand(command="count", description="Санау"),
            BotCommand(command="phone", description="Нөмірді сұрау"),
        ]
    )
    dispatcher = _dispatcher()
    polling = asyncio.create_task(
        dispatcher.start_polling(bot, handle_signals=False, polling_timeout=5)
    )
    try:
        yield bot
    finally:
        await dispatcher.stop_polling()
        await polling
        await session.close()
