"""The week's hour of one participant: what is missing, putting it off, weeks kept (§10).

What waits for the mentor counts as done here: all that a participant can still do is to log.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.calendar import DAY, WEEK, week_of
from award.calendar.zones import zone_in
from award.errors import Refusal, TooLate
from award.messages import preferences
from award.messages.preferences import HOURS, Regular, wish_of
from award.outbox import NoticeKind, tell_once
from award.programme import Measure, Programme
from award.progress.current import progress_on
from award.progress.rules import DirectionProgress, Progress, WeekState
from storage.tables import (
    COUNTED_STATES,
    Enrolment,
    EnrolmentState,
    Outbox,
    Person,
    Plan,
    PlanItem,
    PlanState,
)

# When people are reminded, by the day of the week: Thursday 18:00, Sunday 16:00.
USUAL_HOURS = {3: 18, 6: 16}
DAYS = {3: "thu", 6: "sun"}
EVENING = HOURS[-1]


class Snooze(StrEnum):
    """Until when a reminder of the week's hour is put off."""

    EVENING = "evening"
    TOMORROW = "tomorrow"
    WEEK = "week"


@dataclass(frozen=True)
class Lack:
    """Minutes that one direction still lacks in the week at hand."""

    direction: str
    minutes: int


@dataclass(frozen=True)
class Hour:
    """The week at hand of a participant who has something left to log in it."""

    monday: dt.date
    today: dt.date
    lacks: tuple[Lack, ...]
    snoozes: tuple[Snooze, ...]

    @property
    def days_left(self) -> int:
        """Days of the week, today among them: 1 on Sunday."""
        return (self.monday + WEEK - self.today).days


# --- the rules


def week_key(monday: dt.date) -> str:
    """A week as once-keys name it: 2026-W06."""
    return f"{monday:%G-W%V}"


def lacks(progress: Progress, planned: Mapping[str, dt.date], today: dt.date) -> tuple[Lack, ...]:
    """What is missing this week where the plan has begun; `planned`: first days by direction.

    Nothing of a direction that has all its weeks or the mentor's mark, and in an excused week.
    """
    return tuple(
        Lack(each.direction, each.minutes_needed)
        for each in progress.directions
        if each.minutes_needed and _has_begun(each, planned, today) and "mark" in each.missing
    )


def weeks_in_a_row(progress: Progress, planned: Mapping[str, dt.date], monday: dt.date) -> int:
    """Weeks up to this one that were kept in every weekly direction due in them; 0: not this one.

    A direction is due from the week in which the plan begins it until it has all its weeks, or is
    marked complete. Excused weeks neither break the row nor count.
    """
    count = 0
    while monday >= week_of(progress.started):
        if _is_kept_whole(progress, planned, monday):
            count += 1
        elif not (count and _is_excused(progress, monday)):
            break
        monday -= WEEK
    return count


# Why not where there is no time left; a whole week can be put off at any.
_TOO_LATE_FOR = {
    Snooze.EVENING: "refused-hour-evening",
    Snooze.TOMORROW: "refused-hour-tomorrow",
}


def snoozes_at(local: dt.datetime) -> tuple[Snooze, ...]:
    """What there is time for, at this local time: nothing reaches into the next week."""
    evening = (Snooze.EVENING,) if local.hour < EVENING - 1 else ()
    tomorrow = (Snooze.TOMORROW,) if local.weekday() < 6 else ()
    return (*evening, *tomorrow, Snooze.WEEK)


def _has_begun(each: DirectionProgress, planned: Mapping[str, dt.date], day: dt.date) -> bool:
    starts = planned.get(each.direction)
    return each.measure is Measure.weeks and starts is not None and starts <= day


def _is_kept_whole(progress: Progress, planned: Mapping[str, dt.date], monday: dt.date) -> bool:
    begun = [each for each in progress.directions if _has_begun(each, planned, monday + DAY * 6)]
    kept = [each for each in begun if _is_kept(each, monday)]
    return bool(kept) and all(each in kept or _is_over(each, monday) for each in begun)


def _is_kept(each: DirectionProgress, monday: dt.date) -> bool:
    return any(week.kept and week.monday == monday for week in each.weeks)


def _is_over(each: DirectionProgress, monday: dt.date) -> bool:
    """Nothing was due any more: it had all its weeks, or the mentor's mark after the last one."""
    kept = [week.monday for week in each.weeks if week.kept]
    if sum(before < monday for before in kept) >= each.required:
        return True
    return "mark" not in each.missing and all(before < monday for before in kept)


def _is_excused(progress: Progress, monday: dt.date) -> bool:
    return any(
        week.monday == monday and week.state is WeekState.excused
        for each in progress.directions
        for week in each.weeks
    )


# --- one participant


