"""The agreement to be read in the chat: in full, page by page, before it can be signed."""

from typing import Any

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.common import ManagedScroll
from aiogram_dialog.widgets.kbd import Group, Row, StubScroll
from aiogram_dialog.widgets.text import Format, Multi
from markupsafe import Markup

from award.calendar import local_date
from award.consent.signing import signatures
from award.errors import Refusal
from award.programme import Agreement, Programme
from handlers.ui.context import RequestContext, context_of
from handlers.ui.paging import turning
from handlers.ui.previews import TODAY, example, story
from handlers.ui.widgets import Dialog, Say, cancel, menu
from locales import Texts

PAGE = 2400  # characters; a paragraph is not broken
PAGES = "agreement_pages"


def pages_of(agreement: Agreement, language: str) -> list[Markup]:
    """The whole text that is signed, split between paragraphs into messages of a readable size."""
    pages: list[list[str]] = [[]]
    for paragraph in agreement.text(language).split("\n\n"):
        if pages[-1] and sum(map(len, pages[-1])) + len(paragraph) > PAGE:
            pages.append([])
        pages[-1].append(paragraph)
    title, *rest = pages[0]
    first = Markup("\n\n").join([Markup("<b>{}</b>").format(title), *rest])
    return [first, *(Markup("\n\n").join(page) for page in pages[1:])]


def reading() -> Group:
    """The buttons that turn the pages."""
    return Group(StubScroll(id=PAGES, pages="pages"), turning(PAGES))


async def agreement_page(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    """The page at hand; `read`: all pages were opened in this language, so it can be signed."""
    pages = pages_of(at.programme.agreement, at.say.language)
    scroll: ManagedScroll | None = dialog_manager.find(PAGES)
    assert scroll is not None
    page = max(0, min(await scroll.get_page(), len(pages) - 1))
    opened = dialog_manager.dialog_data.setdefault("opened", {})
    seen = opened.setdefault(at.programme.agreement.text_hash(at.say.language), [])
    if page not in seen:
        seen.append(page)
    return {
        "pages": len(pages),
        "page": pages[page],
        "unread": len(pages) - len(seen),
        "read": len(seen) == len(pages),
    }


def read_hash(manager: DialogManager) -> str:
    """The hash of the text that was read to the end in this dialog, in the person's language.

    Raises Refusal where it was not: the text or the language has changed since.
    """
    agreement, language = context_of(manager).programme.agreement, context_of(manager).say.language
    text_hash = agreement.text_hash(language)
    seen = manager.dialog_data.get("opened", {}).get(text_hash, ())
    if len(seen) < len(pages_of(agreement, language)):
        raise Refusal("refused-unread")
    return text_hash


async def read_through(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    """For the preview: the last page, once all were read."""
    pages = pages_of(at.programme.agreement, at.say.language)
    scroll: ManagedScroll | None = dialog_manager.find(PAGES)
    assert scroll is not None
    await scroll.set_page(len(pages) - 1)
    return {"pages": len(pages), "page": pages[-1], "unread": 0, "read": True}


class Reading(StatesGroup):
    """The agreement at any later time."""

    text = State()


async def _signed(at: RequestContext, **_: Any) -> dict[str, Any]:
    lines = [
        at.say(
            "agreement-signed-by",
            name=signature.signer_name,
            day=local_date(signature.signed_at, at.programme.zone),
            version=signature.version,
        )
        for signature in await signatures(at)
    ]
    return {"signed": Markup("\n").join(lines), "version": at.programme.agreement.version}


def _as_signed(say: Texts, programme: Programme) -> dict[str, Any]:
    version = programme.agreement.version
    signed = say("agreement-signed-by", name=story(say).participant, day=TODAY, version=version)
    return {"signed": signed, "version": version}


dialog = Dialog(
    Window(
        Multi(
            Format("{page}"),
            Say("agreement-version"),
            Format("{signed}", when="signed"),
            sep="\n\n",
        ),
        reading(),
        Row(cancel(), menu()),
        state=Reading.text,
        getter=[agreement_page, _signed],
        preview_data=[agreement_page, example(_as_signed)],
    )
)

router = Router(name="agreement")


@router.message(Command("agreement"))
async def read_agreement(_message: Message, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Reading.text, show_mode=ShowMode.SEND)
