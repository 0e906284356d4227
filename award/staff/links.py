"""Links that make somebody staff: which stand open, who made them, how they are revoked (§7.2).

One that makes an operator and was made in the chat is taken first, and gives its role only when a
second operator confirms; until then it *waits*, for as long as it would have stood open.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import Actor, in_force
from award.audit import record
from award.errors import NotFound, TooLate
from award.outbox import NoticeKind, tell
from award.paging import PAGE, page_of
from award.staff.places import headed
from storage.locking import locked
from storage.tables import Centre, Invitation, InvitationKind, Person, Role, RoleKind

# Who may invite whom (programme.md §7): the operator everyone, a centre head the centre's staff.
MAY_INVITE = {
    RoleKind.OPERATOR: (
        RoleKind.OPERATOR,
        RoleKind.COORDINATOR,
        RoleKind.CENTRE_HEAD,
        RoleKind.EXPERT,
        RoleKind.MENTOR,
    ),
    RoleKind.CENTRE_HEAD: (RoleKind.EXPERT, RoleKind.MENTOR),
}


@dataclass(frozen=True)
class Named:
    """One of the staff around a link; `role`: the one that they have to do with it by."""

    id: int
    telegram_id: int
    name: str | None
    role: RoleKind


@dataclass(frozen=True)
class StaffLink:
    """A link, what it gives and until when.

    `made_by` is None where it was made on the server; `expert`: whom the mentor would report to;
    `taken_by`: who took it. `waits`: for a second operator.
    """

    id: int
    role: RoleKind
    region: str | None
    centre: str | None
    expert: Named | None
    made_by: Named | None
    taken_by: Named | None
    until: datetime
    waits: bool = False


@dataclass(frozen=True)
class Links:
    """A page (from 0) of the links in somebody's scope; `pages` is at least 1."""

    rows: tuple[StaffLink, ...]
    page: int
    pages: int
    total: int


def stands(now: datetime) -> ColumnElement[bool]:
    """The condition that a link is of use: open to be taken, or taken and waiting.

    A link lapses with the role by which it was made, and with the centre that it is of.
    """
    by_operator = Role.kind == RoleKind.OPERATOR
    by_head = and_(
        Role.kind == RoleKind.CENTRE_HEAD,
        Role.centre_id == Invitation.centre_id,
        Invitation.role.in_(MAY_INVITE[RoleKind.CENTRE_HEAD]),
    )
    inviter = exists().where(
        Role.person_id == Invitation.made_by, in_force(now), or_(by_operator, by_head)
    )
    closed = exists().where(Centre.id == Invitation.centre_id, Centre.closed_at.is_not(None))
    return and_(
        Invitation.kind == InvitationKind.STAFF,
        Invitation.expires_at > now,
        Invitation.role_id.is_(None),
        or_(Invitation.made_by.is_(None), inviter),
        ~closed,
    )


async def is_of_use(session: AsyncSession, invitation: Invitation, now: datetime) -> bool:
    """Whether a link of staff still stands."""
    found = select(Invitation.id).where(Invitation.id == invitation.id, stands(now))
    return await session.scalar(found) is not None


async def seen(session: AsyncSession, invitation: Invitation, now: datetime) -> StaffLink:
    """A link with the names that go with it; the caller has looked at the scope."""
    assert invitation.role is not None
    centre = await session.get(Centre, invitation.centre_id) if invitation.centre_id else None
    expert = await expert_of(session, invitation, now)
    by = invitation.made_by
    return StaffLink(
        invitation.id,
        invitation.role,
        invitation.region,
        centre.name if centre is not None else None,
        await _named(session, expert, RoleKind.EXPERT),
        await _named(session, by, await _made_as(session, by, now)),
        await _named(session, invitation.used_by, invitation.role),
        invitation.expires_at,
        waits=invitation.used_by is not None and invitation.role_id is None,
    )


async def expert_of(session: AsyncSession, invitation: Invitation, now: datetime) -> int | None:
    """Whom a mentor would report to: the link's expert, while they are one at that centre."""
    found: int | None = await session.scalar(
        select(Role.person_id).where(
            Role.person_id == invitation.reports_to,
            Role.kind == RoleKind.EXPERT,
            Role.centre_id == invitation.centre_id,
            in_force(now),
        )
    )
    return found


