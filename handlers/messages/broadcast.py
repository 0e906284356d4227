"""A message to many: the operator writes it, chooses for whom, sees it, sends it, stops it (§7)."""

from collections.abc import Collection, Iterable
from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Format
from markupsafe import Markup

from award.errors import NotAllowed, Refusal, TooLate
from award.messages.broadcasts import (
    PARTICIPANT,
    ROLES,
    Audience,
    begin,
    fit_words,
    how_far,
    look,
    reached,
    stop,
)
from award.programme import Programme
from award.staff.places import centres_of
from handlers.messages.broadcast_words import BroadcastDo, BroadcastTap, as_received, bar
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import forget_question, open_above_menu
from handlers.ui.paging import paged
from handlers.ui.previews import example, story
from handlers.ui.shown import quoted
from handlers.ui.taps import GoTap, Screen
from handlers.ui.widgets import Dialog, Label, Mistake, Say, cancel, menu, mistaken
from handlers.wording.names import level_name, region_name
from locales import LANGUAGES, Texts, texts
from storage.tables import Centre, RoleKind

router = Router(name="broadcast")

# What an audience is narrowed by, in the order asked.
PARTS = ("roles", "levels", "regions", "centres")
SHOWN = 5  # names of a choice in a line


class Broadcasting(StatesGroup):
    """Open `words` above the menu."""

    words = State()
    text = State()
    audience = State()
    choose = State()
    sure = State()


@router.callback_query(GoTap.filter(F.to == Screen.BROADCAST))
async def open_form(tap: CallbackQuery, dialog_manager: DialogManager, at: RequestContext) -> None:
    at.actor.require(RoleKind.OPERATOR)
    await open_above_menu(dialog_manager, Broadcasting.words)


# --- the words, in up to three languages


def _words(manager: DialogManager) -> dict[str, str]:
    words: dict[str, str] = manager.dialog_data.setdefault("words", {})
    return words


