"""The first minute: language, what the programme is in short cards, "apply"; and deep links."""

from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select
from aiogram_dialog.widgets.text import Format

from award.certificates.verifying import PREFIX
from award.errors import Refusal
from award.programme import Programme
from award.registration.personal import choose_language
from handlers.certificates.verify import show_verified
from handlers.menu import joining
from handlers.registration.dialog import apply
from handlers.ui.context import RequestContext, become, context_of
from handlers.ui.deep_links import opener_of
from handlers.ui.navigation import started_with
from handlers.ui.previews import example
from handlers.ui.states import Menu, Start
from handlers.ui.taps import OpenMenu
from handlers.ui.widgets import Dialog, Label, Say, menu
from locales import LANGUAGES, Texts, texts

router = Router(name="start")


@router.message(CommandStart())
async def start(
    _message: Message, command: CommandObject, at: RequestContext, dialog_manager: DialogManager
) -> None:
    payload = command.args or ""
    if payload.startswith(PREFIX):
        await show_verified(at, payload)  # to anybody, who need not say a word before
        return
    if at.actor.language is None:
        await dialog_manager.start(
            Start.language,
            data={"payload": payload},
            mode=StartMode.RESET_STACK,
            show_mode=ShowMode.SEND,
        )
    else:
        await _enter(dialog_manager, payload)


@router.message(Command("language"))
async def other_language(_message: Message, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Start.language, data={"back": True}, show_mode=ShowMode.SEND)


@router.callback_query(OpenMenu.filter())
async def open_menu(tap: CallbackQuery, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def _enter(manager: DialogManager, payload: str, *, newcomer: bool = False) -> None:
    """To what a link opens, or where a person without one begins."""
    if payload:
        opener = opener_of(payload)
        try:
            if opener is None:
                raise Refusal("refused-unknown-link")
            await opener(manager, payload)
            return
        except Refusal as refusal:
            at = context_of(manager)
            at.reply.say(at.say(refusal.key, **refusal.details))
    home = Start.cards if newcomer else Menu.home
    await manager.start(home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


# --- language


async def _languages(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    asked = started_with(dialog_manager)
    return {
        "items": [(code, at.say.plain(f"language-{code}")) for code in LANGUAGES],
        "known": bool(asked.get("back")),
    }


async def _choose(_tap: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    at = context_of(manager)
    newcomer = at.actor.language is None
    await choose_language(at, code)
    become(manager, replace(at, actor=replace(at.actor, language=code), say=texts(code)))
    asked = started_with(manager)
    if not asked.get("back"):
        await _enter(manager, str(asked.get("payload", "")), newcomer=newcomer)
    elif len(manager.current_stack().intents) > 1:
        await manager.done()
    else:
        await manager.start(Menu.home, mode=StartMode.RESET_STACK)


language = Window(
    Say("choose-language"),
    Column(Select(Format("{item[1]}"), "language", lambda x: x[0], "items", on_click=_choose)),
    menu(when="known"),
    state=Start.language,
    getter=_languages,
    preview_data=_languages,
)


# --- what the programme is


async def _card(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    page = min(dialog_manager.dialog_data.get("page", 0), len(at.programme.welcome) - 1)
    return _welcome(page, at.programme, at.say)


def _welcome(page: int, programme: Programme, say: Texts) -> dict[str, Any]:
    card = programme.welcome[page]
    return {
        "emoji": card.emoji,
        "title": card.title[say.language],
        "text": card.text[say.language],
        "page": page + 1,
        "pages": len(programme.welcome),
        "more": page + 1 < len(programme.welcome),
        "earlier": page > 0,
    }


def _turn(by: int) -> Any:
    async def turn(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        manager.dialog_data["page"] = max(0, manager.dialog_data.get("page", 0) + by)

    return turn


async def _apply(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await apply(manager)


cards = Window(
    Say("welcome-card"),
    Row(
        Button(Label("button-back"), id="earlier", on_click=_turn(-1), when="earlier"),
        Button(Label("button-next"), id="more", on_click=_turn(1), when="more"),
    ),
    Button(Label("button-apply"), id="apply", on_click=_apply),
    menu(),
    state=Start.cards,
    getter=_card,
    preview_data=example(lambda say, programme: _welcome(1, programme, say)),
)


dialog = Dialog(language, cards, *joining.windows)