async def hour_of(
    session: AsyncSession, programme: Programme, person_id: int, now: dt.datetime
) -> Hour | None:
    """What an active participant still lacks this week; None: nothing, or it is not their time."""
    found = await _under_way(session, programme, person_id, now)
    if found is None:
        return None
    enrolment, local = found
    today = local.date()
    planned = await _planned(session, enrolment.id)
    missing = lacks(
        await progress_on(session, programme, enrolment, today, COUNTED_STATES), planned, today
    )
    return Hour(week_of(today), today, missing, snoozes_at(local)) if missing else None


async def last_week(at: Acting) -> dt.date:
    """The Monday of the week that is over where the person lives."""
    return week_of(at.now, await _zone(at.session, at.programme, at.actor.id)) - WEEK


async def weeks_kept(
    session: AsyncSession, programme: Programme, person_id: int, monday: dt.date, now: dt.datetime
) -> int:
    """How many weeks in a row an active participant has kept, that of `monday` the last; or 0."""
    found = await _under_way(session, programme, person_id, now)
    if found is None:
        return 0
    enrolment, local = found
    planned = await _planned(session, enrolment.id)
    return weeks_in_a_row(
        await progress_on(session, programme, enrolment, local.date()), planned, monday
    )


async def snooze_hour(at: Acting, monday: dt.date, snooze: Snooze) -> dt.datetime:
    """Put this week's reminder off, as asked on one for the week of `monday`; until when.

    It comes again then, if anything is still missing. Raises TooLate for another week, Refusal
    where there is no such time left in this one.
    """
    zone = ZoneInfo(await _zone(at.session, at.programme, at.actor.id))
    local = at.now.astimezone(zone)
    this_week = week_of(local.date())
    if monday != this_week:
        raise TooLate("refused-hour-week-over")
    if snooze not in snoozes_at(local):
        raise Refusal(_TOO_LATE_FOR[snooze])
    next_week = dt.datetime.combine(this_week + WEEK, dt.time(), zone)
    wish = await wish_of(at.session, at.actor.id, Regular.WEEKLY_HOUR)
    until = _until(snooze, local, wish.hour) or next_week
    await preferences.snooze(at, Regular.WEEKLY_HOUR, until)
    if until < next_week:
        await _owe_again(at.session, at.actor.id, until, next_week, at.now)
    return until


def _until(snooze: Snooze, local: dt.datetime, hour: int | None) -> dt.datetime | None:
    if snooze is Snooze.WEEK:
        return None
    if snooze is Snooze.EVENING:
        return local.replace(hour=EVENING, minute=0, second=0, microsecond=0)
    tomorrow = local.date() + DAY
    usual = USUAL_HOURS.get(tomorrow.weekday(), USUAL_HOURS[3])
    return dt.datetime.combine(tomorrow, dt.time(hour or usual), local.tzinfo)


async def _owe_again(
    session: AsyncSession,
    person_id: int,
    until: dt.datetime,
    next_week: dt.datetime,
    now: dt.datetime,
) -> None:
    """One more reminder of the week; on a day that has its own, in place of that one."""
    week = week_of(until.date())
    names = [f"{until:%a-%H}".lower()]
    if until.weekday() in DAYS:
        names.insert(0, DAYS[until.weekday()])
    keys = [f"{Regular.WEEKLY_HOUR}:{week_key(week)}:{name}" for name in names]
    same = (Outbox.person_id == person_id, Outbox.once.in_(keys), Outbox.due_at == until)
    if await session.scalar(select(Outbox.id).where(*same)) is not None:
        return  # a second tap
    for key in keys:
        if await tell_once(
            session,
            person_id,
            NoticeKind.WEEKLY_HOUR,
            key,
            now,
            due_at=until,
            useful_until=next_week,
            week=week.isoformat(),
            again=True,
        ):
            return


async def _under_way(
    session: AsyncSession, programme: Programme, person_id: int, now: dt.datetime
) -> tuple[Enrolment, dt.datetime] | None:
    """The active enrolment and the local time; None where there is none that can be counted."""
    enrolment = await session.scalar(
        select(Enrolment).where(
            Enrolment.person_id == person_id, Enrolment.state == EnrolmentState.ACTIVE
        )
    )
    if enrolment is None:
        return None
    local = now.astimezone(ZoneInfo(await _zone(session, programme, person_id)))
    started = enrolment.started_on is not None and enrolment.started_on <= local.date()
    return (enrolment, local) if started else None


async def _zone(session: AsyncSession, programme: Programme, person_id: int) -> str:
    region = await session.scalar(select(Person.region).where(Person.id == person_id))
    return zone_in(programme, region)


async def _planned(session: AsyncSession, enrolment_id: int) -> dict[str, dt.date]:
    """The first day of each direction of the agreed plan."""
    found = await session.execute(
        select(PlanItem.direction, PlanItem.starts_on)
        .join(Plan, Plan.id == PlanItem.plan_id)
        .where(Plan.enrolment_id == enrolment_id, Plan.state == PlanState.AGREED)
    )
    return dict(found.tuples().all())
