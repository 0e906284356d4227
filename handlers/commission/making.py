"""Commissions as the operator makes and fills them: scope, seats, links, candidates (§8.6)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from markupsafe import Markup

from award.commission.appeals import waiting_appeals
from award.commission.putting import put, take_all_back
from award.commission.seats import (
    add_seat,
    close_commission,
    end_seat,
    make_commission,
    open_commission,
    seat_link,
)
from award.commission.views import CommissionSeen, commission_seen, commissions, own_commissions
from award.errors import Refusal
from handlers.commission.taps import (
    NewCommission,
    ProtocolDo,
    ProtocolTap,
    SeatDo,
    SeatTap,
)
from handlers.commission.words import commission_name, seat_name, short_words
from handlers.ui.answers import answering
from handlers.ui.context import RequestContext
from handlers.ui.deep_links import deep_link, share_button
from handlers.ui.navigation import menu_button
from handlers.ui.paging import arrows, on_page
from handlers.ui.shown import Shown, button
from handlers.ui.taps import (
    AppealDo,
    AppealTap,
    CommissionDo,
    CommissionTap,
    GoTap,
    Screen,
)
from handlers.wording.names import staff_name
from locales import Texts
from storage.tables import CommissionMember, RoleKind, Seat

router = Router(name="commissions")

Rows = list[list[InlineKeyboardButton]]
ALL = "all"  # regions, levels
_SEATS = {
    SeatDo.CHAIR: (Seat.CHAIR, False),
    SeatDo.SECRETARY: (Seat.SECRETARY, False),
    SeatDo.MEMBER: (Seat.MEMBER, False),
    SeatDo.AUTHORITY: (Seat.MEMBER, True),
}


# --- the list


@router.callback_query(GoTap.filter(F.to == Screen.COMMISSION))
async def go(tap: CallbackQuery, at: RequestContext) -> None:
    at.reply.send(await _list(at, 0))


@router.callback_query(CommissionTap.filter(F.do == CommissionDo.LIST))
async def turn(tap: CallbackQuery, callback_data: CommissionTap, at: RequestContext) -> None:
    at.reply.put(await _list(at, callback_data.value))


async def _list(at: RequestContext, page: int) -> Shown:
    """Those in which the person sits; all of them for an operator, who can make one here."""
    say, rows = at.say, Rows()
    for each in await own_commissions(at):
        name = commission_name(each.commission, at.programme, say)
        rows.append(
            [_to(CommissionDo.DESK, each.commission.id, say.plain("commission-mine", name=name))]
        )
    if at.actor.has(RoleKind.OPERATOR):
        found, page, pages = await commissions(at, page)
        for each in found:
            name = commission_name(each.commission, at.programme, say)
            label = say.plain("commission-line", name=name, undecided=each.undecided)
            rows.append([_to(CommissionDo.SHOW, each.commission.id, label)])
        rows.append(arrows(page, pages, lambda to: CommissionTap(do=CommissionDo.LIST, value=to)))
        if waiting := len(await waiting_appeals(at)):
            label = say.plain("appeals-button", count=waiting)
            rows.append([button(label, AppealTap(do=AppealDo.LIST).pack())])
        rows.append([button(say.plain("commission-button-new"), NewCommission().pack())])
    head = say("commission-list" if rows else "commission-none")
    return Shown(head, (), [*rows, [menu_button(say)]])


def _to(do: CommissionDo, number: int, label: str) -> InlineKeyboardButton:
    return button(label, CommissionTap(do=do, id=number).pack())


# --- a new one: what was chosen so far stands in the buttons


@router.callback_query(NewCommission.filter())
async def new(tap: CallbackQuery, callback_data: NewCommission, at: RequestContext) -> None:
    """The season, the region, the level; then it is made."""
    at.actor.require(RoleKind.OPERATOR)
    chosen, say = callback_data, at.say
    if not chosen.season:
        years = (at.now.year, at.now.year + 1)
        rows = [[button(str(year), NewCommission(season=year).pack())] for year in years]
        at.reply.put(Shown(say("commission-ask-season"), (), [*rows, _back(say)]))
    elif not chosen.region:
        at.reply.put(_regions(at, chosen))
    elif not chosen.level:
        rows = [
            [_with(chosen, each.name[say.language], level=each.code)]
            for each in at.programme.levels
        ]
        rows.insert(0, [_with(chosen, say.plain("commission-all-levels"), level=ALL)])
        at.reply.put(Shown(say("commission-ask-level"), (), [*rows, _back(say)]))
    else:
        made = await make_commission(
            at,
            chosen.season,
            region=None if chosen.region == ALL else chosen.region,
            level=None if chosen.level == ALL else chosen.level,
        )
        at.reply.put(await _card(at, made.id))


def _regions(at: RequestContext, chosen: NewCommission) -> Shown:
    say = at.say
    shown, page, pages = on_page(at.programme.regions, chosen.page)
    rows = [[_with(chosen, each.name[say.language], region=each.code)] for each in shown]
    rows.insert(0, [_with(chosen, say.plain("commission-everywhere"), region=ALL)])
    rows.append(arrows(page, pages, lambda to: chosen.model_copy(update={"page": to})))
    return Shown(say("commission-ask-region"), (), [*rows, _back(say)])


def _with(chosen: NewCommission, label: str, **more: str) -> InlineKeyboardButton:
    return button(label, chosen.model_copy(update=more).pack())


def _back(say: Texts) -> list[InlineKeyboardButton]:
    to_list = CommissionTap(do=CommissionDo.LIST).pack()
    return [button(say.plain("button-back"), to_list), menu_button(say)]


# --- one of them


@router.callback_query(
    CommissionTap.filter(
        F.do.in_(
            {
                CommissionDo.SHOW,
                CommissionDo.OPEN,
                CommissionDo.CLOSE,
                CommissionDo.PUT,
                CommissionDo.TAKE_BACK,
            }
        )
    )
)
async def one(tap: CallbackQuery, callback_data: CommissionTap, at: RequestContext) -> None:
    """Look at a commission, open or close it, put candidates to it or take them back."""
    number = callback_data.id
    with answering(at, {Refusal: None}):
        match callback_data.do:
            case CommissionDo.OPEN:
                await open_commission(at, number)
            case CommissionDo.CLOSE:
                await close_commission(at, number)
            case CommissionDo.PUT:
                count = await put(at, number)
                at.reply.note(at.say.plain("commission-put", count=count))
            case CommissionDo.TAKE_BACK:
                count = await take_all_back(at, number)
                at.reply.note(at.say.plain("commission-taken-back", count=count))
            case _:
                pass
    at.reply.put(await _card(at, number))


async def _card(at: RequestContext, number: int) -> Shown:
    seen, say = await commission_seen(at, number), at.say
    commission = seen.commission
    state = "closed" if commission.closed_at else "open" if commission.opened_at else "new"
    lines = [
        say("commission-head", name=commission_name(commission, at.programme, say)),
        say(f"commission-state-{state}"),
        Markup(""),
        *(_seat_line(each.member, each.name, say) for each in seen.seats),
        *(
            say(f"commission-lacks-{what}", fewest=at.programme.award.least_members)
            for what in seen.lacking
        ),
        Markup(""),
        say("commission-counts", undecided=seen.undecided, decided=seen.decided),
    ]
    if commission.closed_at is None:
        waiting = seen.waiting
        lines.append(say("commission-waiting", total=waiting.total, deferred=waiting.deferred))
    if seen.short:
        lines += [Markup(""), short_words(seen.short, say)]
    return Shown(
        Markup("\n").join(lines), (), [*_acts(seen, say), *_protocols(seen, say), _back(say)]
    )


def _seat_line(member: CommissionMember, name: str | None, say: Texts) -> Markup:
    who = staff_name(name, say) if member.person_id is not None else say.plain("seat-nobody")
    authority = "yes" if member.of_authority else "no"
    return say("seat-line", seat=seat_name(member.seat, say), name=who, authority=authority)


def _acts(seen: CommissionSeen, say: Texts) -> Rows:
    """What can be done with it as it stands."""
    number, commission = seen.commission.id, seen.commission
    if commission.closed_at is not None:
        return []
    rows = [[_to(CommissionDo.SEATS, number, say.plain("commission-button-seats"))]]
    if commission.opened_at is None:
        if not seen.lacking:
            rows.append([_to(CommissionDo.OPEN, number, say.plain("commission-button-open"))])
        return rows
    if seen.waiting.total:
        label = say.plain("commission-button-put", count=seen.waiting.total)
        rows.append([_to(CommissionDo.PUT, number, label)])
    if seen.undecided:
        label = say.plain("commission-button-take-back")
        rows.append([_to(CommissionDo.TAKE_BACK, number, label)])
    else:
        rows.append([_to(CommissionDo.CLOSE, number, say.plain("commission-button-close"))])
    return rows


def _protocols(seen: CommissionSeen, say: Texts) -> Rows:
    return [
        [
            button(
                say.plain("protocol-button", number=str(each.number)),
                ProtocolTap(do=ProtocolDo.SHOW, id=each.id).pack(),
            )
        ]
        for each in seen.protocols
    ]


# --- seats


@router.callback_query(CommissionTap.filter(F.do == CommissionDo.SEATS))
async def seats(tap: CallbackQuery, callback_data: CommissionTap, at: RequestContext) -> None:
    at.reply.put(await _seats(at, callback_data.id))


async def _seats(at: RequestContext, number: int) -> Shown:
    """Who sits in it, with a button each; and seats to add."""
    seen, say = await commission_seen(at, number), at.say
    rows = Rows()
    for each in seen.seats:
        name = staff_name(each.name, say) if each.member.person_id else say.plain("seat-nobody")
        label = say.plain("seat-button", seat=seat_name(each.member.seat, say), name=name)
        do = SeatDo.ASK_END if each.member.person_id else SeatDo.LINK
        rows.append([button(label, SeatTap(do=do, id=each.member.id).pack())])
    held = {each.member.seat for each in seen.seats}
    for do, (seat, _) in _SEATS.items():
        if seat is Seat.MEMBER or seat not in held:
            label = say.plain(f"seat-add-{do.value}")
            rows.append([button(label, SeatTap(do=do, id=number).pack())])
    back = CommissionTap(do=CommissionDo.SHOW, id=number).pack()
    last = [button(say.plain("button-back"), back), menu_button(say)]
    return Shown(say("commission-seats"), (), [*rows, last])


@router.callback_query(SeatTap.filter(F.do.in_(set(_SEATS))))
async def add(tap: CallbackQuery, callback_data: SeatTap, at: RequestContext) -> None:
    """Add a seat, and give its link to be sent on."""
    seat, of_authority = _SEATS[callback_data.do]
    with answering(at, {Refusal: None}) as answered:
        member = await add_seat(at, callback_data.id, seat, of_authority=of_authority)
        await _give_link(at, member.id, seat)
    if answered.refusal is None:
        at.reply.put(await _seats(at, callback_data.id))


@router.callback_query(SeatTap.filter(F.do == SeatDo.LINK))
async def link(tap: CallbackQuery, callback_data: SeatTap, at: RequestContext) -> None:
    """A new link to a seat that nobody has yet; and the way to do away with the seat."""
    with answering(at, {Refusal: None}):
        await _give_link(at, callback_data.id, None)


async def _give_link(at: RequestContext, member_id: int, seat: Seat | None) -> None:
    say = at.say
    address = await deep_link(at.bot, await seat_link(at, member_id))
    words = say("seat-link", link=address)
    share = share_button(say.plain("seat-button-share"), address, say.plain("seat-share-words"))
    end = SeatTap(do=SeatDo.END, id=member_id).pack()
    rows = [[share], [button(say.plain("seat-button-drop"), end)], [menu_button(say)]]
    at.reply.send(Shown(words, (), rows))


@router.callback_query(SeatTap.filter(F.do == SeatDo.ASK_END))
async def ask_end(tap: CallbackQuery, callback_data: SeatTap, at: RequestContext) -> None:
    at.actor.require(RoleKind.OPERATOR)
    say = at.say
    surely = SeatTap(do=SeatDo.END, id=callback_data.id).pack()
    rows = [[button(say.plain("seat-button-end"), surely)], [menu_button(say)]]
    at.reply.send(Shown(say("seat-ask-end"), (), rows))


@router.callback_query(SeatTap.filter(F.do == SeatDo.END))
async def end(tap: CallbackQuery, callback_data: SeatTap, at: RequestContext) -> None:
    with answering(at, {Refusal: None}) as answered:
        await end_seat(at, callback_data.id)
    if answered.refusal is None:
        at.reply.put(Shown(at.say("seat-over"), (), [[menu_button(at.say)]]))
