"""Quiet hours: what waits for the morning, what does not, and whose morning."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from award.calendar.zones import zones_of
from award.messages.quiet_hours import is_quiet, is_quiet_for, next_allowed, put_off
from award.outbox import NoticeKind, tell, tell_once
from award.programme import Programme
from storage.database import Database
from storage.tables import Centre, Outbox, Person, Role, RoleKind, Urgency

ALMATY = "Asia/Almaty"
zones = st.sampled_from(
    (ALMATY, "Asia/Oral", "Europe/Berlin", "America/Havana", "Pacific/Apia", "Asia/Kathmandu")
)
# The machine may have much else to do.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
moments = st.integers(0, 4 * 366 * 24 * 60 * 60).map(
    lambda seconds: datetime(2023, 6, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)


def almaty(shown: str, day: int = 5) -> datetime:
    return datetime.combine(
        datetime(2026, 3, day, tzinfo=UTC), time.fromisoformat(shown), ZoneInfo(ALMATY)
    ).astimezone(UTC)


@unhurried
@given(moments, zones)
@example(datetime(2026, 3, 29, 0, 30, tzinfo=UTC), "Europe/Berlin")
@example(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Europe/Berlin")
@example(datetime(2024, 2, 29, 17, 30, tzinfo=UTC), ALMATY)
def test_a_message_waits_for_the_first_moment_that_is_not_quiet(
    moment: datetime, zone: str
) -> None:
    allowed = next_allowed(moment, zone)
    assert not is_quiet(allowed, zone)
    assert next_allowed(allowed, zone) == allowed
    if not is_quiet(moment, zone):
        assert allowed == moment
    else:
        assert timedelta(0) < allowed - moment <= timedelta(hours=13)
        assert allowed.astimezone(ZoneInfo(zone)).time() == time(9)
        # Nothing sooner would do.
        assert is_quiet(allowed - timedelta(microseconds=1), zone)
        assert all(
            is_quiet(moment + timedelta(minutes=n), zone)
            for n in range(0, (allowed - moment) // timedelta(minutes=1), 7)
        )


@unhurried
@given(moments, st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=2)), zones)
def test_waiting_keeps_the_order(moment: datetime, later: timedelta, zone: str) -> None:
    assert next_allowed(moment, zone) <= next_allowed(moment + later, zone)


@pytest.mark.parametrize(
    ("shown", "until"),
    [
        ("20:59:59", ("20:59:59", 5)),
        ("21:00:00", ("09:00", 6)),
        ("23:59:59", ("09:00", 6)),
        ("00:00:00", ("09:00", 5)),
        ("08:59:59", ("09:00", 5)),
        ("09:00:00", ("09:00", 5)),
    ],
)
def test_its_ends(shown: str, until: tuple[str, int]) -> None:
    assert next_allowed(almaty(shown), ALMATY) == almaty(*until)


@pytest.fixture
def two_zones(tosbelgi: Programme) -> Programme:
    """The same with its west an hour behind, as it was until 2024."""
    regions = tuple(
        replace(region, zone="Etc/GMT-4") if region.code == "KZ-27" else region
        for region in tosbelgi.regions
    )
    return replace(tosbelgi, regions=regions)


async def _person(database: Database, telegram_id: int, region: str | None) -> int:
    async with database.transaction() as session:
        person = Person(telegram_id=telegram_id, joined_at=almaty("12:00"), region=region)
        session.add(person)
        await session.flush()
        return person.id


async def _due(database: Database) -> dict[str, datetime]:
    async with database.transaction() as session:
        return {row.kind: row.due_at for row in await session.scalars(select(Outbox))}


async def test_at_night_waits_what_the_clock_causes_and_what_goes_to_many(
    database: Database, tosbelgi: Programme
) -> None:
    aru = await _person(database, 1, "KZ-75")
    night = almaty("23:00")
    async with database.transaction() as session:
        await tell_once(session, aru, NoticeKind.WEEKLY_HOUR, "reminder:1", night)
        await tell_once(
            session, aru, NoticeKind.SILENT, "later:1", night, due_at=almaty("12:00", 8)
        )
        tell(session, aru, NoticeKind.BROADCAST, night, urgency=Urgency.MASS)
        tell(session, aru, NoticeKind.ENTRY_DECIDED, night, urgency=Urgency.NOW)
        tell(session, aru, NoticeKind.ENTRY_SUBMITTED, night)
        assert await put_off(session, tosbelgi, night) == 2
        assert await put_off(session, tosbelgi, night) == 0
    morning = almaty("09:00", 6)
    assert await _due(database) == {
        NoticeKind.WEEKLY_HOUR: morning,
        NoticeKind.BROADCAST: morning,
        NoticeKind.SILENT: almaty("12:00", 8),
        NoticeKind.ENTRY_DECIDED: night,
        NoticeKind.ENTRY_SUBMITTED: night,
    }


async def test_by_day_nothing_waits(database: Database, tosbelgi: Programme) -> None:
    aru = await _person(database, 1, "KZ-75")
    async with database.transaction() as session:
        await tell_once(session, aru, NoticeKind.WEEKLY_HOUR, "reminder:1", almaty("18:00"))
        assert await put_off(session, tosbelgi, almaty("20:59")) == 0
        assert await put_off(session, tosbelgi, almaty("09:00", 6)) == 0
        # Overdue since the day, as after a pause of the service.
        assert await put_off(session, tosbelgi, almaty("21:00")) == 1
    assert await _due(database) == {NoticeKind.WEEKLY_HOUR: almaty("09:00", 6)}


async def test_it_is_the_night_of_the_receivers_region(
    database: Database, two_zones: Programme
) -> None:
    now = almaty("21:30")  # 20:30 in the west
    async with database.transaction() as session:
        centre = Centre(name="Орал", region="KZ-27", place="Орал")
        session.add(centre)
        await session.flush()
        centre_id = centre.id
    here = {
        "almaty": await _person(database, 1, "KZ-75"),
        "west": await _person(database, 2, "KZ-27"),
        "unknown": await _person(database, 3, None),
        "mentor in the west": await _person(database, 4, None),
        "coordinator in the west": await _person(database, 5, None),
    }
    kinds = dict(zip(here, NoticeKind, strict=False))  # any, one for each
    async with database.transaction() as session:
        for name, kind, scope in (
            ("mentor in the west", RoleKind.MENTOR, {"centre_id": centre_id}),
            ("coordinator in the west", RoleKind.COORDINATOR, {"region": "KZ-27"}),
        ):
            since = now - timedelta(days=1)
            session.add(Role(person_id=here[name], kind=kind, since=since, **scope))
    async with database.transaction() as session:
        for name, person_id in here.items():
            await tell_once(session, person_id, kinds[name], "x:1", now)
        quiet = {
            name for name, id_ in here.items() if await is_quiet_for(session, two_zones, id_, now)
        }
        assert await put_off(session, two_zones, now) == 2
    assert quiet == {"almaty", "unknown"}
    due = await _due(database)
    assert {name for name in here if due[kinds[name]] == almaty("09:00", 6)} == quiet
    assert {name for name in here if due[kinds[name]] == now} == set(here) - quiet

    async with database.transaction() as session:
        assert await put_off(session, two_zones, almaty("23:00")) == 3
    due = await _due(database)
    assert due[kinds["west"]] == almaty("10:00", 6)  # nine in the west
    assert zones_of(two_zones) == (ALMATY, "Etc/GMT-4")
