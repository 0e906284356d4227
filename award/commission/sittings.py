"""A commission sits: who is there, who presides, and the end, with a protocol (§8.6)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.audit import record
from award.commission.protocols import issue
from award.commission.scope import members_of, own_commission
from award.commission.seats import require_complete
from award.commission.telling import tell_where_short
from award.errors import TooLate
from award.outbox import NoticeKind, tell
from storage.tables import (
    Candidacy,
    Commission,
    CommissionMember,
    Presence,
    Seat,
    Sitting,
    SittingProtocol,
)

# Who opens and closes a sitting.
OFFICERS = (Seat.CHAIR, Seat.SECRETARY)


@dataclass(frozen=True, slots=True)
class Bench:
    """Who decides on one candidate: members without conflict, those of them who are there, and who
    presides: the first of them, the chair before all, there or not. None: nobody is left.
    """

    members: tuple[int, ...]
    present: frozenset[int]
    presiding: int | None
    sits: bool = False  # the commission does now


def bench(
    members: Sequence[CommissionMember], present: Collection[int], out: Collection[int]
) -> Bench:
    """Of members in the order in which they preside, those of them present, those kept out."""
    able = tuple(
        member.person_id
        for member in members
        if member.person_id is not None and member.person_id not in out
    )
    return Bench(able, frozenset(able) & frozenset(present), able[0] if able else None)


async def open_sitting_of(session: AsyncSession, commission_id: int) -> Sitting | None:
    """The sitting that goes on."""
    found: Sitting | None = await session.scalar(
        select(Sitting).where(Sitting.commission_id == commission_id, Sitting.closed_at.is_(None))
    )
    return found


async def present_in(session: AsyncSession, sitting: Sitting | None) -> frozenset[int]:
    """Ids of those who are there now; nobody without a sitting."""
    if sitting is None:
        return frozenset()
    found = await session.scalars(
        select(Presence.person_id).where(
            Presence.sitting_id == sitting.id, Presence.left_at.is_(None)
        )
    )
    return frozenset(found)


async def open_sitting(at: Acting, commission_id: int) -> Sitting:
    """Chair or secretary begins a sitting; they are there, and the other members are told.

    Raises Refusal where the commission lacks somebody by now, TooLate while it sits already.
    """
    commission, _ = await own_commission(at, commission_id, *OFFICERS)
    await at.session.refresh(commission, with_for_update=True)
    members = await members_of(at.session, commission.id, at.now)
    require_complete(members, at.programme.award)
    if await open_sitting_of(at.session, commission.id) is not None:
        raise TooLate("refused-sitting-open")
    sitting = Sitting(commission_id=commission.id, opened_by=at.actor.id, opened_at=at.now)
    at.session.add(sitting)
    await at.session.flush()
    at.session.add(Presence(sitting_id=sitting.id, person_id=at.actor.id, at=at.now))
    await _note(at, "sitting.opened", sitting)
    await tell_where_short(at, commission)  # a household may have been declared meanwhile
    for member in members:
        if member.person_id is not None and member.person_id != at.actor.id:
            tell(
                at.session,
                member.person_id,
                NoticeKind.SITTING_OPENED,
                at.now,
                commission=commission.id,
                sitting=sitting.id,
            )
    return sitting


async def arrive(at: Acting, commission_id: int) -> None:
    """A member says that they are there."""
    sitting = await own_sitting(at, commission_id)
    there = await at.session.get(Presence, (sitting.id, at.actor.id))
    if there is None:
        at.session.add(Presence(sitting_id=sitting.id, person_id=at.actor.id, at=at.now))
    elif there.left_at is None:
        return
    else:
        there.left_at = None
    await _note(at, "sitting.arrived", sitting)


async def leave(at: Acting, commission_id: int) -> None:
    """A member goes before the end: decisions from now on are made without them."""
    sitting = await own_sitting(at, commission_id)
    there = await at.session.get(Presence, (sitting.id, at.actor.id))
    if there is None or there.left_at is not None:
        raise TooLate("refused-not-present")
    there.left_at = at.now
    await _note(at, "sitting.left", sitting)


async def close_sitting(at: Acting, commission_id: int) -> SittingProtocol | None:
    """Chair or secretary ends the sitting; its protocol, if anything was decided in it."""
    await own_commission(at, commission_id, *OFFICERS)
    sitting = await own_sitting(at, commission_id, lock=True)
    sitting.closed_by, sitting.closed_at = at.actor.id, at.now
    await _note(at, "sitting.closed", sitting)
    decided = exists().where(Candidacy.sitting_id == sitting.id)
    if not await at.session.scalar(select(decided)):
        return None
    commission = await at.session.get_one(Commission, sitting.commission_id)
    return await issue(at, commission, sitting)


async def own_sitting(at: Acting, commission_id: int, *, lock: bool = False) -> Sitting:
    """The sitting of a commission in which the person sits; raises TooLate where there is none."""
    commission, _ = await own_commission(at, commission_id)
    return await sitting_of(at, commission, lock=lock)


async def sitting_of(at: Acting, commission: Commission, *, lock: bool = False) -> Sitting:
    """The same, for who has looked at the scope."""
    sitting = await open_sitting_of(at.session, commission.id)
    if sitting is not None and lock:
        await at.session.refresh(sitting, with_for_update=True)
    if sitting is None or sitting.closed_at is not None:
        raise TooLate("refused-sitting-closed")
    return sitting


async def _note(at: Acting, action: str, sitting: Sitting) -> None:
    await record(at.session, at.actor.id, action, "sitting", sitting.id, at.now)
