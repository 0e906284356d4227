"""A person's own card: what the programme knows of them, and correcting it (programme.md §4)."""

from collections.abc import Callable
from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.api.entities import MediaAttachment, MediaId
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, RequestContact, Row, Select, Start, SwitchTo
from aiogram_dialog.widgets.markup.reply_keyboard import ReplyKeyboardFactory
from aiogram_dialog.widgets.media import DynamicMedia
from aiogram_dialog.widgets.text import Format, Multi
from markupsafe import Markup

from award.consent.ending import own_representatives
from award.errors import NotFound
from award.profile.next_step import own_characterisation, where_it_stands
from award.programme import Programme
from award.ratings.names import naming
from award.registration.personal import Field, Unfit, correct, own_answers
from handlers import understanding
from handlers.profile import enrolment, my_data
from handlers.ratings.names import name_shown
from handlers.ui.contact import own_phone
from handlers.ui.context import RequestContext, context_of
from handlers.ui.kinds import PICTURES
from handlers.ui.navigation import open_above_menu
from handlers.ui.paging import paged
from handlers.ui.portrait import made_photo, photo_sent
from handlers.ui.previews import TODAY, example, region_of, story
from handlers.ui.shown import quoted
from handlers.ui.states import Card, Documents, OwnRepresentatives
from handlers.ui.taps import GoTap, Screen
from handlers.ui.widgets import Dialog, Label, Mistake, Say, cancel, menu, mistaken, take_album
from handlers.understanding.regions import regions_meant
from handlers.wording.names import region_name
from locales import Texts
from storage.tables import BEGUN_STATES, SIGNED_STATES, EnrolmentState, Person

router = Router(name="card")

# A caption holds 1024 characters: what people wrote of themselves is shown in part.
SHOWN = {Field.ABOUT: 250, Field.HOBBIES: 120}
LONGEST = 160
# The same order as in the application; the photo stands above.
LINES = (
    Field.FULL_NAME,
    Field.BIRTH_DATE,
    Field.REGION,
    Field.PLACE,
    Field.STUDY,
    Field.PHONE,
    Field.ABOUT,
    Field.HOBBIES,
)
# Before it is signed, an application's own screens mend the birth date; afterwards staff do.
CHANGEABLE = (*(field for field in LINES if field is not Field.BIRTH_DATE), Field.PHOTO)


@router.callback_query(GoTap.filter(F.to == Screen.CARD))
async def open_card(tap: CallbackQuery, dialog_manager: DialogManager) -> None:
    await open_above_menu(dialog_manager, Card.own)


def field_name(field: Field) -> str:
    """How a field is called in keys of texts."""
    return "photo" if field is Field.PHOTO else field.replace("_", "-")


# --- the card


async def _own(at: RequestContext, **_: Any) -> dict[str, Any]:
    person = await own_answers(at)
    where = await where_it_stands(at)
    lines = [_line(person, field, at.programme, at.say) for field in LINES]
    photo = person.photo_file_id
    return {
        "lines": Markup("\n").join(lines + _characterised(await own_characterisation(at), at.say)),
        "photo": MediaAttachment(ContentType.PHOTO, file_id=MediaId(photo)) if photo else None,
        "way": where.state not in (None, EnrolmentState.DRAFT),
        "represented": bool(await own_representatives(at)),
        "enrolled": where.state in BEGUN_STATES,
        "signed": where.state in SIGNED_STATES,
    }


def _characterised(words: str | None, say: Texts) -> list[Markup]:
    """The mentor's few words, which their participant always sees."""
    return [say("characterisation-title"), quoted(words, SHOWN[Field.ABOUT])] if words else []


def _of_story(say: Texts, programme: Programme) -> dict[str, Any]:
    lines = [_line(_someone(say, programme), field, programme, say) for field in LINES]
    return {
        "lines": Markup("\n").join(lines),
        "photo": None,
        "way": True,
        "represented": True,
        "enrolled": True,
        "signed": True,
    }


def _someone(say: Texts, programme: Programme) -> Person:
    her = story(say)
    return Person(
        full_name=her.participant,
        birth_date=TODAY.replace(year=TODAY.year - 16),
        region=region_of(programme).code,
        place=her.place,
        study=her.study,
        phone="+77011234567",
        about=her.about,
        hobbies=her.hobbies,
    )


def _line(person: Person, field: Field, programme: Programme, say: Texts) -> Markup:
    title = say.plain(f"title-{field_name(field)}")
    return say("card-line", title=title, value=_shown(person, field, programme, say))


def _shown(person: Person, field: Field, programme: Programme, say: Texts) -> str:
    value: Any = getattr(person, field)
    if value is None:
        return "–"
    if field is Field.BIRTH_DATE:
        return say.plain("answer-day", day=value)
    if field is Field.REGION:
        return region_name(programme, value, say)
    if field is Field.PHOTO:
        return say.plain("answer-photo")
    text, limit = str(value), SHOWN.get(field, LONGEST)
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


