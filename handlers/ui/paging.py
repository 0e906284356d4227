"""Lists that are longer than a screen: the same arrows everywhere, none where a page is enough."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from aiogram import F
from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton
from aiogram_dialog.widgets.kbd import (
    CurrentPage,
    Group,
    NextPage,
    PrevPage,
    Row,
    ScrollingGroup,
    Select,
)
from aiogram_dialog.widgets.text import Format

from award.paging import PAGE, page_of
from handlers.ui.shown import button

Line = TypeVar("Line")


def on_page(lines: Sequence[Line], number: int) -> tuple[Sequence[Line], int, int]:
    """The lines of a page, its number (from 0, the last one at most), and how many pages are."""
    number, pages = page_of(len(lines), PAGE, number)
    return lines[number * PAGE : (number + 1) * PAGE], number, pages


def arrows(
    number: int, pages: int, to: Callable[[int], CallbackData]
) -> list[InlineKeyboardButton]:
    """The same below a card that stands in the chat; `to` makes a tap of a page's number."""
    labels = {number - 1: "◀️", number: f"{number + 1} / {pages}", number + 1: "▶️"}
    shown = [page for page in labels if pages > 1 and 0 <= page < pages]
    return [button(labels[page], to(page).pack()) for page in shown]


def turning(scroll: str) -> Row:
    """The arrows that turn the pages of a scroll, and which page it is."""
    several = F["pages"] > 1
    return Row(
        PrevPage(scroll=scroll, id=f"{scroll}_before", text=Format("◀️"), when=several),
        CurrentPage(
            scroll=scroll,
            id=f"{scroll}_page",
            text=Format("{current_page1} / {pages}"),
            when=several,
        ),
        NextPage(scroll=scroll, id=f"{scroll}_after", text=Format("▶️"), when=several),
    )


def paged(
    name: str,
    on_click: Any,
    items: str = "items",
    type_factory: Callable[[str], Any] = str,
) -> Group:
    """A paged list of the window's `items`: pairs of what is chosen and what is read."""
    pages = f"{name}_pages"
    chosen = Select(
        Format("{item[1]}"),
        name,
        lambda item: item[0],
        items,
        type_factory=type_factory,
        on_click=on_click,
    )
    return Group(
        ScrollingGroup(chosen, id=pages, width=1, height=PAGE, hide_pager=True), turning(pages)
    )
