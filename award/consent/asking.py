"""A representative is asked anew in the middle of the way; it goes on from there (§4.6, §7)."""

from sqlalchemy import select

from award.access.acting import Acting
from award.access.birth_dates import bind, needs_representative
from award.access.invitations import revoke_links
from award.access.responsible import tell_mentor
from award.audit import record
from award.outbox import NoticeKind, tell
from award.registration.application import represented, submit
from storage.tables import (
    OPEN_STATES,
    SIGNED_STATES,
    Enrolment,
    EnrolmentState,
    InvitationKind,
    Person,
)


async def ask_where_unsigned(at: Acting, person_id: int) -> bool:
    """Close a minor's open enrolment to staff until a representative signs; whether it was.

    Nothing is asked where one who represents the minor now has signed, nor before the application
    was sent. Entries that wait for the mentor go on waiting. Both are told.
    """
    person = await at.session.get_one(Person, person_id)
    if not await needs_representative(at.session, at.programme, person, at.now):
        return False
    enrolment = await at.session.scalar(
        select(Enrolment)
        .where(
            Enrolment.person_id == person_id,
            Enrolment.state.in_(OPEN_STATES),
            Enrolment.state.in_(SIGNED_STATES),
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if enrolment is None or await represented(at.session, enrolment, at.now):
        return False
    await bind(at.session, person, at.now)
    await tell_mentor(
        at.session, enrolment, NoticeKind.PARTICIPANT_UNSIGNED, at.now, enrolment=enrolment.id
    )
    enrolment.resumes_as = enrolment.state
    enrolment.state = EnrolmentState.AWAITING_REPRESENTATIVE
    await revoke_links(at.session, InvitationKind.REPRESENTATIVE, at.now, enrolment_id=enrolment.id)
    await record(at.session, at.actor.id, "application.awaits", "enrolment", enrolment.id, at.now)
    tell(
        at.session, person_id, NoticeKind.REPRESENTATIVE_ASKED_ANEW, at.now, enrolment=enrolment.id
    )
    return True


async def go_on(at: Acting, enrolment: Enrolment, person: Person) -> None:
    """All have signed: an application goes to those who answer it, a way where it stood."""
    if enrolment.resumes_as is None or enrolment.resumes_as is EnrolmentState.SUBMITTED:
        await submit(at, enrolment, person)
    else:
        enrolment.state = enrolment.resumes_as
        await record(
            at.session, at.actor.id, "enrolment.resumed", "enrolment", enrolment.id, at.now
        )
        await tell_mentor(
            at.session, enrolment, NoticeKind.PARTICIPANT_RESUMED, at.now, enrolment=enrolment.id
        )
    enrolment.resumes_as = None
