"""The list of books: adding one, putting its author or title right, taking it off (§1.3)."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Select, SwitchTo
from aiogram_dialog.widgets.text import Format
from markupsafe import Markup

from award.errors import Refusal
from award.programme import Programme
from award.programme.pieces import PieceKind, Plain, part, pieces_of
from handlers.amendments.setting import LONGEST, in_three_languages, piece, propose
from handlers.amendments.words import in_one_language, lines_of
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import asked, back_to
from handlers.ui.paging import paged
from handlers.ui.previews import example
from handlers.ui.states import Amendments
from handlers.ui.widgets import Label, Say, mistaken
from handlers.wording.names import book_title
from locales import Texts


def _listed(say: Texts, programme: Programme) -> dict[str, Any]:
    items = [
        (book.code, book_title(programme, book.code, say.language)) for book in programme.books
    ]
    return {"items": items, "count": len(items)}


async def _books(at: RequestContext, **_: Any) -> dict[str, Any]:
    return _listed(at.say, at.programme)


async def _chosen(_tap: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    manager.dialog_data["book"] = code
    await manager.switch_to(Amendments.book)


def _mine(manager: DialogManager) -> str:
    return part(PieceKind.BOOKS, manager.dialog_data["book"])


def _of_book(mine: str, book: Plain | None, programme: Programme, say: Texts) -> dict[str, Any]:
    lines = lines_of(mine, book, programme, say)
    return {"lines": Markup("\n").join(lines), "there": bool(lines)}


async def _book(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    mine = _mine(dialog_manager)
    return _of_book(mine, pieces_of(at.programme).get(mine), at.programme, at.say)


def _a_book(say: Texts, programme: Programme) -> dict[str, Any]:
    mine = part(PieceKind.BOOKS, programme.books[0].code)
    book = in_one_language(pieces_of(programme)[mine], say.language)
    return _of_book(mine, book, programme, say)


async def _take_off(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await propose(manager, _mine(manager), None)


# --- a new one: its section, author, title


async def _sections(at: RequestContext, **_: Any) -> dict[str, Any]:
    return _in_sections(at.say, at.programme)


def _in_sections(say: Texts, programme: Programme) -> dict[str, Any]:
    named = [(str(each.number), each.name[say.language]) for each in programme.sections]
    return {"items": named}


async def _section(_tap: CallbackQuery, _select: Any, manager: DialogManager, number: str) -> None:
    known = {each.number for each in context_of(manager).programme.sections}
    if int(number) in known:
        manager.dialog_data["new"] = {"section": int(number)}
        await manager.switch_to(Amendments.author)


async def _new(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop("book", None)
    await manager.switch_to(Amendments.section)


def _free_code(programme: Programme) -> str:
    number = 1
    while f"added_{number}" in programme.known_books:
        number += 1
    return f"added_{number}"


def _typed(name: str) -> Any:
    async def take(message: Message, _input: MessageInput, manager: DialogManager) -> None:
        data = manager.dialog_data
        try:
            text = in_three_languages(message.text, LONGEST[name])
        except Refusal as refusal:
            mistaken(manager, refusal, message.text)
            return
        if "book" in data:
            if there := piece(manager, _mine(manager)):
                await propose(manager, _mine(manager), there | {name: text}, message.text)
            return
        data["new"][name] = text
        if name == "author":
            await manager.switch_to(Amendments.title)
            return
        code = _free_code(context_of(manager).programme)
        named = part(PieceKind.BOOKS, code)
        await propose(manager, named, {"code": code, **data["new"]}, message.text)

    return take


def _words_asked(name: str, state: State) -> Window:
    return Window(
        asked(f"amendments-{name}"),
        MessageInput(_typed(name), content_types=ContentType.TEXT),
        back_to(Amendments.books),
        state=state,
    )


windows = (
    Window(
        Say("amendments-books"),
        paged("book", _chosen),
        Button(Label("amendments-button-add-book"), id="add", on_click=_new),
        back_to(Amendments.home),
        state=Amendments.books,
        getter=_books,
        preview_data=example(_listed),
    ),
    Window(
        asked("amendments-book"),
        SwitchTo(
            Label("amendments-button-author"), id="author", state=Amendments.author, when="there"
        ),
        SwitchTo(
            Label("amendments-button-title"), id="title", state=Amendments.title, when="there"
        ),
        Button(
            Label("amendments-button-take-off"), id="take_off", on_click=_take_off, when="there"
        ),
        back_to(Amendments.books),
        state=Amendments.book,
        getter=_book,
        preview_data=example(_a_book),
    ),
    Window(
        Say("amendments-section"),
        Column(Select(Format("{item[1]}"), "section", lambda i: i[0], "items", on_click=_section)),
        back_to(Amendments.books),
        state=Amendments.section,
        getter=_sections,
        preview_data=example(_in_sections),
    ),
    _words_asked("author", Amendments.author),
    _words_asked("title", Amendments.title),
)
