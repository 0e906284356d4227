"""The mentor's closing note: four short screens, tapped, typed or spoken; the next in place."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select
from aiogram_dialog.widgets.text import Format, Multi
from markupsafe import Markup

from award.errors import NotAllowed, NotFound, Refusal, TooLate
from award.programme import Programme
from award.recommendation.notes import (
    DIRECTION,
    GROWTH,
    LONGEST_PART,
    REASON,
    STRENGTHS,
    NoteForm,
    Said,
    note_form,
    owed_notes,
    say_part,
    send_note,
)
from handlers.recommendation.words import (
    facts_words,
    level_words,
    note_words,
    part_title,
    said_words,
)
from handlers.ui.context import RequestContext, Speaking, context_of
from handlers.ui.navigation import forget_question, menu_button
from handlers.ui.previews import TODAY, example, story
from handlers.ui.shown import Shown, quoted
from handlers.ui.taps import GoTap, NoteTap, Screen, number
from handlers.ui.widgets import Dialog, Label, Mistake, menu, mistaken
from locales import Texts


class Closing(StatesGroup):
    """Started with {"dossier": id, "left": notes owed besides}; a draft is kept in the tables."""

    strengths = State()
    growth = State()
    direction = State()
    verdict = State()
    reason = State()


router = Router(name="closing-note")

SCREENS = 4  # the reason belongs to the last of them
_NUMBER = {
    Closing.strengths: 1,
    Closing.growth: 2,
    Closing.direction: 3,
    Closing.verdict: 4,
    Closing.reason: 4,
}
_PARTS: dict[State | None, str] = {
    Closing.strengths: STRENGTHS,
    Closing.growth: GROWTH,
    Closing.reason: REASON,
}
# Usual sentences of each screen, by how many there are: `note-usual-<kind>-<number>`.
_USUAL = {"strengths": 5, "growth": 5, "direction": 5, "reason": 3}


# --- ways in


@router.callback_query(GoTap.filter(F.to == Screen.NOTES))
async def open_queue(tap: CallbackQuery, dialog_manager: DialogManager, at: RequestContext) -> None:
    owed = await owed_notes(at)
    if not owed:
        at.reply.send(_all_done(at))
        return
    await _open(dialog_manager, owed[0].dossier_id, len(owed) - 1)


@router.callback_query(NoteTap.filter())
async def open_note(
    tap: CallbackQuery, callback_data: NoteTap, dialog_manager: DialogManager, at: RequestContext
) -> None:
    """One of them, from a notice; what has been sent meanwhile is said to be."""
    await note_form(at, callback_data.dossier)
    owed = await owed_notes(at)
    besides = [each for each in owed if each.dossier_id != callback_data.dossier]
    await _open(dialog_manager, callback_data.dossier, len(besides))


async def _open(manager: DialogManager, dossier: int, left: int) -> None:
    data = {"dossier": dossier, "left": left}
    await manager.start(
        Closing.strengths, data=data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND
    )


async def _begun(start_data: Any, manager: DialogManager) -> None:
    manager.dialog_data.update(start_data or {})


def _all_done(at: Speaking) -> Shown:
    return Shown(at.say("note-all-done"), (), [[menu_button(at.say)]])


# --- what the screens show


async def _shown(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    state = dialog_manager.current_context().state
    kept: NoteForm | None = dialog_manager.middleware_data.pop("note_form", None)
    first = state == Closing.strengths
    if kept is None or first:
        kept = await note_form(at, dialog_manager.dialog_data["dossier"], facts=first)
    part = _part(dialog_manager, kept)
    return _screen(kept, state, part, dialog_manager.dialog_data.get("left", 0), at)


def _part(manager: DialogManager, form: NoteForm) -> str:
    """Which part of the note the open screen asks for; empty on that of the verdict."""
    state = manager.current_context().state
    if state == Closing.direction:
        place = min(int(manager.dialog_data.get("place", 0)), len(form.directions) - 1)
        return DIRECTION + form.directions[place]
    return _PARTS.get(state, "")


def _screen(
    form: NoteForm, state: State | None, part: str, left: int, at: Speaking
) -> dict[str, Any]:
    say, programme = at.say, at.programme
    head = say(
        "note-head",
        name=form.name,
        level=level_words(form.level, programme, say),
        number=_NUMBER[state] if state else 1,
        total=SCREENS,
    )
    blocks = [head, *([say("note-left", left=left)] if left else [])]
    if form.question is not None:
        blocks += [say("note-question"), quoted(form.question)]
    if form.facts is not None:
        blocks.append(facts_words(form.facts, programme, say))
    blocks.append(_asked(form, part, at))
    if part in form.parts:
        blocks += [say("note-said-so-far"), said_words(form.parts[part], say)]
    kind = "direction" if part.startswith(DIRECTION) else part
    usual = [say.plain(f"note-usual-{kind}-{n}") for n in range(1, _USUAL.get(kind, 0) + 1)]
    unsaid = [part_title(each, programme, say) for each in form.unsaid]
    return {
        "words": Markup("\n\n").join(block for block in blocks if block),
        "usual": list(enumerate(usual)),
        "kept": part in form.parts,
        "complete": not unsaid,
        "unsaid": len(unsaid),
        "more": left > 0,
        "first": state == Closing.strengths,
    }


def _asked(form: NoteForm, part: str, at: Speaking) -> Markup:
    say = at.say
    if not part:
        key = "note-ask-fill" if form.unsaid else "note-ask-verdict"
        return Markup("\n\n").join([note_words(form.parts, at.programme, say), say(key)])
    if part.startswith(DIRECTION):
        code = part.removeprefix(DIRECTION)
        return say(
            "note-ask-direction",
            direction=part_title(part, at.programme, say),
            place=form.directions.index(code) + 1,
            count=len(form.directions),
        )
    return say(f"note-ask-{part}", most=LONGEST_PART)


# --- answers


async def _tapped(_tap: CallbackQuery, _select: Any, manager: DialogManager, chosen: int) -> None:
    at = context_of(manager)
    state = manager.current_context().state
    kind = (state.state or "").rpartition(":")[2] if state else ""
    if kind not in _USUAL or chosen >= _USUAL[kind]:
        raise NotFound
    await _say(manager, words=at.say.plain(f"note-usual-{kind}-{chosen + 1}"))


async def _told(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    voice = message.voice.file_id if message.voice is not None else None
    try:
        await _say(manager, words=message.text, voice=voice)
    except NotAllowed:
        raise
    except TooLate:
        raise
    except Refusal as mistake:
        mistaken(manager, mistake, message.text)


async def _say(manager: DialogManager, *, words: str | None, voice: str | None = None) -> None:
    at, dossier = context_of(manager), manager.dialog_data["dossier"]
    part = _part_of(manager) or _part(manager, await note_form(at, dossier))
    form = await say_part(at, dossier, part, words=words, voice=voice)
    if part == REASON:
        await _send(manager, recommends=False)
        return
    manager.middleware_data["note_form"] = form
    await _go_on(manager, form)


def _part_of(manager: DialogManager) -> str | None:
    """The part that the open screen is for; None on that of the directions."""
    return _PARTS.get(manager.current_context().state)


async def _go_on(manager: DialogManager, form: NoteForm) -> None:
    """To the next screen, or the next direction on the same one."""
    state = manager.current_context().state
    place = manager.dialog_data.get("place", 0)
    if state == Closing.strengths:
        await manager.switch_to(Closing.growth)
    elif state == Closing.growth:
        manager.dialog_data["place"] = 0
        await manager.switch_to(Closing.direction if form.directions else Closing.verdict)
    elif state == Closing.direction and place + 1 < len(form.directions):
        manager.dialog_data["place"] = place + 1
    else:
        await manager.switch_to(Closing.verdict)


async def _keep(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    form = await note_form(context_of(manager), manager.dialog_data["dossier"])
    manager.middleware_data["note_form"] = form
    await _go_on(manager, form)


async def _back(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    state, place = manager.current_context().state, manager.dialog_data.get("place", 0)
    before = {
        Closing.growth: Closing.strengths,
        Closing.direction: Closing.growth,
        Closing.verdict: Closing.direction,
        Closing.reason: Closing.verdict,
    }
    if state == Closing.direction and place > 0:
        manager.dialog_data["place"] = place - 1
    elif state in before:
        await manager.switch_to(before[state])


async def _fill(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """To the first part that is unsaid."""
    form = await note_form(context_of(manager), manager.dialog_data["dossier"])
    part = form.unsaid[0] if form.unsaid else STRENGTHS
    if part.startswith(DIRECTION):
        manager.dialog_data["place"] = form.directions.index(part.removeprefix(DIRECTION))
        await manager.switch_to(Closing.direction)
    else:
        await manager.switch_to(Closing.growth if part == GROWTH else Closing.strengths)


async def _later(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Leave the draft as it is, and go on with the next participant."""
    at, here = context_of(manager), manager.dialog_data["dossier"]
    owed = [each.dossier_id for each in await owed_notes(at)]
    after = owed[owed.index(here) + 1 :] if here in owed else owed
    if after or owed:
        await _next(manager, (after or owed)[0], len(owed) - 1)


