"""The application's questions about the person, in their order: from the name to the phone."""

from collections.abc import Callable
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import (
    Button,
    Group,
    RequestContact,
    Select,
)
from aiogram_dialog.widgets.markup.reply_keyboard import ReplyKeyboardFactory
from aiogram_dialog.widgets.text import Format
from babel.dates import get_month_names

from award.calendar.zones import today_in
from award.programme import Programme
from award.registration.application import PERSONAL, Question
from award.registration.personal import Field, Unfit, correct
from handlers import understanding
from handlers.registration.steps import QUESTIONS, SCREENS, form_of, refuse_other, step
from handlers.ui.contact import own_phone
from handlers.ui.context import RequestContext, context_of
from handlers.ui.kinds import PICTURES
from handlers.ui.paging import paged
from handlers.ui.portrait import made_photo, photo_sent
from handlers.ui.previews import TODAY, example
from handlers.ui.states import Registration
from handlers.ui.taps import number
from handlers.ui.widgets import Label, Say, mistaken, take_album
from handlers.understanding.regions import regions_meant
from locales import Texts
from storage.tables import Person

YOUNGEST_SHOWN = 1  # years before and after the programme's ages that the calendar shows too


async def _take(manager: DialogManager, field: Field, value: str | date, typed: str = "") -> None:
    """Keep an answer and go on, or say what is wrong with it."""
    at = context_of(manager)
    try:
        await correct(at, field, value)
    except Unfit as mistake:
        mistaken(manager, mistake, typed)
        return
    await QUESTIONS.go_on(manager)


async def _known(manager: DialogManager) -> Person:
    return (await form_of(manager)).person


# --- questions answered by typing


def _typed(field: Field, understood: Callable[[str], str | None]) -> Any:
    async def take(message: Message, _input: MessageInput, manager: DialogManager) -> None:
        typed = message.text or ""
        value = understood(typed)
        if value is None:
            mistaken(manager, Unfit(field), typed)
            return
        await _take(manager, field, value, typed)

    return MessageInput(take, content_types=ContentType.TEXT)


def _typed_window(asked: Question, understood: Callable[[str], str | None]) -> Window:
    field = PERSONAL[asked]

    async def getter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        answer = getattr(await _known(dialog_manager), field)
        return await step(dialog_manager) | {"current": answer or ""}

    return Window(
        QUESTIONS.words(f"ask-{asked.replace('_', '-')}"),
        _typed(field, understood),
        MessageInput(refuse_other),
        QUESTIONS.foot(),
        state=SCREENS[asked],
        getter=getter,
        preview_data=step,
    )


# --- the birth date: year, month, day by taps, or typed


