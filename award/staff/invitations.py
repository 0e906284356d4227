"""Inviting staff by one-time links: made, read, taken, and of an operator confirmed (§7.2)."""

from sqlalchemy import and_, func, select

from award.access.acting import Acting
from award.access.actor import Actor, in_force
from award.access.birth_dates import needs_representative
from award.access.budget import not_enough_today
from award.access.invitations import (
    LINKS_OF_STAFF_A_DAY,
    LinkUnusable,
    make_link,
    open_link,
    use_up,
)
from award.access.responsible import operators
from award.audit import record
from award.errors import NotAllowed, NotFound, Refusal, TooLate
from award.outbox import NoticeKind, tell
from award.staff.links import MAY_INVITE, StaffLink, expert_of, in_scope, is_of_use, seen, stands
from award.staff.places import require_own_centre
from storage.locking import locked
from storage.tables import Invitation, InvitationKind, Person, Role, RoleKind

# Roles that belong to a centre, and the one that belongs to a region.
OF_CENTRE = (RoleKind.CENTRE_HEAD, RoleKind.EXPERT, RoleKind.MENTOR)
OF_REGION = (RoleKind.COORDINATOR,)


def may_invite(actor: Actor) -> tuple[RoleKind, ...]:
    """The roles that the person may give, the widest first."""
    allowed = {kind for role in actor.roles for kind in MAY_INVITE.get(role.kind, ())}
    return tuple(kind for kind in MAY_INVITE[RoleKind.OPERATOR] if kind in allowed)


async def experts_of(at: Acting, centre_id: int) -> tuple[tuple[int, str | None], ...]:
    """Ids and names of a centre's experts, for a mentor to be put under one of them."""
    await require_own_centre(at, centre_id)
    found = await at.session.execute(
        select(Person.id, Person.full_name)
        .join(Role, Role.person_id == Person.id)
        .where(Role.kind == RoleKind.EXPERT, Role.centre_id == centre_id, in_force(at.now))
        .distinct()
        .order_by(Person.full_name, Person.id)
    )
    return tuple((number, name) for number, name in found)


async def invite(
    at: Acting,
    role: RoleKind,
    *,
    region: str | None = None,
    centre_id: int | None = None,
    expert_id: int | None = None,
) -> str:
    """The payload of a one-time link that gives a role in a scope of the inviter's own.

    A coordinator's has a region; a head's, expert's or mentor's a centre; a mentor's may have an
    expert of that centre. Raises NotAllowed or NotFound out of scope, Refusal for an operator's
    where nobody else could confirm it.
    """
    if role not in may_invite(at.actor):
        raise NotAllowed
    if role is RoleKind.OPERATOR and len(await operators(at.session, at.now)) < 2:
        raise Refusal("refused-only-operator")
    if role in OF_REGION and not any(region == known.code for known in at.programme.regions):
        raise NotFound
    if role in OF_CENTRE:
        if centre_id is None:
            raise NotFound
        await require_own_centre(at, centre_id)
    if expert_id is not None:
        known = await experts_of(at, centre_id or 0)
        if role is not RoleKind.MENTOR or expert_id not in {number for number, _ in known}:
            raise NotFound
    await not_enough_today(at, "link.made", LINKS_OF_STAFF_A_DAY)
    return await make_link(
        at.session,
        InvitationKind.STAFF,
        at.actor.id,
        at.now,
        role=role,
        region=region if role in OF_REGION else None,
        centre_id=centre_id if role in OF_CENTRE else None,
        reports_to=expert_id,
    )


# --- whoever opens a link


async def offered(at: Acting, payload: str) -> StaffLink:
    """What a link gives, to be read before it is taken; nothing changes by it.

    Raises LinkUnusable, and Refusal for a minor and for who has that role or waits for it.
    """
    return await seen(at.session, await _usable(at, payload), at.now)


async def accept(at: Acting, payload: str) -> Role | None:
    """Take the role that a link gives; the link is used up, and its maker told. Raises as above.

    None for an operator's that was made in the chat: a second operator has to confirm it.
    """
    invitation = await _usable(at, payload)
    use_up(invitation, at.actor.id, at.now)
    maker = invitation.made_by
    role = None
    if invitation.role is RoleKind.OPERATOR and maker is not None:
        await record(
            at.session, at.actor.id, "invitation.taken", "invitation", invitation.id, at.now
        )
        for operator in await operators(at.session, at.now):
            if operator != maker:
                tell(
                    at.session,
                    operator,
                    NoticeKind.OPERATOR_WAITS,
                    at.now,
                    invitation=invitation.id,
                )
    else:
        role = await _give(at, invitation, at.actor.id)
        await record(at.session, at.actor.id, "role.taken", "role", role.id, at.now, kind=role.kind)
    if maker is not None and maker != at.actor.id:
        tell(at.session, maker, NoticeKind.INVITATION_TAKEN, at.now, invitation=invitation.id)
    return role


