"""The individual schedule (жеке кесте), made by two: mentor and participant (programme.md §4.8).

A version goes draft → proposed → agreed; a later one replaces it and the old stays readable.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.budget import within_budget
from award.access.responsible import tell_mentor
from award.access.scope import mentored, own_enrolment
from award.audit import record
from award.calendar.zones import today_in
from award.centres.offers import partners_for
from award.errors import NotFound, Refusal, TooLate
from award.outbox import NoticeKind, tell
from award.plan.defaults import LATEST_START, default_items
from award.plan.first_contact import require_spoken
from award.plan.views import problem_of
from award.programme import Programme
from award.progress.asked import asked_of
from award.typed import tidied, titled
from storage.tables import (
    PLANNED_STATES,
    Enrolment,
    EnrolmentState,
    Person,
    Plan,
    PlanItem,
    PlanState,
)

MOST_MINUTES = 600
LONGEST_ACTIVITY = 120  # characters
MOST_VERSIONS = 100  # of one plan: a new one each week of the longest level, and some
LONGEST_WISH = 1000


@dataclass(frozen=True)
class ItemChange:
    """What is to be changed of one direction; None leaves a thing as it is.

    `activity`: a code of the programme or own words; "" the participant's choice each time.
    """

    activity: str | None = None
    weekdays: tuple[int, ...] | None = None
    minutes: int | None = None
    starts_on: dt.date | None = None
    partner_id: int | None = None


async def take_up(at: Acting, enrolment_id: int) -> Plan:
    """The mentor takes up an application; a first draft of the plan is there at once."""
    enrolment = await mentored(at, enrolment_id)
    if enrolment.state is not EnrolmentState.SUBMITTED:
        raise TooLate("refused-enrolment-moved")
    enrolment.state = EnrolmentState.PLANNING
    await record(at.session, at.actor.id, "application.taken_up", "enrolment", enrolment.id, at.now)
    tell(
        at.session,
        enrolment.person_id,
        NoticeKind.APPLICATION_ACCEPTED,
        at.now,
        enrolment=enrolment.id,
    )
    return await draft_plan(at, enrolment_id)


async def draft_plan(at: Acting, enrolment_id: int) -> Plan:
    """The draft that the mentor works on: the one begun, or a new version of the latest plan.

    A plan proposed meanwhile is taken back: what is agreed to is always what was shown.
    """
    enrolment = await mentored(at, enrolment_id)
    _require_planned(enrolment)
    latest = await _latest(at.session, enrolment.id)
    if latest is not None and latest.state is PlanState.DRAFT:
        await _add_missing(at.session, at.programme, enrolment, latest, at.now)
        return latest
    return await _new_draft(at, enrolment, latest)


async def set_item(at: Acting, plan_id: int, direction: str, change: ItemChange) -> PlanItem:
    """Change one direction of a draft; raises Refusal for what cannot be, naming what can."""
    plan, enrolment = await _mentored_plan(at, plan_id)
    if plan.state is not PlanState.DRAFT:
        raise TooLate("refused-plan-moved")
    item = await at.session.scalar(
        select(PlanItem).where(PlanItem.plan_id == plan.id, PlanItem.direction == direction)
    )
    if item is None:
        raise NotFound
    person = await at.session.get_one(Person, enrolment.person_id)
    if change.activity is not None:
        item.activity = _activity(change.activity)
    if change.weekdays is not None:
        item.weekdays = _weekdays(change.weekdays)
    if change.minutes is not None:
        item.minutes = _minutes(change.minutes)
    if change.starts_on is not None:
        item.starts_on = _start(change.starts_on, today_in(at.programme, person.region, at.now))
    if change.partner_id is not None:
        offers = await partners_for(at.session, direction, person.region)
        if change.partner_id not in {offer.id for offer in offers}:
            raise NotFound
        item.partner_id = change.partner_id
    await record(
        at.session, at.actor.id, "plan.changed", "plan", plan.id, at.now, direction=direction
    )
    return item


async def propose(at: Acting, plan_id: int) -> Plan:
    """Show the whole draft to the participant, who agrees to it or wishes something else.

    Raises Refusal while a direction is missing, has no day, or cannot make a week count.
    """
    plan, enrolment = await _mentored_plan(at, plan_id)
    if plan.state is not PlanState.DRAFT:
        raise TooLate("refused-plan-moved")
    items = {item.direction: item for item in await _items(at.session, plan.id)}
    for asked in asked_of(at.programme, enrolment):
        if asked.direction not in items or problem_of(asked, items[asked.direction]):
            raise Refusal("refused-plan-incomplete")
    plan.state = PlanState.PROPOSED
    plan.proposed_at = at.now
    await record(at.session, at.actor.id, "plan.proposed", "plan", plan.id, at.now)
    tell(at.session, enrolment.person_id, NoticeKind.PLAN_PROPOSED, at.now, plan=plan.id)
    return plan


async def agree(at: Acting, plan_id: int) -> Plan:
    """The participant agrees to the plan proposed; the one agreed before is replaced."""
    plan, enrolment = await _own_plan(at, plan_id)
    if plan.state is not PlanState.PROPOSED:
        raise TooLate("refused-plan-moved")
    for earlier in await _in_state(at.session, enrolment.id, PlanState.AGREED):
        earlier.state = PlanState.REPLACED
    plan.state = PlanState.AGREED
    plan.agreed_at = at.now
    await record(at.session, at.actor.id, "plan.agreed", "plan", plan.id, at.now)
    await tell_mentor(at.session, enrolment, NoticeKind.PLAN_AGREED, at.now, plan=plan.id)
    return plan


async def wish(at: Acting, plan_id: int, words: str) -> Plan:
    """The participant asks for something else, in own words, of a plan proposed or agreed.

    A proposed one goes back to the mentor as a new draft; an agreed one holds until both agree.
    """
    words = tidied(words)
    if not words or len(words) > LONGEST_WISH:
        raise Refusal("refused-plan-wish", most=LONGEST_WISH)
    plan, enrolment = await _own_plan(at, plan_id)
    if plan.state not in (PlanState.PROPOSED, PlanState.AGREED):
        raise TooLate("refused-plan-moved")
    await within_budget(at, "plan.wished")
    plan.wish = words
    if plan.state is PlanState.PROPOSED:
        await _new_draft(at, enrolment, plan)
    await record(at.session, at.actor.id, "plan.wished", "plan", plan.id, at.now)
    await tell_mentor(at.session, enrolment, NoticeKind.PLAN_WISH, at.now, plan=plan.id)
    return plan


async def activate(at: Acting, enrolment_id: int) -> Enrolment:
    """Switch the participant to active: from today, their local date, the journal counts (§4.8).

    Raises Refusal without an agreed plan that has every direction, NotSpoken for a minor whose
    representative was not spoken to.
    """
    enrolment = await mentored(at, enrolment_id)
    if enrolment.state is not EnrolmentState.PLANNING:
        raise TooLate("refused-enrolment-moved")
    agreed = await _in_state(at.session, enrolment.id, PlanState.AGREED)
    planned = {item.direction for plan in agreed for item in await _items(at.session, plan.id)}
    asked = {requirement.direction for requirement in asked_of(at.programme, enrolment)}
    if not agreed or not asked <= planned:
        raise Refusal("refused-plan-not-agreed")
    person = await at.session.get_one(Person, enrolment.person_id)
    await require_spoken(at, enrolment, person)
    enrolment.state = EnrolmentState.ACTIVE
    enrolment.activated_at = at.now
    enrolment.started_on = today_in(at.programme, person.region, at.now)
    await record(at.session, at.actor.id, "enrolment.activated", "enrolment", enrolment.id, at.now)
    tell(at.session, enrolment.person_id, NoticeKind.ACTIVATED, at.now, enrolment=enrolment.id)
    return enrolment


def _require_planned(enrolment: Enrolment) -> None:
    if enrolment.state not in PLANNED_STATES:
        raise TooLate("refused-enrolment-moved")


async def _mentored_plan(at: Acting, plan_id: int) -> tuple[Plan, Enrolment]:
    enrolment = await mentored(at, await _enrolment_of(at.session, plan_id))
    _require_planned(enrolment)
    return await _as_it_is(at.session, plan_id), enrolment


async def _own_plan(at: Acting, plan_id: int) -> tuple[Plan, Enrolment]:
    enrolment = await own_enrolment(at, await _enrolment_of(at.session, plan_id))
    plan = await _as_it_is(at.session, plan_id)
    if plan.state is PlanState.DRAFT:
        raise NotFound  # the mentor's own until it is proposed
    _require_planned(enrolment)
    return plan, enrolment


async def _enrolment_of(session: AsyncSession, plan_id: int) -> int:
    found = await session.scalar(select(Plan.enrolment_id).where(Plan.id == plan_id))
    if found is None:
        raise NotFound
    return found


async def _as_it_is(session: AsyncSession, plan_id: int) -> Plan:
    # Read again: only under the enrolment's lock nobody else can move it.
    return await session.get_one(Plan, plan_id, populate_existing=True)


async def _latest(session: AsyncSession, enrolment_id: int) -> Plan | None:
    found: Plan | None = await session.scalar(
        select(Plan)
        .where(Plan.enrolment_id == enrolment_id)
        .order_by(Plan.version.desc())
        .limit(1)
        .execution_options(populate_existing=True)
    )
    return found


async def _in_state(session: AsyncSession, enrolment_id: int, state: PlanState) -> list[Plan]:
    found = await session.scalars(
        select(Plan)
        .where(Plan.enrolment_id == enrolment_id, Plan.state == state)
        .execution_options(populate_existing=True)
    )
    return list(found)


async def _items(session: AsyncSession, plan_id: int) -> list[PlanItem]:
    return list(await session.scalars(select(PlanItem).where(PlanItem.plan_id == plan_id)))


async def _new_draft(at: Acting, enrolment: Enrolment, latest: Plan | None) -> Plan:
    if latest is not None and latest.version >= MOST_VERSIONS:
        raise Refusal("refused-plan-versions", most=MOST_VERSIONS)
    draft = Plan(
        enrolment_id=enrolment.id,
        version=latest.version + 1 if latest else 1,
        state=PlanState.DRAFT,
        made_by=at.actor.id,
        made_at=at.now,
    )
    at.session.add(draft)
    await at.session.flush()
    if latest is not None:
        if latest.state is PlanState.PROPOSED:
            latest.state = PlanState.REPLACED
        await _add_items(at.session, draft, await _items(at.session, latest.id))
    await _add_missing(at.session, at.programme, enrolment, draft, at.now)
    await record(
        at.session, at.actor.id, "plan.drafted", "plan", draft.id, at.now, version=draft.version
    )
    return draft


async def _add_missing(
    session: AsyncSession,
    programme: Programme,
    enrolment: Enrolment,
    draft: Plan,
    now: dt.datetime,
) -> None:
    """Give every direction asked an item, filled with what suits most."""
    there = {item.direction for item in await _items(session, draft.id)}
    items = await default_items(session, programme, enrolment, now)
    await _add_items(session, draft, [item for item in items if item.direction not in there])


async def _add_items(session: AsyncSession, draft: Plan, like: Sequence[PlanItem]) -> None:
    """Items of a plan that say the same as these."""
    rows = [
        {
            "plan_id": draft.id,
            "direction": item.direction,
            "activity": item.activity,
            "weekdays": item.weekdays,
            "minutes": item.minutes,
            "starts_on": item.starts_on,
            "partner_id": item.partner_id,
        }
        for item in like
    ]
    if rows:
        await session.execute(insert(PlanItem), rows)


def _activity(words: str) -> str:
    words = titled(words)
    if len(words) > LONGEST_ACTIVITY:
        raise Refusal("refused-plan-activity", most=LONGEST_ACTIVITY)
    return words


def _weekdays(days: tuple[int, ...]) -> list[int]:
    if not set(days) <= set(range(7)):
        raise NotFound
    return sorted(set(days))


def _minutes(minutes: int) -> int:
    if not 1 <= minutes <= MOST_MINUTES:
        raise Refusal("refused-plan-minutes", most=MOST_MINUTES)
    return minutes


def _start(day: dt.date, today: dt.date) -> dt.date:
    if not today <= day <= today + LATEST_START:
        raise Refusal("refused-plan-start", first=today, last=today + LATEST_START)
    return day
