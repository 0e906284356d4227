"""Applications without a mentor, and giving one to a mentor of the centre (programme.md §4.6)."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor, in_force
from award.access.responsible import tell_mentor
from award.audit import record
from award.centres.offers import is_offered
from award.errors import NotFound, TooLate
from award.outbox import tell
from storage.locking import locked
from storage.tables import (
    SIGNED_STATES,
    Enrolment,
    EnrolmentState,
    Role,
    RoleKind,
)


async def assign_mentor(
    session: AsyncSession, actor: Actor, enrolment_id: int, mentor_id: int, now: datetime
) -> Enrolment:
    """Give a submitted application a mentor: the head of its centre or an operator may (§4.5).

    Raises NotFound out of scope or for one who is no mentor there, TooLate when it has one.
    """
    enrolment = await unassigned(session, actor, enrolment_id)
    if not await is_offered(session, enrolment, mentor_id, now):
        raise NotFound
    if enrolment.centre_id is None:
        enrolment.centre_id = await session.scalar(
            select(Role.centre_id).where(
                Role.person_id == mentor_id, Role.kind == RoleKind.MENTOR, in_force(now)
            )
        )
    enrolment.mentor_id = mentor_id
    await record(
        session, actor.id, "mentor.assigned", "enrolment", enrolment.id, now, mentor=mentor_id
    )
    await tell_mentor(session, enrolment, "application-new", now, enrolment=enrolment.id)
    tell(session, enrolment.person_id, "mentor-assigned", now, enrolment=enrolment.id)
    return enrolment


async def unassigned(session: AsyncSession, actor: Actor, enrolment_id: int) -> Enrolment:
    """A submitted application without a mentor, for one who may choose it; locked for a change.

    Raises NotFound out of scope, TooLate when it has a mentor or is not waiting any more.
    """
    actor.require(RoleKind.CENTRE_HEAD, RoleKind.OPERATOR)
    enrolment = await locked(session, Enrolment, enrolment_id)
    if enrolment is None or enrolment.state not in SIGNED_STATES:
        raise NotFound
    heads = enrolment.centre_id is not None and any(
        role.kind is RoleKind.CENTRE_HEAD and role.centre_id == enrolment.centre_id
        for role in actor.roles
    )
    if not heads and not actor.has(RoleKind.OPERATOR):
        raise NotFound
    if enrolment.mentor_id is not None or enrolment.state is not EnrolmentState.SUBMITTED:
        raise TooLate("refused-mentor-assigned")
    return enrolment
