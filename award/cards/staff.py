"""The card of one of the staff: what they tell of themselves, and who reads it (§7.11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import func, select

from award.access.acting import Acting
from award.access.actor import STAFF, in_force
from award.access.scope import represents
from award.audit import record
from award.cards.scope import is_staff, reads_card, require_staff
from award.centres.offers import is_offered
from award.errors import NotFound, Refusal
from award.typed import EMAIL, fitting
from storage.tables import (
    Centre,
    Document,
    Enrolment,
    EnrolmentState,
    Person,
    Role,
    RoleKind,
    StaffCard,
)


class CardPart(StrEnum):
    """What is asked of one of the staff; the value is its column."""

    PHOTO = "photo_file_id"
    ABOUT = "about"
    ACHIEVEMENTS = "achievements"
    EMAIL = "email"


# Characters, both ends included: with name, places and contact they fit below a photo.
LENGTHS = {
    CardPart.PHOTO: (1, 200),
    CardPart.ABOUT: (10, 300),
    CardPart.ACHIEVEMENTS: (3, 300),
    CardPart.EMAIL: (6, 80),
}
_LINES = (CardPart.ABOUT, CardPart.ACHIEVEMENTS)  # of which there may be several
_MISTAKES = {
    CardPart.PHOTO: "mistake-photo",
    CardPart.ABOUT: "mistake-card-about",
    CardPart.ACHIEVEMENTS: "mistake-card-achievements",
    CardPart.EMAIL: "mistake-card-email",
}


class UnfitPart(Refusal):
    """An answer that cannot be taken; the key says what one looks like."""

    def __init__(self, part: CardPart) -> None:
        shortest, longest = LENGTHS[part]
        super().__init__(_MISTAKES[part], shortest=shortest, longest=longest)


@dataclass(frozen=True, slots=True)
class PublicCard:
    """What participants who choose, and their representatives, see of a mentor."""

    person_id: int
    name: str | None
    photo: str | None
    about: str | None

    @property
    def tells(self) -> bool:
        """There is more to see than the name."""
        return bool(self.photo or self.about)


@dataclass(frozen=True, slots=True)
class Post:
    """A role in force, and where."""

    kind: RoleKind
    region: str | None
    centre: str | None


@dataclass(frozen=True, slots=True)
class CardSeen:
    """The whole card; `documents`: how many there are, None for whom they are not shown to."""

    public: PublicCard
    achievements: str | None
    email: str | None
    phone: str | None
    posts: tuple[Post, ...]
    documents: int | None


async def own_card(at: Acting) -> CardSeen:
    """The acting person's own, filled in or not; raises NotAllowed for who is not of the staff."""
    require_staff(at.actor)
    return await _seen(at, at.actor.id, documents=True)


async def card_is_owed(at: Acting) -> bool:
    """One of the staff has not told yet what participants see: photo and a few words."""
    if not is_staff(at.actor):
        return False
    card = await at.session.get(StaffCard, at.actor.id)
    return card is None or not card.about or not card.photo_file_id


async def fill_card(at: Acting, part: CardPart, value: str | None) -> None:
    """Take an answer for the own card in place of any before; None takes it off.

    Raises UnfitPart.
    """
    require_staff(at.actor)
    fit = None
    if value is not None:
        fit = fitting(value, LENGTHS[part], lines=part in _LINES)
        if fit is None or (part is CardPart.EMAIL and not EMAIL.fullmatch(fit)):
            raise UnfitPart(part)
    card = await at.session.get(StaffCard, at.actor.id)
    if card is None:
        card = StaffCard(person_id=at.actor.id)
        at.session.add(card)
    setattr(card, part, fit)
    await at.session.flush()
    await record(
        at.session, at.actor.id, "card.filled", "person", at.actor.id, at.now, part=part.value
    )


async def card_of(at: Acting, person_id: int) -> CardSeen:
    """The card of one of the staff in scope, or the own; the look is on the record.

    Raises NotFound out of scope.
    """
    if not await reads_card(at, person_id):
        raise NotFound
    card = await _seen(at, person_id, documents=await reads_card(at, person_id, documents=True))
    if person_id != at.actor.id:
        await record(at.session, at.actor.id, "card.seen", "person", person_id, at.now)
    return card


# --- what participants see


async def offered_mentor(at: Acting, mentor_id: int) -> PublicCard:
    """A mentor to choose for the acting person's draft; raises NotFound for any other."""
    draft = await at.session.scalar(
        select(Enrolment).where(
            Enrolment.person_id == at.actor.id, Enrolment.state == EnrolmentState.DRAFT
        )
    )
    if draft is None or not await is_offered(at.session, draft, mentor_id, at.now):
        raise NotFound
    return await _public(at, mentor_id)


async def mentor_of_participant(at: Acting, enrolment_id: int) -> PublicCard | None:
    """Their mentor, for a participant or a representative; None where there is none yet.

    Raises NotFound for everybody else.
    """
    enrolment = await at.session.get(Enrolment, enrolment_id)
    if enrolment is None:
        raise NotFound
    if enrolment.person_id != at.actor.id and not await represents(at, enrolment):
        raise NotFound
    return await _public(at, enrolment.mentor_id) if enrolment.mentor_id is not None else None


# --- inside


async def _public(at: Acting, person_id: int) -> PublicCard:
    person = await at.session.get_one(Person, person_id)
    card = await at.session.get(StaffCard, person_id)
    photo, about = (card.photo_file_id, card.about) if card is not None else (None, None)
    return PublicCard(person.id, person.full_name, photo, about)


async def _seen(at: Acting, person_id: int, *, documents: bool) -> CardSeen:
    person = await at.session.get_one(Person, person_id)
    card = await at.session.get(StaffCard, person_id)
    return CardSeen(
        await _public(at, person_id),
        card.achievements if card is not None else None,
        card.email if card is not None else None,
        person.phone,
        tuple(await _posts(at, person_id)),
        await _documents(at, person_id) if documents else None,
    )


async def _posts(at: Acting, person_id: int) -> Sequence[Post]:
    found = await at.session.execute(
        select(Role.kind, Role.region, Centre.name)
        .outerjoin(Centre, Centre.id == Role.centre_id)
        .where(Role.person_id == person_id, Role.kind.in_(STAFF), in_force(at.now))
        .order_by(Role.id)
    )
    return [Post(*row) for row in found]


async def _documents(at: Acting, person_id: int) -> int:
    theirs = (Document.person_id == person_id) & Document.enrolment_id.is_(None)
    return await at.session.scalar(select(func.count(Document.id)).where(theirs)) or 0
