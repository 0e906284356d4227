"""The own journal of mentor, expert and coordinator on a participant, behind the card (§7.10)."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Row
from markupsafe import Markup

from award.calendar.zones import today_in
from award.errors import NotAllowed, NotFound, Refusal
from award.observations.observations import LONGEST, notes_on, observe, take_away
from award.paging import PAGE
from award.programme import Programme
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import asked, card_button, enrolment_of, menu_button
from handlers.ui.paging import arrows
from handlers.ui.previews import example, story
from handlers.ui.shown import Shown, button, quoted
from handlers.ui.taps import CardDo, ObservationDo, ObservationTap
from handlers.ui.widgets import Dialog, cancel, menu, mistaken, open_anew
from handlers.wording.names import role_name, staff_name
from locales import Texts

router = Router(name="observations")

# Of a message, for the words of a page of notes.
SHOWN = 2800 // PAGE


class Observing(StatesGroup):
    """Started with {"enrolment": id}."""

    words = State()


@router.callback_query(ObservationTap.filter(F.do == ObservationDo.READ))
async def read(tap: CallbackQuery, callback_data: ObservationTap, at: RequestContext) -> None:
    at.reply.send(await _page(at, callback_data.id, callback_data.page))


@router.callback_query(ObservationTap.filter(F.do == ObservationDo.TURN))
async def turn(tap: CallbackQuery, callback_data: ObservationTap, at: RequestContext) -> None:
    at.reply.put(await _page(at, callback_data.id, callback_data.page))


@router.callback_query(ObservationTap.filter(F.do == ObservationDo.REMOVE))
async def remove(tap: CallbackQuery, callback_data: ObservationTap, at: RequestContext) -> None:
    enrolment = await take_away(at, callback_data.id)
    at.reply.put(await _page(at, enrolment, 0, at.say("observation-removed")))


@router.callback_query(ObservationTap.filter(F.do == ObservationDo.WRITE))
async def write(
    tap: CallbackQuery,
    callback_data: ObservationTap,
    dialog_manager: DialogManager,
    at: RequestContext,
) -> None:
    if not (await notes_on(at, callback_data.id)).keeps:
        raise NotFound
    data = {"enrolment": callback_data.id}
    await open_anew(dialog_manager, Observing.words, data, ShowMode.SEND)
    if at.reply.card is not None:  # it keeps its buttons: one may go back
        at.reply.buttons(at.reply.card.message_id, at.reply.card.reply_markup)


async def _page(
    at: RequestContext, enrolment_id: int, page: int, said: Markup | None = None
) -> Shown:
    """A page of notes, whose they are and when; own ones can be taken away."""
    say, found = at.say, await notes_on(at, enrolment_id, page)
    parts = [said] if said else []
    parts.append(say("observations-head", name=found.name, count=found.total))
    rows = []
    for each in found.rows:
        day = today_in(at.programme, found.region, each.at)
        who = staff_name(each.by, say)
        line = say("observation-line", day=day, who=who, role=role_name(each.by_role, say))
        parts.append(Markup("\n").join([line, quoted(each.words, SHOWN)]))
        if each.mine:
            tap = ObservationTap(do=ObservationDo.REMOVE, id=each.id)
            rows.append([button(say.plain("observation-button-remove", day=day), tap.pack())])
    turning = arrows(
        found.number,
        found.pages,
        lambda to: ObservationTap(do=ObservationDo.TURN, id=enrolment_id, page=to),
    )
    tap = ObservationTap(do=ObservationDo.WRITE, id=enrolment_id)
    writing = [[button(say.plain("observation-button-write"), tap.pack())]] if found.keeps else []
    last = [card_button("button-card", CardDo.OPEN, enrolment_id, say), menu_button(say)]
    return Shown(Markup("\n\n").join(parts), (), [*writing, *rows, turning, last])


# --- writing


async def _limits(**_: Any) -> dict[str, Any]:
    return {"most": LONGEST}


def _of_story(say: Texts, _programme: Programme) -> dict[str, Any]:
    return {"most": LONGEST, "name": story(say).participant}


async def _typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    at, enrolment = context_of(manager), enrolment_of(manager)
    try:
        await observe(at, enrolment, message.text or "")
    except NotAllowed:
        raise
    except Refusal as mistake:
        mistaken(manager, mistake, message.text)
        return
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    at.reply.send(await _page(at, enrolment, 0, at.say("observation-written")))


dialog = Dialog(
    Window(
        asked("observation-ask"),
        MessageInput(_typed, content_types=ContentType.TEXT),
        Row(cancel(), menu()),
        state=Observing.words,
        getter=_limits,
        preview_data=example(_of_story),
    )
)
