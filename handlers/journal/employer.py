"""The employer's confirmation: a one-time link, a name, a tap (programme.md §5)."""

from datetime import datetime
from typing import Any

from aiogram import Bot, F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram.utils.deep_linking import create_start_link
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import TextInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.invitations import PREFIX
from award.errors import NotAllowed
from award.journal.employer import answer_link, employer_link, work_of_link
from award.journal.entries import own_entry_seen
from award.programme import Programme
from handlers.ui.deep_links import opens
from handlers.ui.notices import Notice, notice
from handlers.ui.previews import TODAY, example, story
from handlers.ui.shown import Shown, button, quoted
from handlers.ui.taps import EntryTap
from handlers.ui.widgets import Dialog, Label, Say, menu
from locales import Texts
from storage.tables import InvitationKind


class Employer(StatesGroup):
    work = State()
    name = State()
    decline = State()
    thanks = State()


taps = Router(name="employer-taps")


@taps.callback_query(EntryTap.filter(F.do == "employer"))
async def link_wanted(
    tap: CallbackQuery,
    callback_data: EntryTap,
    session: AsyncSession,
    actor: Actor,
    say: Texts,
    now: datetime,
    programme: Programme,
    bot: Bot,
) -> None:
    """The participant gets a link to forward to the employer; earlier ones lapse."""
    payload = await employer_link(session, actor, callback_data.entry, programme, now)
    link = await create_start_link(bot, payload)
    await bot.send_message(tap.from_user.id, say("employer-forward"))
    seen = await own_entry_seen(session, actor, callback_data.entry, programme, now)
    await bot.send_message(
        tap.from_user.id,
        say("employer-letter", employer=seen.entry.employer or "", link=link),
    )
    await tap.answer()


@opens(PREFIX[InvitationKind.EMPLOYER])
async def opened(manager: DialogManager, payload: str) -> None:
    """An employer followed the link: what is to be confirmed."""
    data = manager.middleware_data
    await work_of_link(data["session"], data["actor"], payload, data["now"])
    await manager.start(
        Employer.work,
        data={"payload": payload},
        mode=StartMode.RESET_STACK,
        show_mode=ShowMode.SEND,
    )


async def _work(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data = dialog_manager.middleware_data
    work = await work_of_link(data["session"], data["actor"], _payload(dialog_manager), data["now"])
    return {
        "name": work.first_name,
        "employer": work.employer,
        "day": work.first_day,
        "days": work.days,
        "report": quoted(work.report),
    }


def _payload(manager: DialogManager) -> str:
    assert isinstance(manager.start_data, dict)
    return str(manager.start_data["payload"])


async def _answer(manager: DialogManager, *, confirmed: bool, name: str = "") -> None:
    data = manager.middleware_data
    await answer_link(
        data["session"],
        data["actor"],
        _payload(manager),
        data["now"],
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


@notice("employer-confirmed")
async def _confirmed(owed: Notice) -> Shown | None:
    return await _word(owed, "employer-confirmed")


@notice("employer-declined")
async def _refused(owed: Notice) -> Shown | None:
    return await _word(owed, "employer-declined")


async def _word(owed: Notice, key: str) -> Shown | None:
    entry = owed.details["entry"]
    try:
        seen = await own_entry_seen(owed.session, owed.receiver, entry, owed.programme, owed.now)
    except NotAllowed:  # discarded meanwhile
        return None
    show = EntryTap(do="show", entry=entry).pack()
    text = owed.say(
        key,
        employer=seen.entry.employer or "",
        day=seen.entry.happened_on,
        name=seen.entry.employer_signer or "",
    )
    return Shown(text, (), [[button(owed.say.plain("entries-button-show"), show)]])
