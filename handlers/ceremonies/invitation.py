"""The invitation as the winner has it: day, map, what to bring, the answer, the door code."""

from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton

from award.calendar.zones import zone_in
from award.ceremonies.ceremonies import MOST_GUESTS
from award.ceremonies.guests import QR_PREFIX, Invitation, answer, invitation
from award.errors import NotFound, Refusal
from award.outbox import NoticeKind
from handlers.ceremonies.taps import AnswerDo, AnswerTap
from handlers.ui.answers import answering
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.deep_links import deep_link, qr
from handlers.ui.navigation import menu_button
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Attached, Shown, button
from handlers.wording.names import level_name
from storage.tables import CeremonyAnswer, MediaKind

router = Router(name="ceremony-answers")


@router.callback_query(AnswerTap.filter(F.do == AnswerDo.SHOW))
async def show(tap: CallbackQuery, callback_data: AnswerTap, at: RequestContext) -> None:
    at.reply.put(shown(at, await invitation(at, callback_data.ceremony)))


@router.callback_query(AnswerTap.filter(F.do.in_({AnswerDo.COME, AnswerDo.CANNOT})))
async def answered(tap: CallbackQuery, callback_data: AnswerTap, at: RequestContext) -> None:
    """I come, with so many; or I cannot. Until it begins either may be changed."""
    number, comes = callback_data.ceremony, callback_data.do is AnswerDo.COME
    with answering(at, {Refusal: None}):
        await answer(at, number, comes=comes, guests=callback_data.guests)
    at.reply.put(shown(at, await invitation(at, number)))


@router.callback_query(AnswerTap.filter(F.do == AnswerDo.GUESTS))
async def with_whom(tap: CallbackQuery, callback_data: AnswerTap, at: RequestContext) -> None:
    """How many come with the winner."""
    theirs = await invitation(at, callback_data.ceremony)
    most = min(theirs.ceremony.guests, MOST_GUESTS)
    numbers = [button(str(count), _tap(AnswerDo.COME, theirs, count)) for count in range(most + 1)]
    rows = [numbers[:6], numbers[6:], [_back(at, theirs)]]
    at.reply.put(Shown(at.say("ceremony-how-many", most=most), (), rows))


@router.callback_query(AnswerTap.filter(F.do == AnswerDo.QR))
async def code(tap: CallbackQuery, callback_data: AnswerTap, at: RequestContext) -> None:
    """The code that staff at the door read with their phone; to anyone else it says nothing."""
    theirs = await invitation(at, callback_data.ceremony)
    if not theirs.is_own:
        raise NotFound
    link = await deep_link(at.bot, f"{QR_PREFIX}{theirs.guest_id}")
    picture = Attached(MediaKind.PHOTO, qr(link))
    at.reply.send(Shown(at.say("ceremony-code"), (picture,), [[menu_button(at.say)]]))


def shown(at: Speaking, theirs: Invitation, key: str = "ceremony-invitation") -> Shown:
    """The card; a representative reads it and answers nothing."""
    ceremony, say = theirs.ceremony, at.say
    starts = ceremony.starts_at.astimezone(ZoneInfo(zone_in(at.programme, ceremony.region)))
    words = say(
        key,
        name=theirs.winner,
        level=level_name(at.programme.find_level(theirs.level), say),
        starts=starts,
        place=ceremony.place,
        address=ceremony.address,
    )
    if ceremony.bring:
        words += "\n" + say("ceremony-bring", words=ceremony.bring)
    off = ceremony.called_off_at is not None
    words += "\n\n" + say("ceremony-off" if off else f"ceremony-answer-{theirs.answer.value}")
    if theirs.answer is CeremonyAnswer.COMES and theirs.guests:
        words += " " + say("ceremony-with", guests=theirs.guests)
    rows = [[_map(theirs, at)]]
    if theirs.is_own and not off and ceremony.starts_at > at.now:
        rows += _answers(theirs, at)
    rows.append([menu_button(say)])
    return Shown(words, (), rows)


def _answers(theirs: Invitation, at: Speaking) -> list[list[InlineKeyboardButton]]:
    say = at.say
    come = button(say.plain("ceremony-button-come"), _tap(AnswerDo.COME, theirs))
    cannot = button(say.plain("ceremony-button-cannot"), _tap(AnswerDo.CANNOT, theirs))
    if theirs.answer is not CeremonyAnswer.COMES:
        return [[come], [cannot]] if theirs.answer is CeremonyAnswer.ASKED else [[come]]
    guests = button(say.plain("ceremony-button-guests"), _tap(AnswerDo.GUESTS, theirs))
    code_ = button(say.plain("ceremony-button-code"), _tap(AnswerDo.QR, theirs))
    return [*([[guests]] if theirs.ceremony.guests else []), [code_], [cannot]]


def _map(theirs: Invitation, at: Speaking) -> InlineKeyboardButton:
    query = urlencode({"q": f"{theirs.ceremony.place}, {theirs.ceremony.address}"})
    url = f"https://2gis.kz/search/{query.removeprefix('q=')}"
    return InlineKeyboardButton(text=at.say.plain("ceremony-button-map"), url=url)


def _back(at: Speaking, theirs: Invitation) -> InlineKeyboardButton:
    return button(at.say.plain("button-back"), _tap(AnswerDo.SHOW, theirs))


def _tap(do: AnswerDo, theirs: Invitation, guests: int = 0) -> str:
    return AnswerTap(do=do, ceremony=theirs.ceremony.id, guests=guests).pack()


# --- what is told


async def _told(at: Notice, key: str) -> Shown | None:
    """As it stands now; nothing of a version that is not the newest any more."""
    theirs = await invitation(at, at.details["ceremony"])
    if theirs.ceremony.version != at.details["version"]:
        return None
    return shown(at, theirs, key)


@notice(NoticeKind.CEREMONY_INVITED)
async def _invited(at: Notice) -> Shown | None:
    theirs = await invitation(at, at.details["ceremony"])
    if theirs.ceremony.called_off_at is not None:
        return None
    return shown(at, theirs)


@notice(NoticeKind.CEREMONY_CHANGED)
async def _changed(at: Notice) -> Shown | None:
    return await _told(at, "ceremony-changed")


@notice(NoticeKind.CEREMONY_OFF)
async def _off(at: Notice) -> Shown | None:
    return await _told(at, "ceremony-was")


@notice(NoticeKind.CEREMONY_REMINDER)
async def _soon(at: Notice) -> Shown | None:
    theirs = await invitation(at, at.details["ceremony"])
    off = theirs.ceremony.called_off_at is not None
    if off or theirs.answer is CeremonyAnswer.CANNOT or theirs.ceremony.starts_at <= at.now:
        return None
    return await _told(at, "ceremony-soon")
