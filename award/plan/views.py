"""Plans as people read them: every direction of a version, versions, what waits for whom (§4.8)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.scope import mentors, visible
from award.audit import record
from award.calendar.zones import today_in
from award.centres.offers import PartnerOffer, partners_for
from award.errors import NotFound
from award.plan.defaults import LATEST_START, activities_for
from award.programme import Activity, Measure
from award.programme.requirements import Requirement
from award.progress.asked import asked_of
from award.progress.participation import participation
from storage.tables import (
    Enrolment,
    EnrolmentState,
    Partner,
    Person,
    Plan,
    PlanItem,
    PlanState,
    Task,
    TaskState,
)


@dataclass(frozen=True)
class PlannedDirection:
    """One direction of a plan. `minutes` is of each of the weekdays (0 = Monday).

    `activity` is a code of the programme or own words; "" the participant's choice each time.
    `problem`: days | minutes, where the item cannot be proposed so; `a_week` what a week needs.
    """

    direction: str
    measure: Measure
    activity: str
    weekdays: tuple[int, ...]
    minutes: int
    starts_on: dt.date
    partner: str | None
    a_week: int
    problem: str | None


@dataclass(frozen=True)
class PlanView:
    """A version of a plan with its directions in the programme's order.

    `missing`: directions asked that it does not have. `activates`: the participant has not begun,
    and does with the first plan agreed.
    """

    id: int
    enrolment_id: int
    version: int
    state: PlanState
    participant: str
    items: tuple[PlannedDirection, ...]
    missing: tuple[str, ...]
    wish: str | None
    agreed_at: dt.datetime | None
    activates: bool = False

    @property
    def ready(self) -> bool:
        """It can be proposed as it is."""
        return not self.missing and not any(item.problem for item in self.items)

    def item(self, direction: str) -> PlannedDirection:
        """One of its directions; raises NotFound."""
        found = next((item for item in self.items if item.direction == direction), None)
        if found is None:
            raise NotFound
        return found


@dataclass(frozen=True)
class Plans:
    """All versions of an enrolment's plan that the reader may see, the newest first."""

    enrolment_id: int
    state: EnrolmentState
    versions: tuple[PlanView, ...]

    def latest(self, state: PlanState) -> PlanView | None:
        """The newest version in a state."""
        return next((plan for plan in self.versions if plan.state is state), None)

    @property
    def agreed(self) -> PlanView | None:
        """The plan in force."""
        return self.latest(PlanState.AGREED)

    @property
    def under_way(self) -> PlanView | None:
        """What is newer than the agreed plan: a draft, or a proposal to be confirmed."""
        newest = self.versions[0] if self.versions else None
        moving = (PlanState.DRAFT, PlanState.PROPOSED)
        return newest if newest is not None and newest.state in moving else None

    def version(self, plan_id: int) -> PlanView:
        """One of them by its id; raises NotFound."""
        found = next((plan for plan in self.versions if plan.id == plan_id), None)
        if found is None:
            raise NotFound
        return found


@dataclass(frozen=True)
class Options:
    """What can be chosen for one direction of a plan; it starts between two days, both included."""

    activities: tuple[Activity, ...]
    partners: tuple[PartnerOffer, ...]
    first_start: dt.date
    last_start: dt.date


@dataclass(frozen=True)
class TaskToDo:
    """An extra task of the mentor, still open."""

    id: int
    direction: str
    words: str
    due: dt.date


@dataclass(frozen=True)
class OwnPlan:
    """A participant's plans and open extra tasks; `mentor`: the name of who makes it with them."""

    plans: Plans
    tasks: tuple[TaskToDo, ...]
    mentor: str | None


def problem_of(asked: Requirement, item: PlanItem) -> str | None:
    """Why an item cannot be proposed: no day, or days whose minutes never make a week count."""
    if not item.weekdays:
        return "days"
    weekly = asked.measure is Measure.weeks
    if weekly and len(item.weekdays) * item.minutes < asked.minutes_per_week:
        return "minutes"
    return None


async def plans_of(at: Acting, enrolment_id: int) -> Plans:
    """All versions for whom the enrolment is visible; a draft only for its mentor.

    A look at another's is on the record (programme.md §7).
    """
    enrolment = await visible(at, enrolment_id)
    plans = await plans_within(at, enrolment)
    await _note(at, enrolment)
    return plans


