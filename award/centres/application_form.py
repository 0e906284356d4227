"""An organisation's application to become a centre, as it is filled in (programme.md §7).

Every answer is checked and kept as it is given, so the form is there tomorrow.
"""

import re
from enum import StrEnum

from sqlalchemy import select

from award.access.acting import Acting
from award.access.budget import within_budget
from award.access.responsible import operators
from award.audit import record
from award.centres.opening import is_new
from award.errors import Refusal, TooLate
from award.outbox import NoticeKind, tell
from award.programme import Programme
from award.typed import EMAIL, fitting
from storage.locking import locked
from storage.tables import CentreApplication, CentreApplicationState


class CentreField(StrEnum):
    """The questions in their order; the value is the column of the answer."""

    NAME = "name"
    LEGAL_STATUS = "legal_status"
    CONTACT = "contact"
    REGION = "region"
    PLACE = "place"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    MISSION = "mission"
    PROJECTS = "projects"


# Characters, both ends included.
APPLICATIONS_A_DAY = 3  # each goes to all operators, and anybody may apply
_LENGTHS = {
    CentreField.NAME: (3, 160),
    CentreField.LEGAL_STATUS: (2, 120),
    CentreField.CONTACT: (4, 100),
    CentreField.PLACE: (2, 120),
    CentreField.ADDRESS: (5, 200),
    CentreField.PHONE: (8, 16),
    CentreField.EMAIL: (6, 120),
    CentreField.MISSION: (20, 1000),
    CentreField.PROJECTS: (20, 1500),
}
_LONG = (CentreField.MISSION, CentreField.PROJECTS)
_SHAPES = {
    CentreField.PHONE: re.compile(r"\+\d{7,15}"),
    CentreField.EMAIL: EMAIL,
}
UNDER_WAY = (CentreApplicationState.SUBMITTED, CentreApplicationState.CONTRACT)


_MISTAKES = {field: f"mistake-org-{field.value.replace('_', '-')}" for field in CentreField}


class UnfitCentre(Refusal):
    """An answer that cannot be taken; the key says what one looks like."""

    def __init__(self, field: CentreField) -> None:
        shortest, longest = _LENGTHS.get(field, (0, 0))
        super().__init__(_MISTAKES[field], shortest=shortest, longest=longest)


def unanswered(application: CentreApplication) -> tuple[CentreField, ...]:
    """The questions that are still open."""
    return tuple(field for field in CentreField if not getattr(application, field))


async def own_application(at: Acting) -> CentreApplication | None:
    """The acting person's latest application for an organisation."""
    return await at.session.scalar(
        select(CentreApplication)
        .where(CentreApplication.applicant_id == at.actor.id)
        .order_by(CentreApplication.id.desc())
        .limit(1)
    )


async def begin_application(at: Acting) -> CentreApplication:
    """The draft begun, or a new one; raises Refusal while one is under way.

    A new one after a refusal, or a contract that lapsed, begins with the answers of that one.
    """
    before = await own_application(at)
    if before is not None and before.state in UNDER_WAY:
        raise Refusal("refused-centre-applied")
    if before is not None and before.state is CentreApplicationState.DRAFT:
        return before
    again = before is not None and before.state is not CentreApplicationState.SIGNED
    answers = {field.value: getattr(before, field) if again else "" for field in CentreField}
    application = CentreApplication(
        applicant_id=at.actor.id, state=CentreApplicationState.DRAFT, made_at=at.now, **answers
    )
    at.session.add(application)
    await at.session.flush()
    await _note(at, "begun", application)
    return application


async def answer_question(at: Acting, field: CentreField, value: str) -> CentreApplication:
    """Take an answer in place of any before; raises UnfitCentre, TooLate once it is sent."""
    application = await _own_draft(at)
    fit = _fit(field, value, at.programme)
    if fit is None:
        raise UnfitCentre(field)
    setattr(application, field, fit)
    await _note(at, "answered", application, field=str(field))
    return application


async def send_application(at: Acting) -> CentreApplication:
    """Hand it to the operators, who answer it within the term of any application.

    Raises Refusal for open questions and for a centre that the region has already.
    """
    application = await _own_draft(at)
    if (
        unanswered(application)
        or _fit(CentreField.REGION, application.region, at.programme) is None
    ):
        raise Refusal("refused-centre-unanswered")
    await is_new(at.session, application.name, application.region)
    await within_budget(at, "centre_application.sent", APPLICATIONS_A_DAY)
    application.state = CentreApplicationState.SUBMITTED
    application.submitted_at = at.now
    await _note(at, "sent", application)
    for operator in await operators(at.session, at.now):
        tell(at.session, operator, NoticeKind.CENTRE_APPLIED, at.now, application=application.id)
    return application


async def _own_draft(at: Acting) -> CentreApplication:
    latest = await own_application(at)
    found = latest and await locked(at.session, CentreApplication, latest.id)
    if found is None or found.state is not CentreApplicationState.DRAFT:
        raise TooLate("refused-centre-no-draft")
    return found


def _fit(field: CentreField, value: str, programme: Programme) -> str | None:
    if field is CentreField.REGION:
        return value if programme.find_region(value) else None
    text, shape = fitting(value, _LENGTHS[field], lines=field in _LONG), _SHAPES.get(field)
    return text if text is not None and (shape is None or shape.fullmatch(text)) else None


async def _note(
    at: Acting,
    what: str,
    application: CentreApplication,
    **details: str,
) -> None:
    await record(
        at.session,
        at.actor.id,
        f"centre_application.{what}",
        "centre_application",
        application.id,
        at.now,
        **details,
    )
