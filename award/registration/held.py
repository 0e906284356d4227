"""Which levels are not open to a person any more: each is awarded once (programme.md §2)."""

import datetime as dt

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import (
    Dispute,
    DisputeState,
    Dossier,
    DossierState,
    DossierStep,
    Enrolment,
    EnrolmentState,
)


async def held_levels(session: AsyncSession, person_id: int, today: dt.date) -> frozenset[str]:
    """Codes of the levels that a person has completed and may not begin again.

    A level is on its way to the award, or awarded, until the way has ended without it: declined,
    with the appeal answered or its days over; or not recommended, with no dispute that waits. Then
    the same level may be begun anew.
    """
    appealed = exists().where(
        DossierStep.dossier_id == Dossier.id, DossierStep.state == DossierState.APPEALED
    )
    disputed = exists().where(
        Dispute.dossier_id == Dossier.id,
        Dispute.state.in_((DisputeState.OPEN, DisputeState.APPEALED)),
    )
    ended = or_(
        and_(Dossier.state == DossierState.DECLINED, or_(appealed, Dossier.due < today)),
        and_(Dossier.state == DossierState.NOT_RECOMMENDED, ~disputed),
    )
    levels = await session.scalars(
        select(Enrolment.level).where(
            Enrolment.person_id == person_id,
            Enrolment.state == EnrolmentState.COMPLETE,
            ~exists().where(Dossier.enrolment_id == Enrolment.id, ended),
        )
    )
    return frozenset(level for level in levels if level)