async def _birth_date(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    data = dialog_manager.dialog_data
    year, month = data.get("year"), data.get("month")
    born = (await _known(dialog_manager)).birth_date
    known = await step(dialog_manager)
    if born is not None:
        known["current"] = at.say("answer-day", day=born)
    return known | {
        "years": [] if year else _years(at.programme, at.now.year),
        "months": [] if not year or month else _months(at.say.language),
        "days": _days(year, month) if year and month else [],
        "chosen": " ".join(
            [str(year), *([_months(at.say.language)[month - 1][1]] if month else [])]
        )
        if year
        else "",
    }


def _years(programme: Programme, this_year: int) -> list[int]:
    youngest = min(level.min_age for level in programme.levels) - YOUNGEST_SHOWN
    oldest = max(level.max_age for level in programme.levels) + YOUNGEST_SHOWN
    return list(range(this_year - oldest, this_year - youngest + 1))


def _all_years(_say: Texts, programme: Programme) -> dict[str, Any]:
    return {"years": _years(programme, TODAY.year), "months": [], "days": [], "chosen": ""}


def _months(language: str) -> list[tuple[int, str]]:
    names = get_month_names("wide", context="stand-alone", locale=language)
    return [(number, names[number].capitalize()) for number in range(1, 13)]


def _days(year: int, month: int) -> list[int]:
    following = date(year + month // 12, month % 12 + 1, 1)
    return list(range(1, (following - date(year, month, 1)).days + 1))


async def _year(_tap: CallbackQuery, _select: Any, manager: DialogManager, year: int) -> None:
    if year in _years(context_of(manager).programme, context_of(manager).now.year):
        manager.dialog_data["year"] = year


async def _month(_tap: CallbackQuery, _select: Any, manager: DialogManager, month: int) -> None:
    if 1 <= month <= 12:
        manager.dialog_data["month"] = month


async def _day(_tap: CallbackQuery, _select: Any, manager: DialogManager, day: int) -> None:
    data = manager.dialog_data
    year, month = data.pop("year", None), data.pop("month", None)
    if year and month and day in _days(year, month):
        await _take(manager, Field.BIRTH_DATE, date(year, month, day))


async def _other_year(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop("month" if "month" in manager.dialog_data else "year", None)


async def _birth_date_typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    typed = message.text or ""
    today = today_in(context_of(manager).programme, None, context_of(manager).now)
    born = understanding.birth_date(typed, today)
    if born is None:
        mistaken(manager, Unfit(Field.BIRTH_DATE), typed)
        return
    await _take(manager, Field.BIRTH_DATE, born, typed)


birth_date = Window(
    QUESTIONS.words("ask-birth-date", Format("<b>{chosen}</b>", when="chosen")),
    Group(
        Select(
            Format("{item}"),
            "year",
            lambda year: year,
            "years",
            type_factory=number,
            on_click=_year,
        ),
        width=5,
    ),
    Group(
        Select(
            Format("{item[1]}"),
            "month",
            lambda month: month[0],
            "months",
            type_factory=number,
            on_click=_month,
        ),
        width=3,
    ),
    Group(
        Select(
            Format("{item}"), "day", lambda day: day, "days", type_factory=number, on_click=_day
        ),
        width=7,
    ),
    Button(Label("button-another-date"), id="other", on_click=_other_year, when="chosen"),
    MessageInput(_birth_date_typed, content_types=ContentType.TEXT),
    MessageInput(refuse_other),
    QUESTIONS.foot(),
    state=Registration.birth_date,
    getter=_birth_date,
    preview_data=[step, example(_all_years)],
)


# --- the region


async def _regions(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    known = (await _known(dialog_manager)).region
    names = _names(at.programme, at.say)
    offered = dialog_manager.dialog_data.get("search") or names
    return await step(dialog_manager) | {
        "items": [(code, names[code]) for code in offered],
        "current": names.get(known or "", ""),
    }


def _names(programme: Programme, say: Texts) -> dict[str, str]:
    return {region.code: region.name[say.language] for region in programme.regions}


async def _region(_tap: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    await _take(manager, Field.REGION, code)


async def _region_typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """The one region of this name; several that have the word are offered alone."""
    found = regions_meant(message.text or "", context_of(manager).programme)
    if len(found) == 1:
        await _take(manager, Field.REGION, found[0])
    elif found:
        manager.dialog_data["search"] = found
    else:
        manager.dialog_data.pop("search", None)
        mistaken(manager, Unfit(Field.REGION), message.text)


region = Window(
    QUESTIONS.words("ask-region"),
    paged("region", _region),
    MessageInput(_region_typed, content_types=ContentType.TEXT),
    MessageInput(refuse_other),
    QUESTIONS.foot(),
    state=Registration.region,
    getter=_regions,
    preview_data=[
        step,
        example(lambda say, programme: {"items": list(_names(programme, say).items())}),
    ],
)


# --- the photo


async def _photo_known(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    given = (await _known(dialog_manager)).photo_file_id
    return await step(dialog_manager) | {"current": at.say("answer-photo") if given else ""}


async def _photo(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """A photo; a picture sent as a file is made one, so that it can be shown as one."""
    at = context_of(manager)
    if made_photo(message, at.reply, at.say("photo-taken")):
        manager.show_mode = ShowMode.NO_UPDATE
        return
    given = photo_sent(message)
    if given is None:
        mistaken(manager, Unfit(Field.PHOTO))
        return
    take_album(manager, message)
    await _take(manager, Field.PHOTO, given)


async def _photo_later(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["later"] = [Question.PHOTO.value]
    await QUESTIONS.go_on(manager)


def _no_photo(data: dict[str, Any], _widget: Any, _manager: DialogManager) -> bool:
    return not data["current"]


photo = Window(
    QUESTIONS.words("ask-photo", Say("ask-photo-later", when=_no_photo)),
    MessageInput(_photo, content_types=PICTURES),
    MessageInput(refuse_other),
    Button(
        Label("button-photo-later"),
        id="later",
        on_click=_photo_later,
        when=_no_photo,
    ),
    QUESTIONS.foot(),
    state=Registration.photo,
    getter=_photo_known,
    preview_data=step,
)


# --- the phone: Telegram's contact button stands below the keyboard


async def _contact(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    given = own_phone(message)
    if given is None:
        mistaken(manager, Unfit(Field.PHONE))
        return
    await _take(manager, Field.PHONE, given)


async def _phone_known(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return await step(dialog_manager) | {"current": (await _known(dialog_manager)).phone or ""}


phone = Window(
    QUESTIONS.words("ask-phone"),
    RequestContact(Label("button-share-contact")),
    QUESTIONS.foot(),
    MessageInput(_contact, content_types=ContentType.CONTACT),
    _typed(Field.PHONE, understanding.phone),
    MessageInput(refuse_other),
    state=Registration.phone,
    markup_factory=ReplyKeyboardFactory(resize_keyboard=True),
    getter=_phone_known,
    preview_data=step,
)


def _as_written(text: str) -> str | None:
    return text.strip() or None


windows = (
    _typed_window(Question.FULL_NAME, understanding.full_name),
    birth_date,
    region,
    _typed_window(Question.PLACE, _as_written),
    _typed_window(Question.STUDY, _as_written),
    photo,
    _typed_window(Question.ABOUT, _as_written),
    _typed_window(Question.HOBBIES, _as_written),
    phone,
)
