"""A participant's own rating and place, the leaders of the month, and the name they stand under."""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, Protocol

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery
from markupsafe import Markup
from pydantic import Field

from award.ratings.leaders import Leaders, leaders
from award.ratings.own import Neighbour, OwnRating, own_rating
from handlers.ratings.taps import NameDo, PublicNameTap, RatingTap
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.navigation import menu_button
from handlers.ui.paging import arrows
from handlers.ui.shown import Buttons, Shown, button
from handlers.ui.taps import GoTap, ProgressTap, Screen
from handlers.wording.names import level_name, region_name
from locales import Texts

router = Router(name="ratings")


class Recounting(Protocol):
    """Counts all ratings anew where they are stale, and lets nobody wait long for it."""

    async def freshen(self, now: dt.datetime) -> None: ...


class LeadersTap(CallbackData, prefix="ld"):
    """The leaders of a level; `region`: 0 for all of them, else a number of the list from 1."""

    level: str
    region: Annotated[int, Field(ge=0, le=1000)] = 0


# --- one's own


@router.callback_query(GoTap.filter(F.to == Screen.RATING))
async def go(tap: CallbackQuery, at: RequestContext, recounting: Recounting) -> None:
    await _show(at, recounting, None)


@router.callback_query(RatingTap.filter())
async def show(
    tap: CallbackQuery, callback_data: RatingTap, at: RequestContext, recounting: Recounting
) -> None:
    await _show(at, recounting, callback_data.enrolment)


async def _show(at: RequestContext, recounting: Recounting, enrolment_id: int | None) -> None:
    await at.session.commit()  # nothing was changed, and what counts reads by itself
    await recounting.freshen(at.now)
    found = await own_rating(at, enrolment_id)
    if found is None:
        at.reply.send(Shown(at.say("rating-not-begun"), buttons=[[menu_button(at.say)]]))
        return
    at.reply.send(rating_shown(found, at))


def rating_shown(found: OwnRating, at: Speaking) -> Shown:
    """The rating with its directions, the places, and those next to them without names."""
    return Shown(Markup("\n").join(_lines(found, at)), (), _buttons(found, at))


def _lines(found: OwnRating, at: Speaking) -> Iterable[Markup]:
    say, programme = at.say, at.programme
    level = programme.level(found.level).name[say.language]
    yield say("rating-title", name=found.name, level=level)
    yield say("rating-personal", percent=int(found.rating))
    yield Markup("")
    for code, percent in found.percents:
        direction = programme.direction(code)
        name = direction.name[say.language]
        yield say("rating-direction", emoji=direction.emoji, name=name, percent=percent)
    if found.country is None:
        return
    yield Markup("")
    country = found.country
    yield say("rating-country", place=country.place, of=country.of)
    if found.in_region is not None:
        region, place = region_name(programme, found.region, say), found.in_region
        yield say("rating-region", region=region, place=place.place, of=place.of)
    yield Markup("")
    if found.above or found.below:
        yield say("rating-near")
        yield from (_neighbour(each, say) for each in found.above)
        me = "rating-you" if found.own else "rating-child"
        yield say(me, place=country.place, percent=int(found.rating))
        yield from (_neighbour(each, say) for each in found.below)
    else:
        yield say("rating-few")
    yield Markup("")
    yield say("rating-note")


def _neighbour(each: Neighbour, say: Texts) -> Markup:
    return say("rating-neighbour", place=each.place, percent=int(each.rating))


def _buttons(found: OwnRating, at: Speaking) -> Buttons:
    say = at.say
    codes = [region.code for region in at.programme.regions]
    region = codes.index(found.region) + 1 if found.region in codes else 0
    return [
        [
            button(
                say.plain("rating-button-leaders"),
                LeadersTap(level=found.level, region=region).pack(),
            )
        ],
        [
            button(
                say.plain("rating-button-name"),
                PublicNameTap(do=NameDo.SHOW, enrolment=found.enrolment_id).pack(),
            )
        ],
        [
            button(
                say.plain("rating-button-progress"),
                ProgressTap(enrolment=found.enrolment_id).pack(),
            ),
            menu_button(say),
        ],
    ]


# --- the leaders of the month


@router.callback_query(LeadersTap.filter())
async def show_leaders(tap: CallbackQuery, callback_data: LeadersTap, at: RequestContext) -> None:
    regions = at.programme.regions
    number = min(callback_data.region, len(regions))
    code = regions[number - 1].code if number else None
    level = at.programme.find_level(callback_data.level) or at.programme.levels[0]
    found = await leaders(at, level.code, code)
    at.reply.put(leaders_shown(found, number, at))


def leaders_shown(found: Leaders, number: int, at: Speaking) -> Shown:
    """Short names alone, of one level in a region or in all; arrows turn the regions."""
    say, programme = at.say, at.programme
    level = programme.level(found.level)
    where = region_name(programme, found.region, say) or say.plain("leaders-everywhere")
    lines = [
        say("leaders-title", level=level_name(level, say), where=where, month=found.month),
        Markup(""),
    ]
    lines += [
        say(
            "leaders-own" if each.own else "leaders-line",
            place=each.place,
            name=each.name,
            gained=max(1, round(each.gained)),
        )
        for each in found.leaders
    ]
    if not found.leaders:
        lines.append(say("leaders-none"))
    lines += [Markup(""), say("leaders-note")]
    levels = [
        button(level_name(each, say), LeadersTap(level=each.code, region=number).pack())
        for each in programme.levels
        if each.code != found.level
    ]
    turning = arrows(
        number,
        len(programme.regions) + 1,
        lambda to: LeadersTap(level=found.level, region=to),
    )
    own = button(say.plain("leaders-button-rating"), GoTap(to=Screen.RATING).pack())
    return Shown(Markup("\n").join(lines), (), [levels, turning, [own], [menu_button(say)]])
