"""Staff's tables: participants by level, as words, picture or file; and by place (§8.11)."""

from enum import StrEnum
from functools import partial
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery
from markupsafe import Markup
from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from award.paging import PAGE
from award.programme import Level
from award.ratings.tables import (
    By,
    Counts,
    Group,
    Groups,
    Page,
    Row,
    Sort,
    ask_for_table,
    groups,
    table,
    whole_table,
)
from handlers.ratings.own import Recounting
from handlers.ratings.picture import draw
from handlers.ratings.sheet import sheet_of
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.navigation import menu_button
from handlers.ui.paging import arrows
from handlers.ui.shown import Shown, button
from handlers.ui.taps import GoTap, Screen
from handlers.wording.names import level_name, mentor_name, region_name, told_apart

router = Router(name="rating_tables")


class TableDo(StrEnum):
    """In which form a table is asked for."""

    LIST = "list"
    PICTURE = "picture"
    FILE = "file"


class TableTap(CallbackData, prefix="rl"):
    """A page (from 0) of a level's participants in an order, or all of them as a file."""

    do: TableDo
    level: str
    sort: Sort = Sort.HIGHEST
    page: Annotated[int, Field(ge=0, le=100_000)] = 0


class GroupsTap(CallbackData, prefix="rg"):
    """A level told apart by region, centre or mentor; `page` begins with 0."""

    level: str
    by: By
    page: Annotated[int, Field(ge=0, le=100_000)] = 0


@router.callback_query(GoTap.filter(F.to == Screen.RATINGS))
async def open_table(tap: CallbackQuery, at: RequestContext, recounting: Recounting) -> None:
    await at.session.commit()  # nothing was changed, and what counts reads by itself
    await recounting.freshen(at.now)
    found = await table(at, at.programme.levels[0].code)
    at.reply.send(table_shown(found, Sort.HIGHEST, at))


@router.callback_query(TableTap.filter(F.do == TableDo.LIST))
async def turn(tap: CallbackQuery, callback_data: TableTap, at: RequestContext) -> None:
    found = await table(at, _level(at, callback_data.level).code, callback_data.sort,
                        callback_data.page)  # fmt: skip
    at.reply.put(table_shown(found, callback_data.sort, at))


@router.callback_query(TableTap.filter(F.do == TableDo.PICTURE))
async def picture(tap: CallbackQuery, callback_data: TableTap, at: RequestContext) -> None:
    """The same page drawn: in a message of its own, to be kept or shown."""
    level = _level(at, callback_data.level)
    found = await table(at, level.code, callback_data.sort, callback_data.page)
    numbered = callback_data.sort is Sort.HIGHEST
    drawn = partial(draw, found, level, at.programme, at.say, numbered=numbered)
    at.reply.send(Shown(_head(found, at), (), [[menu_button(at.say)]], drawn=drawn))


@router.callback_query(TableTap.filter(F.do == TableDo.FILE))
async def file(tap: CallbackQuery, callback_data: TableTap, at: RequestContext) -> None:
    """All of the level, read and written when it goes out, beside all else."""
    level = _level(at, callback_data.level)
    asked = await ask_for_table(at, level.code)
    name = f"{at.programme.code}-{level.code}-{at.now:%Y-%m-%d}.xlsx"

    async def made(session: AsyncSession) -> dict[str, bytes]:
        rows = await whole_table(session, asked)
        return {name: sheet_of(rows, level, at.programme, at.say)}

    at.reply.documents(made, at.say("ratings-file", level=level_name(level, at.say)))


@router.callback_query(GroupsTap.filter())
async def told_apart_by(tap: CallbackQuery, callback_data: GroupsTap, at: RequestContext) -> None:
    level = _level(at, callback_data.level)
    found = await groups(at, level.code, callback_data.by, callback_data.page)
    at.reply.put(groups_shown(found, at))


def _level(at: Speaking, code: str) -> Level:
    """A level of the programme; one that is there no more is the first."""
    return at.programme.find_level(code) or at.programme.levels[0]


# --- participants


