"""What people wish of the clock's messages, and whom a job chooses by it."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import ColumnElement, create_engine, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from award.access.actor import Actor
from award.access.lookup import find_actor
from award.calendar.zones import in_zone, zones_of
from award.errors import Refusal
from award.messages.preferences import (
    HOURS,
    Regular,
    Wish,
    choose_hour,
    snooze,
    switch,
    whose_hour,
    wish_of,
    wishes,
)
from award.profile.erasure import erase
from award.programme import Programme
from storage.tables import Enrolment, EnrolmentState, Person, Preference, Role, RoleKind, Table
from tests.acting import acting
from tests.award.profile.copied import copy_of

NOW = dt.datetime(2026, 2, 3, 7, tzinfo=dt.UTC)
ZONE = "Asia/Almaty"
WEEKLY = Regular.WEEKLY_HOUR
_memory = create_engine("sqlite://")
Table.metadata.create_all(_memory)


def holds(wish: Wish | None, condition: ColumnElement[bool]) -> bool:
    """Whether the condition chooses a person with this wish."""
    with Session(_memory) as session:
        session.add(Person(id=1, telegram_id=1, joined_at=NOW))
        session.flush()
        if wish is not None:
            kept = {name: getattr(wish, name) for name in ("off", "hour", "snoozed_until")}
            session.add(Preference(person_id=1, kind=wish.kind.value, **kept))
            session.flush()
        return session.scalar(select(Person.id).where(condition)) is not None


def at(hour: int, day: int = 5) -> dt.datetime:
    """That hour in Almaty; the 5th is a Thursday."""
    return dt.datetime(2026, 2, day, hour, tzinfo=ZoneInfo(ZONE))


async def someone(session: AsyncSession, number: int = 1, *roles: RoleKind) -> Actor:
    """A participant, or staff where roles are given."""
    person = Person(telegram_id=number, joined_at=NOW, region="KZ-75")
    session.add(person)
    await session.flush()
    if not roles:
        state = EnrolmentState.ACTIVE
        session.add(Enrolment(person_id=person.id, state=state, level="bronze", begun_at=NOW))
    session.add_all(Role(person_id=person.id, kind=kind, since=NOW) for kind in roles)
    await session.flush()
    actor = await find_actor(session, NOW, person_id=person.id)
    assert actor is not None
    return actor


async def chosen(
    session: AsyncSession, moment: dt.datetime, usual: int = 18, *, or_before: bool = False
) -> bool:
    condition = whose_hour(WEEKLY, moment, ZONE, usual, or_before=or_before)
    return await session.scalar(select(Person.id).where(condition)) is not None


async def test_each_is_asked_of_what_comes_to_them(session: AsyncSession) -> None:
    participant = await someone(session)
    mentor = await someone(session, 2, RoleKind.MENTOR)
    head = await someone(session, 3, RoleKind.CENTRE_HEAD, RoleKind.MENTOR)
    mother = await someone(session, 4, RoleKind.REPRESENTATIVE)
    kinds = {
        actor.id: [wish.kind.value for wish in await wishes(acting(session, actor))]
        for actor in (participant, mentor, head, mother)
    }
    assert kinds == {
        participant.id: ["weekly-hour", "celebration"],
        mentor.id: ["review-evening", "weekly-digest"],
        head.id: ["review-evening", "daily-digest", "weekly-digest"],
        mother.id: [],
    }


async def test_an_hour_is_kept_and_given_back(session: AsyncSession) -> None:
    me = await someone(session)
    for hour in (HOURS[0], HOURS[-1], None):
        await choose_hour(acting(session, me, NOW), WEEKLY, hour)
        assert (await wish_of(session, me.id, WEEKLY)).hour == hour


@pytest.mark.parametrize("hour", [-1, 0, 8, 21, 24, 10**9])
async def test_an_hour_of_the_quiet_ones_is_refused(session: AsyncSession, hour: int) -> None:
    me = await someone(session)
    with pytest.raises(Refusal, match="refused-wish-hour"):
        await choose_hour(acting(session, me, NOW), WEEKLY, hour)


async def test_what_is_required_is_moved_but_not_silenced(session: AsyncSession) -> None:
    mentor = await someone(session, 2, RoleKind.MENTOR)
    await choose_hour(acting(session, mentor, NOW), Regular.REVIEW_EVENING, 20)
    with pytest.raises(Refusal, match="refused-wish-required"):
        await switch(acting(session, mentor, NOW), Regular.REVIEW_EVENING, off=True)
    later = NOW + dt.timedelta(days=1)
    with pytest.raises(Refusal, match="refused-wish-required"):
        await snooze(acting(session, mentor, NOW), Regular.REVIEW_EVENING, later)
    assert await wish_of(session, mentor.id, Regular.REVIEW_EVENING) == Wish(
        Regular.REVIEW_EVENING, hour=20
    )


async def test_nobody_wishes_what_never_comes_to_them(session: AsyncSession) -> None:
    mentor = await someone(session, 2, RoleKind.MENTOR)
    with pytest.raises(Refusal, match="refused-wish-not-yours"):
        await switch(acting(session, mentor, NOW), WEEKLY, off=True)
    former = replace(mentor, roles=())
    with pytest.raises(Refusal, match="refused-wish-not-yours"):
        await choose_hour(acting(session, former, NOW), Regular.REVIEW_EVENING, 20)


async def test_a_job_chooses_whose_hour_it_is(session: AsyncSession) -> None:
    me = await someone(session)
    assert [hour for hour in HOURS if await chosen(session, at(hour))] == [18]
    await choose_hour(acting(session, me, NOW), WEEKLY, 12)
    assert [hour for hour in HOURS if await chosen(session, at(hour))] == [12]
    since = [hour for hour in HOURS if await chosen(session, at(hour), or_before=True)]
    assert since == [*range(12, 21)]


async def test_a_job_leaves_alone_who_wants_nothing(session: AsyncSession) -> None:
    me = await someone(session)
    await switch(acting(session, me, NOW), WEEKLY, off=True)
    assert not await chosen(session, at(18))
    await switch(acting(session, me, NOW), WEEKLY, off=False)
    await snooze(acting(session, me, NOW), WEEKLY, at(18))
    assert not await chosen(session, at(17), usual=17)
    assert await chosen(session, at(18))
    await switch(acting(session, me, NOW), Regular.CELEBRATION, off=True)
    assert await chosen(session, at(18))


@given(
    wish=st.none()
    | st.builds(
        Wish,
        st.just(WEEKLY),
        st.booleans(),
        st.none() | st.sampled_from(HOURS),
        st.none() | st.integers(-30, 30).map(lambda hours: at(18) + dt.timedelta(hours=hours)),
    ),
    hour=st.sampled_from(HOURS),
    usual=st.sampled_from(HOURS),
    or_before=st.booleans(),
)
def test_the_condition_says_what_the_wish_says(
    wish: Wish | None, hour: int, usual: int, or_before: bool
) -> None:
    """On SQLite alone, and one row: the condition is the same for both kinds of database."""
    moment, mine = at(hour), wish or Wish(WEEKLY)
    own_hour = usual if mine.hour is None else mine.hour
    fits = own_hour <= hour if or_before else own_hour == hour
    expected = fits and not mine.is_silent(moment)
    assert holds(wish, whose_hour(WEEKLY, moment, ZONE, usual, or_before=or_before)) == expected


async def test_people_are_found_by_their_zone(session: AsyncSession, tiny: Programme) -> None:
    programme = replace(
        tiny,
        zone="Asia/Almaty",
        regions=(
            replace(tiny.regions[0], code="AA-1", zone=None),
            replace(tiny.regions[0], code="AA-2", zone="Asia/Tokyo"),
        ),
    )
    for number, region in enumerate(["AA-1", "AA-2", "gone", None]):
        session.add(Person(telegram_id=number + 1, joined_at=NOW, region=region))
    await session.flush()
    found = {}
    for zone in zones_of(programme):
        here = in_zone(programme, zone, Person.region)
        rows = await session.scalars(select(Person.telegram_id).where(here))
        found[zone] = sorted(rows)
    assert found == {"Asia/Almaty": [1, 3, 4], "Asia/Tokyo": [2]}


async def test_wishes_are_in_the_copy_and_gone_with_the_person(session: AsyncSession) -> None:
    me = await someone(session)
    await choose_hour(acting(session, me, NOW), WEEKLY, 12)
    copy = await copy_of(acting(session, me))
    assert copy["wishes"] == [
        {"kind": "weekly-hour", "off": False, "hour": 12, "snoozed_until": None}
    ]
    await erase(acting(session, me, NOW))
    await session.flush()
    assert await session.scalar(select(Preference)) is None
