"""Commissions as operators and members see them: lists, who is in one, what is left (§8.6)."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.audit import record
from award.commission.putting import Waiting, waiting_for
from award.commission.scope import (
    at_work,
    kept_out,
    members_of,
    own_commission,
    seated,
)
from award.commission.seats import Lacking, missing
from award.commission.sittings import open_sitting_of, present_in
from award.commission.telling import short_of_members
from award.dossiers.endings import goes_on
from award.errors import NotFound, TooLate
from award.paging import PAGE, page_of
from storage.tables import (
    Ballot,
    Candidacy,
    Commission,
    CommissionMember,
    Dossier,
    DossierState,
    Enrolment,
    Person,
    Points,
    RoleKind,
    Seat,
    Sitting,
    SittingProtocol,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A commission in a list; `undecided`: candidates before it."""

    commission: Commission
    undecided: int


@dataclass(frozen=True, slots=True)
class SeatSeen:
    """A seat, and the name of who sits in it; None: the link was not taken yet."""

    member: CommissionMember
    name: str | None


@dataclass(frozen=True, slots=True)
class CommissionSeen:
    """A commission for an operator: `lacking` as `missing` says it, `waiting` within its scope.

    `short`: numbers of the dossiers before it of which too few members may decide.
    """

    commission: Commission
    seats: tuple[SeatSeen, ...]
    lacking: tuple[Lacking, ...]
    undecided: int
    decided: int
    waiting: Waiting
    short: tuple[int, ...]
    protocols: tuple[SittingProtocol, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """A commission for a member: `left` candidates before them of `before` it.

    `hidden`: how many more there are, of whom the member is in conflict or stepped back.

    `seat`: their own; `sits`: it sits now; `here`: they are there, among `present` people.
    """

    commission: Commission
    seat: Seat
    before: int
    left: int
    hidden: int
    sits: bool
    here: bool
    present: int
    members: int
    protocols: tuple[SittingProtocol, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A candidate in a member's list; `done`: with them for now, `closed`: marks are open."""

    candidacy: Candidacy
    dossier: int
    name: str
    level: str
    state: DossierState
    done: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """A page, from 0, of a member's candidates; `pages` is at least 1."""

    commission: Commission
    rows: tuple[Line, ...]
    page: int
    pages: int
    total: int


async def commissions(at: Acting, page: int) -> tuple[tuple[Listed, ...], int, int]:
    """A page of all commissions for an operator, the newest first; its number, how many pages."""
    at.actor.require(RoleKind.OPERATOR)
    total = await at.session.scalar(select(func.count(Commission.id))) or 0
    page, pages = page_of(total, PAGE, page)
    found = await at.session.scalars(
        select(Commission)
        .order_by(Commission.closed_at.is_not(None), Commission.id.desc())
        .offset(page * PAGE)
        .limit(PAGE)
    )
    return await _listed(at.session, found.all()), page, pages


async def own_commissions(at: Acting) -> tuple[Listed, ...]:
    """The open commissions in which the person sits."""
    found = await at.session.scalars(
        select(Commission)
        .join(CommissionMember, CommissionMember.commission_id == Commission.id)
        .where(at_work(), CommissionMember.person_id == at.actor.id, seated(at.now))
        .order_by(Commission.id)
    )
    return await _listed(at.session, found.all())


async def _listed(session: AsyncSession, found: Sequence[Commission]) -> tuple[Listed, ...]:
    counts = await session.execute(
        select(Candidacy.commission_id, func.count())
        .where(
            Candidacy.commission_id.in_([each.id for each in found]), Candidacy.ended_at.is_(None)
        )
        .group_by(Candidacy.commission_id)
    )
    undecided = dict(counts.tuples().all())
    return tuple(Listed(each, undecided.get(each.id, 0)) for each in found)


async def commission_seen(at: Acting, commission_id: int) -> CommissionSeen:
    """A commission with who sits in it, for an operator; a look is on the record."""
    at.actor.require(RoleKind.OPERATOR)
    commission = await at.session.get(Commission, commission_id)
    if commission is None:
        raise NotFound
    await record(at.session, at.actor.id, "commission.seen", "commission", commission.id, at.now)
    seats = await at.session.execute(
        select(CommissionMember, Person.full_name)
        .outerjoin(Person, Person.id == CommissionMember.person_id)
        .where(CommissionMember.commission_id == commission.id, CommissionMember.until.is_(None))
        .order_by(CommissionMember.id)
    )
    of_it = Candidacy.commission_id == commission.id
    members = await members_of(at.session, commission.id, at.now)
    return CommissionSeen(
        commission=commission,
        seats=tuple(SeatSeen(member, name) for member, name in seats),
        lacking=missing(members, at.programme.award),
        undecided=await _count(at.session, of_it & Candidacy.ended_at.is_(None)),
        decided=await _count(at.session, of_it & Candidacy.outcome.is_not(None)),
        waiting=await waiting_for(at.session, commission),
        short=await short_of_members(at.session, commission.id, members),
        protocols=await _protocols(at.session, commission.id),
    )


async def seat_seen(at: Acting, member_id: int) -> tuple[SeatSeen, Commission]:
    """A seat with the name of who took it, for an operator; TooLate once it has ended."""
    at.actor.require(RoleKind.OPERATOR)
    member = await at.session.get(CommissionMember, member_id)
    if member is None:
        raise NotFound
    if member.person_id is None or member.until is not None:
        raise TooLate("refused-seat-taken")
    person = await at.session.get_one(Person, member.person_id)
    commission = await at.session.get_one(Commission, member.commission_id)
    await record(at.session, at.actor.id, "commission.seen", "commission", commission.id, at.now)
    return SeatSeen(member, person.full_name), commission


async def desk(at: Acting, commission_id: int) -> Desk:
    """A commission for somebody who sits in it."""
    commission, member = await own_commission(at, commission_id)
    sitting = await open_sitting_of(at.session, commission.id)
    present = await present_in(at.session, sitting)
    all_ = await _undecided(at.session, commission.id)
    before = await _theirs(at, all_)
    done = await _done(at, before)
    return Desk(
        commission=commission,
        seat=member.seat,
        before=len(before),
        left=sum(1 for each in before if each.id not in done),
        hidden=len(all_) - len(before),
        sits=sitting is not None,
        here=at.actor.id in present,
        present=len(present),
        members=len(await members_of(at.session, commission.id, at.now)),
        protocols=await _protocols(at.session, commission.id),
    )


async def candidates(at: Acting, commission_id: int, page: int) -> Lines:
    """A page of the candidates before the member, without those who are none of theirs to see."""
    commission, _ = await own_commission(at, commission_id)
    before = await _before(at, commission.id)
    page, pages = page_of(len(before), PAGE, page)
    shown = before[page * PAGE : (page + 1) * PAGE]
    done = await _done(at, shown)
    found = await at.session.execute(
        select(Dossier.id, Dossier.state, Person.full_name, Enrolment.level)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Dossier.id.in_([each.dossier_id for each in shown]))
    )
    facts = {number: (state, name, level) for number, state, name, level in found}
    await record(at.session, at.actor.id, "candidates.listed", "commission", commission.id, at.now)
    rows = []
    for each in shown:
        state, name, level = facts[each.dossier_id]
        rows.append(
            Line(
                each,
                each.dossier_id,
                name or "",
                level or "",
                state,
                done=each.id in done,
                closed=each.marks_closed_at is not None,
            )
        )
    return Lines(commission, tuple(rows), page, pages, len(before))


async def next_candidate(at: Acting, commission_id: int, after: int) -> tuple[int | None, int]:
    """The candidate whom the member has to look at next, behind another; and how many are left.

    Left are those whom they have still to mark, or to vote on once marks are open.
    """
    commission, _ = await own_commission(at, commission_id)
    before = await _before(at, commission.id)
    done = await _done(at, before)
    left = [each.id for each in before if each.id not in done]
    behind = [number for number in left if number > after]
    following = next(iter(behind or [number for number in left if number != after]), None)
    return following, len(left)


async def _before(at: Acting, commission_id: int) -> list[Candidacy]:
    """Candidates who are not decided on, and with whom the member is in no conflict."""
    return await _theirs(at, await _undecided(at.session, commission_id))


async def _undecided(session: AsyncSession, commission_id: int) -> Sequence[Candidacy]:
    found = await session.scalars(
        select(Candidacy)
        .join(Dossier, Dossier.id == Candidacy.dossier_id)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .where(
            Candidacy.commission_id == commission_id,
            Candidacy.ended_at.is_(None),
            goes_on(),
        )
        .order_by(Candidacy.id)
    )
    return found.all()


async def _theirs(at: Acting, candidacies: Sequence[Candidacy]) -> list[Candidacy]:
    out = await kept_out(at.session, candidacies)
    return [each for each in candidacies if at.actor.id not in out[each.id]]


async def _done(at: Acting, candidacies: Sequence[Candidacy]) -> set[int]:
    """Ids of those with whom the member is done for now: marked by all that everybody is marked
    by, or voted on once marks are open.
    """
    asked = sum(1 for each in at.programme.award.criteria if not each.of_interview)
    hidden = [each.id for each in candidacies if each.marks_closed_at is None]
    opened = [each.id for each in candidacies if each.marks_closed_at is not None]
    marked = await at.session.scalars(
        select(Points.candidacy_id)
        .where(Points.candidacy_id.in_(hidden), Points.person_id == at.actor.id)
        .group_by(Points.candidacy_id)
        .having(func.count() >= asked)
    )
    voted = await at.session.scalars(
        select(Ballot.candidacy_id).where(
            Ballot.candidacy_id.in_(opened),
            Ballot.person_id == at.actor.id,
            Ballot.vote.is_not(None),
        )
    )
    return {*marked, *voted}


async def _count(session: AsyncSession, which: ColumnElement[bool]) -> int:
    return await session.scalar(select(func.count(Candidacy.id)).where(which)) or 0


async def _protocols(session: AsyncSession, commission_id: int) -> tuple[SittingProtocol, ...]:
    found = await session.scalars(
        select(SittingProtocol)
        .join(Sitting, Sitting.id == SittingProtocol.sitting_id)
        .where(Sitting.commission_id == commission_id)
        .order_by(SittingProtocol.id.desc())
        .limit(PAGE)
    )
    return tuple(found)
