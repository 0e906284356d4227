"""What is told of a candidate: decided on, or taken back; too few members; a seat that ended."""

import datetime as dt
from dataclasses import dataclass

from award.access.acting import Acting
from award.access.scope import represents, visible
from award.audit import record
from award.commission.appeals import may_appeal
from award.commission.scope import members_of
from award.commission.telling import short_of_members
from award.errors import NotFound, TooLate
from storage.tables import (
    Candidacy,
    Commission,
    CommissionMember,
    Dossier,
    DossierState,
    Person,
    RoleKind,
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided; `own`: on the reader. `appeal_until`: they may appeal to that day."""

    candidacy: Candidacy
    outcome: DossierState
    dossier_id: int
    enrolment_id: int
    name: str
    level: str
    own: bool
    appeal_until: dt.date | None


async def decision_seen(at: Acting, candidacy_id: int) -> Decision:
    """A decision, for who may see the enrolment that it is on; a look by staff is on the record."""
    candidacy = await at.session.get(Candidacy, candidacy_id)
    if candidacy is None or candidacy.outcome is None:
        raise NotFound
    dossier = await at.session.get_one(Dossier, candidacy.dossier_id)
    enrolment = await visible(at, dossier.enrolment_id)
    if enrolment.erased_at is not None:
        raise NotFound
    person = await at.session.get_one(Person, enrolment.person_id)
    own = person.id == at.actor.id
    if not own and not await represents(at, enrolment):
        await record(at.session, at.actor.id, "decision.seen", "candidacy", candidacy.id, at.now)
    until = dossier.due if await may_appeal(at, dossier.id) else None
    return Decision(
        candidacy=candidacy,
        outcome=candidacy.outcome,
        dossier_id=dossier.id,
        enrolment_id=enrolment.id,
        name=person.full_name or "",
        level=enrolment.level or "",
        own=own,
        appeal_until=until,
    )


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A candidate whom a commission gave up; `own`: the reader."""

    enrolment_id: int
    name: str
    level: str
    own: bool


async def taken_back_seen(at: Acting, candidacy_id: int) -> TakenBack:
    """A candidate who waits for another commission, for who may see them; a look is on record.

    Raises TooLate once they are before one.
    """
    candidacy = await at.session.get(Candidacy, candidacy_id)
    if candidacy is None or candidacy.ended_at is None or candidacy.outcome is not None:
        raise NotFound
    dossier = await at.session.get_one(Dossier, candidacy.dossier_id)
    enrolment = await visible(at, dossier.enrolment_id)
    if enrolment.erased_at is not None:
        raise NotFound
    if dossier.state is not DossierState.RECOMMENDED:
        raise TooLate("refused-dossier-moved")
    person = await at.session.get_one(Person, enrolment.person_id)
    own = person.id == at.actor.id
    if not own and not await represents(at, enrolment):
        await record(
            at.session, at.actor.id, "candidate.taken_back_seen", "candidacy", candidacy.id, at.now
        )
    return TakenBack(enrolment.id, person.full_name or "", enrolment.level or "", own)


async def short_seen(at: Acting, commission_id: int) -> tuple[Commission, tuple[int, ...]]:
    """A commission, and the dossiers of which too few of it may decide; for an operator."""
    at.actor.require(RoleKind.OPERATOR)
    commission = await at.session.get(Commission, commission_id)
    if commission is None:
        raise NotFound
    members = await members_of(at.session, commission.id, at.now)
    return commission, await short_of_members(at.session, commission.id, members)


async def own_seat(at: Acting, member_id: int) -> tuple[CommissionMember, Commission]:
    """A seat that is, or was, the person's own, and its commission."""
    member = await at.session.get(CommissionMember, member_id)
    if member is None or member.person_id != at.actor.id:
        raise NotFound
    return member, await at.session.get_one(Commission, member.commission_id)
