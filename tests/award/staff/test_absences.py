"""A mentor on leave, an expert, a coordinator: who is let in meanwhile, and who is told."""

import datetime as dt
from collections.abc import Awaitable, Callable, Sequence

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.lookup import find_actor
from award.access.responsible import coordinators_of, experts_of, mentor_of
from award.access.scope import mentored, visible
from award.errors import NotAllowed, Refusal, TooLate
from award.findings.overview import overview
from award.mentoring import participants
from award.mentoring.workload import workload
from award.programme import Programme
from award.review import decisions, queue, views
from award.staff import absence_views, absences
from award.staff.roles import end_role
from storage.tables import (
    Audit,
    Centre,
    Enrolment,
    Entry,
    EntryState,
    Outbox,
    Role,
    RoleKind,
    Substitution,
)
from tests.acting import acting
from tests.award.access.table.world import NOW, TODAY, World, build

DAY = dt.timedelta(days=1)
# The leave is from Friday to Sunday of the week after; the moments of it are those of Almaty.
FIRST, LAST = TODAY + 2 * DAY, TODAY + 11 * DAY
BEFORE = dt.datetime(2026, 3, 19, 18, 59, 59, tzinfo=dt.UTC)
BEGUN = dt.datetime(2026, 3, 19, 19, tzinfo=dt.UTC)
LAST_MOMENT = dt.datetime(2026, 3, 29, 18, 59, 59, tzinfo=dt.UTC)
OVER = dt.datetime(2026, 3, 29, 19, tzinfo=dt.UTC)


@pytest.fixture
async def world(session: AsyncSession, tosbelgi: Programme) -> World:
    made = await build(session, tosbelgi)
    spare = await session.get_one(Role, made.spare_role)
    spare.reports_to = made.people["expert"]  # another mentor of the same expert
    await session.delete(await session.get_one(Substitution, made.absence))
    await session.commit()
    return made


async def who(session: AsyncSession, world: World, key: str, at: dt.datetime = NOW) -> Actor:
    actor = await find_actor(session, at, person_id=world.people[key])
    assert actor is not None
    return actor


async def leave(
    session: AsyncSession,
    world: World,
    key: str = "mentor",
    first: dt.date = TODAY,
    last: dt.date | None = None,
) -> Substitution:
    actor = await who(session, world, key)
    rows = await absences.report(acting(session, actor, NOW), "leave", first, last)
    return rows[0]


async def told(session: AsyncSession, world: World, key: str) -> Sequence[str]:
    found = select(Outbox.kind).where(Outbox.person_id == world.people[key]).order_by(Outbox.id)
    return (await session.scalars(found)).all()


async def may_review(session: AsyncSession, world: World, key: str, at: dt.datetime) -> bool:
    """Whether the person is let in to the mentor's participant, in every way that there is."""
    actor, things = await who(session, world, key, at), world.things["active"]
    ways: list[Callable[[], Awaitable[object]]] = [
        lambda: mentored(acting(session, actor), things.enrolment),
        lambda: queue.clean_entries(acting(session, actor, at), things.enrolment),
        lambda: decisions.return_(acting(session, actor, at), things.submitted, reason="date"),
    ]
    let_in = set()
    for way in ways:
        nested = await session.begin_nested()
        try:
            await way()
            let_in.add(True)
        except NotAllowed:
            let_in.add(False)
        await nested.rollback()
    waits = queue.pending(acting(session, actor))
    try:
        waiting = {each.enrolment_id for each in (await waits).by_participant}
    except NotAllowed:
        waiting = set()
    let_in.add(things.enrolment in waiting)
    assert len(let_in) == 1, "one way lets in whom another does not"
    return let_in.pop()


async def test_a_substitute_is_let_in_during_the_absence_and_not_before_or_after(
    session: AsyncSession, world: World
) -> None:
    row = await leave(session, world, first=FIRST, last=LAST)
    await absences.appoint(
        acting(session, await who(session, world, "expert"), NOW), row.id, world.people["spare"]
    )
    for moment, let_in in ((NOW, 0), (BEFORE, 0), (BEGUN, 1), (LAST_MOMENT, 1), (OVER, 0)):
        assert await may_review(session, world, "spare", moment) == bool(let_in), moment
        assert await may_review(session, world, "mentor", moment)
        for other in ("mentor2", "expert", "head", "coordinator", "operator"):
            assert not await may_review(session, world, other, moment), other
        actor = await who(session, world, "spare", moment)
        try:
            await visible(acting(session, actor), world.things["active"].enrolment)
            await views.in_scope(acting(session, actor), world.things["active"].submitted)
            assert let_in
        except NotAllowed:
            assert not let_in


