"""Who is away at a moment, and which roles their substitutes hold meanwhile (programme.md §6).

All absences of the moment are read at once, and `award/access/substitution.py` is asked about each.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Scope, in_force
from award.access.substitution import ABOVE, Post, Staff, in_place
from storage.tables import (
    SIGNED_STATES,
    Centre,
    Enrolment,
    Role,
    RoleKind,
    Substitution,
)

# To whom an absent person's work can fall without an appointment.
_SUPERIORS = frozenset(kind for kinds in ABOVE.values() for kind in kinds)

_Absences = Mapping[int, Mapping[RoleKind, int | None]]  # as `Staff.away`


class _Held(NamedTuple):
    """A role in force of somebody on the staff."""

    person: int
    kind: RoleKind
    region: str | None
    centre: int | None
    expert: int | None


class _Apart(NamedTuple):
    """An enrolment that the usual substitute must not see to: it is theirs, or their child's."""

    enrolment: int
    mentor: int
    reviewer: int


def absent(now: datetime) -> ColumnElement[bool]:
    """The condition that an absence has begun and not ended."""
    return and_(
        Substitution.since <= now, or_(Substitution.until.is_(None), Substitution.until > now)
    )


async def who_are_away(
    session: AsyncSession, people: Collection[int], kind: RoleKind, now: datetime
) -> set[int]:
    """Those of these people who are stood in for in a role."""
    if not people:
        return set()
    theirs = Substitution.absent_id.in_(people) & (Substitution.kind == kind)
    return set(await session.scalars(select(Substitution.absent_id).where(theirs, absent(now))))


async def staff_at(session: AsyncSession, now: datetime, concerned: Collection[int] = ()) -> Staff:
    """All who are away, their substitutes and those above; the mentors among `concerned` too."""
    return await _staff(session, await _absences(session, now), concerned, now)


async def instead_of_mentors(
    session: AsyncSession, enrolments: Collection[Enrolment], now: datetime
) -> dict[int, int]:
    """Who reviews enrolments whose mentor is away; the mentor if the programme has nobody."""
    mentors = {each.id: each.mentor_id for each in enrolments if each.mentor_id is not None}
    if not mentors:
        return {}
    staff = await staff_at(session, now, set(mentors.values()))
    parents = await parents_of(session, {each.person_id for each in enrolments}, now)
    return {
        each.id: in_place(
            staff,
            RoleKind.MENTOR,
            mentors[each.id],
            frozenset({each.person_id, *parents.get(each.person_id, ())}),
        )
        for each in enrolments
        if each.id in mentors
    }


async def parents_of(
    session: AsyncSession, children: Collection[int], now: datetime
) -> Mapping[int, set[int]]:
    """Who represents each of these people; of nobody no entry."""
    return await _represented(session, Role.ward_id.in_(children), now)


# --- the roles that a substitute holds meanwhile


async def scopes_instead(
    session: AsyncSession, person_id: int, held: Collection[RoleKind], now: datetime
) -> tuple[Scope, ...]:
    """The roles of absent people whose work falls to this person now, besides the own ones.

    Ends by itself with the absence: it is looked up anew for each thing that a person does.
    """
    if _SUPERIORS.isdisjoint(held):
        appointed = exists().where(Substitution.substitute_id == person_id, absent(now))
        if not await session.scalar(select(appointed)):
            return ()
    away = await _absences(session, now)
    if not away:
        return ()
    staff = await _staff(session, away, (), now)
    apart = await _apart(session, staff, now)
    return (*_of_mentors(staff, apart, person_id), *_of_those_above(staff, person_id))


def _of_mentors(staff: Staff, apart: Iterable[_Apart], person_id: int) -> Iterator[Scope]:
    """Mentors' places: all participants but those set apart, or of those set apart just some."""
    by_mentor: dict[int, list[_Apart]] = defaultdict(list)
    for each in apart:
        by_mentor[each.mentor].append(each)
    for mentor in _away_as(staff, RoleKind.MENTOR):
        if mentor == person_id:
            continue
        theirs = by_mentor[mentor]
        if in_place(staff, RoleKind.MENTOR, mentor) == person_id:
            others = frozenset(each.enrolment for each in theirs)
            yield Scope(RoleKind.MENTOR, instead_of=mentor, apart=others)
        mine = frozenset(each.enrolment for each in theirs if each.reviewer == person_id)
        if mine:
            yield Scope(RoleKind.MENTOR, instead_of=mentor, only=mine)


def _of_those_above(staff: Staff, person_id: int) -> Iterator[Scope]:
    """Experts' and coordinators' places."""
    for kind in (RoleKind.EXPERT, RoleKind.COORDINATOR):
        for one in _away_as(staff, kind):
            if one == person_id or in_place(staff, kind, one) != person_id:
                continue
            if kind is RoleKind.EXPERT:
                yield Scope(kind, instead_of=one)
                continue
            for region, people in staff.coordinators.items():
                if one in people:
                    yield Scope(kind, region=region, instead_of=one)


