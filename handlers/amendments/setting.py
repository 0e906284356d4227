"""A piece that was chosen and changed: looked at, and put into force by a tap."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button

from award.amendments.amending import amend, look
from award.errors import Refusal, TooLate
from award.programme import Programme
from award.programme.pieces import PieceKind, Plain, kind_of, pieces_of
from award.typed import fitting
from handlers.amendments.words import changed, name_of
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import asked, back_to
from handlers.ui.previews import example
from handlers.ui.states import Amendments
from handlers.ui.widgets import Label, mistaken
from locales import Texts

LONGEST = {"norm": 500, "author": 80, "title": 120}  # characters in each language


def piece(manager: DialogManager, part: str) -> Plain | None:
    """A piece of the programme in force."""
    return pieces_of(context_of(manager).programme).get(part)


def in_three_languages(words: str | None, longest: int) -> Plain:
    """Three lines, or one for all languages; raises Refusal for anything else."""
    found = [fitting(line, (2, longest)) for line in (words or "").splitlines() if line.strip()]
    if len(found) == 1:
        found *= 3
    if len(found) != 3 or None in found:
        raise Refusal("mistake-three-lines", longest=longest)
    return dict(zip(("kk", "ru", "en"), found, strict=True))


async def propose(
    manager: DialogManager, part: str, value: Plain | None, typed: str | None = None
) -> None:
    """Show what setting it would do, or why it cannot be set; nothing is in force yet."""
    try:
        looked = await look(context_of(manager), part, value)
    except Refusal as refusal:
        mistaken(manager, refusal, typed)
        return
    manager.dialog_data["proposed"] = {"part": part, "value": value, "seen": looked.seen}
    await manager.switch_to(Amendments.look)


async def _look(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    proposed = dialog_manager.dialog_data["proposed"]
    part, value = proposed["part"], proposed["value"]
    try:
        looked = await look(at, part, value)
    except Refusal:  # it is in force, or cannot be by now: the tap says so
        looked = None
    before = looked.before if looked else pieces_of(at.programme).get(part)
    keeping = looked.keeping if looked else 0
    return _shown(part, before, value, keeping, at.programme, at.say)


def _shown(
    part: str,
    before: Plain | None,
    after: Plain | None,
    keeping: int,
    programme: Programme,
    say: Texts,
) -> dict[str, Any]:
    return {
        "name": name_of(part, after or before, programme, say),
        "keeping": keeping,
        **changed(part, before, after, programme, say),
    }


def _example(say: Texts, programme: Programme) -> dict[str, Any]:
    part, before = next(
        (part, value)
        for part, value in pieces_of(programme).items()
        if kind_of(part) is PieceKind.MANDATORY
    )
    after = before | {"directions": before["directions"][:-1]}
    return _shown(part, before, after, 12, programme, say)


async def _set(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, proposed = context_of(manager), manager.dialog_data["proposed"]
    try:
        await amend(at, proposed["part"], proposed["value"], seen=proposed["seen"])
        words = at.say.plain("amendments-set")
    except TooLate as late:
        words = at.say.plain(late.key)
    except Refusal as refusal:
        words = at.say.plain(refusal.key, **refusal.details)
    at.reply.alert(words)
    await manager.switch_to(Amendments.home)


looking = Window(
    asked("amendments-look"),
    Button(Label("amendments-button-set"), id="set", on_click=_set),
    back_to(Amendments.home),
    state=Amendments.look,
    getter=_look,
    preview_data=example(_example),
)