async def test_nobody_appointed_the_expert_takes_them_over_and_decides(
    session: AsyncSession, world: World
) -> None:
    await leave(session, world)
    expert, things = await who(session, world, "expert"), world.things["active"]
    assert (await workload(acting(session, expert))).entries > 0
    listed = await participants.participants(acting(session, expert, NOW), 0)
    assert things.enrolment in {row.enrolment_id for row in listed.rows}
    assert all(row.instead_of == "«mentor» Аты" for row in listed.rows)
    card = await participants.card(acting(session, expert, NOW), things.enrolment)
    assert card.mine
    assert card.instead_of == "«mentor» Аты"
    await decisions.approve(acting(session, expert, NOW), things.submitted)
    assert (await session.get_one(Entry, things.submitted)).state is EntryState.APPROVED
    line = await session.scalar(select(Audit).where(Audit.action == "mentor.stood_in"))
    assert line is not None
    assert (line.actor_id, line.subject_id) == (expert.id, things.enrolment)
    assert line.details == {"mentor": world.people["mentor"]}
    # Two who may decide, one decision.
    with pytest.raises(TooLate):
        await decisions.approve(acting(session, world.actors["mentor"], NOW), things.submitted)


async def test_notices_go_to_the_substitute_and_come_back_by_themselves(
    session: AsyncSession, world: World
) -> None:
    enrolment = await session.get_one(Enrolment, world.things["active"].enrolment)
    mentor, spare = world.people["mentor"], world.people["spare"]
    row = await leave(session, world, first=FIRST, last=LAST)
    expert = await who(session, world, "expert")
    await absences.appoint(acting(session, expert, NOW), row.id, spare)
    seen = await absence_views.absence(acting(session, expert, NOW), row.id)
    assert (seen.instead_id, seen.appointed, seen.begun) == (spare, True, False)
    assert await mentor_of(session, enrolment, BEFORE) == mentor
    assert await mentor_of(session, enrolment, BEGUN) == spare
    assert await mentor_of(session, enrolment, OVER) == mentor
    await absences.end(acting(session, await who(session, world, "mentor", BEGUN), BEGUN), row.id)
    assert await mentor_of(session, enrolment, BEGUN) == mentor
    assert not await may_review(session, world, "spare", BEGUN)


async def test_it_falls_to_the_expert_when_the_substitutes_role_ends(
    session: AsyncSession, world: World
) -> None:
    row = await leave(session, world)
    expert = await who(session, world, "expert")
    await absences.appoint(acting(session, expert, NOW), row.id, world.people["spare"])
    assert await may_review(session, world, "spare", NOW)
    head = await who(session, world, "head")
    await end_role(acting(session, head, NOW), world.spare_role)
    assert not await may_review(session, world, "spare", NOW)
    assert await may_review(session, world, "expert", NOW)
    assert row.substitute_id is None
    assert (await told(session, world, "expert")).count("absence-reported") == 2


async def test_who_is_no_expert_any_more_does_not_stand_in_for_their_mentor(
    session: AsyncSession, world: World
) -> None:
    """The expert took the participants over; as head of the other centre they have no say here."""
    expert = await who(session, world, "expert")
    head = await session.scalar(
        select(Role).where(Role.person_id == world.people["head2"], Role.centre_id.is_not(None))
    )
    assert head is not None
    session.add(
        Role(person_id=expert.id, kind=RoleKind.CENTRE_HEAD, centre_id=head.centre_id, since=NOW)
    )
    row = await leave(session, world)
    await absences.appoint(acting(session, expert, NOW), row.id, expert.id)
    assert await may_review(session, world, "expert", NOW)
    role = await session.scalar(
        select(Role.id).where(Role.person_id == expert.id, Role.kind == RoleKind.EXPERT)
    )
    assert role is not None
    await end_role(acting(session, await who(session, world, "head"), NOW), role)
    assert row.substitute_id is None
    assert not await may_review(session, world, "expert", NOW)


