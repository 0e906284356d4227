"""Documents: sent by their owner or the representative, opened by those who may see them."""

import datetime as dt
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Format, Multi

from award.calendar.zones import today_in
from award.cards import documents as papers
from award.cards.documents import OF_STAFF, Copy, DocumentSeen, Holder
from award.errors import NotFound, Refusal
from award.outbox import NoticeKind
from award.programme import Programme
from handlers import understanding
from handlers.ui.context import RequestContext, context_of
from handlers.ui.kinds import PICTURES, still_of
from handlers.ui.navigation import asked, back_to, open_above_menu, started_with
from handlers.ui.notices import Notice, notice
from handlers.ui.paging import paged
from handlers.ui.previews import TODAY, example, story
from handlers.ui.shown import Attached, Shown, button
from handlers.ui.states import Documents
from handlers.ui.taps import DocumentsTap, number
from handlers.ui.widgets import Dialog, Label, Say, cancel, menu, mistaken, take_album
from handlers.wording.names import staff_name
from locales import Texts
from storage.tables import DocumentKind, MediaKind

router = Router(name="documents")


@router.callback_query(DocumentsTap.filter())
async def open_documents(
    tap: CallbackQuery,
    callback_data: DocumentsTap,
    dialog_manager: DialogManager,
    at: RequestContext,
) -> None:
    given = {"person": callback_data.person} if callback_data.person else None
    data = given or {"enrolment": callback_data.enrolment}
    await papers.documents_of(at, Holder(**data))
    await open_above_menu(dialog_manager, Documents.all, data)


def _holder(manager: DialogManager) -> Holder:
    return Holder(**started_with(manager))


# --- the list


