"""A participant's absence as a card in the mentor's chat, and what each side is told (§6)."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Row
from aiogram_dialog.widgets.text import Multi
from markupsafe import Markup

from award.absence.absences import AlreadyAnswered, accept, look, own_absence, question, refuse
from award.absence.views import Absence
from award.errors import NotAllowed, Refusal
from award.outbox import NoticeKind
from handlers.absence.words import attached, conversation, days_of
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import forget_question, started_with
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Buttons, Shown, button
from handlers.ui.taps import ExcuseDo, ExcuseTap, Newcomer, OpenMenu
from handlers.ui.widgets import Dialog, Mistake, Say, cancel, menu, mistaken, open_anew
from handlers.wording.names import reason_of
from locales import Texts
from storage.tables import ExcuseState

router = Router(name="absence card")


class ExcuseWords(StatesGroup):
    """The mentor's own words; started with {"excuse": id, "message": the card's id or None}."""

    question = State()
    refusal = State()


def card(seen: Absence, say: Texts) -> Shown:
    """Everything needed to decide, in one look; without buttons once it is decided."""
    parts = [
        say(
            "excuse-card",
            name=seen.name,
            days=days_of(seen, say),
            reason=reason_of(seen.reason, say),
        ),
        conversation(seen, say),
    ]
    if seen.waits:
        parts.append(
            say("excuse-weeks", weeks=seen.weeks, excused=seen.in_all, level=seen.level_weeks)
        )
    if seen.state is not ExcuseState.ASKED:
        parts.append(say(f"excuse-state-{seen.state.value}"))
    words = Markup("\n\n").join(part for part in parts if part)
    return Shown(words, attached(seen), _buttons(seen, say))


def _buttons(seen: Absence, say: Texts) -> Buttons:
    def tap(do: ExcuseDo) -> Any:
        return button(say.plain(f"excuse-button-{do}"), ExcuseTap(do=do, excuse=seen.id).pack())

    theirs = button(
        say.plain("review-button-participant"), Newcomer(enrolment=seen.enrolment_id).pack()
    )
    if seen.state is ExcuseState.ASKED:
        return [[tap(ExcuseDo.ACCEPT)], [tap(ExcuseDo.ASK), tap(ExcuseDo.REFUSE)], [theirs]]
    if seen.state is ExcuseState.QUESTIONED:
        return [[tap(ExcuseDo.ACCEPT), tap(ExcuseDo.REFUSE)], [theirs]]
    return [[theirs, button(say.plain("button-menu"), OpenMenu().pack())]]


_OF_MENTOR = {ExcuseDo.SHOW, ExcuseDo.ACCEPT, ExcuseDo.ASK, ExcuseDo.REFUSE}


@router.callback_query(ExcuseTap.filter(F.do.in_(_OF_MENTOR)))
async def tapped(
    tap: CallbackQuery, callback_data: ExcuseTap, dialog_manager: DialogManager, at: RequestContext
) -> None:
    """Each tap is looked up anew; one that comes late is told so, and sees how it stands."""
    number = callback_data.excuse
    message = at.reply.card
    alert = None
    try:
        if callback_data.do is ExcuseDo.ACCEPT:
            await accept(at, number)
        elif callback_data.do in (ExcuseDo.ASK, ExcuseDo.REFUSE):
            seen = await look(at, number)
            _check_asked(seen, callback_data.do)
            window = (
                ExcuseWords.question if callback_data.do is ExcuseDo.ASK else ExcuseWords.refusal
            )
            start = {"excuse": number, "message": message.message_id if message else None}
            await open_anew(dialog_manager, window, start, ShowMode.SEND)
            return
    except AlreadyAnswered as late:
        alert = at.say.plain(late.key, **late.details)
    shown = card(await look(at, number), at.say)
    below = None if callback_data.do is ExcuseDo.SHOW else message
    at.reply.reword(below, shown)
    at.reply.alert(alert)


def _check_asked(seen: Absence, do: ExcuseDo) -> None:
    again = do is ExcuseDo.REFUSE and seen.state is ExcuseState.QUESTIONED
    if seen.state is not ExcuseState.ASKED and not again:
        raise AlreadyAnswered(seen.state)


async def _words(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """The decision with the mentor's words; the card says so from then on."""
    at, words = context_of(manager), message.text or ""
    started = started_with(manager)
    number, card_id = started["excuse"], started["message"]
    asks = manager.current_context().state == ExcuseWords.question
    try:
        await (question if asks else refuse)(at, number, words)
    except AlreadyAnswered as late:
        at.reply.say(at.say(late.key, **late.details))
    except Refusal as refusal:
        if isinstance(refusal, NotAllowed):
            raise
        mistaken(manager, refusal, words)
        return
    forget_question(manager)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    await _show_below(at, number, card_id)


async def _show_below(at: RequestContext, number: int, card_id: int | None) -> None:
    """The card as it stands, below the words; the old one loses its buttons."""
    if card_id is not None:
        at.reply.buttons(card_id, None)
    seen = await look(at, number)
    at.reply.send(card(seen, at.say))


words_dialog = Dialog(
    *(
        Window(
            Multi(Mistake(), Say(f"excuse-ask-{name}"), sep="\n\n"),
            MessageInput(_words, content_types=ContentType.TEXT),
            Row(cancel(), menu()),
            state=state,
        )
        for name, state in (
            ("question", ExcuseWords.question),
            ("refusal", ExcuseWords.refusal),
        )
    )
)


# --- what each side is told


@notice(NoticeKind.EXCUSE_ASKED)
async def _asked(at: Notice) -> Shown | None:
    """To the mentor, or who stands in: the whole absence; nothing if it is decided by then."""
    try:
        seen = await look(at, at.details["excuse"])
    except NotAllowed:
        return None
    return card(seen, at.say) if seen.state is ExcuseState.ASKED else None


@notice(NoticeKind.EXCUSE_CHANGED)
async def _changed(at: Notice) -> Shown | None:
    """To the mentor: the participant took it back, or comes back earlier."""
    try:
        seen = await look(at, at.details["excuse"])
    except NotAllowed:
        return None
    key = "withdrawn" if seen.state is ExcuseState.WITHDRAWN else "shortened"
    words = at.say(f"notice-excuse-{key}", name=seen.name, days=days_of(seen, at.say))
    return Shown(words, (), _buttons(seen, at.say))


@notice(NoticeKind.EXCUSE_DECIDED)
async def _decided(at: Notice) -> Shown | None:
    """To the participant: accepted, asked about, or refused with the reason."""
    number = at.details["excuse"]
    try:
        seen = await own_absence(at, number)
    except NotAllowed:
        return None
    if seen.state in (ExcuseState.ASKED, ExcuseState.WITHDRAWN):
        return None
    words = at.say(
        f"notice-excuse-{seen.state.value}", days=days_of(seen, at.say), weeks=seen.weeks
    )
    if seen.state is not ExcuseState.ACCEPTED:
        words = Markup("\n").join([words, conversation(seen, at.say)])
    asked = seen.state is ExcuseState.QUESTIONED
    key, do = ("answer", ExcuseDo.ANSWER) if asked else ("open", ExcuseDo.OWN)
    to = ExcuseTap(do=do, excuse=seen.id).pack()
    return Shown(words, (), [[button(at.say.plain(f"absence-button-{key}"), to)]])