async def test_a_substitutes_substitute_and_two_for_each_other(
    session: AsyncSession, world: World
) -> None:
    mentors = await leave(session, world)
    expert = await who(session, world, "expert")
    await absences.appoint(acting(session, expert, NOW), mentors.id, world.people["spare"])
    spares = await leave(session, world, "spare")
    assert await may_review(session, world, "expert", NOW)
    row = await session.get_one(Substitution, spares.id)
    row.substitute_id = world.people["mentor2"]
    await session.flush()
    assert await may_review(session, world, "mentor2", NOW)
    row.substitute_id = world.people["mentor"]
    await session.flush()
    assert not await may_review(session, world, "mentor2", NOW)
    assert await may_review(session, world, "expert", NOW)


async def test_nobody_stands_in_for_themselves_or_their_child(
    session: AsyncSession, world: World
) -> None:
    """The substitute is the participant's parent: the expert sees to that one participant."""
    parent = Role(
        person_id=world.people["spare"],
        kind=RoleKind.REPRESENTATIVE,
        ward_id=world.people["active"],
        since=NOW,
    )
    session.add(parent)
    row = await leave(session, world)
    expert = await who(session, world, "expert")
    await absences.appoint(acting(session, expert, NOW), row.id, world.people["spare"])
    enrolment = await session.get_one(Enrolment, world.things["active"].enrolment)
    assert await mentor_of(session, enrolment, NOW) == expert.id
    assert not await may_review(session, world, "spare", NOW)
    assert await may_review(session, world, "expert", NOW)
    other = world.things["paused"].enrolment
    assert await mentored(acting(session, await who(session, world, "spare")), other)
    with pytest.raises(NotAllowed):
        await mentored(acting(session, await who(session, world, "expert")), other)


async def test_an_experts_absence_goes_to_the_coordinator_or_another_expert(
    session: AsyncSession, world: World
) -> None:
    expert, coordinator = world.people["expert"], world.people["coordinator"]
    row = await leave(session, world, "expert")
    assert "absence-reported" in await told(session, world, "coordinator")
    assert "absence-reported" not in await told(session, world, "coordinator2")
    assert await experts_of(session, world.people["mentor"], NOW) == (coordinator,)
    at = acting(session, await who(session, world, "coordinator"), NOW)
    assert (await overview(at)).counts.flags
    other = await who(session, world, "expert2")
    assert world.people["expert2"] in {one.id for one in await absence_views.candidates(at, row.id)}
    await absences.appoint(at, row.id, other.id)
    assert await experts_of(session, world.people["mentor"], NOW) == (other.id,)
    standing_in = await who(session, world, "expert2")
    await visible(acting(session, standing_in), world.things["active"].enrolment)
    with pytest.raises(NotAllowed):  # reads as an expert does, and does not review
        await mentored(acting(session, standing_in), world.things["active"].enrolment)
    # The mentor goes too: the expert's place includes standing in for the expert's mentors.
    await leave(session, world)
    assert await may_review(session, world, "expert2", NOW)
    await absences.end(acting(session, await who(session, world, "expert"), NOW), row.id)
    assert await experts_of(session, world.people["mentor"], NOW) == (expert,)
    with pytest.raises(NotAllowed):
        await visible(
            acting(session, await who(session, world, "expert2")), world.things["active"].enrolment
        )


async def _offered(session: AsyncSession, world: World, by: str, row: Substitution) -> set[int]:
    found = await absence_views.candidates(
        acting(session, await who(session, world, by), NOW), row.id
    )
    return {one.id for one in found if not one.me}


async def test_colleagues_are_found_at_every_centre_and_in_every_region_of_the_absent_one(
    session: AsyncSession, world: World
) -> None:
    """And none for one who has no centre at all: others without one are no colleagues."""
    away = Centre(name="Алыс", region="KZ-71", place="Астана")
    session.add(away)
    await session.flush()
    people = {key: world.people[key] for key in ("mentor", "spare", "mentor2", "expert", "unknown")}
    kind = {"expert": RoleKind.EXPERT}
    for key in ("spare", "expert", "unknown"):
        role = Role(person_id=people[key], kind=kind.get(key, RoleKind.MENTOR), since=NOW)
        role.centre_id = away.id
        session.add(role)
    nowhere = Role(person_id=world.people["rep"], kind=RoleKind.MENTOR, since=NOW)
    lost = Role(person_id=world.people["rep2"], kind=RoleKind.EXPERT, since=NOW)
    session.add_all([nowhere, lost])
    spare = await session.get_one(Role, world.spare_role)
    spare.reports_to = None
    await session.flush()
    mentors = await leave(session, world, "spare")
    here_and_there = {people["mentor"], people["mentor2"], people["unknown"]}
    assert await _offered(session, world, "operator", mentors) == here_and_there
    experts = await leave(session, world, "expert")
    assert await _offered(session, world, "operator", experts) == {world.people["expert2"]}
    lost_one = await leave(session, world, "rep")
    assert await _offered(session, world, "operator", lost_one) == set()


