"""Ceremonies as staff have them: list, numbers, inviting, the door, calling off, the centre."""

from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager

from award.calendar.zones import zone_in
from award.ceremonies.ceremonies import MAKERS, call_off, card, ceremonies
from award.ceremonies.guests import (
    QR_PREFIX,
    Line,
    came,
    door,
    hand_over,
    hand_over_at_centre,
    invite,
    left_to_centre,
    waiting_winners,
)
from award.errors import NotFound, Refusal
from handlers.ceremonies.taps import CeremonyDo, CeremonyTap, GuestDo, GuestTap, LeftTap
from handlers.ui.answers import answering
from handlers.ui.context import RequestContext, context_of
from handlers.ui.deep_links import opens
from handlers.ui.navigation import menu_button
from handlers.ui.paging import arrows
from handlers.ui.shown import Shown, button
from handlers.ui.taps import GoTap, Screen, number
from handlers.wording.names import level_name
from handlers.wording.names import region_name as region_of
from storage.tables import Ceremony

Rows = list[list[InlineKeyboardButton]]

router = Router(name="ceremonies")


@router.callback_query(GoTap.filter(F.to == Screen.CEREMONIES))
async def open_list(tap: CallbackQuery, at: RequestContext) -> None:
    """Those one runs; for the head of a centre, who waits for a badge there."""
    if any(at.actor.has(kind) for kind in MAKERS):
        at.reply.send(await _list(at))
    else:
        at.reply.send(await _left(at))


@router.callback_query(CeremonyTap.filter(F.do == CeremonyDo.LIST))
async def turn(tap: CallbackQuery, callback_data: CeremonyTap, at: RequestContext) -> None:
    at.reply.put(await _list(at, callback_data.page))


@router.callback_query(CeremonyTap.filter(F.do == CeremonyDo.SHOW))
async def show(tap: CallbackQuery, callback_data: CeremonyTap, at: RequestContext) -> None:
    at.reply.put(await card_of(at, callback_data.ceremony))


@router.callback_query(CeremonyTap.filter(F.do == CeremonyDo.INVITE))
async def invite_some(tap: CallbackQuery, callback_data: CeremonyTap, at: RequestContext) -> None:
    """The next winners, as many as one tap takes."""
    with answering(at, {Refusal: None}) as done:
        count = await invite(at, callback_data.ceremony)
    if done.refusal is None:
        at.reply.note(at.say.plain("ceremony-invited", count=count))
    at.reply.put(await card_of(at, callback_data.ceremony))


@router.callback_query(CeremonyTap.filter(F.do == CeremonyDo.OFF))
async def ask_off(tap: CallbackQuery, callback_data: CeremonyTap, at: RequestContext) -> None:
    surely = CeremonyTap(do=CeremonyDo.SURELY, ceremony=callback_data.ceremony).pack()
    rows = [[button(at.say.plain("ceremony-button-surely"), surely)], [_to(at, callback_data)]]
    at.reply.put(Shown(at.say("ceremony-off-surely"), (), rows))


@router.callback_query(CeremonyTap.filter(F.do == CeremonyDo.SURELY))
async def off(tap: CallbackQuery, callback_data: CeremonyTap, at: RequestContext) -> None:
    with answering(at, {Refusal: None}):
        await call_off(at, callback_data.ceremony)
    at.reply.put(await card_of(at, callback_data.ceremony))


# --- the door


@router.callback_query(CeremonyTap.filter(F.do == CeremonyDo.DOOR))
async def open_door(tap: CallbackQuery, callback_data: CeremonyTap, at: RequestContext) -> None:
    at.reply.put(await _door(at, callback_data.ceremony, callback_data.page))


@router.callback_query(GuestTap.filter())
async def at_the_door(tap: CallbackQuery, callback_data: GuestTap, at: RequestContext) -> None:
    """Here; and a second tap: the badge is handed over. The guest's own card takes the place."""
    mark = came if callback_data.do is GuestDo.CAME else hand_over
    with answering(at, {Refusal: None}) as done:
        line = await mark(at, callback_data.guest)
    if done.refusal is None:
        at.reply.put(_guest(at, line))


@opens(QR_PREFIX)
async def scanned(manager: DialogManager, payload: str) -> None:
    """A guest's code read by a phone's camera: it marks them as come, for staff at the door alone.

    Everybody else is answered as to a link that nobody made.
    """
    at = context_of(manager)
    line = await came(at, number(payload.removeprefix(QR_PREFIX)))
    at.reply.send(_guest(at, line))


def _guest(at: RequestContext, line: Line) -> Shown:
    say = at.say
    words = say(
        "ceremony-guest-has" if line.handed_over else "ceremony-guest-here",
        name=line.name,
        level=level_name(at.programme.find_level(line.level), say),
        guests=line.guests,
    )
    hand = GuestTap(do=GuestDo.HAND, guest=line.guest_id).pack()
    rows: Rows = [] if line.handed_over else [[button(say.plain("ceremony-button-hand"), hand)]]
    rows.append([menu_button(say)])
    return Shown(words, (), rows)


