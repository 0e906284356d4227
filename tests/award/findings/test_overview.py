"""What an expert sees of the findings of their mentors' participants (programme.md §7, §9)."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor, Scope
from award.errors import NotAllowed
from award.findings.overview import MOST, PAGE, Counts, overview, pairs_of
from award.journal.entries import withdraw
from award.outbox import NoticeKind
from award.programme import Programme
from award.review.decisions import approve, reject
from storage.database import Database
from storage.read_only import read_apart
from storage.tables import Audit, Enrolment, EnrolmentState, FindingVerdict, Person, RoleKind
from tests.acting import acting
from tests.award.evidence.found import Friends, draft, found, friends, judged, sent, told
from tests.award.journal.diary import NOW, START

WEEK = dt.timedelta(weeks=1)
MONDAY = START + 2 * WEEK  # of NOW
MENTOR = "Серікова Айгүл"


@pytest.fixture
async def world(session: AsyncSession, tosbelgi: Programme) -> Friends:
    world = await friends(session, tosbelgi)
    (await session.get_one(Person, world.mentor.id)).full_name = MENTOR
    return world


def operator(world: Friends) -> Actor:
    return replace(world.expert, roles=(Scope(RoleKind.OPERATOR),))


async def test_counts_are_by_mentor_and_participant_of_the_experts_own(world: Friends) -> None:
    _, [old] = await sent(world.friend, 1)
    _, [far] = await sent(world.far, 2)
    for place, verdict in enumerate((FindingVerdict.REUSED, FindingVerdict.HONEST, None)):
        _, [new] = await sent(world.me, 10 + place, minutes=10)
        [number] = await found(world, new, old)
        if verdict is not None:
            await judged(world, number, verdict)
    _, [theirs] = await sent(world.friend, 20, minutes=10)
    [shared] = await found(world, theirs, far)
    await judged(world, shared, FindingVerdict.SHARED_EVENT)
    _, [away] = await sent(world.far, 30)
    await found(world, away, theirs)

    seen = await overview(acting(world.session, world.expert, NOW))
    [mentor] = seen.mentors
    assert mentor.mentor_id == world.mentor.id
    assert mentor.counts == seen.counts == Counts(4, confirmed=1, honest=1, shared=1, open=1)
    assert [(each.name, each.counts) for each in mentor.participants] == [
        ("Сейтова Аружан Серікқызы", Counts(3, confirmed=1, honest=1, open=1)),
        ("Ахметов Данияр", Counts(1, shared=1)),
    ]
    everything = await overview(acting(world.session, operator(world), NOW))
    assert everything.counts == Counts(5, confirmed=1, honest=1, shared=1, open=2)
    assert [each.mentor_id for each in everything.mentors] == [
        world.mentor.id,
        world.other_mentor.id,
    ]


async def test_weeks_are_counted_oldest_first(world: Friends) -> None:
    _, [old] = await sent(world.friend, 1)
    for place, weeks in enumerate((0, 0, 2, 11, 12)):
        _, [new] = await sent(world.me, 10 + place, minutes=10)
        [number] = await found(world, new, old, now=NOW - WEEK * weeks)
        if weeks == 2:
            await judged(world, number, FindingVerdict.REUSED)
    seen = await overview(acting(world.session, world.expert, NOW))
    assert [week.monday for week in seen.weeks] == [MONDAY - WEEK * n for n in range(11, -1, -1)]
    assert [week.flags for week in seen.weeks] == [1, *[0] * 8, 1, 0, 2]
    assert [week.confirmed for week in seen.weeks] == [*[0] * 9, 1, 0, 0]
    assert seen.counts.flags == 5


@pytest.mark.parametrize("migrated", ["postgresql"], indirect=True)
async def test_weeks_are_those_of_utc_wherever_the_database_stands(
    world: Friends, database: Database
) -> None:
    _, [old] = await sent(world.friend, 1)
    _, [new] = await sent(world.me, 2)
    sunday = dt.datetime.combine(MONDAY - dt.timedelta(days=1), dt.time(22), dt.UTC)
    await found(world, new, old, now=sunday)
    await world.session.commit()
    theirs = f'ALTER DATABASE "{database.url.database}"'
    await world.session.execute(text(f"{theirs} SET timezone TO 'Asia/Almaty'"))
    await world.session.commit()
    try:
        await database.engine.dispose()
        seen = await overview(acting(world.session, world.expert, NOW))
        apart = await read_apart(database.url, lambda s: s.scalar(text("SHOW timezone")))
    finally:
        await world.session.rollback()
        await world.session.execute(text(f"{theirs} RESET timezone"))
        await world.session.commit()
    assert [week.flags for week in seen.weeks[-2:]] == [1, 0]
    assert apart == "UTC"


async def test_what_cannot_be_seen_is_not_counted_what_was_judged_is(world: Friends) -> None:
    _, [old] = await sent(world.friend, 1)
    taken_back, [mine] = await sent(world.me, 2)
    await found(world, mine, old)
    _, [unsent] = await draft(world.me, 3)
    await found(world, unsent, old)
    _, [judged_one] = await sent(world.me, 4)
    [number] = await found(world, judged_one, old)
    await judged(world, number, FindingVerdict.HONEST)
    declined, [last] = await sent(world.me, 5)
    await found(world, last, old)
    await withdraw(acting(world.session, world.me.actor, NOW), taken_back.id)
    await reject(acting(world.session, world.mentor, NOW), declined.id, reason="not_done")
    seen = await overview(acting(world.session, world.expert, NOW))
    assert seen.counts == Counts(2, honest=1)
    assert seen.counts.closed == 1
    world.friend.enrolment.state = EnrolmentState.WITHDRAWN
    await world.session.flush()
    seen = await overview(acting(world.session, world.expert, NOW))
    assert seen.counts == Counts(1, honest=1)
    world.me.enrolment.state = EnrolmentState.WITHDRAWN
    await world.session.flush()
    assert (await overview(acting(world.session, world.expert, NOW))).counts == Counts()


async def test_the_list_has_an_end_and_says_how_many_more(world: Friends) -> None:
    _, [old] = await sent(world.friend, 1)
    for number in range(MOST + 2):
        person = Person(telegram_id=1000 + number, joined_at=NOW, full_name=f"Қатысушы {number}")
        world.session.add(person)
        await world.session.flush()
        names = ("mentor_id", "state", "level", "choices", "begun_at", "submitted_at", "started_on")
        same = {name: getattr(world.me.enrolment, name) for name in names}
        enrolment = Enrolment(person_id=person.id, **same)
        world.session.add(enrolment)
        await world.session.flush()
        actor = Actor(person.id, 1000 + number, "kk", person.full_name)
        _, [new] = await sent(replace(world.me, actor=actor, enrolment=enrolment), 50 + number)
        await found(world, new, old)
    seen = await overview(acting(world.session, world.expert, NOW))
    [mentor] = seen.mentors
    assert (len(mentor.participants), mentor.more, seen.more) == (MOST, 2, 0)


async def test_each_pair_newest_first_by_pages(world: Friends) -> None:
    _, [old] = await sent(world.friend, 1)
    numbers: list[int] = []
    for place in range(PAGE + 2):
        entry, [new] = await sent(world.me, 10 + place, minutes=10)
        await approve(acting(world.session, world.mentor, NOW), entry.id)
        at = NOW + dt.timedelta(hours=place)
        numbers += await found(world, new, old, now=at)
    whose = world.me.enrolment.id
    first = await pairs_of(acting(world.session, world.expert, NOW), whose)
    assert (first.name, first.number, first.pages) == ("Сейтова Аружан Серікқызы", 0, 2)
    assert (first.mentor_id, first.mentor) == (world.mentor.id, MENTOR)
    assert [pair.id for pair in first.pairs] == numbers[:1:-1]
    assert first.counts == Counts(PAGE + 2, open=PAGE + 2)
    assert {pair.other_name for pair in first.pairs} == {"Ахметов Данияр"}
    assert not any(pair.may_judge for pair in first.pairs)
    for page in (1, 99):
        last = await pairs_of(acting(world.session, world.expert, NOW), whose, page)
        assert (last.number, [pair.id for pair in last.pairs]) == (1, numbers[1::-1])
    nothing = await pairs_of(
        acting(world.session, world.expert, NOW), world.friend.enrolment.id, -3
    )
    assert (nothing.pairs, nothing.pages, nothing.counts) == ((), 1, Counts())


async def test_each_pair_tells_who_decided_or_that_it_waits(world: Friends) -> None:
    _, [old] = await sent(world.friend, 1)
    for place, verdict in enumerate((FindingVerdict.REUSED, FindingVerdict.HONEST, None, None)):
        entry, [new] = await sent(world.me, 10 + place, minutes=10)
        [number] = await found(world, new, old, now=NOW - dt.timedelta(hours=place))
        if verdict is not None:
            await judged(world, number, verdict)
    await reject(acting(world.session, world.mentor, NOW), entry.id, reason="not_done")
    whose = world.me.enrolment.id
    seen = await pairs_of(acting(world.session, world.expert, NOW), whose)
    assert [(pair.verdict, pair.decided_by, pair.waits) for pair in seen.pairs] == [
        (FindingVerdict.REUSED, MENTOR, False),
        (FindingVerdict.HONEST, MENTOR, False),
        (None, None, True),
        (None, None, False),
    ]


async def test_looks_are_on_the_record(world: Friends) -> None:
    whose = world.me.enrolment.id
    await overview(acting(world.session, world.expert, NOW))
    await pairs_of(acting(world.session, world.expert, NOW), whose)
    lines = await world.session.scalars(select(Audit).where(Audit.action.like("honesty.%")))
    assert [(line.actor_id, line.action, line.subject_id) for line in lines] == [
        (world.expert.id, "honesty.listed", None),
        (world.expert.id, "honesty.seen", whose),
    ]


async def test_nobody_else_looks(world: Friends) -> None:
    for kind in (None, *RoleKind):
        roles = () if kind is None else (Scope(kind),)
        actor = replace(world.mentor, roles=roles)
        if kind in (RoleKind.EXPERT, RoleKind.OPERATOR):
            continue
        with pytest.raises(NotAllowed):
            await overview(acting(world.session, actor, NOW))
        with pytest.raises(NotAllowed):
            await pairs_of(acting(world.session, actor, NOW), world.me.enrolment.id)
    for enrolment in (world.far.enrolment.id, 987_654):
        with pytest.raises(NotAllowed):
            await pairs_of(acting(world.session, world.expert, NOW), enrolment)
    me = replace(operator(world), id=world.me.actor.id)
    with pytest.raises(NotAllowed):
        await pairs_of(acting(world.session, me, NOW), world.me.enrolment.id)
    assert await told(world.session, world.expert, NoticeKind.FINDING) == []
