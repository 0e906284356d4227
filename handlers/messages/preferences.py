"""What the clock sends to everyone, and when: hours, silence for a while, or none of it (§10)."""

import datetime as dt
from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Format, Multi

from award.calendar import WEEK
from award.errors import NotAllowed
from award.messages.preferences import HOURS, Regular, Wish, choose_hour, snooze, switch, wishes
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import open_above_menu
from handlers.ui.previews import example
from handlers.ui.taps import GoTap, Screen
from handlers.ui.widgets import Dialog, Label, Say, cancel, menu
from locales import Texts

router = Router(name="wishes")


class Wishes(StatesGroup):
    home = State()
    one = State()


@router.callback_query(GoTap.filter(F.to == Screen.WISHES))
async def open_wishes(tap: CallbackQuery, dialog_manager: DialogManager) -> None:
    await open_above_menu(dialog_manager, Wishes.home)


# --- all of them


async def _all(at: RequestContext, **_: Any) -> dict[str, Any]:
    return _all_shown(await wishes(at), at.now, at.say)


def _all_shown(own: tuple[Wish, ...], now: dt.datetime, say: Texts) -> dict[str, Any]:
    items = [(wish.kind.value, _label(wish, now, say)) for wish in own]
    staff = any(wish.kind not in (Regular.WEEKLY_HOUR, Regular.CELEBRATION) for wish in own)
    return {"items": items, "any": int(bool(own)), "staff": int(staff)}


def _name(wish: Wish) -> str:
    return f"wish-{wish.kind.value}"


def _label(wish: Wish, now: dt.datetime, say: Texts) -> str:
    """On a button, which has no room for more than the name: off and silent are a sign there."""
    hour = {"hour": wish.hour} if wish.hour is not None else {}
    return say.plain(f"wish-label-{_how(wish, now)}", name=say.plain(_name(wish)), **hour)


def _state(wish: Wish, now: dt.datetime, say: Texts) -> str:
    """When it comes, in a word or two."""
    hour = {"hour": wish.hour} if wish.hour is not None else {}
    return say.plain(f"wish-is-{_how(wish, now)}", **hour)


def _how(wish: Wish, now: dt.datetime) -> str:
    if wish.off:
        return "off"
    if wish.is_silent(now):
        return "snoozed"
    return "usual" if wish.hour is None else "at"


async def _open(_tap: CallbackQuery, _select: Any, manager: DialogManager, kind: str) -> None:
    manager.dialog_data["kind"] = kind
    await manager.switch_to(Wishes.one)


home = Window(
    Say("wishes-home"),
    Column(Select(Format("{item[1]}"), "kind", lambda item: item[0], "items", on_click=_open)),
    Row(cancel(), menu()),
    state=Wishes.home,
    getter=_all,
    preview_data=example(
        lambda say, _: _all_shown(
            (
                Wish(Regular.WEEKLY_HOUR, hour=17),
                Wish(Regular.CELEBRATION, off=True),
                Wish(Regular.REVIEW_EVENING),
            ),
            dt.datetime.min.replace(tzinfo=dt.UTC),
            say,
        )
    ),
)


# --- one of them


def _kind(manager: DialogManager) -> Regular:
    try:
        return Regular(manager.dialog_data.get("kind", ""))
    except ValueError:
        raise NotAllowed from None


async def _one(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    kind = _kind(dialog_manager)
    own = await wishes(at)
    wish = next((each for each in own if each.kind is kind), Wish(kind))
    return _one_shown(wish, at.now, at.say)


def _one_shown(wish: Wish, now: dt.datetime, say: Texts) -> dict[str, Any]:
    silent = wish.is_silent(now)
    chosen = None if silent else wish.hour
    return {
        "name": say.plain(_name(wish)),
        "about": say.plain(f"{_name(wish)}-about"),
        "state": _state(wish, now, say),
        "hours": [(str(h), f"• {h}:00 •" if h == chosen else f"{h}:00") for h in HOURS],
        "on": not silent,
        "silent": silent,
        "may_rest": not silent and not wish.required,
        "moved": not silent and wish.hour is not None,
    }


async def _hour(_tap: CallbackQuery, _select: Any, manager: DialogManager, hour: str) -> None:
    at = context_of(manager)
    await choose_hour(at, _kind(manager), int(hour))


async def _usual(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    await choose_hour(at, _kind(manager), None)


async def _off(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    await switch(at, _kind(manager), off=True)


async def _on(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    await switch(at, _kind(manager), off=False)


async def _rest(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    await snooze(at, _kind(manager), at.now + WEEK)


async def _of_story(at: RequestContext, **_: Any) -> dict[str, Any]:
    wish = Wish(Regular.WEEKLY_HOUR, hour=17)
    return _one_shown(wish, dt.datetime.min.replace(tzinfo=dt.UTC), at.say)


one = Window(
    Multi(Say("wishes-one"), Say("wishes-hour", when="on"), sep="\n\n"),
    Group(
        Select(Format("{item[1]}"), "hour", lambda item: item[0], "hours", on_click=_hour),
        width=4,
        when="on",
    ),
    Button(Label("wishes-button-usual"), id="usual", on_click=_usual, when="moved"),
    Button(Label("wishes-button-rest"), id="rest", on_click=_rest, when="may_rest"),
    Button(Label("wishes-button-off"), id="off", on_click=_off, when="may_rest"),
    Button(Label("wishes-button-on"), id="on", on_click=_on, when="silent"),
    Row(SwitchTo(Label("button-back"), id="back", state=Wishes.home), menu()),
    state=Wishes.one,
    getter=_one,
    preview_data=_of_story,
)

dialog = Dialog(home, one)
