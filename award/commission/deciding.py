"""Votes, and the decision that whoever presides signs: awarded, declined or deferred (§8.6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.audit import record
from award.commission.marks import ballots_of, bench_of, own_ballot, require_present
from award.commission.rules import FEWEST, OUTCOMES, Verdict, has_quorum, undisputed, verdict
from award.commission.scope import (
    kept_out,
    members_of,
    own_candidate,
    own_commission,
)
from award.commission.signing import Ruling, Signed, sign
from award.commission.sittings import (
    Bench,
    bench,
    open_sitting_of,
    own_sitting,
    present_in,
    sitting_of,
)
from award.errors import NotAllowed, NotFound, Refusal, TooLate
from award.typed import fitting
from storage.tables import (
    Ballot,
    Candidacy,
    Commission,
    DossierState,
    Sitting,
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


def votes_on(at: Acting, who: Bench, ballots: Mapping[int, Ballot]) -> Votes:
    """What the member may see of the votes; the caller has looked at the scope."""
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
    who = await bench_of(at, candidate)
    _require_presiding(at, who)
    if len(who.members) < FEWEST:
        raise Refusal("refused-one-left")
    if not has_quorum(len(who.members), len(who.present)):
        need = len(who.members) // 2 + 1
        raise Refusal("refused-no-quorum", present=len(who.present), need=need)
    votes = _votes(await ballots_of(at.session, candidacy_id))
    found = verdict(votes, who.present, at.actor.id)
    if found is None:
        raise Refusal("refused-no-majority")
    if expected is not None and found.outcome is not expected:
        raise TooLate("refused-votes-changed")
    why = _reason(found.outcome, reason, words)
    ruling = Ruling(candidate.candidacy, votes, who, found)
    signed = await sign(at, candidate.commission, sitting, [ruling], why, to_ceremony=to_ceremony)
    for left in signed.left:
        raise left.refusal
    return candidate.candidacy


async def undisputed_of(at: Acting, commission_id: int) -> tuple[int, ...]:
    """Ids of candidates whom all present members want awarded, for whoever presides over them."""
    commission, _ = await own_commission(at, commission_id)
    sitting = await open_sitting_of(at.session, commission.id)
    if sitting is None:
        return ()
    ready = await at.session.scalars(_ready(commission))
    rulings = await _undisputed(at, commission, sitting, ready.all())
    return tuple(each.candidacy.id for each in rulings[:AT_ONCE])


async def decide_undisputed(at: Acting, commission_id: int, *, reason: str = "met") -> Signed:
    """Sign the award of all who are undisputed, up to `AT_ONCE`; who cannot be awarded is told.

    Raises TooLate where there is no sitting.
    """
    commission, _ = await own_commission(at, commission_id)
    locking = _ready(commission).with_for_update().execution_options(populate_existing=True)
    ready = (await at.session.scalars(locking)).all()
    sitting = await sitting_of(at, commission, lock=True)
    rulings = await _undisputed(at, commission, sitting, ready)
    return await sign(at, commission, sitting, rulings, (reason, None), most=AT_ONCE)


# --- parts


def _ready(commission: Commission) -> Select[Candidacy]:
    """Candidates who can be voted on, and are not decided on."""
    return (
        select(Candidacy)
        .where(
            Candidacy.commission_id == commission.id,
            Candidacy.ended_at.is_(None),
            Candidacy.marks_closed_at.is_not(None),
        )
        .order_by(Candidacy.id)
    )


async def _undisputed(
    at: Acting, commission: Commission, sitting: Sitting, candidacies: Sequence[Candidacy]
) -> list[Ruling]:
    """Those of these whom all present want awarded, and the acting person presides over."""
    present = await present_in(at.session, sitting)
    members = await members_of(at.session, commission.id, at.now)
    out = await kept_out(at.session, candidacies)
    votes = await _all_votes(at.session, [each.id for each in candidacies])
    agreed = []
    for each in candidacies:
        who, cast = bench(members, present, out[each.id]), votes.get(each.id, {})
        outcome = undisputed(cast, len(who.members), who.present)
        signs = who.presiding == at.actor.id and at.actor.id in who.present
        if outcome is DossierState.AWARDED and signs:
            agreed.append(Ruling(each, cast, who, Verdict(outcome, by_casting_vote=False)))
    return agreed


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
