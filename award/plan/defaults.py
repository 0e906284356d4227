"""What a plan says before anyone has said anything, so that a hurried mentor need not (§4.8)."""

import datetime as dt
import re

from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY, WEEK, week_of
from award.calendar.zones import today_in
from award.centres.offers import partners_for
from award.programme import Activity, Direction, Measure, Programme
from award.programme.requirements import Requirement
from award.progress.asked import asked_of
from storage.tables import Enrolment, Person, PlanItem

OPEN_ACTIVITY = ""  # the participant chooses each time

# Days apart from each other; of a direction counted in days, the free one.
WEEKDAYS = {Measure.weeks: (1, 3), Measure.books: (0, 2, 4), Measure.days: (5,)}
READING_MINUTES = 30
DAY_MINUTES = 240
ROUND_TO = 5
LATEST_START = DAY * 90

_WORD = re.compile(r"\w+")
FRIDAY = 4


async def default_items(
    session: AsyncSession, programme: Programme, enrolment: Enrolment, now: dt.datetime
) -> tuple[PlanItem, ...]:
    """One item for each direction asked, not yet of any plan."""
    person = await session.get_one(Person, enrolment.person_id)
    chosen = dict(enrolment.choices.get("partners", {}))
    start = first_day(today_in(programme, person.region, now))
    items = []
    for asked in asked_of(programme, enrolment):
        direction = programme.direction(asked.direction)
        weekdays = WEEKDAYS[asked.measure]
        partner = chosen.get(direction.code)
        if direction.needs_partner:
            offers = {o.id for o in await partners_for(session, direction.code, person.region)}
            if partner not in offers:
                partner = offers.pop() if len(offers) == 1 else None
        items.append(
            PlanItem(
                direction=direction.code,
                activity=likely_activity(direction, asked, f"{person.hobbies} {person.about}"),
                weekdays=list(weekdays),
                minutes=_minutes(asked, len(weekdays)),
                starts_on=start,
                partner_id=partner,
            )
        )
    return tuple(items)


def first_day(today: dt.date) -> dt.date:
    """Today while there is a week left to keep; from Friday on the next Monday."""
    return today if today.weekday() < FRIDAY else week_of(today) + WEEK


def activities_for(direction: Direction, asked: Requirement) -> tuple[Activity, ...]:
    """Activities of a direction done in the way that the participant chose."""
    return tuple(
        activity
        for activity in direction.activities
        if activity.way is None or direction.way(activity.way).measure is asked.measure
    )


def likely_activity(direction: Direction, asked: Requirement, about: str) -> str:
    """The only activity there is, or the first that the participant writes of; else open."""
    activities = activities_for(direction, asked)
    if len(activities) == 1:
        return activities[0].code
    spoken = " " + " ".join(_WORD.findall(about.casefold()))
    for activity in activities:
        if any(f" {stem}" in spoken for stem in activity.words.all):
            return activity.code
    return OPEN_ACTIVITY


def _minutes(asked: Requirement, days: int) -> int:
    """Minutes of one day, rounded up, so that the days together make the week count."""
    if asked.measure is Measure.books:
        return READING_MINUTES
    if asked.measure is Measure.days:
        return DAY_MINUTES
    return max(ROUND_TO, -(-asked.minutes_per_week // (days * ROUND_TO)) * ROUND_TO)
