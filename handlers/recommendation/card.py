"""A participant's dossier as the centre head reads it: facts, the note, and a word on it."""

from enum import StrEnum

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Row
from markupsafe import Markup

from award.errors import NotAllowed, NotFound, Refusal
from award.recommendation.notes import LONGEST_PART
from award.recommendation.recommendations import ask_mentor, not_recommend, recommend
from award.recommendation.views import DossierRead, dossier_read, next_to_recommend
from handlers.portfolio.taps import PortfolioDo, PortfolioTap
from handlers.recommendation.words import (
    facts_words,
    is_shortened,
    level_words,
    missing_words,
    note_words,
    part_title,
)
from handlers.ui.context import RequestContext, Speaking, context_of
from handlers.ui.navigation import menu_button, started_with
from handlers.ui.shown import TEXT_LIMIT, Attached, Buttons, Shown, button, quoted
from handlers.ui.taps import (
    DossierDo,
    DossierTap,
    GoTap,
    Id,
    ProgressTap,
    Screen,
    WayTap,
)
from handlers.ui.widgets import Dialog, Say, cancel, menu, open_anew
from storage.tables import MediaKind

router = Router(name="dossiers")


class Why(StrEnum):
    """Usual questions to the mentor and reasons against; each has its words, `dossier-why-…`."""

    ASK_EXAMPLES = "ask-examples"
    ASK_GROWTH = "ask-growth"
    ASK_REUSED = "ask-reused"
    NO_PART = "no-part"
    NO_HONESTY = "no-honesty"
    NO_ALONE = "no-alone"
    OWN_WORDS = "words"


_QUESTIONS = (Why.ASK_EXAMPLES, Why.ASK_GROWTH, Why.ASK_REUSED)
_REASONS = (Why.NO_PART, Why.NO_HONESTY, Why.NO_ALONE)


_TOGETHER = TEXT_LIMIT // (LONGEST_PART + 100)  # parts of a note, with their titles


class WhyTap(CallbackData, prefix="dw"):
    """Ask the mentor, or do not recommend, for this reason; `do` says which of the two."""

    do: DossierDo
    dossier: Id
    why: Why


class DossierWords(StatesGroup):
    """Started with {"dossier": id}."""

    ask = State()
    refuse = State()


# --- the card


def card_shown(at: Speaking, read: DossierRead, said: Markup | None = None) -> Shown:
    """Facts, the note and what the reader can do, in one message."""
    say, programme = at.say, at.programme
    level = level_words(read.enrolment.level, programme, say)
    blocks = [said] if said is not None else []
    blocks.append(say("dossier-head", name=read.name, level=level, number=read.dossier.id))
    if read.facts is not None:
        blocks.append(facts_words(read.facts, programme, say))
    blocks.append(say("dossier-note-of", name=read.writer))
    blocks.append(note_words(read.parts, programme, say))
    blocks.append(say("dossier-mentor-yes" if read.recommends else "dossier-mentor-not-yet"))
    if read.may_recommend and read.missing:
        lines = missing_words(read.missing, programme, say)
        blocks.append(Markup("\n").join([say("dossier-missing"), lines]))
    if read.may_recommend and read.dossier.due is not None:
        blocks.append(say("way-until", day=read.dossier.due))
    return Shown(Markup("\n\n").join(blocks), (), _buttons(at, read))


def _buttons(at: Speaking, read: DossierRead) -> Buttons:
    say, rows = at.say, list[list[InlineKeyboardButton]]()
    if read.may_recommend:
        doing = [DossierDo.ASK, DossierDo.REFUSE]
        if not read.missing:
            doing.insert(0, DossierDo.RECOMMEND)
        rows += [[_tap(at, each, read.dossier.id)] for each in doing]
    spoken = any(said.voice for said in read.parts.values())
    if spoken or is_shortened(read.parts):
        rows.append([_tap(at, DossierDo.WHOLE, read.dossier.id)])
    progress = ProgressTap(enrolment=read.enrolment.id).pack()
    way = WayTap(enrolment=read.enrolment.id).pack()
    portfolio = PortfolioTap(do=PortfolioDo.SHOW, enrolment=read.enrolment.id).pack()
    staffs = [] if read.own else [button(say.plain("portfolio-button"), portfolio)]
    rows.append([button(say.plain("button-their-progress"), progress), *staffs])
    rows.append([button(say.plain("button-way"), way)])
    if read.may_recommend:
        to_list = GoTap(to=Screen.RECOMMENDATIONS).pack()
        rows.append([button(say.plain("dossier-button-list"), to_list), menu_button(say)])
    else:
        rows.append([menu_button(say)])
    return rows


def _tap(at: Speaking, do: DossierDo, dossier: int) -> InlineKeyboardButton:
    return button(at.say.plain(f"dossier-button-{do}"), DossierTap(do=do, dossier=dossier).pack())


# --- reading


@router.callback_query(DossierTap.filter(F.do == DossierDo.SHOW))
async def show(tap: CallbackQuery, callback_data: DossierTap, at: RequestContext) -> None:
    at.reply.put(card_shown(at, await dossier_read(at, callback_data.dossier)))


