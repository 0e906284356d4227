"""Whose turn it is on the way to the badge: who may write the note, who may recommend (§8.1).

Who is barred from a dossier is passed over for the next who is not: nobody acts on a participant
near to them, nor a second time on the same way.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import in_force
from award.access.responsible import (
    coordinators_of,
    experts_of,
    heads_of_all,
    operators,
    reviewers_of,
)
from award.dossiers.conflicts import NOTING, RECOMMENDING, barred
from storage.tables import (
    Centre,
    Dossier,
    DossierState,
    Enrolment,
    Person,
    Role,
    RoleKind,
)

NOTE_OWED = (DossierState.COMPLETE, DossierState.RETURNED)
COMMISSION_OWES = (DossierState.RECOMMENDED, DossierState.CANDIDATE, DossierState.INTERVIEWED)

Turns = Mapping[int, tuple[int, ...]]


async def whose_turn(session: AsyncSession, dossiers: Sequence[Dossier], now: dt.datetime) -> Turns:
    """By dossier, ids of those who have to act on it; none where nobody has to, or nobody may.

    The operators bring what is recommended before a commission, whose members act among themselves.
    """
    turns: dict[int, tuple[int, ...]] = {each.id: () for each in dossiers}
    turns |= await writers(session, _in(dossiers, NOTE_OWED), now)
    turns |= await recommenders(session, _in(dossiers, (DossierState.NOTED,)), now)
    waiting = _in(dossiers, COMMISSION_OWES)
    if waiting:
        everywhere = await operators(session, now)
        turns |= {each.id: everywhere for each in waiting}
    return turns


async def writers(session: AsyncSession, dossiers: Sequence[Dossier], now: dt.datetime) -> Turns:
    """By dossier, who may write its closing note.

    The mentor, or who stands in; where they are barred, or none is left, the mentor's experts, the
    region's coordinators, the operators: not the centre's head, who recommends.
    """
    if not dossiers:
        return {}
    found = await _surroundings(session, dossiers, now)
    reviewers = await reviewers_of(session, found.enrolments.values(), now)
    mentoring = await _in_office(session, reviewers.values(), now)
    out = await barred(session, dossiers, NOTING)
    turns: dict[int, tuple[int, ...]] = {}
    for each in dossiers:
        enrolment = found.enrolments[each.enrolment_id]
        mentor = reviewers[enrolment.id]
        stands_in = mentor is not None and mentor != enrolment.mentor_id
        if mentor is not None and mentor not in out[each.id] and (stands_in or mentor in mentoring):
            turns[each.id] = (mentor,)
            continue
        experts: tuple[int, ...] = ()
        if enrolment.mentor_id is not None:
            experts = await experts_of(session, enrolment.mentor_id, now)
        turns[each.id] = _but(out[each.id], experts) or await found.above(each, out[each.id])
    return turns


async def _in_office(
    session: AsyncSession, people: Iterable[int | None], now: dt.datetime
) -> set[int]:
    """Those whose role of a mentor has not ended, whatever else they have become."""
    found = await session.scalars(
        select(Role.person_id).where(
            Role.person_id.in_({person for person in people if person is not None}),
            Role.kind == RoleKind.MENTOR,
            in_force(now),
        )
    )
    return set(found)


async def recommenders(
    session: AsyncSession, dossiers: Sequence[Dossier], now: dt.datetime
) -> Turns:
    """By dossier, who may recommend it: a head of its centre, or else the region's coordinators,
    or else the operators, but nobody whose refusal of it was annulled.
    """
    if not dossiers:
        return {}
    found = await _surroundings(session, dossiers, now)
    out = await barred(session, dossiers, RECOMMENDING)
    centres = {each.centre_id for each in found.enrolments.values() if each.centre_id is not None}
    heads = await heads_of_all(session, centres, now)
    turns: dict[int, tuple[int, ...]] = {}
    for each in dossiers:
        never = out[each.id]
        centre = found.enrolments[each.enrolment_id].centre_id
        of_centre = heads.get(centre, ()) if centre is not None else ()
        turns[each.id] = _but(never, of_centre) or await found.above(each, never)
    return turns


class _Surroundings:
    """The enrolments of some dossiers, and who stands above their centres: looked up once each."""

    def __init__(
        self, session: AsyncSession, rows: Iterable[tuple[Enrolment, str | None]], now: dt.datetime
    ) -> None:
        self.session, self.now = session, now
        self.enrolments: dict[int, Enrolment] = {}
        self._regions: dict[int, str | None] = {}
        self._found: dict[str | None, tuple[int, ...]] = {}
        for enrolment, region in rows:
            self.enrolments[enrolment.id] = enrolment
            self._regions[enrolment.id] = region

    async def above(self, dossier: Dossier, never: frozenset[int]) -> tuple[int, ...]:
        """The coordinators of the dossier's region, or else the operators, but those never."""
        region = self._regions[dossier.enrolment_id]
        coordinators = _but(never, await self._of(region)) if region is not None else ()
        return coordinators or _but(never, await self._of(None))

    async def _of(self, region: str | None) -> tuple[int, ...]:
        if region not in self._found:
            self._found[region] = (
                await operators(self.session, self.now)
                if region is None
                else await coordinators_of(self.session, region, self.now)
            )
        return self._found[region]


async def _surroundings(
    session: AsyncSession, dossiers: Sequence[Dossier], now: dt.datetime
) -> _Surroundings:
    rows = await session.execute(
        select(Enrolment, func.coalesce(Centre.region, Person.region))
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
        .where(Enrolment.id.in_([each.enrolment_id for each in dossiers]))
    )
    return _Surroundings(session, rows.tuples(), now)


def _in(dossiers: Iterable[Dossier], states: Sequence[DossierState]) -> list[Dossier]:
    return [each for each in dossiers if each.state in states]


def _but(never: frozenset[int], people: Iterable[int]) -> tuple[int, ...]:
    return tuple(each for each in people if each not in never)
