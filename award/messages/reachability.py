"""Whether a person can be written to: some block the bot, and come back (programme.md §5)."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.responsible import tell_mentor
from award.access.scope import mentors
from award.audit import record
from award.outbox import NoticeKind, owe_again
from storage.locking import locked_one
from storage.tables import OPEN_STATES, SIGNED_STATES, Enrolment, Person

FOLLOWED = tuple(state for state in SIGNED_STATES if state in OPEN_STATES)


async def lost(session: AsyncSession, person_id: int, now: datetime) -> None:
    """The person blocked the bot; the mentor who follows them is told, once for each time."""
    person = await locked_one(session, Person, person_id)
    if person.unreachable_since is not None:
        return
    person.unreachable_since = now
    await record(session, person_id, "person.unreachable", "person", person_id, now)
    followed = await session.scalars(
        select(Enrolment).where(Enrolment.person_id == person_id, Enrolment.state.in_(FOLLOWED))
    )
    for enrolment in followed:
        await tell_mentor(
            session, enrolment, NoticeKind.PARTICIPANT_UNREACHABLE, now, enrolment=enrolment.id
        )


async def found(session: AsyncSession, person_id: int, now: datetime) -> None:
    """The person can be written to again, and is sent what did not reach them meanwhile."""
    person = await locked_one(session, Person, person_id)
    if person.unreachable_since is not None:
        await owe_again(session, person_id, person.unreachable_since, now)
        person.unreachable_since = None
        await record(session, person_id, "person.reachable", "person", person_id, now)


async def still_lost(at: Acting, enrolments: Iterable[int]) -> tuple[str, ...]:
    """Names of those of these participants of this mentor who still cannot be written to."""
    found = []
    for number in enrolments:
        enrolment = await at.session.get_one(Enrolment, number)
        person = await at.session.get_one(Person, enrolment.person_id)
        theirs = enrolment.state in SIGNED_STATES and mentors(at.actor, enrolment)
        if theirs and person.unreachable_since is not None:
            found.append(person.full_name or "")
    return tuple(found)
