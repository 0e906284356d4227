"""Until when commissions decide and appeals are heard: who has to act, who is told up (§8.6)."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.commission.scope import own_candidate, seated
from award.errors import NotFound, TooLate
from storage.tables import (
    Appeal,
    Candidacy,
    Commission,
    CommissionMember,
    Dossier,
    DossierState,
    RoleKind,
    Seat,
)


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be decided until a day: the dossier's number, by which commission."""

    dossier: int
    due: dt.date
    commission: Commission | None


async def officers_of(
    session: AsyncSession, commissions: Collection[int], now: dt.datetime
) -> dict[int, tuple[int, ...]]:
    """By commission, ids of its chair and secretary."""
    found = await session.execute(
        select(CommissionMember.commission_id, CommissionMember.person_id)
        .where(
            CommissionMember.commission_id.in_(commissions),
            CommissionMember.seat.in_((Seat.CHAIR, Seat.SECRETARY)),
            seated(now),
        )
        .order_by(CommissionMember.id)
    )
    officers: dict[int, tuple[int, ...]] = dict.fromkeys(commissions, ())
    for commission, person in found.tuples():
        if person is not None:
            officers[commission] += (person,)
    return officers


async def candidate_due(at: Acting, candidacy_id: int) -> Due:
    """Until when a candidate of the person's is to be decided on; raises as `own_candidate`."""
    candidate = await own_candidate(at, candidacy_id)
    dossier = candidate.dossier
    if dossier.due is None:
        raise NotFound
    return Due(dossier.id, dossier.due, candidate.commission)


async def appeal_due(at: Acting, appeal_id: int) -> Due:
    """Until when an appeal is to be answered, for operators; raises TooLate once it is."""
    at.actor.require(RoleKind.OPERATOR)
    appeal = await at.session.get(Appeal, appeal_id)
    if appeal is None:
        raise NotFound
    dossier = await at.session.get_one(Dossier, appeal.dossier_id)
    if dossier.state is not DossierState.APPEALED or dossier.due is None:
        raise TooLate
    commission = None
    if appeal.candidacy_id is not None:
        candidacy = await at.session.get_one(Candidacy, appeal.candidacy_id)
        commission = await at.session.get_one(Commission, candidacy.commission_id)
    return Due(dossier.id, dossier.due, commission)
