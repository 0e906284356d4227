"""What a participant is told of the representative's answer, as it stands by then (§4.6)."""

import datetime as dt

from award.access.acting import Acting
from award.errors import NotFound
from storage.tables import Enrolment, EnrolmentState


async def answer_awaited(at: Acting, enrolment_id: int) -> dt.date | None:
    """By when the own application is to be answered; None before all have signed.

    Raises NotFound for another's.
    """
    return (await _own(at, enrolment_id)).answer_due


async def signature_awaited(at: Acting, enrolment_id: int) -> bool:
    """Whether the own application still waits for the representative; raises NotFound."""
    enrolment = await _own(at, enrolment_id)
    return enrolment.state is EnrolmentState.AWAITING_REPRESENTATIVE


async def _own(at: Acting, enrolment_id: int) -> Enrolment:
    enrolment = await at.session.get(Enrolment, enrolment_id)
    if enrolment is None or enrolment.person_id != at.actor.id:
        raise NotFound
    return enrolment
