"""What a member of a commission may see and do, and until when (§8.6).

A member reaches the candidates that were put to their commission while it is open and they sit in
it, but none with whom they are in conflict or from whom they stepped back.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.dossiers.conflicts import DECIDING, barred
from award.dossiers.endings import still_goes_on
from award.errors import NotFound, TooLate
from storage.locking import locked
from storage.tables import (
    Ballot,
    Candidacy,
    Commission,
    CommissionMember,
    Dossier,
    DossierState,
    Enrolment,
    InterviewTime,
    RoleKind,
    Seat,
)

# The order in which the seats preside: the next where the one before is in conflict.
PRESIDING = (Seat.CHAIR, Seat.SECRETARY, Seat.MEMBER)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate before a member, who is in no conflict with them.

    `out`: ids of those who may not decide on them. `interviewed`: they came to an interview of this
    commission.
    """

    candidacy: Candidacy
    commission: Commission
    dossier: Dossier
    enrolment: Enrolment
    member: CommissionMember
    out: frozenset[int]
    interviewed: bool


def seated(now: datetime) -> ColumnElement[bool]:
    """The condition that somebody sits in a commission."""
    return and_(
        CommissionMember.person_id.is_not(None),
        CommissionMember.since <= now,
        or_(CommissionMember.until.is_(None), CommissionMember.until > now),
    )


def at_work() -> ColumnElement[bool]:
    """The condition that a commission is open."""
    return Commission.opened_at.is_not(None) & Commission.closed_at.is_(None)


async def sits(at: Acting) -> bool:
    """Whether the person sits in a commission that is open."""
    theirs = exists().where(
        CommissionMember.person_id == at.actor.id,
        seated(at.now),
        Commission.id == CommissionMember.commission_id,
        at_work(),
    )
    return bool(await at.session.scalar(select(theirs)))


async def operators_commission(at: Acting, commission_id: int) -> Commission:
    """Any commission, locked, for an operator."""
    at.actor.require(RoleKind.OPERATOR)
    commission = await locked(at.session, Commission, commission_id)
    if commission is None:
        raise NotFound
    return commission


async def own_commission(
    at: Acting, commission_id: int, *seats: Seat
) -> tuple[Commission, CommissionMember]:
    """An open commission in which the person sits, in one of these seats or in any.

    Raises NotFound for everybody else, and once it is closed or their membership has ended.
    """
    found = await at.session.execute(
        select(Commission, CommissionMember)
        .join(CommissionMember, CommissionMember.commission_id == Commission.id)
        .where(
            Commission.id == commission_id,
            at_work(),
            CommissionMember.person_id == at.actor.id,
            seated(at.now),
        )
    )
    row = found.first()
    if row is None or (seats and row[1].seat not in seats):
        raise NotFound
    return row[0], row[1]


async def own_candidate(at: Acting, candidacy_id: int, *, lock: bool = False) -> Candidate:
    """A candidate whom the person may see, mark and decide on; with `lock` for a change.

    Raises NotFound out of scope and for who is in conflict or stepped back, TooLate once the
    candidate was decided on or taken back.
    """
    candidacy = await at.session.get(Candidacy, candidacy_id)
    if candidacy is None:
        raise NotFound
    commission, member = await own_commission(at, candidacy.commission_id)
    if lock:
        await at.session.refresh(candidacy, with_for_update=True)
    came = exists().where(InterviewTime.candidacy_id == candidacy.id, InterviewTime.came.is_(True))
    found = await at.session.execute(
        select(Dossier, Enrolment, came)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .where(Dossier.id == candidacy.dossier_id)
    )
    dossier, enrolment, interviewed = found.one()
    if not still_goes_on(enrolment):
        raise NotFound
    out = (await kept_out(at.session, [candidacy], [dossier]))[candidacy.id]
    if at.actor.id in out:
        raise NotFound
    if candidacy.ended_at is not None:
        raise TooLate("refused-candidate-decided")
    return Candidate(candidacy, commission, dossier, enrolment, member, out, interviewed)


async def members_of(
    session: AsyncSession, commission_id: int, now: datetime
) -> list[CommissionMember]:
    """Who sits in a commission now, the chair first; those longest in it first."""
    found = await session.scalars(
        select(CommissionMember)
        .where(CommissionMember.commission_id == commission_id, seated(now))
        .order_by(CommissionMember.since, CommissionMember.id)
    )
    return sorted(found, key=lambda member: PRESIDING.index(member.seat))


async def kept_out(
    session: AsyncSession,
    candidacies: Collection[Candidacy],
    dossiers: Collection[Dossier] | None = None,
) -> dict[int, frozenset[int]]:
    """By candidacy, ids of those who may not decide on it, whatever their seat; `dossiers`: theirs,
    where they are at hand.

    Who is in conflict (`award/dossiers/conflicts.py`), who stepped back, and of an appeal whoever
    voted on the decision that it is against. Ten statements at most, however many there are.
    """
    if not candidacies:
        return {}
    if dossiers is None:
        theirs = Dossier.id.in_({each.dossier_id for each in candidacies})
        dossiers = (await session.scalars(select(Dossier).where(theirs))).all()
    conflicts = await barred(session, dossiers, DECIDING)
    stepped = await session.execute(
        select(Ballot.candidacy_id, Ballot.person_id).where(
            Ballot.candidacy_id.in_([each.id for each in candidacies]),
            Ballot.stepped_back_at.is_not(None),
        )
    )
    back = _by_first(stepped.tuples())
    before = await who_declined(session, [each.dossier_id for each in candidacies if each.appeal])
    return {
        each.id: conflicts[each.dossier_id]
        | back[each.id]
        | (before[each.dossier_id] if each.appeal else frozenset())
        for each in candidacies
    }


async def who_declined(
    session: AsyncSession, dossiers: Collection[int]
) -> dict[int, frozenset[int]]:
    """By dossier, ids of those who voted on the decision to decline it: none hears its appeal.

    Whoever heard the appeal, and declined it too, was in no conflict.
    """
    if not dossiers:
        return defaultdict(frozenset)
    voted = await session.execute(
        select(Candidacy.dossier_id, Ballot.person_id)
        .join(Ballot, Ballot.candidacy_id == Candidacy.id)
        .where(
            Candidacy.dossier_id.in_(dossiers),
            Candidacy.outcome == DossierState.DECLINED,
            Candidacy.appeal.is_(False),
            Ballot.vote.is_not(None),
        )
    )
    return _by_first(voted.tuples())


def _by_first(pairs: Iterable[tuple[int, int]]) -> dict[int, frozenset[int]]:
    found: dict[int, frozenset[int]] = defaultdict(frozenset)
    for key, value in pairs:
        found[key] |= {value}
    return found
