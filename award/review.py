"""The mentor's review: what waits, and the one decision on each entry (programme.md §5)."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, delete, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from award.acting import Actor, mentored, mentored_by, mentored_entry
from award.audit import record
from award.doubts import book_counted
from award.entry_card import look
from award.errors import NotFound, Refusal, TooLate
from award.notices import tell
from award.programme import Programme
from award.typed import tidied
from storage.tables import (
    SIGNED_STATES,
    Enrolment,
    Entry,
    EntryState,
    Outbox,
    Person,
    Review,
    RoleKind,
    Task,
    TaskState,
    Urgency,
    Verdict,
)

# Usual reasons, by code; own words are always possible instead.
RETURN_REASONS = ("photo_other", "photo_unclear", "minutes", "direction", "date", "note_short")
REUSED = "reused"
REJECT_REASONS = ("not_done", "not_own", REUSED, "not_counted")
LONGEST_COMMENT = 1000


class AlreadyDecided(TooLate):
    """Someone or something was faster: the verdict (or "withdrawn"), and who gave it."""

    def __init__(self, state: EntryState, by: str, *, own: bool) -> None:
        super().__init__(f"review-already-{state.value}", by=by, own=str(own).lower())
        self.state = state


@dataclass(frozen=True, slots=True)
class WaitingOf:
    """How many entries of one participant wait, and since when."""

    enrolment_id: int
    name: str
    count: int
    since: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Pending:
    """What waits for a mentor: how many entries, whose, the longest waiting first."""

    total: int
    by_participant: tuple[WaitingOf, ...]


async def pending(session: AsyncSession, actor: Actor) -> Pending:
    """What waits for this mentor, by participant, oldest first."""
    actor.require(RoleKind.MENTOR)
    rows = await session.execute(
        _waiting(actor)
        .with_only_columns(
            Enrolment.id, Person.full_name, func.count(Entry.id), func.min(Entry.submitted_at)
        )
        .group_by(Enrolment.id, Person.full_name)
        .order_by(func.min(Entry.submitted_at), Enrolment.id)
    )
    waiting = tuple(WaitingOf(id_, name or "", count, since) for id_, name, count, since in rows)
    return Pending(sum(each.count for each in waiting), waiting)


async def next_pending(
    session: AsyncSession, actor: Actor, *, after: int | None = None
) -> int | None:
    """The id of the entry that waits longest; with `after`, of the one waiting next after it."""
    actor.require(RoleKind.MENTOR)
    oldest_first = _waiting(actor).order_by(Entry.submitted_at, Entry.id).limit(1)
    if after is not None:
        passed = await session.get(Entry, after)
        if passed is not None and passed.submitted_at is not None:
            later = tuple_(Entry.submitted_at, Entry.id) > (passed.submitted_at, after)
            found: int | None = await session.scalar(oldest_first.where(later))
            if found is not None:
                return found
    first: int | None = await session.scalar(oldest_first)
    return first


async def approve(session: AsyncSession, actor: Actor, entry_id: int, now: dt.datetime) -> Entry:
    """Approve a submitted entry; the participant is told what it did to their week.

    Raises AlreadyDecided, Refusal for a book that counts already.
    """
    entry, enrolment = await _undecided(session, actor, entry_id)
    await _check_book(session, entry)
    await _decide(session, actor, entry, Verdict.APPROVED, now)
    await _set_task(session, entry, TaskState.DONE)
    tell(
        session,
        enrolment.person_id,
        "entry-decided",
        now,
        urgency=Urgency.NOW,
        entry=entry.id,
    )
    return entry


async def return_(
    session: AsyncSession,
    actor: Actor,
    entry_id: int,
    now: dt.datetime,
    *,
    reason: str | None = None,
    comment: str | None = None,
) -> Entry:
    """Send an entry back to be mended, for a usual reason (its code) or in own words.

    Raises AlreadyDecided, Refusal where neither is given or the words are too long.
    """
    return await _decline(session, actor, entry_id, Verdict.RETURNED, reason, comment, now)


async def reject(
    session: AsyncSession,
    actor: Actor,
    entry_id: int,
    now: dt.datetime,
    *,
    reason: str | None = None,
    comment: str | None = None,
) -> Entry:
    """Reject an entry for good, with a reason; raises like `return_`."""
    return await _decline(session, actor, entry_id, Verdict.REJECTED, reason, comment, now)


async def return_reused(
    session: AsyncSession, actor: Actor, entry: Entry, now: dt.datetime
) -> None:
    """Return an entry whose evidence was used before; the approval of it is taken back (§9).

    The caller has locked it, checked the scope, and tells its participant.
    """
    await session.execute(delete(Review).where(Review.entry_id == entry.id))
    await _decide(session, actor, entry, Verdict.RETURNED, now, REUSED)
    await _set_task(session, entry, TaskState.OPEN)


async def approve_instead(
    session: AsyncSession, actor: Actor, entry: Entry, now: dt.datetime
) -> None:
    """Approve an entry whose refusal an arbiter annulled: the decision before it is void (§7).

    The caller has locked it, checked who it is, kept the decision, and tells its participant.
    Raises Refusal for a book that counts already.
    """
    await _check_book(session, entry)
    await session.execute(delete(Review).where(Review.entry_id == entry.id))
    await _decide(session, actor, entry, Verdict.APPROVED, now)
    await _set_task(session, entry, TaskState.DONE)


async def clean_entries(
    session: AsyncSession, actor: Actor, enrolment_id: int, programme: Programme, now: dt.datetime
) -> tuple[tuple[int, ...], int]:
    """Ids of a participant's waiting entries without a warning, and how many wait in all."""
    await mentored(session, actor, enrolment_id)
    ids = await _waiting_of(session, actor, enrolment_id)
    cards = [await look(session, actor, entry_id, programme, now) for entry_id in ids]
    return tuple(card.entry.id for card in cards if not card.doubts), len(cards)


