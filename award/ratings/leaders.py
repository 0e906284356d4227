"""The leaders of the month by region and level, of those alone who wish to be named (§8.12)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import exists, select

from award.access.acting import Acting
from award.calendar import local_date
from award.errors import NotAllowed
from award.ratings.names import is_public
from storage.tables import BEGUN_STATES, SIGNED_STATES, Enrolment, Person, PublicName, Rating

MOST = 10


@dataclass(frozen=True, slots=True)
class Leader:
    """A short name, and by how many points of a percent the rating grew this month."""

    place: int
    name: str
    gained: float
    own: bool


@dataclass(frozen=True, slots=True)
class Leaders:
    """Those of one level, in one region or in all; `month`: its first day."""

    level: str
    region: str | None
    month: dt.date
    leaders: tuple[Leader, ...]


async def leaders(at: Acting, level: str, region: str | None = None) -> Leaders:
    """For who takes part, represents somebody or is of staff; raises NotAllowed for others."""
    takes_part = exists().where(
        Enrolment.person_id == at.actor.id, Enrolment.state.in_(SIGNED_STATES)
    )
    if not at.actor.roles and not await at.session.scalar(select(takes_part)):
        raise NotAllowed
    found = await at.session.execute(
        select(PublicName.name, Rating.gained, Person.id)
        .select_from(Rating)
        .join(Enrolment, Enrolment.id == Rating.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .join(PublicName, PublicName.person_id == Person.id)
        .where(
            Rating.level == level,
            *([Rating.region == region] if region else []),
            Rating.gained > 0,
            Enrolment.state.in_(BEGUN_STATES),
            is_public(at.programme, at.now),
        )
        .order_by(Rating.gained.desc(), Rating.enrolment_id)
        .limit(MOST)
    )
    rows = found.all()
    return Leaders(
        level=level,
        region=region,
        month=local_date(at.now, at.programme.zone).replace(day=1),
        leaders=tuple(
            Leader(
                place=1 + sum(other.gained > row.gained for other in rows),
                name=row.name,
                gained=row.gained,
                own=row.id == at.actor.id,
            )
            for row in rows
        ),
    )
