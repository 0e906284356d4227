"""A centre's card: filled in by its head, read by its staff and those above; a part by all who
choose a centre (programme.md §7.11)."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, exists, false, or_, select, true

from award.access.acting import Acting
from award.access.actor import Actor
from award.audit import record
from award.errors import NotFound, Refusal
from award.typed import fitting
from storage.tables import Centre, CentreCard, Enrolment, EnrolmentState, RoleKind

_STAFF = (RoleKind.CENTRE_HEAD, RoleKind.EXPERT, RoleKind.MENTOR)


class CentrePart(StrEnum):
    """What is asked of a centre; the value is its column."""

    ABOUT = "about"
    ACHIEVEMENTS = "achievements"
    CONTACT = "contact"


# Characters, both ends included; each may be of several lines.
LENGTHS = {
    CentrePart.ABOUT: (10, 800),
    CentrePart.ACHIEVEMENTS: (3, 800),
    CentrePart.CONTACT: (5, 300),
}
_MISTAKES = {part: f"mistake-centre-{part.value}" for part in CentrePart}


class UnfitCentrePart(Refusal):
    """An answer that cannot be taken; the key says what one looks like."""

    def __init__(self, part: CentrePart) -> None:
        shortest, longest = LENGTHS[part]
        super().__init__(_MISTAKES[part], shortest=shortest, longest=longest)


@dataclass(frozen=True, slots=True)
class CentreSeen:
    """A centre with what its card tells this reader; `mine`: the reader fills it in."""

    centre_id: int
    name: str
    region: str
    place: str
    about: str | None
    achievements: str | None
    contact: str | None
    mine: bool = False

    @property
    def tells(self) -> bool:
        """There is more to see than the name."""
        return bool(self.about or self.achievements)


async def centres_read(at: Acting) -> tuple[tuple[int, str], ...]:
    """Ids and names of the open centres whose cards the person reads."""
    query = select(Centre.id, Centre.name).where(_read_by(at.actor), Centre.closed_at.is_(None))
    found = await at.session.execute(query.order_by(Centre.name, Centre.id))
    return tuple((number, name) for number, name in found)


async def centre_card(at: Acting, centre_id: int) -> CentreSeen:
    """The whole card of a centre in scope; raises NotFound for any other, and a closed one."""
    centre = await at.session.scalar(
        select(Centre).where(Centre.id == centre_id, Centre.closed_at.is_(None), _read_by(at.actor))
    )
    if centre is None:
        raise NotFound
    return await _seen(at, centre, whole=True)


async def fill_centre(at: Acting, centre_id: int, part: CentrePart, value: str | None) -> None:
    """Take the head's answer for a centre's card; None takes it off. Raises UnfitCentrePart."""
    seen = await centre_card(at, centre_id)
    if not seen.mine:
        raise NotFound
    fit = fitting(value, LENGTHS[part], lines=True) if value is not None else None
    if value is not None and fit is None:
        raise UnfitCentrePart(part)
    card = await at.session.get(CentreCard, centre_id)
    if card is None:
        card = CentreCard(centre_id=centre_id)
        at.session.add(card)
    setattr(card, part, fit)
    await at.session.flush()
    await record(
        at.session, at.actor.id, "centre.told", "centre", centre_id, at.now, part=part.value
    )


async def offered_centre(at: Acting, centre_id: int) -> CentreSeen:
    """What whoever is applying sees of an open centre; raises NotFound for others."""
    applying = exists().where(
        Enrolment.person_id == at.actor.id, Enrolment.state == EnrolmentState.DRAFT
    )
    centre = await at.session.scalar(
        select(Centre).where(Centre.id == centre_id, Centre.closed_at.is_(None), applying)
    )
    if centre is None:
        raise NotFound
    return await _seen(at, centre, whole=False)


# --- inside


def _read_by(actor: Actor) -> ColumnElement[bool]:
    theirs: list[ColumnElement[bool]] = [false()]
    for role in actor.roles:
        if role.kind is RoleKind.OPERATOR:
            theirs.append(true())
        elif role.kind is RoleKind.COORDINATOR:
            theirs.append(Centre.region == role.region)
        elif role.kind in _STAFF:
            theirs.append(Centre.id == role.centre_id)
    return or_(*theirs)


async def _seen(at: Acting, centre: Centre, *, whole: bool) -> CentreSeen:
    card = await at.session.get(CentreCard, centre.id)
    heads = any(
        role.kind is RoleKind.CENTRE_HEAD and role.centre_id == centre.id for role in at.actor.roles
    )
    return CentreSeen(
        centre.id,
        centre.name,
        centre.region,
        centre.place,
        card.about if card is not None else None,
        card.achievements if card is not None else None,
        card.contact if card is not None and whole else None,
        heads and whole,
    )
