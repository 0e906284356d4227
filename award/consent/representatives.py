"""Legal representatives: asked by a link, they sign, follow their children, take consent back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor, in_force
from award.access.invitations import LinkUnusable, make_link, open_link, revoke_links, use_up
from award.access.responsible import tell_mentor
from award.access.scope import own_enrolment, reaches
from award.audit import record
from award.calendar.zones import today_in
from award.consent.signing import _sign
from award.errors import NotFound, Refusal, TooLate
from award.journal.withdrawal import take_back_all, waiting_of
from award.outbox import tell
from award.programme import Programme
from award.programme.eligibility import is_minor
from award.programme.requirements import ChoiceError
from award.progress.asked import asked_of
from award.registration.application import submit
from award.registration.personal import Field, correct
from award.typed import titled
from storage.locking import locked
from storage.tables import (
    OPEN_STATES,
    Agreement,
    Enrolment,
    EnrolmentState,
    Invitation,
    InvitationKind,
    Person,
    Role,
    RoleKind,
    SignerKind,
)


@dataclass(frozen=True)
class ConsentAsked:
    """What a representative is asked to agree to; `child`: the participant's full name."""

    enrolment_id: int
    child: str
    level: str


@dataclass(frozen=True)
class Ward:
    """A child of a representative: their latest application or way through a level."""

    person_id: int
    name: str
    enrolment_id: int
    level: str | None
    state: EnrolmentState


async def representative_link(session: AsyncSession, actor: Actor, now: datetime) -> str:
    """A new link for the legal representative; earlier ones lapse. Returns its payload."""
    enrolment = await _awaiting(session, actor)
    await revoke_links(session, InvitationKind.REPRESENTATIVE, now, enrolment_id=enrolment.id)
    return await make_link(
        session, InvitationKind.REPRESENTATIVE, actor.id, now, enrolment_id=enrolment.id
    )


async def take_back(session: AsyncSession, actor: Actor, now: datetime) -> Enrolment:
    """Back to a draft while the representative has not signed; links lapse, it is signed anew."""
    enrolment = await _awaiting(session, actor)
    await revoke_links(session, InvitationKind.REPRESENTATIVE, now, enrolment_id=enrolment.id)
    enrolment.state = EnrolmentState.DRAFT
    await record(session, actor.id, "application.taken_back", "enrolment", enrolment.id, now)
    return enrolment


async def consent_asked(
    session: AsyncSession, actor: Actor, programme: Programme, payload: str, now: datetime
) -> ConsentAsked:
    """What the link asks; looking does not use it up. Raises LinkUnusable, or Refusal for whom
    it is not: the participant, a minor, staff who would decide on the application.
    """
    _, enrolment = await _opened(session, actor, programme, payload, now)
    child = await session.get_one(Person, enrolment.person_id)
    await record(session, actor.id, "consent.read", "enrolment", enrolment.id, now)
    assert enrolment.level is not None
    return ConsentAsked(enrolment.id, child.full_name or "", enrolment.level)


async def consent(
    session: AsyncSession,
    actor: Actor,
    programme: Programme,
    payload: str,
    full_name: str,
    phone: str,
    language: str,
    text_hash: str,
    now: datetime,
) -> Enrolment:
    """The representative signs; the application goes to those who answer it.

    The name is the signer's own, the phone that of the contact they shared. Raises as
    `consent_asked`; Unfit for the name; Refusal if the text has changed since it was shown.
    """
    invitation, enrolment = await _opened(session, actor, programme, payload, now)
    full_name = titled(full_name)
    if (await session.get_one(Person, actor.id)).full_name != full_name:
        await correct(session, actor, programme, Field.FULL_NAME, full_name, now)
    await correct(session, actor, programme, Field.PHONE, phone, now)
    await _sign(
        session,
        enrolment,
        SignerKind.REPRESENTATIVE,
        Agreement(signer_id=actor.id, signer_name=full_name, phone=phone),
        programme,
        (language, text_hash),
        now,
    )
    await _become_representative(session, actor, enrolment, now)
    use_up(invitation, actor.id, now)
    child = await session.get_one(Person, enrolment.person_id)
    await submit(session, actor, enrolment, child, programme, now)
    _still_asked(programme, enrolment)
    tell(session, child.id, "representative-signed", now, enrolment=enrolment.id)
    return enrolment


async def decline(
    session: AsyncSession, actor: Actor, programme: Programme, payload: str, now: datetime
) -> None:
    """The representative does not agree; the link is used up and the participant is told."""
    invitation, enrolment = await _opened(session, actor, programme, payload, now)
    use_up(invitation, actor.id, now)
    await record(session, actor.id, "consent.declined", "enrolment", enrolment.id, now)
    tell(session, enrolment.person_id, "representative-declined", now, enrolment=enrolment.id)


