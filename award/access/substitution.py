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
class Web:
    """Who is away and who is there at one moment; people by their ids.

    `away`: of each absent person the substitute by role, None before one is appointed. `holders`:
    everyone with a role of staff in force. `posts`: where those who can be absent stand.
    """

    away: Mapping[int, Mapping[RoleKind, int | None]]
    holders: frozenset[int] = NOBODY
    posts: Mapping[tuple[RoleKind, int], Post] = field(default_factory=dict)
    coordinators: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    heads: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    operators: tuple[int, ...] = ()


def in_place(web: Web, kind: RoleKind, absent: int, never: frozenset[int] = NOBODY) -> int:
    """Who does the work of a person in a role now.

    The person, unless away; else the substitute, or the one who stands in for that one, and so on;
    else the nearest of those above who is there. `never`: who must not, being the participant in
    question or their parent. Where a programme has nobody above, it stays with the person, so
    there is always someone.
    """
    if absent not in web.away and absent not in never:
        return absent
    found = _at_work(web, kind, absent, never)
    if found is not None:
        return found
    for level, people in _levels(web, kind, absent):
        for person in people:
            found = _at_work(web, level, person, never)
            if found is not None:
                return found
    # All of them away: still rather one of them than nobody.
    return next((one for one in web.operators if one not in never | {absent}), absent)


def superiors(web: Web, kind: RoleKind, absent: int) -> tuple[int, ...]:
    """Who decides on a substitute for a person in a role: the nearest above who are there."""
    for level, people in _levels(web, kind, absent):
        found = {_at_work(web, level, person, frozenset({absent})) for person in people}
        there = sorted(person for person in found if person is not None)
        if there:
            return tuple(there)
    return tuple(operator for operator in web.operators if operator != absent)


def _levels(web: Web, kind: RoleKind, absent: int) -> Iterator[tuple[RoleKind, tuple[int, ...]]]:
    post = web.posts.get((kind, absent), Post())
    people = {
        RoleKind.EXPERT: post.experts,
        RoleKind.COORDINATOR: web.coordinators.get(post.region or "", ()),
        RoleKind.CENTRE_HEAD: web.heads.get(post.centre or 0, ()),
        RoleKind.OPERATOR: web.operators,
    }
    return ((level, people[level]) for level in ABOVE[kind])


def _at_work(web: Web, kind: RoleKind, person: int, never: frozenset[int]) -> int | None:
    """The person, or the first along their substitutes who is there; None if it leads to none."""
    seen: set[int] = set()
    following: int | None = person
    while following is not None and following not in seen:
        if following not in web.away:
            there = following in web.holders and following not in never
            return following if there else None
        seen.add(following)
        following = _substitute(web.away[following], kind)
    return None


def _substitute(away: Mapping[RoleKind, int | None], kind: RoleKind) -> int | None:
    """Of somebody away in several roles: the one for this role, else for one above it.

    Never for one below: who takes a mentor's participants over gets nothing of what experts do.
    """
    roles = (kind, *ABOVE.get(kind, ()))
    return next((away[role] for role in roles if away.get(role) is not None), None)
