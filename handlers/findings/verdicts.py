"""The mentor's word on what was seen before: honest, reused, a shared event (programme.md §9).

Every button holds an id only and works days later; the machine decides nothing.
"""

from dataclasses import replace
from datetime import datetime

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message
from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.errors import NotAllowed, NotFound, TooLate
from award.evidence.comparison import NOTICE
from award.evidence.examination import UNCHECKED
from award.findings.verdicts import AlreadyJudged, judge
from award.findings.views import finding_of, open_findings
from award.programme import Programme
from award.review.queue import pending, told_in
from award.review.views import look
from handlers.findings.card import VERDICTS, FindingTap, finding_shown, judged_shown
from handlers.review.card import decided, entry_card
from handlers.review.next_entry import Desk, after
from handlers.ui.answers import acknowledge
from handlers.ui.notices import Notice, notice
from handlers.ui.sending import amend, composed, reword, send
from handlers.ui.shown import Compose, Shown, attached
from handlers.ui.taps import FindingsTap
from locales import Texts
from storage.tables import EntryState

router = Router(name="findings")

Amended = tuple[tuple[int, Shown], ...]


# --- a notice


@notice(NOTICE)
async def _found(n: Notice) -> Shown | None:
    """The first of an entry's findings; the entry's card above tells of them too from now on."""
    entry_id = n.details["entry"]
    try:
        waiting = await open_findings(n.session, n.receiver, entry_id)
        if not waiting:
            return None
        card = await finding_of(n.session, n.receiver, waiting[0], n.programme, n.now)
        amends = await _cards(n.session, n.receiver, entry_id, n.programme, n.say, n.now)
    except NotAllowed:
        return None
    return replace(finding_shown(card, n.programme, n.say, len(waiting) - 1), amends=amends)


@notice(UNCHECKED)
async def _unchecked(n: Notice) -> Shown | None:
    """The entry's card says it from now on; no message of its own, for nothing is to be done."""
    try:
        amends = await _cards(n.session, n.receiver, n.details["entry"], n.programme, n.say, n.now)
    except NotAllowed:
        return None
    return Shown(Markup(""), amends=amends) if amends else None


async def _cards(
    session: AsyncSession,
    actor: Actor,
    entry_id: int,
    programme: Programme,
    say: Texts,
    now: datetime,
) -> Amended:
    """The messages in which this mentor was told of an entry that waits, as they look now."""
    told = await told_in(session, actor, entry_id)
    card = await look(session, actor, entry_id, programme, now)
    if not told or card.entry.state is not EntryState.SUBMITTED:
        return ()
    waiting = await pending(session, actor)
    shown = entry_card(card, programme, say, waiting.total - 1)
    return tuple((message_id, shown) for message_id in told)


# --- taps


@router.callback_query(FindingsTap.filter())
async def open_tapped(
    tap: CallbackQuery,
    callback_data: FindingsTap,
    bot: Bot,
    session: AsyncSession,
    actor: Actor,
    say: Texts,
    programme: Programme,
    now: datetime,
    compose: Compose,
) -> None:
    """From an entry's card: the first finding, in a message of its own."""
    desk = Desk(bot, session, actor, say, now, programme)
    waiting = await open_findings(session, actor, callback_data.entry)
    if not waiting:
        await acknowledge(tap, say.plain("finding-none"))
        await _refresh(desk, tap.from_user.id, callback_data.entry)
        return
    await acknowledge(tap)
    await _lay_out(desk, compose, tap.from_user.id, waiting)


