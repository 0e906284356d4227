"""A commission for its members: whether it sits, who is left to look at, the list (§8.6)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from markupsafe import Markup

from award.commission.deciding import decide_undisputed, undisputed_of
from award.commission.signing import Signed
from award.commission.sittings import OFFICERS, arrive, close_sitting, leave, open_sitting
from award.commission.views import Desk, Line, candidates, desk, next_candidate
from award.errors import Refusal
from handlers.commission.candidate import card
from handlers.commission.taps import ProtocolDo, ProtocolTap
from handlers.commission.words import commission_name, seat_name
from handlers.interviews.taps import MeetDo, MeetTap
from handlers.ui.answers import answering
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.navigation import menu_button
from handlers.ui.paging import arrows
from handlers.ui.shown import Shown, button
from handlers.ui.taps import (
    CandidateDo,
    CandidateTap,
    CommissionDo,
    CommissionTap,
    GoTap,
    Screen,
)
from handlers.wording.names import level_name
from locales import Texts

router = Router(name="commission_desk")

Rows = list[list[InlineKeyboardButton]]
_TOLD = 10  # of those who could not be decided on: what a message holds


@router.callback_query(
    CommissionTap.filter(
        F.do.in_(
            {
                CommissionDo.DESK,
                CommissionDo.SIT,
                CommissionDo.HERE,
                CommissionDo.LEAVE,
                CommissionDo.RISE,
            }
        )
    )
)
async def at_desk(tap: CallbackQuery, callback_data: CommissionTap, at: RequestContext) -> None:
    """The commission, and whether the person is there while it sits."""
    number = callback_data.id
    with answering(at, {Refusal: None}):
        match callback_data.do:
            case CommissionDo.SIT:
                await open_sitting(at, number)
            case CommissionDo.HERE:
                await arrive(at, number)
            case CommissionDo.LEAVE:
                await leave(at, number)
            case CommissionDo.RISE:
                issued = await close_sitting(at, number)
                key = "sitting-closed" if issued is not None else "sitting-closed-without"
                at.reply.note(at.say.plain(key))
            case _:
                pass
    at.reply.put(await desk_shown(at, number))


async def desk_shown(at: Speaking, number: int, said: Markup | None = None) -> Shown:
    seen, say = await desk(at, number), at.say
    lines = [said] if said else []
    lines += [
        say("commission-head", name=commission_name(seen.commission, at.programme, say)),
        say("desk-seat", seat=seat_name(seen.seat, say)),
        Markup(""),
        say("desk-candidates", before=seen.before, left=seen.left),
    ]
    if seen.hidden:
        lines.append(say("desk-hidden", hidden=seen.hidden))
    sits = "here" if seen.here else "away" if seen.sits else "none"
    lines.append(say(f"desk-sitting-{sits}", present=seen.present, members=seen.members))
    return Shown(Markup("\n").join(lines), (), _desk_rows(seen, say))


def _desk_rows(seen: Desk, say: Texts) -> Rows:
    number, rows = seen.commission.id, Rows()
    if seen.sits and not seen.here:
        rows.append([_to(CommissionDo.HERE, number, say.plain("desk-button-here"))])
    if seen.left:
        label = say.plain("desk-button-next", left=seen.left)
        rows.append([_to(CommissionDo.NEXT, number, label)])
    if seen.before:
        rows.append([_to(CommissionDo.CANDIDATES, number, say.plain("desk-button-list"))])
    times = MeetTap(do=MeetDo.DAYS, id=number).pack()
    rows.append([button(say.plain("desk-button-interviews"), times)])
    if seen.here:
        rows.append([_to(CommissionDo.UNDISPUTED, number, say.plain("desk-button-undisputed"))])
    if seen.seat in OFFICERS and not seen.sits:
        rows.append([_to(CommissionDo.SIT, number, say.plain("desk-button-sit"))])
    if seen.seat in OFFICERS and seen.sits:
        rows.append([_to(CommissionDo.RISE, number, say.plain("desk-button-rise"))])
    elif seen.here:
        rows.append([_to(CommissionDo.LEAVE, number, say.plain("desk-button-leave"))])
    household = GoTap(to=Screen.HOUSEHOLD).pack()
    rows.append([button(say.plain("menu-button-household"), household)])
    rows += [
        [
            button(
                say.plain("protocol-button", number=str(each.number)),
                ProtocolTap(do=ProtocolDo.SHOW, id=each.id).pack(),
            )
        ]
        for each in seen.protocols
    ]
    return [*rows, [menu_button(say)]]


def _to(do: CommissionDo, number: int, label: str, value: int = 0) -> InlineKeyboardButton:
    return button(label, CommissionTap(do=do, id=number, value=value).pack())


# --- candidates


@router.callback_query(CommissionTap.filter(F.do == CommissionDo.CANDIDATES))
async def listed(tap: CallbackQuery, callback_data: CommissionTap, at: RequestContext) -> None:
    """Who is before the member, a button each; what was marked, and what is to be voted on."""
    number, say = callback_data.id, at.say
    found = await candidates(at, number, callback_data.value)
    rows = [
        [button(_label(each, at), CandidateTap(do=CandidateDo.SHOW, id=each.candidacy.id).pack())]
        for each in found.rows
    ]
    turning = arrows(
        found.page,
        found.pages,
        lambda to: CommissionTap(do=CommissionDo.CANDIDATES, id=number, value=to),
    )
    back = [_to(CommissionDo.DESK, number, say.plain("button-back")), menu_button(say)]
    head = say("candidates-list", count=found.total)
    at.reply.put(Shown(head, (), [*rows, turning, back]))


def _label(line: Line, at: RequestContext) -> str:
    state = "done" if line.done else "closed" if line.closed else "new"
    return at.say.plain(
        "candidates-line",
        state=state,
        number=str(line.dossier),
        name=line.name,
        level=level_name(at.programme.find_level(line.level), at.say),
    )


@router.callback_query(CommissionTap.filter(F.do == CommissionDo.NEXT))
async def following(tap: CallbackQuery, callback_data: CommissionTap, at: RequestContext) -> None:
    """The next candidate in place of the one that was seen; the desk, where none is left."""
    number, _ = await next_candidate(at, callback_data.id, callback_data.value)
    if number is None:
        at.reply.put(await desk_shown(at, callback_data.id, at.say("desk-all-done")))
    else:
        at.reply.put(await card(at, number))


# --- several at once


@router.callback_query(CommissionTap.filter(F.do == CommissionDo.UNDISPUTED))
async def ask_all(tap: CallbackQuery, callback_data: CommissionTap, at: RequestContext) -> None:
    """How many all present want awarded; signed by one more tap."""
    number, say = callback_data.id, at.say
    agreed = await undisputed_of(at, number)
    back = [_to(CommissionDo.DESK, number, say.plain("button-back")), menu_button(say)]
    rows = [back]
    if agreed:
        label = say.plain("desk-button-sign-all", count=len(agreed))
        rows.insert(0, [_to(CommissionDo.SIGN_ALL, number, label)])
    at.reply.put(Shown(say("desk-undisputed", count=len(agreed)), (), rows))


@router.callback_query(CommissionTap.filter(F.do == CommissionDo.SIGN_ALL))
async def sign_all(tap: CallbackQuery, callback_data: CommissionTap, at: RequestContext) -> None:
    said = None
    with answering(at, {Refusal: None}):
        said = _said(await decide_undisputed(at, callback_data.id), at.say)
    at.reply.put(await desk_shown(at, callback_data.id, said))


def _said(signed: Signed, say: Texts) -> Markup:
    """How many were signed; of whom could not be the first few, and why."""
    lines = [] if signed.left and not signed.count else [say("desk-signed", count=signed.count)]
    if signed.left:
        lines.append(say("desk-unsigned", count=len(signed.left)))
    for each in signed.left[:_TOLD]:
        lines.append(say("desk-unsigned-one", number=str(each.dossier_id), name=each.name))
        lines.append(say(each.refusal.key, **each.refusal.details))
    return Markup("\n").join(lines)
