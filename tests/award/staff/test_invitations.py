"""Links that make somebody staff: read, taken once, confirmed, ended, revoked, each by whom."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from award.access.actor import Actor
from award.access.birth_dates import bind, keep_birth_date
from award.access.invitations import LIFETIME, make_link
from award.errors import NotAllowed, NotFound, Refusal, TooLate
from award.profile.erasure import erase
from award.staff.invitations import (
    accept,
    confirm,
    experts_of,
    invite,
    may_invite,
    offered,
    taken,
    waiting_operator,
)
from award.staff.links import all_open, open_links, revoke, revoke_on_server
from award.staff.roles import end_role, end_taken
from storage.tables import Audit, Centre, Invitation, InvitationKind, Person, Role, RoleKind
from tests.acting import acting
from tests.award.staff.place import NOW, Place, a_centre


async def taken_by(place: Place, actor: Actor, payload: str) -> str | None:
    """The key of the refusal to who would take a link; None if it was taken."""
    try:
        await accept(acting(place.session, actor, NOW), payload)
    except Refusal as refusal:
        return refusal.key
    return None


async def newest(place: Place) -> int:
    """The id of the link made last."""
    await place.session.flush()
    return (await place.session.scalars(select(func.max(Invitation.id)))).one()


async def a_mentors(place: Place, inviter: Actor, centre: int) -> tuple[str, int]:
    """A link that makes a mentor of a centre, and its id."""
    payload = await invite(acting(place.session, inviter, NOW), RoleKind.MENTOR, centre_id=centre)
    return payload, await newest(place)


async def an_operators(place: Place, inviter: Actor) -> tuple[str, int]:
    payload = await invite(acting(place.session, inviter, NOW), RoleKind.OPERATOR)
    return payload, await newest(place)


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
    role = await accept(acting(session, await place.person(), NOW), payload)
    assert role is not None
    assert (role.kind, role.centre_id, role.reports_to) == (RoleKind.MENTOR, mine, expert.id)


async def test_links_of_one_whose_role_ended_lapse(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    centre = await a_centre(place, operator)
    head = await place.person(RoleKind.CENTRE_HEAD, centre_id=centre)
    payload = await invite(
        acting(place.session, head, NOW, place.programme), RoleKind.MENTOR, centre_id=centre
    )
    await place.session.flush()
    await end_role(acting(place.session, operator, NOW), await place.role(head))
    assert await taken_by(place, await place.person(), payload) == "refused-link"


# --- opening and taking


async def test_to_read_what_a_link_gives_changes_nothing(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    centre = await a_centre(place, operator)
    payload, _ = await a_mentors(place, operator, centre)
    stranger = await place.person()
    before = (await place.session.scalars(select(func.count(Audit.id)))).one()
    for _ in range(2):
        link = await offered(acting(place.session, stranger, NOW), payload)
        assert (link.role, link.centre) == (RoleKind.MENTOR, "Қазына орталығы")
        assert link.made_by is not None
        assert (link.made_by.id, link.made_by.role) == (operator.id, RoleKind.OPERATOR)
        assert link.until == NOW + LIFETIME
    assert not (await place.again(stranger)).roles
    assert (await place.session.scalars(select(func.count(Audit.id)))).one() == before
    assert await place.told(operator.id) == []


async def test_a_link_belongs_to_who_takes_it_first(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    payload, number = await a_mentors(place, operator, await a_centre(place, operator))
    first, second = await place.person(), await place.person()
    await offered(acting(place.session, second, NOW), payload)
    assert await taken_by(place, first, payload) is None
    assert await taken_by(place, second, payload) == "refused-link"
    assert await taken_by(place, first, payload) == "refused-link"
    assert [role.kind for role in (await place.again(first)).roles] == [RoleKind.MENTOR]
    assert await place.told(operator.id) == ["invitation-taken"]
    link = await taken(acting(place.session, operator, NOW), number)
    assert link.taken_by is not None
    assert (link.taken_by.id, link.taken_by.telegram_id) == (first.id, first.telegram_id)


async def test_who_has_the_role_keeps_the_link_for_another(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    mine, other = await a_centre(place, operator), await a_centre(place, operator, "Басқа орталық")
    mentor = await place.person(RoleKind.MENTOR, centre_id=mine)
    payload, _ = await a_mentors(place, operator, mine)
    assert await taken_by(place, mentor, payload) == "refused-role-held"
    assert await taken_by(place, await place.person(), payload) is None
    elsewhere, _ = await a_mentors(place, operator, other)
    assert await taken_by(place, mentor, elsewhere) is None


async def test_a_minor_takes_no_role_of_staff(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    payload, _ = await a_mentors(place, operator, await a_centre(place, operator))
    young = await place.person()
    person = await place.session.get_one(Person, young.id)
    person.birth_date = date(2008, 2, 4)  # 18 tomorrow
    assert await taken_by(place, young, payload) == "refused-staff-minor"
    await bind(place.session, person, NOW)
    await keep_birth_date(place.session, person, date(1990, 1, 1), young.id, NOW)
    assert await taken_by(place, young, payload) == "refused-staff-minor"
    grown = await place.person()
    (await place.session.get_one(Person, grown.id)).birth_date = date(2008, 2, 3)
    assert await taken_by(place, grown, payload) is None


async def test_a_link_lapses_with_what_it_depends_on(place: Place) -> None:
    """The inviter's role, by whatever way it ended; the centre; the time."""
    operator = await place.person(RoleKind.OPERATOR)
    centre, other = await a_centre(place, operator), await a_centre(place, operator, "Басқа")
    head = await place.person(RoleKind.CENTRE_HEAD, centre_id=centre)
    gone, _ = await a_mentors(place, head, centre)
    role = await place.session.get_one(Role, await place.role(head))
    role.until = NOW
    closed, _ = await a_mentors(place, operator, other)
    (await place.session.get_one(Centre, other)).closed_at = NOW
    late, number = await a_mentors(place, operator, centre)
    (await place.session.get_one(Invitation, number)).expires_at = NOW
    for payload in (gone, closed, late):
        with pytest.raises(Refusal, match="refused-link"):
            await offered(acting(place.session, await place.person(), NOW), payload)
        assert await taken_by(place, await place.person(), payload) == "refused-link"


