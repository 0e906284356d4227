"""Votes, and the decision that whoever presides signs: awarded, declined or deferred (§8.6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.audit import record
from award.certificates.issuing import issue
from award.commission.marks import ballots_of, bench_of, own_ballot, require_present
from award.commission.rules import FEWEST, OUTCOMES, Verdict, has_quorum, undisputed, verdict
from award.commission.scope import (
    Candidate,
    kept_out,
    members_of,
    own_candidate,
    own_commission,
)
from award.commission.sittings import Bench, bench, open_sitting_of, own_sitting, present_in
from award.commission.telling import tell_all_around
from award.dossiers.moving import dossier_locked, move
from award.errors import NotAllowed, NotFound, Refusal, TooLate
from award.outbox import NoticeKind
from award.typed import fitting
from storage.locking import locked_one
from storage.tables import (
    Ballot,
    Candidacy,
    Dossier,
    DossierState,
    Enrolment,
    Urgency,
)

# Usual reasons by outcome, each with its words `decision-reason-<code>`.
REASONS: Mapping[DossierState, tuple[str, ...]] = {
    DossierState.AWARDED: ("met", "beyond", "grew"),
    DossierState.DECLINED: ("results", "independence", "contribution"),
    DossierState.DEFERRED: ("time", "papers", "absent"),
}
WORDS = (10, 1000)  # characters of a reason in own words
AT_ONCE = 50  # candidates in one transaction


@dataclass(frozen=True, slots=True)
class Votes:
    """How a candidate stands: votes of those present, whose turn it is, what they come to.

    `mine`: the reader's own. `signs`: the reader presides and may sign what is decided. `cast`: how
    many have voted, by outcome.
    """

    mine: DossierState | None
    cast: Mapping[DossierState, int]
    members: int
    present: int
    quorum: bool
    verdict: Verdict | None
    signs: bool


async def vote(at: Acting, candidacy_id: int, outcome: DossierState) -> None:
    """A present member votes, once marks are open to all; another vote takes its place."""
    if outcome not in OUTCOMES:
        raise NotFound
    candidate = await own_candidate(at, candidacy_id, lock=True)
    await require_present(at, candidate)
    if candidate.candidacy.marks_closed_at is None:
        raise Refusal("refused-marks-hidden")
    ballot = await own_ballot(at, candidacy_id)
    ballot.vote, ballot.voted_at = outcome, at.now
    await record(at.session, at.actor.id, "candidate.voted", "candidacy", candidacy_id, at.now)


async def votes_on(at: Acting, candidate: Candidate, who: Bench) -> Votes:
    """What the member may see of the votes; the caller has looked at the scope."""
    ballots = await ballots_of(at.session, candidate.candidacy.id)
    votes = _votes(ballots)
    counted = {person: vote for person, vote in votes.items() if person in who.present}
    cast = {each: [*counted.values()].count(each) for each in OUTCOMES}
    signs = who.presiding == at.actor.id and at.actor.id in who.present
    return Votes(
        mine=votes.get(at.actor.id),
        cast=cast,
        members=len(who.members),
        present=len(who.present),
        quorum=has_quorum(len(who.members), len(who.present)),
        verdict=verdict(votes, who.present, who.presiding or 0),
        signs=signs,
    )


async def decide(
    at: Acting,
    candidacy_id: int,
    *,
    reason: str | None = None,
    words: str | None = None,
    expected: DossierState | None = None,
    to_ceremony: bool = True,
) -> Candidacy:
    """Whoever presides signs what the votes come to, by a usual reason's code or in own words.

    `expected`: for what the words were written, where votes may have changed since. Raises
    NotAllowed for all others, TooLate for another outcome than expected, Refusal without a sitting,
    quorum, majority or reason, and where one member alone is in no conflict.
    """
    candidate = await own_candidate(at, candidacy_id, lock=True)
    # Locked: what is decided is in the protocol of the sitting, however late it comes.
    sitting = await own_sitting(at, candidate.commission.id, lock=True)
    who = await bench_of(at, candidate.candidacy)
    _require_presiding(at, who)
    if len(who.members) < FEWEST:
        raise Refusal("refused-one-left")
    if not has_quorum(len(who.members), len(who.present)):
        need = len(who.members) // 2 + 1
        raise Refusal("refused-no-quorum", present=len(who.present), need=need)
    ballots = await ballots_of(at.session, candidacy_id)
    found = verdict(_votes(ballots), who.present, at.actor.id)
    if found is None:
        raise Refusal("refused-no-majority")
    if expected is not None and found.outcome is not expected:
        raise TooLate("refused-votes-changed")
    why = _reason(found.outcome, reason, words)
    await _decided(at, candidate, ballots, who, found, sitting.id, why, to_ceremony)
    return candidate.candidacy


async def undisputed_of(at: Acting, commission_id: int) -> tuple[int, ...]:
    """Ids of candidates whom all present members want awarded, for whoever presides over them."""
    commission, _ = await own_commission(at, commission_id)
    sitting = await open_sitting_of(at.session, commission.id)
    found = await at.session.scalars(
        select(Candidacy)
        .where(
            Candidacy.commission_id == commission.id,
            Candidacy.ended_at.is_(None),
            Candidacy.marks_closed_at.is_not(None),
        )
        .order_by(Candidacy.id)
    )
    candidacies = found.all()
    if sitting is None or not candidacies:
        return ()
    present = await present_in(at.session, sitting)
    members = await members_of(at.session, commission.id, at.now)
    out = await kept_out(at.session, candidacies)
    votes = await _all_votes(at.session, [each.id for each in candidacies])
    agreed = []
    for each in candidacies:
        who = bench(members, present, out[each.id])
        outcome = undisputed(votes.get(each.id, {}), len(who.members), who.present)
        signs = who.presiding == at.actor.id and at.actor.id in who.present
        if outcome is DossierState.AWARDED and signs:
            agreed.append(each.id)
    return tuple(agreed[:AT_ONCE])


async def decide_undisputed(at: Acting, commission_id: int, *, reason: str = "met") -> int:
    """Sign the award of all who are undisputed, up to `AT_ONCE`; how many were."""
    numbers = await undisputed_of(at, commission_id)
    for number in await _by_level(at.session, numbers):
        await decide(at, number, reason=reason)
    return len(numbers)


# --- parts


async def _by_level(session: AsyncSession, candidacies: Sequence[int]) -> Sequence[int]:
    """In the order in which certificates' numbers are locked."""
    found = await session.scalars(
        select(Candidacy.id)
        .join(Dossier, Dossier.id == Candidacy.dossier_id)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .where(Candidacy.id.in_(candidacies))
        .order_by(Enrolment.level, Candidacy.id)
    )
    return found.all()


