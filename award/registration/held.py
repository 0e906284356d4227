"""Which levels are not open to a person any more: each is awarded once (programme.md §2)."""

import datetime as dt

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.dossiers.endings import revoked
from storage.tables import (
    Certificate,
    CertificateState,
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
    with the appeal answered or its days over; or not recommended, with no dispute that waits; or
    the certificate was revoked. Then the same level may be begun anew. Who was awarded holds it,
    also where the consent was withdrawn later.
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
    under_way = and_(
        Enrolment.state == EnrolmentState.COMPLETE,
        ~exists().where(Dossier.enrolment_id == Enrolment.id, ended),
        Enrolment.id.not_in(revoked()),
    )
    awarded = and_(
        Enrolment.state == EnrolmentState.WITHDRAWN,
        exists().where(
            Certificate.enrolment_id == Enrolment.id, Certificate.state == CertificateState.VALID
        ),
    )
    levels = await session.scalars(
        select(Enrolment.level).where(Enrolment.person_id == person_id, or_(under_way, awarded))
    )
    return frozenset(level for level in levels if level)
