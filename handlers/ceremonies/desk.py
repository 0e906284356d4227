"""Ceremonies as staff have them: list, numbers, calling off, handing over through the centre."""

from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton

from award.calendar.zones import zone_in
from award.ceremonies.ceremonies import MAKERS, call_off, card, ceremonies
from award.ceremonies.guests import hand_over_at_centre, left_to_centre
from award.ceremonies.inviting import Which, waiting_winners
from award.errors import NotFound, Refusal
from handlers.ceremonies.taps import CeremonyDo, CeremonyTap, LeftTap
from handlers.ui.answers import answering
from handlers.ui.context import RequestContext
from handlers.ui.navigation import menu_button
from handlers.ui.paging import arrows
from handlers.ui.shown import Shown, button
from handlers.ui.taps import GoTap, Screen
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


@router.callback_query(CeremonyTap.filter(F.do == CeremonyDo.OFF))
async def ask_off(tap: CallbackQuery, callback_data: CeremonyTap, at: RequestContext) -> None:
    surely = CeremonyTap(do=CeremonyDo.SURELY, ceremony=callback_data.ceremony).pack()
    yes = button(at.say.plain("ceremony-button-surely"), surely)
    rows = [[yes], [to_card(at, callback_data.ceremony)]]
    at.reply.put(Shown(at.say("ceremony-off-surely"), (), rows))


@router.callback_query(CeremonyTap.filter(F.do == CeremonyDo.SURELY))
async def off(tap: CallbackQuery, callback_data: CeremonyTap, at: RequestContext) -> None:
    with answering(at, {Refusal: None}):
        await call_off(at, callback_data.ceremony)
    at.reply.put(await card_of(at, callback_data.ceremony))


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
    waiting = (await waiting_winners(at, ceremony_id)).count(Which())
    words = say(
        "ceremony-card",
        guests=ceremony.guests,
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
    if ceremony.bring:
        words += "\n\n" + say("ceremony-card-bring", words=ceremony.bring)
    if ceremony.called_off_at is not None:
        words += "\n\n" + say("ceremony-was-off")
    rows: Rows = []
    if ceremony.called_off_at is None:
        if ceremony.starts_at > at.now:
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


def to_card(at: RequestContext, ceremony_id: int) -> InlineKeyboardButton:
    """Back to a ceremony."""
    back = CeremonyTap(do=CeremonyDo.SHOW, ceremony=ceremony_id).pack()
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
