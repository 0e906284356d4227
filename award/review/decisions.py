"""The mentor's review: what waits, and the one decision on each entry (programme.md §5)."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.scope import mentored, mentored_entry
from award.audit import record_all
from award.errors import NotFound, Refusal, TooLate
from award.journal.effects import give_book_too, set_tasks
from award.olzha.ledger import history_changed
from award.outbox import NoticeKind, tell
from award.progress.versions import versions_before
from award.review.queue import clean_of, waiting_entries
from award.typed import tidied
from storage.tables import (
    DECIDED_STATES,
    Enrolment,
    Entry,
    EntryState,
    Person,
    Review,
    TaskState,
    Urgency,
    Verdict,
)

# Usual reasons, by code; own words are always possible instead.
RETURN_REASONS = ("photo_other", "photo_unclear", "minutes", "direction", "date", "note_short")
REUSED = "reused"
REJECT_REASONS = ("not_done", "not_own", REUSED, "not_counted")
LONGEST_COMMENT = 1000


_ALREADY = {
    state: f"review-already-{state.value}" for state in (*DECIDED_STATES, EntryState.WITHDRAWN)
}


class AlreadyDecided(TooLate):
    """Someone or something was faster: the verdict (or "withdrawn"), and who gave it."""

    def __init__(self, state: EntryState, by: str, *, own: bool) -> None:
        super().__init__(_ALREADY[state], by=by, own=str(own).lower())
        self.state = state


async def approve(at: Acting, entry_id: int) -> Entry:
    """Approve a submitted entry; the participant is told what it did to their week.

    Raises AlreadyDecided, Refusal for a book that counts already.
    """
    entry, enrolment = await _undecided(at, entry_id)
    await _check_book(at.session, entry)
    await _decide(at, [entry], Verdict.APPROVED)
    _tell_decided(at, enrolment, entry)
    return entry


async def return_(
    at: Acting, entry_id: int, *, reason: str | None = None, comment: str | None = None
) -> Entry:
    """Send an entry back to be mended, for a usual reason (its code) or in own words.

    Raises AlreadyDecided, Refusal where neither is given or the words are too long.
    """
    return await _decline(at, entry_id, Verdict.RETURNED, reason, comment)


async def reject(
    at: Acting, entry_id: int, *, reason: str | None = None, comment: str | None = None
) -> Entry:
    """Reject an entry for good, with a reason; raises like `return_`."""
    return await _decline(at, entry_id, Verdict.REJECTED, reason, comment)


async def return_reused(at: Acting, entry: Entry) -> None:
    """Return an entry whose evidence was used before; the approval of it is taken back (§9).

    The caller has locked it, checked the scope, and tells its participant.
    """
    await at.session.execute(delete(Review).where(Review.entry_id == entry.id))
    await _decide(at, [entry], Verdict.RETURNED, REUSED)


async def approve_instead(at: Acting, entry: Entry) -> None:
    """Approve an entry whose refusal an arbiter annulled: the decision before it is void (§7).

    The caller has locked it, checked who it is, kept the decision, and tells its participant.
    Raises Refusal for a book that counts already.
    """
    await _check_book(at.session, entry)
    await at.session.execute(delete(Review).where(Review.entry_id == entry.id))
    await _decide(at, [entry], Verdict.APPROVED)


async def approve_all(at: Acting, enrolment_id: int, *, up_to: int) -> tuple[int, ...]:
    """Approve a participant's waiting entries without warnings; the ids of those approved.

    Only those up to the id `up_to`, which the mentor was asked about: none that came since. The
    participant is told of all in one message.
    """
    ids = [each.id for each in await waiting_entries(at, enrolment_id) if each.id <= up_to]
    # All entries before their enrolment, as a single decision does it: no two wait for each other.
    locked = await at.session.scalars(
        select(Entry)
        .where(Entry.id.in_(ids))
        .order_by(Entry.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    undecided = {entry.id: entry for entry in locked if entry.state is EntryState.SUBMITTED}
    enrolment = await mentored(at, enrolment_id)
    oldest_first = [undecided[each] for each in ids if each in undecided]
    clean = await clean_of(at, enrolment, oldest_first)
    approved = [entry.id for entry in clean]
    if approved:
        await _decide(at, clean, Verdict.APPROVED)
        tell(
            at.session,
            enrolment.person_id,
            NoticeKind.ENTRIES_APPROVED,
            at.now,
            urgency=Urgency.NOW,
            entries=approved,
        )
    return tuple(approved)


async def _undecided(at: Acting, entry_id: int) -> tuple[Entry, Enrolment]:
    """The entry, locked, if nobody has decided it; raises AlreadyDecided."""
    entry, enrolment = await mentored_entry(at, entry_id)
    await at.session.refresh(entry)  # locked above, but maybe read before that
    if entry.state is EntryState.DRAFT:
        raise NotFound
    if entry.state is not EntryState.SUBMITTED:
        by = await at.session.execute(
            select(Person.id, Person.full_name)
            .join(Review, Review.by == Person.id)
            .where(Review.entry_id == entry.id)
        )
        person_id, name = by.one_or_none() or (None, "")
        raise AlreadyDecided(entry.state, name or "", own=person_id == at.actor.id)
    return entry, enrolment


async def _decline(
    at: Acting, entry_id: int, verdict: Verdict, reason: str | None, comment: str | None
) -> Entry:
    usual = RETURN_REASONS if verdict is Verdict.RETURNED else REJECT_REASONS
    comment = tidied(comment) or None
    if reason not in (None, *usual) or (reason is None and comment is None):
        raise Refusal("review-reason-needed")
    if comment is not None and len(comment) > LONGEST_COMMENT:
        raise Refusal("review-words-long", most=LONGEST_COMMENT, length=len(comment))
    entry, enrolment = await _undecided(at, entry_id)
    await _decide(at, [entry], verdict, reason, comment)
    _tell_decided(at, enrolment, entry)
    return entry


async def _decide(
    at: Acting,
    entries: Sequence[Entry],
    verdict: Verdict,
    reason: str | None = None,
    comment: str | None = None,
) -> None:
    """Write down one decision on all of these; tasks that they answer are done, or open again."""
    ids = [entry.id for entry in entries]
    await at.session.execute(
        update(Entry)
        .where(Entry.id.in_(ids))
        .values(state=EntryState(verdict.value), decided_at=at.now)
    )
    review = {
        "by": at.actor.id,
        "verdict": verdict,
        "reason": reason,
        "comment": comment,
        "at": at.now,
    }
    await at.session.execute(insert(Review), [review | {"entry_id": each} for each in ids])
    await record_all(
        at.session, at.actor.id, f"entry.{verdict.value}", "entry", ids, at.now, reason=reason
    )
    await history_changed(at.session, entries[0].enrolment_id)
    done = verdict is Verdict.APPROVED
    await set_tasks(at.session, entries, TaskState.DONE if done else TaskState.OPEN)
    await at.session.flush()


def _tell_decided(at: Acting, enrolment: Enrolment, entry: Entry) -> None:
    tell(
        at.session,
        enrolment.person_id,
        NoticeKind.ENTRY_DECIDED,
        at.now,
        urgency=Urgency.NOW,
        entry=entry.id,
    )


async def _check_book(session: AsyncSession, entry: Entry) -> None:
    """A book that counts already is not approved again."""
    before = await versions_before(session, [entry])
    line = {entry.id, *(each.id for each in before[entry.id])}
    if await give_book_too(session, {entry: line}, (EntryState.APPROVED,)):
        raise Refusal("review-book-counted")