async def _all(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    found = await papers.documents_of(at, _holder(dialog_manager))
    return _shown(found, at.say)


def _shown(found: papers.Documents, say: Texts) -> dict[str, Any]:
    return {
        "name": staff_name(found.name, say),
        "items": [(each.id, _label(each, say)) for each in found.rows],
        "count": len(found.rows),
        "gives": found.gives,
    }


def _label(each: DocumentSeen, say: Texts) -> str:
    kind = say.plain(f"document-{each.kind}")
    if each.issued_on is None:
        return kind
    return say.plain("document-line", kind=kind, day=each.issued_on)


def _some(say: Texts) -> papers.Documents:
    return papers.Documents(story(say).mentor, (_a_document(),), gives=True, kinds=OF_STAFF)


def _a_document() -> DocumentSeen:
    copy, day = Copy("", MediaKind.DOCUMENT), TODAY - dt.timedelta(days=400)
    given = dt.datetime.combine(TODAY, dt.time(9), dt.UTC)
    return DocumentSeen(1, DocumentKind.DIPLOMA, day, given, copy, mine=True, by=None)


async def _open(_tap: CallbackQuery, _select: Any, manager: DialogManager, chosen: int) -> None:
    manager.dialog_data["document"] = chosen
    await manager.switch_to(Documents.one)


all_ = Window(
    Say("documents"),
    Say("documents-who-sees", when="gives"),
    paged("document", _open, type_factory=number),
    SwitchTo(Label("documents-button-new"), id="new", state=Documents.kind, when="gives"),
    Row(cancel(), menu()),
    state=Documents.all,
    getter=_all,
    preview_data=example(lambda say, _: _shown(_some(say), say)),
)


# --- one of them


async def _document(manager: DialogManager) -> DocumentSeen:
    found = await papers.documents_of(context_of(manager), _holder(manager))
    chosen = manager.dialog_data.get("document")
    seen = next((each for each in found.rows if each.id == chosen), None)
    if seen is None:
        raise NotFound
    return seen


async def _one(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    return _facts(await _document(dialog_manager), at.programme, at.say)


def _facts(seen: DocumentSeen, programme: Programme, say: Texts) -> dict[str, Any]:
    return {
        "kind": _label(seen, say),
        "given": today_in(programme, None, seen.given_at),
        "by": seen.by or "",
        "mine": seen.mine,
    }


async def _file(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    seen = await papers.open_document(at, (await _document(manager)).id)
    manager.show_mode = ShowMode.NO_UPDATE
    words = at.say("document-file", kind=_label(seen, at.say))
    at.reply.send(Shown(words, (Attached(seen.copy.kind, seen.copy.file_id),)))


async def _withdraw(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await papers.withdraw_document(context_of(manager), (await _document(manager)).id)
    await manager.switch_to(Documents.all)


one = Window(
    Multi(Say("document-one"), Say("document-by", when="by"), sep="\n"),
    Button(Label("document-button-open"), id="open", on_click=_file),
    Button(Label("document-button-withdraw"), id="withdraw", on_click=_withdraw, when="mine"),
    back_to(Documents.all),
    state=Documents.one,
    getter=_one,
    preview_data=example(lambda say, programme: _facts(_a_document(), programme, say)),
)


# --- a new one: what it is, of which day, the file


async def _kinds(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    staff = _holder(dialog_manager).enrolment is None
    return _of_kinds(OF_STAFF if staff else tuple(DocumentKind), at.say)


def _of_kinds(kinds: tuple[DocumentKind, ...], say: Texts) -> dict[str, Any]:
    return {"items": [(kind, say.plain(f"document-{kind}")) for kind in kinds]}


async def _kind(_tap: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    if code not in set(DocumentKind):
        raise NotFound
    manager.dialog_data["kind"] = code
    await manager.switch_to(Documents.day)


kind = Window(
    Say("document-ask-kind"),
    Column(Select(Format("{item[1]}"), "kind", lambda i: i[0], "items", on_click=_kind)),
    back_to(Documents.all),
    state=Documents.kind,
    getter=_kinds,
    preview_data=example(lambda say, _: _of_kinds(tuple(DocumentKind), say)),
)


async def _day(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    at, words = context_of(manager), message.text or ""
    day = understanding.birth_date(words, today_in(at.programme, None, at.now))
    try:
        if day is None:
            raise Refusal("refused-document-day")
        papers.check_issued(at, day)
    except Refusal as mistake:
        mistaken(manager, mistake, words)
        return
    manager.dialog_data["day"] = day.isoformat()
    await manager.switch_to(Documents.file)


async def _no_day(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop("day", None)
    await manager.switch_to(Documents.file)


day = Window(
    asked("document-ask-day"),
    MessageInput(_day, content_types=ContentType.TEXT),
    Column(Button(Label("document-button-no-day"), id="none", on_click=_no_day)),
    back_to(Documents.kind),
    state=Documents.day,
)


async def _given(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    data = manager.dialog_data
    if data.get("kind") not in set(DocumentKind):
        raise NotFound
    issued = dt.date.fromisoformat(data["day"]) if data.get("day") else None
    try:
        copy = _copy_of(message)
        await papers.give_document(
            context_of(manager), _holder(manager), DocumentKind(data["kind"]), issued, copy
        )
    except NotFound:
        raise
    except Refusal as mistake:
        mistaken(manager, mistake)
        return
    take_album(manager, message)
    for key in ("kind", "day"):
        data.pop(key, None)
    await manager.switch_to(Documents.all)


def _copy_of(message: Message) -> Copy:
    """The photo or file of a message; raises Refusal for anything else."""
    if still := still_of(message):
        return Copy(still.file_id, MediaKind.PHOTO)
    if message.document is not None:
        return Copy(message.document.file_id, MediaKind.DOCUMENT)
    raise Refusal("mistake-document-file")


async def _no_file(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    mistaken(manager, Refusal("mistake-document-file"))


async def _chosen_kind(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    code = dialog_manager.dialog_data.get("kind", DocumentKind.OTHER)
    return {"kind": at.say.plain(f"document-{code}")}


file = Window(
    asked("document-ask-file"),
    MessageInput(_given, content_types=PICTURES),
    MessageInput(_no_file),
    back_to(Documents.day),
    state=Documents.file,
    getter=_chosen_kind,
    preview_data=_chosen_kind,
)

dialog = Dialog(all_, one, kind, day, file)


@notice(NoticeKind.DOCUMENT_GIVEN)
async def _told(at: Notice) -> Shown | None:
    """To the mentor: a participant's documents came."""
    enrolment = at.details["enrolment"]
    name = await papers.documents_told(at, enrolment)
    if name is None:
        return None
    to = DocumentsTap(enrolment=enrolment).pack()
    words = at.say("notice-document-given", name=name)
    return Shown(words, (), [[button(at.say.plain("documents-button-open"), to)]])