async def approve_all(
    session: AsyncSession,
    actor: Actor,
    enrolment_id: int,
    programme: Programme,
    now: dt.datetime,
    *,
    up_to: int,
) -> tuple[int, ...]:
    """Approve a participant's waiting entries without warnings; the ids of those approved.

    Only those up to the id `up_to`, which the mentor was asked about: none that came since. The
    participant is told of all in one message.
    """
    ids = [each for each in await _waiting_of(session, actor, enrolment_id) if each <= up_to]
    # All entries before their enrolment, as a single decision does it: no two wait for each other.
    await session.execute(
        select(Entry.id).where(Entry.id.in_(ids)).order_by(Entry.id).with_for_update(key_share=True)
    )
    enrolment = await mentored(session, actor, enrolment_id)
    approved = []
    for entry_id in ids:
        card = await look(session, actor, entry_id, programme, now)
        if card.entry.state is not EntryState.SUBMITTED or card.doubts:
            continue
        await _decide(session, actor, card.entry, Verdict.APPROVED, now)
        await _set_task(session, card.entry, TaskState.DONE)
        approved.append(entry_id)
    if approved:
        tell(
            session,
            enrolment.person_id,
            "entries-approved",
            now,
            urgency=Urgency.NOW,
            entries=approved,
        )
    return tuple(approved)


async def still_waiting(
    session: AsyncSession, actor: Actor, entries: Collection[int]
) -> tuple[int, ...]:
    """Those of these entries that wait for this mentor now."""
    actor.require(RoleKind.MENTOR)
    waiting = _waiting(actor).where(Entry.id.in_(entries)).order_by(Entry.id)
    return tuple((await session.scalars(waiting)).all())


async def told_in(session: AsyncSession, actor: Actor, entry_id: int) -> tuple[int, ...]:
    """Ids of the messages in which this mentor was told of an entry."""
    found = await session.scalars(
        select(Outbox.message_id).where(
            Outbox.person_id == actor.id,
            Outbox.kind == "entry-submitted",
            Outbox.message_id.is_not(None),
            Outbox.details["entry"].as_integer() == entry_id,
        )
    )
    return tuple(each for each in found if each is not None)


