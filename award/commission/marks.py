"""Marks: each present member's of each criterion, hidden until all have marked (§8.6)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.audit import record
from award.commission.rules import Marked, has_quorum, marked
from award.commission.scope import Candidate, members_of, own_candidate
from award.commission.sittings import Bench, bench, open_sitting_of, present_in
from award.commission.telling import tell_where_short
from award.errors import NotAllowed, NotFound, Refusal, TooLate
from award.programme.award import Criterion
from award.typed import fitting
from storage.tables import Ballot, Candidacy, Points, Seat

LONGEST_WORD = 300  # characters


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks of a candidate as a member may see them.

    `mine`: the member's own by criterion. `done`: how many of the `present` have given all.
    `seen`: of all, by criterion, and what members said beside; empty while marks are hidden.
    """

    criteria: tuple[Criterion, ...]
    mine: Mapping[str, int]
    my_words: str | None
    done: int
    present: int
    closed: bool
    seen: Mapping[str, Marked]
    words: tuple[str, ...]


def criteria_for(at: Acting, candidate: Candidate) -> tuple[Criterion, ...]:
    """What a candidate is marked by; of an interview only who had one."""
    criteria = at.programme.award.criteria
    return tuple(each for each in criteria if candidate.interviewed or not each.of_interview)


async def mark(at: Acting, candidacy_id: int, criterion: str, points: int) -> None:
    """A present member marks a candidate by a criterion; marked again, the new mark counts.

    Once all who are there, a quorum, have marked by all criteria, everybody sees them, and none is
    changed: whoever is early does not close them to who comes later.
    """
    candidate = await own_candidate(at, candidacy_id, lock=True)
    present = await require_present(at, candidate)
    criteria = criteria_for(at, candidate)
    known = criterion in {each.code for each in criteria}
    if not known or not 0 <= points <= at.programme.award.most_points:
        raise NotFound
    _require_hidden(candidate.candidacy)
    key = (candidacy_id, at.actor.id, criterion)
    given = await at.session.get(Points, key)
    if given is None:
        at.session.add(
            Points(
                candidacy_id=candidacy_id,
                person_id=at.actor.id,
                criterion=criterion,
                points=points,
                at=at.now,
            )
        )
    else:
        given.points, given.at = points, at.now
    await at.session.flush()
    await _note(at, "candidate.marked", candidacy_id)
    await _close_if_all(at, candidate, present)


async def word_beside(at: Acting, candidacy_id: int, words: str) -> None:
    """A member's own word beside the marks; the others see it with them."""
    candidate = await own_candidate(at, candidacy_id, lock=True)
    await require_present(at, candidate)
    _require_hidden(candidate.candidacy)
    fit = fitting(words, (1, LONGEST_WORD))
    if fit is None:
        raise Refusal("refused-mark-word", most=LONGEST_WORD)
    (await own_ballot(at, candidacy_id)).words = fit
    await _note(at, "candidate.marked", candidacy_id)


async def close_marks(at: Acting, candidacy_id: int) -> None:
    """The secretary shows everybody the marks that there are, without those that are missing."""
    candidate = await own_candidate(at, candidacy_id, lock=True)
    if candidate.member.seat is not Seat.SECRETARY:
        raise NotAllowed
    await require_present(at, candidate)
    _require_hidden(candidate.candidacy)
    if not await _points(at.session, candidacy_id):
        raise Refusal("refused-no-marks")
    candidate.candidacy.marks_closed_at = at.now
    await _note(at, "candidate.marks_closed", candidacy_id)


async def step_back(at: Acting, candidacy_id: int) -> int:
    """A member takes no part in a candidate any more, for good; what they marked goes.

    Returns the id of the commission. Where too few are left to decide, the operators are told.
    """
    candidate = await own_candidate(at, candidacy_id, lock=True)
    ballot = await own_ballot(at, candidacy_id)
    ballot.stepped_back_at, ballot.vote, ballot.voted_at, ballot.words = at.now, None, None, None
    mine = (Points.candidacy_id == candidacy_id) & (Points.person_id == at.actor.id)
    await at.session.execute(delete(Points).where(mine))
    await at.session.flush()
    await _note(at, "candidate.stepped_back", candidacy_id)
    await tell_where_short(at, candidate.commission)
    if candidate.candidacy.marks_closed_at is None:
        without = replace(candidate, out=candidate.out | {at.actor.id})
        await _close_if_all(at, without, await bench_of(at, without))
    return candidate.commission.id