@router.callback_query(DossierTap.filter(F.do == DossierDo.WHOLE))
async def show_whole(tap: CallbackQuery, callback_data: DossierTap, at: RequestContext) -> None:
    """Every part: words whole, as many in a message as it holds, then each voice to be heard."""
    read = await dossier_read(at, callback_data.dossier)
    titled = [
        (at.say("note-part-title", title=part_title(part, at.programme, at.say)), said)
        for part, said in read.parts.items()
    ]
    typed = [
        Markup("\n").join([title, quoted(said.words or "")])
        for title, said in titled
        if not said.voice
    ]
    for first in range(0, len(typed), _TOGETHER):
        at.reply.say(Markup("\n\n").join(typed[first : first + _TOGETHER]))
    for title, said in titled:
        if said.voice:
            at.reply.send(Shown(title, (Attached(MediaKind.VOICE, said.voice),)))
    at.reply.send(card_shown(at, read))


# --- the head's word


@router.callback_query(DossierTap.filter(F.do == DossierDo.RECOMMEND))
async def put_forward(tap: CallbackQuery, callback_data: DossierTap, at: RequestContext) -> None:
    try:
        await recommend(at, callback_data.dossier)
    except NotAllowed:
        raise
    except Refusal as refusal:
        await _as_it_stands(at, callback_data.dossier, refusal)
        return
    await _next_in_place(at, "dossier-done-yes")


@router.callback_query(DossierTap.filter(F.do.in_({DossierDo.ASK, DossierDo.REFUSE})))
async def ask_why(tap: CallbackQuery, callback_data: DossierTap, at: RequestContext) -> None:
    """The usual questions or reasons, and own words."""
    do, number = callback_data.do, callback_data.dossier
    read = await dossier_read(at, number)
    if not read.may_recommend:
        at.reply.put(card_shown(at, read), at.say.plain("refused-dossier-moved"))
        return
    usual = _QUESTIONS if do is DossierDo.ASK else _REASONS
    rows = [
        [
            button(
                at.say.plain(f"dossier-why-{why.value}"),
                WhyTap(do=do, dossier=number, why=why).pack(),
            )
        ]
        for why in (*usual, Why.OWN_WORDS)
    ]
    back = DossierTap(do=DossierDo.SHOW, dossier=number).pack()
    rows.append([button(at.say.plain("button-back"), back)])
    key = "dossier-which-ask" if do is DossierDo.ASK else "dossier-which-refuse"
    at.reply.put(Shown(at.say(key, name=read.name), (), rows))


@router.callback_query(WhyTap.filter(F.why == Why.OWN_WORDS))
async def ask_words(
    tap: CallbackQuery, callback_data: WhyTap, at: RequestContext, dialog_manager: DialogManager
) -> None:
    window = DossierWords.ask if callback_data.do is DossierDo.ASK else DossierWords.refuse
    await open_anew(dialog_manager, window, {"dossier": callback_data.dossier}, ShowMode.SEND)


@router.callback_query(WhyTap.filter())
async def usual_why(tap: CallbackQuery, callback_data: WhyTap, at: RequestContext) -> None:
    words = at.say.plain(f"dossier-why-{callback_data.why.value}")
    try:
        done = await _decide(at, callback_data.do, callback_data.dossier, words)
    except NotAllowed:
        raise
    except Refusal as refusal:
        await _as_it_stands(at, callback_data.dossier, refusal)
        return
    await _next_in_place(at, done)


async def _decide(at: RequestContext, do: DossierDo, dossier: int, words: str) -> str:
    """Do it; the key of what is said then."""
    if do is DossierDo.ASK:
        await ask_mentor(at, dossier, words)
        return "dossier-done-ask"
    if do is DossierDo.REFUSE:
        await not_recommend(at, dossier, words)
        return "dossier-done-no"
    raise NotFound


async def _as_it_stands(at: RequestContext, dossier: int, refusal: Refusal) -> None:
    shown = card_shown(at, await dossier_read(at, dossier))
    at.reply.put(shown, at.say.plain(refusal.key, **refusal.details))


async def _next_in_place(at: RequestContext, done: str) -> None:
    """The next that waits takes the place of the card; how many are left is said."""
    at.reply.put(await _next(at, done))


async def _next(at: RequestContext, done: str) -> Shown:
    following, left = await next_to_recommend(at)
    said = at.say(done, left=left)
    if following is None:
        return Shown(said, (), [[menu_button(at.say)]])
    return card_shown(at, await dossier_read(at, following), said)


# --- own words


async def _given(
    _message: Message, _input: ManagedTextInput[str], manager: DialogManager, words: str
) -> None:
    at, dossier = context_of(manager), started_with(manager)["dossier"]
    asks = manager.current_context().state == DossierWords.ask
    done = await _decide(at, DossierDo.ASK if asks else DossierDo.REFUSE, dossier, words)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    at.reply.send(await _next(at, done))


def _window(state: State, key: str) -> Window:
    return Window(
        Say(key),
        TextInput(id="words", on_success=_given),
        Row(cancel(), menu()),
        state=state,
        getter={"most": LONGEST_PART},
        preview_data={"most": LONGEST_PART},
    )


words_dialog = Dialog(
    _window(DossierWords.ask, "dossier-words-ask"),
    _window(DossierWords.refuse, "dossier-words-refuse"),
)
