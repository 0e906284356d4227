"""What to answer when nothing else did: mistakes, old buttons, things nobody asked for."""

from typing import Any

import structlog
from aiogram import Router
from aiogram.filters import ExceptionTypeFilter
from aiogram.types import CallbackQuery, ErrorEvent, User
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.api.exceptions import DialogsError
from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.lookup import language_of
from award.audit import UPDATE_ID
from award.errors import Refusal
from handlers.journal.capture import keep
from handlers.journal.received import is_kept
from handlers.ui.context import RequestContext
from handlers.ui.reply import Reply
from handlers.ui.states import Menu
from locales import Texts, texts

log = structlog.get_logger()
router = Router(name="fallback")


async def apology(session: AsyncSession, user: User, key: str, **details: Any) -> Markup:
    """What tells a person that handling their update failed, with the number to ask about."""
    language = await language_of(session, user.id)
    return texts(language or user.language_code)(key, **details)


@router.errors(ExceptionTypeFilter(Refusal))
async def refused(event: ErrorEvent, session: AsyncSession, say: Texts, reply: Reply) -> None:
    """A rule said no: undo what was begun, say what to do."""
    await session.rollback()
    reply.forget()
    session.info[UPDATE_ID] = event.update.update_id
    error = event.exception
    assert isinstance(error, Refusal)
    if event.update.callback_query:
        reply.alert(say.plain(error.key, **error.details))
    elif event.update.message:
        reply.say(say(error.key, **error.details))


@router.errors(ExceptionTypeFilter(DialogsError))
async def outdated(
    event: ErrorEvent,
    say: Texts,
    dialog_manager: DialogManager,
    reply: Reply,
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
        reply.alert(say.plain("outdated-button"))
    await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
    if message and at and not seen and await is_kept(message):
        await keep(message, at)


@router.callback_query()
async def unknown_button(
    _tap: CallbackQuery, say: Texts, dialog_manager: DialogManager, reply: Reply
) -> None:
    reply.alert(say.plain("outdated-button"))
    await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
