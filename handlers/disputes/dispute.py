"""A dispute: the participant's words, the arbiter's card, the answer to both sides (§7)."""

from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Row
from markupsafe import Markup

from award.access.scope import own_entry
from award.calendar.zones import today_in
from award.disputes.disputes import (
    LONGEST_WORDS,
    answer_dispute,
    appeal,
    dispute_dossier,
    dispute_entry,
    dispute_task,
    withdraw_dispute,
)
from award.disputes.views import DisputeSeen, dispute_of, dispute_seen
from award.dossiers.way import own_dossier
from award.errors import NotAllowed, TooLate
from award.mentoring.tasks import own_task
from award.outbox import NoticeKind
from award.paging import PAGE
from award.programme import Programme
from handlers.ui.context import RequestContext, Speaking, context_of
from handlers.ui.navigation import menu_button, started_with
from handlers.ui.notice_lists import left_out, stage_line, told
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Buttons, Shown, attached, button, quoted
from handlers.ui.taps import DisputeDo, DisputeTap
from handlers.ui.widgets import Dialog, Say, cancel, menu, open_anew
from handlers.wording.amounts import when
from handlers.wording.names import direction_name, level_name
from handlers.wording.verdicts import verdict_words, whole_note
from locales import Texts
from storage.tables import Dispute, DisputeState, Review

router = Router(name="disputes")

# Of a message, counted as Telegram does: for what all have said, beside labels and names.
ROOM = 3000
NOTE_SHOWN = 700  # of the entry's, before there is an answer; after that less
NOTE_AFTER = 200


class DisputeWords(StatesGroup):
    """What is asked for in words."""

    entry = State()
    task = State()
    dossier = State()
    appeal = State()
    confirm = State()
    annul = State()


# By what the words are for.
_WINDOWS = {
    DisputeDo.ENTRY: DisputeWords.entry,
    DisputeDo.TASK: DisputeWords.task,
    DisputeDo.DOSSIER: DisputeWords.dossier,
    DisputeDo.APPEAL: DisputeWords.appeal,
    DisputeDo.CONFIRM: DisputeWords.confirm,
    DisputeDo.ANNUL: DisputeWords.annul,
}

# A dispute begins with one of these.
BEGINNING = frozenset({DisputeDo.ENTRY, DisputeDo.TASK, DisputeDo.DOSSIER})


# --- the card


async def _card(at: RequestContext, number: int, said: Markup | None = None) -> Shown:
    seen = await dispute_seen(at, number)
    return await _shown(at, seen, said)


async def _shown(at: Speaking, seen: DisputeSeen, said: Markup | None = None) -> Shown:
    say, dispute = at.say, seen.dispute
    most = _most(seen)
    lines = [said] if said else []
    lines += [
        say(
            "dispute-head",
            name=seen.name,
            mentor=seen.against,
            of="decision" if seen.dossier is None else "refusal",
        ),
        *_subject(seen, at.programme, today_in(at.programme, None, at.now), say, most),
        say("dispute-participants-words"),
        _quoted(dispute.words, most),
    ]
    if dispute.answer:
        verdict = "annulled" if dispute.state is DisputeState.ANNULLED else "confirmed"
        lines += [say(f"dispute-answer-{verdict}"), _quoted(dispute.answer, most)]
    if dispute.appeal_words:
        lines += [say("dispute-appeal-words"), _quoted(dispute.appeal_words, most)]
    if dispute.appeal_answer:
        verdict = "annulled" if dispute.state is DisputeState.APPEAL_ANNULLED else "confirmed"
        lines += [say(f"dispute-appeal-answer-{verdict}"), _quoted(dispute.appeal_answer, most)]
    if dispute.state in (DisputeState.OPEN, DisputeState.APPEALED):
        lines.append(say("dispute-waits", day=dispute.appeal_due or dispute.due))
    elif dispute.state is DisputeState.WITHDRAWN:
        lines.append(say("dispute-withdrawn"))
    return Shown(Markup("\n").join(lines), (), _buttons(at, seen))


def _most(seen: DisputeSeen) -> int:
    """How much of each one's words is shown so that all are in one message: short ones whole.

    Both sides' are whole until an appeal, however long.
    """
    dispute, task = seen.dispute, seen.task
    of_all = (
        task.words if task is not None else dispute.comment,
        *(dispute.words, dispute.answer, dispute.appeal_words, dispute.appeal_answer),
    )
    left, most = ROOM, ROOM
    lengths = sorted(_length(words) for words in of_all if words)
    for number, length in enumerate(lengths):
        most = left // (len(lengths) - number)
        if length > most:
            break
        left -= length
    return most


def _length(words: str) -> int:
    """As Telegram counts."""
    return len(words.encode("utf-16-le")) // 2