@router.callback_query(FindingTap.filter())
async def tapped(
    tap: CallbackQuery,
    callback_data: FindingTap,
    bot: Bot,
    session: AsyncSession,
    actor: Actor,
    say: Texts,
    programme: Programme,
    now: datetime,
    compose: Compose,
) -> None:
    desk = Desk(bot, session, actor, say, now, programme)
    message = tap.message if isinstance(tap.message, Message) else None
    try:
        if callback_data.do not in VERDICTS:
            await _show_entry(desk, tap.from_user.id, callback_data.finding)
        else:
            await _judge(desk, compose, tap.from_user.id, message, callback_data)
    except AlreadyJudged as late:
        await acknowledge(tap, say.plain(late.key, **late.details))
        await _as_it_stands(desk, message, callback_data.finding)
    except (TooLate, NotFound) as gone:
        key = "finding-gone" if isinstance(gone, TooLate) else "review-gone"
        await acknowledge(tap, say.plain(key))
        if message is not None:
            await reword(message, Shown(say(key)))
    else:
        await acknowledge(tap)


def is_tap(tap: CallbackQuery) -> bool:
    """Whether it is a tap on a finding."""
    return (tap.data or "").startswith(f"{FindingTap.__prefix__}:")


async def again_tap(
    tap: CallbackQuery,
    session: AsyncSession,
    actor: Actor,
    say: Texts,
    now: datetime,
    programme: Programme,
) -> None:
    """A tap handled before a crash: the message may still show the question."""
    assert tap.bot is not None
    try:
        data = FindingTap.unpack(tap.data or "")
    except (TypeError, ValueError):
        return
    if data.do in VERDICTS and isinstance(tap.message, Message):
        desk = Desk(tap.bot, session, actor, say, now, programme)
        await _as_it_stands(desk, tap.message, data.finding)


async def _judge(
    desk: Desk, compose: Compose, chat_id: int, message: Message | None, data: FindingTap
) -> None:
    """Put the answer in place of the question; what is next follows below."""
    judged = await judge(desk.session, desk.actor, data.finding, VERDICTS[data.do], desk.now)
    card = await finding_of(desk.session, desk.actor, data.finding, desk.programme, desk.now)
    shown = judged_shown(card, judged, desk.programme, desk.say)
    if message is None:
        await send(desk.bot, chat_id, shown)
    else:
        await reword(message, shown)
    entry_id = judged.entry.id
    if judged.returned:
        await after(desk, chat_id, None, entry_id, just_now=True)
        return
    await _refresh(desk, chat_id, entry_id)
    if judged.left:
        await _lay_out(desk, compose, chat_id, judged.left)
    elif judged.entry.state is EntryState.SUBMITTED:
        await send(desk.bot, chat_id, await desk.shown(entry_id))


async def _lay_out(desk: Desk, compose: Compose, chat_id: int, waiting: tuple[int, ...]) -> None:
    """The first of these findings as a message; the others follow its answer."""
    card = await finding_of(desk.session, desk.actor, waiting[0], desk.programme, desk.now)
    shown = finding_shown(card, desk.programme, desk.say, len(waiting) - 1)
    await desk.session.commit()  # pictures are fetched and made: nothing is held meanwhile
    await send(desk.bot, chat_id, await composed(shown, compose))


async def _refresh(desk: Desk, chat_id: int, entry_id: int) -> None:
    """Let the messages that told of the entry say what is still to be answered."""
    cards = await _cards(desk.session, desk.actor, entry_id, desk.programme, desk.say, desk.now)
    for message_id, shown in cards:
        await amend(desk.bot, chat_id, message_id, shown)


async def _as_it_stands(desk: Desk, message: Message | None, finding_id: int) -> None:
    card = await finding_of(desk.session, desk.actor, finding_id, desk.programme, desk.now)
    if message is not None:
        await reword(message, finding_shown(card, desk.programme, desk.say))


async def _show_entry(desk: Desk, chat_id: int, finding_id: int) -> None:
    """The entry that the finding is of, with its files, in a message of its own."""
    found = await finding_of(desk.session, desk.actor, finding_id, desk.programme, desk.now)
    card = await desk.card(found.entry.entry_id)
    if card.entry.state is EntryState.SUBMITTED:
        await send(desk.bot, chat_id, await desk.shown(card.entry.id))
        return
    shown = decided(card, desk.programme, desk.say, None)
    await send(desk.bot, chat_id, replace(shown, media=attached(card.media)))
