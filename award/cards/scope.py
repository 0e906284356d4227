"""Whose cards of staff somebody reads, and whose documents with them (programme.md §7.11)."""

from sqlalchemy import ColumnElement, false, func, or_, select

from award.access.acting import Acting
from award.access.actor import STAFF, Actor, in_force
from award.errors import NotAllowed
from storage.tables import Centre, Role, RoleKind

_OF_CENTRE = (RoleKind.EXPERT, RoleKind.MENTOR)
_OF_REGION = (*_OF_CENTRE, RoleKind.CENTRE_HEAD)


def staff_read_by(actor: Actor, *, documents: bool = False) -> ColumnElement[bool]:
    """The condition that a role of staff is of somebody whose card the person reads.

    `documents`: with the scans, which a mentor's expert does not see. The query joins the role's
    Centre if there is one (an outer join), and asks for roles in force.
    """
    theirs: list[ColumnElement[bool]] = [false()]
    for role in actor.roles:
        match role.kind:
            case RoleKind.OPERATOR:
                theirs.append(Role.kind != RoleKind.REPRESENTATIVE)
            case RoleKind.COORDINATOR:
                here = func.coalesce(Centre.region, Role.region) == role.region
                theirs.append(Role.kind.in_(_OF_REGION) & here)
            case RoleKind.CENTRE_HEAD:
                theirs.append(Role.kind.in_(_OF_CENTRE) & (Role.centre_id == role.centre_id))
            case RoleKind.EXPERT if not documents:
                under = Role.reports_to == (role.instead_of or actor.id)
                theirs.append((Role.kind == RoleKind.MENTOR) & under)
    return or_(*theirs)


async def reads_card(at: Acting, person_id: int, *, documents: bool = False) -> bool:
    """Whether the person reads this one's card, or with `documents` the scans too."""
    if person_id == at.actor.id:
        return is_staff(at.actor)
    found = await at.session.scalar(
        select(Role.id)
        .outerjoin(Centre, Centre.id == Role.centre_id)
        .where(
            Role.person_id == person_id,
            in_force(at.now),
            staff_read_by(at.actor, documents=documents),
        )
        .limit(1)
    )
    return found is not None


def is_staff(actor: Actor) -> bool:
    """Whether the person has a card to fill in: holds a role of staff, and not for another."""
    return any(role.kind in STAFF and role.instead_of is None for role in actor.roles)


def require_staff(actor: Actor) -> None:
    """Raises NotAllowed for whom no card is kept of."""
    if not is_staff(actor):
        raise NotAllowed
