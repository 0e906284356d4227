"""What a representative sees of their child: progress, the data, the way to take consent back."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Format

from award.consent.representatives import Ward, wards_of, withdraw_consent
from award.errors import NotFound
from award.profile.represented import ask_for_copy_of_child, erase_child
from award.programme import Programme
from handlers.cards.shown import show_mentor
from handlers.portfolio.portfolio import show_portfolio
from handlers.profile.my_data import show_copy
from handlers.progress.progress import show_progress
from handlers.ui.context import RequestContext, context_of
from handlers.ui.previews import example, level, story
from handlers.ui.states import Documents
from handlers.ui.taps import number
from handlers.ui.widgets import Dialog, Label, Say, cancel, menu
from handlers.wording.names import level_name
from locales import Texts
from storage.tables import BEGUN_STATES, SIGNED_STATES, EnrolmentState


class Wards(StatesGroup):
    """Open `Wards.home` from the menu of a representative."""

    home = State()
    child = State()
    withdraw = State()
    withdrawn = State()
    erase = State()
    erase_surely = State()
    erased = State()


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
        "signed": ward.state in SIGNED_STATES,
        "complete": "yes" if ward.state is EnrolmentState.COMPLETE else "no",
        "days": at.programme.retention.consent_withdrawn,
    }


def _of_story(say: Texts, programme: Programme) -> dict[str, Any]:
    return {
        "child": story(say).participant,
        "level": level_name(level(programme), say),
        "state": say("ward-active"),
        "under_way": True,
        "signed": True,
        "complete": "no",
        "days": programme.retention.consent_withdrawn,
    }


PREVIEW = example(_of_story)


async def _progress(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, ward = context_of(manager), await _ward(manager)
    manager.show_mode = ShowMode.NO_UPDATE
    await show_progress(at, ward.enrolment_id)


async def _portfolio(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, ward = context_of(manager), await _ward(manager)
    manager.show_mode = ShowMode.NO_UPDATE
    await show_portfolio(at, ward.enrolment_id)


async def _papers(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    ward = await _ward(manager)
    await manager.start(Documents.all, {"enrolment": ward.enrolment_id})


async def _mentor(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, ward = context_of(manager), await _ward(manager)
    manager.show_mode = ShowMode.NO_UPDATE
    await show_mentor(at, ward.enrolment_id)


async def _copy(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, ward = context_of(manager), await _ward(manager)
    asked = await ask_for_copy_of_child(at, ward.enrolment_id)
    show_copy(at, asked, at.say("ward-copy-sent", child=ward.name))
    manager.show_mode = ShowMode.SEND


child = Window(
    Say("ward"),
    Row(
        Button(Label("button-ward-progress"), id="progress", on_click=_progress, when="under_way"),
        Button(Label("portfolio-button"), id="portfolio", on_click=_portfolio, when="under_way"),
    ),
    Row(
        Button(Label("documents-button"), id="papers", on_click=_papers),
        Button(Label("button-mentor"), id="mentor", on_click=_mentor),
        when="signed",
    ),
    Button(Label("button-ward-copy"), id="copy", on_click=_copy),
    SwitchTo(Label("button-withdraw-consent"), id="withdraw", state=Wards.withdraw),
    SwitchTo(Label("button-ward-erase"), id="erase", state=Wards.erase),
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


async def _withdrawn(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    days = at.programme.retention.consent_withdrawn
    return {"child": dialog_manager.dialog_data.get("child", ""), "days": days}


withdrawn = Window(
    Say("ward-withdrawn-done"),
    menu(),
    state=Wards.withdrawn,
    getter=_withdrawn,
    preview_data=PREVIEW,
)

# --- erasure at once: two questions


erase = Window(
    Say("ward-erase"),
    SwitchTo(Label("button-ward-erase"), id="erase", state=Wards.erase_surely),
    Row(SwitchTo(Label("button-back"), id="back", state=Wards.child), menu()),
    state=Wards.erase,
    getter=_child,
    preview_data=PREVIEW,
)


async def _erase(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, ward = context_of(manager), await _ward(manager)
    await erase_child(at, ward.enrolment_id)
    await manager.switch_to(Wards.erased)


erase_surely = Window(
    Say("ward-erase-surely"),
    Button(Label("button-ward-erase-surely"), id="surely", on_click=_erase),
    Row(SwitchTo(Label("button-back"), id="back", state=Wards.child), menu()),
    state=Wards.erase_surely,
    getter=_child,
    preview_data=PREVIEW,
)

erased = Window(Say("ward-erased"), menu(), state=Wards.erased)

dialog = Dialog(home, child, withdraw, withdrawn, erase, erase_surely, erased)