def _away_as(staff: Staff, kind: RoleKind) -> list[int]:
    return [person for person, kinds in staff.away.items() if kind in kinds]


async def _apart(session: AsyncSession, staff: Staff, now: datetime) -> list[_Apart]:
    """Participants of absent mentors who, or whose parents, are themselves staff."""
    mentors = _away_as(staff, RoleKind.MENTOR)
    parents = await _parents(session, staff.holders, now)
    found = await session.execute(
        select(Enrolment.id, Enrolment.person_id, Enrolment.mentor_id).where(
            Enrolment.person_id.in_({*staff.holders, *parents}),
            Enrolment.mentor_id.in_(mentors),
            Enrolment.state.in_(SIGNED_STATES),
        )
    )
    apart = []
    for enrolment, person, mentor in found:
        assert mentor is not None
        never = frozenset({person, *parents.get(person, ())})
        reviewer = in_place(staff, RoleKind.MENTOR, mentor, never)
        if reviewer != in_place(staff, RoleKind.MENTOR, mentor):
            apart.append(_Apart(enrolment, mentor, reviewer))
    return apart


# --- what is read


async def _absences(session: AsyncSession, now: datetime) -> _Absences:
    found = await session.execute(
        select(Substitution.absent_id, Substitution.kind, Substitution.substitute_id)
        .where(absent(now))
        .order_by(Substitution.id)
    )
    away: dict[int, dict[RoleKind, int | None]] = defaultdict(dict)
    for person, kind, substitute in found:
        away[person][kind] = substitute
    return dict(away)


async def _staff(
    session: AsyncSession, away: _Absences, concerned: Collection[int], now: datetime
) -> Staff:
    """The roles around these absences: of the hundreds above mentors all, of mentors some."""
    substitutes = {to for kinds in away.values() for to in kinds.values() if to is not None}
    mentors = and_(
        Role.kind == RoleKind.MENTOR, Role.person_id.in_({*away, *substitutes, *concerned})
    )
    found = await session.execute(
        select(
            Role.person_id,
            Role.kind,
            func.coalesce(Role.region, Centre.region),
            Role.centre_id,
            Role.reports_to,
        )
        .outerjoin(Centre, Centre.id == Role.centre_id)
        .where(in_force(now), or_(Role.kind.in_(_SUPERIORS), mentors))
        .order_by(Role.person_id)
    )
    return _staff_of(away, [_Held(*row) for row in found])


def _staff_of(away: _Absences, roles: Iterable[_Held]) -> Staff:
    by_post: dict[tuple[RoleKind, int], list[_Held]] = defaultdict(list)
    coordinators: dict[str, list[int]] = defaultdict(list)
    heads: dict[int, list[int]] = defaultdict(list)
    operators: list[int] = []
    for role in roles:
        by_post[role.kind, role.person].append(role)
        if role.kind is RoleKind.COORDINATOR and role.region is not None:
            coordinators[role.region].append(role.person)
        elif role.kind is RoleKind.CENTRE_HEAD and role.centre is not None:
            heads[role.centre].append(role.person)
        elif role.kind is RoleKind.OPERATOR:
            operators.append(role.person)
    return Staff(
        away=away,
        holders=frozenset(person for _, person in by_post),
        posts={key: _post(held) for key, held in by_post.items() if key[0] in ABOVE},
        coordinators={region: _once(people) for region, people in coordinators.items()},
        heads={centre: _once(people) for centre, people in heads.items()},
        operators=_once(operators),
    )


def _post(roles: Iterable[_Held]) -> Post:
    experts = {role.expert for role in roles if role.expert is not None}
    regions, centres = {role.region for role in roles}, {role.centre for role in roles}
    return Post(
        experts=tuple(sorted(experts)),
        region=regions.pop() if len(regions) == 1 else None,
        centre=centres.pop() if len(centres) == 1 else None,
    )


def _once(people: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(people))


async def _parents(
    session: AsyncSession, staff: Collection[int], now: datetime
) -> Mapping[int, set[int]]:
    """The children of these people, each with those of them who represent the child."""
    return await _represented(session, Role.person_id.in_(staff), now)


async def _represented(
    session: AsyncSession, which: ColumnElement[bool], now: datetime
) -> Mapping[int, set[int]]:
    found = await session.execute(
        select(Role.ward_id, Role.person_id).where(
            Role.kind == RoleKind.REPRESENTATIVE, which, in_force(now)
        )
    )
    parents: dict[int, set[int]] = defaultdict(set)
    for child, parent in found:
        if child is not None:
            parents[child].add(parent)
    return dict(parents)
