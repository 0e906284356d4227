"""A mentor's participants: the list, the card of each, taking up or declining an application."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.common import ManagedScroll
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, Start, StubScroll
from aiogram_dialog.widgets.text import Format

from award.errors import NotAllowed, Refusal
from award.mentoring import participants
from award.mentoring.participants import (
    DECLINE_REASONS,
    LONGEST_REASON,
    Listed,
    Participants,
)
from award.plan import plans
from award.plan.first_contact import NotSpoken
from award.programme import Programme
from handlers.mentoring.card import card_shown, photo_of
from handlers.mentoring.first_contact import open_first_contact
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import card_button, enrolment_of, menu_button, open_above_menu
from handlers.ui.paging import turning
from handlers.ui.previews import PERCENT, TODAY, example, level, story
from handlers.ui.shown import Shown, button
from handlers.ui.states import Directory, Mentoring, PlanMaking
from handlers.ui.taps import CardDo, CardTap, GoTap, Id, Newcomer, Screen
from handlers.ui.widgets import Dialog, Label, Say, cancel, menu
from handlers.wording.names import told_apart
from locales import Texts
from storage.tables import SIGNED_STATES, EnrolmentState

PAGES = "participants_pages"

Act = Callable[[RequestContext, int], Awaitable[object]]


class DeclineTap(CallbackData, prefix="pd"):
    """An application is declined for a usual reason."""

    enrolment: Id
    reason: str


router = Router(name="mentoring")


# --- the card


@router.callback_query(Newcomer.filter())
@router.callback_query(CardTap.filter(F.do == CardDo.OPEN))
async def open_card(
    tap: CallbackQuery, callback_data: Newcomer | CardTap, dialog_manager: DialogManager
) -> None:
    context_of(dialog_manager).reply.put(await card_of(dialog_manager, callback_data.enrolment))


@router.callback_query(CardTap.filter(F.do == CardDo.TAKE_UP))
async def take_up(
    tap: CallbackQuery, callback_data: CardTap, dialog_manager: DialogManager
) -> None:
    async def act(at: RequestContext, enrolment: int) -> None:
        await plans.take_up(at, enrolment)

    if await _done(tap, act, dialog_manager, callback_data.enrolment):
        await open_plan(dialog_manager, callback_data.enrolment)


@router.callback_query(CardTap.filter(F.do == CardDo.ACTIVATE))
async def activate(
    tap: CallbackQuery, callback_data: CardTap, dialog_manager: DialogManager
) -> None:
    async def act(at: RequestContext, enrolment: int) -> None:
        await plans.activate(at, enrolment)

    try:
        await _done(tap, act, dialog_manager, callback_data.enrolment)
    except NotSpoken:
        await open_first_contact(dialog_manager, callback_data.enrolment)


@router.callback_query(CardTap.filter(F.do == CardDo.PLAN))
async def show_plan(
    tap: CallbackQuery, callback_data: CardTap, dialog_manager: DialogManager
) -> None:
    await open_plan(dialog_manager, callback_data.enrolment)


async def open_plan(manager: DialogManager, enrolment_id: int) -> None:
    """Open the plan of one of the mentor's participants, in a message of its own."""
    await manager.start(
        PlanMaking.whole,
        data={"enrolment": enrolment_id},
        mode=StartMode.RESET_STACK,
        show_mode=ShowMode.SEND,
    )


async def card_of(manager: DialogManager, enrolment_id: int) -> Shown:
    """A participant's card as it stands now; the look at it is on the record.

    Raises NotFound outside the actor's scope.
    """
    at = context_of(manager)
    card = await participants.card(at, enrolment_id)
    return card_shown(card, at.say, at.programme, at.actor)


async def send_card(manager: DialogManager, enrolment_id: int) -> None:
    """Send a participant's card as a message of its own, below the screen at hand."""
    shown = await card_of(manager, enrolment_id)
    manager.show_mode = ShowMode.NO_UPDATE
    context_of(manager).reply.send(shown)