def _waiting(actor: Actor) -> Select[int]:
    """Ids of the entries that wait for this mentor."""
    return (
        select(Entry.id)
        .join(Enrolment, Enrolment.id == Entry.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(*_waits_for(actor))
    )


async def _waiting_of(session: AsyncSession, actor: Actor, enrolment_id: int) -> list[int]:
    actor.require(RoleKind.MENTOR)
    found = await session.scalars(
        _waiting(actor).where(Enrolment.id == enrolment_id).order_by(Entry.submitted_at, Entry.id)
    )
    return list(found)


def _waits_for(actor: Actor) -> Sequence[ColumnElement[bool]]:
    return (
        Entry.state == EntryState.SUBMITTED,
        mentored_by(actor),
        Enrolment.state.in_(SIGNED_STATES),
    )


async def _undecided(session: AsyncSession, actor: Actor, entry_id: int) -> tuple[Entry, Enrolment]:
    """The entry, locked, if nobody has decided it; raises AlreadyDecided."""
    entry, enrolment = await mentored_entry(session, actor, entry_id)
    await session.refresh(entry)  # locked above, but maybe read before that
    if entry.state is EntryState.DRAFT:
        raise NotFound
    if entry.state is not EntryState.SUBMITTED:
        by = await session.execute(
            select(Person.id, Person.full_name)
            .join(Review, Review.by == Person.id)
            .where(Review.entry_id == entry.id)
        )
        person_id, name = by.one_or_none() or (None, "")
        raise AlreadyDecided(entry.state, name or "", own=person_id == actor.id)
    return entry, enrolment


async def _decline(
    session: AsyncSession,
    actor: Actor,
    entry_id: int,
    verdict: Verdict,
    reason: str | None,
    comment: str | None,
    now: dt.datetime,
) -> Entry:
    usual = RETURN_REASONS if verdict is Verdict.RETURNED else REJECT_REASONS
    comment = tidied(comment) or None
    if reason not in (None, *usual) or (reason is None and comment is None):
        raise Refusal("review-reason-needed")
    if comment is not None and len(comment) > LONGEST_COMMENT:
        raise Refusal("review-words-long", most=LONGEST_COMMENT, length=len(comment))
    entry, enrolment = await _undecided(session, actor, entry_id)
    await _decide(session, actor, entry, verdict, now, reason, comment)
    await _set_task(session, entry, TaskState.OPEN)
    tell(
        session,
        enrolment.person_id,
        "entry-decided",
        now,
        urgency=Urgency.NOW,
        entry=entry.id,
    )
    return entry


async def _decide(
    session: AsyncSession,
    actor: Actor,
    entry: Entry,
    verdict: Verdict,
    now: dt.datetime,
    reason: str | None = None,
    comment: str | None = None,
) -> None:
    entry.state = EntryState(verdict.value)
    entry.decided_at = now
    session.add(
        Review(
            entry_id=entry.id, by=actor.id, verdict=verdict, reason=reason, comment=comment, at=now
        )
    )
    await record(session, actor.id, f"entry.{verdict.value}", "entry", entry.id, now, reason=reason)
    await session.flush()


async def _check_book(session: AsyncSession, entry: Entry) -> None:
    """A book serves one direction, once (§2)."""
    if entry.book is None:
        return
    line = [entry.id]
    older = entry.replaces_id
    while older is not None:
        line.append(older)
        older = await session.scalar(select(Entry.replaces_id).where(Entry.id == older))
    if await book_counted(session, entry.enrolment_id, entry.book, line) is not None:
        raise Refusal("review-book-counted")


async def _set_task(session: AsyncSession, entry: Entry, state: TaskState) -> None:
    """An extra task is done when its entry is approved, and open again when it is not."""
    task = await session.get(Task, entry.task_id) if entry.task_id else None
    if task is not None and task.state is not TaskState.DROPPED:
        task.state = state
