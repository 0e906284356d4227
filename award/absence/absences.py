"""A participant's absence: told with its days, accepted, asked about or refused (programme.md §6).

What is accepted excuses each week that it touches (`award/progress/current.py`): the ends move,
nobody is reminded. A pause is another thing: it begins at once, has no end, and stops the journal.
"""

import datetime as dt
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.absence.views import LIVE_STATES, Absence, Paper, seen, today_of
from award.access.acting import Acting
from award.access.budget import within_budget
from award.access.responsible import tell_mentor
from award.access.scope import mentored, own_enrolment
from award.audit import record
from award.calendar import DAY
from award.errors import NotFound, Refusal, TooLate
from award.olzha.ledger import history_changed
from award.outbox import NoticeKind, tell
from award.progress.asked import latest_enrolment
from award.typed import tidied
from storage.tables import (
    Enrolment,
    EnrolmentState,
    Excuse,
    ExcuseState,
    MediaKind,
    Urgency,
)

BACK = dt.timedelta(days=30)  # how long after the first day it can still be told
AHEAD = dt.timedelta(days=60)
# Longer than that is a pause, so that nobody excuses a whole level by one tap.
LONGEST = dt.timedelta(days=42)
LONGEST_WORDS = 500
DOCUMENTS = (MediaKind.PHOTO, MediaKind.DOCUMENT)


class PauseReason(StrEnum):
    """Why a participant cannot go on for a while (programme.md §6)."""

    ILLNESS = "illness"
    DISASTER = "disaster"
    BEREAVEMENT = "bereavement"
    INTERNET = "internet"
    OTHER = "other"


_ALREADY = {state: f"absence-already-{state.value}" for state in ExcuseState}


class AlreadyAnswered(TooLate):
    """Somebody was faster: the mentor on another phone, a substitute, or the participant."""

    def __init__(self, state: ExcuseState) -> None:
        super().__init__(_ALREADY[state])
        self.state = state


async def report(
    at: Acting,
    reason: PauseReason,
    first_day: dt.date,
    last_day: dt.date,
    *,
    note: str | None = None,
    paper: Paper | None = None,
) -> Excuse:
    """Tell of days (both included) on which nothing can be done; the mentor gets it at once.

    Raises TooLate for who is not active, Refusal for days out of reach or told of before.
    """
    enrolment = await _reporting(at)
    await within_budget(at, "excuse.asked")
    today = await today_of(at.session, at.programme, at.actor.id, at.now)
    check_days(first_day, last_day, today)
    if enrolment.started_on is not None and last_day < enrolment.started_on:
        raise Refusal("absence-before-start", first=enrolment.started_on)
    await _check_overlap(at.session, enrolment, first_day, last_day)
    note = fit_words(note)
    if paper is not None and paper.kind not in DOCUMENTS:
        raise Refusal("absence-paper-kind")
    excuse = Excuse(
        enrolment_id=enrolment.id,
        state=ExcuseState.ASKED,
        first_day=first_day,
        last_day=last_day,
        reason=reason.value,
        note=note,
        document_file_id=paper.file_id if paper else None,
        document_kind=paper.kind.value if paper else None,
        made_by=at.actor.id,
        made_at=at.now,
    )
    at.session.add(excuse)
    await at.session.flush()
    await record(
        at.session, at.actor.id, "excuse.asked", "excuse", excuse.id, at.now, reason=reason.value
    )
    await tell_mentor(at.session, enrolment, NoticeKind.EXCUSE_ASKED, at.now, excuse=excuse.id)
    return excuse


def check_first(first_day: dt.date, today: dt.date) -> None:
    """Raises Refusal for a first day too long ago or too far ahead."""
    if not today - BACK <= first_day <= today + AHEAD:
        raise Refusal("absence-first-wrong", earliest=today - BACK, latest=today + AHEAD)


