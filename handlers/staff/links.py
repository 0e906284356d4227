"""Links that stand open: who made them, what they give, until when; revoking one (§7.2)."""

import datetime as dt
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.common import ManagedScroll
from aiogram_dialog.widgets.kbd import Button, Column, Select, StubScroll
from aiogram_dialog.widgets.text import Format, Multi

from award.calendar.zones import today_in
from award.programme import Programme
from award.staff.links import Named, StaffLink, open_link, open_links, revoke
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import back_to
from handlers.ui.paging import turning
from handlers.ui.previews import TODAY, example, story
from handlers.ui.states import Staff
from handlers.ui.widgets import Label, Say
from handlers.wording.names import place_of, role_name, staff_name
from locales import Texts
from storage.tables import RoleKind

PAGES = "links_pages"
UNTIL = dt.datetime.combine(TODAY, dt.time(9), dt.UTC)


async def _links(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    scroll: ManagedScroll | None = dialog_manager.find(PAGES)
    assert scroll is not None
    found = await open_links(at, await scroll.get_page())
    await scroll.set_page(found.page)
    return {
        "items": [(row.id, _label(row, at.programme, at.say)) for row in found.rows],
        "pages": found.pages,
        "total": found.total,
    }


def _label(link: StaffLink, programme: Programme, say: Texts) -> str:
    return say.plain(
        "staff-link-line",
        role=role_name(link.role, say),
        where=place_of(link.centre, link.region, programme, say),
    )


async def _open(_tap: CallbackQuery, _select: Any, manager: DialogManager, number: str) -> None:
    manager.dialog_data["link"] = int(number)
    await manager.switch_to(Staff.link)


def _number(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("link", 0))


async def _link(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    return in_words(await open_link(at, _number(dialog_manager)), at.programme, at.say)


def last_day(link: StaffLink, programme: Programme) -> dt.date:
    """The last day on which a link is good, where it leads to."""
    return today_in(programme, link.region, link.until)


def in_words(link: StaffLink, programme: Programme, say: Texts) -> dict[str, Any]:
    """What windows say of a link: its role and place, who made it, who waits, until when."""
    by, taker = link.made_by, link.taken_by
    return {
        "role": role_name(link.role, say),
        "where": place_of(link.centre, link.region, programme, say),
        "by_person": by is not None,
        "by": staff_name(by.name, say) if by is not None else "",
        "by_role": role_name(by.role, say) if by is not None else "",
        "by_server": by is None,
        "waits": link.waits,
        "taker": staff_name(taker.name, say) if taker is not None else "",
        "until": last_day(link, programme),
    }


async def _revoke(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    await revoke(at, _number(manager))
    await manager.switch_to(Staff.links)
    at.reply.alert(at.say.plain("staff-link-revoked"))


def a_link(say: Texts) -> StaffLink:
    """A link as windows show one in a preview."""
    by = Named(2, 2, story(say).representative, RoleKind.CENTRE_HEAD)
    return StaffLink(1, RoleKind.MENTOR, None, story(say).centre, None, by, None, UNTIL)


links = Window(
    Say("staff-links"),
    Column(Select(Format("{item[1]}"), "which", lambda i: i[0], "items", on_click=_open)),
    StubScroll(id=PAGES, pages="pages"),
    turning(PAGES),
    back_to(),
    state=Staff.links,
    getter=_links,
    preview_data=example(
        lambda say, programme: {
            "items": [(1, _label(a_link(say), programme, say))],
            "pages": 1,
            "total": 1,
        }
    ),
)

link = Window(
    Multi(
        Say("staff-link-one"),
        Multi(
            Say("invitation-where"),
            Say("invitation-by", when="by_person"),
            Say("invitation-by-server", when="by_server"),
            Say("staff-link-waits", when="waits"),
            Say("invitation-until"),
            sep="\n",
        ),
        Say("staff-link-revoking"),
        sep="\n\n",
    ),
    Button(Label("staff-button-revoke"), id="revoke", on_click=_revoke),
    back_to(Staff.links),
    state=Staff.link,
    getter=_link,
    preview_data=example(lambda say, programme: in_words(a_link(say), programme, say)),
)

windows = (links, link)
