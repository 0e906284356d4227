"""The mentor's word on what was seen before: honest, reused, a shared event (programme.md §9).

Every button holds an id only and works days later; the machine decides nothing.
"""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from markupsafe import Markup

from award.errors import NotAllowed, NotFound, TooLate
from award.findings.verdicts import AlreadyJudged, judge
from award.findings.views import finding_of, open_findings
from award.outbox import NoticeKind
from award.review.queue import how_many_wait, told_in
from award.review.views import look
from handlers.findings.card import VERDICTS, FindingTap, finding_shown, judged_shown
from handlers.review.card import decided, entry_card
from handlers.review.next_entry import after, card_shown
from handlers.ui.answers import answering
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, attached
from handlers.ui.taps import FindingsTap
from storage.tables import EntryState

router = Router(name="findings")

Amended = tuple[tuple[int, Shown], ...]


# --- a notice


@notice(NoticeKind.FINDING)
async def _found(at: Notice) -> Shown | None:
    """The first of an entry's findings; the entry's card above tells of them too from now on."""
    entry_id = at.details["entry"]
    try:
        waiting = await open_findings(at, entry_id)
        if not waiting:
            return None
        card = await finding_of(at, waiting[0])
        amends = await _cards(at, entry_id)
    except NotAllowed:
        return None
    return replace(finding_shown(card, at.programme, at.say, len(waiting) - 1), amends=amends)


@notice(NoticeKind.FILE_UNCHECKED)
async def _unchecked(at: Notice) -> Shown | None:
    """The entry's card says it from now on; no message of its own, for nothing is to be done."""
    try:
        amends = await _cards(at, at.details["entry"])
    except NotAllowed:
        return None
    return Shown(Markup(""), amends=amends) if amends else None


async def _cards(at: Speaking, entry_id: int) -> Amended:
    """The messages in which this mentor was told of an entry that waits, as they look now."""
    told = await told_in(at, [entry_id])
    card = await look(at, entry_id)
    if not told or card.entry.state is not EntryState.SUBMITTED:
        return ()
    shown = entry_card(card, at.programme, at.say, await how_many_wait(at) - 1)
    return tuple((message_id, shown) for message_id, _ in told)


# --- taps


@router.callback_query(FindingsTap.filter())
async def open_tapped(tap: CallbackQuery, callback_data: FindingsTap, at: RequestContext) -> None:
    """From an entry's card: the first finding, in a message of its own."""
    waiting = await open_findings(at, callback_data.entry)
    if not waiting:
        at.reply.alert(at.say.plain("finding-none"))
        await _refresh(at, callback_data.entry)
        return
    await _lay_out(at, waiting)


@router.callback_query(FindingTap.filter())
async def tapped(tap: CallbackQuery, callback_data: FindingTap, at: RequestContext) -> None:
    message = at.reply.card
    with answering(at, _TOLD) as answered:
        if callback_data.do not in VERDICTS:
            await _show_entry(at, callback_data.finding)
        else:
            await _judge(at, message, callback_data)
    if isinstance(answered.refusal, AlreadyJudged):
        await _as_it_stands(at, message, callback_data.finding)
    elif answered.refusal is not None:
        at.reply.reword(message, Shown(at.say(answered.key)))


_TOLD = {AlreadyJudged: None, TooLate: "finding-gone", NotFound: "review-gone"}


async def again_tap(
    tap: CallbackQuery, data: FindingTap, at: RequestContext, _manager: DialogManager
) -> None:
    """A tap handled before a crash: the message may still show the question."""
    if data.do in VERDICTS:
        await _as_it_stands(at, at.reply.card, data.finding)


async def _judge(at: RequestContext, message: Message | None, data: FindingTap) -> None:
    """Put the answer in place of the question; what is next follows below."""
    judged = await judge(at, data.finding, VERDICTS[data.do])
    card = await finding_of(at, data.finding)
    shown = judged_shown(card, judged, at.programme, at.say)
    at.reply.reword(message, shown)
    entry_id = judged.entry.id
    if judged.returned:
        await after(at, None, await look(at, entry_id), just_now=True)
        return
    await _refresh(at, entry_id)
    if judged.left:
        await _lay_out(at, judged.left)
    elif judged.entry.state is EntryState.SUBMITTED:
        at.reply.send(await card_shown(at, await look(at, entry_id)))


async def _lay_out(at: RequestContext, waiting: tuple[int, ...]) -> None:
    """The first of these findings as a message; the others follow its answer."""
    card = await finding_of(at, waiting[0])
    shown = finding_shown(card, at.programme, at.say, len(waiting) - 1)
    at.reply.send(shown)


async def _refresh(at: RequestContext, entry_id: int) -> None:
    """Let the messages that told of the entry say what is still to be answered."""
    cards = await _cards(at, entry_id)
    for message_id, shown in cards:
        at.reply.amend(message_id, shown)


async def _as_it_stands(at: RequestContext, message: Message | None, finding_id: int) -> None:
    card = await finding_of(at, finding_id)
    at.reply.reword(message, finding_shown(card, at.programme, at.say))


async def _show_entry(at: RequestContext, finding_id: int) -> None:
    """The entry that the finding is of, with its files, in a message of its own."""
    found = await finding_of(at, finding_id)
    card = await look(at, found.entry.entry_id)
    if card.entry.state is EntryState.SUBMITTED:
        at.reply.send(await card_shown(at, card))
        return
    shown = decided(card, at.programme, at.say, None)
    at.reply.send(replace(shown, media=attached(card.media)))
