"""A plan in words, the same for the mentor who makes it and the participant who agrees to it."""

from collections.abc import Sequence

from markupsafe import Markup

from award.plan.defaults import OPEN_ACTIVITY
from award.plan.views import PlannedDirection, PlanView
from award.programme import Measure, Programme
from handlers.ui.shown import quoted
from handlers.wording.names import direction_name
from locales import Texts

WEEK = 7


def whole_plan(plan: PlanView, programme: Programme, say: Texts) -> Markup:
    """Every direction of a plan, a paragraph each; a start that they share is said once."""
    starts = {item.starts_on for item in plan.items}
    shared = len(starts) == 1
    said = [planned(item, programme, say, start=not shared) for item in plan.items]
    if shared:
        said.append(say("plan-start-shared", start=starts.pop()))
    return Markup("\n\n").join(said)


def planned(
    item: PlannedDirection, programme: Programme, say: Texts, *, start: bool = True
) -> Markup:
    """One direction: activity, days, minutes, start, partner, and what is wrong with it."""
    direction = programme.direction(item.direction)
    lines = [
        say(
            f"plan-item-{item.measure}",
            direction=direction_name(programme.direction(item.direction), say),
            activity=activity_name(programme, item, say),
            days=day_names(item.weekdays, say),
            minutes=item.minutes,
        )
    ]
    if start:
        lines.append(say("plan-item-start", start=item.starts_on))
    if item.partner is not None:
        lines.append(say("plan-item-partner", partner=item.partner))
    elif direction.needs_partner:
        lines.append(say("plan-item-partner-open"))
    if item.problem is not None:
        lines.append(say(f"plan-problem-{item.problem}", needed=item.a_week))
    return Markup("\n").join(lines)


def activity_name(programme: Programme, item: PlannedDirection, say: Texts) -> str:
    """The activity as the programme names it, or in the words in which it was written."""
    if item.activity == OPEN_ACTIVITY:
        return say.plain("plan-activity-open")
    known = programme.activity(item.direction, item.activity)
    return known.name[say.language] if known else item.activity


def day_names(weekdays: Sequence[int], say: Texts) -> str:
    """Short names of weekdays; every day in a word."""
    if len(weekdays) == WEEK:
        return say.plain("plan-days-all")
    if not weekdays:
        return say.plain("plan-days-none")
    return ", ".join(say.plain(f"weekday-{day}") for day in weekdays)


def has_minutes(item: PlannedDirection) -> bool:
    """A direction counted in days is not planned by the minute."""
    return item.measure is not Measure.days


def wished(plan: PlanView, say: Texts) -> Markup:
    """What the participant asked for instead, in their words."""
    return say("plan-wished", words=quoted(plan.wish or ""))