async def _named(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    where = await where_it_stands(at)
    if where.enrolment_id is None:
        raise NotFound
    manager.show_mode = ShowMode.NO_UPDATE
    at.reply.send(name_shown(await naming(at, where.enrolment_id), at.say))


async def _papers(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    where = await where_it_stands(context_of(manager))
    await manager.start(Documents.all, {"enrolment": where.enrolment_id or 0})


own = Window(
    DynamicMedia("photo", when="photo"),
    Say("card-own"),
    SwitchTo(Label("card-button-way"), id="way", state=Card.way, when="way"),
    Row(
        SwitchTo(Label("card-button-fields"), id="fields", state=Card.fields),
        SwitchTo(Label("card-button-data"), id="data", state=Card.data),
    ),
    Button(Label("documents-button"), id="papers", on_click=_papers, when="signed"),
    Button(Label("button-public-name"), id="named", on_click=_named, when="enrolled"),
    Start(
        Label("button-own-representatives"),
        id="represented",
        state=OwnRepresentatives.all,
        when="represented",
    ),
    Row(cancel(), menu()),
    state=Card.own,
    getter=_own,
    preview_data=example(_of_story),
)


# --- correcting


async def _fields(at: RequestContext, **_: Any) -> dict[str, Any]:
    return {"items": [(field, at.say.plain(f"title-{field_name(field)}")) for field in CHANGEABLE]}


SCREENS = {Field.REGION: Card.region, Field.PHOTO: Card.photo, Field.PHONE: Card.phone}


async def _change(_tap: CallbackQuery, _select: Any, manager: DialogManager, name: str) -> None:
    field = Field(name)
    manager.dialog_data["field"] = field.value
    await manager.switch_to(SCREENS.get(field, Card.answer))


fields = Window(
    Say("card-fields"),
    Group(Select(Format("{item[1]}"), "field", lambda i: i[0], "items", on_click=_change), width=2),
    Row(SwitchTo(Label("button-back"), id="back", state=Card.own), menu()),
    state=Card.fields,
    getter=_fields,
    preview_data=_fields,
)


async def _asked(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    field = _field(dialog_manager)
    person = await own_answers(at)
    return _question_of(person, field, at.programme, at.say)


async def _asked_of_story(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    state = dialog_manager.current_context().state
    field = next((each for each, screen in SCREENS.items() if screen == state), Field.FULL_NAME)
    return _question_of(_someone(at.say, at.programme), field, at.programme, at.say)


def _question_of(person: Person, field: Field, programme: Programme, say: Texts) -> dict[str, Any]:
    regions = [(region.code, region.name[say.language]) for region in programme.regions]
    return {
        "asked": say(f"ask-{field_name(field)}"),
        "current": "" if getattr(person, field) is None else _shown(person, field, programme, say),
        "regions": regions,
    }


def _field(manager: DialogManager) -> Field:
    return Field(manager.dialog_data.get("field", Field.FULL_NAME))


UNDERSTOOD: dict[Field, Callable[[str], str | None]] = {
    Field.FULL_NAME: understanding.full_name,
    Field.PHONE: understanding.phone,
}


async def _typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    field, typed = _field(manager), message.text or ""
    understood = UNDERSTOOD.get(field, str.strip)
    await _take(manager, understood(typed) or None, typed)


async def _take(manager: DialogManager, value: str | None, typed: str = "") -> None:
    """Keep a correction and show the card, or say what is wrong with it."""
    at, field = context_of(manager), _field(manager)
    try:
        if value is None:
            raise Unfit(field)
        await correct(at, field, value)
    except Unfit as mistake:
        mistaken(manager, mistake, typed)
        return
    await manager.switch_to(Card.own)


async def _picture(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    at = context_of(manager)
    if made_photo(message, at.reply, at.say("photo-taken")):
        manager.show_mode = ShowMode.NO_UPDATE
    else:
        given = photo_sent(message)
        if given is not None:
            take_album(manager, message)
        await _take(manager, given)


async def _contact(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    await _take(manager, own_phone(message))


async def _region_typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """The one region of this name; where several have the word, the list is there to tap."""
    found = regions_meant(message.text or "", context_of(manager).programme)
    await _take(manager, found[0] if len(found) == 1 else None, message.text or "")


async def _region(_tap: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    await _take(manager, code)


def _question(state: State, *parts: Any, **how: Any) -> Window:
    return Window(
        Multi(Mistake(), Format("{asked}"), Say("answer-now", when="current"), sep="\n\n"),
        *parts,
        Row(SwitchTo(Label("button-back"), id="back", state=Card.fields), menu()),
        state=state,
        getter=_asked,
        preview_data=_asked_of_story,
        **how,
    )


answer = _question(Card.answer, MessageInput(_typed, content_types=ContentType.TEXT))
phone = _question(
    Card.phone,
    RequestContact(Label("button-share-contact")),
    MessageInput(_contact, content_types=ContentType.CONTACT),
    MessageInput(_typed, content_types=ContentType.TEXT),
    markup_factory=ReplyKeyboardFactory(resize_keyboard=True),
)
photo = _question(
    Card.photo,
    MessageInput(_picture, content_types=PICTURES),
)
region = _question(
    Card.region,
    paged("region", _region, items="regions"),
    MessageInput(_region_typed, content_types=ContentType.TEXT),
)

dialog = Dialog(
    own,
    fields,
    answer,
    phone,
    photo,
    region,
    *enrolment.windows,
    *my_data.windows,
)
