"""Who is told what becomes of candidates: all around them; operators, where members are few."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import in_force
from award.access.birth_dates import who_need_representative
from award.access.responsible import heads_of_all, operators, reviewers_of
from award.commission.rules import FEWEST
from award.commission.scope import kept_out, members_of
from award.outbox import NoticeKind, tell_all_once, tell_each
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
    about: Sequence[tuple[Enrolment, dict[str, Any]]],
    *,
    own: NoticeKind,
    staff: NoticeKind,
    urgency: Urgency = Urgency.SOON,
) -> None:
    """`own` to the participants and minors' representatives, `staff` to mentors and heads.

    Each of an enrolment and with details of its own; as many statements for many as for one.
    """
    enrolments = [enrolment for enrolment, _ in about]
    parents = await _parents(at, {enrolment.person_id for enrolment in enrolments})
    mentors = await reviewers_of(at.session, enrolments, at.now)
    centres = {each.centre_id for each in enrolments if each.centre_id is not None}
    heads = await heads_of_all(at.session, centres, at.now)
    family: list[tuple[int, dict[str, Any]]] = []
    others: list[tuple[int, dict[str, Any]]] = []
    for enrolment, details in about:
        theirs = dict.fromkeys((enrolment.person_id, *parents[enrolment.person_id]))
        family += [(person, details) for person in theirs]
        mentor, centre = mentors[enrolment.id], enrolment.centre_id
        of_centre = heads.get(centre, ()) if centre is not None else ()
        others += [(person, details) for person in (mentor, *of_centre) if person is not None]
    await tell_each(at.session, family, own, at.now, urgency=urgency)
    await tell_each(at.session, others, staff, at.now)


async def _parents(at: Acting, participants: Collection[int]) -> Mapping[int, list[int]]:
    """By minor, ids of who represents them."""
    people = await at.session.scalars(select(Person).where(Person.id.in_(participants)))
    minors = await who_need_representative(at.session, at.programme, people.all(), at.now)
    found = await at.session.execute(
        select(Role.ward_id, Role.person_id).where(
            Role.kind == RoleKind.REPRESENTATIVE, Role.ward_id.in_(minors), in_force(at.now)
        )
    )
    parents: dict[int, list[int]] = defaultdict(list)
    for ward, person in found.tuples():
        if ward is not None:
            parents[ward].append(person)
    return parents


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
