"""Windows for what a draft's card cannot ask by a tap: words, a date, a book, more files."""

from collections.abc import Callable, Coroutine
from datetime import date
from functools import wraps
from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import ChatEvent, DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput, TextInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select
from aiogram_dialog.widgets.text import Format

from award.calendar import WEEK
from award.errors import NotAllowed, NotFound, TooLate
from award.journal.capture import attach
from award.journal.completeness import Need
from award.journal.drafts import Change, Draft, change_draft
from award.journal.entries import last_employer
from award.paging import PAGE
from handlers.journal.draft_choices import (
    REASONS,
    PastDays,
    books_shown,
    books_to_choose,
    entry_of,
    made_by,
    of_books,
    of_days,
    of_employer,
    of_partners,
    of_reasons,
    of_sections,
    of_words,
    sections_shown,
)
from handlers.journal.entry_view import as_it_stands
from handlers.journal.received import FILE_KINDS, received
from handlers.ui.context import context_of
from handlers.ui.navigation import forget_question, started_with
from handlers.ui.paging import paged
from handlers.ui.previews import TODAY, example, story
from handlers.ui.widgets import Dialog, Label, Say, menu, open_anew
from handlers.understanding import books_like
from handlers.understanding import day as day_meant
from handlers.understanding import entry as entry_meant
from handlers.understanding import minutes as minutes_meant
from storage.tables import EntryState


class Filling(StatesGroup):
    minutes = State()
    day = State()
    reason = State()
    section = State()
    book = State()
    partner = State()
    action = State()
    result = State()
    employer = State()
    words = State()
    more = State()


_WINDOW = {
    Need.MINUTES: Filling.minutes,
    Need.DAY: Filling.day,
    Need.LATE_REASON: Filling.reason,
    Need.BOOK: Filling.section,
    Need.PARTNER: Filling.partner,
    Need.ACTION: Filling.action,
    Need.RESULT: Filling.result,
    Need.EMPLOYER: Filling.employer,
    Need.REPORT: Filling.words,
    Need.LINE: Filling.words,
    Need.ESSAY: Filling.words,
    Need.EVIDENCE: Filling.more,
    Need.VIDEO: Filling.more,
}


async def fill(made: Draft, manager: DialogManager) -> None:
    """Ask one after another for all that the draft lacks."""
    window = _next_window(made)
    if window is not None:
        await open_anew(manager, window, {"entry": made.entry.id, "all": True})


async def start_filling(entry_id: int, step: str, manager: DialogManager) -> None:
    """Ask for one thing, named as its window; raises NotAllowed for a name that none has."""
    window = getattr(Filling, step, None)
    if not isinstance(window, State):
        raise NotAllowed
    await open_anew(manager, window, {"entry": entry_id, "all": False})


def _next_window(made: Draft) -> State | None:
    return next((_WINDOW[need] for need in made.lacking if need in _WINDOW), None)


# --- what an answer does


Handler = Callable[..., Coroutine[Any, Any, None]]


def _of_draft(handler: Handler) -> Handler:
    """Close the windows where the draft was sent or thrown away meanwhile, showing what it is."""

    @wraps(handler)
    async def guarded(event: ChatEvent, widget: Any, manager: DialogManager, *value: Any) -> None:
        try:
            await handler(event, widget, manager, *value)
        except (TooLate, NotFound) as late:
            await context_of(manager).session.rollback()
            if isinstance(event, Message):
                context_of(manager).reply.say(context_of(manager).say(late.key))
            await _finish(manager)

    return guarded


async def _take(manager: DialogManager, change: Change) -> None:
    """Put the answer into the draft; then the next question, or the card again."""
    await change_draft(context_of(manager), entry_of(manager), change)
    following = _next_window(await made_by(manager)) if started_with(manager)["all"] else None
    if following is None:
        await _finish(manager)
    else:
        await manager.switch_to(following)


async def _finish(manager: DialogManager) -> None:
    """Close the windows; the card takes the place of the question."""
    at = context_of(manager)
    shown = await as_it_stands(at, entry_of(manager))
    question = forget_question(manager)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    if at.reply.card is None and question is not None:
        at.reply.delete(question)
    at.reply.put(shown)


