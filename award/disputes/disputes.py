"""A participant against a decision or a requirement of the mentor, or a refusal (§7, §8.7).

The mentor's expert confirms or annuls it; once, the participant may appeal to the coordinator. No
arbiter is a party. An annulled refusal of an entry makes it approved, by the arbiter: what the
participant said of it holds. An annulled task is dropped. Where it is annulled that a complete
level was not recommended, another recommends it.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import Actor
from award.access.budget import within_budget
from award.access.scope import own_enrolment, own_entry
from award.audit import record
from award.calendar.days_off import term_end
from award.calendar.deadlines import DISPUTE_DAYS
from award.disputes.arbiters import DISPUTABLE, VOID, WAITING, arbiters, may_answer
from award.dossiers.moving import dossier_locked, move
from award.dossiers.turns import recommenders
from award.errors import NotFound, Refusal, TooLate
from award.findings.verdicts import overrule
from award.outbox import NoticeKind, tell
from award.review.decisions import approve_instead
from award.typed import tidied
from storage.locking import locked, locked_one
from storage.tables import (
    SIGNED_STATES,
    Dispute,
    DisputeState,
    Dossier,
    DossierState,
    DossierStep,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Person,
    Review,
    Task,
    TaskState,
    Urgency,
)

LONGEST_WORDS = 1000  # characters


async def dispute_entry(at: Acting, entry_id: int, words: str) -> Dispute:
    """Dispute the decision on an own entry that was returned or rejected, in own words.

    Raises TooLate where it was decided otherwise or mended meanwhile, Refusal where it was disputed
    before or the words are none or too many.
    """
    entry, enrolment = await own_entry(at, entry_id)
    words = _fit(words)
    newer = select(Entry.id).where(Entry.replaces_id == entry.id, Entry.state != EntryState.DRAFT)
    review = await at.session.scalar(select(Review).where(Review.entry_id == entry.id))
    moved = entry.state not in DISPUTABLE or review is None
    if moved or review is None or await at.session.scalar(newer) is not None:
        raise TooLate("refused-dispute-late")
    await _only_one(at.session, Dispute.entry_id == entry.id)
    dispute = Dispute(
        entry_id=entry.id,
        against_id=review.by,
        verdict=review.verdict,
        reason=review.reason,
        comment=review.comment,
    )
    return await _open(at, enrolment, dispute, words)


async def dispute_task(at: Acting, task_id: int, words: str) -> Dispute:
    """Dispute an open extra task of the mentor, in own words; raises like `dispute_entry`."""
    task = await at.session.get(Task, task_id)
    if task is None:
        raise NotFound
    enrolment = await own_enrolment(at, task.enrolment_id)
    words = _fit(words)
    await at.session.refresh(task)  # under the enrolment's lock
    if task.state is not TaskState.OPEN:
        raise TooLate("refused-dispute-late")
    await _only_one(at.session, Dispute.task_id == task.id)
    dispute = Dispute(task_id=task.id, against_id=task.set_by, comment=task.words)
    return await _open(at, enrolment, dispute, words)


async def dispute_dossier(at: Acting, dossier_id: int, words: str) -> Dispute:
    """Dispute that an own complete level was not recommended; raises like `dispute_entry`.

    Nor once the level was begun anew.
    """
    dossier = await at.session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound
    enrolment = await own_enrolment(at, dossier.enrolment_id)
    words = _fit(words)
    dossier = await dossier_locked(at, dossier_id)
    refused = await _refusal(at.session, dossier)
    anew = select(Enrolment.id).where(
        Enrolment.person_id == at.actor.id,
        Enrolment.level == enrolment.level,
        Enrolment.id > enrolment.id,
        Enrolment.state != EnrolmentState.DRAFT,
    )
    if refused is None or refused.by is None or await at.session.scalar(anew.limit(1)) is not None:
        raise TooLate("refused-dispute-late")
    await _only_one(at.session, Dispute.dossier_id == dossier.id)
    dispute = Dispute(dossier_id=dossier.id, against_id=refused.by, comment=refused.reason)
    return await _open(at, enrolment, dispute, words)


async def answer_dispute(at: Acting, dispute_id: int, words: str, *, annul: bool) -> Dispute:
    """Confirm or annul what is disputed, with reasons that both sides read.

    Raises NotFound for who is no arbiter of it, TooLate where it is answered, Refusal for words
    none or too many, and for a book that counts already.
    """
    dispute, enrolment, entry = await _locked(at.session, dispute_id)
    if dispute.state not in WAITING:
        if at.actor.id in (dispute.answered_by, dispute.appeal_answered_by):
            raise TooLate("refused-dispute-answered")
        raise NotFound
    if not await may_answer(at, dispute, enrolment):
        raise NotFound
    words = _fit(words)
    if annul:
        await _annul(at, dispute, entry)
    _answer(dispute, at.actor, words, at.now, annul=annul)
    await _note(at, dispute.state.value, dispute)
    told = {dispute.against_id, dispute.answered_by, enrolment.person_id} - {at.actor.id, None}
    for person in told:
        if person is not None:
            urgency = Urgency.NOW if person == enrolment.person_id else Urgency.SOON
            tell(
                at.session,
                person,
                NoticeKind.DISPUTE_ANSWERED,
                at.now,
                urgency=urgency,
                dispute=dispute.id,
            )
    return dispute


def _answer(dispute: Dispute, actor: Actor, words: str, now: datetime, *, annul: bool) -> None:
    if dispute.state is DisputeState.OPEN:
        dispute.answered_by, dispute.answered_at, dispute.answer = actor.id, now, words
        dispute.state = DisputeState.ANNULLED if annul else DisputeState.CONFIRMED
    else:
        dispute.appeal_answered_by, dispute.appeal_answered_at = actor.id, now
        dispute.appeal_answer = words
        dispute.state = DisputeState.APPEAL_ANNULLED if annul else DisputeState.APPEAL_CONFIRMED
    dispute.closed_at = now


async def appeal(at: Acting, dispute_id: int, words: str) -> Dispute:
    """The participant asks the coordinator, once, about a decision that the expert confirmed."""
    dispute, enrolment, _ = await _locked(at.session, dispute_id)
    if enrolment.person_id != at.actor.id:
        raise NotFound
    if dispute.state is not DisputeState.CONFIRMED:
        raise TooLate("refused-dispute-moved")
    dispute.appeal_words, dispute.appealed_at = _fit(words), at.now
    dispute.state, dispute.closed_at = DisputeState.APPEALED, None
    person = await at.session.get_one(Person, enrolment.person_id)
    dispute.appeal_due = await term_end(
        at.session, at.programme, person.region, DISPUTE_DAYS, at.now
    )
    await _note(at, "appealed", dispute)
    for arbiter in await arbiters(at.session, dispute, enrolment, at.now):
        tell(at.session, arbiter, NoticeKind.DISPUTE_OPENED, at.now, dispute=dispute.id)
    tell(at.session, dispute.against_id, NoticeKind.DISPUTE_AGAINST, at.now, dispute=dispute.id)
    return dispute


async def withdraw_dispute(at: Acting, dispute_id: int) -> Dispute:
    """The participant takes a dispute back before it is answered."""
    dispute, enrolment, _ = await _locked(at.session, dispute_id)
    if enrolment.person_id != at.actor.id:
        raise NotFound
    if dispute.state not in WAITING:
        raise TooLate("refused-dispute-moved")
    dispute.state, dispute.closed_at = DisputeState.WITHDRAWN, at.now
    await _note(at, "withdrawn", dispute)
    return dispute


# --- parts


async def _open(at: Acting, enrolment: Enrolment, dispute: Dispute, words: str) -> Dispute:
    if enrolment.state not in SIGNED_STATES:
        raise TooLate("refused-dispute-late")
    await within_budget(at, "dispute.opened")
    person = await at.session.get_one(Person, enrolment.person_id)
    dispute.enrolment_id, dispute.state, dispute.words = enrolment.id, DisputeState.OPEN, words
    dispute.opened_at = at.now
    dispute.due = await term_end(at.session, at.programme, person.region, DISPUTE_DAYS, at.now)
    at.session.add(dispute)
    await at.session.flush()
    await _note(at, "opened", dispute)
    for arbiter in await arbiters(at.session, dispute, enrolment, at.now):
        tell(at.session, arbiter, NoticeKind.DISPUTE_OPENED, at.now, dispute=dispute.id)
    tell(at.session, dispute.against_id, NoticeKind.DISPUTE_AGAINST, at.now, dispute=dispute.id)
    return dispute


async def _refusal(session: AsyncSession, dossier: Dossier) -> DossierStep | None:
    """The step by which a dossier was not recommended; None where it stands elsewhere."""
    if dossier.state is not DossierState.NOT_RECOMMENDED:
        return None
    found: DossierStep | None = await session.scalar(
        select(DossierStep)
        .where(
            DossierStep.dossier_id == dossier.id,
            DossierStep.state == DossierState.NOT_RECOMMENDED,
        )
        .order_by(DossierStep.id.desc())
        .limit(1)
    )
    return found


async def _only_one(session: AsyncSession, of_it: ColumnElement[bool]) -> None:
    """The enrolment is locked: no other dispute of it can be opened meanwhile."""
    found = await session.scalar(select(Dispute.id).where(of_it, Dispute.state.not_in(VOID)))
    if found is not None:
        raise Refusal("refused-dispute-already")


async def _locked(
    session: AsyncSession, dispute_id: int
) -> tuple[Dispute, Enrolment, Entry | None]:
    """The dispute, locked; its entry before that, as a decision locks them."""
    dispute = await session.get(Dispute, dispute_id)
    if dispute is None:
        raise NotFound
    entry = None
    if dispute.entry_id is not None:
        entry = await locked(session, Entry, dispute.entry_id, key_share=True)
    enrolment = await locked_one(session, Enrolment, dispute.enrolment_id)
    await session.refresh(dispute, with_for_update=True)
    return dispute, enrolment, entry


async def _annul(at: Acting, dispute: Dispute, entry: Entry | None) -> None:
    if entry is not None:
        await at.session.refresh(entry)  # locked, but maybe read before that
        if entry.state not in DISPUTABLE:
            raise TooLate("refused-dispute-moved")
        await approve_instead(at, entry)
        await overrule(at, entry)
    elif dispute.task_id is not None:
        task = await at.session.get_one(Task, dispute.task_id)
        if task.state is TaskState.OPEN:
            task.state = TaskState.DROPPED
    elif dispute.dossier_id is not None:
        await _recommend_anew(at, await dossier_locked(at, dispute.dossier_id))


async def _recommend_anew(at: Acting, dossier: Dossier) -> None:
    """The note is as good as new: another than who refused, and than the arbiter, recommends."""
    if dossier.state is not DossierState.NOT_RECOMMENDED:
        raise TooLate("refused-dispute-moved")
    await move(at, dossier, DossierState.NOTED)
    for person in (await recommenders(at.session, [dossier], at.now))[dossier.id]:
        tell(at.session, person, NoticeKind.NOTE_WRITTEN, at.now, dossier=dossier.id)


def _fit(words: str) -> str:
    words = tidied(words)
    if not words:
        raise Refusal("refused-dispute-words")
    if len(words) > LONGEST_WORDS:
        raise Refusal("refused-dispute-long", most=LONGEST_WORDS, length=len(words))
    return words


async def _note(at: Acting, what: str, dispute: Dispute) -> None:
    await record(at.session, at.actor.id, f"dispute.{what}", "dispute", dispute.id, at.now)
