"""Whom staff and commissions' members live with: declared by name and birth date (§8.1)."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Row, SwitchTo
from markupsafe import Markup

from award.calendar.zones import today_in
from award.dossiers.household import (
    declare,
    drop,
    household_name,
    may_declare,
    own_household,
)
from award.errors import NotAllowed, Refusal
from award.programme import Programme
from handlers import understanding
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import asked, back_to, open_above_menu
from handlers.ui.paging import paged
from handlers.ui.previews import TODAY, example, story
from handlers.ui.taps import GoTap, Screen, number
from handlers.ui.widgets import Dialog, Label, Say, cancel, menu, mistaken
from locales import Texts

router = Router(name="household")


class Household(StatesGroup):
    all = State()
    name = State()
    born = State()


@router.callback_query(GoTap.filter(F.to == Screen.HOUSEHOLD))
async def open_household(
    tap: CallbackQuery, dialog_manager: DialogManager, at: RequestContext
) -> None:
    if not await may_declare(at):
        raise NotAllowed
    await open_above_menu(dialog_manager, Household.all)


async def _declared(at: RequestContext, **_: Any) -> dict[str, Any]:
    members = await own_household(at)
    lines = [at.say("household-line", name=each.full_name, day=each.birth_date) for each in members]
    return {
        "items": [
            (each.id, at.say.plain("household-button-drop", name=each.full_name))
            for each in members
        ],
        "lines": Markup("\n").join(lines) or at.say("household-none"),
    }


def _of_story(say: Texts, _programme: Programme) -> dict[str, Any]:
    name, day = story(say).participant, TODAY.replace(year=TODAY.year - 16)
    return {
        "items": [(1, say.plain("household-button-drop", name=name))],
        "lines": say("household-line", name=name, day=day),
        "name": name,
    }


async def _dropped(_tap: CallbackQuery, _select: Any, manager: DialogManager, member: int) -> None:
    await drop(context_of(manager), member)


async def _named(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    try:
        manager.dialog_data["name"] = household_name(message.text or "")
    except Refusal as mistake:
        mistaken(manager, mistake, message.text)
        return
    await manager.switch_to(Household.born)


async def _born(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    at, words = context_of(manager), message.text or ""
    born = understanding.birth_date(words, today_in(at.programme, None, at.now))
    try:
        if born is None:
            raise Refusal("refused-household-date")
        await declare(at, manager.dialog_data["name"], born)
    except NotAllowed:
        raise
    except Refusal as mistake:
        mistaken(manager, mistake, words)
        return
    await manager.switch_to(Household.all)


async def _of_name(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"name": dialog_manager.dialog_data.get("name", "")}


dialog = Dialog(
    Window(
        Say("household-title"),
        paged("member", _dropped, type_factory=number),
        SwitchTo(Label("household-button-new"), id="new", state=Household.name),
        Row(cancel(), menu()),
        state=Household.all,
        getter=_declared,
        preview_data=example(_of_story),
    ),
    Window(
        asked("household-ask-name"),
        MessageInput(_named, content_types=ContentType.TEXT),
        back_to(Household.all),
        state=Household.name,
    ),
    Window(
        asked("household-ask-born"),
        MessageInput(_born, content_types=ContentType.TEXT),
        back_to(Household.name),
        state=Household.born,
        getter=_of_name,
        preview_data=example(_of_story),
    ),
)