def table_shown(found: Page, sort: Sort, at: Speaking) -> Shown:
    """A page: two lines a participant, the rating and each direction's percent."""
    say = at.say
    first = found.number * PAGE + 1
    lines = [
        _line(row, first + n if sort is Sort.HIGHEST else None, at)
        for n, row in enumerate(found.rows)
    ]
    parts = [_head(found, at), *lines] if lines else [_head(found, at), say("ratings-none")]
    return Shown(Markup("\n\n").join(parts), (), _buttons(found, sort, at))


def _head(found: Page, at: Speaking) -> Markup:
    say = at.say
    level = level_name(at.programme.level(found.level), say)
    lines = [
        say("ratings-title", level=level),
        _counted(found.counts, at),
        say("ratings-mean", total=found.total, percent=int(found.mean)),
    ]
    if found.counted_at is not None:
        lines.append(
            say("ratings-as-of", moment=found.counted_at.astimezone(ZoneInfo(at.programme.zone)))
        )
    return Markup("\n").join(lines)


def _counted(counts: Counts, at: Speaking) -> Markup:
    known = {
        name: number
        for name in ("participants", "mentors", "experts", "coordinators")
        if (number := getattr(counts, name)) is not None
    }
    return at.say(f"ratings-counts-{list(known)[-1]}", **known)


def _line(row: Row, number: int | None, at: Speaking) -> Markup:
    say = at.say
    facts = {"name": told_apart(row.name, row.apart, say), "percent": int(row.rating)}
    head = say("ratings-line", number=number, **facts) if number else say("ratings-row", **facts)
    parts = []
    for code, percent in row.percents.items():
        direction = at.programme.find_direction(code)
        if direction is not None:
            parts.append(say("ratings-part", emoji=direction.emoji, percent=percent))
    return Markup("\n").join([head, Markup(" · ").join(parts)])


def _buttons(found: Page, sort: Sort, at: Speaking) -> list[list[Any]]:
    say, level = at.say, found.level

    def to(do: TableDo, code: str, order: Sort, page: int = 0) -> str:
        return TableTap(do=do, level=code, sort=order, page=page).pack()

    levels = [
        button(level_name(each, say), to(TableDo.LIST, each.code, sort))
        for each in at.programme.levels
        if each.code != level
    ]
    orders = [
        button(say.plain(f"ratings-sort-{each}"), to(TableDo.LIST, level, each))
        for each in Sort
        if each is not sort
    ]
    turning = arrows(
        found.number,
        found.pages,
        lambda page: TableTap(do=TableDo.LIST, level=level, sort=sort, page=page),
    )
    forms = [
        button(say.plain("ratings-button-picture"), to(TableDo.PICTURE, level, sort, found.number)),
        button(say.plain("ratings-button-file"), to(TableDo.FILE, level, sort)),
    ]
    apart = [
        [button(say.plain(f"ratings-button-{by}"), GroupsTap(level=level, by=by).pack())]
        for by in found.by
    ]
    return [
        turning,
        levels,
        orders if found.total > 1 else [],
        forms if found.rows else [],
        *apart,
        [menu_button(say)],
    ]


# --- by region, centre, mentor


def groups_shown(found: Groups, at: Speaking) -> Shown:
    """A line each: the mean of so many participants."""
    say = at.say
    first = found.number * PAGE + 1
    lines = [
        say(
            "ratings-group",
            number=first + n,
            name=_named(each, found.by, at),
            percent=int(each.mean),
            participants=each.participants,
        )
        for n, each in enumerate(found.groups)
    ]
    level = level_name(at.programme.level(found.level), say)
    head = say(f"ratings-by-{found.by}", level=level)
    turning = arrows(
        found.number,
        found.pages,
        lambda page: GroupsTap(level=found.level, by=found.by, page=page),
    )
    back = TableTap(do=TableDo.LIST, level=found.level).pack()
    rows = [turning, [button(say.plain("ratings-button-participants"), back)], [menu_button(say)]]
    return Shown(Markup("\n").join([head, Markup(""), *(lines or [say("ratings-none")])]), (), rows)


def _named(group: Group, by: By, at: Speaking) -> str:
    if group.key is None:
        return at.say.plain(f"ratings-no-{by}")
    if by is By.REGION:
        return region_name(at.programme, str(group.key), at.say)
    if by is By.MENTOR:
        return mentor_name(group.name, int(group.key), at.say)
    return group.name or ""
