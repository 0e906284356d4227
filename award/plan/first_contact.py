"""Before activation the mentor gets to know the participant, and of a minor the representative.

What is asked stands in the programme's description: the representative is spoken to, and the mentor
learns where the participant lives and of their health (module §3.3).
"""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from award.access.acting import Acting
from award.access.birth_dates import needs_representative
from award.access.scope import mentored, reached_as
from award.audit import record
from award.errors import Refusal, TooLate
from award.typed import fitting
from storage.tables import (
    PLANNED_STATES,
    Agreement,
    Enrolment,
    FirstContact,
    Person,
    RoleKind,
    SignerKind,
)

# Characters, both ends included.
RESIDENCE = (2, 200)
HEALTH = (2, 500)
READERS_OF_HEALTH = (RoleKind.MENTOR, RoleKind.EXPERT)


class NotSpoken(Refusal):
    """The representative of a minor was not spoken to yet."""

    key = "refused-not-spoken"


@dataclass(frozen=True)
class Contact:
    """What is asked at the first contact, and what was noted.

    `representative`, `phone`: of who signed for a minor; None for an adult. `spoken_on`: when it
    was confirmed that they were spoken to. `health`: None for whom it is not.
    """

    enrolment_id: int
    name: str
    place: str | None
    representative: str | None
    phone: str | None
    spoken_at: dt.datetime | None
    residence: str | None
    health: str | None


async def first_contact(at: Acting, enrolment: Enrolment) -> Contact:
    """The first contact with a participant whom the person may read; health is for few."""
    person = await at.session.get_one(Person, enrolment.person_id)
    noted = await at.session.get(FirstContact, enrolment.id)
    signed = await _representative(at, enrolment, person)
    spoken = noted.spoken_at if noted is not None and _is_of(noted, signed) else None
    health = None
    if noted is not None and await reached_as(at, enrolment, READERS_OF_HEALTH):
        health = noted.health
    return Contact(
        enrolment.id,
        person.full_name or "",
        person.place,
        signed.signer_name if signed is not None else None,
        signed.phone if signed is not None else None,
        spoken,
        noted.residence if noted is not None else None,
        health,
    )


async def contact_to_make(at: Acting, enrolment_id: int) -> Contact:
    """The same for the mentor who makes it; raises NotFound for another's participant."""
    enrolment = await _planned(at, enrolment_id)
    await record(at.session, at.actor.id, "first_contact.seen", "enrolment", enrolment.id, at.now)
    return await first_contact(at, enrolment)


async def note_first_contact(
    at: Acting, enrolment_id: int, *, spoken: bool, residence: str, health: str | None
) -> None:
    """The mentor confirms that the representative of a minor was spoken to, and notes what is so.

    Raises Refusal for words that do not fit, NotSpoken where a representative was not spoken to.
    """
    enrolment = await _planned(at, enrolment_id)
    person = await at.session.get_one(Person, enrolment.person_id)
    signed = await _representative(at, enrolment, person)
    if signed is not None and not spoken:
        raise NotSpoken
    noted = await at.session.get(FirstContact, enrolment.id)
    if noted is None:
        noted = FirstContact(enrolment_id=enrolment.id)
        at.session.add(noted)
    noted.by, noted.at = at.actor.id, at.now
    noted.spoken_at = at.now if signed is not None else None
    noted.residence = fitting_words(residence, RESIDENCE)
    noted.health = fitting_words(health, HEALTH) if health is not None else None
    await record(
        at.session,
        at.actor.id,
        "first_contact.noted",
        "enrolment",
        enrolment.id,
        at.now,
        spoken=signed is not None,
    )


def fitting_words(words: str, length: tuple[int, int]) -> str:
    """The words as they are kept; raises Refusal for too few or too many."""
    fit = fitting(words, length, lines=True)
    if fit is None:
        shortest, longest = length
        raise Refusal("mistake-first-contact", shortest=shortest, longest=longest)
    return fit


async def require_spoken(at: Acting, enrolment: Enrolment, person: Person) -> None:
    """Raises NotSpoken unless the representative who signed for a minor was spoken to."""
    signed = await _representative(at, enrolment, person)
    if signed is None:
        return
    noted = await at.session.get(FirstContact, enrolment.id)
    if noted is None or not _is_of(noted, signed):
        raise NotSpoken


async def _representative(at: Acting, enrolment: Enrolment, person: Person) -> Agreement | None:
    """The signature of a minor's representative; None for who needs none."""
    if not await needs_representative(at.session, at.programme, person, at.now):
        return None
    found: Agreement | None = await at.session.scalar(
        select(Agreement).where(
            Agreement.enrolment_id == enrolment.id,
            Agreement.kind == SignerKind.REPRESENTATIVE,
        )
    )
    return found


def _is_of(noted: FirstContact, signed: Agreement | None) -> bool:
    """Another may have signed since: they were not spoken to."""
    if signed is None or noted.spoken_at is None:
        return False
    return noted.spoken_at >= signed.signed_at


async def _planned(at: Acting, enrolment_id: int) -> Enrolment:
    enrolment = await mentored(at, enrolment_id)
    if enrolment.state not in PLANNED_STATES:
        raise TooLate("refused-enrolment-moved")
    return enrolment
