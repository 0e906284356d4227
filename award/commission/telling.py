"""Who is told what becomes of candidates: all around them; operators, where members are few."""

import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import in_force
from award.access.birth_dates import needs_representative
from award.access.responsible import heads_of, operators, tell_mentor
from award.commission.rules import FEWEST
from award.commission.scope import kept_out, members_of
from award.outbox import NoticeKind, tell, tell_all_once
from storage.tables import (
    Candidacy,
    Commission,
    CommissionMember,
    Enrolment,
    Person,
    Role,
    RoleKind,
    Urgency,
)


async def tell_all_around(
    at: Acting,
    enrolment: Enrolment,
    *,
    own: NoticeKind,
    staff: NoticeKind,
    urgency: Urgency = Urgency.SOON,
    **details: Any,
) -> None:
    """`own` to the participant and a minor's representatives, `staff` to mentor and heads."""
    participant = await at.session.get_one(Person, enrolment.person_id)
    family = [participant.id]
    if await needs_representative(at.session, at.programme, participant, at.now):
        family += await at.session.scalars(
            select(Role.person_id).where(
                Role.kind == RoleKind.REPRESENTATIVE,
                Role.ward_id == participant.id,
                in_force(at.now),
            )
        )
    for person in dict.fromkeys(family):
        tell(at.session, person, own, at.now, urgency=urgency, **details)
    await tell_mentor(at.session, enrolment, staff, at.now, **details)
    if enrolment.centre_id is not None:
        for head in await heads_of(at.session, enrolment.centre_id, at.now):
            tell(at.session, head, staff, at.now, **details)


async def short_of_members(
    session: AsyncSession, commission_id: int, members: Sequence[CommissionMember]
) -> tuple[int, ...]:
    """Numbers of the dossiers before a commission of which too few of its members may decide."""
    found = await session.scalars(
        select(Candidacy)
        .where(Candidacy.commission_id == commission_id, Candidacy.ended_at.is_(None))
        .order_by(Candidacy.dossier_id)
    )
    candidacies = found.all()
    out = await kept_out(session, candidacies)
    people = {member.person_id for member in members}
    return tuple(each.dossier_id for each in candidacies if len(people - out[each.id]) < FEWEST)


async def tell_where_short(at: Acting, commission: Commission) -> None:
    """Ask the operators to seat another, where too few could decide; once of the same dossiers."""
    members = await members_of(at.session, commission.id, at.now)
    short = await short_of_members(at.session, commission.id, members)
    if not short:
        return
    which = hashlib.sha256(repr((short, sorted(each.id for each in members))).encode()).hexdigest()
    await tell_all_once(
        at.session,
        await operators(at.session, at.now),
        NoticeKind.COMMISSION_SHORT,
        f"short:{commission.id}:{which[:16]}",
        at.now,
        commission=commission.id,
    )
