"""What is personal of somebody themself, erased: with their account, or as far as nothing holds it.

A person's name and answers are kept by a ground: an enrolment, a signature under a child's, a role
of staff, a seat in a commission, an application for an organisation. With the last of them they
go; the account stays.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Update, case, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import in_force
from award.staff.absences import end_with_role
from storage.conversations import forget_chats
from storage.tables import (
    OPEN_STATES,
    Agreement,
    BacklogUpdate,
    BirthDate,
    CentreApplication,
    CentreApplicationState,
    CommissionMember,
    Document,
    Enrolment,
    HouseholdMember,
    Invitation,
    InvitationKind,
    OlzhaOwner,
    Outbox,
    OwedReply,
    Person,
    PortfolioOrder,
    Preference,
    PublicName,
    Role,
    RoleKind,
    StaffCard,
    Substitution,
    WindowMessage,
)

# How to reach the applicant; and all else that an application says, which of a centre that was
# opened by it is the centre's.
_CONTACT: dict[str, Any] = {"contact": "", "phone": "", "email": ""}
APPLICATION: dict[str, Any] = {
    **_CONTACT,
    "name": "",
    "legal_status": "",
    "place": "",
    "address": "",
    "mission": "",
    "projects": "",
    "reason": None,
}


async def forget_account(session: AsyncSession, person_id: int, now: dt.datetime) -> None:
    """Erase all that is personal of a person, enrolments aside, and unlink their account.

    Roles end, and what they applied for; messages, wishes and conversations go. A signature for a
    child who still takes part by it stays.
    """
    person = await session.get_one(Person, person_id)
    await _forget_chat(session, [person.telegram_id])
    for table in (
        *(Outbox, Preference, BirthDate, HouseholdMember),
        *(PortfolioOrder, OlzhaOwner, StaffCard, Document),
    ):
        await session.execute(delete(table).where(table.person_id == person_id))
    named = or_(PublicName.person_id == person_id, PublicName.given_by == person_id)
    await session.execute(delete(PublicName).where(named))
    mine = Agreement.signer_id == person_id
    taking_part = select(Enrolment.id).where(Enrolment.state.in_(OPEN_STATES))
    given = mine & Agreement.enrolment_id.not_in(taking_part)
    await session.execute(_blank(Agreement, given, signer_name="", phone=None))
    await session.execute(_blank(Substitution, Substitution.absent_id == person_id, note=None))
    own = or_(Role.person_id == person_id, Role.ward_id == person_id)
    await session.execute(_blank(Role, own & in_force(now), until=now))
    await end_with_role(session, person_id, tuple(RoleKind), now)
    sits = (CommissionMember.person_id == person_id) & CommissionMember.until.is_(None)
    await session.execute(_blank(CommissionMember, sits, until=now))
    await session.execute(_blank(Role, Role.reports_to == person_id, reports_to=None))
    links = or_(
        Invitation.made_by == person_id,
        Invitation.used_by == person_id,
        Invitation.reports_to == person_id,
    )
    waits = (Invitation.kind == InvitationKind.STAFF) & Invitation.role_id.is_(None)
    stands = or_(Invitation.used_at.is_(None), waits) & (Invitation.expires_at > now)
    await session.execute(_blank(Invitation, links & stands, expires_at=now))
    await _forget_applications(session, person_id, now)
    _forget_answers([person])
    person.language = person.unreachable_since = None
    # No account has a negative id: whoever comes back from the old one is new here.
    person.telegram_id = -person.id


async def forget_groundless(
    session: AsyncSession, people: Collection[int], now: dt.datetime
) -> None:
    """Erase names and answers of those of these people whom nothing is kept by any more.

    Conversations of all of them go, which may hold words about each other. A birth date by which a
    representative is asked for stays, so that nobody is of age by another one.
    """
    found = (await session.scalars(select(Person).where(Person.id.in_(people)))).all()
    await _forget_chat(session, [person.telegram_id for person in found])
    without = select(Person.id).where(Person.id.in_(people), ~_is_held(now))
    groundless = set(await session.scalars(without))
    _forget_answers([person for person in found if person.id in groundless])
    free = BirthDate.person_id.in_(groundless) & BirthDate.binding_since.is_(None)
    await session.execute(delete(BirthDate).where(free))
    households = HouseholdMember.person_id.in_(groundless)
    await session.execute(delete(HouseholdMember).where(households))


async def concerned(session: AsyncSession, enrolments: Sequence[Enrolment]) -> set[int]:
    """The participants of enrolments and whoever signed for them."""
    ids = [enrolment.id for enrolment in enrolments]
    signers = select(Agreement.signer_id).where(Agreement.enrolment_id.in_(ids))
    return {*(each.person_id for each in enrolments), *await session.scalars(signers)}


def _is_held(now: dt.datetime) -> ColumnElement[bool]:
    """The condition that there is a ground on which a person's name and answers are kept."""
    kept = Enrolment.erased_at.is_(None)
    signed = select(Agreement.id).join(Enrolment).where(Agreement.signer_id == Person.id, kept)
    return or_(
        exists().where(Enrolment.person_id == Person.id, kept),
        signed.exists(),
        exists().where(
            Role.person_id == Person.id, Role.kind != RoleKind.REPRESENTATIVE, in_force(now)
        ),
        exists().where(CommissionMember.person_id == Person.id, CommissionMember.until.is_(None)),
        exists().where(
            CentreApplication.applicant_id == Person.id, CentreApplication.contact != ""
        ),
    )


def _forget_answers(people: Iterable[Person]) -> None:
    for person in people:
        person.full_name = person.birth_date = person.region = person.place = None
        person.study = person.about = person.hobbies = None
        person.phone = person.photo_file_id = None


async def _forget_chat(session: AsyncSession, accounts: Collection[int]) -> None:
    """What is kept of private chats besides what was taken from them."""
    await forget_chats(session, accounts)
    of_chat = WindowMessage.chat_id.in_(accounts)
    await session.execute(delete(WindowMessage).where(of_chat))
    await session.execute(delete(BacklogUpdate).where(BacklogUpdate.telegram_id.in_(accounts)))
    for owed in await session.scalars(select(OwedReply)):
        if _sender(owed.update) in accounts:
            await session.delete(owed)


def _sender(update_: dict[str, Any]) -> int | None:
    """Whose an update is, as Telegram gave it: whatever it is of, it says from whom."""
    parts = [each for each in update_.values() if isinstance(each, dict)]
    return next((each["from"]["id"] for each in parts if "from" in each), None)


async def _forget_applications(session: AsyncSession, person_id: int, now: dt.datetime) -> None:
    """Those for an organisation that are under way end; what became a centre keeps its own."""
    table = CentreApplication
    signed = table.state == CentreApplicationState.SIGNED
    under_way = table.closed_at.is_(None)
    gone = {
        name: empty if name in _CONTACT else case((signed, getattr(table, name)), else_=empty)
        for name, empty in APPLICATION.items()
    }
    gone["state"] = case((under_way, CentreApplicationState.WITHDRAWN), else_=table.state)
    gone["closed_at"] = func.coalesce(table.closed_at, now)
    await session.execute(_blank(table, table.applicant_id == person_id, **gone))


def _blank(table: type[Any], which: Any, **values: Any) -> Update:
    return update(table).where(which).values(**values)