async def _made_as(session: AsyncSession, person_id: int | None, now: datetime) -> RoleKind:
    """An operator invites as one, whatever else they are."""
    operator = select(Role.id).where(
        Role.person_id == person_id, Role.kind == RoleKind.OPERATOR, in_force(now)
    )
    found = await session.scalar(operator.limit(1))
    return RoleKind.OPERATOR if found is not None else RoleKind.CENTRE_HEAD


async def _named(session: AsyncSession, person_id: int | None, role: RoleKind) -> Named | None:
    if person_id is None:
        return None
    person = await session.get_one(Person, person_id)
    return Named(person.id, person.telegram_id, person.full_name, role)


# --- what stands open


async def open_links(at: Acting, page: int) -> Links:
    """Links that the person answers for: all for an operator, a head's those of the own centre."""
    scope = and_(in_scope(at.actor), stands(at.now))
    total = await at.session.scalar(select(func.count(Invitation.id)).where(scope)) or 0
    page, pages = page_of(total, PAGE, page)
    query = select(Invitation).where(scope).order_by(Invitation.expires_at, Invitation.id)
    found = (await at.session.scalars(query.offset(page * PAGE).limit(PAGE))).all()
    await record(at.session, at.actor.id, "links.listed", "invitation", None, at.now)
    rows = [await seen(at.session, each, at.now) for each in found]
    return Links(tuple(rows), page, pages, total)


async def open_link(at: Acting, invitation_id: int) -> StaffLink:
    """One of them; raises NotFound out of scope, TooLate once it stands no more."""
    return await seen(at.session, await _standing(at, invitation_id), at.now)


async def revoke(at: Acting, invitation_id: int) -> None:
    """Let a link in scope lapse; who has taken it, and waits, is told."""
    await lapse(at.session, await _standing(at, invitation_id), at.actor.id, at.now)


async def lapse(
    session: AsyncSession, invitation: Invitation, by: int | None, now: datetime
) -> None:
    """A link stands no more; `by` is None for the server's own command."""
    invitation.expires_at = now
    await record(session, by, "link.revoked", "invitation", invitation.id, now)
    if invitation.used_by is not None:
        tell(
            session, invitation.used_by, NoticeKind.OPERATOR_REFUSED, now, invitation=invitation.id
        )


def in_scope(actor: Actor) -> ColumnElement[bool]:
    """The condition that the person answers for a link of staff."""
    actor.require(RoleKind.OPERATOR, RoleKind.CENTRE_HEAD)
    staff = Invitation.kind == InvitationKind.STAFF
    if actor.has(RoleKind.OPERATOR):
        return staff
    led = Invitation.role.in_(MAY_INVITE[RoleKind.CENTRE_HEAD])
    return and_(staff, led, Invitation.centre_id.in_(headed(actor)))


async def _standing(at: Acting, invitation_id: int) -> Invitation:
    known = select(Invitation.id).where(Invitation.id == invitation_id, in_scope(at.actor))
    if await at.session.scalar(known) is None:
        raise NotFound
    invitation = await locked(at.session, Invitation, invitation_id)
    if invitation is None or not await is_of_use(at.session, invitation, at.now):
        raise TooLate("refused-link-gone")
    return invitation


# --- on the server, and with a role that ends


async def all_open(session: AsyncSession, now: datetime) -> tuple[StaffLink, ...]:
    """All links that stand, for whoever runs the server."""
    query = select(Invitation).where(stands(now)).order_by(Invitation.expires_at, Invitation.id)
    return tuple([await seen(session, each, now) for each in await session.scalars(query)])


async def revoke_on_server(session: AsyncSession, invitation_id: int, now: datetime) -> bool:
    """Let a link lapse; False where none with this id stands."""
    invitation = await locked(session, Invitation, invitation_id)
    if invitation is None or not await is_of_use(session, invitation, now):
        return False
    await lapse(session, invitation, None, now)
    return True


async def of_use_from(session: AsyncSession, person_id: int, now: datetime) -> tuple[int, ...]:
    """Ids of the links of this person's that stand."""
    query = select(Invitation.id).where(Invitation.made_by == person_id, stands(now))
    return tuple(await session.scalars(query))


async def lapse_with_role(
    session: AsyncSession, stood: Iterable[int], by: int, now: datetime
) -> None:
    """Of the links that stood before a role ended, those lapse that it alone allowed."""
    for number in stood:
        invitation = await locked(session, Invitation, number)
        if invitation is not None and not await is_of_use(session, invitation, now):
            await lapse(session, invitation, by, now)
