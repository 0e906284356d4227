"""The employer's confirmation: a one-time link, a name, a tap (programme.md §5)."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram.utils.deep_linking import create_start_link
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import TextInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from award.access.invitations import PREFIX
from award.errors import NotAllowed
from award.journal.employer import answer_link, employer_link, work_of_link
from award.journal.entries import own_entry_seen
from award.outbox import NoticeKind
from handlers.ui.context import RequestContext, context_of
from handlers.ui.deep_links import opens
from handlers.ui.navigation import started_with
from handlers.ui.notices import Notice, notice
from handlers.ui.previews import TODAY, example, story
from handlers.ui.shown import Shown, button, quoted
from handlers.ui.taps import EntryDo, EntryTap
from handlers.ui.widgets import Dialog, Label, Say, menu
from storage.tables import InvitationKind


class Employer(StatesGroup):
    work = State()
    name = State()
    decline = State()
    thanks = State()


taps = Router(name="employer-taps")


@taps.callback_query(EntryTap.filter(F.do == EntryDo.EMPLOYER))
async def link_wanted(tap: CallbackQuery, callback_data: EntryTap, at: RequestContext) -> None:
    """The participant gets a link to forward to the employer; earlier ones lapse."""
    payload = await employer_link(at, callback_data.entry)
    link = await create_start_link(at.bot, payload)
    at.reply.say(at.say("employer-forward"))
    seen = await own_entry_seen(at, callback_data.entry)
    at.reply.say(at.say("employer-letter", employer=seen.entry.employer or "", link=link))


@opens(PREFIX[InvitationKind.EMPLOYER])
async def opened(manager: DialogManager, payload: str) -> None:
    """An employer followed the link: what is to be confirmed."""
    await work_of_link(context_of(manager), payload)
    await manager.start(
        Employer.work,
        data={"payload": payload},
        mode=StartMode.RESET_STACK,
        show_mode=ShowMode.SEND,
    )


async def _work(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    work = await work_of_link(at, _payload(dialog_manager))
    return {
        "name": work.first_name,
        "employer": work.employer,
        "day": work.first_day,
        "days": work.days,
        "report": quoted(work.report),
    }


def _payload(manager: DialogManager) -> str:
    return str(started_with(manager)["payload"])


async def _answer(manager: DialogManager, *, confirmed: bool, name: str = "") -> None:
    await answer_link(
        context_of(manager),
        _payload(manager),
        confirmed=confirmed,
        name=name,
    )
    await manager.switch_to(Employer.thanks)


async def _name_typed(_message: Message, _input: Any, manager: DialogManager, name: str) -> None:
    await _answer(manager, confirmed=True, name=name)


async def _declined(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _answer(manager, confirmed=False)


dialog = Dialog(
    Window(
        Say("employer-work"),
        SwitchTo(Label("employer-button-confirm"), id="confirm", state=Employer.name),
        SwitchTo(Label("employer-button-decline"), id="decline", state=Employer.decline),
        menu(),
        state=Employer.work,
        getter=_work,
        preview_data=example(
            lambda say, _: {
                "name": story(say).first_name,
                "employer": story(say).employer,
                "day": TODAY,
                "days": 2,
                "report": quoted(story(say).report),
            }
        ),
    ),
    Window(
        Say("employer-name"),
        TextInput(id="name", on_success=_name_typed),
        Row(SwitchTo(Label("button-back"), id="back", state=Employer.work), menu()),
        state=Employer.name,
    ),
    Window(
        Say("employer-decline"),
        Button(Label("employer-button-decline-yes"), id="yes", on_click=_declined),
        Row(SwitchTo(Label("button-back"), id="back", state=Employer.work), menu()),
        state=Employer.decline,
    ),
    Window(Say("employer-thanks"), menu(), state=Employer.thanks),
)


@notice(NoticeKind.EMPLOYER_CONFIRMED)
async def _confirmed(at: Notice) -> Shown | None:
    return await _word(at, "employer-confirmed")


@notice(NoticeKind.EMPLOYER_DECLINED)
async def _refused(at: Notice) -> Shown | None:
    return await _word(at, "employer-declined")


async def _word(at: Notice, key: str) -> Shown | None:
    entry = at.details["entry"]
    try:
        seen = await own_entry_seen(at, entry)
    except NotAllowed:  # discarded meanwhile
        return None
    show = EntryTap(do=EntryDo.SHOW, entry=entry).pack()
    text = at.say(
        key,
        employer=seen.entry.employer or "",
        day=seen.entry.happened_on,
        name=seen.entry.employer_signer or "",
    )
    return Shown(text, (), [[button(at.say.plain("entries-button-show"), show)]])
