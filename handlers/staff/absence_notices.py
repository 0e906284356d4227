"""What those around an absence of staff are told, each as it stands when it is sent (§6)."""

from datetime import datetime

from aiogram.types import InlineKeyboardButton

from award.errors import Refusal
from award.review.queue import pending
from award.staff.absence_views import absence as absence_seen
from handlers.staff.absence_windows import AwayTap, name_of, span
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Buttons, Shown, button
from handlers.ui.taps import GoTap, OpenMenu, ReviewQueue
from handlers.wording.names import role_name
from storage.tables import Person, RoleKind, Substitution


@notice("absence-reported")
async def _reported(n: Notice) -> Shown | None:
    """To those above: who is away, and that the work falls to them until they appoint another."""
    try:
        seen = await absence_seen(n.session, n.receiver, n.details["absence"], n.now)
    except Refusal:  # over, or another decides on it by now
        return None
    mine = seen.instead_id == n.receiver.id
    words = n.say(
        "notice-absence-mine" if mine else "notice-absence-others",
        name=name_of(seen.name, n.say),
        role=role_name(seen.kind, n.say),
        span=span(seen.first_day, seen.last_day, n.say),
        instead=name_of(seen.instead, n.say),
    )
    arrange = button(n.say.plain("away-button-arrange"), AwayTap(absence=seen.id).pack())
    return Shown(words, (), [[arrange], _menu(n)])


@notice("standing-in")
async def _standing_in(n: Notice) -> Shown | None:
    """To a substitute, as the absence begins: for whom, and how much waits."""
    row, name = await _absence(n)
    held = [
        role
        for role in n.receiver.roles
        if role.instead_of == row.absent_id and role.kind is row.kind
    ]
    if not held:
        return None
    about = {"name": name, "span": span(row.first_day, row.last_day, n.say)}
    if row.kind is not RoleKind.MENTOR:
        words = n.say("notice-standing-in-above", role=role_name(row.kind, n.say), **about)
        return Shown(words, (), [_menu(n)])
    waiting = (await pending(n.session, n.receiver)).total
    words = n.say("notice-standing-in", entries=waiting, **about)
    return Shown(words, (), _to_work(n, waiting))


@notice("standing-in-over")
async def _over(n: Notice) -> Shown | None:
    """To a substitute: the person is back, or another stands in from now on."""
    row, name = await _absence(n)
    if n.details.get("replaced"):
        return Shown(n.say("notice-standing-in-replaced", name=name), (), [_menu(n)])
    stood_in = n.details.get("early") or row.substitute_id in (None, n.receiver.id)
    if not stood_in or not _as_owed(n, row):
        return None
    return Shown(n.say("notice-standing-in-over", name=name), (), [_menu(n)])


@notice("absence-arranged")
async def _arranged(n: Notice) -> Shown | None:
    """To the absent person: who stands in."""
    row, _ = await _absence(n)
    if row.substitute_id is None or row.ended_at is not None:
        return None
    substitute = await n.session.get_one(Person, row.substitute_id)
    return Shown(n.say("notice-absence-arranged", instead=name_of(substitute.full_name, n.say)))


@notice("absence-ended")
async def _ended(n: Notice) -> Shown | None:
    """To the person who was away: everything is theirs again, and what waits."""
    row, _ = await _absence(n)
    if not _as_owed(n, row):
        return None
    if not n.receiver.has(RoleKind.MENTOR):
        return Shown(n.say("notice-absence-ended-above"), (), [_menu(n)])
    waiting = (await pending(n.session, n.receiver)).total
    return Shown(n.say("notice-absence-ended", entries=waiting), (), _to_work(n, waiting))


async def _absence(n: Notice) -> tuple[Substitution, str]:
    row = await n.session.get_one(Substitution, n.details["absence"])
    absent = await n.session.get_one(Person, row.absent_id)
    return row, name_of(absent.full_name, n.say)


def _as_owed(n: Notice, row: Substitution) -> bool:
    """Whether the absence ended as was known when this was owed, and not earlier."""
    if n.details.get("early"):
        return True
    until = n.details.get("until")
    return until is not None and row.until == datetime.fromisoformat(until)


def _to_work(n: Notice, waiting: int) -> Buttons:
    review = button(n.say.plain("menu-button-reviews", entries=waiting), ReviewQueue().pack())
    people = button(n.say.plain("notice-button-participants"), GoTap(to="participants").pack())
    return [*([[review]] if waiting else []), [people], _menu(n)]


def _menu(n: Notice) -> list[InlineKeyboardButton]:
    return [button(n.say.plain("button-menu"), OpenMenu().pack())]
