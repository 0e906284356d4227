"""Applications and mentors as those concerned are told of them, each as it stands by then (§4)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.scope import mentors, visible
from award.audit import record
from award.centres.offers import MentorOffer, choosers, mentors_of
from award.mentoring.assignment import unassigned
from storage.tables import Enrolment, EnrolmentState, Person


@dataclass(frozen=True, slots=True)
class Applied:
    """An application that waits: whose, for which level (its code), to be answered by which day."""

    enrolment_id: int
    name: str
    level: str | None
    answer_due: dt.date | None


@dataclass(frozen=True, slots=True)
class Choosing:
    """An application without a mentor, and who can be given it, the least loaded first."""

    application: Applied
    offers: tuple[MentorOffer, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """An application that has been decided on: names of the participant and of the mentor."""

    name: str
    mentor: str


@dataclass(frozen=True, slots=True)
class OwnMentor:
    """Who a participant's mentor is; `answer_due`: by which day the application is answered."""

    id: int
    name: str | None
    answer_due: dt.date | None


# --- to those who answer applications


async def new_application(at: Acting, enrolment_id: int) -> Applied | None:
    """An application that waits for this mentor's answer; None once it does not."""
    enrolment = await at.session.get_one(Enrolment, enrolment_id)
    waits = enrolment.state is EnrolmentState.SUBMITTED and enrolment.answer_due is not None
    return await _applied(at, enrolment) if waits and mentors(at.actor, enrolment) else None


async def days_to_answer(at: Acting, enrolments: Iterable[int]) -> tuple[dt.date, ...]:
    """By when each of these applications is to be answered that still waits for this mentor."""
    found = await at.session.scalars(
        select(Enrolment.answer_due).where(
            Enrolment.id.in_(enrolments),
            Enrolment.mentor_id == at.actor.id,
            Enrolment.state == EnrolmentState.SUBMITTED,
        )
    )
    return tuple(due for due in found if due is not None)


async def application_to_give(at: Acting, enrolment_id: int) -> Choosing | None:
    """An application that the person is to give a mentor; None once that is not theirs to do."""
    enrolment = await at.session.get_one(Enrolment, enrolment_id)
    if (
        enrolment.mentor_id is not None
        or enrolment.state is not EnrolmentState.SUBMITTED
        or at.actor.id not in await choosers(at.session, enrolment, at.now)
    ):
        return None
    return await _choosing(at, enrolment)


async def choose_mentor(at: Acting, enrolment_id: int) -> Choosing:
    """The same for whoever may give it one; the look is on the record. Raises as `unassigned`."""
    enrolment = await unassigned(at, enrolment_id)
    found = await _choosing(at, enrolment)
    await record(
        at.session, at.actor.id, "application.looked_at", "enrolment", enrolment.id, at.now
    )
    return found


async def mentor_given(at: Acting, enrolment_id: int) -> Given:
    """Which mentor an application has, for whom it is visible; raises NotFound."""
    enrolment = await visible(at, enrolment_id)
    mentor = await at.session.get(Person, enrolment.mentor_id or 0)
    return Given(await _name(at.session, enrolment), (mentor.full_name if mentor else None) or "")


async def participant_in(at: Acting, enrolment_id: int, state: EnrolmentState) -> str | None:
    """The name of a participant of this mentor; None where the enrolment is in another state."""
    enrolment = await at.session.get_one(Enrolment, enrolment_id)
    theirs = enrolment.state is state and mentors(at.actor, enrolment)
    return await _name(at.session, enrolment) if theirs else None


# --- to the participant


async def own_mentor(
    at: Acting, enrolment_id: int, state: EnrolmentState | None = None
) -> OwnMentor | None:
    """The mentor of an own enrolment; None where there is none, or another state than asked."""
    enrolment = await at.session.get_one(Enrolment, enrolment_id)
    if enrolment.person_id != at.actor.id or state not in (None, enrolment.state):
        return None
    mentor = await at.session.get(Person, enrolment.mentor_id or 0)
    return OwnMentor(mentor.id, mentor.full_name, enrolment.answer_due) if mentor else None


async def reason_of_refusal(at: Acting, enrolment_id: int) -> str | None:
    """Why an own application was refused, a code or words; None where it is not refused."""
    enrolment = await at.session.get_one(Enrolment, enrolment_id)
    refused = enrolment.state is EnrolmentState.REFUSED and enrolment.person_id == at.actor.id
    return enrolment.closing_reason or "" if refused else None


# --- inside


async def _choosing(at: Acting, enrolment: Enrolment) -> Choosing:
    offers = await mentors_of(
        at.session, enrolment.centre_id, at.now, participant=enrolment.person_id
    )
    return Choosing(await _applied(at, enrolment), offers)


async def _applied(at: Acting, enrolment: Enrolment) -> Applied:
    name = await _name(at.session, enrolment)
    return Applied(enrolment.id, name, enrolment.level, enrolment.answer_due)


async def _name(session: AsyncSession, enrolment: Enrolment) -> str:
    return (await session.get_one(Person, enrolment.person_id)).full_name or ""