async def _door(at: RequestContext, ceremony_id: int, page: int) -> Shown:
    found = await door(at, ceremony_id, page)
    rows: Rows = [
        [
            button(
                at.say.plain(f"ceremony-line-{_mark(line)}", name=line.name, guests=line.guests),
                GuestTap(do=GuestDo.CAME, guest=line.guest_id, page=found.page).pack(),
            )
        ]
        for line in found.lines
    ]
    turned = CeremonyTap(do=CeremonyDo.DOOR, ceremony=ceremony_id)
    rows.append(arrows(found.page, found.pages, lambda to: turned.model_copy(update={"page": to})))
    rows.append([_to(at, turned), menu_button(at.say)])
    return Shown(at.say("ceremony-door" if found.lines else "ceremony-nobody"), (), rows)


def _mark(line: Line) -> str:
    if line.handed_over:
        return "has"
    return "here" if line.came_at is not None else line.answer.value


# --- the list, and one of it


async def _list(at: RequestContext, page: int = 0) -> Shown:
    found, page, pages = await ceremonies(at, page)
    rows: Rows = [
        [button(_line(each, at), CeremonyTap(do=CeremonyDo.SHOW, ceremony=each.id).pack())]
        for each in found
    ]
    rows.append(arrows(page, pages, lambda to: CeremonyTap(do=CeremonyDo.LIST, page=to)))
    new = CeremonyTap(do=CeremonyDo.NEW).pack()
    rows += [[button(at.say.plain("ceremony-button-new"), new)], [menu_button(at.say)]]
    return Shown(at.say("ceremony-list" if found else "ceremony-none"), (), rows)


def _line(ceremony: Ceremony, at: RequestContext) -> str:
    key = "ceremony-row-off" if ceremony.called_off_at is not None else "ceremony-row"
    return at.say.plain(key, starts=_starts(ceremony, at), place=ceremony.place)


async def card_of(at: RequestContext, ceremony_id: int) -> Shown:
    """A ceremony with its numbers, and what can be done with it."""
    seen, say = await card(at, ceremony_id), at.say
    ceremony, counts = seen.ceremony, seen.counts
    waiting = await waiting_winners(at, ceremony_id)
    words = say(
        "ceremony-card",
        starts=_starts(ceremony, at),
        place=ceremony.place,
        address=ceremony.address,
        region=region_of(at.programme, ceremony.region, say) or say.plain("ceremony-country"),
        invited=counts.invited,
        come=counts.come,
        companions=counts.companions,
        cannot=counts.cannot,
        came=counts.came,
        has=counts.handed_over,
        waiting=waiting,
    )
    if ceremony.called_off_at is not None:
        words += "\n\n" + say("ceremony-off")
    rows: Rows = []
    if ceremony.called_off_at is None:
        if waiting:
            rows.append([_do(at, CeremonyDo.INVITE, ceremony_id)])
        rows.append([_do(at, CeremonyDo.DOOR, ceremony_id)])
        if ceremony.starts_at > at.now:
            rows.append([_do(at, CeremonyDo.CHANGE, ceremony_id)])
            rows.append([_do(at, CeremonyDo.OFF, ceremony_id)])
    rows.append([_do(at, CeremonyDo.LIST, 0), menu_button(say)])
    return Shown(words, (), rows)


def _do(at: RequestContext, do: CeremonyDo, ceremony_id: int) -> InlineKeyboardButton:
    label = at.say.plain(f"ceremony-do-{do.value}")
    return button(label, CeremonyTap(do=do, ceremony=ceremony_id).pack())


def _to(at: RequestContext, tap: CeremonyTap) -> InlineKeyboardButton:
    back = CeremonyTap(do=CeremonyDo.SHOW, ceremony=tap.ceremony).pack()
    return button(at.say.plain("button-back"), back)


def _starts(ceremony: Ceremony, at: RequestContext) -> object:
    return ceremony.starts_at.astimezone(ZoneInfo(zone_in(at.programme, ceremony.region)))


# --- through the centre


@router.callback_query(LeftTap.filter())
async def left(tap: CallbackQuery, callback_data: LeftTap, at: RequestContext) -> None:
    """The head hands a badge over by a tap; without one, the list is turned."""
    if callback_data.dossier:
        with answering(at, {NotFound: "ceremony-has-already", Refusal: None}):
            await hand_over_at_centre(at, callback_data.dossier)
    at.reply.put(await _left(at, callback_data.page))


async def _left(at: RequestContext, page: int = 0) -> Shown:
    found, page, pages = await left_to_centre(at, page)
    rows: Rows = [
        [
            button(
                at.say.plain("ceremony-left-line", name=name),
                LeftTap(dossier=dossier_id, page=page).pack(),
            )
        ]
        for dossier_id, name in found
    ]
    rows.append(arrows(page, pages, lambda to: LeftTap(page=to)))
    rows.append([menu_button(at.say)])
    return Shown(at.say("ceremony-left" if found else "ceremony-left-none"), (), rows)
