"""Centres, partners, staff: added, invited, ended, handed over, each within one's own scope."""

from datetime import timedelta

import pytest

from award.access.lookup import find_actor
from award.access.scope import visible
from award.errors import NotAllowed, NotFound, Refusal, TooLate
from award.paging import PAGE
from award.staff.places import UnfitText, add_centre, add_partner
from award.staff.roles import (
    colleague,
    end_role,
    hand_over,
    staff_of,
    successors,
    waiting_applications,
)
from storage.tables import EnrolmentState, Role, RoleKind
from tests.acting import acting
from tests.award.staff.place import NOW, Place, a_centre


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
