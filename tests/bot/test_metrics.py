"""Numbers for Prometheus: what they say, and that nobody else hears them."""

import re
import socket
from dataclasses import replace
from datetime import datetime, timedelta
from typing import cast

import pytest
from apscheduler.triggers.cron import CronTrigger
from markupsafe import Markup

from award.outbox import NoticeKind, tell
from bot.metrics import metrics
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown
from scheduler.jobs.jobs import Job, Jobs
from tests.journeys.people import Phone
from tests.journeys.world import World

KIND = cast("NoticeKind", "test-of-metrics")


@notice(KIND)
async def _worded(n: Notice) -> Shown | None:
    return Shown(Markup("notice")) if n.details["useful"] else None


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def _numbers(world: World, port: int) -> dict[str, float]:
    async with world.http.get(f"http://127.0.0.1:{port}/metrics") as answer:
        assert answer.content_type == "text/plain"
        said = await answer.text()
    return {name: float(n) for name, n in re.findall(r"^([a-z].*?) ([\d.e+-]+)$", said, re.M)}


async def test_they_are_off_by_default(world: World) -> None:
    assert world.bot.settings.metrics_port is None
    async with metrics(world.bot) as port:
        assert port is None


async def test_jobs_sends_and_what_waits_are_counted(world: World, mentor: Phone) -> None:
    async def work(moment: datetime) -> int:
        return 5

    async def fail(moment: datetime) -> int:
        raise RuntimeError("broken")

    port = _free_port()
    settings = world.bot.settings.model_copy(update={"metrics_port": port})
    async with metrics(replace(world.bot, settings=settings)):
        before = await _numbers(world, port)
        assert before["award_outbox_depth"] == 0
        assert before["award_outbox_age_seconds"] == 0

        when = CronTrigger(hour=18, timezone="Asia/Almaty")
        todo = (Job("counted:Asia/Almaty", when, work), Job("failing", when, fail))
        jobs = Jobs(world.bot.database, todo, world.clock.now)
        await jobs.run_due()
        world.clock.move_to(world.clock.now() + timedelta(hours=7))
        await jobs.run_due()
        person_id = await world.person_id(mentor)
        now = world.clock.now()
        async with world.bot.database.transaction() as session:
            tell(session, person_id, KIND, now, useful=True)
            tell(session, person_id, KIND, now, useful=False)
        await mentor.sees("notice")
        while await world.bot.delivery.deliver_due():
            continue
        numbers = await _numbers(world, port)

    def more(name: str) -> float:
        return numbers[name] - before.get(name, 0)

    assert more('award_job_runs_total{job="counted",result="done"}') == 1
    assert more('award_job_runs_total{job="failing",result="failed"}') == 1
    assert more('award_job_lateness_seconds_count{job="counted"}') == 1
    assert 3600 <= more('award_job_lateness_seconds_sum{job="counted"}') < 3700
    assert more('award_sends_total{result="sent"}') == 1
    assert more('award_sends_total{result="obsolete"}') == 1


async def test_what_waits_is_counted_with_its_age(world: World, mentor: Phone) -> None:
    await world.stop_bot()
    await world.start_bot(receiving=False)  # nobody delivers
    person_id = await world.person_id(mentor)
    now = world.clock.now()
    async with world.bot.database.transaction() as session:
        for age in (90, 10, -600):
            tell(session, person_id, KIND, now, after=timedelta(seconds=-age), useful=True)
    port = _free_port()
    settings = world.bot.settings.model_copy(update={"metrics_port": port})
    async with metrics(replace(world.bot, settings=settings)):
        numbers = await _numbers(world, port)
    assert numbers["award_outbox_depth"] == 2
    assert 90 <= numbers["award_outbox_age_seconds"] < 150


async def test_only_this_machine_is_answered(world: World) -> None:
    port = _free_port()
    settings = world.bot.settings.model_copy(update={"metrics_port": port})
    async with metrics(replace(world.bot, settings=settings)):
        with socket.socket() as other:
            # The same port of all other addresses is free.
            other.bind(("127.0.0.2", port))
        with pytest.raises(OSError, match="in use"), socket.socket() as same:
            same.bind(("127.0.0.1", port))
