"""From an organisation's application to a centre: decision, contract, head (programme.md §7)."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.responsible import operators
from award.audit import record
from award.calendar import local_date
from award.calendar.days_off import term_end
from award.calendar.deadlines import ANSWER_DAYS, CONTRACT_DAYS
from award.calendar.zones import regions_in, today_in
from award.centres.application_form import UNDER_WAY
from award.centres.opening import is_new, open_centre
from award.errors import NotFound, Refusal, TooLate
from award.outbox import NoticeKind, tell
from award.programme import Programme
from award.typed import tidied
from storage.locking import locked
from storage.tables import (
    Centre,
    CentreApplication,
    CentreApplicationState,
    Person,
    Role,
    RoleKind,
)

LONGEST_REASON = 500  # characters
# To the operator, who cannot change the applicant's answers.


async def waiting_centres(at: Acting) -> tuple[CentreApplication, ...]:
    """Applications and contracts under way, for an operator; the longest waiting first."""
    at.actor.require(RoleKind.OPERATOR)
    found = await at.session.scalars(
        select(CentreApplication)
        .where(CentreApplication.state.in_(UNDER_WAY))
        .order_by(CentreApplication.submitted_at, CentreApplication.id)
    )
    await _note(at, "listed", None)
    return tuple(found)


async def application_seen(at: Acting, application_id: int) -> CentreApplication:
    """An application for its applicant, or for an operator once it is sent; raises NotFound."""
    found = await at.session.get(CentreApplication, application_id)
    if found is None:
        raise NotFound
    if found.applicant_id == at.actor.id:
        return found
    if not at.actor.has(RoleKind.OPERATOR) or found.state is CentreApplicationState.DRAFT:
        raise NotFound
    await _note(at, "seen", found.id)
    return found


async def due_of(
    session: AsyncSession, programme: Programme, application: CentreApplication
) -> date | None:
    """The last day of what it waits for: the operator's answer, in the term of any application, or
    the contract; None where it waits for nothing.
    """
    if application.state is CentreApplicationState.CONTRACT:
        return application.contract_due
    if application.state is CentreApplicationState.SUBMITTED and application.submitted_at:
        return await term_end(
            session, programme, application.region, ANSWER_DAYS, application.submitted_at
        )
    return None


async def accept(at: Acting, application_id: int) -> CentreApplication:
    """Agree: the contract is due in ten working days. Raises TooLate where it is decided."""
    application = await _in_state(
        at, application_id, CentreApplicationState.SUBMITTED, by_operator=True
    )
    await is_new(at.session, application.name, application.region, applied=True)
    application.state = CentreApplicationState.CONTRACT
    application.decided_by, application.decided_at = at.actor.id, at.now
    application.contract_due = await term_end(
        at.session, at.programme, application.region, CONTRACT_DAYS, at.now
    )
    await _note(at, "accepted", application.id)
    _tell_applicant(at.session, application, NoticeKind.CENTRE_ACCEPTED, at.now)
    return application


async def refuse(at: Acting, application_id: int, words: str) -> CentreApplication:
    """Refuse in own words, which the applicant reads; raises Refusal for none or too many."""
    application = await _in_state(
        at, application_id, CentreApplicationState.SUBMITTED, by_operator=True
    )
    words = tidied(words)
    if not 0 < len(words) <= LONGEST_REASON:
        raise Refusal("refused-centre-reason", most=LONGEST_REASON)
    application.state = CentreApplicationState.REFUSED
    application.decided_by, application.decided_at = at.actor.id, at.now
    application.reason, application.closed_at = words, at.now
    await _note(at, "refused", application.id)
    _tell_applicant(at.session, application, NoticeKind.CENTRE_REFUSED, at.now)
    return application


async def say_signed(at: Acting, application_id: int) -> CentreApplication:
    """The applicant says that the contract is signed: from then on it does not lapse.

    Raises TooLate where it was said already, has lapsed, or its last day is over.
    """
    application = await _in_state(at, application_id, CentreApplicationState.CONTRACT)
    today, due = today_in(at.programme, application.region, at.now), application.contract_due
    if application.signed_at is not None or (due is not None and due < today):
        raise TooLate("refused-centre-moved")
    application.signed_at = at.now
    await _note(at, "signed", application.id)
    for operator in await operators(at.session, at.now):
        tell(at.session, operator, NoticeKind.CENTRE_SIGNED, at.now, application=application.id)
    return application


async def deny_signed(at: Acting, application_id: int) -> CentreApplication:
    """The operator has no contract: the term runs on, and if it is over, the next day ends it."""
    application = await _in_state(
        at, application_id, CentreApplicationState.CONTRACT, by_operator=True
    )
    if application.signed_at is None:
        raise TooLate("refused-centre-moved")
    application.signed_at = None
    await _note(at, "not_signed", application.id)
    _tell_applicant(at.session, application, NoticeKind.CENTRE_NOT_SIGNED, at.now)
    return application


async def confirm_signed(at: Acting, application_id: int) -> Centre:
    """The contract is there: the centre is opened and the applicant is its head.

    Raises TooLate where it has lapsed, Refusal for a name that the region has by then.
    """
    application = await _in_state(
        at, application_id, CentreApplicationState.CONTRACT, by_operator=True
    )
    centre = await open_centre(
        at.session, application.name, application.region, application.place, applied=True
    )
    head = Role(
        person_id=application.applicant_id,
        kind=RoleKind.CENTRE_HEAD,
        centre_id=centre.id,
        since=at.now,
    )
    at.session.add(head)
    person = await at.session.get_one(Person, application.applicant_id)
    person.full_name = person.full_name or application.contact
    application.state = CentreApplicationState.SIGNED
    application.signed_at = application.signed_at or at.now
    application.closed_at, application.centre_id = at.now, centre.id
    await _note(at, "opened", application.id, centre=centre.id)
    await record(
        at.session, at.actor.id, "role.given", "role", head.id, at.now, kind=str(head.kind)
    )
    _tell_applicant(at.session, application, NoticeKind.CENTRE_OPENED, at.now)
    return centre


async def withdraw_application(at: Acting, application_id: int) -> CentreApplication:
    """The applicant takes it back, at any time before the centre is opened."""
    application = await _in_state(at, application_id, *UNDER_WAY)
    application.state = CentreApplicationState.WITHDRAWN
    application.closed_at = at.now
    await _note(at, "withdrawn", application.id)
    return application


async def lapse_contracts(
    session: AsyncSession, programme: Programme, zone: str, now: datetime
) -> int:
    """Let registrations of a zone lapse whose contract was not signed in the term; both are told.

    How many did. One that the applicant says is signed waits for the operator instead.
    """
    late = await session.scalars(
        select(CentreApplication)
        .where(
            CentreApplication.state == CentreApplicationState.CONTRACT,
            CentreApplication.signed_at.is_(None),
            CentreApplication.contract_due < local_date(now, zone),
            CentreApplication.region.in_(regions_in(programme, zone)),
        )
        .order_by(CentreApplication.id)
        .with_for_update()
    )
    lapsed = late.all()
    for application in lapsed:
        application.state = CentreApplicationState.LAPSED
        application.closed_at = now
        await record(
            session,
            None,
            "centre_application.lapsed",
            "centre_application",
            application.id,
            now,
        )
        _tell_applicant(session, application, NoticeKind.CENTRE_LAPSED, now)
        for operator in await operators(session, now):
            tell(session, operator, NoticeKind.CENTRE_LAPSED, now, application=application.id)
    return len(lapsed)


async def _in_state(
    at: Acting, application_id: int, *states: CentreApplicationState, by_operator: bool = False
) -> CentreApplication:
    """The application, locked, in one of these states; an operator's, or the applicant's own.

    Nobody decides on their own.
    """
    if by_operator:
        at.actor.require(RoleKind.OPERATOR)
    found = await locked(at.session, CentreApplication, application_id)
    own = found is not None and found.applicant_id == at.actor.id
    if found is None or own is by_operator or found.state is CentreApplicationState.DRAFT:
        raise NotFound
    if found.state not in states:
        raise TooLate("refused-centre-moved")
    return found


def _tell_applicant(
    session: AsyncSession, application: CentreApplication, kind: NoticeKind, now: datetime
) -> None:
    tell(session, application.applicant_id, kind, now, application=application.id)


async def _note(
    at: Acting,
    what: str,
    application_id: int | None,
    **details: int,
) -> None:
    action = f"centre_application.{what}"
    await record(
        at.session, at.actor.id, action, "centre_application", application_id, at.now, **details
    )
