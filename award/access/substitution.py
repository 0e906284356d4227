"""Who stands in for whom: nobody's participants are ever without a reviewer (programme.md §6).

A pure rule over those who are away now; `award/access/substitutes.py` reads them from the database.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from storage.tables import RoleKind

NOBODY: frozenset[int] = frozenset()
# Roles whose absence is reported and stood in for, each with those above it, the nearest first.
ABOVE: Mapping[RoleKind, tuple[RoleKind, ...]] = {
    RoleKind.MENTOR: (
        RoleKind.EXPERT,
        RoleKind.COORDINATOR,
        RoleKind.CENTRE_HEAD,
        RoleKind.OPERATOR,
    ),
    RoleKind.EXPERT: (RoleKind.COORDINATOR, RoleKind.OPERATOR),
    RoleKind.COORDINATOR: (RoleKind.OPERATOR,),
}


@dataclass(frozen=True, slots=True)
class Post:
    """Where a person with a role stands: the experts reported to, region and centre.

    One who works in several regions (or centres) has none here: what is above them there sees its
    own alone, so those above all regions take their place.
    """

    experts: tuple[int, ...] = ()
    region: str | None = None
    centre: int | None = None


@dataclass(frozen=True)
class Staff:
    """The staff at one moment: who is away, who is there; people by their ids.

    `away`: of each absent person the substitute by role, None before one is appointed. `holders`:
    who has a role of staff in force. `posts`: where those who can be absent stand. `coordinators`
    by region, `heads` by centre.
    """

    away: Mapping[int, Mapping[RoleKind, int | None]]
    holders: frozenset[int] = NOBODY
    posts: Mapping[tuple[RoleKind, int], Post] = field(default_factory=dict)
    coordinators: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    heads: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    operators: tuple[int, ...] = ()


def in_place(staff: Staff, kind: RoleKind, absent: int, never: frozenset[int] = NOBODY) -> int:
    """Who does the work of a person in a role now.

    The person, unless away; else the substitute, or the one who stands in for that one, and so on;
    else the nearest of those above who is there. `never`: who must not, being the participant in
    question or their parent. Where a programme has nobody above, it stays with the person, so
    there is always someone.
    """
    if absent not in staff.away and absent not in never:
        return absent
    found = _at_work(staff, kind, absent, never)
    if found is not None:
        return found
    for level, people in _those_above(staff, kind, absent):
        for person in people:
            found = _at_work(staff, level, person, never)
            if found is not None:
                return found
    # All of them away: still rather one of them than nobody.
    return next((one for one in staff.operators if one not in never | {absent}), absent)


def superiors(staff: Staff, kind: RoleKind, absent: int) -> tuple[int, ...]:
    """Who decides on a substitute for a person in a role: the nearest above who are there."""
    for level, people in _those_above(staff, kind, absent):
        found = {_at_work(staff, level, person, frozenset({absent})) for person in people}
        there = sorted(person for person in found if person is not None)
        if there:
            return tuple(there)
    return tuple(operator for operator in staff.operators if operator != absent)


def _those_above(
    staff: Staff, kind: RoleKind, person: int
) -> Iterator[tuple[RoleKind, tuple[int, ...]]]:
    """The roles above a person's, the nearest first, each with those who hold it there."""
    post = staff.posts.get((kind, person), Post())
    people = {
        RoleKind.EXPERT: post.experts,
        RoleKind.COORDINATOR: staff.coordinators.get(post.region or "", ()),
        RoleKind.CENTRE_HEAD: staff.heads.get(post.centre or 0, ()),
        RoleKind.OPERATOR: staff.operators,
    }
    return ((level, people[level]) for level in ABOVE[kind])


def _at_work(staff: Staff, kind: RoleKind, person: int, never: frozenset[int]) -> int | None:
    """The person, or the first along their substitutes who is there; None if it leads to none."""
    seen: set[int] = set()
    following: int | None = person
    while following is not None and following not in seen:
        if following not in staff.away:
            there = following in staff.holders and following not in never
            return following if there else None
        seen.add(following)
        following = _substitute(staff.away[following], kind)
    return None


def _substitute(away: Mapping[RoleKind, int | None], kind: RoleKind) -> int | None:
    """Of somebody away in several roles: the one for this role, else for one above it.

    Never for one below: who takes a mentor's participants over gets nothing of what experts do.
    """
    roles = (kind, *ABOVE.get(kind, ()))
    return next((away[role] for role in roles if away.get(role) is not None), None)
