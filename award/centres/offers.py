"""Centres, mentors and partners to choose from, the nearest and least loaded first (§4.5)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import in_force
from award.access.responsible import heads_of, operators
from storage.tables import (
    OPEN_STATES,
    Centre,
    Enrolment,
    EnrolmentState,
    Partner,
    Person,
    Role,
    RoleKind,
)

# A draft is nobody's work yet.
LOADING = tuple(state for state in OPEN_STATES if state is not EnrolmentState.DRAFT)

_WORD = re.compile(r"\w{3,}|\d+")
_STEM = 5  # letters in which different cases of one word agree


@dataclass(frozen=True)
class CentreOffer:
    """A centre to choose; `near`: in the participant's region; `load`: open enrolments."""

    id: int
    name: str
    place: str
    region: str
    near: bool
    load: int


@dataclass(frozen=True)
class MentorOffer:
    """A mentor to choose; `load`: open enrolments."""

    id: int
    name: str | None
    load: int


@dataclass(frozen=True)
class PartnerOffer:
    """A partner organisation to choose."""

    id: int
    name: str


async def suggest_centres(
    at: Acting, words: str = "", *, of: int | None = None
) -> tuple[CentreOffer, ...]:
    """Open centres: of the person's region first, then by their place and study, then by load.

    With `words` only those that have all of them in their name or place. `of`: the id of another
    person, for whom one is chosen.
    """
    person = await at.session.get_one(Person, of if of is not None else at.actor.id)
    load = (
        select(func.count())
        .where(Enrolment.centre_id == Centre.id, Enrolment.state.in_(LOADING))
        .scalar_subquery()
    )
    found = await at.session.execute(select(Centre, load).where(Centre.closed_at.is_(None)))
    mine = _stems(f"{person.place or ''} {person.study or ''}")
    asked = words.casefold().split()
    offers = [
        (
            len(mine & _stems(f"{centre.name} {centre.place}")),
            CentreOffer(
                id=centre.id,
                name=centre.name,
                place=centre.place,
                region=centre.region,
                near=centre.region == person.region,
                load=loaded,
            ),
        )
        for centre, loaded in found
        if all(word in f"{centre.name} {centre.place}".casefold() for word in asked)
    ]
    offers.sort(key=lambda o: (not o[1].near, -o[0], o[1].load, o[1].name, o[1].id))
    return tuple(offer for _, offer in offers)


async def mentors_of(
    session: AsyncSession, centre_id: int | None, now: datetime, *, participant: int
) -> tuple[MentorOffer, ...]:
    """Mentors of a centre (of all for None), least loaded first; never oneself or a parent."""
    load = (
        select(func.count())
        .where(Enrolment.mentor_id == Person.id, Enrolment.state.in_(LOADING))
        .scalar_subquery()
    )
    parents = select(Role.person_id).where(
        Role.kind == RoleKind.REPRESENTATIVE, Role.ward_id == participant, in_force(now)
    )
    query = (
        select(Person.id, Person.full_name, load.label("load"))
        .where(
            Person.id.in_(
                select(Role.person_id).where(
                    Role.kind == RoleKind.MENTOR,
                    in_force(now),
                    *([Role.centre_id == centre_id] if centre_id is not None else []),
                )
            ),
            Person.id != participant,
            Person.id.not_in(parents),
        )
        .order_by("load", Person.full_name, Person.id)
    )
    return tuple(MentorOffer(*row) for row in await session.execute(query))


async def partners_for(
    session: AsyncSession, direction: str, region: str | None
) -> tuple[PartnerOffer, ...]:
    """Authorised providers of a direction in this region, and those of every region (§1)."""
    found: Sequence[Partner] = (
        await session.scalars(
            select(Partner)
            .where(
                Partner.closed_at.is_(None),
                or_(Partner.region == region, Partner.region.is_(None)),
            )
            .order_by(Partner.region.is_(None), Partner.name, Partner.id)
        )
    ).all()
    return tuple(PartnerOffer(p.id, p.name) for p in found if direction in p.directions)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()))


async def choosers(session: AsyncSession, enrolment: Enrolment, now: datetime) -> tuple[int, ...]:
    """Ids of those who choose a mentor: the heads of the centre, or else the operators."""
    heads: tuple[int, ...] = ()
    if enrolment.centre_id is not None:
        heads = await heads_of(session, enrolment.centre_id, now)
    return heads or await operators(session, now)


async def is_offered(
    session: AsyncSession, enrolment: Enrolment, mentor_id: int, now: datetime
) -> bool:
    """Whether this is a mentor of the enrolment's centre (of any, without one) for this person."""
    offers = await mentors_of(session, enrolment.centre_id, now, participant=enrolment.person_id)
    return any(offer.id == mentor_id for offer in offers)
