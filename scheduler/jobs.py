"""What the clock does by the calendar: jobs at set times in the programme's zone."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from apscheduler.triggers.cron import CronTrigger

log = structlog.get_logger()

LOOK = 30.0  # seconds at most until the clock, which may be moved, is looked at again

Work = Callable[[datetime], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Job:
    """Work to be done whenever `when` says; it is told that moment, also when it runs late.

    It returns how many things it did. It is idempotent: a moment whose run broke off is run again.
    `id` is its name in words of the programme, such as `weekly-hour`; where there is one for each
    zone, the zone follows: `weekly-hour:Asia/Almaty`.
    """

    id: str
    when: CronTrigger
    work: Work
    # How late it is still of use; what is later is written down as too late, and not done.
    useful_for: timedelta = timedelta(days=1)
    # After a pause of the service: each missed moment that is still of use, or the newest alone.
    each: bool = False

    @property
    def name(self) -> str:
        """The id without the zone: what jobs of different zones have in common."""
        return self.id.partition(":")[0]


class Jobs:
    """Runs jobs by the bot's own clock, so that moving it owes what lies between."""

    def __init__(self, jobs: tuple[Job, ...], now: Callable[[], datetime]) -> None:
        self.jobs = jobs
        self.now = now
        self._done_until = now()
        self._turn = asyncio.Lock()

    async def run(self) -> None:
        """Run what becomes due until cancelled."""
        while True:
            await self.run_due()
            due = self._next(self._done_until)
            pause = (due[0] - self.now()).total_seconds() if due else LOOK
            await asyncio.sleep(min(max(pause, 0), LOOK))

    async def run_due(self) -> None:
        """Run what came due since the last time, in its order, each told the moment it was due."""
        async with self._turn:
            now = self.now()
            while (due := self._next(self._done_until)) and due[0] <= now:
                moment, jobs = due
                self._done_until = moment
                for job in jobs:
                    await _run(job, moment)
            # A clock moved back must not bring done work again.
            self._done_until = max(self._done_until, now)

    def _next(self, after: datetime) -> tuple[datetime, list[Job]] | None:
        """The first moment after this one at which something is due, and what."""
        # The trigger's moments are whole seconds, and `after` itself is done.
        later = after + timedelta(microseconds=1)
        by_moment: dict[datetime, list[Job]] = {}
        for job in self.jobs:
            moment = job.when.get_next_fire_time(None, later)
            if moment is not None:
                by_moment.setdefault(moment, []).append(job)
        return min(by_moment.items(), key=lambda due: due[0], default=None)


async def _run(job: Job, moment: datetime) -> None:
    try:
        count = await job.work(moment)
    except Exception:
        log.exception("job_failed", job=job.id)
    else:
        log.info("job_done", job=job.id, count=count)
