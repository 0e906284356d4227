"""Who is away at a moment, and which roles their substitutes hold meanwhile (programme.md §6).

All absences of the moment are read at once, and `award/access/substitution.py` is asked about each.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Scope, in_force
from award.access.substitution import ABOVE, Post, Web, in_place
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


async def web_of(session: AsyncSession, now: datetime, of: Collection[int]) -> Web:
    """All who are away now, and around the people `of` everyone whose work theirs may be."""
    return await _web(session, await _away(session, now), await _over(session, now), of, now)


_substitution = Substitution.__table__
_role, _centre = Role.__table__, Centre.__table__
_roles = select(
    *_role.c["person_id", "kind"],
    func.coalesce(_role.c.region, _centre.c.region).label("region"),
    *_role.c["centre_id", "reports_to"],
).select_from(_role.outerjoin(_centre, _centre.c.id == _role.c.centre_id))
_Roles = Sequence[Row[*tuple[Any, ...]]]
_Absences = Mapping[int, Mapping[RoleKind, int | None]]


async def _away(session: AsyncSession, now: datetime) -> _Absences:
    found = await session.execute(
        select(*_substitution.c["absent_id", "kind", "substitute_id"])
        .where(absent(now))
        .order_by(_substitution.c.id)
    )
    away: dict[int, dict[RoleKind, int | None]] = defaultdict(dict)
    for person, kind, substitute in found:
        away[person][kind] = substitute
    return dict(away)


async def _over(session: AsyncSession, now: datetime) -> _Roles:
    """The roles above mentors: a few hundred in a whole country."""
    return (await session.execute(_roles.where(in_force(now), _role.c.kind.in_(_OVER)))).all()


async def _web(
    session: AsyncSession, away: _Absences, over: _Roles, of: Collection[int], now: datetime
) -> Web:
    """The web around some people: with everyone on the chains that begin at them or above them."""
    above = {row.person_id for row in over}
    along = {*of}
    following = {*of, *(away.keys() & above)}
    while following:
        along |= following
        next_ones = {to for one in following if one in away for to in away[one].values() if to}
        following = next_ones - along
    mentors = _roles.where(
        in_force(now), _role.c.kind == RoleKind.MENTOR, _role.c.person_id.in_(along)
    )
    return _woven(away, [*over, *(await session.execute(mentors)).all()])


def _woven(away: _Absences, rows: _Roles) -> Web:
    by_role: dict[tuple[RoleKind, int], list[Row[*tuple[Any, ...]]]] = defaultdict(list)
    regions: dict[str, dict[int, None]] = defaultdict(dict)
    heads: dict[int, dict[int, None]] = defaultdict(dict)
    for row in sorted(rows, key=lambda row: row.person_id):
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


def _post(rows: _Roles) -> Post:
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
    away = await _away(session, now)
    if not away:
        return ()
    over = await _over(session, now)
    mentors = await _possible(session, person_id, away, over, now)
    web = await _web(session, away, over, {person_id, *mentors}, now)
    apart = await _apart(session, web, mentors, now)
    return (*_as_mentor(web, mentors, apart, person_id), *_above(web, person_id))


async def _possible(
    session: AsyncSession, person_id: int, away: _Absences, over: _Roles, now: datetime
) -> tuple[int, ...]:
    """Absent mentors whose work can be this person's at all; most have a substitute or an expert.

    Those on a chain that leads to the person, those under an expert on such a chain, those who have
    no expert at work, and those with a participant whom one above them must not see to.
    """
    to: dict[int, set[int]] = defaultdict(set)
    for one, kinds in away.items():
        for substitute in kinds.values():
            to[substitute or 0].add(one)
    leading, following = set[int](), {person_id}
    while following:
        leading |= following
        following = {one for each in following for one in to[each]} - leading
    at_work = {row.person_id for row in over if row.kind is RoleKind.EXPERT} - away.keys()
    above = {row.person_id for row in over}
    kin = {*above, *await _wards(session, above, now)}
    related = select(Enrolment.mentor_id).where(Enrolment.person_id.in_(kin))
    under = _role.c.reports_to
    found = await session.scalars(
        select(_role.c.person_id)
        .where(
            in_force(now),
            _role.c.kind == RoleKind.MENTOR,
            exists().where(
                _substitution.c.absent_id == _role.c.person_id,
                _substitution.c.kind == RoleKind.MENTOR,
                absent(now),
            ),
            or_(
                _role.c.person_id.in_(leading),
                under.in_(leading),
                under.is_(None),
                under.not_in(at_work),
                _role.c.person_id.in_(related.where(Enrolment.mentor_id.is_not(None))),
            ),
        )
        .distinct()
        .order_by(_role.c.person_id)
    )
    ended = [one for one in leading if RoleKind.MENTOR in away.get(one, {})]
    return tuple(dict.fromkeys([*found, *sorted(ended)]))


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
    of_ward = await _wards(session, web.holders, now)
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


async def _wards(
    session: AsyncSession, parents: Collection[int], now: datetime
) -> Mapping[int, set[int]]:
    """The children of these people, each with those who represent them."""
    found = await session.execute(
        select(Role.ward_id, Role.person_id).where(
            Role.kind == RoleKind.REPRESENTATIVE, Role.person_id.in_(parents), in_force(now)
        )
    )
    of_ward: dict[int, set[int]] = defaultdict(set)
    for ward, parent in found:
        if ward is not None:
            of_ward[ward].add(parent)
    return of_ward


async def instead_of_mentor(session: AsyncSession, enrolment: Enrolment, now: datetime) -> int:
    """Who reviews an enrolment whose mentor is away; the mentor if the programme has nobody."""
    assert enrolment.mentor_id is not None
    web = await web_of(session, now, (enrolment.mentor_id,))
    parents = await session.scalars(
        select(Role.person_id).where(
            Role.kind == RoleKind.REPRESENTATIVE,
            Role.ward_id == enrolment.person_id,
            in_force(now),
        )
    )
    never = frozenset({enrolment.person_id, *parents})
    return in_place(web, RoleKind.MENTOR, enrolment.mentor_id, never)
