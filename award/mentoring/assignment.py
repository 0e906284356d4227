"""Applications without a mentor, and giving one to a mentor of the centre (programme.md §4.6)."""

from sqlalchemy import select

from award.access.acting import Acting
from award.access.actor import in_force
from award.access.responsible import tell_mentor
from award.audit import record
from award.centres.offers import is_offered
from award.errors import NotFound, TooLate
from award.outbox import NoticeKind, tell
from storage.locking import locked
from storage.tables import (
    SIGNED_STATES,
    Enrolment,
    EnrolmentState,
    Role,
    RoleKind,
)


async def assign_mentor(at: Acting, enrolment_id: int, mentor_id: int) -> Enrolment:
    """Give a submitted application a mentor: the head of its centre or an operator may (§4.5).

    Raises NotFound out of scope or for one who is no mentor there, TooLate when it has one.
    """
    enrolment = await unassigned(at, enrolment_id)
    if not await is_offered(at.session, enrolment, mentor_id, at.now):
        raise NotFound
    if enrolment.centre_id is None:
        enrolment.centre_id = await at.session.scalar(
            select(Role.centre_id).where(
                Role.person_id == mentor_id, Role.kind == RoleKind.MENTOR, in_force(at.now)
            )
        )
    enrolment.mentor_id = mentor_id
    await record(
        at.session,
        at.actor.id,
        "mentor.assigned",
        "enrolment",
        enrolment.id,
        at.now,
        mentor=mentor_id,
    )
    await tell_mentor(
        at.session, enrolment, NoticeKind.APPLICATION_NEW, at.now, enrolment=enrolment.id
    )
    tell(
        at.session, enrolment.person_id, NoticeKind.MENTOR_ASSIGNED, at.now, enrolment=enrolment.id
    )
    return enrolment


async def unassigned(at: Acting, enrolment_id: int) -> Enrolment:
    """A submitted application without a mentor, for one who may choose it; locked for a change.

    Raises NotFound out of scope, TooLate when it has a mentor or is not waiting any more.
    """
    at.actor.require(RoleKind.CENTRE_HEAD, RoleKind.OPERATOR)
    enrolment = await locked(at.session, Enrolment, enrolment_id)
    if enrolment is None or enrolment.state not in SIGNED_STATES:
        raise NotFound
    heads = enrolment.centre_id is not None and any(
        role.kind is RoleKind.CENTRE_HEAD and role.centre_id == enrolment.centre_id
        for role in at.actor.roles
    )
    if not heads and not at.actor.has(RoleKind.OPERATOR):
        raise NotFound
    if enrolment.mentor_id is not None or enrolment.state is not EnrolmentState.SUBMITTED:
        raise TooLate("refused-mentor-assigned")
    return enrolment
