"""A legal representative opens the link: whose consent, to what, agreement, name, contact, yes."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, RequestContact, Row, SwitchTo
from aiogram_dialog.widgets.markup.reply_keyboard import ReplyKeyboardFactory
from aiogram_dialog.widgets.text import Format, Multi

from award.access.invitations import PREFIX
from award.consent.representatives import check_signer, consent, consent_asked, decline
from award.errors import Refusal
from award.programme import Programme
from award.registration.personal import Field, Unfit
from handlers import understanding
from handlers.consent.agreement import agreement_page, read_hash, read_through, reading
from handlers.ui.contact import own_phone
from handlers.ui.context import RequestContext, context_of
from handlers.ui.deep_links import opens
from handlers.ui.navigation import started_with
from handlers.ui.previews import example, level, story
from handlers.ui.widgets import Dialog, Label, Mistake, Say, menu, mistaken
from handlers.wording.names import level_name
from locales import Texts
from storage.tables import InvitationKind


class Consent(StatesGroup):
    """The representative's way; nothing is signed before the last tap."""

    who = State()
    agreement = State()
    full_name = State()
    contact = State()
    confirm = State()
    done = State()
    declining = State()
    declined = State()


@opens(PREFIX[InvitationKind.REPRESENTATIVE])
async def open_consent(manager: DialogManager, payload: str) -> None:
    """What the link of a minor's application opens; raises Refusal for whom it is not."""
    at = context_of(manager)
    await consent_asked(at, payload)
    await manager.start(
        Consent.who,
        data={"payload": payload},
        mode=StartMode.RESET_STACK,
        show_mode=ShowMode.SEND,
    )


def _payload(manager: DialogManager) -> str:
    return str(started_with(manager)["payload"])


async def _asked(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    asked = await consent_asked(at, _payload(dialog_manager))
    asked_level = at.programme.level(asked.level)
    data = dialog_manager.dialog_data
    return {
        "child": asked.child,
        "level": level_name(asked_level, at.say),
        "months": asked_level.months,
        "programme": at.programme.name[at.say.language],
        "name": data.get("name", at.actor.name or ""),
        "known": at.actor.name or "",
        "phone": data.get("phone", ""),
    }


def _of_story(say: Texts, programme: Programme) -> dict[str, Any]:
    her = story(say)
    return {
        "child": her.participant,
        "level": level_name(level(programme), say),
        "months": level(programme).months,
        "programme": programme.name[say.language],
        "name": her.representative,
        "known": her.representative,
        "phone": "+77011234568",
    }


PREVIEW = example(_of_story)


async def _other(_message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """What cannot be an answer here."""
    mistaken(manager, _SUITED[manager.current_context().state])


_SUITED = {
    Consent.full_name: Refusal("mistake-consent-full-name"),
    Consent.contact: Refusal("mistake-consent-contact"),
}


who = Window(
    Say("consent-who"),
    SwitchTo(Label("button-i-represent"), id="read", state=Consent.agreement),
    SwitchTo(Label("button-decline"), id="decline", state=Consent.declining),
    menu(),
    state=Consent.who,
    getter=_asked,
    preview_data=PREVIEW,
)

agreement = Window(
    Multi(Format("{page}"), Say("agreement-to-the-end", when="unread"), sep="\n\n"),
    reading(),
    SwitchTo(Label("button-agree-go-on"), id="on", state=Consent.full_name, when="read"),
    Row(SwitchTo(Label("button-back"), id="back", state=Consent.who), menu()),
    state=Consent.agreement,
    getter=agreement_page,
    preview_data=read_through,
)


async def _name(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    name = understanding.full_name(message.text or "")
    if name is None:
        mistaken(manager, Unfit(Field.FULL_NAME), message.text)
        return
    await _named(manager, name)


async def _known_name(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _named(manager, context_of(manager).actor.name or "")


async def _named(manager: DialogManager, name: str) -> None:
    try:
        await check_signer(context_of(manager), _payload(manager), full_name=name)
    except Refusal as refusal:
        mistaken(manager, refusal)
        return
    manager.dialog_data["name"] = name
    await manager.switch_to(Consent.contact)


full_name = Window(
    Multi(Mistake(), Say("consent-full-name"), sep="\n\n"),
    Button(Format("{known}"), id="known", on_click=_known_name, when="known"),
    MessageInput(_name, content_types=ContentType.TEXT),
    MessageInput(_other),
    Row(
        SwitchTo(Label("button-back"), id="back", state=Consent.agreement),
        menu(),
    ),
    state=Consent.full_name,
    getter=_asked,
    preview_data=PREVIEW,
)


async def _contact(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Only the sender's own contact, which Telegram itself vouches for."""
    phone = own_phone(message)
    if phone is None:
        mistaken(manager, Refusal("mistake-consent-contact"))
        return
    try:
        await check_signer(context_of(manager), _payload(manager), phone=phone)
    except Refusal as refusal:
        mistaken(manager, refusal)
        return
    manager.dialog_data["phone"] = phone
    await manager.switch_to(Consent.confirm)


contact = Window(
    Multi(Mistake(), Say("consent-contact"), sep="\n\n"),
    RequestContact(Label("button-share-contact")),
    Row(
        SwitchTo(Label("button-back"), id="back", state=Consent.full_name),
        menu(),
    ),
    MessageInput(_contact, content_types=ContentType.CONTACT),
    MessageInput(_other),
    state=Consent.contact,
    markup_factory=ReplyKeyboardFactory(resize_keyboard=True),
    preview_data=PREVIEW,
)


async def _sign(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, data = context_of(manager), manager.dialog_data
    text_hash = read_hash(manager)
    data["child"] = (await _asked(manager, at))["child"]
    await consent(at, _payload(manager), data["name"], data["phone"], at.say.language, text_hash)
    await manager.switch_to(Consent.done)


confirm = Window(
    Say("consent-confirm"),
    Button(Label("button-consent"), id="sign", on_click=_sign),
    SwitchTo(Label("button-decline"), id="decline", state=Consent.declining),
    Row(SwitchTo(Label("button-back"), id="back", state=Consent.full_name), menu()),
    state=Consent.confirm,
    getter=_asked,
    preview_data=PREVIEW,
)


async def _child(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"child": dialog_manager.dialog_data.get("child", "")}


done = Window(Say("consent-done"), menu(), state=Consent.done, getter=_child, preview_data=PREVIEW)


async def _decline(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    await decline(at, _payload(manager))
    await manager.switch_to(Consent.declined)


declining = Window(
    Say("consent-declining"),
    Button(Label("button-decline-surely"), id="surely", on_click=_decline),
    Row(SwitchTo(Label("button-back"), id="back", state=Consent.who), menu()),
    state=Consent.declining,
    getter=_asked,
    preview_data=PREVIEW,
)

declined = Window(Say("consent-declined"), menu(), state=Consent.declined)

dialog = Dialog(who, agreement, full_name, contact, confirm, done, declining, declined)
