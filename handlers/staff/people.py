"""Staff in scope: who they are, handing participants over, ending a role (programme.md §7)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.common import ManagedScroll
from aiogram_dialog.widgets.kbd import Button, Column, Select, StubScroll, SwitchTo
from aiogram_dialog.widgets.text import Format

from award.cards.staff import card_of
from award.errors import Refusal
from award.mentoring.views import own_mentor
from award.outbox import NoticeKind
from award.programme import Programme
from award.staff.roles import (
    Colleague,
    colleague,
    end_role,
    ended_role,
    hand_over,
    staff_of,
    successors,
)
from handlers.cards.shown import card_shown
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import back_to
from handlers.ui.notices import Notice, notice
from handlers.ui.paging import paged, turning
from handlers.ui.previews import example, story
from handlers.ui.shown import Shown, button
from handlers.ui.states import Staff
from handlers.ui.taps import GoTap, Screen
from handlers.ui.widgets import Label, Say
from handlers.wording.names import mentor_name, region_name, role_name, staff_name
from locales import Texts
from storage.tables import RoleKind

PAGES = "people_pages"


async def _people(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    scroll: ManagedScroll | None = dialog_manager.find(PAGES)
    assert scroll is not None
    staff = await staff_of(at, await scroll.get_page())
    await scroll.set_page(staff.page)
    return {
        "items": [(row.role_id, _label(row, at.say)) for row in staff.rows],
        "pages": staff.pages,
        "total": staff.total,
    }


def _of_story(say: Texts, _programme: Programme) -> dict[str, Any]:
    kinds = (RoleKind.CENTRE_HEAD, RoleKind.EXPERT, RoleKind.MENTOR)
    listed = [
        Colleague(n, n, story(say).mentor, kind, None, None, 0) for n, kind in enumerate(kinds)
    ]
    return {
        "items": [(row.role_id, _label(row, say)) for row in listed],
        "pages": 3,
        "total": 20,
    }


def _label(row: Colleague, say: Texts) -> str:
    name = staff_name(row.name, say)
    return say.plain("staff-colleague", name=name, role=role_name(row.kind, say))


async def _open(_tap: CallbackQuery, _select: Any, manager: DialogManager, number: str) -> None:
    manager.dialog_data["colleague"] = int(number)
    await manager.switch_to(Staff.person)


people = Window(
    Say("staff-people"),
    Column(Select(Format("{item[1]}"), "who", lambda i: i[0], "items", on_click=_open)),
    StubScroll(id=PAGES, pages="pages"),
    turning(PAGES),
    back_to(),
    state=Staff.people,
    getter=_people,
    preview_data=example(_of_story),
)


# --- one of them


def _role_id(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("colleague", 0))


async def _person(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    who = await colleague(at, _role_id(dialog_manager))
    return {
        "name": staff_name(who.name, at.say),
        "role": role_name(who.kind, at.say),
        "where": who.centre or region_name(at.programme, who.region, at.say) or "–",
        "participants": who.participants,
        "is_mentor": who.kind is RoleKind.MENTOR,
        "holds": who.participants > 0,
        "free": who.participants == 0,
    }


def _a_mentor(say: Texts, _programme: Programme) -> dict[str, Any]:
    return {
        "name": story(say).mentor,
        "role": role_name(RoleKind.MENTOR, say),
        "where": story(say).centre,
        "participants": 3,
        "is_mentor": True,
        "holds": True,
        "free": True,
    }


PREVIEW = example(_a_mentor)


async def _end(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    await end_role(at, _role_id(manager))
    await manager.switch_to(Staff.people)


async def _card(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    who = await colleague(at, _role_id(manager))
    manager.show_mode = ShowMode.NO_UPDATE
    at.reply.send(card_shown(await card_of(at, who.person_id), at.programme, at.say))


person = Window(
    Say("staff-person"),
    Say("staff-person-participants", when="is_mentor"),
    Button(Label("staff-button-card"), id="card", on_click=_card),
    SwitchTo(Label("staff-button-hand-over"), id="hand", state=Staff.successor, when="holds"),
    SwitchTo(Label("staff-button-end"), id="end", state=Staff.ending, when="free"),
    back_to(Staff.people),
    state=Staff.person,
    getter=_person,
    preview_data=PREVIEW,
)

ending = Window(
    Say("staff-ending"),
    Button(Label("staff-button-end-surely"), id="surely", on_click=_end),
    back_to(Staff.person),
    state=Staff.ending,
    getter=_person,
    preview_data=PREVIEW,
)


async def _successors(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    found = await successors(at, _role_id(dialog_manager))
    items = [
        (
            number,
            at.say.plain("button-mentor-with-load", name=staff_name(name, at.say), load=load),
        )
        for number, name, load in found
    ]
    return {"items": items, "none": not items}


async def _hand_over(tap: CallbackQuery, _select: Any, manager: DialogManager, number: str) -> None:
    at = context_of(manager)
    say = at.say
    try:
        gone = await hand_over(at, _role_id(manager), int(number))
    except Refusal as refusal:
        at.reply.alert(say.plain(refusal.key, **refusal.details))
        return
    await manager.switch_to(Staff.person)
    at.reply.alert(say.plain("staff-handed-over", participants=gone))


successor = Window(
    Say("staff-successor", when=lambda data, *_: not data["none"]),
    Say("staff-no-successor", when="none"),
    paged("successor", _hand_over),
    back_to(Staff.person),
    state=Staff.successor,
    getter=_successors,
    preview_data=example(
        lambda say, _: {
            "items": [(1, say.plain("button-mentor-with-load", name=story(say).mentor, load=4))],
            "none": False,
        }
    ),
)

windows = (people, person, ending, successor)


# --- what those concerned are told


@notice(NoticeKind.ROLE_ENDED)
async def _ended(at: Notice) -> Shown | None:
    kind = await ended_role(at, at.details["role"])
    if kind is None:
        return None
    menu = button(at.say.plain("button-menu"), GoTap(to=Screen.MENU).pack())
    return Shown(at.say("notice-role-ended", role=role_name(kind, at.say)), (), [[menu]])


@notice(NoticeKind.MENTOR_CHANGED)
async def _changed(at: Notice) -> Shown | None:
    """To the participant: who the mentor is now."""
    mentor = await own_mentor(at, at.details["enrolment"])
    if mentor is None:
        return None
    name = mentor_name(mentor.name, mentor.id, at.say)
    return Shown(at.say("notice-mentor-changed", name=name))


@notice(NoticeKind.PARTICIPANTS_HANDED_OVER)
async def _received(at: Notice) -> Shown | None:
    to = button(at.say.plain("notice-button-participants"), GoTap(to=Screen.PARTICIPANTS).pack())
    words = at.say("notice-participants-handed-over", participants=at.details["participants"])
    return Shown(words, (), [[to]])
