"""A participant's birth date put right by staff: the date, and a last look at what follows."""

from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from award.calendar.zones import today_in
from award.consent.mending import birth_date_to_mend, mend_birth_date
from award.outbox import NoticeKind
from award.programme import Programme
from award.registration.personal import Field, Unfit
from handlers import understanding
from handlers.ui.context import context_of
from handlers.ui.navigation import asked, enrolment_of, forget_question
from handlers.ui.notices import Notice, notice
from handlers.ui.previews import TODAY, example, story
from handlers.ui.shown import Shown, button
from handlers.ui.taps import CardDo, CardTap, GoTap, OpenMenu, Screen
from handlers.ui.widgets import Dialog, Label, Say, cancel, menu, mistaken
from locales import Texts


class Mending(StatesGroup):
    """Started with {"enrolment": id}."""

    date = State()
    sure = State()


router = Router(name="mending")


@router.callback_query(CardTap.filter(F.do == CardDo.BIRTH_DATE))
async def open_mending(
    tap: CallbackQuery, callback_data: CardTap, dialog_manager: DialogManager
) -> None:
    await birth_date_to_mend(context_of(dialog_manager), callback_data.enrolment)
    await dialog_manager.start(
        Mending.date,
        data={"enrolment": callback_data.enrolment},
        mode=StartMode.RESET_STACK,
        show_mode=ShowMode.SEND,
    )


async def _mendable(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    at = context_of(dialog_manager)
    seen = await birth_date_to_mend(at, enrolment_of(dialog_manager))
    typed = dialog_manager.dialog_data.get("date")
    return {
        "name": seen.name,
        "dated": "yes" if seen.birth_date is not None else "no",
        "now": seen.birth_date or at.now,
        "mended": date.fromisoformat(typed) if typed else at.now,
    }


def _of_story(say: Texts, _programme: Programme) -> dict[str, Any]:
    born = TODAY.replace(year=TODAY.year - 16)
    mended = born.replace(year=born.year - 1)
    return {"name": story(say).participant, "dated": "yes", "now": born, "mended": mended}


PREVIEW = example(_of_story)


async def _typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    at, words = context_of(manager), message.text or ""
    today = today_in(at.programme, None, at.now)
    born = understanding.birth_date(words, today)
    if born is None:
        mistaken(manager, Unfit(Field.BIRTH_DATE), words)
        return
    manager.dialog_data["date"] = born.isoformat()
    await manager.switch_to(Mending.sure)


async def _mend(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    mended = date.fromisoformat(manager.dialog_data["date"])
    asked_anew = await mend_birth_date(at, enrolment_of(manager), mended)
    forget_question(manager)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    key = "mending-done-asked" if asked_anew else "mending-done"
    further = [[button(at.say.plain("button-menu"), OpenMenu().pack())]]
    at.reply.put(Shown(at.say(key, day=mended), buttons=further))


dialog = Dialog(
    Window(
        asked("mending-date"),
        MessageInput(_typed, content_types=ContentType.TEXT),
        Row(cancel(), menu()),
        state=Mending.date,
        getter=_mendable,
        preview_data=PREVIEW,
    ),
    Window(
        Say("mending-sure"),
        Button(Label("mending-button-mend"), id="mend", on_click=_mend),
        Row(SwitchTo(Label("button-back"), id="back", state=Mending.date), menu()),
        state=Mending.sure,
        getter=_mendable,
        preview_data=PREVIEW,
    ),
)


@notice(NoticeKind.BIRTH_DATE_MENDED)
async def _mended(at: Notice) -> Shown | None:
    """To the participant, whose date it is."""
    card = button(at.say.plain("menu-button-card"), GoTap(to=Screen.CARD).pack())
    return Shown(at.say("notice-birth-date-mended"), buttons=[[card]])
