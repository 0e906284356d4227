"""What a signature under decisions changes, of one candidate or of many alike (§8.6).

As many statements for many as for one; whom no certificate can be given to stays undecided, and
keeps nobody else from theirs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.certificates.issuing import issue_all
from award.commission.rules import Verdict
from award.commission.sittings import Bench
from award.commission.telling import tell_all_around
from award.dossiers.moving import move_all
from award.errors import Refusal
from award.outbox import NoticeKind
from storage.tables import (
    Ballot,
    Candidacy,
    Commission,
    Dossier,
    DossierState,
    Enrolment,
    Person,
    Sitting,
    Urgency,
)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the votes on a candidate, which the caller has locked, come to; `who` is there."""

    candidacy: Candidacy
    votes: Mapping[int, DossierState]
    who: Bench
    found: Verdict


@dataclass(frozen=True, slots=True)
class Unsigned:
    """Who could not be decided on, by the dossier's number and the name, and why."""

    dossier_id: int
    name: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Signed:
    """How many were decided on, and who could not be."""

    count: int
    left: tuple[Unsigned, ...] = ()


@dataclass(frozen=True, slots=True)
class _Case:
    ruling: Ruling
    dossier: Dossier
    enrolment: Enrolment
    person: Person


async def sign(
    at: Acting,
    commission: Commission,
    sitting: Sitting,
    rulings: Sequence[Ruling],
    why: tuple[str | None, str | None],
    *,
    to_ceremony: bool = True,
    most: int | None = None,
) -> Signed:
    """Decide as the votes say, all alike, on up to `most`; `why`: a usual reason, or own words."""
    cases = await _locked(at.session, rulings)
    outcomes = {each.ruling.found.outcome for each in cases}
    if not cases:
        return Signed(0)
    [outcome] = outcomes
    refused: Mapping[int, Refusal] = {}
    if outcome is DossierState.AWARDED:
        # The certificates' numbers are given here, in the transaction that decides.
        enrolments = [each.enrolment for each in cases]
        issued = await issue_all(
            at.session, at.programme, enrolments, commission.season, at.actor.id, at.now, most=most
        )
        decided = [each for each in cases if each.enrolment.id in issued.given]
        refused = issued.refused
    else:
        decided = cases[:most]
    await _forget_votes_of_absent(at.session, decided)
    for each in decided:
        _decide(at, each.ruling, sitting, why, to_ceremony)
    if decided:
        await move_all(at, [each.dossier for each in decided], outcome, why[1])
        await tell_all_around(
            at,
            [(each.enrolment, {"candidacy": each.ruling.candidacy.id}) for each in decided],
            own=NoticeKind.AWARD_DECIDED,
            staff=NoticeKind.AWARD_DECIDED_STAFF,
            urgency=Urgency.NOW,
        )
    left = [
        Unsigned(each.dossier.id, each.person.full_name or "", refused[each.enrolment.id])
        for each in cases
        if each.enrolment.id in refused
    ]
    return Signed(len(decided), tuple(left))


def _decide(
    at: Acting,
    ruling: Ruling,
    sitting: Sitting,
    why: tuple[str | None, str | None],
    to_ceremony: bool,
) -> None:
    candidacy, found = ruling.candidacy, ruling.found
    candidacy.outcome, candidacy.by_casting_vote = found.outcome, found.by_casting_vote
    candidacy.sitting_id, candidacy.decided_by, candidacy.ended_at = sitting.id, at.actor.id, at.now
    candidacy.reason, candidacy.words = why
    candidacy.to_ceremony = to_ceremony and found.outcome is DossierState.AWARDED


async def _locked(session: AsyncSession, rulings: Sequence[Ruling]) -> list[_Case]:
    """In the order of the candidacies; enrolments and dossiers are locked in that of their ids."""
    found = await session.execute(
        select(Dossier, Enrolment, Person)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Dossier.id.in_([each.candidacy.dossier_id for each in rulings]))
        .order_by(Enrolment.id)
        .with_for_update(of=(Enrolment, Dossier))
        .execution_options(populate_existing=True)
    )
    rows = {dossier.id: (dossier, enrolment, person) for dossier, enrolment, person in found}
    return [_Case(each, *rows[each.candidacy.dossier_id]) for each in rulings]


async def _forget_votes_of_absent(session: AsyncSession, cases: Sequence[_Case]) -> None:
    """Who voted in an earlier sitting, and is not here now, has no vote."""
    gone = [
        (each.ruling.candidacy.id, person)
        for each in cases
        for person in each.ruling.votes
        if person not in each.ruling.who.present
    ]
    if not gone:
        return
    key = tuple_(Ballot.candidacy_id, Ballot.person_id)
    for ballot in await session.scalars(select(Ballot).where(key.in_(gone))):
        ballot.vote = ballot.voted_at = None
