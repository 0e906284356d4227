"""Making a commission, and who sits in it: by links of the operator's, on record (§8.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import in_force
from award.access.birth_dates import needs_representative
from award.access.invitations import LinkUnusable, make_link, open_link, revoke_links, use_up
from award.audit import record
from award.commission.scope import members_of, operators_commission
from award.commission.telling import tell_where_short
from award.errors import NotFound, Refusal, TooLate
from award.outbox import NoticeKind, tell
from award.programme.award import Award
from storage.locking import locked_one
from storage.tables import (
    Candidacy,
    Commission,
    CommissionMember,
    Invitation,
    InvitationKind,
    Person,
    Role,
    RoleKind,
    Seat,
    Sitting,
)

# Held by one person at a time.
_SINGLE = (Seat.CHAIR, Seat.SECRETARY)


class Lacking(StrEnum):
    """What a commission may lack to work."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    AUTHORITY = "authority"
    MEMBERS = "members"


_LACKING = {each: f"refused-commission-{each.value}" for each in Lacking}


@dataclass(frozen=True, slots=True)
class SeatOffered:
    """What a link gives: a seat in which commission."""

    commission: Commission
    member: CommissionMember
    until: datetime


async def make_commission(
    at: Acting, season: int, *, region: str | None = None, level: str | None = None
) -> Commission:
    """A commission for a season, of a region and level or of all; it opens once it is complete.

    Raises NotFound for a code that the programme does not know, Refusal for a season that is
    neither this year's nor the next.
    """
    at.actor.require(RoleKind.OPERATOR)
    if season - at.now.year not in (0, 1):
        raise Refusal("refused-season", year=at.now.year)
    if region is not None and all(region != known.code for known in at.programme.regions):
        raise NotFound
    if level is not None and all(level != known.code for known in at.programme.levels):
        raise NotFound
    commission = Commission(
        season=season, region=region, level=level, made_by=at.actor.id, made_at=at.now
    )
    at.session.add(commission)
    await at.session.flush()
    await _note(at, "commission.made", commission.id)
    return commission


async def add_seat(
    at: Acting, commission_id: int, seat: Seat, *, of_authority: bool = False
) -> CommissionMember:
    """A seat for somebody who will take it by a link; raises Refusal for a second chair.

    `of_authority`: for a representative of the authorised body of education.
    """
    commission = await _not_closed(at, commission_id)
    if seat in _SINGLE and await _kept(at.session, commission_id, seat):
        raise Refusal("refused-seat-held")
    member = CommissionMember(
        commission_id=commission.id, seat=seat, of_authority=of_authority, made_at=at.now
    )
    at.session.add(member)
    await at.session.flush()
    await _note(at, "commission.seat_added", commission.id, member=member.id)
    return member


async def _kept(session: AsyncSession, commission_id: int, seat: Seat) -> bool:
    found = select(CommissionMember.id).where(
        CommissionMember.commission_id == commission_id,
        CommissionMember.seat == seat,
        CommissionMember.until.is_(None),
    )
    return await session.scalar(found.limit(1)) is not None


async def seat_link(at: Acting, member_id: int) -> str:
    """The payload of a one-time link to a seat that nobody has yet; earlier ones lapse.

    Raises TooLate where it is taken, or done away with.
    """
    member = await _seat(at, member_id)
    if member.person_id is not None or member.until is not None:
        raise TooLate("refused-seat-taken")
    await revoke_links(at.session, InvitationKind.COMMISSION, at.now, member_id=member.id)
    return await make_link(
        at.session, InvitationKind.COMMISSION, at.actor.id, at.now, member_id=member.id
    )


async def end_seat(at: Acting, member_id: int) -> None:
    """Somebody sits in the commission no more, from now on; links to the seat lapse."""
    member = await _seat(at, member_id)
    if member.until is not None:
        raise TooLate("refused-seat-taken")
    member.until = at.now
    await revoke_links(at.session, InvitationKind.COMMISSION, at.now, member_id=member.id)
    await _note(at, "commission.seat_ended", member.commission_id, member=member.id)
    if member.person_id is not None:
        tell(
            at.session,
            member.person_id,
            NoticeKind.SEAT_ENDED,
            at.now,
            member=member.id,
        )
        await at.session.flush()
        commission = await at.session.get_one(Commission, member.commission_id)
        await tell_where_short(at, commission)


async def _seat(at: Acting, member_id: int) -> CommissionMember:
    at.actor.require(RoleKind.OPERATOR)
    member = await at.session.get(CommissionMember, member_id)
    if member is None:
        raise NotFound
    await _not_closed(at, member.commission_id)
    return await locked_one(at.session, CommissionMember, member_id)


