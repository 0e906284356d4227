"""Where in the programme a list is of: all that the reader reaches, a region, a centre, staff."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, false, func, or_, select, true

from award.access.acting import Acting
from award.access.actor import Actor, in_force
from award.access.scope import reached_by, staff_reached_by
from award.errors import NotFound
from storage.tables import SIGNED_STATES, Centre, Enrolment, Person, Role, RoleKind

READERS = (
    RoleKind.MENTOR,
    RoleKind.EXPERT,
    RoleKind.CENTRE_HEAD,
    RoleKind.COORDINATOR,
    RoleKind.OPERATOR,
)


class PlaceKind(StrEnum):
    """What a list is of."""

    ALL = "all"
    REGION = "region"
    CENTRE = "centre"
    EXPERT = "expert"
    MENTOR = "mentor"


# Staff to whom a list may belong.
OF_STAFF = {PlaceKind.EXPERT: RoleKind.EXPERT, PlaceKind.MENTOR: RoleKind.MENTOR}


@dataclass(frozen=True, slots=True)
class Place:
    """One of them: `id` of a centre or a person of staff, `region` its code."""

    kind: PlaceKind = PlaceKind.ALL
    id: int = 0
    region: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceSeen:
    """What a place is called; of staff: `roles` within the reader's scope, each with its centre."""

    name: str | None = None
    region: str | None = None
    roles: tuple[tuple[RoleKind, str | None], ...] = ()


def root(actor: Actor) -> Place:
    """Where the reader begins: in the one region or centre that is all of theirs, or above all."""
    reaching = {role for role in actor.roles if role.kind in READERS}
    regions = {role.region for role in reaching if role.kind is RoleKind.COORDINATOR}
    centres = {role.centre_id for role in reaching if role.kind is RoleKind.CENTRE_HEAD}
    if reaching and all(role.kind is RoleKind.COORDINATOR for role in reaching):
        if len(regions) == 1:
            return Place(PlaceKind.REGION, region=regions.pop())
    elif reaching and all(role.kind is RoleKind.CENTRE_HEAD for role in reaching):
        centre = centres.pop()
        if not centres and centre is not None:
            return Place(PlaceKind.CENTRE, centre)
    return Place()


async def place_seen(at: Acting, place: Place) -> PlaceSeen:
    """What stands above the lists of a place; raises NotFound for staff out of scope."""
    if place.kind is PlaceKind.REGION:
        if at.programme.find_region(place.region) is None:
            raise NotFound
        return PlaceSeen(region=place.region)
    if place.kind is PlaceKind.CENTRE:
        centre = await at.session.get(Centre, place.id)
        if centre is None:
            raise NotFound
        return PlaceSeen(centre.name, centre.region)
    if place.kind is PlaceKind.ALL:
        return PlaceSeen()
    roles = await _roles(at, place)
    if not roles:
        raise NotFound
    person = await at.session.get_one(Person, place.id)
    return PlaceSeen(person.full_name, roles=roles)


async def _roles(at: Acting, place: Place) -> tuple[tuple[RoleKind, str | None], ...]:
    found = await at.session.execute(
        select(Role.kind, Centre.name)
        .outerjoin(Centre, Centre.id == Role.centre_id)
        .where(
            staff_reached_by(at.actor, *READERS),
            Role.person_id == place.id,
            Role.kind == OF_STAFF[place.kind],
            in_force(at.now),
        )
        .order_by(Role.id)
    )
    return tuple((kind, centre) for kind, centre in found)


# --- conditions


def participants_in(actor: Actor, place: Place) -> tuple[ColumnElement[bool], ...]:
    """Enrolments of a place within the reader's scope; joined as `reached_by` asks for it."""
    return (
        reached_by(actor, *READERS),
        Enrolment.state.in_(SIGNED_STATES),
        Enrolment.person_id != actor.id,
        _participant_in(actor, place),
    )


def _participant_in(actor: Actor, place: Place) -> ColumnElement[bool]:
    match place.kind:
        case PlaceKind.REGION:
            return func.coalesce(Centre.region, Person.region) == place.region
        case PlaceKind.CENTRE:
            return Enrolment.centre_id == place.id
        case PlaceKind.MENTOR:
            return Enrolment.mentor_id == place.id
        case PlaceKind.EXPERT:
            return Enrolment.mentor_id.in_(_under(actor, place.id))
        case _:
            return true()


def staff_in(actor: Actor, place: Place, kind: RoleKind) -> tuple[ColumnElement[bool], ...]:
    """Roles of this kind in force at a place within the scope; each with its Centre, if any."""
    at_place: ColumnElement[bool]
    match place.kind:
        case PlaceKind.REGION:
            at_place = func.coalesce(Centre.region, Role.region) == place.region
        case PlaceKind.CENTRE:
            at_place = Role.centre_id == place.id
        case PlaceKind.EXPERT:
            at_place = Role.reports_to == place.id
        case PlaceKind.MENTOR:
            at_place = false()
        case _:
            at_place = true()
    return (staff_reached_by(actor, *READERS), Role.kind == kind, in_force(actor.at), at_place)


def centres_in(actor: Actor, place: Place) -> tuple[ColumnElement[bool], ...]:
    """Centres that are open, of a place within the scope."""
    theirs: list[ColumnElement[bool]] = [false()]
    for role in actor.roles:
        if role.kind is RoleKind.OPERATOR:
            theirs.append(true())
        elif role.kind is RoleKind.COORDINATOR:
            theirs.append(Centre.region == role.region)
        elif role.kind is RoleKind.CENTRE_HEAD:
            theirs.append(Centre.id == role.centre_id)
    there = {
        PlaceKind.ALL: true(),
        PlaceKind.REGION: Centre.region == place.region,
    }.get(place.kind, false())
    return or_(*theirs), Centre.closed_at.is_(None), there


def regions_reached(at: Acting) -> tuple[str, ...]:
    """Codes of the regions within the scope, in the programme's order."""
    every = tuple(region.code for region in at.programme.regions)
    if at.actor.has(RoleKind.OPERATOR):
        return every
    theirs = {role.region for role in at.actor.roles if role.kind is RoleKind.COORDINATOR}
    return tuple(code for code in every if code in theirs)


def _under(actor: Actor, expert: int) -> Select[int]:
    return select(Role.person_id).where(
        Role.kind == RoleKind.MENTOR, Role.reports_to == expert, in_force(actor.at)
    )
