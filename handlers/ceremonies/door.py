"""The door of a ceremony: the list, a guest by name or by code, here, the badge handed over."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager

from award.ceremonies.guests import QR_PREFIX, Door, Line, came, door, hand_over, not_here
from award.errors import Refusal
from handlers.ceremonies.desk import to_card
from handlers.ceremonies.taps import CeremonyDo, CeremonyTap, GuestDo, GuestTap
from handlers.ui.answers import answering
from handlers.ui.context import RequestContext, context_of
from handlers.ui.deep_links import opens
from handlers.ui.navigation import menu_button
from handlers.ui.paging import arrows
from handlers.ui.shown import Shown, button
from handlers.ui.taps import number
from handlers.wording.names import level_name

Rows = list[list[InlineKeyboardButton]]

router = Router(name="ceremony-door")

_MARKS = {GuestDo.CAME: came, GuestDo.HAND: hand_over, GuestDo.NOT_HERE: not_here}


@router.callback_query(CeremonyTap.filter(F.do == CeremonyDo.DOOR))
async def open_door(tap: CallbackQuery, callback_data: CeremonyTap, at: RequestContext) -> None:
    at.reply.put(await _door(at, callback_data.ceremony, callback_data.page))


@router.callback_query(GuestTap.filter())
async def at_the_door(tap: CallbackQuery, callback_data: GuestTap, at: RequestContext) -> None:
    """Here, the badge handed over, or not here after all. The guest's card takes its place."""
    with answering(at, {Refusal: None}) as done:
        line = await _MARKS[callback_data.do](at, callback_data.guest)
    if done.refusal is not None:
        return
    if callback_data.do is GuestDo.NOT_HERE:
        at.reply.put(await _door(at, line.ceremony_id, callback_data.page))
    else:
        at.reply.put(_guest(at, line, callback_data.page))


@opens(QR_PREFIX)
async def scanned(manager: DialogManager, payload: str) -> None:
    """A guest's code read by a phone's camera: it marks them as come, for staff at the door alone.

    Everybody else is answered as to a link that nobody made.
    """
    at = context_of(manager)
    line = await came(at, number(payload.removeprefix(QR_PREFIX)))
    at.reply.send(_guest(at, line))


def _guest(at: RequestContext, line: Line, page: int = 0) -> Shown:
    """Who came, with what is done with them next, and the way on to the next guest."""
    say = at.say
    words = say(
        "ceremony-guest-has" if line.handed_over else "ceremony-guest-here",
        name=line.name,
        level=level_name(at.programme.find_level(line.level), say),
    )
    if line.guests:
        words += "\n" + say("ceremony-guests-too", guests=line.guests)
    rows: Rows = []
    if not line.handed_over:
        for do, key in (
            (GuestDo.HAND, "ceremony-button-hand"),
            (GuestDo.NOT_HERE, "ceremony-button-not-here"),
        ):
            tap = GuestTap(do=do, guest=line.guest_id, page=page).pack()
            rows.append([button(say.plain(key), tap)])
    rows.append([find_button(at, line.ceremony_id)])
    to_list = CeremonyTap(do=CeremonyDo.DOOR, ceremony=line.ceremony_id, page=page).pack()
    rows.append([button(say.plain("ceremony-button-list"), to_list), menu_button(say)])
    return Shown(words, (), rows)


def find_button(at: RequestContext, ceremony_id: int) -> InlineKeyboardButton:
    """Asks for a guest's name."""
    find = CeremonyTap(do=CeremonyDo.FIND, ceremony=ceremony_id).pack()
    return button(at.say.plain("ceremony-do-find"), find)


async def _door(at: RequestContext, ceremony_id: int, page: int) -> Shown:
    found = await door(at, ceremony_id, page)
    rows = lines(at, found)
    turned = CeremonyTap(do=CeremonyDo.DOOR, ceremony=ceremony_id)
    rows.append(arrows(found.page, found.pages, lambda to: turned.model_copy(update={"page": to})))
    if found.lines:
        rows.append([find_button(at, ceremony_id)])
    rows.append([to_card(at, ceremony_id), menu_button(at.say)])
    return Shown(at.say("ceremony-door" if found.lines else "ceremony-nobody"), (), rows)


def lines(at: RequestContext, found: Door) -> Rows:
    """A button a guest: who is here, who comes with how many, who cannot."""
    return [
        [
            button(
                at.say.plain(f"ceremony-line-{_mark(line)}", name=line.name, guests=line.guests),
                GuestTap(do=GuestDo.CAME, guest=line.guest_id, page=found.page).pack(),
            )
        ]
        for line in found.lines
    ]


def _mark(line: Line) -> str:
    if line.handed_over:
        return "has"
    return "here" if line.came_at is not None else line.answer.value
