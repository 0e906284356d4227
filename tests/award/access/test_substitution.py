"""Nobody's participants are ever without a reviewer, whoever is away (programme.md §6)."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from award.access.substitution import ABOVE, Post, Staff, in_place, superiors
from storage.tables import RoleKind

MENTOR, EXPERT, COORDINATOR = RoleKind.MENTOR, RoleKind.EXPERT, RoleKind.COORDINATOR
PEOPLE = range(1, 13)

people = st.sampled_from(PEOPLE)
some = st.frozensets(people, max_size=4)
absences = st.dictionaries(
    people,
    st.dictionaries(st.sampled_from(list(ABOVE)), st.none() | people, min_size=1),
    max_size=len(PEOPLE),
)


@st.composite
def staffs(draw: st.DrawFn) -> Staff:
    """Any absences: chains, circles, substitutes who left, levels that are empty."""
    operators = tuple(sorted(draw(some)))
    posts = {
        (kind, person): Post(tuple(sorted(draw(some))), draw(st.sampled_from([None, "a", "b"])), 1)
        for kind in ABOVE
        for person in draw(some)
    }
    coordinators = {region: tuple(sorted(draw(some))) for region in ("a", "b")}
    heads = {1: tuple(sorted(draw(some)))}
    above = {*operators, *heads[1], *coordinators["a"], *coordinators["b"]}
    holders = frozenset({*draw(st.frozensets(people)), *above, *(one for _, one in posts)})
    return Staff(draw(absences), holders, posts, coordinators, heads, operators)


@given(staffs(), people, some)
def test_there_is_always_a_reviewer_and_one_who_is_there(
    staff: Staff, mentor: int, never: frozenset[int]
) -> None:
    reviewer = in_place(staff, MENTOR, mentor, never)
    if mentor not in staff.away and mentor not in never:
        assert reviewer == mentor
    elif reviewer != mentor:
        assert reviewer in staff.holders
        assert reviewer not in never
        # One who is away is turned to only when every operator is, and nobody else is left.
        assert reviewer not in staff.away or reviewer in staff.operators
    else:
        assert set(staff.operators) <= {*never, mentor}, "an operator could, and was not asked"


@given(staffs(), st.sampled_from(list(ABOVE)), people)
def test_someone_at_work_is_never_passed_over_for_one_who_is_away(
    staff: Staff, kind: RoleKind, person: int
) -> None:
    there = set(staff.operators) - staff.away.keys()
    if there or person not in staff.away:
        assert in_place(staff, kind, person) not in staff.away


@given(staffs(), people, people)
def test_an_appointed_substitute_who_is_there_takes_the_place(
    staff: Staff, mentor: int, substitute: int
) -> None:
    away = {**staff.away, mentor: {MENTOR: substitute}}
    away.pop(substitute, None)
    staff = replace(staff, away=away | {mentor: {MENTOR: substitute}})
    if mentor == substitute:
        return
    at_work = replace(staff, holders=staff.holders | {substitute})
    assert in_place(at_work, MENTOR, mentor) == substitute
    left = replace(staff, holders=staff.holders - {substitute}, operators=(99,))
    assert in_place(left, MENTOR, mentor) != substitute


@given(staffs(), st.sampled_from(list(ABOVE)), st.lists(people, min_size=1, unique=True))
def test_work_leaves_a_circle_of_substitutes(
    staff: Staff, kind: RoleKind, circle: list[int]
) -> None:
    """Of however many, among them one who is their own substitute."""
    around = {one: {kind: circle[n - 1]} for n, one in enumerate(circle)}
    operator = 99
    staff = replace(
        staff,
        away={**staff.away, **around},
        holders=staff.holders | {operator},
        operators=(*staff.operators, operator),
    )
    for one in circle:
        assert in_place(staff, kind, one) not in circle
        assert superiors(staff, kind, one)
        assert not {*superiors(staff, kind, one)} & {*circle}


@given(staffs(), people)
def test_work_comes_back_when_the_absence_is_over(staff: Staff, mentor: int) -> None:
    back = replace(staff, away={one: kinds for one, kinds in staff.away.items() if one != mentor})
    assert in_place(back, MENTOR, mentor) == mentor


@given(staffs(), st.sampled_from(list(ABOVE)), people)
def test_nobody_decides_on_their_own_substitute(staff: Staff, kind: RoleKind, person: int) -> None:
    assert person not in superiors(staff, kind, person)


def a_staff(**away: dict[RoleKind, int | None]) -> Staff:
    """Mentors 1–3 under expert 4 of a centre headed by 6; coordinator 5, operator 7."""
    here = {MENTOR: Post((4,), "KZ-75", 1), EXPERT: Post((), "KZ-75", 1)}
    posts = {(MENTOR, one): here[MENTOR] for one in (1, 2, 3)} | {(EXPERT, 4): here[EXPERT]}
    return Staff(
        away={int(one.lstrip("_")): kinds for one, kinds in away.items()},
        holders=frozenset(range(1, 8)),
        posts=posts,
        coordinators={"KZ-75": (5,)},
        heads={1: (6,)},
        operators=(7,),
    )


def test_the_order_of_those_who_stand_in() -> None:
    assert in_place(a_staff(), MENTOR, 1) == 1
    assert in_place(a_staff(_1={MENTOR: 2}), MENTOR, 1) == 2
    # The substitute's own substitute.
    assert in_place(a_staff(_1={MENTOR: 2}, _2={MENTOR: 3}), MENTOR, 1) == 3
    # Two who stand in for each other: the expert.
    assert in_place(a_staff(_1={MENTOR: 2}, _2={MENTOR: 1}), MENTOR, 1) == 4
    # The expert took it over, is away as an expert, and has an appointed substitute.
    assert in_place(a_staff(_1={MENTOR: 4}, _4={EXPERT: 5}), MENTOR, 1) == 5
    # Nobody appointed: the expert; the expert away: the coordinator, the head, the operator.
    away: dict[str, dict[RoleKind, int | None]] = {"_1": {MENTOR: None}}
    assert in_place(a_staff(**away), MENTOR, 1) == 4
    away["_4"] = {EXPERT: None}
    assert in_place(a_staff(**away), MENTOR, 1) == 5
    away["_5"] = {COORDINATOR: None}
    assert in_place(a_staff(**away), MENTOR, 1) == 6
    away["_6"] = {MENTOR: None}
    assert in_place(a_staff(**away), MENTOR, 1) == 7
    away["_7"] = {MENTOR: None}
    assert in_place(a_staff(**away), MENTOR, 1) == 7


def test_a_mentors_substitute_gets_no_power_over_mentors() -> None:
    """Expert 4 is a mentor too, and is away as both; mentor 2 takes over the participants alone."""
    both: dict[RoleKind, int | None] = {MENTOR: 2, EXPERT: None}
    assert in_place(a_staff(_4=both), MENTOR, 4) == 2
    assert in_place(a_staff(_4=both), EXPERT, 4) == 5
    assert in_place(a_staff(_1={MENTOR: None}, _4=both), MENTOR, 1) == 5
    assert superiors(a_staff(_4=both), MENTOR, 1) == (5,)
    # Neither does the substitute of another expert who stands in.
    assert in_place(a_staff(_4={EXPERT: 3}, _3=both), EXPERT, 4) == 5


def test_nobody_reviews_themselves_or_their_child() -> None:
    staff = a_staff(_1={MENTOR: 2})
    assert in_place(staff, MENTOR, 1, frozenset({2})) == 4
    assert in_place(staff, MENTOR, 1, frozenset({2, 4, 5})) == 6


def test_a_coordinator_of_one_region_gets_nothing_of_who_works_in_two() -> None:
    staff = a_staff(_1={MENTOR: None}, _4={EXPERT: None})
    of_two = replace(staff, posts={**staff.posts, (MENTOR, 1): Post((4,), None, None)})
    assert in_place(of_two, MENTOR, 1) == 7


def test_those_who_decide_on_a_substitute() -> None:
    assert superiors(a_staff(), MENTOR, 1) == (4,)
    assert superiors(a_staff(_4={EXPERT: None}), MENTOR, 1) == (5,)
    assert superiors(a_staff(), EXPERT, 4) == (5,)
    assert superiors(a_staff(), COORDINATOR, 5) == (7,)
