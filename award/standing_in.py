"""Who is away at a moment, and which roles their substitutes hold meanwhile (programme.md §6).

All absences of the moment are read at once, and `award/substitution.py` is asked about each.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.acting import Scope, in_force
from award.substitution import ABOVE, Post, Web, in_place
from storage.tables import (
    SIGNED_STATES,
    Centre,
    Enrolment,
    Role,
    RoleKind,
    Substitution,
)

# Whose work another's absence can fall to without an appointment.
_OVER = frozenset(kind for kinds in ABOVE.values() for kind in kinds)


def absent(now: datetime) -> ColumnElement[bool]:
    """The condition that an absence has begun and not ended."""
    return and_(
        Substitution.since <= now, or_(Substitution.until.is_(None), Substitution.until > now)
    )


async def is_away(session: AsyncSession, person_id: int, kind: RoleKind, now: datetime) -> bool:
    """Whether somebody is stood in for in a role."""
    theirs = (Substitution.absent_id == person_id) & (Substitution.kind == kind)
    return bool(await session.scalar(select(exists().where(theirs, absent(now)))))


async def web_of(session: AsyncSession, now: datetime, *, besides: Collection[int] = ()) -> Web:
    """All who are away now, and those who are there in their place or above them; two queries.

    `besides`: people of whom is asked too, though they may be there.
    """
    found = await session.execute(
        select(Substitution.absent_id, Substitution.kind, Substitution.substitute_id)
        .where(absent(now))
        .order_by(Substitution.id)
    )
    away: dict[int, dict[RoleKind, int | None]] = defaultdict(dict)
    for person, kind, substitute in found:
        away[person][kind] = substitute
    if not away and not besides:
        return Web({})
    concerned = {*besides, *away, *(one for each in away.values() for one in each.values() if one)}
    return await _with_roles(session, dict(away), concerned, now)


async def _with_roles(
    session: AsyncSession,
    away: Mapping[int, Mapping[RoleKind, int | None]],
    concerned: Collection[int],
    now: datetime,
) -> Web:
    rows = await session.execute(
        select(
            Role.person_id,
            Role.kind,
            func.coalesce(Role.region, Centre.region).label("region"),
            Role.centre_id,
            Role.reports_to,
        )
        .outerjoin(Centre, Centre.id == Role.centre_id)
        .where(
            in_force(now),
            Role.kind != RoleKind.REPRESENTATIVE,
            or_(Role.kind.in_(_OVER), Role.person_id.in_(concerned)),
        )
        .order_by(Role.person_id, Role.id)
    )
    by_role: dict[tuple[RoleKind, int], list[Row[*tuple[Any, ...]]]] = defaultdict(list)
    regions: dict[str, dict[int, None]] = defaultdict(dict)
    heads: dict[int, dict[int, None]] = defaultdict(dict)
    for row in rows:
        by_role[row.kind, row.person_id].append(row)
        if row.kind is RoleKind.COORDINATOR:
            regions[row.region or ""][row.person_id] = None
        elif row.kind is RoleKind.CENTRE_HEAD:
            heads[row.centre_id or 0][row.person_id] = None
    return Web(
        away=away,
        holders=frozenset(person for _, person in by_role),
        posts={key: _post(held) for key, held in by_role.items() if key[0] in ABOVE},
        coordinators={region: tuple(people) for region, people in regions.items()},
        heads={centre: tuple(people) for centre, people in heads.items()},
        operators=tuple(person for kind, person in by_role if kind is RoleKind.OPERATOR),
    )


def _post(held: Iterable[Row[*tuple[Any, ...]]]) -> Post:
    rows = list(held)
    regions, centres = {row.region for row in rows}, {row.centre_id for row in rows}
    return Post(
        experts=tuple(sorted({row.reports_to for row in rows if row.reports_to is not None})),
        region=regions.pop() if len(regions) == 1 else None,
        centre=centres.pop() if len(centres) == 1 else None,
    )


# --- the roles that a substitute holds meanwhile


async def scopes_instead(
    session: AsyncSession, person_id: int, held: Collection[RoleKind], now: datetime
) -> tuple[Scope, ...]:
    """The roles of absent people whose work falls to this person now, besides the own ones.

    Ends by itself with the absence: it is looked up anew for each thing that a person does.
    """
    if _OVER.isdisjoint(held):
        appointed = exists().where(Substitution.substitute_id == person_id, absent(now))
        if not await session.scalar(select(appointed)):
            return ()
    web = await web_of(session, now)
    mentors = [one for one, kinds in web.away.items() if RoleKind.MENTOR in kinds]
    apart = await _apart(session, web, mentors, now)
    return (
        *_as_mentor(web, mentors, apart, person_id),
        *_above(web, person_id),
    )


@dataclass(frozen=True, slots=True)
class _Apart:
    """An enrolment that the usual substitute must not see to: it is theirs, or their child's."""

    enrolment: int
    mentor: int
    reviewer: int


