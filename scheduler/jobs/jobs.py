"""What the clock does by the calendar: jobs at set times, each moment of each run once.

Every process of the bot looks at the calendar, and whoever is first writes down that it runs a
moment (`scheduler/jobs/runs.py`). After a pause of the service, what was missed and is still of
use is run at once. A job is told the moment that it was due, so that it owes what it would have
owed then.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.ext.asyncio import AsyncSession

from scheduler.jobs import runs
from scheduler.jobs.due_times import Missed, came_due, next_moment
from scheduler.jobs.runs import FIRST_SEEN, HOLD, LONGEST_PAUSE, TOO_LATE, Begun, Ended
from scheduler.metrics import JOB_LATENESS, JOB_RUNS
from scheduler.skew import SKEW
from storage.database import Database

log = structlog.get_logger()

LOOK = 30.0  # seconds at most until the clock, which may be moved, is looked at again
LATE = timedelta(minutes=5)  # later than that is missed, and logged
# A run that fails is tried again after one minute, then two, four, …, over some two hours.
TRIES = 8
FIRST_PAUSE = timedelta(minutes=1)
# Seconds, of the wall's clock: the others wait for one that hangs. A week of 50,000 takes some 20.
LONGEST_RUN = 900.0

Work = Callable[[datetime], Awaitable[int]]
Idle = Callable[[AsyncSession, datetime], Awaitable[bool]]


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
    # Whether there is nothing to do at a moment, where a statement or two tell: most hours have
    # nothing to do. Asked in a transaction of all jobs of the moment, and perhaps twice.
    idle: Idle | None = None

    @property
    def name(self) -> str:
        """The id without the zone: what jobs of different zones have in common."""
        return self.id.partition(":")[0]


class Jobs:
    """Runs jobs by the bot's own clock, which tests and the sandbox move."""

    def __init__(
        self, database: Database, jobs: tuple[Job, ...], now: Callable[[], datetime]
    ) -> None:
        self.jobs = {job.id: job for job in jobs}
        if len(self.jobs) != len(jobs):
            raise ValueError("Two jobs have one id")
        self.database = database
        self.now = now
        self._since = now()
        self._turn = asyncio.Lock()
        self._looked_at = self._since
        # Up to which moment each job is settled, and its first one after that.
        self._marks: dict[str, datetime] = {}
        self._next: dict[str, datetime] = {}

    async def run(self) -> None:
        """Run what becomes due until cancelled."""
        while True:
            due = None
            try:
                await self.run_due()
                due = await self.next_due()
            except Exception:  # a database that does not answer: it will again
                log.exception("jobs_failed")
            pause = (due - self.now()).total_seconds() if due else LOOK
            await asyncio.sleep(min(max(pause, 0), LOOK))

    async def run_due(self) -> None:
        """Run what came due and is still of use, in its order."""
        async with self._turn:
            await self._start()
            await self._run_left()
            while due := await self._came_due():
                for moment in sorted(due):
                    await self._at(moment, due[moment])

    async def next_due(self, after: datetime | None = None) -> datetime | None:
        """The next moment (after another, if given) at which there is something to do."""
        async with self._turn:
            await self._start()
            async with self.database.transaction() as session:
                again = await runs.again(session, self.jobs, self.now())
            moments = [*again, *self._next.values()]
        later = (moment for moment in moments if after is None or moment > after)
        return min(later, default=None)

    async def upcoming(self) -> list[tuple[Job, datetime]]:
        """Every job with its next moment, the soonest first."""
        async with self._turn:
            await self._start()
        due = [(job, self._next[job.id]) for job in self.jobs.values()]
        return sorted(due, key=lambda each: (each[1], each[0].id))

    async def run_early(self, job_id: str) -> Ended | None:
        """Run a job's next moment now instead of then; None where another process has done so.

        Raises KeyError for a job unknown.
        """
        job = self.jobs[job_id]
        async with self._turn:
            await self._start()
            ended = await self._at(self._next[job.id], [job])
        return ended[0] if ended else None

    async def _start(self) -> None:
        """Find out from where to go on. A job never seen before owes nothing of the past.

        Where the clock was put back, what was done by it before does not count.
        """
        now = self.now()
        put_back, self._looked_at = now < self._looked_at - SKEW, now
        if put_back:
            self._marks, self._since = {}, min(self._since, now)
            async with self.database.transaction() as session:
                await runs.put_right(session, now)
        if len(self._marks) == len(self.jobs):
            return
        async with self.database.transaction() as session:
            marks = await runs.marks(session, now)
            if new := [job for job in self.jobs if job not in marks]:
                await runs.settle(session, new, self._since, now, FIRST_SEEN)
        for job in self.jobs.values():
            self._mark(job, marks.get(job.id, self._since))

    def _mark(self, job: Job, moment: datetime) -> None:
        self._marks[job.id] = moment
        self._next[job.id] = next_moment(job.when, moment)

    async def _run_left(self) -> None:
        """Run again what failed, and what a process that died left unfinished."""
        async with self.database.transaction() as session:
            left = await runs.take_over(session, self.jobs, self.now())
        if left:
            await self._do(left)

    async def _came_due(self) -> dict[datetime, list[Job]]:
        now = self.now()
        due: dict[datetime, list[Job]] = defaultdict(list)
        for job in self.jobs.values():
            if self._next[job.id] > now:
                continue
            missed = came_due(job.when, job.useful_for, self._marks[job.id], now, each=job.each)
            for moment in missed.runs:
                due[moment].append(job)
            await self._note_missed(job, missed, now)
        return due

    async def _note_missed(self, job: Job, missed: Missed, now: datetime) -> None:
        if missed.too_late is not None:
            async with self.database.transaction() as session:
                await runs.settle(session, [job.id], missed.too_late, now, TOO_LATE)
            JOB_RUNS.labels(job.name, "too_late").inc()
        if not missed.runs:
            self._mark(job, missed.too_late or now)
        newest = max(filter(None, (*missed.runs, missed.too_late)), default=now)
        if missed.count > 1 or now - newest > LATE:
            late = round((now - newest).total_seconds())
            log.warning(
                "job_missed", job=job.id, moments=missed.count, runs=len(missed.runs), late=late
            )

    async def _at(self, moment: datetime, jobs: Collection[Job]) -> list[Ended]:
        """Run jobs for a moment, unless another process has begun them."""
        idle = await self._idle(moment, jobs)
        busy = [job.id for job in jobs if job.id not in idle]
        async with self.database.transaction() as session:
            begun = await runs.begin(session, busy, moment, self.now(), idle=idle)
        for job in jobs:
            self._mark(job, moment)
        passed = [Ended(run, 0) for run in begun if run.job in idle]
        for each in passed:
            self._done(each, self._late(each.run))
        return passed + await self._do([run for run in begun if run.job not in idle])

    async def _idle(self, moment: datetime, jobs: Iterable[Job]) -> frozenset[str]:
        """Which of these have nothing to do; what cannot be told is run, and fails by itself."""
        asked = [(job.id, job.idle) for job in jobs if job.idle is not None]
        if not asked:
            return frozenset()
        try:
            async with self.database.transaction() as session:
                return frozenset([job for job, idle in asked if await idle(session, moment)])
        except Exception:
            log.exception("jobs_not_looked_at")
            return frozenset()

    async def _do(self, begun: list[Begun]) -> list[Ended]:
        ended: list[Ended] = []
        if not begun:
            return ended
        async with self._held(begun, ended):
            for run in begun:
                ended += [await self._run(self.jobs[run.job], run)]
        return ended

    @asynccontextmanager
    async def _held(self, begun: list[Begun], ended: list[Ended]) -> AsyncIterator[None]:
        """Hold the right to run these, write down in the end what became of them.

        What was not reached, because the service is stopped, is left to whoever comes next.
        """
        holding = asyncio.create_task(self._hold(begun))
        try:
            yield
        finally:
            holding.cancel()
            done = {(each.run.job, each.run.due_at) for each in ended}
            left = [run for run in begun if (run.job, run.due_at) not in done]
            async with self.database.transaction() as session:
                if ended:
                    await runs.end(session, ended, self.now())
                if left:
                    await runs.let_go(session, left, self.now())

    async def _hold(self, begun: list[Begun]) -> None:
        while True:
            await asyncio.sleep(HOLD.total_seconds() / 4)
            try:
                async with self.database.transaction() as session:
                    await runs.hold(session, begun, self.now() + HOLD)
            except Exception:
                log.exception("job_not_held")

    async def _run(self, job: Job, run: Begun) -> Ended:
        if run.taken_over and self._is_over(job, run, self.now()):
            problem = TOO_LATE if run.attempts <= TRIES else "died"
            JOB_RUNS.labels(job.name, problem.replace(" ", "_")).inc()
            log.warning("job_given_up", job=job.id, due=run.due_at.isoformat(), why=problem)
            return Ended(run, problem=run.problem or problem)
        late = self._late(run)
        try:
            async with asyncio.timeout(LONGEST_RUN):
                count = await job.work(run.due_at)
        except Exception as error:
            JOB_RUNS.labels(job.name, "failed").inc()
            again_at = self._again_at(run)
            log.exception("job_failed", job=job.id, attempt=run.attempts, again=bool(again_at))
            return Ended(run, problem=type(error).__name__[:64], again_at=again_at)
        ended = Ended(run, count)
        self._done(ended, late)
        return ended

    def _late(self, run: Begun) -> timedelta:
        late = self.now() - run.due_at
        JOB_LATENESS.labels(self.jobs[run.job].name).observe(max(late.total_seconds(), 0))
        return late

    def _done(self, ended: Ended, late: timedelta) -> None:
        job = self.jobs[ended.run.job]
        JOB_RUNS.labels(job.name, "done").inc()
        note = log.info if ended.count else log.debug  # most hours have nothing to do
        note("job_done", job=job.id, count=ended.count, late=round(late.total_seconds()))

    def _is_over(self, job: Job, run: Begun, now: datetime) -> bool:
        """Whether a run that broke off is of no more use, or kills whoever runs it."""
        superseded = not job.each and next_moment(job.when, run.due_at) <= now
        return superseded or now - run.due_at > job.useful_for or run.attempts > TRIES

    def _again_at(self, run: Begun) -> datetime | None:
        if run.attempts >= TRIES:
            return None
        pause: timedelta = FIRST_PAUSE * 2 ** (run.attempts - 1)
        return self.now() + min(pause, LONGEST_PAUSE)
