"""The disputes that wait for an answer, for those who give it, from their menu (§7)."""

from typing import Annotated

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery
from markupsafe import Markup
from pydantic import Field

from award.disputes.waiting import open_disputes
from handlers.ui.context import RequestContext
from handlers.ui.navigation import menu_button
from handlers.ui.paging import arrows
from handlers.ui.shown import Shown, button
from handlers.ui.taps import DisputeDo, DisputeTap, GoTap, Screen

router = Router(name="dispute_list")


class DisputesTap(CallbackData, prefix="dl"):
    """Turn to a page of the open disputes; `page` begins with 0."""

    page: Annotated[int, Field(ge=0, le=10_000)] = 0


@router.callback_query(GoTap.filter(F.to == Screen.DISPUTES))
async def open_list(tap: CallbackQuery, at: RequestContext) -> None:
    at.reply.send(await _page(at, 0))


@router.callback_query(DisputesTap.filter())
async def turn(tap: CallbackQuery, callback_data: DisputesTap, at: RequestContext) -> None:
    at.reply.put(await _page(at, callback_data.page))


async def _page(at: RequestContext, page: int) -> Shown:
    """A line and a button each; the button brings the card that the notice brought."""
    say = at.say
    found = await open_disputes(at, page)
    lines = [
        say(
            "disputes-line",
            name=each.name,
            mentor=each.against,
            days=each.days,
            answers="me" if each.mine else "another",
            term="over" if each.late else "runs",
        )
        for each in found.rows
    ]
    rows = [
        [
            button(
                say.plain("dispute-button-show", name=each.name),
                DisputeTap(do=DisputeDo.SHOW, id=each.id).pack(),
            )
        ]
        for each in found.rows
    ]
    head = say("disputes-open", count=found.total)
    words = Markup("\n\n").join([head, Markup("\n").join(lines)] if lines else [head])
    turning = arrows(found.number, found.pages, lambda to: DisputesTap(page=to))
    return Shown(words, (), [*rows, turning, [menu_button(say)]])