def _as_mentor(
    web: Web, mentors: Iterable[int], apart: Collection[_Apart], person_id: int
) -> Iterable[Scope]:
    for mentor in mentors:
        scope = Scope(RoleKind.MENTOR, instead_of=mentor)
        theirs = [each for each in apart if each.mentor == mentor]
        if in_place(web, RoleKind.MENTOR, mentor) == person_id != mentor:
            yield replace(scope, apart=frozenset(each.enrolment for each in theirs))
        only = frozenset(each.enrolment for each in theirs if each.reviewer == person_id)
        if only and person_id != mentor:
            yield replace(scope, only=only)


def _above(web: Web, person_id: int) -> Iterable[Scope]:
    """Experts and coordinators whose place the person takes."""
    for kind in (RoleKind.EXPERT, RoleKind.COORDINATOR):
        for one, kinds in web.away.items():
            if one == person_id or kind not in kinds:
                continue
            if in_place(web, kind, one) != person_id:
                continue
            if kind is RoleKind.EXPERT:
                yield Scope(kind, instead_of=one)
                continue
            for region, people in web.coordinators.items():
                if one in people:
                    yield Scope(kind, region=region, instead_of=one)


async def _apart(
    session: AsyncSession, web: Web, mentors: Collection[int], now: datetime
) -> tuple[_Apart, ...]:
    """Participants of absent mentors who, or whose parents, are themselves staff."""
    if not mentors:
        return ()
    parents = await session.execute(
        select(Role.ward_id, Role.person_id).where(
            Role.kind == RoleKind.REPRESENTATIVE, Role.person_id.in_(web.holders), in_force(now)
        )
    )
    of_ward: dict[int, set[int]] = defaultdict(set)
    for ward, parent in parents:
        if ward is not None:
            of_ward[ward].add(parent)
    found = await session.execute(
        select(Enrolment.id, Enrolment.person_id, Enrolment.mentor_id).where(
            Enrolment.person_id.in_({*web.holders, *of_ward}),
            Enrolment.mentor_id.in_(mentors),
            Enrolment.state.in_(SIGNED_STATES),
        )
    )
    apart = []
    for enrolment, person, mentor in found:
        assert mentor is not None
        never = frozenset({person, *of_ward.get(person, ())})
        reviewer = in_place(web, RoleKind.MENTOR, mentor, never)
        if reviewer != in_place(web, RoleKind.MENTOR, mentor):
            apart.append(_Apart(enrolment, mentor, reviewer))
    return tuple(apart)


async def instead_of_mentor(session: AsyncSession, enrolment: Enrolment, now: datetime) -> int:
    """Who reviews an enrolment whose mentor is away; the mentor if the programme has nobody."""
    assert enrolment.mentor_id is not None
    web = await web_of(session, now)
    parents = await session.scalars(
        select(Role.person_id).where(
            Role.kind == RoleKind.REPRESENTATIVE,
            Role.ward_id == enrolment.person_id,
            in_force(now),
        )
    )
    never = frozenset({enrolment.person_id, *parents})
    return in_place(web, RoleKind.MENTOR, enrolment.mentor_id, never)