async def _done(
    tap: CallbackQuery,
    act: Act,
    manager: DialogManager,
    enrolment_id: int,
    gone: str | None = None,
) -> bool:
    """Do it and show the card; what cannot be done is told above the card as it stands.

    `gone`: what is said where the card is the mentor's no more once it is done.
    """
    at = context_of(manager)
    refused: Refusal | None = None
    try:
        await act(at, enrolment_id)
    except (NotAllowed, NotSpoken):
        raise
    except Refusal as refusal:
        refused = refusal
    if refused is not None:
        alert = at.say.plain(refused.key, **refused.details)
        at.reply.put(await card_of(manager, enrolment_id), alert)
    elif gone is not None:
        at.reply.put(_gone(gone, enrolment_id, at.say))
    else:
        at.reply.put(await card_of(manager, enrolment_id))
    return refused is None


def _gone(key: str, enrolment_id: int, say: Texts) -> Shown:
    further = [card_button("button-participants", CardDo.LIST, enrolment_id, say), menu_button(say)]
    return Shown(say(key), buttons=[further])


# --- an application that the mentor does not take


async def _unanswered(
    tap: CallbackQuery, manager: DialogManager, enrolment_id: int
) -> participants.ParticipantCard | None:
    """The card of an application that waits for this mentor; another's is shown as it stands."""
    at = context_of(manager)
    say = at.say
    card = await participants.card(at, enrolment_id)
    if card.mine and card.state is EnrolmentState.SUBMITTED:
        return card
    moved = say.plain("refused-enrolment-moved")
    at.reply.put(card_shown(card, say, at.programme), moved)
    return None


@router.callback_query(CardTap.filter(F.do == CardDo.DECLINE))
async def ask_reason(
    tap: CallbackQuery, callback_data: CardTap, dialog_manager: DialogManager, at: RequestContext
) -> None:
    say, number = at.say, callback_data.enrolment
    card = await _unanswered(tap, dialog_manager, number)
    if card is None:
        return
    rows = [
        [button(say.plain(f"button-decline-{reason}"), data.pack())]
        for reason in DECLINE_REASONS
        for data in [DeclineTap(enrolment=number, reason=reason)]
    ]
    rows += [
        [card_button("button-decline-words", CardDo.OWN_WORDS, number, say)],
        [card_button("button-hand-back", CardDo.HAND_BACK, number, say)],
        [card_button("button-back", CardDo.OPEN, number, say)],
    ]
    at.reply.put(Shown(say("decline-ask", name=card.name), photo_of(card), rows))


@router.callback_query(DeclineTap.filter())
async def decline(
    tap: CallbackQuery, callback_data: DeclineTap, dialog_manager: DialogManager
) -> None:
    async def act(at: RequestContext, enrolment: int) -> None:
        reason = callback_data.reason
        await participants.decline(at, enrolment, reason=reason)

    await _done(tap, act, dialog_manager, callback_data.enrolment, "application-declined")


@router.callback_query(CardTap.filter(F.do == CardDo.HAND_BACK))
async def hand_back(
    tap: CallbackQuery, callback_data: CardTap, dialog_manager: DialogManager
) -> None:
    async def act(at: RequestContext, enrolment: int) -> None:
        await participants.hand_back(at, enrolment)

    await _done(tap, act, dialog_manager, callback_data.enrolment, "application-handed-back")


@router.callback_query(CardTap.filter(F.do == CardDo.OWN_WORDS))
async def ask_words(
    tap: CallbackQuery, callback_data: CardTap, dialog_manager: DialogManager
) -> None:
    if await _unanswered(tap, dialog_manager, callback_data.enrolment) is None:
        return
    data = {"enrolment": callback_data.enrolment}
    await dialog_manager.start(
        Mentoring.decline, data=data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND
    )


