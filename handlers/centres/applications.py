"""An organisation's application on its way: the operator's card, the contract, the news (§7)."""

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Any

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Row
from markupsafe import Markup

from award.centres.application_form import UNDER_WAY, CentreField, own_application
from award.centres.applications import (
    LONGEST_REASON,
    accept,
    application_seen,
    confirm_signed,
    deny_signed,
    due_of,
    refuse,
    say_signed,
    waiting_centres,
    withdraw_application,
)
from award.errors import NotAllowed, TooLate
from award.outbox import NoticeKind
from award.paging import PAGE
from handlers.centres.application_form import apply_for_centre, lines_of
from handlers.ui.context import RequestContext, Speaking, context_of
from handlers.ui.navigation import menu_button, started_with
from handlers.ui.notice_lists import left_out, stage_line, told
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Buttons, Shown, button, quoted
from handlers.ui.taps import GoTap, Id, Screen
from handlers.ui.widgets import Dialog, Say, cancel, menu, open_anew
from locales import Texts
from storage.tables import CentreApplication, CentreApplicationState, RoleKind

router = Router(name="centre_cards")


class CentreDo(StrEnum):
    """What a tap on an application asks for."""

    SHOW = "show"
    ACCEPT = "accept"
    REFUSE = "refuse"
    SIGNED = "signed"
    CONFIRM = "confirm"
    DENY = "deny"
    WITHDRAW = "withdraw"


class CentreTap(CallbackData, prefix="ca"):
    """Something to do with an application."""

    do: CentreDo
    application: Id


class CentreRefusal(StatesGroup):
    words = State()


# --- the card


def card(at: Speaking, application: CentreApplication) -> Shown:
    """All answers, where it stands, what the reader can do."""
    answers = {field: str(getattr(application, field)) for field in CentreField}
    parts = [
        at.say("org-card-head"),
        lines_of(answers, at.programme, at.say),
        _state(application, at.say),
    ]
    if application.reason:
        parts.append(quoted(application.reason))
    words = Markup("\n\n").join(parts)
    return Shown(words, (), _buttons(at, application))


def _state(application: CentreApplication, say: Texts) -> Markup:
    state = application.state.value
    if application.state is CentreApplicationState.CONTRACT:
        state = "contract-signed" if application.signed_at else state
        return say(f"org-state-{state}", day=application.contract_due)
    return say(f"org-state-{state}")


_OF_APPLICANT: dict[str, tuple[CentreDo, ...]] = {
    "submitted": (CentreDo.WITHDRAW,),
    "contract": (CentreDo.SIGNED, CentreDo.WITHDRAW),
    "contract-signed": (CentreDo.WITHDRAW,),
}
_OF_OPERATOR: dict[str, tuple[CentreDo, ...]] = {
    "submitted": (CentreDo.ACCEPT, CentreDo.REFUSE),
    "contract": (CentreDo.CONFIRM,),
    "contract-signed": (CentreDo.CONFIRM, CentreDo.DENY),
}


def _buttons(at: Speaking, application: CentreApplication) -> Buttons:
    own = application.applicant_id == at.actor.id
    state = application.state.value
    if application.signed_at and application.state is CentreApplicationState.CONTRACT:
        state = "contract-signed"
    rows = [
        [
            button(
                at.say.plain(f"org-button-{do}"),
                CentreTap(do=do, application=application.id).pack(),
            )
        ]
        for do in (_OF_APPLICANT if own else _OF_OPERATOR).get(state, ())
    ]
    if own and application.state not in UNDER_WAY and state != "signed":
        rows.append([button(at.say.plain("org-button-again"), GoTap(to=Screen.CENTRE).pack())])
    return [*rows, [menu_button(at.say)]]


# --- ways to it


@router.callback_query(GoTap.filter(F.to == Screen.CENTRE))
async def go_to_own(tap: CallbackQuery, at: RequestContext, dialog_manager: DialogManager) -> None:
    """The form; or how the application under way stands."""
    own = await own_application(at)
    if own is not None and own.state in UNDER_WAY:
        at.reply.send(card(at, own))
    else:
        await apply_for_centre(dialog_manager)


@router.callback_query(GoTap.filter(F.to == Screen.CENTRE_APPLICATIONS))
async def go_to_waiting(tap: CallbackQuery, at: RequestContext) -> None:
    at.reply.send(await waiting_shown(at))


async def waiting_shown(at: RequestContext) -> Shown:
    """The operator's list of applications and contracts under way."""
    waiting = await waiting_centres(at)
    rows = [[_open_button(each)] for each in waiting[:PAGE]]
    words = at.say("org-waiting", count=len(waiting), shown=len(rows))
    return Shown(words, (), [*rows, [menu_button(at.say)]])


def _open_button(application: CentreApplication) -> Any:
    sign = "🆕" if application.state is CentreApplicationState.SUBMITTED else "✍️"
    tap = CentreTap(do=CentreDo.SHOW, application=application.id).pack()
    return button(f"{sign} {application.name}", tap)


_DOING: dict[CentreDo, Callable[[RequestContext, int], Awaitable[object]]] = {
    CentreDo.SHOW: application_seen,
    CentreDo.ACCEPT: accept,
    CentreDo.SIGNED: say_signed,
    CentreDo.CONFIRM: confirm_signed,
    CentreDo.DENY: deny_signed,
    CentreDo.WITHDRAW: withdraw_application,
}


