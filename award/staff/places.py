"""Centres and partner organisations, and who may change which."""

from collections.abc import Collection
from enum import StrEnum

from sqlalchemy import select

from award.access.acting import Acting
from award.access.actor import Actor
from award.audit import record
from award.centres.opening import open_centre
from award.errors import NotFound, Refusal
from award.programme import Programme
from award.typed import fitting
from storage.tables import (
    Centre,
    Partner,
    RoleKind,
)


class Asked(StrEnum):
    """What is typed of a centre or a partner organisation."""

    CENTRE_NAME = "centre-name"
    CENTRE_PLACE = "centre-place"
    PARTNER_NAME = "partner-name"


# Characters, both ends included.
_LENGTHS = {Asked.CENTRE_NAME: (3, 160), Asked.CENTRE_PLACE: (2, 120), Asked.PARTNER_NAME: (3, 160)}
_MISTAKES = {asked: f"mistake-{asked.value}" for asked in Asked}


class UnfitText(Refusal):
    """A name or place that cannot be taken; the key says what one looks like."""

    def __init__(self, asked: Asked) -> None:
        shortest, longest = _LENGTHS[asked]
        super().__init__(_MISTAKES[asked], shortest=shortest, longest=longest)


async def centres_of(at: Acting, also: Collection[int] = ()) -> tuple[Centre, ...]:
    """Open centres, and `also` closed ones, of the person: all for an operator, a head's own."""
    meant = Centre.closed_at.is_(None) | Centre.id.in_(also)
    query = select(Centre).where(meant).order_by(Centre.name, Centre.id)
    if not at.actor.has(RoleKind.OPERATOR):
        at.actor.require(RoleKind.CENTRE_HEAD)
        query = query.where(Centre.id.in_(headed(at.actor)))
    return tuple((await at.session.scalars(query)).all())


async def partners(at: Acting) -> tuple[Partner, ...]:
    """All partner organisations at work, for an operator."""
    at.actor.require(RoleKind.OPERATOR)
    query = select(Partner).where(Partner.closed_at.is_(None)).order_by(Partner.name, Partner.id)
    return tuple((await at.session.scalars(query)).all())


async def add_centre(at: Acting, name: str, region: str, place: str) -> Centre:
    """A new centre; raises UnfitText, Refusal for a name that the region has already."""
    at.actor.require(RoleKind.OPERATOR)
    _known_region(at.programme, region)
    name, place = fit(name, Asked.CENTRE_NAME), fit(place, Asked.CENTRE_PLACE)
    centre = await open_centre(at.session, name, region, place)
    await record(at.session, at.actor.id, "centre.added", "centre", centre.id, at.now)
    return centre


async def add_partner(
    at: Acting, name: str, region: str | None, directions: Collection[str]
) -> Partner:
    """A new partner organisation for directions that need one; no region: everywhere (§1)."""
    at.actor.require(RoleKind.OPERATOR)
    if region is not None:
        _known_region(at.programme, region)
    asked = [d.code for d in at.programme.directions if d.needs_partner and d.code in directions]
    if not asked or len(asked) != len(set(directions)):
        raise Refusal("refused-partner-directions")
    partner = Partner(name=fit(name, Asked.PARTNER_NAME), region=region, directions=asked)
    at.session.add(partner)
    await at.session.flush()
    await record(at.session, at.actor.id, "partner.added", "partner", partner.id, at.now)
    return partner


def fit(text: str, asked: Asked) -> str:
    """The text, tidied; raises UnfitText where it is too short or too long."""
    name = fitting(text, _LENGTHS[asked])
    if name is None:
        raise UnfitText(asked)
    return name


def headed(actor: Actor) -> list[int]:
    """Ids of the centres that the person heads."""
    return [
        role.centre_id
        for role in actor.roles
        if role.kind is RoleKind.CENTRE_HEAD and role.centre_id is not None
    ]


def _known_region(programme: Programme, region: str) -> None:
    if not any(region == known.code for known in programme.regions):
        raise NotFound


async def require_own_centre(at: Acting, centre_id: int) -> None:
    """Raises NotFound unless it is an open centre of the person, as `centres_of` lists them."""
    if centre_id not in {centre.id for centre in await centres_of(at)}:
        raise NotFound
