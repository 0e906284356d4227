"""The first contact: the representative was spoken to; where the participant lives, and health."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Format

from award.errors import Refusal
from award.mentoring import participants
from award.plan.first_contact import (
    HEALTH,
    RESIDENCE,
    Contact,
    contact_to_make,
    fitting_words,
    note_first_contact,
)
from award.programme import Programme
from handlers.mentoring.card import card_shown
from handlers.ui.context import context_of
from handlers.ui.navigation import asked, enrolment_of
from handlers.ui.previews import example, story
from handlers.ui.taps import CardDo, CardTap
from handlers.ui.widgets import Dialog, Label, Say, menu, mistaken
from locales import Texts


class FirstContactForm(StatesGroup):
    """Started with {"enrolment": id}; of an adult, who has no representative, at `residence`."""

    spoken = State()
    residence = State()
    health = State()


router = Router(name="first-contact")


@router.callback_query(CardTap.filter(F.do == CardDo.CONTACT))
async def make_contact(
    tap: CallbackQuery, callback_data: CardTap, dialog_manager: DialogManager
) -> None:
    await open_first_contact(dialog_manager, callback_data.enrolment)


async def open_first_contact(manager: DialogManager, enrolment_id: int) -> None:
    """Open the form for one of the mentor's participants, in a message of its own."""
    contact = await contact_to_make(context_of(manager), enrolment_id)
    adult = contact.representative is None
    await manager.start(
        FirstContactForm.residence if adult else FirstContactForm.spoken,
        data={"enrolment": enrolment_id},
        mode=StartMode.RESET_STACK,
        show_mode=ShowMode.SEND,
    )


async def _contact(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at = context_of(dialog_manager)
    return _shown(await contact_to_make(at, enrolment_of(dialog_manager)))


def _shown(contact: Contact) -> dict[str, Any]:
    return {
        "name": contact.name,
        "representative": contact.representative or "",
        "phone": contact.phone or "–",
        "place": contact.residence or contact.place or "",
    }


def _of_story(say: Texts, _programme: Programme) -> dict[str, Any]:
    her = story(say)
    return {
        "name": her.participant,
        "representative": her.representative,
        "phone": "+77011234568",
        "place": her.place,
    }


PREVIEW = example(_of_story)


async def _spoken(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["spoken"] = True
    await manager.switch_to(FirstContactForm.residence)


async def _place_kept(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    contact = await contact_to_make(context_of(manager), enrolment_of(manager))
    await _lives(manager, contact.residence or contact.place or "")


async def _place_typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    await _lives(manager, message.text or "")


async def _lives(manager: DialogManager, words: str) -> None:
    try:
        manager.dialog_data["residence"] = fitting_words(words, RESIDENCE)
    except Refusal as mistake:
        mistaken(manager, mistake, words)
        return
    await manager.switch_to(FirstContactForm.health)


async def _nothing(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _note(manager, None)


async def _health_typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    words = message.text or ""
    try:
        fitting_words(words, HEALTH)
    except Refusal as mistake:
        mistaken(manager, mistake, words)
        return
    await _note(manager, words)


async def _note(manager: DialogManager, health: str | None) -> None:
    at, form, enrolment = context_of(manager), manager.dialog_data, enrolment_of(manager)
    await note_first_contact(
        at,
        enrolment,
        spoken=form.get("spoken", False),
        residence=form["residence"],
        health=health,
    )
    await _close(manager)


async def _to_card(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _close(manager)


async def _close(manager: DialogManager) -> None:
    """Back to the participant's card, as it stands by now."""
    at, enrolment = context_of(manager), enrolment_of(manager)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    card = await participants.card(at, enrolment)
    at.reply.put(card_shown(card, at.say, at.programme))


def _card() -> Button:
    return Button(Label("button-back"), id="card", on_click=_to_card)


dialog = Dialog(
    Window(
        Say("contact-spoken"),
        Button(Label("contact-button-spoken"), id="spoken", on_click=_spoken),
        Row(_card(), menu()),
        state=FirstContactForm.spoken,
        getter=_contact,
        preview_data=PREVIEW,
    ),
    Window(
        asked("contact-residence"),
        Button(Format("{place}"), id="kept", on_click=_place_kept, when="place"),
        MessageInput(_place_typed, content_types=ContentType.TEXT),
        Row(_card(), menu()),
        state=FirstContactForm.residence,
        getter=_contact,
        preview_data=PREVIEW,
    ),
    Window(
        asked("contact-health"),
        Button(Label("contact-button-nothing"), id="nothing", on_click=_nothing),
        MessageInput(_health_typed, content_types=ContentType.TEXT),
        Row(
            SwitchTo(Label("button-back"), id="back", state=FirstContactForm.residence),
            menu(),
        ),
        state=FirstContactForm.health,
        getter=_contact,
        preview_data=PREVIEW,
    ),
)
