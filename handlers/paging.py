"""Lists that are longer than a screen: the same arrows everywhere, none where a page is enough."""

from collections.abc import Callable
from typing import Any

from aiogram import F
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

PAGE = 7  # lines of a list


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
