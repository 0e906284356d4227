"""A clock that is moved far: everything in between at its own time, and quiet at night."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
from apscheduler.triggers.cron import CronTrigger
from markupsafe import Markup
from sqlalchemy import Engine, event

from award.outbox import NoticeKind, tell, tell_once
from bot.passing_time import run_now, upcoming
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown
from locales import LANGUAGES, texts
from scheduler.jobs.jobs import Job, Jobs
from storage.tables import RoleKind
from tests.journeys.people import Phone
from tests.journeys.world import BEGINNING, World

ALMATY = ZoneInfo("Asia/Almaty")
KIND = cast("NoticeKind", "passing-time")


@notice(KIND)
async def _worded(n: Notice) -> Shown:
    return Shown(Markup("notice {} {}").format(n.details["what"], _shown(n.now)))


def _shown(moment: datetime) -> str:
    return f"{moment.astimezone(ALMATY):%a %H:%M}"


async def _seen(phone: Phone) -> list[tuple[str, str]]:
    """What it says of the time at which it was worded, and when it came."""
    return [
        (m["text"].removeprefix("notice "), _shown(datetime.fromisoformat(m["date"])))
        for m in await phone.messages()
        if m["text"].startswith("notice")
    ]


@pytest.fixture
async def aru(world: World) -> Phone:
    return await world.staff("Аружан", RoleKind.MENTOR, "en")


async def reminders(world: World, phone: Phone, **when: Any) -> None:
    """Let the bot have one job, which reminds a person of each of its moments."""
    person_id = await world.person_id(phone)

    async def remind(moment: datetime) -> int:
        async with world.bot.database.transaction() as session:
            once = f"{KIND}:{moment:%Y-%m-%dT%H}"
            await tell_once(session, person_id, KIND, once, moment, what="reminder")
            after = timedelta(minutes=90)
            tell(session, person_id, KIND, moment, after=after, what="snoozed")
            return 2

    job = Job("remind:Asia/Almaty", CronTrigger(timezone=ALMATY, **when), remind)
    world.bot = replace(world.bot, jobs=Jobs(world.bot.database, (job,), world.bot.clock.now))


async def test_what_lies_between_happens_at_its_own_time(world: World, aru: Phone) -> None:
    await reminders(world, aru, day_of_week="thu,sun", hour=16)
    await world.move(days=10)  # from Tuesday noon to the Friday of next week
    assert await _seen(aru) == [
        (f"{what} {at}", at)
        for day in ("Thu", "Sun", "Thu")
        for what, at in (("reminder", f"{day} 16:00"), ("snoozed", f"{day} 17:30"))
    ]
    assert _shown(world.sandbox.clock.now()) == "Fri 12:00"


async def test_at_night_the_clock_waits_and_people_make_no_sound(world: World, aru: Phone) -> None:
    """A mentor sees at 23:00 that an entry came, and is not woken; the reminder comes at nine."""
    person_id = await world.person_id(aru)
    await world.move(hours=11)
    async with world.bot.database.transaction() as session:
        now = world.clock.now()
        await tell_once(session, person_id, KIND, "digest", now, what="digest")
        tell(session, person_id, KIND, now, what="entry")
    await aru.sees("notice entry")
    assert await _silently(world) == ["true"]
    await world.move(hours=9)
    assert await _seen(aru) == [("entry Tue 23:00", "Tue 23:00")]
    await world.move(hours=2)
    assert await _seen(aru) == [
        ("entry Tue 23:00", "Tue 23:00"),
        ("digest Wed 09:00", "Wed 09:00"),
    ]
    assert await _silently(world) == ["true", None]


async def test_what_a_pause_left_owed_is_not_sent_in_the_night(world: World, aru: Phone) -> None:
    """The service comes back at 03:00 with yesterday's reminder still to be delivered."""
    person_id = await world.person_id(aru)
    async with world.bot.database.transaction() as session:
        due_at = BEGINNING + timedelta(hours=6)
        await tell_once(session, person_id, KIND, "reminder", due_at, what="reminder")
    await world.stop_bot()
    await world.move(hours=15)
    await world.start_bot()
    await world.move(hours=5)
    assert await _seen(aru) == []
    await world.move(hours=2)
    assert await _seen(aru) == [("reminder Wed 09:00", "Wed 09:00")]


async def test_a_day_on_which_nothing_happens_costs_little(world: World) -> None:
    """A bot stands idle most of its hours; and a story that lasts half a year has thousands."""
    await world.move(days=1)  # some is counted once
    asked: Counter[str] = Counter()

    def ask(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked[statement] += 1

    def begin(_connection: Any) -> None:
        asked["BEGIN"] += 1

    heard: dict[str, Callable[..., None]] = {"before_cursor_execute": ask, "begin": begin}
    for what, listener in heard.items():
        event.listen(Engine, what, listener)
    await world.move(days=1)
    for what, listener in heard.items():
        event.remove(Engine, what, listener)
    begun = asked.pop("BEGIN")
    # Twelve full hours with seven transactions each, the rest of the night and the morning.
    assert begun < 150, asked.most_common(20)
    assert asked.total() < 260, asked.most_common(20)


async def _silently(world: World) -> list[str | None]:
    async with world.http.get(f"{world.sandbox.url}/calls?method=sendMessage") as answer:
        made = (await answer.json())["calls"]
    return [
        call["parameters"].get("disable_notification")
        for call in made
        if call["parameters"]["text"].startswith("notice")
    ]


async def test_a_job_is_run_ahead_of_its_time(world: World, aru: Phone) -> None:
    await reminders(world, aru, day_of_week="thu", hour=16)
    (job,) = await upcoming(world.bot, "en")
    assert job["id"] == "remind:Asia/Almaty"
    assert _shown(datetime.fromisoformat(job["next"])) == "Thu 16:00"
    assert await run_now(world.bot, job["id"]) == {"count": 2, "problem": None}
    assert await _seen(aru) == [("reminder Tue 12:00", "Tue 12:00")]
    await world.move(days=3)
    assert [what for what, _ in await _seen(aru)] == ["reminder Tue 12:00", "snoozed Thu 17:30"]
    with pytest.raises(LookupError):
        await run_now(world.bot, "unknown")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_job_has_a_title(world: World, language: str) -> None:
    """Write `job-<name>` into locales/*/jobs.ftl for a job that has none."""
    say = texts(language)
    untitled = {job.name for job in world.bot.jobs.jobs.values() if not say.has(f"job-{job.name}")}
    assert untitled == set()
    shown = await upcoming(world.bot, language)
    assert [job["next"] for job in shown] == sorted(job["next"] for job in shown)