async def _closed(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _finish(manager)


@_of_draft
async def _minutes_typed(message: Message, _input: Any, manager: DialogManager, words: str) -> None:
    meant = minutes_meant(words)
    if meant is None:
        context_of(manager).reply.say(context_of(manager).say("filling-minutes-unclear"))
        return
    await _take(manager, Change(minutes=meant))


@_of_draft
async def _day_typed(message: Message, _input: Any, manager: DialogManager, words: str) -> None:
    meant = day_meant(words, (await made_by(manager)).journal.today)
    if meant is None:
        context_of(manager).reply.say(context_of(manager).say("filling-day-unclear"))
        return
    await _day_chosen(message, None, manager, meant)


@_of_draft
async def _day_chosen(_event: ChatEvent, _widget: Any, manager: DialogManager, day: date) -> None:
    """A day too far back needs its reason next, whatever was asked before."""
    await change_draft(context_of(manager), entry_of(manager), Change(happened_on=day))
    if Need.LATE_REASON in (await made_by(manager)).lacking:
        await manager.switch_to(Filling.reason)
    else:
        await _take(manager, Change())


@_of_draft
async def _reason_tapped(
    _tap: CallbackQuery, _widget: Any, manager: DialogManager, reason: str
) -> None:
    if reason not in REASONS:
        raise NotAllowed
    words = context_of(manager).say.plain(f"filling-reason-{reason}")
    await _take(manager, Change(late_reason=words))


async def _section_tapped(
    _tap: CallbackQuery, _widget: Any, manager: DialogManager, section: str
) -> None:
    manager.dialog_data["section"] = int(section)
    manager.dialog_data.pop("found", None)
    await manager.switch_to(Filling.book)


@_of_draft
async def _book_tapped(
    _tap: CallbackQuery, _widget: Any, manager: DialogManager, book: str
) -> None:
    await _take(manager, Change(book=book))


@_of_draft
async def _book_typed(message: Message, _input: Any, manager: DialogManager, words: str) -> None:
    journal = (await made_by(manager)).journal
    meant = entry_meant(f"«{words}»", journal.programme, journal.directions, journal.today)
    if meant.book is not None:
        await _take(manager, Change(book=meant.book))
        return
    found = [book.code for book in books_like(await books_to_choose(manager), words)]
    if not found:
        context_of(manager).reply.say(context_of(manager).say("filling-book-unclear"))
        return
    manager.dialog_data["found"] = found
    await manager.switch_to(Filling.book)


@_of_draft
async def _partner_tapped(
    _tap: CallbackQuery, _widget: Any, manager: DialogManager, partner: str
) -> None:
    await _take(manager, Change(partner_id=int(partner)))


@_of_draft
async def _employer_tapped(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    employer = await last_employer(context_of(manager))
    if employer is not None:
        await _take(manager, Change(employer=employer))


def _typed(field: str) -> TextInput[str]:
    """An input of words for a field of the entry."""

    @_of_draft
    async def on_success(
        _message: Message, _input: Any, manager: DialogManager, words: str
    ) -> None:
        await _take(manager, Change(**{field: words}))  # type: ignore[arg-type]

    return TextInput(id=f"typed_{field}", on_success=on_success)


@_of_draft
async def _words_typed(_message: Message, _input: Any, manager: DialogManager, words: str) -> None:
    """An essay grows by what is sent; a line is put in place of the earlier one."""
    made = await made_by(manager)
    if Need.ESSAY in made.lacking and made.entry.note.strip():
        words = f"{made.entry.note}\n{words}"
    await _take(manager, Change(note=words))


@_of_draft
async def _sent_more(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Files for the draft; the other pieces of an album find their way by themselves."""
    sent = received(message)
    entry = await attach(context_of(manager), entry_of(manager), sent)
    if sent.album is None or entry.state is not EntryState.DRAFT:
        await _take(manager, Change())
        return
    await manager.done(show_mode=ShowMode.NO_UPDATE)


def _list(name: str, on_click: Any) -> Select[str]:
    return Select(
        Format("{item[1]}"),
        id=name,
        item_id_getter=lambda item: item[0],
        items=f"{name}s",
        on_click=on_click,
    )


def _back() -> Button:
    """To the card."""
    return Button(Label("button-back"), id="card", on_click=_closed)


def _window(state: State, *widgets: Any, getter: Any = None, preview: Any = None) -> Window:
    """A question by its Fluent key `filling-<state>`, its answers, the ways out."""
    name = state.state.rpartition(":")[2] if state.state else ""
    return Window(
        Say(f"filling-{name}"),
        *widgets,
        Row(_back(), menu()),
        state=state,
        getter=getter,
        preview_data=preview,
    )


dialog = Dialog(
    _window(Filling.minutes, TextInput(id="minutes", on_success=_minutes_typed)),
    _window(
        Filling.day,
        PastDays(id="calendar", on_click=_day_chosen),
        TextInput(id="day", on_success=_day_typed),
        getter=of_days,
        preview={"start": TODAY - WEEK * 9, "shown": TODAY},
    ),
    _window(
        Filling.reason,
        Column(_list("reason", _reason_tapped)),
        _typed("late_reason"),
        getter=of_reasons,
        preview=of_reasons,
    ),
    _window(
        Filling.section,
        Column(_list("section", _section_tapped)),
        TextInput(id="title", on_success=_book_typed),
        getter=of_sections,
        preview=example(lambda say, programme: sections_shown(programme.sections, say)),
    ),
    _window(
        Filling.book,
        paged("book", _book_tapped, items="books"),
        TextInput(id="title_here", on_success=_book_typed),
        getter=of_books,
        preview=example(lambda say, programme: books_shown(programme.books[:PAGE], say)),
    ),
    _window(
        Filling.partner,
        paged("partner", _partner_tapped, items="partners"),
        getter=of_partners,
        preview=example(lambda say, _: {"partners": [("1", story(say).partner)], "any": 1}),
    ),
    _window(Filling.action, _typed("action")),
    _window(Filling.result, _typed("result")),
    _window(
        Filling.employer,
        Button(Label("filling-same-employer"), id="same", on_click=_employer_tapped, when="known"),
        _typed("employer"),
        getter=of_employer,
        preview=example(lambda say, _: {"employer": story(say).employer, "known": True}),
    ),
    _window(
        Filling.words,
        TextInput(id="words", on_success=_words_typed),
        MessageInput(_sent_more, content_types=list(FILE_KINDS)),
        getter=of_words,
        preview=example(
            lambda _, programme: {
                "kind": "essay",
                "written": 120,
                "least": programme.essay_min_chars,
            }
        ),
    ),
    _window(
        Filling.more,
        MessageInput(_sent_more, content_types=list(FILE_KINDS)),
    ),
)