async def _usable(at: Acting, payload: str) -> Invitation:
    """The invitation behind a payload, locked, if it is one for this person."""
    invitation = await open_link(at.session, payload, InvitationKind.STAFF, at.now)
    if not await is_of_use(at.session, invitation, at.now):
        raise LinkUnusable
    person = await at.session.get_one(Person, at.actor.id)
    if await needs_representative(at.session, at.programme, person, at.now):
        raise Refusal("refused-staff-minor")
    held = select(func.count(Role.id)).where(
        Role.person_id == at.actor.id,
        Role.kind == invitation.role,
        Role.region == invitation.region,
        Role.centre_id == invitation.centre_id,
        in_force(at.now),
    )
    if await at.session.scalar(held):
        raise Refusal("refused-role-held")
    if invitation.role is RoleKind.OPERATOR and await _waits(at):
        raise Refusal("refused-operator-waits")
    return invitation


async def _waits(at: Acting) -> bool:
    """Whether the person took another operator's link that is not confirmed yet."""
    taken = select(Invitation.id).where(
        Invitation.used_by == at.actor.id, Invitation.role == RoleKind.OPERATOR, stands(at.now)
    )
    return await at.session.scalar(taken.limit(1)) is not None


async def _give(at: Acting, invitation: Invitation, person_id: int) -> Role:
    assert invitation.role is not None
    role = Role(
        person_id=person_id,
        kind=invitation.role,
        region=invitation.region,
        centre_id=invitation.centre_id,
        reports_to=await expert_of(at.session, invitation, at.now),
        since=at.now,
    )
    at.session.add(role)
    await at.session.flush()  # for who they are from now on
    invitation.role_id = role.id
    return role


# --- whoever answers for it


async def confirm(at: Acting, invitation_id: int) -> None:
    """A second operator lets who took a link become an operator, who is told.

    Raises Refusal for the link's own maker, TooLate where it waits no more.
    """
    invitation = await _waiting(at, invitation_id)
    if invitation.made_by == at.actor.id:
        raise Refusal("refused-second-operator")
    assert invitation.used_by is not None
    role = await _give(at, invitation, invitation.used_by)
    await record(
        at.session, at.actor.id, "role.confirmed", "role", role.id, at.now, kind=str(role.kind)
    )
    tell(
        at.session,
        role.person_id,
        NoticeKind.OPERATOR_CONFIRMED,
        at.now,
        invitation=invitation.id,
    )


async def waiting_operator(at: Acting, invitation_id: int) -> StaffLink:
    """Who is to be an operator, for operators to read; raises as `confirm`, but to no maker."""
    return await seen(at.session, await _waiting(at, invitation_id), at.now)


async def _waiting(at: Acting, invitation_id: int) -> Invitation:
    at.actor.require(RoleKind.OPERATOR)
    invitation = await locked(at.session, Invitation, invitation_id)
    if invitation is None or invitation.role is not RoleKind.OPERATOR:
        raise NotFound
    if invitation.used_by is None or not await is_of_use(at.session, invitation, at.now):
        raise TooLate("refused-link-gone")
    return invitation


async def own_taken(at: Acting, invitation_id: int) -> Invitation:
    """A link of the person's own that somebody took, while they may give such a role; locked.

    Raises NotFound out of scope, TooLate once the role has ended or nobody waits for it any more.
    """
    own = and_(Invitation.id == invitation_id, Invitation.made_by == at.actor.id)
    known = select(Invitation.id).where(
        own, in_scope(at.actor), Invitation.used_by.is_not(None), Invitation.used_by != at.actor.id
    )
    if await at.session.scalar(known) is None:
        raise NotFound
    invitation = await locked(at.session, Invitation, invitation_id)
    assert invitation is not None
    if invitation.role_id is None:
        if not await is_of_use(at.session, invitation, at.now):
            raise TooLate("refused-link-gone")
        return invitation
    role = await at.session.get_one(Role, invitation.role_id)
    if role.until is not None and role.until <= at.now:
        raise TooLate("refused-role-ended")
    return invitation


async def taken(at: Acting, invitation_id: int) -> StaffLink:
    """Who took a link of the person's own; raises as above."""
    return await seen(at.session, await own_taken(at, invitation_id), at.now)


async def joined_by(at: Acting, invitation_id: int) -> RoleKind | None:
    """The role that a link gave, or was to give, to the person themself; None for another's."""
    invitation = await at.session.get(Invitation, invitation_id)
    own = invitation is not None and invitation.used_by == at.actor.id
    return invitation.role if invitation is not None and own else None
