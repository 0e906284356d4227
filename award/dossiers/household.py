"""Whom staff and members of commissions live with, by their own word: they never decide on them.

See programme.md §8.1.
"""

import datetime as dt

from sqlalchemy import exists, select

from award.access.acting import Acting
from award.access.actor import STAFF
from award.audit import record
from award.calendar.zones import today_in
from award.errors import NotAllowed, NotFound, Refusal
from award.programme.eligibility import age_on
from award.typed import fitting
from storage.tables import Commission, CommissionMember, HouseholdMember

NAME_LENGTH = (3, 120)  # characters
MOST = 20
OLDEST = 120  # years


async def may_declare(at: Acting) -> bool:
    """Whether the acting person is of the staff, or of a commission whose work is not over."""
    if any(at.actor.has(kind) for kind in STAFF):
        return True
    seat = exists().where(
        CommissionMember.person_id == at.actor.id,
        CommissionMember.until.is_(None),
        Commission.id == CommissionMember.commission_id,
        Commission.closed_at.is_(None),
    )
    return bool(await at.session.scalar(select(seat)))


async def own_household(at: Acting) -> tuple[HouseholdMember, ...]:
    """Those whom the acting person has declared; raises NotAllowed for who decides on nobody."""
    await _require_deciding(at)
    return tuple(
        await at.session.scalars(
            select(HouseholdMember)
            .where(HouseholdMember.person_id == at.actor.id)
            .order_by(HouseholdMember.id)
        )
    )


def household_name(words: str) -> str:
    """A name as it is declared; raises Refusal for what is none."""
    name = fitting(words, NAME_LENGTH)
    if name is None or " " not in name:
        raise Refusal("refused-household-name")
    return name


async def declare(at: Acting, full_name: str, birth_date: dt.date) -> HouseholdMember:
    """Declare somebody of one's household; raises Refusal for a name or date that is none."""
    declared = await own_household(at)
    today = today_in(at.programme, None, at.now)
    if not 0 <= age_on(birth_date, today) <= OLDEST:
        raise Refusal("refused-household-date")
    if len(declared) >= MOST:
        raise Refusal("refused-household-many", most=MOST)
    member = HouseholdMember(
        person_id=at.actor.id,
        full_name=household_name(full_name),
        birth_date=birth_date,
        declared_at=at.now,
    )
    at.session.add(member)
    await at.session.flush()
    await record(
        at.session, at.actor.id, "household.declared", "household_member", member.id, at.now
    )
    return member


async def drop(at: Acting, member_id: int) -> None:
    """Somebody does not live there any more; raises NotFound for another's."""
    await _require_deciding(at)
    member = await at.session.get(HouseholdMember, member_id)
    if member is None or member.person_id != at.actor.id:
        raise NotFound
    await at.session.delete(member)
    await record(
        at.session, at.actor.id, "household.dropped", "household_member", member_id, at.now
    )


async def _require_deciding(at: Acting) -> None:
    if not await may_declare(at):
        raise NotAllowed
