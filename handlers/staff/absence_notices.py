"""What those around an absence of staff are told, each as it stands when it is sent (§6)."""

from datetime import datetime

from aiogram.types import InlineKeyboardButton

from award.errors import Refusal
from award.outbox import NoticeKind
from award.review.queue import pending
from award.staff.absence_views import absence as absence_seen
from handlers.staff.absence_windows import AwayTap, name_of, span
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Buttons, Shown, button
from handlers.ui.taps import GoTap, OpenMenu, ReviewQueue, Screen
from handlers.wording.names import role_name
from storage.tables import Person, RoleKind, Substitution


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
        name=name_of(seen.name, at.say),
        role=role_name(seen.kind, at.say),
        span=span(seen.first_day, seen.last_day, at.say),
        instead=name_of(seen.instead, at.say),
    )
    arrange = button(at.say.plain("away-button-arrange"), AwayTap(absence=seen.id).pack())
    return Shown(words, (), [[arrange], _menu(at)])


@notice(NoticeKind.STANDING_IN)
async def _standing_in(at: Notice) -> Shown | None:
    """To a substitute, as the absence begins: for whom, and how much waits."""
    row, name = await _absence(at)
    held = [
        role
        for role in at.actor.roles
        if role.instead_of == row.absent_id and role.kind is row.kind
    ]
    if not held:
        return None
    about = {"name": name, "span": span(row.first_day, row.last_day, at.say)}
    if row.kind is not RoleKind.MENTOR:
        words = at.say("notice-standing-in-above", role=role_name(row.kind, at.say), **about)
        return Shown(words, (), [_menu(at)])
    waiting = (await pending(at)).total
    words = at.say("notice-standing-in", entries=waiting, **about)
    return Shown(words, (), _to_work(at, waiting))


@notice(NoticeKind.STANDING_IN_OVER)
async def _over(at: Notice) -> Shown | None:
    """To a substitute: the person is back, or another stands in from now on."""
    row, name = await _absence(at)
    if at.details.get("replaced"):
        return Shown(at.say("notice-standing-in-replaced", name=name), (), [_menu(at)])
    stood_in = at.details.get("early") or row.substitute_id in (None, at.actor.id)
    if not stood_in or not _as_owed(at, row):
        return None
    return Shown(at.say("notice-standing-in-over", name=name), (), [_menu(at)])


@notice(NoticeKind.ABSENCE_ARRANGED)
async def _arranged(at: Notice) -> Shown | None:
    """To the absent person: who stands in."""
    row, _ = await _absence(at)
    if row.substitute_id is None or row.ended_at is not None:
        return None
    substitute = await at.session.get_one(Person, row.substitute_id)
    return Shown(at.say("notice-absence-arranged", instead=name_of(substitute.full_name, at.say)))


@notice(NoticeKind.ABSENCE_ENDED)
async def _ended(at: Notice) -> Shown | None:
    """To the person who was away: everything is theirs again, and what waits."""
    row, _ = await _absence(at)
    if not _as_owed(at, row):
        return None
    if not at.actor.has(RoleKind.MENTOR):
        return Shown(at.say("notice-absence-ended-above"), (), [_menu(at)])
    waiting = (await pending(at)).total
    return Shown(at.say("notice-absence-ended", entries=waiting), (), _to_work(at, waiting))


async def _absence(at: Notice) -> tuple[Substitution, str]:
    row = await at.session.get_one(Substitution, at.details["absence"])
    absent = await at.session.get_one(Person, row.absent_id)
    return row, name_of(absent.full_name, at.say)


def _as_owed(at: Notice, row: Substitution) -> bool:
    """Whether the absence ended as was known when this was owed, and not earlier."""
    if at.details.get("early"):
        return True
    until = at.details.get("until")
    return until is not None and row.until == datetime.fromisoformat(until)


def _to_work(at: Notice, waiting: int) -> Buttons:
    review = button(at.say.plain("menu-button-reviews", entries=waiting), ReviewQueue().pack())
    people = button(
        at.say.plain("notice-button-participants"), GoTap(to=Screen.PARTICIPANTS).pack()
    )
    return [*([[review]] if waiting else []), [people], _menu(at)]


def _menu(at: Notice) -> list[InlineKeyboardButton]:
    return [button(at.say.plain("button-menu"), OpenMenu().pack())]
