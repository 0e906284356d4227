"""Votes and marks: whatever is voted, the rules of the majority hold."""

from hypothesis import given
from hypothesis import strategies as st

from award.commission.rules import OUTCOMES, has_quorum, marked, undisputed, verdict
from storage.tables import DossierState

PEOPLE = st.integers(1, 9)
VOTES = st.dictionaries(PEOPLE, st.sampled_from(OUTCOMES))
A, D, F = OUTCOMES


@given(VOTES, st.frozensets(PEOPLE), PEOPLE)
def test_nothing_is_decided_by_less_than_half(
    votes: dict[int, DossierState], present: frozenset[int], chair: int
) -> None:
    found = verdict(votes, present, chair)
    by = {outcome: {one for one in present if votes.get(one) is outcome} for outcome in OUTCOMES}
    if found is None:
        assert all(2 * len(those) <= len(present) for those in by.values())
        tied = [
            outcome for outcome, those in by.items() if those and 2 * len(those) == len(present)
        ]
        assert votes.get(chair) not in tied
        return
    for_it = by[found.outcome]
    assert for_it, "somebody present voted for it"
    assert found.by_casting_vote == (2 * len(for_it) == len(present))
    assert 2 * len(for_it) >= len(present)
    if found.by_casting_vote:
        assert votes[chair] is found.outcome


@given(VOTES, st.frozensets(PEOPLE), PEOPLE, st.sampled_from(OUTCOMES))
def test_who_is_not_there_decides_nothing(
    votes: dict[int, DossierState], present: frozenset[int], chair: int, other: DossierState
) -> None:
    """Whatever is voted by who is absent or kept out, the decision is the same."""
    otherwise = {person: other for person in range(1, 10) if person not in present | {chair}}
    assert verdict(votes, present, chair) == verdict(votes | otherwise, present, chair)


@given(VOTES, st.frozensets(PEOPLE, min_size=1), PEOPLE, st.integers(1, 12))
def test_what_is_undisputed_is_what_would_be_decided(
    votes: dict[int, DossierState], present: frozenset[int], chair: int, members: int
) -> None:
    outcome = undisputed(votes, members, present)
    if outcome is not None:
        found = verdict(votes, present, chair)
        assert found is not None
        assert (found.outcome, found.by_casting_vote) == (outcome, False)
        assert has_quorum(members, len(present))
        assert {votes.get(person) for person in present} == {outcome}


def test_quorum_is_more_than_half() -> None:
    assert [present for present in range(5) if has_quorum(4, present)] == [3, 4]
    assert not has_quorum(2, 1)
    assert not has_quorum(1, 1), "one person decides nothing"


def test_an_even_split_is_decided_by_who_presides() -> None:
    votes = {1: A, 2: D, 3: A, 4: D}
    for chair, outcome in ((1, A), (2, D)):
        found = verdict(votes, votes, chair)
        assert found is not None
        assert (found.outcome, found.by_casting_vote) == (outcome, True)
    assert verdict({1: A, 2: D, 3: F}, (1, 2, 3), 1) is None, "a third is no majority"
    assert verdict({1: A, 2: D}, (1, 2, 3, 4), 1) is None, "who does not vote is for nothing"


def test_marks_have_a_median_and_a_spread() -> None:
    found = marked([3, 10, 8, 7])
    assert (found.median, found.least, found.most) == (7.5, 3, 10)
