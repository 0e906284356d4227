"""What was set, by whom and when; taking it back; deciding where a file says something else."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from award.amendments.amending import settle, undo
from award.amendments.composing import EVER
from award.amendments.views import Question, Version, questions, version, versions
from award.calendar.zones import today_in
from award.errors import Refusal, TooLate
from award.programme import Programme
from award.programme.pieces import PieceKind, Plain, part, pieces_of
from handlers.amendments.words import changed, in_one_language, name_of
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import back_to
from handlers.ui.paging import paged
from handlers.ui.previews import TODAY, example, story
from handlers.ui.states import Amendments
from handlers.ui.widgets import Label, Say
from handlers.wording.names import staff_name
from locales import Texts


def _book(say: Texts, programme: Programme) -> tuple[str, Plain]:
    named = part(PieceKind.BOOKS, programme.books[0].code)
    return named, in_one_language(pieces_of(programme)[named], say.language)


def _line(each: Version, day: date, programme: Programme, say: Texts) -> tuple[str, str]:
    name = name_of(each.part, each.value or each.before, programme, say)
    return str(each.id), say.plain("amendments-version-line", day=day, name=name)


async def _versions(at: RequestContext, **_: Any) -> dict[str, Any]:
    lines = [
        _line(each, today_in(at.programme, None, each.at), at.programme, at.say)
        for each in await versions(at)
    ]
    return {"items": lines, "count": len(lines)}


async def _chosen(_tap: CallbackQuery, _select: Any, manager: DialogManager, number: str) -> None:
    manager.dialog_data["version"] = int(number)
    await manager.switch_to(Amendments.version)


def _of_version(
    each: Version, day: date, by: str, programme: Programme, say: Texts
) -> dict[str, Any]:
    return {
        "name": name_of(each.part, each.value or each.before, programme, say),
        "source": "file" if each.by_file else "person",
        "by": by,
        "day": day,
        "stands": each.in_force,
        **changed(each.part, each.before, each.value, programme, say),
    }


async def _version(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    each = await version(at, dialog_manager.dialog_data["version"])
    day = today_in(at.programme, None, each.at)
    return _of_version(each, day, staff_name(each.by, at.say), at.programme, at.say)


def _a_version(say: Texts, programme: Programme) -> dict[str, Any]:
    named, before = _book(say, programme)
    each = Version(7, named, None, before, None, False, EVER, True)
    return _of_version(each, TODAY, story(say).mentor, programme, say)


async def _undo(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    try:
        await undo(at, manager.dialog_data["version"])
        words = at.say.plain("amendments-undone")
    except Refusal as refusal:
        words = at.say.plain(refusal.key, **refusal.details)
    at.reply.alert(words)
    await manager.switch_to(Amendments.home)


# --- file or chat


def _asked(each: Question, programme: Programme, say: Texts) -> dict[str, Any]:
    return {
        "name": name_of(each.part, each.set_ or each.filed, programme, say),
        **changed(each.part, each.set_, each.filed, programme, say),
    }


async def _questions(at: RequestContext, **_: Any) -> dict[str, Any]:
    found = await questions(at)
    return {
        "items": [
            (str(q.version), name_of(q.part, q.set_ or q.filed, at.programme, at.say))
            for q in found
        ],
        "count": len(found),
    }


async def _question_chosen(
    _tap: CallbackQuery, _select: Any, manager: DialogManager, number: str
) -> None:
    manager.dialog_data["question"] = int(number)
    await manager.switch_to(Amendments.question)


async def _question(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    number = dialog_manager.dialog_data["question"]
    found = next((each for each in await questions(at) if each.version == number), None)
    if found is None:
        raise TooLate("refused-amendment-decided")
    return _asked(found, at.programme, at.say)


def _a_question(say: Texts, programme: Programme) -> dict[str, Any]:
    named, book = _book(say, programme)
    return _asked(Question(7, named, book | {"section": 2}, book), programme, say)


async def _keep_chat(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _settle(manager, keep=True)


async def _keep_file(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _settle(manager, keep=False)


async def _settle(manager: DialogManager, *, keep: bool) -> None:
    at = context_of(manager)
    try:
        await settle(at, manager.dialog_data["question"], keep=keep)
        words = at.say.plain("amendments-settled")
    except Refusal as refusal:
        words = at.say.plain(refusal.key, **refusal.details)
    at.reply.alert(words)
    await manager.switch_to(Amendments.home)


def _some(say: Texts, programme: Programme) -> dict[str, Any]:
    named, book = _book(say, programme)
    name = name_of(named, book, programme, say)
    return {
        "items": [("7", say.plain("amendments-version-line", day=TODAY, name=name))],
        "count": 1,
    }


windows = (
    Window(
        Say("amendments-versions"),
        paged("version", _chosen),
        back_to(Amendments.home),
        state=Amendments.versions,
        getter=_versions,
        preview_data=example(_some),
    ),
    Window(
        Say("amendments-version"),
        Button(Label("amendments-button-undo"), id="undo", on_click=_undo, when="stands"),
        back_to(Amendments.versions),
        state=Amendments.version,
        getter=_version,
        preview_data=example(_a_version),
    ),
    Window(
        Say("amendments-questions"),
        paged("question", _question_chosen),
        back_to(Amendments.home),
        state=Amendments.questions,
        getter=_questions,
        preview_data=example(_some),
    ),
    Window(
        Say("amendments-question"),
        Button(Label("amendments-button-keep-chat"), id="chat", on_click=_keep_chat),
        Button(Label("amendments-button-keep-file"), id="file", on_click=_keep_file),
        back_to(Amendments.questions),
        state=Amendments.question,
        getter=_question,
        preview_data=example(_a_question),
    ),
)