async def _of_words(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    return _given(_words(dialog_manager), at.say)


def _given(words: dict[str, str], say: Texts) -> dict[str, Any]:
    shown = [
        Markup("\n").join([say(f"language-{code}"), quoted(text)]) for code, text in words.items()
    ]
    signs = {code: "✅" if code in words else "✍️" for code in LANGUAGES}
    return {
        "given": Markup("\n\n").join(shown),
        "any": bool(words),
        "none": not words,
        "items": [(code, f"{signs[code]} {say.plain(f'language-{code}')}") for code in LANGUAGES],
    }


async def _language(_tap: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    if code not in LANGUAGES:
        raise NotAllowed
    manager.dialog_data["language"] = code
    await manager.switch_to(Broadcasting.text)


async def _of_text(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    code = dialog_manager.dialog_data.get("language", LANGUAGES[0])
    return {
        "language": at.say.plain(f"language-{code}"),
        "given": code in _words(dialog_manager),
    }


async def _typed(
    _message: Message, _input: ManagedTextInput[str], manager: DialogManager, words: str
) -> None:
    try:
        fitting = fit_words(words)
    except Refusal as refusal:
        mistaken(manager, refusal, words)
        return
    _words(manager)[manager.dialog_data.get("language", LANGUAGES[0])] = fitting
    await manager.switch_to(Broadcasting.words)


async def _removed(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    _words(manager).pop(manager.dialog_data.get("language", ""), None)
    await manager.switch_to(Broadcasting.words)


# --- the audience


def _audience(manager: DialogManager) -> Audience:
    return Audience.of({part: manager.dialog_data.get(part, ()) for part in PARTS})


async def _choices(at: RequestContext, part: str, chosen: Collection[Any]) -> list[tuple[Any, str]]:
    """What a part of the audience can be chosen from; of centres also those `chosen`, if closed."""
    say, programme = at.say, at.programme
    if part == "roles":
        return [(role, _role(role, say)) for role in ROLES]
    if part == "levels":
        return [(x.code, level_name(x, say)) for x in programme.levels]
    if part == "regions":
        return [(x.code, x.name[say.language]) for x in programme.regions]
    return [(x.id, _centre(x, at)) for x in await centres_of(at, chosen)]


def _centre(centre: Centre, at: RequestContext) -> str:
    name = f"{centre.name} · {region_name(at.programme, centre.region, at.say)}"
    return name if centre.closed_at is None else at.say.plain("broadcast-closed", centre=name)


def _role(role: str, say: Texts) -> str:
    key = "broadcast-participants" if role == PARTICIPANT else f"role-{role.replace('_', '-')}"
    return say.plain(key)


async def _of_audience(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    names = {}
    for part in PARTS:
        chosen = dialog_manager.dialog_data.get(part, ())
        choices = await _choices(at, part, chosen)
        names[part] = [name for code, name in choices if code in chosen]
    return _described(names, at.say)


def _described(chosen: dict[str, list[str]], say: Texts) -> dict[str, Any]:
    lines = {part: _listed(names, say) for part, names in chosen.items()}
    items = [(part, say.plain(f"broadcast-button-{part}", chosen=lines[part])) for part in PARTS]
    return {"items": items, **lines}


def _listed(names: Iterable[str], say: Texts) -> str:
    names = list(names)
    rest = " …" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + rest if names else say.plain("broadcast-all")


async def _part(_tap: CallbackQuery, _select: Any, manager: DialogManager, part: str) -> None:
    if part not in PARTS:
        raise NotAllowed
    manager.dialog_data["part"] = part
    await manager.switch_to(Broadcasting.choose)


async def _of_choose(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    part = dialog_manager.dialog_data.get("part", PARTS[0])
    chosen = dialog_manager.dialog_data.get(part, ())
    return _ticked(part, await _choices(at, part, chosen), chosen, at.say)


def _ticked(part: str, choices: list[tuple[Any, str]], chosen: Any, say: Texts) -> dict[str, Any]:
    return {
        "asked": say.plain(f"broadcast-ask-{part}"),
        "items": [(code, f"{'✅' if code in chosen else '▫️'} {name}") for code, name in choices],
        "any": bool(chosen),
    }


async def _tick(_tap: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    part = manager.dialog_data.get("part", PARTS[0])
    chosen = manager.dialog_data.setdefault(part, [])
    known = {str(each): each for each, _ in await _choices(context_of(manager), part, chosen)}
    if code not in known:
        raise NotAllowed
    (chosen.remove if known[code] in chosen else chosen.append)(known[code])


async def _all(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop(manager.dialog_data.get("part", ""), None)
    await manager.switch_to(Broadcasting.audience)


# --- a last look, and off it goes


async def _of_sure(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    people = await reached(at, _audience(dialog_manager))
    described = await _of_audience(dialog_manager, at)
    return described | _summed_up(people, _words(dialog_manager), at.say)


def _summed_up(people: int, words: Iterable[str], say: Texts) -> dict[str, Any]:
    languages = ", ".join(say.plain(f"language-{code}") for code in words)
    return {"people": people, "languages": languages, "some": people > 0, "nobody": not people}


async def _preview(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Each language as its readers will see it."""
    at, words = context_of(manager), _words(manager)
    for code in words:
        shown = as_received(words, code, code, at.programme, texts(code))
        at.reply.send(shown)
    manager.show_mode = ShowMode.DELETE_AND_SEND


async def _begin(tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    try:
        made = await begin(at, _words(manager), _audience(manager))
    except Refusal as refusal:
        if isinstance(refusal, NotAllowed):
            raise
        at.reply.alert(at.say.plain(refusal.key, **refusal.details))
        return
    forget_question(manager)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    # The form becomes the bar; without one, a bar is sent as soon as it is on its way.
    if at.reply.card is not None:
        made.message_id = at.reply.card.message_id
        at.reply.put(bar(at.say, made, await how_far(at.session, made)))


@router.callback_query(BroadcastTap.filter(F.do == BroadcastDo.STOP))
async def stop_it(tap: CallbackQuery, callback_data: BroadcastTap, at: RequestContext) -> None:
    alert = None
    try:
        made = await stop(at, callback_data.broadcast)
    except TooLate:
        made = await look(at, callback_data.broadcast)
        alert = at.say.plain("broadcast-over-already")
    at.reply.put(bar(at.say, made, await how_far(at.session, made)), alert)


# --- windows


def _example_words(say: Texts, _programme: Programme) -> dict[str, Any]:
    return _given({say.language: say.plain("broadcast-example")}, say)


def _example_audience(say: Texts, programme: Programme) -> dict[str, Any]:
    chosen = {
        "roles": [_role(PARTICIPANT, say)],
        "levels": [],
        "regions": [programme.regions[0].name[say.language]],
        "centres": [story(say).centre],
    }
    return _described(chosen, say) | _summed_up(840, [say.language], say)


dialog = Dialog(
    Window(
        Say("broadcast-words"),
        Format("\n{given}", when="any"),
        Column(Select(Format("{item[1]}"), "lang", lambda i: i[0], "items", on_click=_language)),
        SwitchTo(Label("button-next"), id="next", state=Broadcasting.audience, when="any"),
        Row(cancel(), menu()),
        state=Broadcasting.words,
        getter=_of_words,
        preview_data=example(_example_words),
    ),
    Window(
        Mistake(),
        Say("broadcast-text"),
        TextInput(id="text", on_success=_typed),
        Button(Label("broadcast-button-remove"), id="remove", on_click=_removed, when="given"),
        Row(SwitchTo(Label("button-back"), id="back", state=Broadcasting.words), menu()),
        state=Broadcasting.text,
        getter=_of_text,
        preview_data=example(
            lambda say, _: {"language": say.plain(f"language-{say.language}"), "given": True}
        ),
    ),
    Window(
        Say("broadcast-audience"),
        Column(Select(Format("{item[1]}"), "part", lambda i: i[0], "items", on_click=_part)),
        SwitchTo(Label("button-next"), id="next", state=Broadcasting.sure),
        Row(SwitchTo(Label("button-back"), id="back", state=Broadcasting.words), menu()),
        state=Broadcasting.audience,
        getter=_of_audience,
        preview_data=example(_example_audience),
    ),
    Window(
        Format("{asked}"),
        paged("choice", _tick),
        Button(Label("broadcast-button-all"), id="all", on_click=_all, when="any"),
        Row(SwitchTo(Label("button-save"), id="save", state=Broadcasting.audience), menu()),
        state=Broadcasting.choose,
        getter=_of_choose,
        preview_data=example(
            lambda say, programme: _ticked(
                "levels", [(x.code, x.name[say.language]) for x in programme.levels], ["gold"], say
            )
        ),
    ),
    Window(
        Say("broadcast-sure"),
        Say("broadcast-nobody", when="nobody"),
        Button(Label("broadcast-button-preview"), id="preview", on_click=_preview),
        Button(Label("broadcast-button-send"), id="send", on_click=_begin, when="some"),
        Row(SwitchTo(Label("button-back"), id="back", state=Broadcasting.audience), menu()),
        state=Broadcasting.sure,
        getter=_of_sure,
        preview_data=example(_example_audience),
    ),
)
