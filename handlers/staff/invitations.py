"""Inviting staff: role, then region, centre or expert by buttons, then the link to pass on (§7)."""

from functools import partial
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, Column, Select
from aiogram_dialog.widgets.text import Format

from award.access.invitations import LIFETIME
from award.errors import NotAllowed
from award.staff.invitations import OF_CENTRE, OF_REGION, experts_of, invite, may_invite
from award.staff.links import MAY_INVITE
from award.staff.places import centres_of
from handlers.ui.context import RequestContext, context_of
from handlers.ui.deep_links import deep_link, qr, share_button
from handlers.ui.navigation import back_to
from handlers.ui.paging import paged
from handlers.ui.previews import example, story
from handlers.ui.shown import Shown
from handlers.ui.states import Staff
from handlers.ui.widgets import Label, Say
from handlers.wording.names import region_name, regions, role_name, staff_name
from storage.tables import RoleKind


async def _roles(at: RequestContext, **_: Any) -> dict[str, Any]:
    allowed = may_invite(at.actor)
    return {"items": [(kind, role_name(kind, at.say)) for kind in allowed]}


async def _role(_tap: CallbackQuery, _select: Any, manager: DialogManager, name: str) -> None:
    data = manager.dialog_data
    for earlier in ("region", "centre", "expert"):
        data.pop(earlier, None)
    data["role"] = name
    kind = _kind(manager)
    if kind in OF_REGION:
        await manager.switch_to(Staff.region)
    elif kind in OF_CENTRE:
        at = context_of(manager)
        own = await centres_of(at)
        if len(own) == 1:
            await _at_centre(manager, own[0].id)
        else:
            await manager.switch_to(Staff.centre)
    else:
        await _give(manager)


def _kind(manager: DialogManager) -> RoleKind:
    try:
        return RoleKind(manager.dialog_data["role"])
    except (KeyError, ValueError):
        raise NotAllowed from None


async def _region(_tap: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    manager.dialog_data["region"] = code
    await _give(manager)


async def _centres(at: RequestContext, **_: Any) -> dict[str, Any]:
    say = at.say
    own = await centres_of(at)
    named = [(c.id, f"{c.name} · {region_name(at.programme, c.region, say)}") for c in own]
    return {"items": named, "none": not own}


async def _centre(_tap: CallbackQuery, _select: Any, manager: DialogManager, number: str) -> None:
    await _at_centre(manager, int(number))


async def _at_centre(manager: DialogManager, centre_id: int) -> None:
    """A mentor may be put under one of the centre's experts, where there are any."""
    at = context_of(manager)
    manager.dialog_data["centre"] = centre_id
    experts = await experts_of(at, centre_id)
    if _kind(manager) is RoleKind.MENTOR and experts:
        await manager.switch_to(Staff.expert)
    else:
        await _give(manager)


async def _experts(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    centre = dialog_manager.dialog_data.get("centre", 0)
    found = await experts_of(at, centre)
    return {"items": [(number, staff_name(name, at.say)) for number, name in found]}


async def _expert(_tap: CallbackQuery, _select: Any, manager: DialogManager, number: str) -> None:
    manager.dialog_data["expert"] = int(number)
    await _give(manager)


async def _no_expert(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _give(manager)


async def _give(manager: DialogManager) -> None:
    """Make the link and send it as a card that can be passed on; then back to the desk."""
    at, say, data = context_of(manager), context_of(manager).say, manager.dialog_data
    payload = await invite(
        at,
        _kind(manager),
        region=data.get("region"),
        centre_id=data.get("centre"),
        expert_id=data.get("expert"),
    )
    link = await deep_link(at.bot, payload)
    role = role_name(_kind(manager), say)
    words = say.plain("staff-share-words", role=role, programme=at.programme.name[say.language])
    shown = Shown(
        say("staff-link", role=role, link=link, days=LIFETIME.days),
        (),
        [[share_button(say.plain("button-share-link"), link, words)]],
        drawn=partial(qr, link),
    )
    at.reply.send(shown)
    await manager.switch_to(Staff.home, show_mode=ShowMode.SEND)


role = Window(
    Say("staff-role"),
    Column(Select(Format("{item[1]}"), "role", lambda i: i[0], "items", on_click=_role)),
    back_to(),
    state=Staff.role,
    getter=_roles,
    preview_data=example(
        lambda say, _: {"items": [(k, role_name(k, say)) for k in MAY_INVITE[RoleKind.OPERATOR]]}
    ),
)

region = Window(
    Say("staff-region"),
    paged("region", _region),
    back_to(Staff.role),
    state=Staff.region,
    getter=regions,
    preview_data=regions,
)

centre = Window(
    Say("staff-centre", when=lambda data, *_: not data["none"]),
    Say("staff-no-centres", when="none"),
    paged("centre", _centre),
    back_to(Staff.role),
    state=Staff.centre,
    getter=_centres,
    preview_data=example(lambda say, _: {"items": [(1, story(say).centre)], "none": False}),
)

expert = Window(
    Say("staff-expert"),
    paged("expert", _expert),
    Button(Label("staff-button-no-expert"), id="none", on_click=_no_expert),
    back_to(Staff.role),
    state=Staff.expert,
    getter=_experts,
    preview_data=example(lambda say, _: {"items": [(1, story(say).mentor)]}),
)

windows = (role, region, centre, expert)
