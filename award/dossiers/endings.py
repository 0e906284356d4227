"""What becomes of a level besides its state: given up, revoked, or its badge at the centre (§8)."""

import datetime as dt
from collections.abc import Collection
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, Update, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage.tables import (
    Candidacy,
    Ceremony,
    CeremonyAnswer,
    CeremonyGuest,
    Certificate,
    CertificateState,
    Dossier,
    DossierState,
    Enrolment,
    EnrolmentState,
    InterviewTime,
)

OVER_AFTER = dt.timedelta(days=1)  # after a ceremony's beginning nobody comes any more


class Ending(StrEnum):
    """What holds of an awarded level, whatever its state says."""

    REVOKED = "revoked"
    AT_CENTRE = "at-centre"


async def endings(
    session: AsyncSession, dossiers: Collection[int], now: dt.datetime
) -> dict[int, Ending]:
    """By dossier; those of which neither holds are left out."""
    which = case(
        (Dossier.enrolment_id.in_(revoked()), Ending.REVOKED.value),
        (at_centre(now), Ending.AT_CENTRE.value),
    )
    found = await session.execute(
        select(Dossier.id, which).where(Dossier.id.in_(dossiers), which.is_not(None))
    )
    return {dossier: Ending(ending) for dossier, ending in found.tuples()}


def goes_on() -> ColumnElement[bool]:
    """The condition that a level's way goes on: complete, not erased, no consent withdrawn."""
    return (Enrolment.state == EnrolmentState.COMPLETE) & Enrolment.erased_at.is_(None)


def still_goes_on(enrolment: Enrolment) -> bool:
    """The same of one that is at hand."""
    return enrolment.state is EnrolmentState.COMPLETE and enrolment.erased_at is None


def candidacies_ended(dossiers: Select[int], now: dt.datetime) -> tuple[Update, Update]:
    """Whom a commission has before it is no candidate any more; what they chose is free again."""
    theirs = Candidacy.dossier_id.in_(dossiers)
    ahead = InterviewTime.candidacy_id.in_(select(Candidacy.id).where(theirs)) & (
        InterviewTime.starts_at > now
    )
    return (
        update(Candidacy).where(theirs).values(ended_at=func.coalesce(Candidacy.ended_at, now)),
        update(InterviewTime).where(ahead).values(candidacy_id=None, taken_at=None),
    )


def revoked() -> Select[int]:
    """Enrolments whose certificate was revoked, and no other given: the level is held no more."""
    other = aliased(Certificate)
    holds = select(other.enrolment_id).where(other.state == CertificateState.VALID)
    return select(Certificate.enrolment_id).where(
        Certificate.state == CertificateState.REVOKED, Certificate.enrolment_id.not_in(holds)
    )


def at_centre(now: dt.datetime) -> ColumnElement[bool]:
    """Whose badge waits at the centre: who could not come, or is invited to no ceremony at all."""
    gone = Dossier.id.in_(missed(now)) & Dossier.id.not_in(expected(now))
    return ((Dossier.state == DossierState.INVITED) & gone) | (
        (Dossier.state == DossierState.AWARDED) & Dossier.id.in_(left_out())
    )


def left_out() -> Select[int]:
    """Dossiers awarded without an invitation; what was decided before the award counts for none."""
    return select(Candidacy.dossier_id).where(
        Candidacy.outcome == DossierState.AWARDED, Candidacy.to_ceremony.is_(False)
    )


def expected(now: dt.datetime) -> Select[int]:
    """Dossiers whose winners are invited to a ceremony that is ahead, and did not say no to it."""
    return _guests_of(
        CeremonyGuest.answer != CeremonyAnswer.CANNOT, Ceremony.starts_at >= now - OVER_AFTER
    )


def missed(now: dt.datetime) -> Select[int]:
    """Dossiers whose winners cannot come to a ceremony, or did not come to one that is over."""
    return _guests_of(
        (CeremonyGuest.answer == CeremonyAnswer.CANNOT) | (Ceremony.starts_at < now - OVER_AFTER)
    )


def _guests_of(*which: ColumnElement[bool]) -> Select[int]:
    return (
        select(CeremonyGuest.dossier_id)
        .join(Ceremony, Ceremony.id == CeremonyGuest.ceremony_id)
        .where(Ceremony.called_off_at.is_(None), CeremonyGuest.came_at.is_(None), *which)
    )
