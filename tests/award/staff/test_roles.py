"""Centres, partners, staff: added, invited, ended, handed over, each within one's own scope."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.invitations import accept_staff
from award.access.lookup import find_actor, meet
from award.access.scope import visible
from award.errors import NotAllowed, NotFound, Refusal, TooLate
from award.paging import PAGE
from award.programme import Programme
from award.staff.places import UnfitText, add_centre, add_partner
from award.staff.roles import (
    colleague,
    end_role,
    experts_of,
    hand_over,
    invite,
    may_invite,
    staff_of,
    successors,
    waiting_applications,
)
from storage.tables import Enrolment, EnrolmentState, Outbox, Role, RoleKind
from tests.acting import acting

NOW = datetime(2026, 2, 3, 7, tzinfo=UTC)


class Place:
    """An operator, two centres with heads, and whoever a test adds."""

    def __init__(self, session: AsyncSession, programme: Programme) -> None:
        self.session = session
        self.programme = programme
        self._accounts = 100

    async def person(self, kind: RoleKind | None = None, **scope: int | str | None) -> Actor:
        self._accounts += 1
        actor = await meet(self.session, self._accounts, NOW)
        if kind is not None:
            self.session.add(Role(person_id=actor.id, kind=kind, since=NOW, **scope))
            await self.session.flush()
        return await self.again(actor)

    async def again(self, actor: Actor) -> Actor:
        await self.session.flush()
        found = await find_actor(self.session, NOW, person_id=actor.id)
        assert found is not None
        return found

    async def role(self, actor: Actor) -> int:
        found = await self.session.scalar(select(Role.id).where(Role.person_id == actor.id))
        assert found is not None
        return found

    async def enrolled(
        self, mentor: Actor | None, centre: int | None, **other: object
    ) -> Enrolment:
        participant = await self.person()
        enrolment = Enrolment(
            person_id=participant.id,
            state=EnrolmentState.ACTIVE,
            mentor_id=mentor.id if mentor else None,
            centre_id=centre,
            begun_at=NOW,
            choices={},
        )
        for name, value in other.items():
            setattr(enrolment, name, value)
        self.session.add(enrolment)
        await self.session.flush()
        return enrolment

    async def told(self, actor_id: int) -> list[str]:
        await self.session.flush()
        kinds = select(Outbox.kind).where(Outbox.person_id == actor_id).order_by(Outbox.id)
        return list(await self.session.scalars(kinds))


@pytest.fixture
async def place(session: AsyncSession, tosbelgi: Programme) -> Place:
    return Place(session, tosbelgi)


async def a_centre(place: Place, operator: Actor, name: str = "Қазына орталығы") -> int:
    centre = await add_centre(
        acting(place.session, operator, NOW, place.programme), name, "KZ-75", "Алматы"
    )
    return centre.id


async def test_an_operator_adds_a_centre_once(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    await a_centre(place, operator)
    with pytest.raises(Refusal, match="refused-centre-known"):
        await a_centre(place, operator, "  қазына   орталығы ".title())
    with pytest.raises(UnfitText):
        await a_centre(place, operator, "\x00 Қ ")
    with pytest.raises(NotFound):
        await add_centre(
            acting(place.session, operator, NOW, place.programme), "Жаңа", "XX-1", "Алматы"
        )


async def test_a_partner_has_directions_that_need_one(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    made = await add_partner(
        acting(place.session, operator, NOW, place.programme), "Жас ерікті", None, {"volunteering"}
    )
    assert made.directions == ["volunteering"]
    for wrong in (set(), {"sport"}, {"volunteering", "nothing"}):
        with pytest.raises(Refusal, match="refused-partner-directions"):
            await add_partner(
                acting(place.session, operator, NOW, place.programme), "Жас ерікті", None, wrong
            )


@pytest.mark.parametrize("kind", [k for k in RoleKind if k is not RoleKind.OPERATOR])
async def test_only_an_operator_adds(place: Place, kind: RoleKind) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    centre = await a_centre(place, operator)
    other = await place.person(kind, centre_id=centre, region="KZ-75")
    with pytest.raises(NotAllowed):
        await a_centre(place, other, "Басқа орталық")
    with pytest.raises(NotAllowed):
        await add_partner(
            acting(place.session, other, NOW, place.programme), "Жас ерікті", None, {"trips"}
        )


async def test_who_may_invite_whom(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    mine, other = await a_centre(place, operator), await a_centre(place, operator, "Басқа орталық")
    head = await place.person(RoleKind.CENTRE_HEAD, centre_id=mine)
    mentor = await place.person(RoleKind.MENTOR, centre_id=mine)
    session, programme = place.session, place.programme
    assert may_invite(head) == (RoleKind.EXPERT, RoleKind.MENTOR)
    assert may_invite(mentor) == ()
    assert await invite(acting(session, head, NOW, programme), RoleKind.MENTOR, centre_id=mine)
    with pytest.raises(NotFound):
        await invite(acting(session, head, NOW, programme), RoleKind.MENTOR, centre_id=other)
    with pytest.raises(NotAllowed):
        await invite(acting(session, head, NOW, programme), RoleKind.OPERATOR)
    with pytest.raises(NotAllowed):
        await invite(acting(session, mentor, NOW, programme), RoleKind.MENTOR, centre_id=mine)
    with pytest.raises(NotFound):
        await invite(acting(session, operator, NOW, programme), RoleKind.MENTOR)
    with pytest.raises(NotFound):
        await invite(acting(session, operator, NOW, programme), RoleKind.COORDINATOR, region="KZ")


async def test_a_mentor_is_put_under_an_expert_of_the_centre(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    mine, other = await a_centre(place, operator), await a_centre(place, operator, "Басқа орталық")
    expert = await place.person(RoleKind.EXPERT, centre_id=mine)
    stranger = await place.person(RoleKind.EXPERT, centre_id=other)
    session, programme = place.session, place.programme
    assert [number for number, _ in await experts_of(acting(session, operator, NOW), mine)] == [
        expert.id
    ]
    with pytest.raises(NotFound):
        await invite(
            acting(session, operator, NOW, programme),
            RoleKind.MENTOR,
            centre_id=mine,
            expert_id=stranger.id,
        )
    payload = await invite(
        acting(session, operator, NOW, programme),
        RoleKind.MENTOR,
        centre_id=mine,
        expert_id=expert.id,
    )
    await session.flush()
    role = await accept_staff(acting(session, await place.person(), NOW), payload)
    assert (role.kind, role.centre_id, role.reports_to) == (RoleKind.MENTOR, mine, expert.id)


async def test_an_expert_reads_of_a_mentor_for_as_long_as_that_role_lasts(place: Place) -> None:
    expert = await place.person(RoleKind.EXPERT)
    mentor = await place.person(RoleKind.MENTOR, reports_to=expert.id)
    enrolment = await place.enrolled(mentor, None)
    role = await place.session.get_one(Role, await place.role(mentor))
    role.until = NOW + timedelta(days=1)
    expert = await place.again(expert)
    assert (await visible(acting(place.session, expert), enrolment.id)).id == enrolment.id
    later = await find_actor(place.session, role.until, person_id=expert.id)
    assert later is not None
    with pytest.raises(NotFound):
        await visible(acting(place.session, later), enrolment.id)


async def test_lists_hold_to_the_scope_and_are_paged(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    mine, other = await a_centre(place, operator), await a_centre(place, operator, "Басқа орталық")
    head = await place.person(RoleKind.CENTRE_HEAD, centre_id=mine)
    for _ in range(PAGE + 1):
        await place.person(RoleKind.MENTOR, centre_id=mine)
    stranger = await place.person(RoleKind.MENTOR, centre_id=other)
    first = await staff_of(acting(place.session, head, NOW), 0)
    last = await staff_of(acting(place.session, head, NOW), 99)
    assert (len(first.rows), len(last.rows), first.pages, first.total) == (PAGE, 1, 2, PAGE + 1)
    assert {row.person_id for row in first.rows + last.rows}.isdisjoint({stranger.id, head.id})
    assert (await staff_of(acting(place.session, operator, NOW), 0)).total == PAGE + 4
    for outside in (stranger, await place.person()):
        with pytest.raises(NotAllowed):
            await staff_of(acting(place.session, outside, NOW), 0)
    with pytest.raises(NotFound):
        await colleague(acting(place.session, head, NOW), await place.role(stranger))


async def test_the_last_operator_stays(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    with pytest.raises(Refusal, match="refused-last-operator"):
        await end_role(acting(place.session, operator, NOW), await place.role(operator))
    second = await place.person(RoleKind.OPERATOR)
    await end_role(acting(place.session, operator, NOW), await place.role(second))
    assert not (await place.again(second)).has(RoleKind.OPERATOR)
    assert await place.told(second.id) == ["role-ended"]
    with pytest.raises(TooLate):
        await end_role(acting(place.session, operator, NOW), await place.role(second))


async def test_links_of_one_whose_role_ended_lapse(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    centre = await a_centre(place, operator)
    head = await place.person(RoleKind.CENTRE_HEAD, centre_id=centre)
    payload = await invite(
        acting(place.session, head, NOW, place.programme), RoleKind.MENTOR, centre_id=centre
    )
    await place.session.flush()
    await end_role(acting(place.session, operator, NOW), await place.role(head))
    with pytest.raises(Refusal, match="refused-link"):
        await accept_staff(acting(place.session, await place.person(), NOW), payload)


async def test_a_mentor_goes_when_the_participants_are_handed_over(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    centre = await a_centre(place, operator)
    leaving = await place.person(RoleKind.MENTOR, centre_id=centre)
    staying = await place.person(RoleKind.MENTOR, centre_id=centre)
    stranger = await place.person(
        RoleKind.MENTOR, centre_id=await a_centre(place, operator, "Оңтүстік")
    )
    enrolments = [await place.enrolled(leaving, centre) for _ in range(2)]
    done = await place.enrolled(leaving, centre, state=EnrolmentState.COMPLETE)
    role = await place.role(leaving)
    with pytest.raises(Refusal, match="refused-mentor-has-participants"):
        await end_role(acting(place.session, operator, NOW), role)
    assert [o[0] for o in await successors(acting(place.session, operator, NOW), role)] == [
        staying.id
    ]
    with pytest.raises(NotFound):
        await hand_over(acting(place.session, operator, NOW), role, stranger.id)
    assert await hand_over(acting(place.session, operator, NOW), role, staying.id) == 2
    assert {e.mentor_id for e in enrolments} == {staying.id}
    assert done.mentor_id == leaving.id
    assert await place.told(staying.id) == ["participants-handed-over"]
    assert await place.told(enrolments[0].person_id) == ["mentor-changed"]
    await end_role(acting(place.session, operator, NOW), role)


async def test_a_parent_does_not_become_the_mentor(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    centre = await a_centre(place, operator)
    leaving = await place.person(RoleKind.MENTOR, centre_id=centre)
    parent = await place.person(RoleKind.MENTOR, centre_id=centre)
    child = await place.enrolled(leaving, centre)
    place.session.add(
        Role(
            person_id=parent.id,
            kind=RoleKind.REPRESENTATIVE,
            ward_id=child.person_id,
            since=NOW - timedelta(days=1),
        )
    )
    await place.session.flush()
    with pytest.raises(NotFound):
        await hand_over(acting(place.session, operator, NOW), await place.role(leaving), parent.id)
    assert child.mentor_id == leaving.id


async def test_applications_without_a_mentor_in_scope(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    mine, other = await a_centre(place, operator), await a_centre(place, operator, "Басқа орталық")
    head = await place.person(RoleKind.CENTRE_HEAD, centre_id=mine)
    submitted = EnrolmentState.SUBMITTED
    here = await place.enrolled(None, mine, state=submitted)
    there = await place.enrolled(None, other, state=submitted)
    await place.enrolled(None, mine, state=EnrolmentState.AWAITING_REPRESENTATIVE)
    assert [
        w.enrolment_id for w in await waiting_applications(acting(place.session, head, NOW))
    ] == [here.id]
    all_of_them = {
        w.enrolment_id for w in await waiting_applications(acting(place.session, operator, NOW))
    }
    assert all_of_them == {here.id, there.id}
    with pytest.raises(NotAllowed):
        await waiting_applications(acting(place.session, await place.person(), NOW))
