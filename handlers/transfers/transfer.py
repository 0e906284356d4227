"""Taps on a transfer, the list of those open, and what those concerned are told (§7.8)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from markupsafe import Markup

from award.errors import NotFound, TooLate
from award.outbox import NoticeKind
from award.transfers.transfers import answer_transfer, pull, refuse_transfer, withdraw_transfer
from award.transfers.views import (
    TransferSeen,
    mentors_to_give,
    open_transfers,
    transfer_seen,
)
from handlers.transfers.asking import dialog, open_transfer
from handlers.transfers.card import card_of, reasons_shown, transfer_shown
from handlers.ui.context import RequestContext
from handlers.ui.navigation import menu_button
from handlers.ui.notices import Notice, notice
from handlers.ui.paging import arrows, on_page
from handlers.ui.shown import Shown, button
from handlers.ui.taps import GoTap, Screen, TransferDo, TransferTap, number
from handlers.wording.names import mentor_name
from storage.tables import TransferState

__all__ = ["dialog", "router"]

router = Router(name="transfers")


@router.callback_query(TransferTap.filter(F.do == TransferDo.ASK))
async def begin(
    tap: CallbackQuery, callback_data: TransferTap, dialog_manager: DialogManager
) -> None:
    await open_transfer(dialog_manager, callback_data.id)


@router.callback_query(TransferTap.filter(F.do == TransferDo.SHOW))
async def show(tap: CallbackQuery, callback_data: TransferTap, at: RequestContext) -> None:
    at.reply.put(await card_of(at, callback_data.id))


@router.callback_query(
    TransferTap.filter(
        F.do.in_(
            {
                *(TransferDo.AGREE, TransferDo.DECLINE, TransferDo.PULL),
                *(TransferDo.GIVE, TransferDo.WHY, TransferDo.WITHDRAW),
            }
        )
    )
)
async def act(tap: CallbackQuery, callback_data: TransferTap, at: RequestContext) -> None:
    """Do it, and show how the transfer stands then; so too where another was quicker."""
    alert = None
    try:
        await _do(at, callback_data)
    except TooLate as late:
        alert = at.say.plain(late.key, **late.details)
    try:
        at.reply.put(await card_of(at, callback_data.id), alert)
    except NotFound:  # who refuses, or comes too late, sees no more of the participant
        over = alert or at.say.plain("transfer-over")
        at.reply.put(Shown(Markup.escape(over), (), [[menu_button(at.say)]]))


async def _do(at: RequestContext, asked: TransferTap) -> None:
    match asked.do:
        case TransferDo.AGREE | TransferDo.DECLINE:
            await answer_transfer(at, asked.id, agree=asked.do is TransferDo.AGREE)
        case TransferDo.PULL:
            await pull(at, asked.id)
        case TransferDo.GIVE:
            await pull(at, asked.id, number(asked.value))
        case TransferDo.WHY:
            await refuse_transfer(at, asked.id, asked.value)
        case _:
            await withdraw_transfer(at, asked.id)


@router.callback_query(TransferTap.filter(F.do == TransferDo.REFUSE))
async def ask_why(tap: CallbackQuery, callback_data: TransferTap, at: RequestContext) -> None:
    seen = await transfer_seen(at, callback_data.id)
    receives = seen.may_pull or seen.may_give
    at.reply.put(reasons_shown(at, seen) if receives else transfer_shown(at, seen))


@router.callback_query(TransferTap.filter(F.do == TransferDo.CHOOSE))
async def choose(tap: CallbackQuery, callback_data: TransferTap, at: RequestContext) -> None:
    """The mentors to whom a receiving head may give a participant; `value`: the page."""
    transfer_id = callback_data.id
    seen = await transfer_seen(at, transfer_id)
    if not seen.may_give:
        at.reply.put(transfer_shown(at, seen))
        return
    offers = await mentors_to_give(at, transfer_id)
    shown, page, pages = on_page(offers, number(callback_data.value or "0"))
    rows = [
        [
            button(
                at.say.plain(
                    "button-mentor-with-load",
                    name=mentor_name(offer.name, offer.id, at.say),
                    load=offer.load,
                ),
                TransferTap(do=TransferDo.GIVE, id=transfer_id, value=str(offer.id)).pack(),
            )
        ]
        for offer in shown
    ]
    turning = arrows(
        page, pages, lambda to: TransferTap(do=TransferDo.CHOOSE, id=transfer_id, value=str(to))
    )
    back = TransferTap(do=TransferDo.SHOW, id=transfer_id).pack()
    key = "transfer-ask-give" if offers else "transfer-nobody-there"
    last = [button(at.say.plain("button-back"), back), menu_button(at.say)]
    at.reply.put(Shown(at.say(key, name=seen.name), (), [*rows, turning, last]))


# --- the list


@router.callback_query(GoTap.filter(F.to == Screen.TRANSFERS))
async def open_list(tap: CallbackQuery, at: RequestContext) -> None:
    at.reply.send(await _page(at, 0))


@router.callback_query(TransferTap.filter(F.do == TransferDo.LIST))
async def turn(tap: CallbackQuery, callback_data: TransferTap, at: RequestContext) -> None:
    at.reply.put(await _page(at, callback_data.id))


async def _page(at: RequestContext, page: int) -> Shown:
    found = await open_transfers(at, page)
    rows = [
        [
            button(
                at.say.plain("transfer-button-mine" if each.mine else "transfer-button-show",
                             name=each.name),
                TransferTap(do=TransferDo.SHOW, id=each.id).pack(),
            )
        ]
        for each in found.rows
    ]  # fmt: skip
    turning = arrows(found.number, found.pages, lambda to: TransferTap(do=TransferDo.LIST, id=to))
    head = at.say("transfers-open", count=found.total)
    return Shown(head, (), [*rows, turning, [menu_button(at.say)]])


# --- what is told


@notice(NoticeKind.TRANSFER_ASKED)
async def _asked(at: Notice) -> Shown | None:
    """To the participant and who signed for a minor: whether they agree."""
    seen = await transfer_seen(at, at.details["transfer"])
    if not seen.may_answer:
        return None
    whose = "own" if seen.own else "child"
    return transfer_shown(at, seen, at.say(f"transfer-told-asked-{whose}"))


@notice(NoticeKind.TRANSFER_OFFERED)
async def _offered(at: Notice) -> Shown | None:
    """To who receives."""
    seen = await transfer_seen(at, at.details["transfer"])
    if not (seen.may_pull or seen.may_give):
        return None
    return transfer_shown(at, seen, at.say("transfer-told-offered"))


@notice(NoticeKind.TRANSFER_STANDS)
async def _stands(at: Notice) -> Shown | None:
    """To all whom it concerns: how it stands; nothing once it stands otherwise."""
    seen = await transfer_seen(at, at.details["transfer"])
    if seen.state.value != at.details["state"]:
        return None
    return transfer_shown(at, seen, at.say(_told(seen)))


def _told(seen: TransferSeen) -> str:
    if seen.state is TransferState.OFFERED:
        return "transfer-told-offered-others"
    if seen.state is not TransferState.PULLED:
        return f"transfer-told-{seen.state.value}"
    if seen.own:
        return "transfer-told-pulled-own"
    return "transfer-told-pulled-mine" if seen.mine else "transfer-told-pulled"
