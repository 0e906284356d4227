"""A participant's absence: told with its days, accepted, asked about or refused (programme.md §6).

What is accepted excuses each week that it touches (`award/progress/current.py`): the ends move,
nobody is reminded. A pause is another thing: it begins at once, has no end, and stops the journal.
"""

import datetime as dt
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.absence.views import STANDING, Absence, Paper, seen, today_of
from award.access.actor import Actor
from award.access.responsible import tell_mentor
from award.access.scope import mentored, own_enrolment
from award.audit import record
from award.calendar import DAY
from award.errors import NotFound, Refusal, TooLate
from award.outbox import tell
from award.programme import Programme
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


class AlreadyAnswered(TooLate):
    """Somebody was faster: the mentor on another phone, a substitute, or the participant."""

    def __init__(self, state: ExcuseState) -> None:
        super().__init__(f"absence-already-{state.value}")
        self.state = state


async def report(
    session: AsyncSession,
    actor: Actor,
    programme: Programme,
    reason: PauseReason,
    first_day: dt.date,
    last_day: dt.date,
    now: dt.datetime,
    *,
    note: str | None = None,
    paper: Paper | None = None,
) -> Excuse:
    """Tell of days (both included) on which nothing can be done; the mentor gets it at once.

    Raises TooLate for who is not active, Refusal for days out of reach or told of before.
    """
    enrolment = await _reporting(session, actor)
    today = await today_of(session, programme, actor.id, now)
    check_days(first_day, last_day, today)
    if enrolment.started_on is not None and last_day < enrolment.started_on:
        raise Refusal("absence-before-start", first=enrolment.started_on)
    await _check_overlap(session, enrolment, first_day, last_day)
    note = _tidied(note)
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
        made_by=actor.id,
        made_at=now,
    )
    session.add(excuse)
    await session.flush()
    await record(session, actor.id, "excuse.asked", "excuse", excuse.id, now, reason=reason.value)
    await tell_mentor(session, enrolment, "excuse-asked", now, excuse=excuse.id)
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


async def own_absences(
    session: AsyncSession, actor: Actor, programme: Programme, now: dt.datetime
) -> tuple[Absence, ...]:
    """Own absences and pauses of the level at hand, the latest first."""
    enrolment = await latest_enrolment(session, actor)
    if enrolment is None:
        return ()
    found = await session.scalars(
        select(Excuse)
        .where(Excuse.enrolment_id == enrolment.id)
        .order_by(Excuse.first_day.desc(), Excuse.id.desc())
    )
    return await seen(session, actor, programme, enrolment, found.all(), now)


async def may_report(session: AsyncSession, actor: Actor) -> bool:
    """Whether the person is a participant who can be absent now."""
    enrolment = await latest_enrolment(session, actor)
    return enrolment is not None and enrolment.state is EnrolmentState.ACTIVE


async def own_absence(
    session: AsyncSession, actor: Actor, excuse_id: int, programme: Programme, now: dt.datetime
) -> Absence:
    """One of them; raises NotFound for another's."""
    excuse, enrolment = await _own(session, actor, excuse_id)
    return (await seen(session, actor, programme, enrolment, [excuse], now))[0]


async def withdraw(session: AsyncSession, actor: Actor, excuse_id: int, now: dt.datetime) -> Excuse:
    """Take an absence back, also an accepted one: its weeks count again. The mentor is told."""
    excuse, enrolment = await _own(session, actor, excuse_id)
    if excuse.state not in STANDING or excuse.last_day is None:
        raise AlreadyAnswered(excuse.state)
    excuse.state = ExcuseState.WITHDRAWN
    await record(session, actor.id, "excuse.withdrawn", "excuse", excuse.id, now)
    await tell_mentor(session, enrolment, "excuse-changed", now, excuse=excuse.id)
    return excuse


async def shorten(
    session: AsyncSession, actor: Actor, excuse_id: int, last_day: dt.date, now: dt.datetime
) -> Excuse:
    """Let an absence end earlier; nothing else of it changes, so no new decision is needed."""
    excuse, enrolment = await _own(session, actor, excuse_id)
    if excuse.state not in STANDING or excuse.last_day is None:
        raise AlreadyAnswered(excuse.state)
    if not excuse.first_day <= last_day < excuse.last_day:
        latest = max(excuse.first_day, excuse.last_day - DAY)
        raise Refusal("absence-shorten-wrong", first=excuse.first_day, latest=latest)
    excuse.last_day = last_day
    await record(session, actor.id, "excuse.shortened", "excuse", excuse.id, now)
    await tell_mentor(session, enrolment, "excuse-changed", now, excuse=excuse.id)
    return excuse