async def withdraw_consent(
    session: AsyncSession, actor: Actor, programme: Programme, enrolment_id: int, now: datetime
) -> Enrolment:
    """The representative takes the consent back: the enrolment ends and is closed to all staff.

    What still waits for the mentor is taken back with it.
    Raises NotFound for another's child, Refusal once the child is 18, TooLate when it has ended.
    """
    actor.require(RoleKind.REPRESENTATIVE)
    await waiting_of(session, enrolment_id)
    enrolment = await locked(session, Enrolment, enrolment_id)
    wards = {role.ward_id for role in actor.roles if role.kind is RoleKind.REPRESENTATIVE}
    if enrolment is None or enrolment.person_id not in wards:
        raise NotFound
    if enrolment.state not in OPEN_STATES or enrolment.state is EnrolmentState.DRAFT:
        raise TooLate("refused-already-ended")
    child = await session.get_one(Person, enrolment.person_id)
    today = today_in(programme, child.region, now)
    if child.birth_date is not None and not is_minor(child.birth_date, today):
        raise Refusal("refused-ward-is-adult")
    if enrolment.state is not EnrolmentState.AWAITING_REPRESENTATIVE:
        await tell_mentor(session, enrolment, "participant-left", now, enrolment=enrolment.id)
    enrolment.state = EnrolmentState.WITHDRAWN
    enrolment.closed_at = now
    enrolment.closing_reason = "consent"
    await revoke_links(session, InvitationKind.REPRESENTATIVE, now, enrolment_id=enrolment.id)
    taken = await take_back_all(session, enrolment.id, now)
    await record(
        session, actor.id, "consent.withdrawn", "enrolment", enrolment.id, now, entries=taken
    )
    tell(session, child.id, "consent-withdrawn", now, enrolment=enrolment.id)
    return enrolment


async def wards_of(session: AsyncSession, actor: Actor) -> tuple[Ward, ...]:
    """The children of a representative, each with their latest enrolment."""
    ids = {role.ward_id for role in actor.roles if role.kind is RoleKind.REPRESENTATIVE}
    found = await session.execute(
        select(Person, Enrolment)
        .join(Enrolment, Enrolment.person_id == Person.id)
        .where(Person.id.in_(ids), Enrolment.state != EnrolmentState.DRAFT)
        .order_by(Person.id, Enrolment.id)
    )
    latest = {
        child.id: Ward(child.id, child.full_name or "", way.id, way.level, way.state)
        for child, way in found
    }
    return tuple(latest.values())


async def _opened(
    session: AsyncSession, actor: Actor, programme: Programme, payload: str, now: datetime
) -> tuple[Invitation, Enrolment]:
    invitation = await open_link(session, payload, InvitationKind.REPRESENTATIVE, now)
    enrolment = await locked(session, Enrolment, invitation.enrolment_id)
    if enrolment is None or enrolment.state is not EnrolmentState.AWAITING_REPRESENTATIVE:
        raise LinkUnusable
    if enrolment.person_id == actor.id:
        raise Refusal("refused-own-link")
    born = (await session.get_one(Person, actor.id)).birth_date
    if born is not None and is_minor(born, today_in(programme, None, now)):
        raise Refusal("refused-minor-represents")
    for role in actor.roles:
        if role.kind is not RoleKind.REPRESENTATIVE and await reaches(
            session, actor, role, enrolment
        ):
            raise Refusal("refused-staff-represents")
    return invitation, enrolment


async def _awaiting(session: AsyncSession, actor: Actor) -> Enrolment:
    found = await session.scalar(
        select(Enrolment.id).where(
            Enrolment.person_id == actor.id,
            Enrolment.state == EnrolmentState.AWAITING_REPRESENTATIVE,
        )
    )
    if found is None:
        raise TooLate("refused-not-awaiting")
    return await own_enrolment(session, actor, found)


async def _become_representative(
    session: AsyncSession, actor: Actor, enrolment: Enrolment, now: datetime
) -> None:
    already = await session.scalar(
        select(Role.id).where(
            Role.person_id == actor.id,
            Role.kind == RoleKind.REPRESENTATIVE,
            Role.ward_id == enrolment.person_id,
            in_force(now),
        )
    )
    if already is None:
        session.add(
            Role(
                person_id=actor.id,
                kind=RoleKind.REPRESENTATIVE,
                ward_id=enrolment.person_id,
                since=now,
            )
        )


def _still_asked(programme: Programme, enrolment: Enrolment) -> None:
    """The year may have turned since it was sent, and asked for a choice not made then."""
    try:
        asked_of(programme, enrolment)
    except ChoiceError:
        raise Refusal("refused-choices-open") from None
