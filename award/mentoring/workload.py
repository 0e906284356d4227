"""What waits for a member of staff: the counts that their menu shows (programme.md §7)."""

from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.scope import mentored_by
from storage.tables import (
    PLANNED_STATES,
    SIGNED_STATES,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    RoleKind,
)


@dataclass(frozen=True, slots=True)
class Workload:
    """Entries waiting for this mentor's review, new applications, participants now;
    applications without a mentor that this person may give one."""

    entries: int = 0
    newcomers: int = 0
    participants: int = 0
    unassigned: int = 0


async def workload(at: Acting) -> Workload:
    """The counts within the acting person's own scope."""
    entries = newcomers = participants = 0
    if at.actor.has(RoleKind.MENTOR):
        entries = await _count(
            at.session,
            select(func.count(Entry.id))
            .join(Enrolment, Enrolment.id == Entry.enrolment_id)
            .where(
                mentored_by(at.actor),
                Enrolment.state.in_(SIGNED_STATES),
                Entry.state == EntryState.SUBMITTED,
            ),
        )
        own = select(func.count(Enrolment.id)).where(mentored_by(at.actor))
        newcomers = await _count(at.session, own.where(Enrolment.state == EnrolmentState.SUBMITTED))
        participants = await _count(at.session, own.where(Enrolment.state.in_(PLANNED_STATES)))
    return Workload(entries, newcomers, participants, await _unassigned(at))


async def _unassigned(at: Acting) -> int:
    waiting = select(func.count(Enrolment.id)).where(
        Enrolment.state == EnrolmentState.SUBMITTED, Enrolment.mentor_id.is_(None)
    )
    if at.actor.has(RoleKind.OPERATOR):
        return await _count(at.session, waiting)
    centres = [role.centre_id for role in at.actor.roles if role.kind == RoleKind.CENTRE_HEAD]
    if not centres:
        return 0
    return await _count(at.session, waiting.where(Enrolment.centre_id.in_(centres)))


async def _count(session: AsyncSession, query: Select[int]) -> int:
    return int(await session.scalar(query) or 0)
