"""What those around an absence of staff are told, each as it stands when it is sent (§6)."""

from datetime import datetime

from aiogram.types import InlineKeyboardButton

from award.errors import Refusal
from award.outbox import NoticeKind
from award.review.queue import how_many_wait
from award.staff.absence_told import (
    End,
    own_absence_over,
    own_substitute,
    stands_in,
    stood_in,
    stood_in_before,
)
from award.staff.absence_views import absence as absence_seen
from handlers.staff.absence_windows import AwayTap, span
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Buttons, Shown, button
from handlers.ui.taps import GoTap, OpenMenu, ReviewQueue, Screen
from handlers.wording.names import role_name, staff_name
from storage.tables import RoleKind


@notice(NoticeKind.ABSENCE_REPORTED)
async def _reported(at: Notice) -> Shown | None:
    """To those above: who is away, and that the work falls to them until they appoint another."""
    try:
        seen = await absence_seen(at, at.details["absence"])
    except Refusal:  # over, or another decides on it by now
        return None
    mine = seen.instead_id == at.actor.id
    words = at.say(
        "notice-absence-mine" if mine else "notice-absence-others",
        name=staff_name(seen.name, at.say),
        role=role_name(seen.kind, at.say),
        span=span(seen.first_day, seen.last_day, at.say),
        instead=staff_name(seen.instead, at.say),
    )
    arrange = button(at.say.plain("away-button-arrange"), AwayTap(absence=seen.id).pack())
    return Shown(words, (), [[arrange], _menu(at)])


@notice(NoticeKind.STANDING_IN)
async def _standing_in(at: Notice) -> Shown | None:
    """To a substitute, as the absence begins: for whom, and how much waits."""
    away = await stands_in(at, at.details["absence"])
    if away is None:
        return None
    days = span(away.first_day, away.last_day, at.say)
    about = {"name": staff_name(away.name, at.say), "span": days}
    if away.kind is not RoleKind.MENTOR:
        words = at.say("notice-standing-in-above", role=role_name(away.kind, at.say), **about)
        return Shown(words, (), [_menu(at)])
    waiting = await how_many_wait(at)
    words = at.say("notice-standing-in", entries=waiting, **about)
    return Shown(words, (), _to_work(at, waiting))


@notice(NoticeKind.STANDING_IN_OVER)
async def _over(at: Notice) -> Shown | None:
    """To a substitute: the person is back, or another stands in from now on."""
    number, replaced = at.details["absence"], at.details.get("replaced")
    away = await (stood_in_before(at, number) if replaced else stood_in(at, number, _end(at)))
    if away is None:
        return None
    words = "notice-standing-in-replaced" if replaced else "notice-standing-in-over"
    return Shown(at.say(words, name=staff_name(away.name, at.say)), (), [_menu(at)])


@notice(NoticeKind.ABSENCE_ARRANGED)
async def _arranged(at: Notice) -> Shown | None:
    """To the absent person: who stands in."""
    substitute = await own_substitute(at, at.details["absence"])
    if substitute is None:
        return None
    return Shown(at.say("notice-absence-arranged", instead=staff_name(substitute.name, at.say)))


@notice(NoticeKind.ABSENCE_ENDED)
async def _ended(at: Notice) -> Shown | None:
    """To the person who was away: everything is theirs again, and what waits."""
    if not await own_absence_over(at, at.details["absence"], _end(at)):
        return None
    if not at.actor.has(RoleKind.MENTOR):
        return Shown(at.say("notice-absence-ended-above"), (), [_menu(at)])
    waiting = await how_many_wait(at)
    return Shown(at.say("notice-absence-ended", entries=waiting), (), _to_work(at, waiting))


def _end(at: Notice) -> End:
    """When the absence was to end, as known when this was owed."""
    until = at.details.get("until")
    return End(bool(at.details.get("early")), datetime.fromisoformat(until) if until else None)


def _to_work(at: Notice, waiting: int) -> Buttons:
    review = button(at.say.plain("menu-button-reviews", entries=waiting), ReviewQueue().pack())
    people = button(
        at.say.plain("notice-button-participants"), GoTap(to=Screen.PARTICIPANTS).pack()
    )
    return [*([[review]] if waiting else []), [people], _menu(at)]


def _menu(at: Notice) -> list[InlineKeyboardButton]:
    return [button(at.say.plain("button-menu"), OpenMenu().pack())]
