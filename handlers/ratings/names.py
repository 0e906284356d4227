"""Whether a participant stands in public tables and under which name: asked, given, taken back."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Row
from aiogram_dialog.widgets.text import Multi
from markupsafe import Markup

from award.errors import NotAllowed, Refusal
from award.outbox import NoticeKind
from award.ratings.names import LONGEST, Naming, agree, ask_representative, naming, take_back
from handlers.ratings.taps import NameDo, PublicNameTap, RatingTap
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import enrolment_of, menu_button, open_above_menu
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Buttons, Shown, button
from handlers.ui.widgets import Dialog, Mistake, Say, cancel, menu, mistaken
from locales import Texts

router = Router(name="public-names")


class NameWords(StatesGroup):
    """The short name in own words; started with {"enrolment": id}."""

    name = State()


def name_shown(found: Naming, say: Texts) -> Shown:
    """How it stands, and what this person can do about it, each by one tap."""
    return Shown(_words(found, say), (), _buttons(found, say))


def _words(found: Naming, say: Texts) -> Markup:
    whose = "own" if found.own else "child"
    if found.name is not None:
        return say(f"public-name-given-{whose}", of=found.of, name=found.name)
    lines = [say(f"public-name-asked-{whose}", of=found.of)]
    if found.lapsed:
        lines.insert(0, say("public-name-lapsed"))
    if not found.decides:
        lines.append(say("public-name-representative"))
    return Markup("\n\n").join(lines)


def _buttons(found: Naming, say: Texts) -> Buttons:
    def tap(key: str, do: NameDo, value: int = 0, **args: str) -> list[Any]:
        data = PublicNameTap(do=do, enrolment=found.enrolment_id, offered=value).pack()
        return [button(say.plain(key, **args), data)]

    rows: list[list[Any]] = []
    if found.name is not None:
        rows.append(tap("public-name-button-take-back", NameDo.TAKE_BACK))
    elif found.decides:
        rows += [
            tap("public-name-button-give", NameDo.GIVE, number, name=name)
            for number, name in enumerate(found.offered)
        ]
        rows.append(tap("public-name-button-words", NameDo.WORDS))
    elif found.own:
        rows.append(tap("public-name-button-ask", NameDo.ASK))
    back = RatingTap(enrolment=found.enrolment_id).pack()
    return [*rows, [button(say.plain("public-name-button-rating"), back), menu_button(say)]]


@router.callback_query(PublicNameTap.filter(F.do == NameDo.SHOW))
async def show(tap: CallbackQuery, callback_data: PublicNameTap, at: RequestContext) -> None:
    at.reply.send(name_shown(await naming(at, callback_data.enrolment), at.say))


@router.callback_query(PublicNameTap.filter(F.do == NameDo.GIVE))
async def give(tap: CallbackQuery, callback_data: PublicNameTap, at: RequestContext) -> None:
    """One of the names that are offered by now: what a button carries is its place alone."""
    number, alert = callback_data.enrolment, None
    offered = (await naming(at, number)).offered
    try:
        if callback_data.offered < len(offered):
            await agree(at, number, offered[callback_data.offered])
    except NotAllowed:
        raise
    except Refusal as refusal:
        alert = at.say.plain(refusal.key, **refusal.details)
    at.reply.put(name_shown(await naming(at, number), at.say), alert)


@router.callback_query(PublicNameTap.filter(F.do == NameDo.TAKE_BACK))
async def take(tap: CallbackQuery, callback_data: PublicNameTap, at: RequestContext) -> None:
    await take_back(at, callback_data.enrolment)
    at.reply.put(name_shown(await naming(at, callback_data.enrolment), at.say))
    at.reply.note(at.say.plain("public-name-taken-back"))


@router.callback_query(PublicNameTap.filter(F.do == NameDo.ASK))
async def ask(tap: CallbackQuery, callback_data: PublicNameTap, at: RequestContext) -> None:
    told = await ask_representative(at, callback_data.enrolment)
    at.reply.say(at.say("public-name-told" if told else "public-name-told-before"))


@router.callback_query(PublicNameTap.filter(F.do == NameDo.WORDS))
async def ask_words(
    tap: CallbackQuery, callback_data: PublicNameTap, dialog_manager: DialogManager
) -> None:
    await naming(context_of(dialog_manager), callback_data.enrolment)
    data = {"enrolment": callback_data.enrolment}
    await open_above_menu(dialog_manager, NameWords.name, data)


async def _typed(
    message: Message, _input: ManagedTextInput[str], manager: DialogManager, words: str
) -> None:
    at, number = context_of(manager), enrolment_of(manager)
    try:
        await agree(at, number, words)
    except NotAllowed:
        raise
    except Refusal as refusal:
        mistaken(manager, refusal, words)
        return
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    at.reply.send(name_shown(await naming(at, number), at.say))


async def _limits(**_: Any) -> dict[str, Any]:
    return {"most": LONGEST}


dialog = Dialog(
    Window(
        Multi(Mistake(), Say("public-name-ask-words"), sep="\n\n"),
        TextInput(id="public_name", on_success=_typed),
        Row(cancel(), menu()),
        state=NameWords.name,
        getter=_limits,
        preview_data=_limits,
    )
)


@notice(NoticeKind.PUBLIC_NAME_ASKED)
async def _asked(at: Notice) -> Shown | None:
    """To a representative: the child would like to stand in public tables."""
    try:
        found = await naming(at, at.details["enrolment"])
    except NotAllowed:
        return None
    return name_shown(found, at.say) if found.decides and found.name is None else None