async def plans_within(at: Acting, enrolment: Enrolment) -> Plans:
    """The same of an enrolment that the caller has read within the actor's scope."""
    person = await at.session.get_one(Person, enrolment.person_id)
    query = select(Plan).where(Plan.enrolment_id == enrolment.id).order_by(Plan.version.desc())
    if enrolment.mentor_id != at.actor.id and not mentors(at.actor, enrolment):
        query = query.where(Plan.state != PlanState.DRAFT)
    plans = (await at.session.scalars(query)).all()
    items = await _items(at.session, [plan.id for plan in plans])
    asked = asked_of(at.programme, enrolment) if plans else ()
    begins = enrolment.state is EnrolmentState.PLANNING
    views = tuple(
        _view(plan, person.full_name or "", asked, items[plan.id], activates=begins)
        for plan in plans
    )
    return Plans(enrolment.id, enrolment.state, views)


async def plan_of(at: Acting, plan_id: int) -> PlanView:
    """One version, for whom the enrolment is visible; raises NotFound."""
    enrolment_id = await at.session.scalar(select(Plan.enrolment_id).where(Plan.id == plan_id))
    if enrolment_id is None:
        raise NotFound
    enrolment = await visible(at, enrolment_id)
    plan = (await plans_within(at, enrolment)).version(plan_id)
    await _note(at, enrolment)
    return plan


async def is_activated(at: Acting, enrolment_id: int) -> bool:
    """Whether an own enrolment is under way; never another's."""
    enrolment = await at.session.get_one(Enrolment, enrolment_id)
    return enrolment.state is EnrolmentState.ACTIVE and enrolment.person_id == at.actor.id


async def _note(at: Acting, enrolment: Enrolment) -> None:
    if enrolment.person_id != at.actor.id:
        await record(at.session, at.actor.id, "plans.seen", "enrolment", enrolment.id, at.now)


async def options_of(at: Acting, enrolment_id: int, direction: str) -> Options:
    """What can be chosen for a direction that is asked of the participant; raises NotFound."""
    enrolment = await visible(at, enrolment_id)
    asked = next((r for r in asked_of(at.programme, enrolment) if r.direction == direction), None)
    if asked is None:
        raise NotFound
    person = await at.session.get_one(Person, enrolment.person_id)
    today = today_in(at.programme, person.region, at.now)
    return Options(
        activities_for(at.programme.direction(direction), asked),
        await partners_for(at.session, direction, person.region),
        today,
        today + LATEST_START,
    )


async def own_plan(at: Acting) -> OwnPlan:
    """The participant's own plan, proposal and tasks; raises JournalClosed if never enrolled."""
    enrolment = (await participation(at)).enrolment
    plans = await plans_of(at, enrolment.id)
    tasks = await at.session.scalars(
        select(Task)
        .where(Task.enrolment_id == enrolment.id, Task.state == TaskState.OPEN)
        .order_by(Task.due, Task.id)
    )
    return OwnPlan(
        plans,
        tuple(TaskToDo(task.id, task.direction, task.words, task.due) for task in tasks),
        await _mentor(at.session, enrolment),
    )


async def _mentor(session: AsyncSession, enrolment: Enrolment) -> str | None:
    if enrolment.mentor_id is None:
        return None
    return (await session.get_one(Person, enrolment.mentor_id)).full_name


async def _items(
    session: AsyncSession, plan_ids: Sequence[int]
) -> dict[int, list[tuple[PlanItem, str | None]]]:
    found = await session.execute(
        select(PlanItem, Partner.name)
        .outerjoin(Partner, Partner.id == PlanItem.partner_id)
        .where(PlanItem.plan_id.in_(plan_ids))
    )
    by_plan: dict[int, list[tuple[PlanItem, str | None]]] = defaultdict(list)
    for item, partner in found:
        by_plan[item.plan_id].append((item, partner))
    return by_plan


def _view(
    plan: Plan,
    participant: str,
    asked: Sequence[Requirement],
    items: Sequence[tuple[PlanItem, str | None]],
    *,
    activates: bool,
) -> PlanView:
    by_direction = {item.direction: (item, partner) for item, partner in items}
    shown = tuple(
        _direction(requirement, *by_direction[requirement.direction])
        for requirement in asked
        if requirement.direction in by_direction
    )
    return PlanView(
        id=plan.id,
        enrolment_id=plan.enrolment_id,
        version=plan.version,
        state=plan.state,
        participant=participant,
        items=shown,
        missing=tuple(r.direction for r in asked if r.direction not in by_direction),
        wish=plan.wish,
        agreed_at=plan.agreed_at,
        activates=activates,
    )


def _direction(asked: Requirement, item: PlanItem, partner: str | None) -> PlannedDirection:
    return PlannedDirection(
        direction=item.direction,
        measure=asked.measure,
        activity=item.activity,
        weekdays=tuple(item.weekdays),
        minutes=item.minutes,
        starts_on=item.starts_on,
        partner=partner,
        a_week=asked.minutes_per_week,
        problem=problem_of(asked, item),
    )
