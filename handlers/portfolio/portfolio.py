"""The portfolio's card, the choice of its photos, the record of hours (programme.md §8.10)."""

import json
from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from sqlalchemy.ext.asyncio import AsyncSession

from award.errors import Refusal
from award.portfolio import photos
from award.portfolio.hours import as_json, hours
from award.portfolio.orders import WhosePortfolio, ask, ask_for_hours, own_begun, whose_portfolio
from award.portfolio.photos import MOST, Choice
from handlers.portfolio.hours_table import hours_table
from handlers.portfolio.taps import PhotoDo, PhotoTap, PortfolioDo, PortfolioTap
from handlers.ui.answers import answering
from handlers.ui.context import RequestContext
from handlers.ui.navigation import menu_button
from handlers.ui.paging import arrows
from handlers.ui.shown import Attached, Shown, button
from handlers.ui.taps import GoTap, Screen
from handlers.wording.names import direction_name
from locales import Texts

Rows = list[list[InlineKeyboardButton]]

router = Router(name="portfolio")


@router.callback_query(GoTap.filter(F.to == Screen.PORTFOLIO))
async def open_own(tap: CallbackQuery, at: RequestContext) -> None:
    """One's own, from the menu, as a message of its own."""
    at.reply.send(_card(await whose_portfolio(at, await own_begun(at)), at.say))


async def show_portfolio(at: RequestContext, enrolment_id: int) -> None:
    """Send the card of a portfolio that the person may have; raises NotFound."""
    at.reply.send(_card(await whose_portfolio(at, enrolment_id), at.say))


@router.callback_query(PortfolioTap.filter(F.do == PortfolioDo.SHOW))
async def show(tap: CallbackQuery, callback_data: PortfolioTap, at: RequestContext) -> None:
    """From another card, below it; from the choice of photos, in its place."""
    await show_portfolio(at, callback_data.enrolment)


@router.callback_query(PortfolioTap.filter(F.do == PortfolioDo.MAKE))
async def make(tap: CallbackQuery, callback_data: PortfolioTap, at: RequestContext) -> None:
    """It is owed from here on; a bar appears below, and at last the file."""
    with answering(at, {Refusal: None}) as answered:
        await ask(at, callback_data.enrolment)
    if answered.refusal is None:
        at.reply.note(at.say.plain("portfolio-begun"))


@router.callback_query(PortfolioTap.filter(F.do == PortfolioDo.HOURS))
async def give_hours(tap: CallbackQuery, callback_data: PortfolioTap, at: RequestContext) -> None:
    """The record of hours for people and for machines, read when it goes out, beside all else."""
    with answering(at, {Refusal: None}) as answered:
        enrolment_id = await ask_for_hours(at, callback_data.enrolment)
    if answered.refusal is not None:
        return
    name = "-".join(("hours", str(enrolment_id), f"{at.now:%Y-%m-%d}"))

    async def made(session: AsyncSession) -> dict[str, bytes]:
        record = await hours(session, at.programme, enrolment_id, at.now)
        whole = json.dumps(as_json(record), ensure_ascii=False, indent=2)
        return {
            f"{name}.json": whole.encode(),
            f"{name}.xlsx": hours_table(record, at.programme, at.say),
        }

    at.reply.documents(made, at.say("portfolio-hours-sent"))


# --- photos


@router.callback_query(PortfolioTap.filter(F.do == PortfolioDo.PHOTOS))
async def directions(tap: CallbackQuery, callback_data: PortfolioTap, at: RequestContext) -> None:
    """The directions that have photos, each with how many there are and are chosen."""
    at.reply.put(await _directions(at, callback_data.enrolment))


async def _directions(at: RequestContext, number: int) -> Shown:
    say = at.say
    counts = await photos.to_choose(at, number)
    rows: Rows = [
        [
            button(
                say.plain(
                    "portfolio-button-direction",
                    direction=direction_name(at.programme.find_direction(code), say),
                    photos=there,
                    chosen=chosen,
                ),
                PhotoTap(do=PhotoDo.SHOW, enrolment=number, direction=code).pack(),
            )
        ]
        for code, (there, chosen) in counts.items()
    ]
    words = say("portfolio-photos", most=MOST) if counts else say("portfolio-no-photos")
    return Shown(words, (), [*rows, _last(number, say)])


@router.callback_query(PhotoTap.filter())
async def photo(tap: CallbackQuery, callback_data: PhotoTap, at: RequestContext) -> None:
    """One photo after another; a tap puts it into the portfolio or takes it out."""
    asked = callback_data
    if asked.do is not PhotoDo.SHOW:
        with answering(at, {Refusal: None}):
            chosen = asked.do is PhotoDo.CHOOSE
            await photos.choose(at, asked.enrolment, asked.media, chosen=chosen)
    shown = await photos.choice(at, asked.enrolment, asked.direction, asked.number)
    at.reply.put(
        await _directions(at, asked.enrolment) if shown is None else _photo(shown, asked, at)
    )


def _photo(choice: Choice, asked: PhotoTap, at: RequestContext) -> Shown:
    say, each = at.say, choice.photo
    words = say(
        "portfolio-photo-chosen" if choice.is_chosen else "portfolio-photo",
        direction=direction_name(at.programme.find_direction(each.direction), say),
        day=each.day,
        chosen=choice.chosen,
        most=MOST,
    )
    do = PhotoDo.LEAVE_OUT if choice.is_chosen else PhotoDo.CHOOSE
    label = "portfolio-button-leave-out" if choice.is_chosen else "portfolio-button-choose"
    here = asked.model_copy(update={"number": choice.number, "media": each.media_id, "do": do})
    turned = asked.model_copy(update={"do": PhotoDo.SHOW, "media": 0})
    rows: Rows = [
        [button(say.plain(label), here.pack())],
        arrows(
            choice.number, choice.count, lambda page: turned.model_copy(update={"number": page})
        ),
        [
            button(
                say.plain("portfolio-button-directions"),
                PortfolioTap(do=PortfolioDo.PHOTOS, enrolment=asked.enrolment).pack(),
            ),
            menu_button(say),
        ],
    ]
    return Shown(words, (Attached(each.kind, each.file_id),), rows)


# --- the card


def _card(whose: WhosePortfolio, say: Texts) -> Shown:
    number = whose.enrolment_id
    words = say("portfolio-own") if whose.is_own else say("portfolio-of", name=whose.name)
    rows: Rows = [[_button("portfolio-button-make", PortfolioDo.MAKE, number, say)]]
    if whose.is_own:
        rows.append([_button("portfolio-button-photos", PortfolioDo.PHOTOS, number, say)])
    rows += [
        [_button("portfolio-button-hours", PortfolioDo.HOURS, number, say)],
        [menu_button(say)],
    ]
    return Shown(words, (), rows)


def _last(number: int, say: Texts) -> Sequence[InlineKeyboardButton]:
    return [_button("button-back", PortfolioDo.SHOW, number, say), menu_button(say)]


def _button(key: str, do: PortfolioDo, number: int, say: Texts) -> InlineKeyboardButton:
    return button(say.plain(key), PortfolioTap(do=do, enrolment=number).pack())