async def _next(manager: DialogManager, dossier: int, left: int) -> None:
    manager.dialog_data.update({"dossier": dossier, "left": left, "place": 0})
    await manager.switch_to(Closing.strengths)


# --- the end


async def _recommended(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _send(manager, recommends=True)


async def _not_yet(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.switch_to(Closing.reason)


async def _send(manager: DialogManager, *, recommends: bool) -> None:
    """Send it, and open the next that is owed in its place."""
    at = context_of(manager)
    await send_note(at, manager.dialog_data["dossier"], recommends=recommends)
    owed = await owed_notes(at)
    if owed:
        at.reply.note(at.say.plain("note-sent", left=len(owed)))
        await _next(manager, owed[0].dossier_id, len(owed) - 1)
        return
    forget_question(manager)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    at.reply.put(_all_done(at))


# --- the windows


def _of_story(say: Texts, programme: Programme) -> dict[str, Any]:
    her = story(say)
    usual = [say.plain(f"note-usual-strengths-{n}") for n in range(1, _USUAL["strengths"] + 1)]
    head = say(
        "note-head",
        name=her.participant,
        level=programme.levels[0].name[say.language],
        number=1,
        total=SCREENS,
    )
    asked = say("note-ask-strengths", most=LONGEST_PART)
    so_far = said_words(Said(words=usual[0]), say)
    words = Markup("\n\n").join([head, asked, say("note-said-so-far"), so_far])
    return {
        "words": words,
        "usual": list(enumerate(usual)),
        "kept": True,
        "complete": True,
        "unsaid": 0,
        "more": True,
        "first": True,
        "day": TODAY,
    }


_PREVIEW = example(_of_story)


def _asking(state: State) -> Window:
    """A screen that a tap, words or a voice answers."""
    return Window(
        Multi(Mistake(), Format("{words}"), sep="\n\n"),
        Column(
            Select(
                Format("{item[1]}"),
                "usual",
                lambda item: item[0],
                "usual",
                type_factory=number,
                on_click=_tapped,
            )
        ),
        MessageInput(_told, content_types=[ContentType.TEXT, ContentType.VOICE]),
        Button(Label("note-button-keep"), id="keep", on_click=_keep, when="kept"),
        Button(
            Label("note-button-later"), id="later", on_click=_later, when=F["more"] & F["first"]
        ),
        Row(
            Button(Label("button-back"), id="before", on_click=_back, when=~F["first"]),
            menu(),
        ),
        state=state,
        getter=_shown,
        preview_data=_PREVIEW,
    )


dialog = Dialog(
    _asking(Closing.strengths),
    _asking(Closing.growth),
    _asking(Closing.direction),
    Window(
        Multi(Mistake(), Format("{words}"), sep="\n\n"),
        Button(Label("note-button-yes"), id="yes", on_click=_recommended, when="complete"),
        Button(Label("note-button-not-yet"), id="not_yet", on_click=_not_yet, when="complete"),
        Button(Label("note-button-fill"), id="fill", on_click=_fill, when="unsaid"),
        Row(Button(Label("button-back"), id="before", on_click=_back), menu()),
        state=Closing.verdict,
        getter=_shown,
        preview_data=_PREVIEW,
    ),
    _asking(Closing.reason),
    on_start=_begun,
)