def _votes(ballots: Mapping[int, Ballot]) -> dict[int, DossierState]:
    return {person: each.vote for person, each in ballots.items() if each.vote is not None}


async def _all_votes(
    session: AsyncSession, candidacies: list[int]
) -> dict[int, dict[int, DossierState]]:
    found = await session.execute(
        select(Ballot.candidacy_id, Ballot.person_id, Ballot.vote).where(
            Ballot.candidacy_id.in_(candidacies), Ballot.vote.is_not(None)
        )
    )
    votes: dict[int, dict[int, DossierState]] = {}
    for candidacy, person, vote_ in found:
        if vote_ is not None:
            votes.setdefault(candidacy, {})[person] = vote_
    return votes


def _require_presiding(at: Acting, who: Bench) -> None:
    if who.presiding != at.actor.id:
        raise NotAllowed
    if at.actor.id not in who.present:
        raise Refusal("refused-not-present")


def _reason(
    outcome: DossierState, reason: str | None, words: str | None
) -> tuple[str | None, str | None]:
    """A usual reason's code, or else own words."""
    if reason in REASONS[outcome]:
        return reason, None
    fit = fitting(words, WORDS, lines=True)
    if fit is None:
        least, most = WORDS
        raise Refusal("refused-decision-reason", fewest=least, most=most)
    return None, fit


async def _decided(
    at: Acting,
    candidate: Candidate,
    ballots: Mapping[int, Ballot],
    who: Bench,
    found: Verdict,
    sitting_id: int,
    why: tuple[str | None, str | None],
    to_ceremony: bool,
) -> None:
    candidacy = candidate.candidacy
    if found.outcome is DossierState.AWARDED:
        # Where it is refused, nothing has changed yet.
        await _award(at, candidate.enrolment, candidate.commission.season)
    for person, ballot in ballots.items():
        if person not in who.present:  # voted in an earlier sitting, and is not here now
            ballot.vote = ballot.voted_at = None
    candidacy.outcome, candidacy.by_casting_vote = found.outcome, found.by_casting_vote
    candidacy.sitting_id, candidacy.decided_by, candidacy.ended_at = sitting_id, at.actor.id, at.now
    candidacy.reason, candidacy.words = why
    candidacy.to_ceremony = to_ceremony and found.outcome is DossierState.AWARDED
    dossier = await dossier_locked(at, candidacy.dossier_id)
    await move(at, dossier, found.outcome, why[1])
    await tell_all_around(
        at,
        candidate.enrolment,
        own=NoticeKind.AWARD_DECIDED,
        staff=NoticeKind.AWARD_DECIDED_STAFF,
        urgency=Urgency.NOW,
        candidacy=candidacy.id,
    )


async def _award(at: Acting, enrolment: Enrolment, season: int) -> None:
    """The certificate's number is given here, in the transaction that decides."""
    enrolment = await locked_one(at.session, Enrolment, enrolment.id)
    await issue(at.session, at.programme, enrolment, season, at.actor.id, at.now)
