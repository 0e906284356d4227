"""When a job is due, and what of that was missed: rules alone, of no database.

APScheduler reads the calendar, on a clock on the wall that is never put forward or back. By itself
its trigger skips days and repeats one moment for ever where clocks are changed.
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from apscheduler.triggers.cron import CronTrigger

INSTANT = timedelta(microseconds=1)
# What was missed longer ago than that, and is of no more use, is not even counted.
COUNTED = timedelta(days=31)


def next_moment(when: CronTrigger, after: datetime) -> datetime:
    """The first moment after an aware one at which the trigger's zone shows such a time; in UTC.

    An hour that a zone shows twice counts the first time; one that it leaves out comes as much
    later as the clock was put forward. Raises ValueError for a time that never comes.
    """
    on_the_wall = copy(when)
    on_the_wall.timezone = UTC
    wall = after.astimezone(when.timezone).replace(tzinfo=UTC, fold=0)
    while True:
        wall = on_the_wall.get_next_fire_time(None, wall + INSTANT)
        if wall is None:
            raise ValueError(f"{when} never comes")
        moment: datetime = wall.replace(tzinfo=when.timezone).astimezone(UTC)
        if moment > after:
            return moment


@dataclass(frozen=True, slots=True)
class Missed:
    """What came due of one job: moments to be run, the last that is too late, how many in all."""

    runs: tuple[datetime, ...] = ()
    too_late: datetime | None = None
    count: int = 0


def came_due(
    when: CronTrigger, useful_for: timedelta, after: datetime, now: datetime, *, each: bool
) -> Missed:
    """What came due after one moment up to another, and what of it is still to be done.

    Of moments that are still of use it is the newest alone, or `each`. There is never both a
    moment too late and one to be run, unless each counts.
    """
    moments = list(_between(when, max(after, now - useful_for - COUNTED), now))
    if not moments:
        return Missed()
    useful = [moment for moment in moments if now - moment <= useful_for]
    useless = moments[: len(moments) - len(useful)]
    if not each and useful:
        return Missed((useful[-1],), None, len(moments))
    return Missed(tuple(useful), useless[-1] if useless else None, len(moments))


def _between(when: CronTrigger, after: datetime, until: datetime) -> Iterator[datetime]:
    while (after := next_moment(when, after)) <= until:
        yield after
