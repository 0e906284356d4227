"""The mentor's few words on a participant, which the participant always sees (§4.11)."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row
from markupsafe import Markup

from award.errors import NotAllowed, NotFound, Refusal
from award.mentoring import participants
from award.mentoring.characterisation import LONGEST, characterise
from award.programme import Programme
from handlers.mentoring.card import card_shown
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import asked, enrolment_of
from handlers.ui.previews import example, story
from handlers.ui.shown import quoted
from handlers.ui.taps import CardDo, CardTap
from handlers.ui.widgets import Dialog, Label, menu, mistaken
from locales import Texts


class Characterising(StatesGroup):
    """Started with {"enrolment": id}."""

    words = State()


router = Router(name="characterisation")


@router.callback_query(CardTap.filter(F.do == CardDo.CHARACTERISE))
async def open_form(
    tap: CallbackQuery, callback_data: CardTap, dialog_manager: DialogManager
) -> None:
    card = await participants.card(context_of(dialog_manager), callback_data.enrolment)
    if not card.mine:
        raise NotFound
    await dialog_manager.start(
        Characterising.words,
        data={"enrolment": callback_data.enrolment},
        mode=StartMode.RESET_STACK,
        show_mode=ShowMode.SEND,
    )


async def _now(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    card = await participants.card(at, enrolment_of(dialog_manager))
    words = quoted(card.characterisation) if card.characterisation else Markup("–")
    return {"name": card.name, "most": LONGEST, "words": words}


def _of_story(say: Texts, _programme: Programme) -> dict[str, Any]:
    return {"name": story(say).participant, "most": LONGEST, "words": quoted(story(say).report)}


async def _typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    try:
        await characterise(context_of(manager), enrolment_of(manager), message.text or "")
    except NotAllowed:
        raise
    except Refusal as mistake:
        mistaken(manager, mistake, message.text)
        return
    await _close(manager)


async def _to_card(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _close(manager)


async def _close(manager: DialogManager) -> None:
    at, enrolment = context_of(manager), enrolment_of(manager)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    at.reply.put(card_shown(await participants.card(at, enrolment), at.say, at.programme))


dialog = Dialog(
    Window(
        asked("characterise-ask"),
        MessageInput(_typed, content_types=ContentType.TEXT),
        Row(Button(Label("button-back"), id="card", on_click=_to_card), menu()),
        state=Characterising.words,
        getter=_now,
        preview_data=example(_of_story),
    ),
)
