"""What a representative sees of their child: progress, and the way to take the consent back."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Format

from award.consent.representatives import Ward, wards_of, withdraw_consent
from award.errors import NotFound
from award.programme import Programme
from handlers.progress.progress import show_progress
from handlers.ui.context import RequestContext, context_of
from handlers.ui.previews import example, level, story
from handlers.ui.taps import number
from handlers.ui.widgets import Dialog, Label, Say, cancel, menu
from handlers.wording.names import level_name
from locales import Texts
from storage.tables import BEGUN_STATES, OPEN_STATES


class Wards(StatesGroup):
    """Open `Wards.home` from the menu of a representative."""

    home = State()
    child = State()
    withdraw = State()
    withdrawn = State()


async def _children(at: RequestContext, **_: Any) -> dict[str, Any]:
    wards = await wards_of(at)
    return {"items": [(ward.enrolment_id, ward.name) for ward in wards], "children": len(wards)}


async def _open(_tap: CallbackQuery, _select: Any, manager: DialogManager, chosen: int) -> None:
    manager.dialog_data["enrolment"] = chosen
    await manager.switch_to(Wards.child)


home = Window(
    Say("wards"),
    Column(
        Select(
            Format("{item[1]}"),
            "child",
            lambda item: item[0],
            "items",
            type_factory=number,
            on_click=_open,
        )
    ),
    Row(cancel(), menu()),
    state=Wards.home,
    getter=_children,
    preview_data=example(lambda say, _: {"items": [(1, story(say).participant)], "children": 1}),
)


async def _ward(manager: DialogManager) -> Ward:
    at = context_of(manager)
    wards = await wards_of(at)
    asked = manager.dialog_data.get("enrolment")
    found = next((ward for ward in wards if ward.enrolment_id == asked), None)
    if found is None:
        raise NotFound
    return found


async def _child(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    ward = await _ward(dialog_manager)
    return {
        "child": ward.name,
        "level": level_name(at.programme.level(ward.level) if ward.level else None, at.say),
        "state": at.say(f"ward-{ward.state.replace('_', '-')}"),
        "under_way": ward.state in BEGUN_STATES,
        "open": ward.state in OPEN_STATES,
    }


def _of_story(say: Texts, programme: Programme) -> dict[str, Any]:
    return {
        "child": story(say).participant,
        "level": level_name(level(programme), say),
        "state": say("ward-active"),
        "under_way": True,
        "open": True,
    }


PREVIEW = example(_of_story)


async def _progress(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, ward = context_of(manager), await _ward(manager)
    manager.show_mode = ShowMode.NO_UPDATE
    await show_progress(at, ward.enrolment_id)


child = Window(
    Say("ward"),
    Button(Label("button-ward-progress"), id="progress", on_click=_progress, when="under_way"),
    SwitchTo(Label("button-withdraw-consent"), id="withdraw", state=Wards.withdraw, when="open"),
    Row(SwitchTo(Label("button-back"), id="back", state=Wards.home), menu()),
    state=Wards.child,
    getter=_child,
    preview_data=PREVIEW,
)


async def _withdraw(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, ward = context_of(manager), await _ward(manager)
    await withdraw_consent(at, ward.enrolment_id)
    manager.dialog_data["child"] = ward.name  # who is not theirs to read any more
    await manager.switch_to(Wards.withdrawn)


withdraw = Window(
    Say("ward-withdraw"),
    Button(Label("button-withdraw-surely"), id="surely", on_click=_withdraw),
    Row(SwitchTo(Label("button-back"), id="back", state=Wards.child), menu()),
    state=Wards.withdraw,
    getter=_child,
    preview_data=PREVIEW,
)


async def _withdrawn(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"child": dialog_manager.dialog_data.get("child", "")}


withdrawn = Window(
    Say("ward-withdrawn-done"),
    menu(),
    state=Wards.withdrawn,
    getter=_withdrawn,
    preview_data=PREVIEW,
)

dialog = Dialog(home, child, withdraw, withdrawn)
