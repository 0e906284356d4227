"""Whether a participant's journal is open, what is asked of them, and which day it is there."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.calendar.zones import today_in
from award.errors import Refusal
from award.programme import Direction, Measure, Programme
from award.programme.requirements import ChoiceError, Requirement
from award.progress.asked import asked_of
from storage.tables import Enrolment, EnrolmentState, Person, Plan, PlanState, RoleKind

_CLOSED = {
    state: f"journal-closed-{state.value.replace('_', '-')}"
    for state in EnrolmentState
    if state not in (EnrolmentState.PLANNING, EnrolmentState.ACTIVE)
}
# While planning, by how far the plan is: being made, for the participant to confirm, or agreed.
_PLANNING = {
    PlanState.DRAFT: "journal-closed-plan-draft",
    PlanState.PROPOSED: "journal-closed-plan-proposed",
    PlanState.AGREED: "journal-closed-plan-agreed",
}


class JournalClosed(Refusal):
    """Nothing can be logged now; the key says why and what is missing, `state` where it stands."""

    def __init__(self, key: str, state: EnrolmentState | None = None) -> None:
        super().__init__(key)
        self.state = state


@dataclass(frozen=True, slots=True)
class Participation:
    """A participant's way through a level: what is asked, in the programme's order, and today."""

    enrolment: Enrolment
    programme: Programme
    asked: tuple[Requirement, ...]
    region: str | None
    today: dt.date

    @property
    def directions(self) -> tuple[str, ...]:
        """Codes of the directions that the participant does."""
        return tuple(requirement.direction for requirement in self.asked)

    @property
    def started(self) -> dt.date:
        """The local date of activation: nothing before it counts."""
        return self.enrolment.started_on or self.today

    def requirement(self, direction: str | None) -> Requirement | None:
        """What is asked in a direction; None in one that the participant does not do."""
        return next((each for each in self.asked if each.direction == direction), None)

    def measure(self, direction: str | None) -> Measure | None:
        """What a direction is counted in for this participant."""
        requirement = self.requirement(direction)
        return requirement.measure if requirement else None

    def data(self, direction: str | None) -> Direction | None:
        """The programme's data on one of the participant's directions."""
        requirement = self.requirement(direction)
        return self.programme.direction(requirement.direction) if requirement else None

    def day_of(self, moment: dt.datetime) -> dt.date:
        """The date of a moment where the participant lives."""
        return today_in(self.programme, self.region, moment)


# Built once: building a statement takes longer than SQLite needs to run it.
_latest = (
    select(Enrolment, Person.region)
    .join(Person, Person.id == Enrolment.person_id)
    .where(Enrolment.person_id == bindparam("of"))
    .order_by(Enrolment.id.desc())
    .limit(1)
)


_one = (
    select(Enrolment, Person.region)
    .join(Person, Person.id == Enrolment.person_id)
    .where(Enrolment.person_id == bindparam("of"), Enrolment.id == bindparam("enrolment"))
)


async def participation(at: Acting, enrolment_id: int | None = None) -> Participation:
    """The actor's own enrolment, the latest if not named; raises JournalClosed if none."""
    if enrolment_id is None:
        rows = await at.session.execute(_latest, {"of": at.actor.id})
    else:
        rows = await at.session.execute(_one, {"of": at.actor.id, "enrolment": enrolment_id})
    found = rows.one_or_none()
    if found is None:
        staff = any(role.kind is not RoleKind.REPRESENTATIVE for role in at.actor.roles)
        raise JournalClosed("journal-closed-staff" if staff else "journal-closed-none")
    return participation_of(at, *found)


def participation_of(at: Acting, enrolment: Enrolment, region: str | None) -> Participation:
    """The same of an enrolment that the caller has read within the actor's scope."""
    try:
        asked = asked_of(at.programme, enrolment)
    except (ChoiceError, KeyError):  # not filled in yet, or the programme has that level no more
        asked = ()
    return Participation(
        enrolment, at.programme, asked, region, today_in(at.programme, region, at.now)
    )


async def open_journal(at: Acting) -> Participation:
    """The same for an active participant; raises JournalClosed with why and what is missing."""
    found = await participation(at)
    state = found.enrolment.state
    if state is EnrolmentState.ACTIVE:
        return found
    if state is EnrolmentState.PLANNING:
        raise JournalClosed(_PLANNING[await _plan_state(at.session, found.enrolment.id)], state)
    raise JournalClosed(_CLOSED[state], state)


async def _plan_state(session: AsyncSession, enrolment_id: int) -> PlanState:
    """How far the plan is that is made or in force."""
    state = await session.scalar(
        select(Plan.state)
        .where(Plan.enrolment_id == enrolment_id, Plan.state != PlanState.REPLACED)
        .order_by(Plan.version.desc())
        .limit(1)
    )
    return state or PlanState.DRAFT
