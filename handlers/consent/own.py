"""Who represents the participant, as they see it: from the 18th birthday on they decide (§7)."""

from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from award.calendar import local_date
from award.consent.ending import (
    Representative,
    end_by_own_wish,
    is_of_age,
    own_representatives,
    share,
)
from award.errors import NotFound
from award.outbox import NoticeKind
from award.programme import Programme
from award.ratings.names import lapsed_name
from handlers.ratings.taps import NameDo, PublicNameTap
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import back_to, open_above_menu
from handlers.ui.notices import Notice, notice
from handlers.ui.paging import paged
from handlers.ui.previews import TODAY, example, story
from handlers.ui.shown import Shown, button
from handlers.ui.states import OwnRepresentatives
from handlers.ui.taps import GoTap, OpenMenu, Screen, number
from handlers.ui.widgets import Dialog, Label, Say, cancel, menu
from locales import Texts

router = Router(name="own-representatives")


@router.callback_query(GoTap.filter(F.to == Screen.REPRESENTATIVES))
async def open_all(tap: CallbackQuery, dialog_manager: DialogManager) -> None:
    await open_above_menu(dialog_manager, OwnRepresentatives.all)


async def _all(at: RequestContext, **_: Any) -> dict[str, Any]:
    found = await own_representatives(at)
    return {
        "items": [(one.role_id, _label(one, at.say)) for one in found],
        "count": len(found),
        "adult": "yes" if await is_of_age(at) else "no",
    }


def _label(one: Representative, say: Texts) -> str:
    return say.plain(
        "own-representative-reads" if one.shared else "own-representative", name=one.name
    )


def _some(say: Texts, _programme: Programme) -> dict[str, Any]:
    name = story(say).representative
    return {
        "items": [(1, say.plain("own-representative-reads", name=name))],
        "count": 1,
        "adult": "yes",
    }


async def _chosen(_tap: CallbackQuery, _select: Any, manager: DialogManager, role: int) -> None:
    manager.dialog_data["role"] = role
    await manager.switch_to(OwnRepresentatives.one)


async def _one(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    role = dialog_manager.dialog_data.get("role")
    found = next((one for one in await own_representatives(at) if one.role_id == role), None)
    if found is None:
        raise NotFound
    adult = await is_of_age(at)
    return {
        "name": found.name,
        "since": local_date(found.since, at.programme.zone),
        "adult": adult,
        "reads": "yes" if found.shared or not adult else "no",
        "may_share": adult and not found.shared,
        "may_unshare": adult and found.shared,
    }


def _of_story(say: Texts, _programme: Programme) -> dict[str, Any]:
    return {
        "name": story(say).representative,
        "since": TODAY,
        "adult": True,
        "reads": "yes",
        "may_share": False,
        "may_unshare": True,
    }


PREVIEW = example(_of_story)


async def _share(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await share(context_of(manager), manager.dialog_data["role"], shared=True)


async def _unshare(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await share(context_of(manager), manager.dialog_data["role"], shared=False)


async def _end(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await end_by_own_wish(context_of(manager), manager.dialog_data["role"])
    await manager.switch_to(OwnRepresentatives.all)


dialog = Dialog(
    Window(
        Say("own-representatives"),
        paged("representative", _chosen, type_factory=number),
        Row(cancel(), menu()),
        state=OwnRepresentatives.all,
        getter=_all,
        preview_data=example(_some),
    ),
    Window(
        Say("own-representative-card"),
        Button(Label("own-button-share"), id="share", on_click=_share, when="may_share"),
        Button(Label("own-button-unshare"), id="unshare", on_click=_unshare, when="may_unshare"),
        SwitchTo(Label("own-button-end"), id="end", state=OwnRepresentatives.ending, when="adult"),
        back_to(OwnRepresentatives.all),
        state=OwnRepresentatives.one,
        getter=_one,
        preview_data=PREVIEW,
    ),
    Window(
        Say("own-ending"),
        Button(Label("own-button-end-surely"), id="surely", on_click=_end),
        back_to(OwnRepresentatives.one),
        state=OwnRepresentatives.ending,
        getter=_one,
        preview_data=PREVIEW,
    ),
)


@notice(NoticeKind.OF_AGE)
async def _of_age(at: Notice) -> Shown | None:
    """To who turned 18, and waits for nobody any more."""
    whom = button(
        at.say.plain("button-own-representatives"), GoTap(to=Screen.REPRESENTATIVES).pack()
    )
    to_menu = button(at.say.plain("button-menu"), OpenMenu().pack())
    buttons = [[whom], [to_menu]] if await own_representatives(at) else [[to_menu]]
    if (enrolment := await lapsed_name(at)) is not None:
        # The representative's consent is over; whether to stand there is asked anew.
        asks = PublicNameTap(do=NameDo.SHOW, enrolment=enrolment).pack()
        buttons.insert(0, [button(at.say.plain("button-public-name"), asks)])
    return Shown(at.say("notice-of-age"), buttons=buttons)