async def _declined(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    at, number = context_of(manager), enrolment_of(manager)
    words = message.text or ""
    await participants.decline(at, number, words=words)
    await manager.done()
    at.reply.send(_gone("application-declined", number, at.say))


async def _to_card(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    number = enrolment_of(manager)
    await manager.done()
    await send_card(manager, number)


# --- the list


@router.callback_query(CardTap.filter(F.do == CardDo.LIST))
@router.callback_query(GoTap.filter(F.to == Screen.PARTICIPANTS))
async def open_list(tap: CallbackQuery, dialog_manager: DialogManager) -> None:
    await open_above_menu(dialog_manager, Mentoring.participants)


async def _participants(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    scroll: ManagedScroll | None = dialog_manager.find(PAGES)
    assert scroll is not None
    page = await scroll.get_page()
    found = await participants.participants(at, page)
    await scroll.set_page(found.page)
    return {
        "items": [(row.enrolment_id, _row(row, at.programme, at.say)) for row in found.rows],
        **_load(found, at.say),
        "pages": found.pages,
    }


def _load(found: Participants, say: Texts) -> dict[str, Any]:
    """How many there are, how they stand, what waits."""
    states = {f"load_{state.value}": found.load.get(state, 0) for state in SIGNED_STATES}
    load = say("participants-load", **states, waiting=found.waiting) if found.total else ""
    new = found.load.get(EnrolmentState.SUBMITTED, 0)
    return {"total": found.total, "new": new, "load": load}


def _of_story(say: Texts, programme: Programme) -> dict[str, Any]:
    name, first = story(say).participant, level(programme).code
    states = (EnrolmentState.SUBMITTED, EnrolmentState.ACTIVE, EnrolmentState.PAUSED)
    listed = [
        Listed(number, name, first, state, PERCENT, number, TODAY)
        for number, state in enumerate(states)
    ]
    rows = [(row.enrolment_id, _row(row, programme, say)) for row in listed]
    load = {EnrolmentState.SUBMITTED: 1, EnrolmentState.ACTIVE: 9, EnrolmentState.COMPLETE: 2}
    shown = _load(Participants((), 0, 2, load, waiting=5), say)
    return {"items": rows, **shown, "pages": 2}


def _row(row: Listed, programme: Programme, say: Texts) -> str:
    known = programme.find_level(row.level)
    level = known.emoji if known else ""
    # A phone cuts off a long button: what the mentor looks for comes before the name.
    name = told_apart(row.name, row.apart, say)
    if row.instead_of is not None:
        name = say.plain("participants-row-instead", name=name)
    if row.state is EnrolmentState.SUBMITTED and row.answer_due is not None:
        return say.plain("participants-row-new", level=level, name=name, day=row.answer_due)
    state = say.plain(f"participants-state-{row.state.value}")
    key = "participants-row-absence" if row.absence else "participants-row"
    key = "participants-row-waiting" if row.waiting else key
    about = {"level": level, "name": name, "state": state, "percent": row.percent}
    return say.plain(key, **about, **({"waiting": row.waiting} if row.waiting else {}))


async def _chosen(_tap: CallbackQuery, _select: Any, manager: DialogManager, number: int) -> None:
    await send_card(manager, number)


dialog = Dialog(
    Window(
        Say("participants-title"),
        Format("\n{load}", when="total"),
        Column(
            Select(
                Format("{item[1]}"),
                "participant",
                lambda item: item[0],
                "items",
                type_factory=int,
                on_click=_chosen,
            )
        ),
        StubScroll(id=PAGES, pages="pages"),
        turning(PAGES),
        Start(Label("directory-button-seek"), "seek", Directory.words, when="total"),
        Row(cancel(), menu()),
        state=Mentoring.participants,
        getter=_participants,
        preview_data=example(_of_story),
    ),
    Window(
        Say("decline-words"),
        MessageInput(_declined, content_types=ContentType.TEXT),
        Row(Button(Label("button-back"), id="card", on_click=_to_card), menu()),
        state=Mentoring.decline,
        preview_data={"most": LONGEST_REASON},
        getter={"most": LONGEST_REASON},
    ),
)