def check_days(first_day: dt.date, last_day: dt.date, today: dt.date) -> None:
    """Raises Refusal for days that cannot be told of: in reverse, too many, too far off."""
    check_first(first_day, today)
    if not first_day <= last_day < first_day + LONGEST:
        raise Refusal("absence-last-wrong", first=first_day, latest=first_day + LONGEST - DAY)


async def own_absences(at: Acting) -> tuple[Absence, ...]:
    """Own absences and pauses of the level at hand, the latest first."""
    enrolment = await latest_enrolment(at)
    if enrolment is None:
        return ()
    found = await at.session.scalars(
        select(Excuse)
        .where(Excuse.enrolment_id == enrolment.id)
        .order_by(Excuse.first_day.desc(), Excuse.id.desc())
    )
    return await seen(at, enrolment, found.all())


async def may_report(at: Acting) -> bool:
    """Whether the person is a participant who can be absent now."""
    enrolment = await latest_enrolment(at)
    return enrolment is not None and enrolment.state is EnrolmentState.ACTIVE


async def own_absence(at: Acting, excuse_id: int) -> Absence:
    """One of them; raises NotFound for another's."""
    excuse, enrolment = await _own(at, excuse_id)
    return (await seen(at, enrolment, [excuse]))[0]


async def withdraw(at: Acting, excuse_id: int) -> Excuse:
    """Take an absence back, also an accepted one: its weeks count again. The mentor is told."""
    excuse, enrolment = await _own(at, excuse_id)
    if excuse.state not in LIVE_STATES or excuse.last_day is None:
        raise AlreadyAnswered(excuse.state)
    excuse.state = ExcuseState.WITHDRAWN
    await history_changed(at.session, enrolment.id)
    await record(at.session, at.actor.id, "excuse.withdrawn", "excuse", excuse.id, at.now)
    await tell_mentor(at.session, enrolment, NoticeKind.EXCUSE_CHANGED, at.now, excuse=excuse.id)
    return excuse


async def shorten(at: Acting, excuse_id: int, last_day: dt.date) -> Excuse:
    """Let an absence end earlier; nothing else of it changes, so no new decision is needed."""
    excuse, enrolment = await _own(at, excuse_id)
    if excuse.state not in LIVE_STATES or excuse.last_day is None:
        raise AlreadyAnswered(excuse.state)
    if not excuse.first_day <= last_day < excuse.last_day:
        latest = max(excuse.first_day, excuse.last_day - DAY)
        raise Refusal("absence-shorten-wrong", first=excuse.first_day, latest=latest)
    excuse.last_day = last_day
    await history_changed(at.session, enrolment.id)
    await record(at.session, at.actor.id, "excuse.shortened", "excuse", excuse.id, at.now)
    await tell_mentor(at.session, enrolment, NoticeKind.EXCUSE_CHANGED, at.now, excuse=excuse.id)
    return excuse


async def answer(at: Acting, excuse_id: int, words: str, *, paper: Paper | None = None) -> Excuse:
    """Answer what the mentor asked; it waits for the decision again."""
    excuse, enrolment = await _own(at, excuse_id)
    if excuse.state is not ExcuseState.QUESTIONED:
        raise AlreadyAnswered(excuse.state)
    excuse.answer = _needed(words) if paper is None else fit_words(words)
    if paper is not None:
        excuse.document_file_id, excuse.document_kind = paper.file_id, paper.kind.value
    excuse.state = ExcuseState.ASKED
    await record(at.session, at.actor.id, "excuse.answered", "excuse", excuse.id, at.now)
    await tell_mentor(at.session, enrolment, NoticeKind.EXCUSE_ASKED, at.now, excuse=excuse.id)
    return excuse


# --- the mentor


async def look(at: Acting, excuse_id: int) -> Absence:
    """An absence of one of this mentor's participants; the look is on the record (§7)."""
    excuse, enrolment = await _mentored(at, excuse_id)
    await record(at.session, at.actor.id, "excuse.seen", "excuse", excuse.id, at.now)
    return (await seen(at, enrolment, [excuse]))[0]


