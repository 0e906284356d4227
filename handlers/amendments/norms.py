"""Norms: their text in three languages, and each number to reach (§3.1)."""

from copy import deepcopy
from typing import Any

from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Column, Select, SwitchTo
from aiogram_dialog.widgets.text import Format
from markupsafe import Markup

from award.errors import Refusal
from award.programme import Programme
from award.programme.pieces import PieceKind, Plain, kind_of, pieces_of
from handlers.amendments.setting import LONGEST, in_three_languages, piece, propose
from handlers.amendments.words import in_one_language, lines_of, name_of, number_label
from handlers.ui.context import RequestContext
from handlers.ui.navigation import asked, back_to
from handlers.ui.paging import paged
from handlers.ui.previews import example
from handlers.ui.states import Amendments
from handlers.ui.widgets import Label, Say, mistaken
from locales import Texts

MOST = 100_000  # more is no number of a norm


def _listed(say: Texts, programme: Programme) -> dict[str, Any]:
    norms = [named for named in pieces_of(programme) if kind_of(named) is PieceKind.NORMS]
    return {"items": [(named, name_of(named, None, programme, say)) for named in norms]}


async def _norms(at: RequestContext, **_: Any) -> dict[str, Any]:
    return _listed(at.say, at.programme)


async def _chosen(_tap: CallbackQuery, _select: Any, manager: DialogManager, named: str) -> None:
    if kind_of(named) is PieceKind.NORMS and piece(manager, named):
        manager.dialog_data["norm"] = named
        await manager.switch_to(Amendments.norm)


def _values(norm: Plain | None) -> list[tuple[Plain, Plain]]:
    return [(each, value) for each in (norm or {}).get("exercises", ()) for value in each["values"]]


def _of_norm(named: str, norm: Plain | None, programme: Programme, say: Texts) -> dict[str, Any]:
    texts = lines_of(named, norm and {**norm, "exercises": []}, programme, say)
    return {
        "name": name_of(named, norm, programme, say),
        "lines": Markup("\n\n").join(texts),
        "items": [(n, number_label(each, say)) for n, each in enumerate(_values(norm))],
    }


async def _norm(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    named = dialog_manager.dialog_data["norm"]
    return _of_norm(named, pieces_of(at.programme).get(named), at.programme, at.say)


def _a_norm(say: Texts, programme: Programme) -> dict[str, Any]:
    named, *_ = (part for part in pieces_of(programme) if kind_of(part) is PieceKind.NORMS)
    norm = in_one_language(pieces_of(programme)[named], say.language)
    return _of_norm(named, norm, programme, say)


async def _text(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    named = manager.dialog_data["norm"]
    try:
        text = in_three_languages(message.text, LONGEST["norm"])
    except Refusal as refusal:
        mistaken(manager, refusal, message.text)
        return
    if norm := piece(manager, named):
        await propose(manager, named, norm | {"text": text}, message.text)


async def _number_chosen(
    _tap: CallbackQuery, _select: Any, manager: DialogManager, number: str
) -> None:
    if int(number) in range(len(_values(piece(manager, manager.dialog_data["norm"])))):
        manager.dialog_data["number"] = int(number)
        await manager.switch_to(Amendments.number)


async def _number(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    data = dialog_manager.dialog_data
    values = _values(pieces_of(at.programme).get(data["norm"]))
    return {"number": number_label(values[data["number"]], at.say)}


def _a_number(say: Texts, programme: Programme) -> dict[str, Any]:
    named = next(each for each in pieces_of(programme) if kind_of(each) is PieceKind.NORMS)
    return {"number": number_label(_values(pieces_of(programme)[named])[0], say)}


async def _number_typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    named = manager.dialog_data["norm"]
    norm = deepcopy(piece(manager, named))
    typed = (message.text or "").strip().replace(",", ".")
    try:
        number = float(typed)
    except ValueError:
        number = 0.0
    if not 0 < number <= MOST:  # what is no number at all, too
        mistaken(manager, Refusal("mistake-amendment-number"), message.text)
        return
    _, value = _values(norm)[manager.dialog_data["number"]]
    value["value"] = number
    await propose(manager, named, norm, message.text)


windows = (
    Window(
        Say("amendments-norms"),
        Column(Select(Format("{item[1]}"), "norm", lambda i: i[0], "items", on_click=_chosen)),
        back_to(Amendments.home),
        state=Amendments.norms,
        getter=_norms,
        preview_data=example(_listed),
    ),
    Window(
        asked("amendments-norm"),
        paged("number", _number_chosen),
        SwitchTo(Label("amendments-button-text"), id="text", state=Amendments.norm_text),
        back_to(Amendments.norms),
        state=Amendments.norm,
        getter=_norm,
        preview_data=example(_a_norm),
    ),
    Window(
        asked("amendments-norm-text"),
        MessageInput(_text, content_types=ContentType.TEXT),
        back_to(Amendments.norm),
        state=Amendments.norm_text,
    ),
    Window(
        asked("amendments-number-new"),
        MessageInput(_number_typed, content_types=ContentType.TEXT),
        back_to(Amendments.norm),
        state=Amendments.number,
        getter=_number,
        preview_data=example(_a_number),
    ),
)