@router.callback_query(CentreTap.filter(F.do.in_(set(_DOING))))
async def do(tap: CallbackQuery, callback_data: CentreTap, at: RequestContext) -> None:
    """Do it, and show the card as it is then; as it is, too, where another was faster."""
    number, alert = callback_data.application, None
    try:
        await _DOING[callback_data.do](at, number)
    except TooLate as late:
        alert = at.say.plain(late.key)
    shown = await application_seen(at, number)
    at.reply.put(card(at, shown), alert)


@router.callback_query(CentreTap.filter(F.do == CentreDo.REFUSE))
async def ask_words(
    tap: CallbackQuery, callback_data: CentreTap, at: RequestContext, dialog_manager: DialogManager
) -> None:
    at.actor.require(RoleKind.OPERATOR)
    seen = await application_seen(at, callback_data.application)
    data = {"application": seen.id}
    await open_anew(dialog_manager, CentreRefusal.words, data, ShowMode.SEND)


async def _refused(
    _message: Message, _input: ManagedTextInput[str], manager: DialogManager, words: str
) -> None:
    at = context_of(manager)
    number = started_with(manager)["application"]
    try:
        await refuse(at, number, words)
    except TooLate as late:
        at.reply.say(at.say(late.key))
    shown = await application_seen(at, number)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    at.reply.send(card(at, shown))


async def _of_words(**_: Any) -> dict[str, Any]:
    return {"most": LONGEST_REASON}


words_dialog = Dialog(
    Window(
        Say("org-refuse-words"),
        TextInput(id="words", on_success=_refused),
        Row(cancel(), menu()),
        state=CentreRefusal.words,
        getter=_of_words,
        preview_data=_of_words,
    )
)


# --- what is told


async def _seen(at: Notice, number: int | None = None) -> CentreApplication | None:
    number = at.details["application"] if number is None else number
    try:
        return await application_seen(at, number)
    except NotAllowed:
        return None


def _of_state(key: str, *states: CentreApplicationState) -> Any:
    """A notice of an application while it is in one of these states: its words, and its card's
    buttons."""

    async def wording(at: Notice) -> Shown | None:
        application = await _seen(at)
        if application is None or application.state not in states:
            return None
        words = at.say(key, name=application.name, day=application.contract_due or at.now)
        parts = [words] + ([quoted(application.reason)] if application.reason else [])
        return Shown(Markup("\n").join(parts), (), _buttons(at, application))

    return wording


@notice(NoticeKind.CENTRE_APPLIED)
async def _applied(at: Notice) -> Shown | None:
    """To an operator: the whole card, to decide on."""
    application = await _seen(at)
    if application is None or application.state is not CentreApplicationState.SUBMITTED:
        return None
    return card(at, application)


notice(NoticeKind.CENTRE_ACCEPTED)(_of_state("org-told-accepted", CentreApplicationState.CONTRACT))
notice(NoticeKind.CENTRE_REFUSED)(_of_state("org-told-refused", CentreApplicationState.REFUSED))
notice(NoticeKind.CENTRE_NOT_SIGNED)(
    _of_state("org-told-not-signed", CentreApplicationState.CONTRACT)
)
notice(NoticeKind.CENTRE_SIGNED)(_of_state("org-told-signed", CentreApplicationState.CONTRACT))
notice(NoticeKind.CENTRE_OPENED)(_of_state("org-told-opened", CentreApplicationState.SIGNED))


@notice(NoticeKind.CENTRE_LAPSED)
async def _lapsed(at: Notice) -> Shown | None:
    """To the applicant, who may begin anew; to an operator."""
    application = await _seen(at)
    if application is None or application.state is not CentreApplicationState.LAPSED:
        return None
    own = application.applicant_id == at.actor.id
    key = "org-told-lapsed" if own else "org-told-lapsed-operator"
    words = at.say(key, name=application.name, day=application.contract_due)
    return Shown(words, (), _buttons(at, application))


@notice(NoticeKind.CONTRACT_DUE)
async def _contract(at: Notice) -> Shown | None:
    """To the applicant: the day by which the contract is to be signed comes near."""
    for number, stage, _ in at.details["items"]:
        application = await _seen(at, number)
        if application is None or application.state is not CentreApplicationState.CONTRACT:
            continue
        if application.signed_at is None and application.contract_due is not None:
            line = stage_line(at, application.name, stage, application.contract_due)
            words = Markup("\n\n").join([at.say("org-contract-due"), line])
            return Shown(words, (), _buttons(at, application))
    return None


@notice(NoticeKind.CENTRES_DUE)
async def _centres(at: Notice) -> Shown | None:
    """To an operator: applications to answer, contracts to confirm."""
    if not at.actor.has(RoleKind.OPERATOR):  # no more
        return None
    waiting = {each.id: each for each in await waiting_centres(at)}
    lines, rows = [], []
    for number, stage, _ in at.details["items"]:
        application = waiting.get(number)
        if application is None:
            continue
        due = await due_of(at.session, at.programme, application)
        if due is None:
            continue
        rows.append([_open_button(application)])
        lines.append(stage_line(at, application.name, stage, due))
    return told(at.say("org-centres-due"), lines, left_out(at, lines), rows[:PAGE])
