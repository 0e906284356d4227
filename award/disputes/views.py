"""A dispute as it is read, and which an own thing has (programme.md §7)."""

from dataclasses import dataclass

from sqlalchemy import Select, or_, select

from award.access.acting import Acting
from award.audit import record
from award.disputes.arbiters import DISPUTABLE, VOID, WAITING, appellate, may_answer
from award.errors import NotFound
from storage.tables import (
    SIGNED_STATES,
    Dispute,
    DisputeState,
    Dossier,
    Enrolment,
    Entry,
    Media,
    Person,
    RoleKind,
    Task,
)

# Who may have decided something; a party whose role has ended reads no more.
_PARTIES = (RoleKind.MENTOR, RoleKind.EXPERT, RoleKind.CENTRE_HEAD, RoleKind.COORDINATOR)


@dataclass(frozen=True, slots=True)
class DisputeSeen:
    """A dispute with what it is about, for a reader: `may_answer` as an arbiter of it as it stands,
    `may_appeal` and `may_withdraw` as its participant.
    """

    dispute: Dispute
    enrolment: Enrolment
    name: str
    against: str
    entry: Entry | None
    media: tuple[Media, ...]
    task: Task | None
    dossier: Dossier | None
    may_answer: bool
    may_appeal: bool
    may_withdraw: bool


async def dispute_of(
    at: Acting,
    *,
    entry_id: int | None = None,
    task_id: int | None = None,
    dossier_id: int | None = None,
) -> int | None:
    """The id of the participant's own dispute of this entry, task or dossier, but one withdrawn.

    Nor one that was annulled before the entry was refused anew.
    """
    anew = select(Entry.id).where(Entry.id == Dispute.entry_id, Entry.state.in_(DISPUTABLE))
    of_it = Dispute.entry_id == entry_id
    if task_id is not None:
        of_it = Dispute.task_id == task_id
    elif dossier_id is not None:
        of_it = Dispute.dossier_id == dossier_id
    number: int | None = await at.session.scalar(
        select(Dispute.id)
        .join(Enrolment, Enrolment.id == Dispute.enrolment_id)
        .where(
            of_it,
            Enrolment.person_id == at.actor.id,
            Dispute.state != DisputeState.WITHDRAWN,
            or_(Dispute.state.not_in(VOID), ~anew.exists()),
        )
        .order_by(Dispute.id.desc())
        .limit(1)
    )
    return number


async def dispute_seen(at: Acting, dispute_id: int) -> DisputeSeen:
    """A dispute for its parties, for who may answer it, might an appeal, or has; for an operator.

    A look by anyone but its participant is on the record; raises NotFound for all others.
    """
    dispute = await at.session.get(Dispute, dispute_id)
    if dispute is None:
        raise NotFound
    enrolment = await at.session.get_one(Enrolment, dispute.enrolment_id)
    own = enrolment.person_id == at.actor.id
    answers = await may_answer(at, dispute, enrolment)
    involved = {dispute.against_id, dispute.answered_by, dispute.appeal_answered_by}
    if not own:
        told_up = dispute.state in WAITING and at.actor.id in await appellate(
            at.session, dispute, enrolment, at.now
        )
        party = at.actor.id in involved and any(at.actor.has(kind) for kind in _PARTIES)
        reads = answers or told_up or party or at.actor.has(RoleKind.OPERATOR)
        if not reads or enrolment.state not in SIGNED_STATES:
            raise NotFound
        await record(at.session, at.actor.id, "dispute.seen", "dispute", dispute.id, at.now)
    person = await at.session.get_one(Person, enrolment.person_id)
    against = await at.session.get_one(Person, dispute.against_id)
    return DisputeSeen(
        dispute=dispute,
        enrolment=enrolment,
        name=person.full_name or "",
        against=against.full_name or "",
        entry=await at.session.get(Entry, dispute.entry_id) if dispute.entry_id else None,
        media=tuple(await at.session.scalars(_files_of(dispute))),
        task=await at.session.get(Task, dispute.task_id) if dispute.task_id else None,
        dossier=await at.session.get(Dossier, dispute.dossier_id) if dispute.dossier_id else None,
        may_answer=answers,
        may_appeal=own and dispute.state is DisputeState.CONFIRMED,
        may_withdraw=own and dispute.state in WAITING,
    )


def _files_of(dispute: Dispute) -> Select[Media]:
    return (
        select(Media).where(Media.entry_id == dispute.entry_id).order_by(Media.message_id, Media.id)
    )
