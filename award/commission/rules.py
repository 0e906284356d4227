"""What becomes of votes and marks: quorum, majority, the casting vote, medians (§8.6)."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from storage.tables import DossierState

# What can be voted for.
OUTCOMES = (DossierState.AWARDED, DossierState.DECLINED, DossierState.DEFERRED)
FEWEST = 2  # members without conflict: what one person decides is no commission's decision


@dataclass(frozen=True, slots=True)
class Verdict:
    """What votes come to; `by_casting_vote`: they were equal, and the presiding one's decided."""

    outcome: DossierState
    by_casting_vote: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """Marks of one criterion: their median, the lowest and the highest of them."""

    median: float
    least: int
    most: int


def has_quorum(members: int, present: int) -> bool:
    """Whether more than half of the members without conflict are present, and they are several."""
    return members >= FEWEST and 2 * present > members


def verdict(
    votes: Mapping[int, DossierState], present: Collection[int], presiding: int
) -> Verdict | None:
    """What votes by person decide: the majority of those present; None while there is none.

    Who is present and does not vote is against each outcome. With exactly half of those present
    for an outcome, the vote of whoever presides for it makes it the majority.
    """
    cast = Counter(vote for person, vote in votes.items() if person in present)
    for outcome, count in cast.items():
        if 2 * count > len(present):
            return Verdict(outcome, by_casting_vote=False)
        if 2 * count == len(present) and votes.get(presiding) is outcome:
            return Verdict(outcome, by_casting_vote=True)
    return None


def undisputed(
    votes: Mapping[int, DossierState], members: int, present: Collection[int]
) -> DossierState | None:
    """The outcome for which all present have voted, there being a quorum."""
    cast = {votes.get(person) for person in present}
    return cast.pop() if len(cast) == 1 and has_quorum(members, len(present)) else None


def marked(points: Sequence[int]) -> Marked:
    """Of at least one mark."""
    return Marked(float(median(points)), min(points), max(points))
