"""The invitation as a winner or a minor's representative has it: day, map, answer, door code."""

from collections.abc import Sequence
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from markupsafe import Markup

from award.calendar.zones import zone_in
from award.ceremonies.ceremonies import MOST_GUESTS
from award.ceremonies.guests import (
    QR_PREFIX,
    Invitation,
    answer,
    invitation,
    invitations,
    invitations_to,
)
from award.errors import Refusal
from award.outbox import NoticeKind
from handlers.ceremonies.taps import AnswerDo, AnswerTap
from handlers.ui.answers import answering
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.deep_links import deep_link, qr
from handlers.ui.navigation import menu_button
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Attached, Shown, button
from handlers.ui.taps import GoTap, Screen
from handlers.wording.names import level_name
from storage.tables import CeremonyAnswer, MediaKind

router = Router(name="ceremony-answers")

_CANNOT = CeremonyAnswer.CANNOT


@router.callback_query(GoTap.filter(F.to == Screen.INVITATION))
async def open_next(tap: CallbackQuery, at: RequestContext) -> None:
    """To the next ceremony: the person's own, or that of whom they represent."""
    found = await invitations(at)
    if not found:
        at.reply.send(Shown(at.say("ceremony-not-invited"), (), [[menu_button(at.say)]]))
    else:
        at.reply.send(await _to_all(at, found[0].ceremony.id))


@router.callback_query(AnswerTap.filter(F.do == AnswerDo.SHOW))
async def show(tap: CallbackQuery, callback_data: AnswerTap, at: RequestContext) -> None:
    at.reply.put(shown(at, await invitation(at, callback_data.guest)))


@router.callback_query(AnswerTap.filter(F.do.in_({AnswerDo.COME, AnswerDo.CANNOT})))
async def answered(tap: CallbackQuery, callback_data: AnswerTap, at: RequestContext) -> None:
    """I come, with so many; or I cannot. Until it begins either may be changed."""
    number, comes = callback_data.guest, callback_data.do is AnswerDo.COME
    with answering(at, {Refusal: None}):
        await answer(at, number, comes=comes, guests=callback_data.guests)
    at.reply.put(shown(at, await invitation(at, number)))


@router.callback_query(AnswerTap.filter(F.do == AnswerDo.GUESTS))
async def with_whom(tap: CallbackQuery, callback_data: AnswerTap, at: RequestContext) -> None:
    """How many come with the winner."""
    theirs = await invitation(at, callback_data.guest)
    most = min(theirs.ceremony.guests, MOST_GUESTS)
    numbers = [button(str(count), _tap(AnswerDo.COME, theirs, count)) for count in range(most + 1)]
    rows = [numbers[:6], numbers[6:], [_back(at, theirs)]]
    at.reply.put(Shown(at.say("ceremony-how-many", most=most, reader=_reader(theirs)), (), rows))


@router.callback_query(AnswerTap.filter(F.do == AnswerDo.QR))
async def code(tap: CallbackQuery, callback_data: AnswerTap, at: RequestContext) -> None:
    """The code that staff at the door read with their phone; to anyone else it says nothing."""
    theirs = await invitation(at, callback_data.guest)
    link = await deep_link(at.bot, f"{QR_PREFIX}{theirs.guest_id}")
    picture = Attached(MediaKind.PHOTO, qr(link))
    words = at.say("ceremony-code", name=theirs.winner)
    at.reply.send(Shown(words, (picture,), [[menu_button(at.say)]]))


def _reader(theirs: Invitation) -> str:
    return "own" if theirs.is_own else "other"


def shown(
    at: Speaking,
    theirs: Invitation,
    key: str = "ceremony-invitation",
    others: Sequence[Invitation] = (),
) -> Shown:
    """The card, with a button to the invitations of `others` of the family to the same ceremony."""
    ceremony, say = theirs.ceremony, at.say
    starts = ceremony.starts_at.astimezone(ZoneInfo(zone_in(at.programme, ceremony.region)))
    words = say(
        key,
        reader=_reader(theirs),
        name=theirs.winner,
        level=level_name(at.programme.find_level(theirs.level), say),
        starts=starts,
        place=ceremony.place,
        address=ceremony.address,
    )
    if ceremony.bring:
        words += "\n" + say("ceremony-bring", words=ceremony.bring)
    off = ceremony.called_off_at is not None
    said = say("ceremony-off") if off else _answer(theirs, at)
    if said:
        words += "\n\n" + said
    rows = [] if off else [[_map(theirs, at)]]
    if theirs.may_answer:
        rows += _answers(theirs, at)
    rows += [[button(other.winner, _tap(AnswerDo.SHOW, other))] for other in others]
    rows.append([menu_button(say)])
    return Shown(words, (), rows)


def _answer(theirs: Invitation, at: Speaking) -> Markup | None:
    """What was answered; a question only to whom it can still be answered."""
    if theirs.answer is CeremonyAnswer.ASKED and not theirs.may_answer:
        return None
    said = at.say(f"ceremony-answer-{theirs.answer.value}", reader=_reader(theirs))
    if theirs.answer is CeremonyAnswer.COMES and theirs.guests:
        said += " " + at.say("ceremony-with", guests=theirs.guests)
    return said


def _answers(theirs: Invitation, at: Speaking) -> list[list[InlineKeyboardButton]]:
    say = at.say
    come = button(
        say.plain("ceremony-button-come", reader=_reader(theirs)), _tap(AnswerDo.COME, theirs)
    )
    cannot = button(
        say.plain("ceremony-button-cannot", reader=_reader(theirs)), _tap(AnswerDo.CANNOT, theirs)
    )
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
    return AnswerTap(do=do, guest=theirs.guest_id, guests=guests).pack()


# --- what is told


async def _to_all(at: Speaking, ceremony_id: int, key: str = "ceremony-invitation") -> Shown:
    first, *others = await invitations_to(at, ceremony_id)
    return shown(at, first, key, others)


async def _told(at: Notice, key: str) -> Shown | None:
    """As it stands now; nothing of a version that is not the newest any more."""
    number = at.details["ceremony"]
    ceremony = (await invitations_to(at, number))[0].ceremony
    if ceremony.version != at.details["version"]:
        return None
    return await _to_all(at, number, key)


@notice(NoticeKind.CEREMONY_INVITED)
async def _invited(at: Notice) -> Shown | None:
    number = at.details["ceremony"]
    off = (await invitations_to(at, number))[0].ceremony.called_off_at
    return await _to_all(at, number) if off is None else None


@notice(NoticeKind.CEREMONY_CHANGED)
async def _changed(at: Notice) -> Shown | None:
    off = (await invitations_to(at, at.details["ceremony"]))[0].ceremony.called_off_at
    return await _told(at, "ceremony-changed") if off is None else None


@notice(NoticeKind.CEREMONY_OFF)
async def _off(at: Notice) -> Shown | None:
    return await _told(at, "ceremony-was")


@notice(NoticeKind.CEREMONY_REMINDER)
async def _soon(at: Notice) -> Shown | None:
    """Of whom it concerns still: whoever cannot come, or has the badge, is reminded of nothing."""
    number = at.details["ceremony"]
    found = await invitations_to(at, number)
    ceremony = found[0].ceremony
    if ceremony.version != at.details["version"]:
        return None
    coming = [each for each in found if each.may_answer and each.answer is not _CANNOT]
    return shown(at, coming[0], "ceremony-soon", coming[1:]) if coming else None
