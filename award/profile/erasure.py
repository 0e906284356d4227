"""The erasure of a person at their own wish (programme.md §4.11).

What remains has no name and leads to nobody: award/retention.
"""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select

from award.access.acting import Acting
from award.access.actor import in_force
from award.access.scope import mentors
from award.errors import Refusal
from award.retention.enrolments import forget_enrolments, locked_alone
from award.retention.people import forget_account
from award.retention.record import PERSON, record_erased
from storage.tables import (
    OPEN_STATES,
    Enrolment,
    EnrolmentState,
    Role,
    RoleKind,
)


async def may_erase(at: Acting) -> None:
    """Raises Refusal for whom others depend on: the last operator, a mentor with participants."""
    if at.actor.has(RoleKind.OPERATOR):
        others = await at.session.scalar(
            select(func.count(Role.id)).where(
                Role.kind == RoleKind.OPERATOR, Role.person_id != at.actor.id, in_force(at.now)
            )
        )
        if not others:
            raise Refusal("refused-last-operator")
    mentored = await at.session.scalar(
        select(func.count(Enrolment.id)).where(
            Enrolment.mentor_id == at.actor.id,
            Enrolment.person_id != at.actor.id,
            Enrolment.state.in_(OPEN_STATES),
            Enrolment.state != EnrolmentState.DRAFT,
        )
    )
    if mentored:
        raise Refusal("refused-mentor-has-participants", participants=mentored)


async def erase(at: Acting) -> None:
    """Erase everything personal of the acting person and unlink their account, for good.

    Open enrolments are withdrawn from and their mentors told; roles end. What is in the journals
    goes right after this transaction (`scheduler/erasures.py`). Raises Refusal as `may_erase`.
    """
    await may_erase(at)
    theirs = select(Enrolment.id).where(Enrolment.person_id == at.actor.id)
    await forget_enrolments(at.session, await locked_alone(at.session, theirs), at.now)
    await forget_account(at.session, at.actor.id, at.now)
    await record_erased(at.session, at.actor.id, PERSON, at.actor.id, at.now)


@dataclass(frozen=True, slots=True)
class Left:
    """What is still known of a participant who erased their data: the level's code, the start."""

    level: str | None
    begun_at: dt.datetime


async def who_left(at: Acting, enrolment_id: int) -> Left | None:
    """A participant of this mentor who is not known here any more; None for anyone else."""
    enrolment = await at.session.get_one(Enrolment, enrolment_id)
    gone = enrolment.state is EnrolmentState.WITHDRAWN and mentors(at.actor, enrolment)
    return Left(enrolment.level, enrolment.begun_at) if gone else None
