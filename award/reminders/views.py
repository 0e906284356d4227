"""Applications as those are reminded of them who answer, or see to it (programme.md §10)."""

import datetime as dt
from dataclasses import dataclass

from award.access.acting import Acting
from award.access.responsible import mentor_of
from award.access.scope import visible
from award.centres.offers import choosers
from award.errors import NotAllowed
from storage.tables import EnrolmentState, Person


@dataclass(frozen=True, slots=True)
class ApplicationDue:
    """An application that waits for an answer, its level by its code.

    `acts`: the person is to answer. `mentor`: the name of the mentor who is to, if any.
    `chosen`: it has been given a mentor.
    """

    enrolment_id: int
    name: str
    level: str | None
    answer_due: dt.date
    acts: bool
    mentor: str
    chosen: bool


async def application_due(at: Acting, enrolment_id: int) -> ApplicationDue | None:
    """An application that the person may see; None once it is answered, or out of their scope."""
    try:
        enrolment = await visible(at, enrolment_id)
    except NotAllowed:
        return None
    if enrolment.state is not EnrolmentState.SUBMITTED or enrolment.answer_due is None:
        return None
    person = await at.session.get_one(Person, enrolment.person_id)
    mentor = await mentor_of(at.session, enrolment, at.now)
    known = await at.session.get(Person, mentor) if mentor else None
    answers = (mentor,) if mentor else await choosers(at.session, enrolment, at.now)
    return ApplicationDue(
        enrolment.id,
        person.full_name or "",
        enrolment.level,
        enrolment.answer_due,
        acts=at.actor.id in answers,
        mentor=(known.full_name if known else None) or "",
        chosen=enrolment.mentor_id is not None,
    )