async def test_a_coordinators_absence_goes_to_the_operator_or_another_coordinator(
    session: AsyncSession, world: World
) -> None:
    row = await leave(session, world, "coordinator")
    operator = await who(session, world, "operator")
    assert await coordinators_of(session, "KZ-75", NOW) == (operator.id,)
    await absences.appoint(acting(session, operator, NOW), row.id, world.people["coordinator2"])
    assert await coordinators_of(session, "KZ-75", NOW) == (world.people["coordinator2"],)
    enrolment = world.things["active"].enrolment
    await visible(acting(session, await who(session, world, "coordinator2")), enrolment)
    coordinator = await who(session, world, "coordinator")
    await absences.end(acting(session, coordinator, NOW), row.id)
    with pytest.raises(NotAllowed):
        await visible(acting(session, await who(session, world, "coordinator2")), enrolment)


async def test_ids_of_absences_open_nothing_to_others(session: AsyncSession, world: World) -> None:
    row = await leave(session, world)
    for key in ("mentor2", "expert2", "coordinator", "coordinator2", "head", "active", "unknown"):
        actor = await who(session, world, key)
        for call in (
            absence_views.absence(acting(session, actor, NOW), row.id),
            absence_views.candidates(acting(session, actor, NOW), row.id),
            absences.appoint(acting(session, actor, NOW), row.id, actor.id),
            absences.end(acting(session, actor, NOW), row.id),
        ):
            with pytest.raises(NotAllowed):
                await call
    expert = await who(session, world, "expert")
    for stranger in ("mentor2", "mentor", "active", "unknown", "operator"):
        with pytest.raises(NotAllowed):
            await absences.appoint(acting(session, expert, NOW), row.id, world.people[stranger])
    mentor = await who(session, world, "mentor")
    with pytest.raises(NotAllowed):  # nobody chooses their own substitute
        await absences.appoint(acting(session, mentor, NOW), row.id, world.people["spare"])
    await absences.end(acting(session, mentor, NOW), row.id)
    with pytest.raises(TooLate):
        await absences.appoint(acting(session, expert, NOW), row.id, world.people["spare"])


@pytest.mark.parametrize(
    ("first", "last", "key"),
    [
        (TODAY - DAY, TODAY, "away-first-wrong"),
        (TODAY + 181 * DAY, None, "away-first-wrong"),
        (TODAY, TODAY - DAY, "away-last-wrong"),
        (TODAY, TODAY + 366 * DAY, "away-last-wrong"),
    ],
)
async def test_days_that_cannot_be(
    session: AsyncSession, world: World, first: dt.date, last: dt.date | None, key: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        await leave(session, world, first=first, last=last)
    assert refusal.value.key == key


async def test_absences_do_not_overlap_and_may_follow_each_other(
    session: AsyncSession, world: World
) -> None:
    await leave(session, world, first=FIRST, last=LAST)
    for first, last in ((TODAY, FIRST), (LAST, None), (TODAY, None), (FIRST + DAY, FIRST + DAY)):
        with pytest.raises(Refusal, match="away-overlaps"):
            await leave(session, world, first=first, last=last)
    await leave(session, world, first=LAST + DAY)
    await leave(session, world, first=TODAY, last=FIRST - DAY)


async def test_what_is_owed_once_however_often_it_is_tapped(
    session: AsyncSession, world: World
) -> None:
    row = await leave(session, world, first=FIRST, last=LAST)
    expert = await who(session, world, "expert")
    for _ in range(3):
        await absences.appoint(acting(session, expert, NOW), row.id, world.people["spare"])
    assert list(await told(session, world, "spare")) == ["standing-in", "standing-in-over"]
    assert list(await told(session, world, "mentor")) == ["absence-ended", "absence-arranged"]
    due = await session.scalar(
        select(Outbox.due_at).where(
            Outbox.kind == "standing-in", Outbox.person_id == world.people["spare"]
        )
    )
    assert due == BEGUN + dt.timedelta(hours=9)
