"""From the 18th birthday on the participant decides alone (programme.md §7)."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import Actor, in_force
from award.access.birth_dates import needs_representative
from award.access.invitations import revoke_links
from award.audit import record
from award.calendar import DAY, local_date
from award.calendar.zones import in_zone
from award.consent.asking import go_on
from award.outbox import NoticeKind, tell_once
from award.programme import Programme
from award.programme.eligibility import birthday
from storage.tables import (
    BirthDate,
    Enrolment,
    EnrolmentState,
    InvitationKind,
    Person,
    Role,
    RoleKind,
)

# Who came of age longer ago was told of it; a service that stood still may be late.
LATEST = DAY * 31


async def came_of_age(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> int:
    """What ends and begins with the 18th birthday, for the participants of a zone; how many.

    What waits for a representative goes on without one, and links to one lapse. Participant and
    representatives are told once that the latter read no more.
    """
    count = 0
    for person in await _near(session, programme, zone, now):
        if await needs_representative(session, programme, person, now):
            continue
        went_on = await _go_on_alone(session, programme, person, now)
        told = await _tell(session, person, now)
        count += went_on or told
    return count


async def _near(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> Sequence[Person]:
    """Whose application waits, or who is represented and has a date near the 18th birthday."""
    waits = exists().where(
        Enrolment.person_id == Person.id,
        Enrolment.state == EnrolmentState.AWAITING_REPRESENTATIVE,
    )
    represented = exists().where(
        Role.ward_id == Person.id, Role.kind == RoleKind.REPRESENTATIVE, in_force(now)
    )
    today = local_date(now, zone)
    bound = exists().where(BirthDate.person_id == Person.id, _near_18(BirthDate.birth_date, today))
    found = await session.scalars(
        select(Person)
        .where(
            in_zone(programme, zone, Person.region),
            or_(waits, and_(represented, or_(_near_18(Person.birth_date, today), bound))),
        )
        .order_by(Person.id)
    )
    return found.all()


def _near_18(birth_date: Any, today: dt.date) -> ColumnElement[bool]:
    """Who turned 18 within LATEST days, or a day more: the rule itself is asked afterwards."""
    near: ColumnElement[bool] = birth_date.between(
        birthday(today - LATEST - DAY, -18), birthday(today + DAY, -18)
    )
    return near


async def _go_on_alone(
    session: AsyncSession, programme: Programme, person: Person, now: dt.datetime
) -> bool:
    enrolment = await session.scalar(
        select(Enrolment)
        .where(
            Enrolment.person_id == person.id,
            Enrolment.state == EnrolmentState.AWAITING_REPRESENTATIVE,
        )
        .with_for_update()
    )
    if enrolment is None:
        return False
    await revoke_links(session, InvitationKind.REPRESENTATIVE, now, enrolment_id=enrolment.id)
    alone = Actor(person.id, person.telegram_id, person.language, person.full_name, at=now)
    await go_on(Acting(session, alone, programme, now), enrolment, person)
    return True


async def _tell(session: AsyncSession, person: Person, now: dt.datetime) -> bool:
    told = await tell_once(session, person.id, NoticeKind.OF_AGE, "of-age", now)
    if not told:
        return False
    await record(session, None, "person.of_age", "person", person.id, now)
    roles = await session.scalars(
        select(Role).where(
            Role.ward_id == person.id, Role.kind == RoleKind.REPRESENTATIVE, in_force(now)
        )
    )
    for role in roles:
        once = f"of-age:{role.id}"
        await tell_once(
            session, role.person_id, NoticeKind.REPRESENTATIVE_ENDED, once, now, role=role.id
        )
    return True