async def accept(at: Acting, excuse_id: int) -> Excuse:
    """Excuse the weeks that it touches; the participant is told. Raises AlreadyAnswered."""
    return await _decide(at, excuse_id, ExcuseState.ACCEPTED, None)


async def question(at: Acting, excuse_id: int, words: str) -> Excuse:
    """Ask the participant about it, in own words; their answer brings it back."""
    return await _decide(at, excuse_id, ExcuseState.QUESTIONED, _needed(words))


async def refuse(at: Acting, excuse_id: int, words: str) -> Excuse:
    """Refuse it with a reason, which the participant reads: its weeks count as ever."""
    return await _decide(at, excuse_id, ExcuseState.REFUSED, _needed(words))


async def _decide(at: Acting, excuse_id: int, state: ExcuseState, words: str | None) -> Excuse:
    excuse, enrolment = await _mentored(at, excuse_id)
    if excuse.state is not ExcuseState.ASKED and not (
        excuse.state is ExcuseState.QUESTIONED and state is not ExcuseState.QUESTIONED
    ):
        raise AlreadyAnswered(excuse.state)
    excuse.state = state
    excuse.question = words if words is not None else excuse.question
    excuse.decided_by, excuse.decided_at = at.actor.id, at.now
    await history_changed(at.session, enrolment.id)
    await record(at.session, at.actor.id, f"excuse.{state.value}", "excuse", excuse.id, at.now)
    tell(
        at.session,
        enrolment.person_id,
        NoticeKind.EXCUSE_DECIDED,
        at.now,
        urgency=Urgency.NOW,
        excuse=excuse.id,
    )
    return excuse


# --- rows within a scope


async def _reporting(at: Acting) -> Enrolment:
    latest = await latest_enrolment(at)
    if latest is None:
        raise TooLate("absence-not-active")
    enrolment = await own_enrolment(at, latest.id)
    if enrolment.state is not EnrolmentState.ACTIVE:
        raise TooLate("absence-not-active")
    return enrolment


async def _own(at: Acting, excuse_id: int) -> tuple[Excuse, Enrolment]:
    """An own absence, under the enrolment's lock."""
    excuse = await at.session.get(Excuse, excuse_id)
    if excuse is None:
        raise NotFound
    enrolment = await own_enrolment(at, excuse.enrolment_id)
    await at.session.refresh(excuse)
    return excuse, enrolment


async def _mentored(at: Acting, excuse_id: int) -> tuple[Excuse, Enrolment]:
    """An absence of a participant of this mentor, under the enrolment's lock."""
    excuse = await at.session.get(Excuse, excuse_id)
    if excuse is None:
        raise NotFound
    enrolment = await mentored(at, excuse.enrolment_id)
    await at.session.refresh(excuse)
    return excuse, enrolment


async def _check_overlap(
    session: AsyncSession, enrolment: Enrolment, first_day: dt.date, last_day: dt.date
) -> None:
    found = await session.scalars(
        select(Excuse)
        .where(
            Excuse.enrolment_id == enrolment.id,
            Excuse.state.in_(LIVE_STATES),
            Excuse.first_day <= last_day,
        )
        .order_by(Excuse.first_day)
    )
    for other in found:
        until = other.last_day or last_day
        if until >= first_day:
            raise Refusal("absence-overlaps", first=other.first_day, last=until)


def fit_words(words: str | None) -> str | None:
    """Words as they are kept, None for none; raises Refusal for too many."""
    kept = tidied(words) or None
    if kept is not None and len(kept) > LONGEST_WORDS:
        raise Refusal("absence-words-long", most=LONGEST_WORDS, length=len(kept))
    return kept


def _needed(words: str) -> str:
    kept = fit_words(words)
    if kept is None:
        raise Refusal("absence-words-needed")
    return kept
