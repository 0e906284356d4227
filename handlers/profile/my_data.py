"""/mydata: a copy of everything held about a person, and the erasure of it (programme.md §4)."""

import json

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import (
    CallbackQuery,
    ContentType,
    Message,
)
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Multi
from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import local_date
from award.errors import Refusal
from award.outbox import NoticeKind
from award.profile.erasure import erase, may_erase, who_left
from award.profile.export import CopyAsked, ask_for_copy, held_about
from handlers.profile.data_in_words import in_words
from handlers.ui.context import RequestContext, context_of
from handlers.ui.lately import forget
from handlers.ui.navigation import open_above_menu
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown
from handlers.ui.states import Card
from handlers.ui.widgets import Label, Mistake, Say, menu, mistaken
from locales import LANGUAGES, texts

router = Router(name="mydata")


@router.message(Command("mydata"))
async def open_data(_message: Message, dialog_manager: DialogManager) -> None:
    await open_above_menu(dialog_manager, Card.data)


async def _copy(tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    show_copy(at, await ask_for_copy(at), at.say("mydata-sent"))
    manager.show_mode = ShowMode.SEND


def show_copy(at: RequestContext, asked: CopyAsked, words: Markup) -> None:
    """Send a copy of somebody's data: for reading, and as a file that other programs understand.

    It is read and put together when it goes out, beside all else: it may be of years.
    """
    name = f"mydata-{at.now:%Y-%m-%d}"

    async def made(session: AsyncSession) -> dict[str, bytes]:
        held = await held_about(session, asked)
        text = in_words(held, at.programme, at.say)
        whole = json.dumps(held, ensure_ascii=False, indent=2)
        return {f"{name}.txt": text.encode(), f"{name}.json": whole.encode()}

    at.reply.documents(made, words)


data = Window(
    Say("card-data"),
    Button(Label("card-button-copy"), id="copy", on_click=_copy),
    SwitchTo(Label("card-button-erase"), id="erase", state=Card.erase),
    Row(SwitchTo(Label("button-back"), id="back", state=Card.own), menu()),
    state=Card.data,
)


# --- erasure: a tap, then a word


async def _surely(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    await may_erase(at)
    await manager.switch_to(Card.erase_word)


erasing = Window(
    Say("card-erase"),
    Button(Label("card-button-erase-surely"), id="surely", on_click=_surely),
    Row(SwitchTo(Label("button-back"), id="back", state=Card.data), menu()),
    state=Card.erase,
)


async def _typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    typed = (message.text or "").strip().strip("«»\"'“”.!").casefold()
    if typed not in {texts(language).plain("erase-word").casefold() for language in LANGUAGES}:
        mistaken(manager, Refusal("mistake-erase-word"), message.text)
        return
    at = context_of(manager)
    say = at.say
    await erase(at)
    await manager.reset_stack()
    await forget(manager.middleware_data["state"])
    at.reply.put_away_keyboard(say("erased"))


erase_word = Window(
    Multi(Mistake(), Say("card-erase-word"), sep="\n\n"),
    MessageInput(_typed, content_types=ContentType.TEXT),
    Row(SwitchTo(Label("button-back"), id="back", state=Card.data), menu()),
    state=Card.erase_word,
)

windows = (data, erasing, erase_word)


@notice(NoticeKind.PARTICIPANT_ERASED)
async def _erased(at: Notice) -> Shown | None:
    """To the mentor: somebody left, and who it was is not known here any more."""
    left = await who_left(at, at.details["enrolment"])
    if left is None:
        return None
    level = at.programme.find_level(left.level)
    return Shown(
        at.say(
            "notice-participant-erased",
            level=level.name[at.say.language] if level else "–",
            day=local_date(left.begun_at, at.programme.zone),
        )
    )
