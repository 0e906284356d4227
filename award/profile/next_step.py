"""Where a participant's way stands: what is next, who is waited for, until when (§4.7)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.calendar.zones import today_in
from award.dossiers.way import WayLine, has_completed, way_line
from award.programme import Programme
from award.progress.asked import latest_enrolment
from award.registration.application import application
from storage.tables import (
    Centre,
    Enrolment,
    EnrolmentState,
    Invitation,
    InvitationKind,
    Person,
    Plan,
    PlanState,
)


class Step(StrEnum):
    """What comes next; each has its words, `where-<step>`."""

    APPLY = "apply"
    GO_ON = "go-on"
    REPRESENTATIVE = "representative"
    NEW_LINK = "new-link"
    MENTOR_ANSWERS = "mentor-answers"
    CENTRE_CHOOSES = "centre-chooses"
    OPERATOR_CHOOSES = "operator-chooses"
    PLAN = "plan"
    CONFIRM_PLAN = "confirm-plan"
    ACTIVATE = "activate"
    JOURNAL = "journal"
    PAUSED = "paused"
    COMPLETE = "complete"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class WhereItStands:
    """`who` is the name of whom we wait for, where there is one; `until` the last day for it.

    `left` are the questions of a draft without an answer. `way`: of a complete level, where its
    dossier stands. `levels`: there is a level to look back at besides this one.
    """

    step: Step
    enrolment_id: int | None = None
    state: EnrolmentState | None = None
    level: str | None = None
    who: str | None = None
    until: dt.date | None = None
    left: int = 0
    way: WayLine | None = None
    levels: bool = False


async def where_it_stands(at: Acting) -> WhereItStands:
    """The person's open enrolment, or else the last one that ended, and what is next in it."""
    enrolment = await latest_enrolment(at)
    if enrolment is None:
        return WhereItStands(Step.APPLY)
    step, who, until, left = await _next(at, enrolment)
    complete = enrolment.state is EnrolmentState.COMPLETE
    way = await way_line(at, enrolment.id) if complete else None
    until = way.due if way is not None else until
    return WhereItStands(
        step,
        enrolment.id,
        enrolment.state,
        enrolment.level,
        who,
        until,
        left,
        way,
        complete or await has_completed(at),
    )


async def own_characterisation(at: Acting) -> str | None:
    """What the mentor wrote of the acting person, in their present level or the last one."""
    found: str | None = await at.session.scalar(
        select(Enrolment.characterisation)
        .where(Enrolment.person_id == at.actor.id, Enrolment.characterisation.is_not(None))
        .order_by(Enrolment.id.desc())
        .limit(1)
    )
    return found


async def _next(at: Acting, enrolment: Enrolment) -> tuple[Step, str | None, dt.date | None, int]:
    match enrolment.state:
        case EnrolmentState.DRAFT:
            form = await application(at)
            return Step.GO_ON, None, None, len(form.unanswered)
        case EnrolmentState.AWAITING_REPRESENTATIVE:
            until = await _link_until(at.session, at.programme, enrolment, at.now)
            return (Step.REPRESENTATIVE if until else Step.NEW_LINK), None, until, 0
        case EnrolmentState.SUBMITTED:
            step, who = await _answering(at.session, enrolment)
            return step, who, enrolment.answer_due, 0
        case EnrolmentState.PLANNING:
            step = await _planning(at.session, enrolment)
            return step, await _name(at.session, enrolment.mentor_id), None, 0
        case EnrolmentState.ACTIVE:
            return Step.JOURNAL, None, None, 0
        case ended:
            return Step(ended.value), None, None, 0


async def _link_until(
    session: AsyncSession, programme: Programme, enrolment: Enrolment, now: dt.datetime
) -> dt.date | None:
    """The last day of the link that the representative can still open."""
    expires = await session.scalar(
        select(Invitation.expires_at).where(
            Invitation.enrolment_id == enrolment.id,
            Invitation.kind == InvitationKind.REPRESENTATIVE,
            Invitation.used_at.is_(None),
            Invitation.expires_at > now,
        )
    )
    person = await session.get_one(Person, enrolment.person_id)
    return today_in(programme, person.region, expires) if expires else None


async def _answering(session: AsyncSession, enrolment: Enrolment) -> tuple[Step, str | None]:
    if enrolment.mentor_id is not None:
        return Step.MENTOR_ANSWERS, await _name(session, enrolment.mentor_id)
    if enrolment.centre_id is not None:
        centre = await session.get_one(Centre, enrolment.centre_id)
        return Step.CENTRE_CHOOSES, centre.name
    return Step.OPERATOR_CHOOSES, None


async def _planning(session: AsyncSession, enrolment: Enrolment) -> Step:
    latest = await session.scalar(
        select(Plan.state)
        .where(Plan.enrolment_id == enrolment.id)
        .order_by(Plan.version.desc())
        .limit(1)
    )
    if latest is PlanState.PROPOSED:
        return Step.CONFIRM_PLAN
    return Step.ACTIVATE if latest is PlanState.AGREED else Step.PLAN


async def _name(session: AsyncSession, person_id: int | None) -> str | None:
    person = await session.get(Person, person_id) if person_id is not None else None
    return person.full_name if person else None
