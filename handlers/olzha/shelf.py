"""The shelf in the chat: turned page by page, turned off and on; the message of new trophies."""

from enum import StrEnum
from functools import partial
from typing import Annotated

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton
from markupsafe import Markup
from pydantic import Field

from award.olzha.shelf import Near, Shelf, Won, own_shelf, told_of, turn
from award.outbox import NoticeKind
from handlers.olzha.picture import PAGE, draw, pages
from handlers.ui.context import RequestContext
from handlers.ui.navigation import menu_button
from handlers.ui.notices import Notice, notice
from handlers.ui.paging import arrows
from handlers.ui.shown import Shown, button
from handlers.ui.taps import GoTap, Screen
from locales import Texts

router = Router(name="olzha")

TOLD = 12  # trophies that one message names; the shelf has all of them


class OlzhaDo(StrEnum):
    """What a tap on the shelf asks for."""

    PAGE = "page"
    OFF = "off"
    ON = "on"


class OlzhaTap(CallbackData, prefix="oz"):
    """Turn a page of one's own shelf (0 is the first), or all of it off or on."""

    do: OlzhaDo
    page: Annotated[int, Field(ge=0, le=10_000)] = 0


@router.callback_query(GoTap.filter(F.to == Screen.OLZHA))
async def show(tap: CallbackQuery, at: RequestContext) -> None:
    at.reply.send(_shown(await own_shelf(at), at.say))


@router.callback_query(OlzhaTap.filter(F.do == OlzhaDo.PAGE))
async def turn_page(tap: CallbackQuery, callback_data: OlzhaTap, at: RequestContext) -> None:
    at.reply.put(_shown(await own_shelf(at), at.say, callback_data.page))


@router.callback_query(OlzhaTap.filter(F.do.in_({OlzhaDo.OFF, OlzhaDo.ON})))
async def switch(tap: CallbackQuery, callback_data: OlzhaTap, at: RequestContext) -> None:
    """Off at once and without a question: one tap brings all of it back."""
    at.reply.put(_shown(await turn(at, on=callback_data.do is OlzhaDo.ON), at.say))


@notice(NoticeKind.TROPHIES)
async def _new(at: Notice) -> Shown | None:
    """What was won lately; nothing where its causes are gone by now, or olzha is turned off."""
    shelf = await told_of(at, at.details["rewards"])
    if not shelf.won:
        return None
    say = at.say
    lines = [say("olzha-new", trophies=len(shelf.won)), *_new_lines(shelf, say)]
    lines.append(say("olzha-points", points=shelf.points))
    drawn = partial(draw, Shelf(shelf.points, shelf.won[:PAGE], ()), say)
    rows = [[button(say.plain("olzha-button-shelf"), GoTap(to=Screen.OLZHA).pack())]]
    return Shown(Markup("\n\n").join(lines), (), rows, drawn=drawn)


def _new_lines(shelf: Shelf, say: Texts) -> list[Markup]:
    return [
        say(
            "olzha-new-line",
            name=each.reward.name[say.language],
            about=each.reward.about[say.language],
        )
        for each in shelf.won[:TOLD]
    ]


def _shown(shelf: Shelf, say: Texts, page: int = 0) -> Shown:
    if shelf.off:
        on = button(say.plain("olzha-button-on"), OlzhaTap(do=OlzhaDo.ON).pack())
        return Shown(say("olzha-off"), (), [[on], [menu_button(say)]])
    last = pages(shelf) - 1
    page = min(page, last)
    parts = [say("olzha-shelf", points=shelf.points)]
    if won := shelf.won[page * PAGE : (page + 1) * PAGE]:
        parts.append(Markup("\n").join(_won_line(each, say) for each in won))
    if shelf.near and page == 0:
        near = [say("olzha-near"), *(_near_line(each, say) for each in shelf.near)]
        parts.append(Markup("\n").join(near))
    return Shown(
        Markup("\n\n").join(parts),
        (),
        [_turning(page, last + 1), [_off(say)], [menu_button(say)]],
        drawn=partial(draw, shelf, say, page),
    )


def _turning(page: int, count: int) -> list[InlineKeyboardButton]:
    return arrows(page, count, lambda to: OlzhaTap(do=OlzhaDo.PAGE, page=to))


def _off(say: Texts) -> InlineKeyboardButton:
    return button(say.plain("olzha-button-off"), OlzhaTap(do=OlzhaDo.OFF).pack())


def _won_line(won: Won, say: Texts) -> Markup:
    name = won.reward.name[say.language]
    return say("olzha-won", name=name, day=won.on, times=won.times)


def _near_line(near: Near, say: Texts) -> Markup:
    name = near.reward.name[say.language]
    return say("olzha-near-line", name=name, there=near.there, needed=near.needed)
