"""Whose numbers a reader gets, and how they are kept until they are sent (programme.md §7, §10)."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor, Scope
from award.digests.day_counts import SILENT, count_today
from award.digests.numbers import (
    MOST_ROWS,
    OTHERS,
    Cell,
    Counted,
    Counts,
    DailyDigest,
    Line,
    Numbers,
    Today,
    WeeklyDigest,
    daily_digest,
    still_within,
    weekly_digest,
)
from award.digests.readers import readers
from award.digests.week_counts import count_weeks, experts
from award.errors import NotAllowed
from award.messages.preferences import Regular
from award.outbox import tell_once
from award.programme import Programme
from storage.tables import (
    SIGNED_STATES,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    Person,
    Preference,
    Role,
    RoleKind,
)
from tests.award.digests.many import END, MONDAY, many

ZONE = "Asia/Almaty"
NINE = dt.datetime(2026, 3, 16, 4, tzinfo=dt.UTC)  # Monday 09:00 in Almaty
HOUR = dt.timedelta(hours=1)
DAY = dt.date(2026, 3, 16)

CELLS = (
    Cell("KZ-75", 1, 10),
    Cell("KZ-75", 1, 11),
    Cell("KZ-75", 2, 11),
    Cell("KZ-71", 3, 12),
    Cell("KZ-71", None, None),
    Cell(None, None, 12),
)
# Each has participants of a different power of two, so that a sum says which it is of.
WEIGHTS = {cell: 2**n for n, cell in enumerate(CELLS)}
UNDER = {20: frozenset({10, 12}), 21: frozenset({11})}
COUNTED = Counted(MONDAY, {c: Counts(active=n, waits=[n]) for c, n in WEIGHTS.items()}, {}, UNDER)


def actor(*roles: Scope, number: int = 1) -> Actor:
    return Actor(number, 100 + number, "kk", "Аты", roles)


@pytest.mark.parametrize(
    ("who", "weight"),
    [
        (actor(Scope(RoleKind.OPERATOR)), 63),
        (actor(Scope(RoleKind.COORDINATOR, region="KZ-75")), 7),
        (actor(Scope(RoleKind.COORDINATOR, region="KZ-71")), 24),
        (actor(Scope(RoleKind.COORDINATOR)), 0),
        (actor(Scope(RoleKind.CENTRE_HEAD, centre_id=1)), 3),
        (actor(Scope(RoleKind.CENTRE_HEAD)), 0),
        (actor(Scope(RoleKind.EXPERT), number=20), 41),
        (actor(Scope(RoleKind.EXPERT), number=22), 0),
        (actor(Scope(RoleKind.MENTOR), number=11), 6),
        (actor(Scope(RoleKind.MENTOR), Scope(RoleKind.CENTRE_HEAD, centre_id=3), number=11), 14),
        # Whoever stands in for somebody away sees theirs too.
        (actor(Scope(RoleKind.MENTOR), Scope(RoleKind.MENTOR, instead_of=10), number=11), 7),
        (actor(Scope(RoleKind.EXPERT), Scope(RoleKind.EXPERT, instead_of=21), number=20), 47),
        # A parent's scope is their child, not the mentor that they are not.
        (actor(Scope(RoleKind.REPRESENTATIVE), Scope(RoleKind.MENTOR), number=10), 1),
    ],
)
def test_each_role_reaches_its_own(who: Actor, weight: int) -> None:
    digest = weekly_digest(who, COUNTED)
    assert digest.week.active == weight
    assert sum(line.numbers.active for line in digest.lines) in (0, weight)
    cells = {cell: Today(flags=n) for cell, n in WEIGHTS.items()}
    assert daily_digest(who, DAY, cells, UNDER).flags == weight


@pytest.mark.parametrize("roles", [(), (Scope(RoleKind.REPRESENTATIVE, ward_id=5),)])
def test_nobody_else_reads(roles: tuple[Scope, ...]) -> None:
    with pytest.raises(NotAllowed):
        weekly_digest(actor(*roles), COUNTED)
    with pytest.raises(NotAllowed):
        daily_digest(actor(*roles), DAY, {}, UNDER)


@pytest.mark.parametrize(
    ("roles", "still"),
    [
        ((Scope(RoleKind.COORDINATOR, region="KZ-75"),), True),
        ((Scope(RoleKind.MENTOR), Scope(RoleKind.COORDINATOR, region="KZ-75")), True),
        ((Scope(RoleKind.COORDINATOR, region="KZ-71"),), False),
        ((Scope(RoleKind.MENTOR),), False),
        ((), False),
    ],
)
def test_a_digest_is_for_who_may_see_all_of_it(roles: tuple[Scope, ...], still: bool) -> None:
    then = actor(Scope(RoleKind.COORDINATOR, region="KZ-75"))
    assert still_within(actor(*roles), weekly_digest(then, COUNTED)) == still
    assert still_within(actor(*roles), daily_digest(then, DAY, {}, UNDER)) == still


def test_numbers_are_told_apart_by_what_lies_below() -> None:
    def keys(*roles: Scope) -> tuple[str | None, list[object]]:
        digest = weekly_digest(actor(*roles, number=20), COUNTED)
        return digest.by, [line.key for line in digest.lines]

    assert keys(Scope(RoleKind.OPERATOR)) == ("region", [None, "KZ-71", "KZ-75"])
    assert keys(Scope(RoleKind.COORDINATOR, region="KZ-75")) == ("centre", [2, 1])
    assert keys(Scope(RoleKind.CENTRE_HEAD, centre_id=1)) == ("mentor", [11, 10])
    assert keys(Scope(RoleKind.EXPERT)) == ("mentor", [12, 10])
    assert keys(Scope(RoleKind.MENTOR)) == (None, [])


def test_a_long_list_ends_with_all_others() -> None:
    week = {Cell("KZ-75", n, n): Counts(active=100 - n, waits=[n]) for n in range(50)}
    digest = weekly_digest(
        actor(Scope(RoleKind.COORDINATOR, region="KZ-75")), Counted(MONDAY, week, {}, {})
    )
    assert len(digest.lines) == MOST_ROWS
    assert digest.lines[-1].key == OTHERS
    assert sum(line.numbers.active for line in digest.lines) == digest.week.active
    assert digest.lines[-1].numbers.longest == 49


def test_the_slowest_are_mentors_and_few() -> None:
    cells = {Cell("KZ-75", 1, n): Today(waits=[n * 100, 5]) for n in range(1, 9)}
    head = daily_digest(actor(Scope(RoleKind.CENTRE_HEAD, centre_id=1)), DAY, cells, {})
    assert head.slowest == tuple((n, 2, n * 100) for n in (8, 7, 6, 5, 4))
    assert (head.waiting, head.longest) == (16, 800)
    assert daily_digest(actor(Scope(RoleKind.MENTOR), number=8), DAY, cells, {}).slowest == ()


numbers = st.builds(Numbers, *[st.integers(0, 10**7)] * 10)
keys = st.none() | st.integers(1, 99) | st.sampled_from(["KZ-75", OTHERS])
lines = st.builds(Line, keys, numbers)


@settings(deadline=None)
@given(numbers, numbers, st.lists(lines, max_size=4))
def test_what_is_owed_says_the_same_when_it_is_sent(
    week: Numbers, before: Numbers, of: list[Line]
) -> None:
    digest = WeeklyDigest(MONDAY, week, before, "region", tuple(of), ("operator:::",))
    assert WeeklyDigest.restored(json.loads(json.dumps(digest.stored()))) == digest
    day = DailyDigest(DAY, week.waiting, 1, 2, 3, 4, 5, 6, ((7, 8, 9),), ("operator:::",))
    assert DailyDigest.restored(json.loads(json.dumps(day.stored()))) == day


async def test_late_counting_gives_the_same_numbers(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    """Decisions, entries, starts and ends after the week change nothing of it."""
    await many(session, seed=3, participants=12)
    on_time = await count_weeks(session, tosbelgi, MONDAY)
    random = Random(3)
    for enrolment in (await session.scalars(select(Enrolment))).all():
        for entry in await session.scalars(select(Entry).where(Entry.enrolment_id == enrolment.id)):
            if entry.state is EntryState.SUBMITTED and entry.submitted_at < END:  # type: ignore[operator]
                entry.state = random.choice([EntryState.APPROVED, EntryState.RETURNED])
                entry.decided_at = END + HOUR * random.randrange(1, 90)
        session.add(
            Entry(
                enrolment_id=enrolment.id,
                state=EntryState.APPROVED,
                direction="sport",
                happened_on=MONDAY,
                minutes=60,
                sent_at=END + HOUR,
                received_at=END + HOUR,
                submitted_at=END + HOUR,
                decided_at=END + HOUR * 2,
            )
        )
        if enrolment.state is EnrolmentState.ACTIVE and random.random() < 0.5:
            enrolment.state, enrolment.completed_at = EnrolmentState.COMPLETE, END + HOUR * 3
    await session.flush()
    late = await count_weeks(session, tosbelgi, MONDAY)
    for then, now in ((on_time.week, late.week), (on_time.before, late.before)):
        assert {c: Numbers.of(n) for c, n in now.items()} == {
            c: Numbers.of(n) for c, n in then.items()
        }


# --- the day


async def test_what_there_is_to_do_is_what_plain_queries_find(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    people = await many(session, seed=5)
    applied = (await session.scalars(select(Enrolment).limit(6))).all()
    for number, enrolment in enumerate(applied):
        enrolment.state = EnrolmentState.SUBMITTED
        enrolment.mentor_id = None if number % 2 else people["mentor"][0]
    await session.flush()
    cells = await count_today(session, END)
    under = await experts(session, END)
    operator = Actor(1, 1, "kk", None, (Scope(RoleKind.OPERATOR),), END)
    digest = daily_digest(operator, DAY, cells, under)
    enrolments = (await session.scalars(select(Enrolment))).all()
    entries = (await session.scalars(select(Entry))).all()
    of = {enrolment.id: enrolment for enrolment in enrolments}
    waiting = [
        entry
        for entry in entries
        if entry.state is EntryState.SUBMITTED and of[entry.enrolment_id].state in SIGNED_STATES
    ]
    assert (digest.waiting, digest.unassigned, digest.answers) == (len(waiting), 3, 3)
    assert digest.silent == sum([await _silent(session, each, entries) for each in enrolments])
    assert 0 < digest.silent < len(enrolments)
    mentors = people["mentor"]
    for mentor in mentors:
        own = Actor(mentor, 2, "kk", None, (Scope(RoleKind.MENTOR),), END)
        theirs = [entry for entry in waiting if of[entry.enrolment_id].mentor_id == mentor]
        assert daily_digest(own, DAY, cells, under).waiting == len(theirs)


async def _silent(session: AsyncSession, enrolment: Enrolment, entries: Sequence[Entry]) -> bool:
    since = END - SILENT
    sent = [e.submitted_at for e in entries if e.enrolment_id == enrolment.id and e.submitted_at]
    excuses = await session.scalars(
        select(Excuse).where(
            Excuse.enrolment_id == enrolment.id, Excuse.state == ExcuseState.ACCEPTED
        )
    )
    away = [
        excuse
        for excuse in excuses
        if excuse.first_day <= END.date()
        and (excuse.last_day is None or excuse.last_day >= since.date())
    ]
    assert enrolment.activated_at is not None
    return (
        enrolment.state is EnrolmentState.ACTIVE
        and enrolment.activated_at <= since
        and not any(at > since for at in sent)
        and not away
    )


# --- who is owed it


async def at(
    session: AsyncSession, programme: Programme, kind: Regular, moment: dt.datetime
) -> set[int]:
    return set(await readers(session, programme, ZONE, kind, f"{kind}:x", moment))


async def test_each_kind_comes_to_its_readers_at_its_hour(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    people = await many(session, seed=1, participants=1)
    staff = {one for name in ("expert", "coordinator", "head", "operator") for one in people[name]}
    mentors = set(people["mentor"])
    before, evening = NINE - HOUR, NINE + HOUR * 9
    assert await at(session, tosbelgi, Regular.DAILY_DIGEST, before) == set()
    assert await at(session, tosbelgi, Regular.DAILY_DIGEST, NINE) == staff
    assert await at(session, tosbelgi, Regular.WEEKLY_DIGEST, NINE) == staff | mentors
    assert await at(session, tosbelgi, Regular.REVIEW_EVENING, NINE) == set()
    assert mentors < await at(session, tosbelgi, Regular.REVIEW_EVENING, evening)


async def test_own_hours_and_off_are_kept_to(session: AsyncSession, tosbelgi: Programme) -> None:
    people = await many(session, seed=1, participants=1)
    kind = Regular.DAILY_DIGEST
    late, off = people["expert"]
    session.add(Preference(person_id=late, kind=kind, hour=14))
    session.add(Preference(person_id=off, kind=kind, off=True))
    ended = await session.scalar(select(Role).where(Role.person_id == people["head"][0]))
    assert ended is not None
    ended.until = NINE
    await session.flush()
    assert not {late, off, *people["head"]} & await at(session, tosbelgi, kind, NINE)
    assert late in await at(session, tosbelgi, kind, NINE + HOUR * 5)
    assert late not in await at(session, tosbelgi, kind, NINE + HOUR * 7)
    await tell_once(session, late, kind.notice, f"{kind}:x", NINE)
    assert late not in await at(session, tosbelgi, kind, NINE + HOUR * 5)


async def test_a_week_ends_at_the_midnight_of_each_region(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    """An hour before Almaty's midnight it is a new week in a region further east."""
    regions = [
        replace(each, zone="Asia/Vladivostok") if each.code == "KZ-71" else each
        for each in tosbelgi.regions
    ]
    programme = replace(tosbelgi, regions=tuple(regions))
    for number, region in enumerate(("KZ-71", "KZ-75")):
        person = Person(telegram_id=number, region=region, joined_at=END)
        session.add(person)
        await session.flush()
        session.add(
            Enrolment(
                person_id=person.id,
                state=EnrolmentState.ACTIVE,
                level="bronze",
                begun_at=END,
                activated_at=END - HOUR,
                started_on=DAY,
            )
        )
    await session.flush()
    counted = await count_weeks(session, programme, MONDAY)
    assert {cell.region: n.new for cell, n in counted.week.items()} == {"KZ-71": 0, "KZ-75": 1}
