"""A representative has a copy of their child's data, and has it erased (programme.md §4.11, §7)."""

from sqlalchemy import ColumnElement, select

from award.access.acting import Acting
from award.access.birth_dates import needs_representative
from award.access.scope import represents, signed_for
from award.errors import NotFound
from award.outbox import NoticeKind, tell
from award.profile.export import CopyAsked, noted_copy
from award.retention.enrolments import forget_enrolments, locked_alone
from award.retention.people import concerned, forget_groundless
from award.retention.record import ENROLMENT, record_erased
from storage.tables import Agreement, Enrolment, Person, RoleKind, SignerKind


async def ask_for_copy_of_child(at: Acting, enrolment_id: int) -> CopyAsked:
    """Ask for a copy about a child, of enrolments that the acting representative signed; on record.

    Raises NotFound for anyone else, Refusal for a second one within the hour.
    """
    child = await _child(at, enrolment_id)
    return await noted_copy(at, child.id, _signed_by(at.actor.id))


async def erase_child(at: Acting, enrolment_id: int) -> None:
    """Erase at once what the acting representative's consent was the ground for.

    The enrolments that they signed end; the child is told, and the mentor. The child's account
    stays, and so does what other consents are the ground for. What is in the journals goes right
    after this transaction (`scheduler/erasures.py`). Raises NotFound for anyone else.
    """
    child = await _child(at, enrolment_id)
    which = select(Enrolment.id).where(
        Enrolment.person_id == child.id, _signed_by(at.actor.id), Enrolment.erased_at.is_(None)
    )
    enrolments = await locked_alone(at.session, which)
    people = await concerned(at.session, enrolments)
    await forget_enrolments(at.session, enrolments, at.now)
    for enrolment in enrolments:
        await record_erased(at.session, at.actor.id, ENROLMENT, enrolment.id, at.now)
    await forget_groundless(at.session, people - {at.actor.id}, at.now)
    tell(at.session, child.id, NoticeKind.CHILD_ERASED, at.now)


async def _child(at: Acting, enrolment_id: int) -> Person:
    """The participant whom the acting person represents in this enrolment, still a minor."""
    at.actor.require(RoleKind.REPRESENTATIVE)
    enrolment = await at.session.get(Enrolment, enrolment_id)
    if (
        enrolment is None
        or not await represents(at, enrolment)
        or not await signed_for(at, enrolment)
    ):
        raise NotFound
    child = await at.session.get_one(Person, enrolment.person_id)
    if not await needs_representative(at.session, at.programme, child, at.now):
        raise NotFound
    return child


def _signed_by(person_id: int) -> ColumnElement[bool]:
    signed = select(Agreement.enrolment_id).where(
        Agreement.kind == SignerKind.REPRESENTATIVE, Agreement.signer_id == person_id
    )
    return Enrolment.id.in_(signed)