async def marks_of(
    at: Acting, candidate: Candidate, who: Bench, ballots: Mapping[int, Ballot]
) -> Marks:
    """What the member may see of the marks; the caller has looked at the scope."""
    criteria = criteria_for(at, candidate)
    given = await _points(at.session, candidate.candidacy.id)
    mine = {each.criterion: each.points for each in given if each.person_id == at.actor.id}
    own = ballots.get(at.actor.id)
    closed = candidate.candidacy.marks_closed_at is not None
    by_criterion: dict[str, list[int]] = defaultdict(list)
    for each in given:
        by_criterion[each.criterion].append(each.points)
    said = tuple(ballot.words for ballot in ballots.values() if ballot.words)
    return Marks(
        criteria=criteria,
        mine=mine,
        my_words=own.words if own is not None else None,
        done=len(_finished(criteria, given) & who.present),
        present=len(who.present),
        closed=closed,
        seen={code: marked(points) for code, points in by_criterion.items()} if closed else {},
        words=said if closed else (),
    )


# --- parts


async def bench_of(at: Acting, candidate: Candidate) -> Bench:
    """Who decides on a candidate now."""
    members = await members_of(at.session, candidate.commission.id, at.now)
    sitting = await open_sitting_of(at.session, candidate.commission.id)
    who = bench(members, await present_in(at.session, sitting), candidate.out)
    return replace(who, sits=sitting is not None)


async def require_present(at: Acting, candidate: Candidate) -> Bench:
    """Raises Refusal unless the commission sits and the person is there."""
    who = await bench_of(at, candidate)
    if at.actor.id not in who.present:
        raise Refusal("refused-not-present")
    return who


async def own_ballot(at: Acting, candidacy_id: int) -> Ballot:
    """The person's own, made if new; the candidacy is locked."""
    ballot = await at.session.get(Ballot, (candidacy_id, at.actor.id))
    if ballot is None:
        ballot = Ballot(candidacy_id=candidacy_id, person_id=at.actor.id)
        at.session.add(ballot)
    return ballot


async def ballots_of(session: AsyncSession, candidacy_id: int) -> dict[int, Ballot]:
    """By person."""
    found = await session.scalars(
        select(Ballot).where(Ballot.candidacy_id == candidacy_id).order_by(Ballot.person_id)
    )
    return {ballot.person_id: ballot for ballot in found}


async def _points(session: AsyncSession, candidacy_id: int) -> list[Points]:
    found = await session.scalars(select(Points).where(Points.candidacy_id == candidacy_id))
    return [*found]


def _finished(criteria: Iterable[Criterion], given: Iterable[Points]) -> set[int]:
    """Who has marked by all of the criteria."""
    by_person: dict[int, set[str]] = defaultdict(set)
    for each in given:
        by_person[each.person_id].add(each.criterion)
    asked = {each.code for each in criteria}
    return {person for person, codes in by_person.items() if asked <= codes}


async def _close_if_all(at: Acting, candidate: Candidate, who: Bench) -> None:
    given = await _points(at.session, candidate.candidacy.id)
    finished = _finished(criteria_for(at, candidate), given)
    if has_quorum(len(who.members), len(who.present)) and who.present <= finished:
        candidate.candidacy.marks_closed_at = at.now


def _require_hidden(candidacy: Candidacy) -> None:
    if candidacy.marks_closed_at is not None:
        raise TooLate("refused-marks-closed")


async def _note(at: Acting, action: str, candidacy_id: int) -> None:
    await record(at.session, at.actor.id, action, "candidacy", candidacy_id, at.now)