def _quoted(words: str, most: int) -> Markup:
    return quoted(words, most * len(words) // max(1, _length(words)))


def _subject(
    seen: DisputeSeen, programme: Programme, today: date, say: Texts, most: int
) -> list[Markup]:
    """What is disputed: the entry with the decision as it was, or the task."""
    if seen.task is not None:
        direction = direction_name(programme.direction(seen.task.direction), say)
        return [
            say("dispute-task", direction=direction, day=seen.task.due),
            _quoted(seen.task.words, most),
        ]
    if seen.dossier is not None:
        level = level_name(programme.find_level(seen.enrolment.level), say)
        against = seen.dispute.comment
        refused = [_quoted(against, most)] if against else []
        return [say("dispute-dossier", level=level), *refused]
    entry, dispute = seen.entry, seen.dispute
    if entry is None or dispute.verdict is None:
        return []
    known = programme.direction(entry.direction or "")
    parts = [direction_name(known, say)]
    if entry.minutes:
        parts.append(say.plain("minutes", minutes=entry.minutes))
    parts.append(when(entry.happened_on, today, say))
    why = Review(verdict=dispute.verdict, reason=dispute.reason)
    what = say("dispute-entry", summary=", ".join(parts))
    limit = NOTE_AFTER if dispute.answer else NOTE_SHOWN
    note = [quoted(entry.note, limit)] if entry.note.strip() else []
    comment = [_quoted(dispute.comment, most)] if dispute.comment else []
    decided = say(f"dispute-decided-{dispute.verdict.value}")
    return [what, *note, decided, *verdict_words(why, say), *comment]


def _buttons(at: Speaking, seen: DisputeSeen) -> Buttons:
    doing: list[DisputeDo] = []
    if seen.entry is not None and seen.may_answer:
        doing.append(DisputeDo.FILES)
        doing += [DisputeDo.WHOLE] if len(seen.entry.note) > NOTE_AFTER else []
    doing += [DisputeDo.ANNUL, DisputeDo.CONFIRM] if seen.may_answer else []
    doing += [DisputeDo.APPEAL] if seen.may_appeal else []
    doing += [DisputeDo.WITHDRAW] if seen.may_withdraw else []
    rows = [
        [button(at.say.plain(f"dispute-button-{do}"), DisputeTap(do=do, id=seen.dispute.id).pack())]
        for do in doing
    ]
    return [*rows, [menu_button(at.say)]]


# --- taps


@router.callback_query(DisputeTap.filter(F.do.in_(BEGINNING)))
async def begin(
    tap: CallbackQuery, callback_data: DisputeTap, at: RequestContext, dialog_manager: DialogManager
) -> None:
    """Ask for the participant's words; or show the dispute that there is already."""
    do, number = callback_data.do, callback_data.id
    if do is DisputeDo.ENTRY:
        await own_entry(at, number)
        already = await dispute_of(at, entry_id=number)
    elif do is DisputeDo.DOSSIER:
        await own_dossier(at, number)
        already = await dispute_of(at, dossier_id=number)
    else:
        await own_task(at, number)
        already = await dispute_of(at, task_id=number)
    if already is not None:
        at.reply.send(await _card(at, already))
    else:
        await _ask(do, number, dialog_manager)


@router.callback_query(
    DisputeTap.filter(F.do.in_({DisputeDo.APPEAL, DisputeDo.CONFIRM, DisputeDo.ANNUL}))
)
async def ask_words(
    tap: CallbackQuery, callback_data: DisputeTap, at: RequestContext, dialog_manager: DialogManager
) -> None:
    """Ask for the words of an answer or an appeal, of one who may give it."""
    do, number = callback_data.do, callback_data.id
    seen = await dispute_seen(at, number)
    if not (seen.may_appeal if do is DisputeDo.APPEAL else seen.may_answer):
        at.reply.put(await _shown(at, seen), at.say.plain("refused-dispute-moved"))
        return
    await _ask(do, number, dialog_manager)


async def _ask(do: DisputeDo, number: int, manager: DialogManager) -> None:
    """Open the window for the words below the card, which keeps its buttons: one may go back."""
    data = {"do": do.value, "id": number}
    await open_anew(manager, _WINDOWS[do], data, ShowMode.SEND)
    reply = context_of(manager).reply
    if reply.card is not None:
        reply.buttons(reply.card.message_id, reply.card.reply_markup)


@router.callback_query(DisputeTap.filter(F.do == DisputeDo.SHOW))
async def show(tap: CallbackQuery, callback_data: DisputeTap, at: RequestContext) -> None:
    at.reply.send(await _card(at, callback_data.id))


@router.callback_query(DisputeTap.filter(F.do.in_({DisputeDo.FILES, DisputeDo.WHOLE})))
async def show_entry(tap: CallbackQuery, callback_data: DisputeTap, at: RequestContext) -> None:
    """The entry's files, or all of a long text, for who is to judge."""
    seen = await dispute_seen(at, callback_data.id)
    if seen.entry is None:
        raise NotAllowed
    if not seen.may_answer:
        at.reply.put(await _shown(at, seen), at.say.plain("refused-dispute-moved"))
        return
    if callback_data.do is DisputeDo.WHOLE:
        for piece in whole_note(seen.entry.note):
            at.reply.say(piece)
        return
    words = at.say("dispute-files" if seen.media else "dispute-no-files", name=seen.name)
    shown = Shown(words, attached(seen.media), _buttons(at, seen))
    at.reply.send(shown)


@router.callback_query(DisputeTap.filter(F.do == DisputeDo.WITHDRAW))
async def withdraw(tap: CallbackQuery, callback_data: DisputeTap, at: RequestContext) -> None:
    alert = None
    try:
        await withdraw_dispute(at, callback_data.id)
    except TooLate as late:
        alert = at.say.plain(late.key)
    at.reply.put(await _card(at, callback_data.id), alert)


# --- words


async def _given(
    _message: Message, _input: ManagedTextInput[str], manager: DialogManager, words: str
) -> None:
    """Do what they are for; then the card of the dispute, with a word before it."""
    at = context_of(manager)
    started = started_with(manager)
    do, number = DisputeDo(started["do"]), started["id"]
    said = at.say(f"dispute-said-{do}")
    try:
        dispute = await _do(at, do, number, words)
    except TooLate as late:
        said, dispute = at.say(late.key), None
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    number = number if dispute is None else dispute.id
    if dispute is None and do in BEGINNING:
        at.reply.send(Shown(said, (), [[menu_button(at.say)]]))
        return
    at.reply.send(await _card(at, number, said))


async def _do(at: RequestContext, do: DisputeDo, number: int, words: str) -> Dispute:
    match do:
        case DisputeDo.ENTRY:
            return await dispute_entry(at, number, words)
        case DisputeDo.TASK:
            return await dispute_task(at, number, words)
        case DisputeDo.DOSSIER:
            return await dispute_dossier(at, number, words)
        case DisputeDo.APPEAL:
            return await appeal(at, number, words)
        case DisputeDo.CONFIRM | DisputeDo.ANNUL:
            return await answer_dispute(at, number, words, annul=do is DisputeDo.ANNUL)
        case DisputeDo.SHOW | DisputeDo.FILES | DisputeDo.WHOLE | DisputeDo.WITHDRAW:
            raise NotAllowed  # none of these asks for words


async def _limits(**_: Any) -> dict[str, Any]:
    return {"most": LONGEST_WORDS}


def _window(do: DisputeDo) -> Window:
    return Window(
        Say(f"dispute-ask-{do}"),
        TextInput(id=f"words_{do}", on_success=_given),
        Row(cancel(), menu()),
        state=_WINDOWS[do],
        getter=_limits,
        preview_data=_limits,
    )


dialog = Dialog(*map(_window, _WINDOWS))


# --- what is told


async def _seen(at: Notice, number: int) -> DisputeSeen | None:
    try:
        return await dispute_seen(at, number)
    except NotAllowed:
        return None


@notice(NoticeKind.DISPUTE_OPENED)
async def _opened(at: Notice) -> Shown | None:
    """To an arbiter: the whole of it, to answer."""
    seen = await _seen(at, at.details["dispute"])
    if seen is None or not seen.may_answer:
        return None
    return await _shown(at, seen, at.say("dispute-told-opened"))


@notice(NoticeKind.DISPUTE_AGAINST)
async def _against(at: Notice) -> Shown | None:
    """To whose decision it is."""
    seen = await _seen(at, at.details["dispute"])
    if seen is None or seen.dispute.state not in (DisputeState.OPEN, DisputeState.APPEALED):
        return None
    return await _shown(at, seen, at.say("dispute-told-against"))


@notice(NoticeKind.DISPUTE_ANSWERED)
async def _answered(at: Notice) -> Shown | None:
    """To both sides: what the arbiter decided and why."""
    seen = await _seen(at, at.details["dispute"])
    if seen is None:
        return None
    return await _shown(at, seen, at.say(f"dispute-told-{_outcome(seen)}"))


def _outcome(seen: DisputeSeen) -> str:
    annulled = seen.dispute.state in (DisputeState.ANNULLED, DisputeState.APPEAL_ANNULLED)
    if not annulled:
        return "confirmed"
    if seen.dossier is not None:
        return "annulled-dossier"
    return "annulled-task" if seen.task is not None else "annulled-entry"


@notice(NoticeKind.DISPUTES_DUE)
async def _due(at: Notice) -> Shown | None:
    """To arbiters, whose answer is due, and to those above of one missed."""
    lines, rows = [], []
    for number, stage, _ in at.details["items"]:
        seen = await _seen(at, number)
        if seen is None or seen.dispute.state not in (DisputeState.OPEN, DisputeState.APPEALED):
            continue
        day = seen.dispute.appeal_due or seen.dispute.due
        what = at.say.plain("dispute-due-line", name=seen.name, mentor=seen.against)
        lines.append(stage_line(at, what, stage, day))
        opens = DisputeTap(do=DisputeDo.SHOW, id=number).pack()
        rows.append([button(at.say.plain("dispute-button-show", name=seen.name), opens)])
    head = at.say("dispute-due")
    return told(head, lines, left_out(at, lines), [*rows[:PAGE], [menu_button(at.say)]])
