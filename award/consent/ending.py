"""Who represents a participant, and the end of it: by who came of age, by the operator (§7)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select, update

from award.access.acting import Acting
from award.access.actor import in_force
from award.access.birth_dates import needs_representative
from award.audit import record
from award.consent.asking import ask_where_unsigned
from award.errors import NotFound, Refusal, TooLate
from award.outbox import NoticeKind, tell
from storage.locking import locked
from storage.tables import SIGNED_STATES, Certificate, Enrolment, Person, Role, RoleKind


class EndReason(StrEnum):
    """Why a representative is none any more; each has its words, `end-reason-<code>`."""

    OF_AGE = "of_age"  # the participant's own decision
    COURT = "court"
    WRONG_PERSON = "wrong_person"
    ASKED = "asked"  # by themself, or by the family


# By the operator; after these nobody becomes the same child's representative again.
BY_OPERATOR = (EndReason.WRONG_PERSON, EndReason.COURT, EndReason.ASKED)
NOT_AGAIN = (EndReason.WRONG_PERSON, EndReason.COURT)


@dataclass(frozen=True)
class Representative:
    """A representative of a participant; `shared`: reads on by the wish of who came of age."""

    role_id: int
    name: str
    phone: str | None
    since: dt.datetime
    shared: bool


async def own_representatives(at: Acting) -> tuple[Representative, ...]:
    """Those of the acting person, the earliest first."""
    return await representatives_of(at, at.actor.id)


async def is_of_age(at: Acting) -> bool:
    """Whether the acting person decides alone: without a representative, by every date."""
    person = await at.session.get_one(Person, at.actor.id)
    known = person.birth_date is not None
    return known and not await needs_representative(at.session, at.programme, person, at.now)


async def share(at: Acting, role_id: int, *, shared: bool) -> None:
    """Who came of age lets a representative read on, or not any more; raises Refusal before."""
    role = await _own(at, role_id)
    if not await is_of_age(at):
        raise Refusal("refused-not-of-age")
    role.shared_since = at.now if shared else None
    action = "representative.shared" if shared else "representative.unshared"
    await record(at.session, at.actor.id, action, "role", role.id, at.now)


async def end_by_own_wish(at: Acting, role_id: int) -> None:
    """Who came of age ends a representative's role; raises Refusal before the 18th birthday."""
    role = await _own(at, role_id)
    if not await is_of_age(at):
        raise Refusal("refused-not-of-age")
    await _end(at, role, EndReason.OF_AGE)


async def end_representative(at: Acting, role_id: int, reason: EndReason) -> bool:
    """The operator ends a representative's role; whether a minor now waits for another.

    The person is told, the participant and their other representatives. Raises NotFound where
    staff see nothing of the participant.
    """
    at.actor.require(RoleKind.OPERATOR)
    if reason not in BY_OPERATOR:
        raise NotFound
    role = await _in_force(at, role_id)
    await _require_seen(at, role.ward_id)
    await _end(at, role, reason)
    assert role.ward_id is not None
    told = {role.ward_id} | {
        other.person_id for other in await _roles(at, role.ward_id) if other.id != role.id
    }
    for person_id in sorted(told - {role.person_id}):
        tell(at.session, person_id, NoticeKind.REPRESENTATIVE_ENDED, at.now, role=role.id)
    return await ask_where_unsigned(at, role.ward_id)


async def representatives_of(at: Acting, person_id: int) -> tuple[Representative, ...]:
    """Those of a participant; for themself and the operator."""
    if person_id != at.actor.id:
        at.actor.require(RoleKind.OPERATOR)
        await _require_seen(at, person_id)
    found = []
    for role in await _roles(at, person_id):
        person = await at.session.get_one(Person, role.person_id)
        found.append(
            Representative(
                role.id,
                person.full_name or "",
                person.phone,
                role.since,
                role.shared_since is not None,
            )
        )
    return tuple(found)


class Ended(StrEnum):
    """Whose role it is, to who is told of its end."""

    OWN = "own"
    OF_AGE = "of_age"  # one's own, whose participant is 18 by now
    MINE = "mine"  # of one who represented the reader
    ANOTHER = "another"  # of another representative of the same participant


async def ended(at: Acting, role_id: int) -> Ended | None:
    """What the end of a representative's role is to the reader; None for whom it is nothing."""
    role = await at.session.get(Role, role_id)
    if role is None or role.kind is not RoleKind.REPRESENTATIVE:
        return None
    if role.person_id == at.actor.id:
        return Ended.OF_AGE if role.until is None else Ended.OWN
    if role.ward_id == at.actor.id:
        return Ended.MINE
    others = {each.person_id for each in await _roles(at, role.ward_id or 0)}
    return Ended.ANOTHER if at.actor.id in others else None


async def _end(at: Acting, role: Role, reason: EndReason) -> None:
    role.until = at.now
    role.shared_since = None
    role.end_reason = reason.value
    await at.session.flush()
    # What they let be told of a minor who holds a certificate ends with them.
    theirs = Certificate.person_id == role.ward_id
    await at.session.execute(update(Certificate).where(theirs).values(named_since=None))
    await record(
        at.session,
        at.actor.id,
        "representative.ended",
        "role",
        role.id,
        at.now,
        reason=reason.value,
    )
    tell(at.session, role.person_id, NoticeKind.REPRESENTATIVE_ENDED, at.now, role=role.id)


async def _require_seen(at: Acting, person_id: int | None) -> None:
    signed = select(Enrolment.id).where(
        Enrolment.person_id == person_id, Enrolment.state.in_(SIGNED_STATES)
    )
    if await at.session.scalar(signed.limit(1)) is None:
        raise NotFound


async def _own(at: Acting, role_id: int) -> Role:
    role = await _in_force(at, role_id)
    if role.ward_id != at.actor.id:
        raise NotFound
    return role


async def _in_force(at: Acting, role_id: int) -> Role:
    role = await locked(at.session, Role, role_id)
    if role is None or role.kind is not RoleKind.REPRESENTATIVE:
        raise NotFound
    if role.until is not None and role.until <= at.now:
        raise TooLate("refused-role-ended")
    return role


async def _roles(at: Acting, ward_id: int) -> tuple[Role, ...]:
    found = await at.session.scalars(
        select(Role)
        .where(Role.kind == RoleKind.REPRESENTATIVE, Role.ward_id == ward_id, in_force(at.now))
        .order_by(Role.id)
    )
    return tuple(found)
