"""An organisation applies to become a centre: one question a screen, all answers, sent (§7)."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Select, SwitchTo
from aiogram_dialog.widgets.text import Format
from markupsafe import Markup

from award.centres.application_form import (
    CentreField,
    UnfitCentre,
    answer_question,
    begin_application,
    own_application,
    send_application,
    unanswered,
)
from award.errors import Refusal, TooLate
from award.programme import Programme
from handlers import understanding
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import asked, back_to
from handlers.ui.paging import paged
from handlers.ui.previews import example, region_of, story
from handlers.ui.questions import Questions, shortened
from handlers.ui.widgets import Dialog, Label, Say, menu, mistaken
from handlers.understanding.regions import regions_meant
from handlers.wording.names import region_name, regions
from locales import Texts
from storage.tables import CentreApplication


class CentreForm(StatesGroup):
    """Begin with `apply_for_centre`; the dialog opens at the first question without an answer."""

    name = State()
    legal_status = State()
    contact = State()
    region = State()
    place = State()
    address = State()
    phone = State()
    email = State()
    mission = State()
    projects = State()
    summary = State()
    change = State()
    sent = State()


_SCREENS: dict[CentreField, State] = {
    field: getattr(CentreForm, field.value) for field in CentreField
}


async def apply_for_centre(manager: DialogManager) -> None:
    """Begin, or go on with what was begun; raises Refusal where one is under way."""
    await manager.start(CentreForm.name, mode=StartMode.RESET_STACK)


async def _open(_data: Any, manager: DialogManager) -> None:
    at = context_of(manager)
    await begin_application(at)
    await _QUESTIONS.go_on(manager)


async def _form(manager: DialogManager) -> CentreApplication:
    at = context_of(manager)
    found = await own_application(at)
    if found is None:
        raise TooLate("refused-centre-no-draft")
    return found


class _Questions(Questions[CentreField]):
    async def every(self, manager: DialogManager) -> list[CentreField]:
        return list(CentreField)

    async def left(self, manager: DialogManager) -> tuple[CentreField, ...]:
        return unanswered(await _form(manager))

    def screen(self, asked: CentreField) -> State:
        return _SCREENS[asked]


_QUESTIONS = _Questions("org-step", CentreForm.summary)


async def _take(manager: DialogManager, field: CentreField, value: str, typed: str) -> None:
    at = context_of(manager)
    try:
        await answer_question(at, field, value)
    except UnfitCentre as mistake:
        mistaken(manager, mistake, typed)
        return
    await _QUESTIONS.go_on(manager)


# --- the questions


def key_of(field: CentreField) -> str:
    return field.replace("_", "-")


async def _asked(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    state = dialog_manager.current_context().state
    field = next(each for each, screen in _SCREENS.items() if screen == state)
    kept = getattr(await _form(dialog_manager), field)
    if field is CentreField.REGION:
        kept = region_name(at.programme, kept, at.say) if kept else ""
    return _at(field) | {"current": shortened(kept)}


def _at(field: CentreField) -> dict[str, Any]:
    order = list(CentreField)
    return {"step": order.index(field) + 1, "steps": len(order), "current": ""}


def _typed(field: CentreField) -> MessageInput:
    async def take(message: Message, _input: MessageInput, manager: DialogManager) -> None:
        typed = message.text or ""
        await _take(manager, field, _understood(field, typed), typed)

    return MessageInput(take, content_types=ContentType.TEXT)


def _understood(field: CentreField, typed: str) -> str:
    """A phone and a name as people write them; what cannot be understood is no answer."""
    if field is CentreField.PHONE:
        return understanding.phone(typed) or ""
    if field is CentreField.CONTACT:
        return understanding.full_name(typed) or ""
    return typed


async def _region_typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    found = regions_meant(message.text or "", context_of(manager).programme)
    code = found[0] if len(found) == 1 else ""
    await _take(manager, CentreField.REGION, code, message.text or "")


async def _region(_tap: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    await _take(manager, CentreField.REGION, code, "")


async def _other(_message: Message, _input: Any, manager: DialogManager) -> None:
    """Something came that no question here takes."""
    mistaken(manager, Refusal("mistake-write"))


def _question(field: CentreField) -> Window:
    is_region = field is CentreField.REGION
    inputs: list[Any] = (
        [
            paged("org_region", _region),
            MessageInput(_region_typed, content_types=ContentType.TEXT),
        ]
        if is_region
        else [_typed(field)]
    )
    return Window(
        _QUESTIONS.words(f"org-ask-{key_of(field)}"),
        *inputs,
        MessageInput(_other),
        _QUESTIONS.foot(),
        state=_SCREENS[field],
        getter=[_asked, regions] if is_region else _asked,
        preview_data=[_at(field), regions] if is_region else _at(field),
    )


# --- all answers


async def _summary(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    form = await _form(dialog_manager)
    answers = {field: str(getattr(form, field)) for field in CentreField}
    return {"lines": lines_of(answers, at.programme, at.say), "complete": not unanswered(form)}


def lines_of(answers: dict[CentreField, str], programme: Programme, say: Texts) -> Markup:
    """Each question in a word, and its answer."""
    return Markup("\n").join(
        say(
            "summary-line",
            question=say.plain(f"org-title-{key_of(field)}"),
            answer=region_name(programme, text, say)
            if field is CentreField.REGION
            else shortened(text),
        )
        for field, text in answers.items()
        if text
    )


def answers_of_story(say: Texts, programme: Programme) -> dict[CentreField, str]:
    """An organisation of the preview page."""
    her = story(say)
    return {
        CentreField.NAME: her.centre,
        CentreField.LEGAL_STATUS: say.plain("org-example-legal-status"),
        CentreField.CONTACT: her.representative,
        CentreField.REGION: region_of(programme).code,
        CentreField.PLACE: her.place,
        CentreField.ADDRESS: say.plain("org-example-address"),
        CentreField.PHONE: "+77272123456",
        CentreField.EMAIL: "jastar@example.kz",
        CentreField.MISSION: say.plain("org-example-mission"),
        CentreField.PROJECTS: say.plain("org-example-projects"),
    }


async def _send(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    try:
        await send_application(at)
    except TooLate:
        raise
    except Refusal as refusal:
        mistaken(manager, refusal)
        return
    await manager.switch_to(CentreForm.sent)


async def _titles(at: RequestContext, **_: Any) -> dict[str, Any]:
    return {
        "items": [
            (field.value, at.say.plain(f"org-title-{key_of(field)}")) for field in CentreField
        ]
    }


async def _change(_tap: CallbackQuery, _select: Any, manager: DialogManager, name: str) -> None:
    await _QUESTIONS.ask_again(manager, CentreField(name))


summary = Window(
    asked("org-summary"),
    Button(Label("org-button-send"), id="send", on_click=_send, when="complete"),
    SwitchTo(Label("button-change-answer"), id="change", state=CentreForm.change),
    MessageInput(_other),
    _QUESTIONS.back(),
    state=CentreForm.summary,
    getter=_summary,
    preview_data=example(
        lambda say, programme: {
            "lines": lines_of(answers_of_story(say, programme), programme, say),
            "complete": True,
        }
    ),
)
change = Window(
    Say("change-answer"),
    Group(
        Select(Format("{item[1]}"), "answer", lambda item: item[0], "items", on_click=_change),
        width=2,
    ),
    MessageInput(_other),
    back_to(CentreForm.summary),
    state=CentreForm.change,
    getter=_titles,
    preview_data=_titles,
)
sent = Window(Say("org-sent"), menu(), state=CentreForm.sent)

dialog = Dialog(*map(_question, CentreField), summary, change, sent, on_start=_open)