async def test_an_expert_who_left_meanwhile_is_nobodys_expert(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    centre = await a_centre(place, operator)
    expert = await place.person(RoleKind.EXPERT, centre_id=centre)
    payload = await invite(
        acting(place.session, operator, NOW), RoleKind.MENTOR, centre_id=centre, expert_id=expert.id
    )
    await end_role(acting(place.session, operator, NOW), await place.role(expert))
    role = await accept(acting(place.session, await place.person(), NOW), payload)
    assert role is not None
    assert role.reports_to is None


# --- not who was meant


async def test_the_inviter_ends_what_another_took(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    centre = await a_centre(place, operator)
    head = await place.person(RoleKind.CENTRE_HEAD, centre_id=centre)
    other = await place.person(RoleKind.CENTRE_HEAD, centre_id=centre)
    payload, number = await a_mentors(place, head, centre)
    wrong = await place.person()
    await accept(acting(place.session, wrong, NOW), payload)
    for nobody in (other, operator, wrong):  # each may end the role in the list, if at all
        with pytest.raises(NotAllowed):
            await end_taken(acting(place.session, nobody, NOW), number)
    await end_taken(acting(place.session, head, NOW), number)
    assert not (await place.again(wrong)).roles
    assert await place.told(wrong.id) == ["role-ended"]
    with pytest.raises(TooLate):
        await end_taken(acting(place.session, head, NOW), number)


async def test_who_is_no_inviter_any_more_ends_nothing(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    centre = await a_centre(place, operator)
    head = await place.person(RoleKind.CENTRE_HEAD, centre_id=centre)
    payload, number = await a_mentors(place, head, centre)
    await accept(acting(place.session, await place.person(), NOW), payload)
    await end_role(acting(place.session, operator, NOW), await place.role(head))
    for act in (taken, end_taken):
        with pytest.raises(NotAllowed):
            await act(acting(place.session, await place.again(head), NOW), number)


# --- a second operator


async def test_an_operator_alone_invites_none(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    with pytest.raises(Refusal, match="refused-only-operator"):
        await invite(acting(place.session, operator, NOW), RoleKind.OPERATOR)


async def test_an_operator_is_one_when_a_second_says_so(place: Place) -> None:
    inviter, second = await place.person(RoleKind.OPERATOR), await place.person(RoleKind.OPERATOR)
    third = await place.person(RoleKind.OPERATOR)
    payload, number = await an_operators(place, inviter)
    new = await place.person()
    assert await accept(acting(place.session, new, NOW), payload) is None
    assert not (await place.again(new)).roles
    assert [await place.told(each.id) for each in (inviter, second, third)] == [
        ["invitation-taken"],
        ["operator-waits"],
        ["operator-waits"],
    ]
    assert await taken_by(place, await place.person(), payload) == "refused-link"
    with pytest.raises(Refusal, match="refused-second-operator"):
        await confirm(acting(place.session, inviter, NOW), number)
    with pytest.raises(NotAllowed):
        await confirm(acting(place.session, new, NOW), number)
    again, _ = await an_operators(place, second)
    assert await taken_by(place, new, again) == "refused-operator-waits"
    await confirm(acting(place.session, second, NOW), number)
    assert (await place.again(new)).has(RoleKind.OPERATOR)
    assert await place.told(new.id) == ["operator-confirmed"]
    for act in (confirm, waiting_operator, revoke):
        with pytest.raises(TooLate):
            await act(acting(place.session, third, NOW), number)


@pytest.mark.parametrize("who", ["second", "inviter", "time", "inviter's role", "own erasure"])
async def test_an_operator_not_confirmed_becomes_none(place: Place, who: str) -> None:
    inviter, second = await place.person(RoleKind.OPERATOR), await place.person(RoleKind.OPERATOR)
    payload, number = await an_operators(place, inviter)
    new = await place.person()
    await accept(acting(place.session, new, NOW), payload)
    later = NOW
    match who:
        case "second":
            await revoke(acting(place.session, second, NOW), number)
        case "inviter":
            await end_taken(acting(place.session, inviter, NOW), number)
        case "time":
            later = NOW + LIFETIME
        case "inviter's role":
            await end_role(acting(place.session, second, NOW), await place.role(inviter))
        case _:
            await erase(acting(place.session, new, NOW))
    with pytest.raises(TooLate):
        await confirm(acting(place.session, second, later), number)
    assert not (await place.again(new)).roles
    silent = who in ("time", "own erasure")
    assert await place.told(new.id) == ([] if silent else ["operator-refused"])


async def test_a_link_of_the_server_needs_no_second_operator(place: Place) -> None:
    payload = await make_link(
        place.session, InvitationKind.STAFF, None, NOW, role=RoleKind.OPERATOR
    )
    new = await place.person()
    link = await offered(acting(place.session, new, NOW), payload)
    assert link.made_by is None
    await accept(acting(place.session, new, NOW), payload)
    assert (await place.again(new)).has(RoleKind.OPERATOR)


# --- what stands open


async def test_open_links_are_listed_and_revoked_in_scope(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    mine, other = await a_centre(place, operator), await a_centre(place, operator, "Басқа орталық")
    head = await place.person(RoleKind.CENTRE_HEAD, centre_id=mine)
    payload, own = await a_mentors(place, head, mine)
    _, theirs = await a_mentors(place, operator, mine)
    _, stranger = await a_mentors(place, operator, other)
    await invite(acting(place.session, operator, NOW), RoleKind.CENTRE_HEAD, centre_id=mine)
    heads = await newest(place)
    seen = await open_links(acting(place.session, head, NOW), 0)
    assert [(row.id, row.made_by.id if row.made_by else None) for row in seen.rows] == [
        (own, head.id),
        (theirs, operator.id),
    ]
    everything = await open_links(acting(place.session, operator, NOW), 5)
    assert {row.id for row in everything.rows} == {own, theirs, stranger, heads}
    assert (everything.page, everything.pages, everything.total) == (0, 1, 4)
    for out_of_scope in (stranger, heads):
        with pytest.raises(NotFound):
            await revoke(acting(place.session, head, NOW), out_of_scope)
    await revoke(acting(place.session, head, NOW), own)
    await revoke(acting(place.session, head, NOW), theirs)
    with pytest.raises(TooLate):
        await revoke(acting(place.session, head, NOW), own)
    assert await taken_by(place, await place.person(), payload) == "refused-link"
    with pytest.raises(NotAllowed):
        await open_links(acting(place.session, await place.person(RoleKind.MENTOR), NOW), 0)


async def test_on_the_server_all_open_links_are_listed_and_revoked(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    payload, number = await a_mentors(place, operator, await a_centre(place, operator))
    await make_link(place.session, InvitationKind.STAFF, None, NOW, role=RoleKind.OPERATOR)
    await place.session.flush()
    assert len(await all_open(place.session, NOW)) == 2
    assert await revoke_on_server(place.session, number, NOW)
    await place.session.flush()
    assert [link.role for link in await all_open(place.session, NOW)] == [RoleKind.OPERATOR]
    assert not await revoke_on_server(place.session, number, NOW)
    assert not await revoke_on_server(place.session, 10**6, NOW)
    assert await taken_by(place, await place.person(), payload) == "refused-link"
    assert not await all_open(place.session, NOW + timedelta(days=7))


async def test_of_two_roles_each_has_its_own_links(place: Place) -> None:
    operator = await place.person(RoleKind.OPERATOR)
    centre, other = await a_centre(place, operator), await a_centre(place, operator, "Басқа")
    both = await place.person(RoleKind.CENTRE_HEAD, centre_id=centre)
    ending = await place.role(both)
    place.session.add(
        Role(person_id=both.id, kind=RoleKind.CENTRE_HEAD, centre_id=other, since=NOW)
    )
    both = await place.again(both)
    gone, _ = await a_mentors(place, both, centre)
    stays, _ = await a_mentors(place, both, other)
    await end_role(acting(place.session, operator, NOW), ending)
    assert await taken_by(place, await place.person(), gone) == "refused-link"
    assert await taken_by(place, await place.person(), stays) is None
    revoked = select(func.count()).where(Audit.action == "link.revoked")
    assert (await place.session.scalars(revoked)).one() == 1