async def answer(
    session: AsyncSession,
    actor: Actor,
    excuse_id: int,
    words: str,
    now: dt.datetime,
    *,
    paper: Paper | None = None,
) -> Excuse:
    """Answer what the mentor asked; it waits for the decision again."""
    excuse, enrolment = await _own(session, actor, excuse_id)
    if excuse.state is not ExcuseState.QUESTIONED:
        raise AlreadyAnswered(excuse.state)
    excuse.answer = _needed(words) if paper is None else _tidied(words)
    if paper is not None:
        excuse.document_file_id, excuse.document_kind = paper.file_id, paper.kind.value
    excuse.state = ExcuseState.ASKED
    await record(session, actor.id, "excuse.answered", "excuse", excuse.id, now)
    await tell_mentor(session, enrolment, "excuse-asked", now, excuse=excuse.id)
    return excuse


# --- the mentor


async def look(
    session: AsyncSession, actor: Actor, excuse_id: int, programme: Programme, now: dt.datetime
) -> Absence:
    """An absence of one of this mentor's participants; the look is on the record (§7)."""
    excuse, enrolment = await _mentored(session, actor, excuse_id)
    await record(session, actor.id, "excuse.seen", "excuse", excuse.id, now)
    return (await seen(session, actor, programme, enrolment, [excuse], now))[0]


async def accept(session: AsyncSession, actor: Actor, excuse_id: int, now: dt.datetime) -> Excuse:
    """Excuse the weeks that it touches; the participant is told. Raises AlreadyAnswered."""
    return await _decide(session, actor, excuse_id, ExcuseState.ACCEPTED, None, now)


async def question(
    session: AsyncSession, actor: Actor, excuse_id: int, words: str, now: dt.datetime
) -> Excuse:
    """Ask the participant about it, in own words; their answer brings it back."""
    return await _decide(session, actor, excuse_id, ExcuseState.QUESTIONED, _needed(words), now)


async def refuse(
    session: AsyncSession, actor: Actor, excuse_id: int, words: str, now: dt.datetime
) -> Excuse:
    """Refuse it with a reason, which the participant reads: its weeks count as ever."""
    return await _decide(session, actor, excuse_id, ExcuseState.REFUSED, _needed(words), now)


async def _decide(
    session: AsyncSession,
    actor: Actor,
    excuse_id: int,
    state: ExcuseState,
    words: str | None,
    now: dt.datetime,
) -> Excuse:
    excuse, enrolment = await _mentored(session, actor, excuse_id)
    if excuse.state is not ExcuseState.ASKED and not (
        excuse.state is ExcuseState.QUESTIONED and state is not ExcuseState.QUESTIONED
    ):
        raise AlreadyAnswered(excuse.state)
    excuse.state = state
    excuse.question = words if words is not None else excuse.question
    excuse.decided_by, excuse.decided_at = actor.id, now
    await record(session, actor.id, f"excuse.{state.value}", "excuse", excuse.id, now)
    tell(session, enrolment.person_id, "excuse-decided", now, urgency=Urgency.NOW, excuse=excuse.id)
    return excuse


# --- rows within a scope


async def _reporting(session: AsyncSession, actor: Actor) -> Enrolment:
    latest = await latest_enrolment(session, actor)
    if latest is None:
        raise TooLate("absence-not-active")
    enrolment = await own_enrolment(session, actor, latest.id)
    if enrolment.state is not EnrolmentState.ACTIVE:
        raise TooLate("absence-not-active")
    return enrolment


async def _own(session: AsyncSession, actor: Actor, excuse_id: int) -> tuple[Excuse, Enrolment]:
    """An own absence, under the enrolment's lock."""
    excuse = await session.get(Excuse, excuse_id)
    if excuse is None:
        raise NotFound
    enrolment = await own_enrolment(session, actor, excuse.enrolment_id)
    await session.refresh(excuse)
    return excuse, enrolment


async def _mentored(
    session: AsyncSession, actor: Actor, excuse_id: int
) -> tuple[Excuse, Enrolment]:
    """An absence of a participant of this mentor, under the enrolment's lock."""
    excuse = await session.get(Excuse, excuse_id)
    if excuse is None:
        raise NotFound
    enrolment = await mentored(session, actor, excuse.enrolment_id)
    await session.refresh(excuse)
    return excuse, enrolment


async def _check_overlap(
    session: AsyncSession, enrolment: Enrolment, first_day: dt.date, last_day: dt.date
) -> None:
    found = await session.scalars(
        select(Excuse)
        .where(
            Excuse.enrolment_id == enrolment.id,
            Excuse.state.in_(STANDING),
            Excuse.first_day <= last_day,
        )
        .order_by(Excuse.first_day)
    )
    for other in found:
        until = other.last_day or last_day
        if until >= first_day:
            raise Refusal("absence-overlaps", first=other.first_day, last=until)


def _tidied(words: str | None) -> str | None:
    kept = tidied(words) or None
    if kept is not None and len(kept) > LONGEST_WORDS:
        raise Refusal("absence-words-long", most=LONGEST_WORDS, length=len(kept))
    return kept


def _needed(words: str) -> str:
    kept = _tidied(words)
    if kept is None:
        raise Refusal("absence-words-needed")
    return kept
