"""What to answer when nothing else did: mistakes, old buttons, things nobody asked for."""

from typing import Any

import structlog
from aiogram import Bot, Router
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import CallbackQuery, ErrorEvent, Update
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.api.exceptions import DialogsError
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.lookup import language_of
from award.audit import UPDATE_ID
from award.errors import Refusal
from handlers.journal.capture import keep
from handlers.journal.received import is_kept
from handlers.ui.answers import answer
from handlers.ui.context import RequestContext
from handlers.ui.states import Menu
from locales import Texts, texts

log = structlog.get_logger()
router = Router(name="fallback")


async def apologise(
    bot: Bot, session: AsyncSession, update: Update, key: str, **details: Any
) -> None:
    """Tell the person that handling their update failed, with the number to ask about."""
    user = getattr(update.event, "from_user", None)
    if user is None:
        return
    language = await language_of(session, user.id)
    await bot.send_message(user.id, texts(language or user.language_code)(key, **details))


@router.errors(ExceptionTypeFilter(Refusal))
async def refused(event: ErrorEvent, session: AsyncSession, say: Texts) -> None:
    """A rule said no: undo what was begun, say what to do."""
    await session.rollback()
    session.info[UPDATE_ID] = event.update.update_id
    error = event.exception
    assert isinstance(error, Refusal)
    if tap := event.update.callback_query:
        await answer(tap, say.plain(error.key, **error.details))
    elif message := event.update.message:
        await message.answer(say(error.key, **error.details))


@router.errors(ExceptionTypeFilter(DialogsError))
async def outdated(
    event: ErrorEvent,
    say: Texts,
    dialog_manager: DialogManager,
    at: RequestContext | None = None,
    seen: bool = False,
) -> None:
    """A button of a screen that is gone opens today's, with a word why.

    A tap that was handled before a crash has led to another screen: that one is shown. What was
    sent while the lost screen stood is not lost with it: the journal takes it.
    """
    log.warning("screen_gone", update=event.update.update_id, error=repr(event.exception))
    tap, message = event.update.callback_query, event.update.message
    if seen and tap and dialog_manager.has_context():
        await dialog_manager.show(ShowMode.SEND)
        return
    if tap:
        await answer(tap, say.plain("outdated-button"))
    await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
    if message and at and not seen and await is_kept(message):
        await keep(message, at)


@router.callback_query()
async def unknown_button(tap: CallbackQuery, say: Texts, dialog_manager: DialogManager) -> None:
    await answer(tap, say.plain("outdated-button"))
    await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
