"""A birth date mended by staff, with the one before on record (programme.md §7)."""

import datetime as dt
from dataclasses import dataclass

from award.access.acting import Acting
from award.access.birth_dates import earlier_birth_dates, keep_birth_date
from award.access.scope import visible
from award.audit import record
from award.consent.asking import ask_where_unsigned
from award.errors import NotFound
from award.outbox import NoticeKind, tell
from award.registration.personal import Field, Unfit, plausible_birth_date
from storage.locking import locked
from storage.tables import Enrolment, Person, RoleKind

MAY_MEND = (RoleKind.MENTOR, RoleKind.CENTRE_HEAD, RoleKind.COORDINATOR, RoleKind.OPERATOR)


@dataclass(frozen=True)
class Mendable:
    """Whose birth date it is, what it is now, and what it was before."""

    name: str
    birth_date: dt.date | None
    earlier: tuple[dt.date, ...]


async def birth_date_to_mend(at: Acting, enrolment_id: int) -> Mendable:
    """What stands there now; the look is on the record. Raises as `mend_birth_date`."""
    at.actor.require(*MAY_MEND)
    enrolment = await _theirs_to_mend(at, enrolment_id)
    person = await at.session.get_one(Person, enrolment.person_id)
    await record(at.session, at.actor.id, "birth_date.seen", "person", person.id, at.now)
    earlier = await earlier_birth_dates(at.session, person)
    return Mendable(person.full_name or "", person.birth_date, earlier)


async def mend_birth_date(at: Acting, enrolment_id: int, birth_date: dt.date) -> bool:
    """Put a participant's birth date right; whether a representative is asked for by it.

    A date by which one was asked for goes on binding. Raises NotFound where staff see nothing of
    the enrolment, Unfit.
    """
    at.actor.require(*MAY_MEND)
    enrolment = await _theirs_to_mend(at, enrolment_id)
    if plausible_birth_date(birth_date, at.programme, at.now) is None:
        raise Unfit(Field.BIRTH_DATE)
    person = await locked(at.session, Person, enrolment.person_id)
    assert person is not None
    if person.birth_date == birth_date:
        return False
    await keep_birth_date(at.session, person, birth_date, at.actor.id, at.now)
    await record(at.session, at.actor.id, "person.birth_date_mended", "person", person.id, at.now)
    tell(at.session, person.id, NoticeKind.BIRTH_DATE_MENDED, at.now)
    return await ask_where_unsigned(at, person.id)


async def _theirs_to_mend(at: Acting, enrolment_id: int) -> Enrolment:
    enrolment = await visible(at, enrolment_id)
    if enrolment.person_id == at.actor.id:
        raise NotFound  # nobody mends their own
    return enrolment