async def _not_closed(at: Acting, commission_id: int) -> Commission:
    commission = await operators_commission(at, commission_id)
    if commission.closed_at is not None:
        raise TooLate("refused-commission-closed")
    return commission


# --- whoever opens a link


async def offered_seat(at: Acting, payload: str) -> SeatOffered:
    """What a link gives, to be read before it is taken; nothing changes by it.

    Raises LinkUnusable, and Refusal for a minor and for who sits there already.
    """
    invitation, commission, member = await _usable(at, payload)
    return SeatOffered(commission, member, invitation.expires_at)


async def take_seat(at: Acting, payload: str) -> CommissionMember:
    """Sit in the commission from now on; the link is used up, its maker told. Raises as above."""
    invitation, commission, member = await _usable(at, payload)
    use_up(invitation, at.actor.id, at.now)
    member.person_id, member.since = at.actor.id, at.now
    await _note(at, "commission.seat_taken", commission.id, member=member.id)
    if invitation.made_by is not None and invitation.made_by != at.actor.id:
        tell(at.session, invitation.made_by, NoticeKind.SEAT_TAKEN, at.now, member=member.id)
    return member


async def _usable(at: Acting, payload: str) -> tuple[Invitation, Commission, CommissionMember]:
    invitation = await open_link(at.session, payload, InvitationKind.COMMISSION, at.now)
    member = await locked_one(at.session, CommissionMember, invitation.member_id)
    commission = await at.session.get_one(Commission, member.commission_id)
    gone = member.person_id is not None or member.until is not None
    if gone or commission.closed_at is not None or not await _by_operator(at, invitation):
        raise LinkUnusable
    person = await at.session.get_one(Person, at.actor.id)
    if await needs_representative(at.session, at.programme, person, at.now):
        raise Refusal("refused-staff-minor")
    sits = await members_of(at.session, commission.id, at.now)
    if at.actor.id in {each.person_id for each in sits}:
        raise Refusal("refused-role-held")
    return invitation, commission, member


async def _by_operator(at: Acting, invitation: Invitation) -> bool:
    """A link lapses with the role by which it was made."""
    inviter = exists().where(
        Role.person_id == invitation.made_by, Role.kind == RoleKind.OPERATOR, in_force(at.now)
    )
    return bool(await at.session.scalar(select(inviter)))


# --- opening and closing


async def open_commission(at: Acting, commission_id: int) -> None:
    """Let it see and decide; raises Refusal for what is missing still."""
    commission = await _not_closed(at, commission_id)
    if commission.opened_at is not None:
        raise TooLate("refused-commission-open")
    members = await members_of(at.session, commission.id, at.now)
    require_complete(members, at.programme.award)
    commission.opened_at = at.now
    await _note(at, "commission.opened", commission.id)


async def close_commission(at: Acting, commission_id: int) -> None:
    """Its work is done: nobody of it sees or decides anything any more.

    Raises Refusal while it sits, or has candidates who are not decided on.
    """
    commission = await _not_closed(at, commission_id)
    sits = exists().where(Sitting.commission_id == commission.id, Sitting.closed_at.is_(None))
    waits = exists().where(Candidacy.commission_id == commission.id, Candidacy.ended_at.is_(None))
    if await at.session.scalar(select(or_(sits, waits))):
        raise Refusal("refused-commission-busy")
    commission.closed_at = at.now
    await _note(at, "commission.closed", commission.id)


def missing(members: Sequence[CommissionMember], rules: Award) -> tuple[Lacking, ...]:
    """What a commission of these members lacks to work."""
    seats = {member.seat for member in members}
    lacks = {
        Lacking.CHAIR: Seat.CHAIR not in seats,
        Lacking.SECRETARY: Seat.SECRETARY not in seats,
        Lacking.AUTHORITY: not any(member.of_authority for member in members),
        Lacking.MEMBERS: len(members) < rules.least_members,
    }
    return tuple(what for what, is_missing in lacks.items() if is_missing)


def require_complete(members: Sequence[CommissionMember], rules: Award) -> None:
    """Raises Refusal where they lack something."""
    lacking = missing(members, rules)
    if lacking:
        raise Refusal(_LACKING[lacking[0]], fewest=rules.least_members)


async def _note(at: Acting, action: str, commission_id: int, **details: int) -> None:
    await record(at.session, at.actor.id, action, "commission", commission_id, at.now, **details)
