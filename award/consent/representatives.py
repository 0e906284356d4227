"""Legal representatives: asked by a link, they sign, follow their children, take consent back."""

from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import in_force
from award.access.birth_dates import needs_representative
from award.access.budget import not_enough_today
from award.access.invitations import (
    LINKS_A_DAY,
    LinkUnusable,
    make_link,
    open_link,
    revoke_links,
    use_up,
)
from award.access.responsible import tell_mentor
from award.access.scope import own_enrolment, reaches, represented, signed_for
from award.audit import record
from award.calendar.zones import today_in
from award.consent.asking import go_on
from award.consent.ending import NOT_AGAIN
from award.consent.signing import put_signature
from award.dossiers.endings import candidacies_ended, still_goes_on
from award.errors import NotFound, Refusal, TooLate
from award.evidence.comparison import compare_no_more
from award.journal.withdrawal import take_back_all, waiting_of
from award.outbox import NoticeKind, tell
from award.programme import Programme
from award.programme.eligibility import is_minor
from award.programme.requirements import ChoiceError
from award.progress.asked import asked_of
from award.registration.personal import Field, correct
from award.retention.rules import BY_CONSENT
from award.typed import same_name, titled
from storage.locking import locked
from storage.tables import (
    OPEN_STATES,
    SIGNED_STATES,
    Agreement,
    Candidacy,
    Certificate,
    Dossier,
    Enrolment,
    EnrolmentState,
    Invitation,
    InvitationKind,
    Person,
    PublicName,
    Role,
    RoleKind,
    SignerKind,
)

# Children whom one person represents: more than a family, or who has guardianship, has here.
MOST_WARDS = 20


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


async def representative_link(at: Acting) -> str:
    """A new link for the legal representative; earlier ones lapse. Returns its payload."""
    enrolment = await _awaiting(at)
    await not_enough_today(at, "link.made", LINKS_A_DAY)
    await revoke_links(at.session, InvitationKind.REPRESENTATIVE, at.now, enrolment_id=enrolment.id)
    return await make_link(
        at.session, InvitationKind.REPRESENTATIVE, at.actor.id, at.now, enrolment_id=enrolment.id
    )


async def take_back(at: Acting) -> Enrolment:
    """Back to a draft while the representative has not signed; links lapse, it is signed anew.

    Raises TooLate in the middle of a way, which is no application any more.
    """
    enrolment = await _awaiting(at)
    if enrolment.resumes_as is not None:
        raise TooLate("refused-enrolment-moved")
    await revoke_links(at.session, InvitationKind.REPRESENTATIVE, at.now, enrolment_id=enrolment.id)
    enrolment.state = EnrolmentState.DRAFT
    await record(
        at.session, at.actor.id, "application.taken_back", "enrolment", enrolment.id, at.now
    )
    return enrolment


async def consent_asked(at: Acting, payload: str) -> ConsentAsked:
    """What the link asks; looking does not use it up. Raises LinkUnusable, or Refusal for whom
    it is not: the participant, a minor, staff who would decide on the application, one whom the
    operator found to be no representative.
    """
    _, enrolment = await _opened(at, payload)
    child = await at.session.get_one(Person, enrolment.person_id)
    await record(at.session, at.actor.id, "consent.read", "enrolment", enrolment.id, at.now)
    assert enrolment.level is not None
    return ConsentAsked(enrolment.id, child.full_name or "", enrolment.level)


async def check_signer(at: Acting, payload: str, full_name: str = "", phone: str = "") -> None:
    """Raises as `consent` for a name or a phone that a representative cannot have."""
    _, enrolment = await _opened(at, payload)
    _another_person(await at.session.get_one(Person, enrolment.person_id), full_name, phone)


async def consent(
    at: Acting, payload: str, full_name: str, phone: str, language: str, text_hash: str
) -> Enrolment:
    """The representative signs; the application goes to those who answer it.

    The name is the signer's own, the phone that of the contact they shared. Raises as
    `consent_asked`; Unfit for the name; Refusal if the text has changed since it was shown, or the
    name or the phone is the child's own.
    """
    invitation, enrolment = await _opened(at, payload)
    full_name = titled(full_name)
    child = await at.session.get_one(Person, enrolment.person_id)
    _another_person(child, full_name, phone)
    if (await at.session.get_one(Person, at.actor.id)).full_name != full_name:
        await correct(at, Field.FULL_NAME, full_name)
    await correct(at, Field.PHONE, phone)
    await put_signature(
        at.session,
        enrolment,
        SignerKind.REPRESENTATIVE,
        Agreement(signer_id=at.actor.id, signer_name=full_name, phone=phone),
        at.programme,
        (language, text_hash),
        at.now,
    )
    await _become_representative(at, enrolment)
    use_up(invitation, at.actor.id, at.now)
    await go_on(at, enrolment, child)
    _still_asked(at.programme, enrolment)
    tell(at.session, child.id, NoticeKind.REPRESENTATIVE_SIGNED, at.now, enrolment=enrolment.id)
    return enrolment


async def decline(at: Acting, payload: str) -> None:
    """The representative does not agree; the link is used up and the participant is told."""
    invitation, enrolment = await _opened(at, payload)
    use_up(invitation, at.actor.id, at.now)
    await record(at.session, at.actor.id, "consent.declined", "enrolment", enrolment.id, at.now)
    tell(
        at.session,
        enrolment.person_id,
        NoticeKind.REPRESENTATIVE_DECLINED,
        at.now,
        enrolment=enrolment.id,
    )


async def withdraw_consent(at: Acting, enrolment_id: int) -> Enrolment:
    """The representative takes the consent back: the enrolment ends and is closed to all staff.

    What still waits for the mentor is taken back with it, pictures and essays are compared no more.
    Of a complete level the way to the badge ends; an award stays, with its number, and names go.
    What the consent was the ground for is erased after the programme's term (award/retention).
    Raises NotFound where another signed, Refusal once the child is 18, TooLate when it has ended.
    """
    at.actor.require(RoleKind.REPRESENTATIVE)
    await waiting_of(at.session, enrolment_id)
    await _lock_candidacies(at.session, enrolment_id)
    enrolment = await locked(at.session, Enrolment, enrolment_id)
    if enrolment is None or not _is_ward(at, enrolment) or not await signed_for(at, enrolment):
        raise NotFound
    complete = still_goes_on(enrolment)
    if enrolment.state not in OPEN_STATES and not complete:
        raise TooLate("refused-already-ended")
    child = await at.session.get_one(Person, enrolment.person_id)
    if not await needs_representative(at.session, at.programme, child, at.now):
        raise Refusal("refused-ward-is-adult")
    await tell_mentor(
        at.session, enrolment, NoticeKind.PARTICIPANT_LEFT, at.now, enrolment=enrolment.id
    )
    taken = await _close(at, enrolment)
    await record(
        at.session,
        at.actor.id,
        "consent.withdrawn",
        "enrolment",
        enrolment.id,
        at.now,
        entries=taken,
    )
    tell(
        at.session,
        child.id,
        NoticeKind.CONSENT_WITHDRAWN,
        at.now,
        enrolment=enrolment.id,
        complete=complete,
    )
    return enrolment


async def _lock_candidacies(session: AsyncSession, enrolment_id: int) -> None:
    """Before the enrolment, as whoever decides locks them: what is being decided counts."""
    theirs = select(Dossier.id).where(Dossier.enrolment_id == enrolment_id)
    undecided = Candidacy.dossier_id.in_(theirs) & Candidacy.ended_at.is_(None)
    await session.execute(
        select(Candidacy.id).where(undecided).order_by(Candidacy.id).with_for_update()
    )


async def _close(at: Acting, enrolment: Enrolment) -> list[int]:
    """Nobody has it before them, and nothing names the child, any more; entries taken back."""
    enrolment.state = EnrolmentState.WITHDRAWN
    enrolment.closed_at = at.now
    enrolment.closing_reason = BY_CONSENT
    await revoke_links(at.session, InvitationKind.REPRESENTATIVE, at.now, enrolment_id=enrolment.id)
    taken = await take_back_all(at.session, enrolment.id, at.now)
    await compare_no_more(at.session, enrolment.id, at.now)
    theirs = select(Dossier.id).where(Dossier.enrolment_id == enrolment.id)
    for change in (
        *candidacies_ended(theirs, at.now),
        delete(PublicName).where(PublicName.person_id == enrolment.person_id),
        update(Certificate)
        .where(Certificate.enrolment_id == enrolment.id)
        .values(named_since=None),
    ):
        await at.session.execute(change)
    return taken


def _is_ward(at: Acting, enrolment: Enrolment) -> bool:
    return any(
        role.kind is RoleKind.REPRESENTATIVE and role.ward_id == enrolment.person_id
        for role in at.actor.roles
    )


async def wards_of(at: Acting) -> tuple[Ward, ...]:
    """The children whom the person represents now, each with their latest enrolment of those."""
    ids = {role.ward_id for role in at.actor.roles if role.kind is RoleKind.REPRESENTATIVE}
    found = await at.session.execute(
        select(Person, Enrolment)
        .join(Enrolment, Enrolment.person_id == Person.id)
        .where(Person.id.in_(ids), Enrolment.state.in_(SIGNED_STATES))
        .order_by(Person.id, Enrolment.id)
    )
    rows = found.tuples().all()
    theirs = await represented(at, [way for _, way in rows])
    latest = {
        child.id: Ward(child.id, child.full_name or "", way.id, way.level, way.state)
        for child, way in rows
        if way.id in theirs
    }
    return tuple(latest.values())


async def _opened(at: Acting, payload: str) -> tuple[Invitation, Enrolment]:
    invitation = await open_link(at.session, payload, InvitationKind.REPRESENTATIVE, at.now)
    enrolment = await locked(at.session, Enrolment, invitation.enrolment_id)
    if enrolment is None or enrolment.state is not EnrolmentState.AWAITING_REPRESENTATIVE:
        raise LinkUnusable
    if enrolment.person_id == at.actor.id:
        raise Refusal("refused-own-link")
    child = await at.session.get_one(Person, enrolment.person_id)
    if not await needs_representative(at.session, at.programme, child, at.now):
        raise LinkUnusable  # of age by now: they decide alone
    if await _was_ended(at, child.id):
        raise Refusal("refused-not-representative")
    born = (await at.session.get_one(Person, at.actor.id)).birth_date
    if born is not None and is_minor(born, today_in(at.programme, None, at.now)):
        raise Refusal("refused-minor-represents")
    for role in at.actor.roles:
        if role.kind is not RoleKind.REPRESENTATIVE and await reaches(at, role, enrolment):
            raise Refusal("refused-staff-represents")
    return invitation, enrolment


async def _was_ended(at: Acting, child_id: int) -> bool:
    found = await at.session.scalar(
        select(Role.id).where(
            Role.person_id == at.actor.id,
            Role.ward_id == child_id,
            Role.end_reason.in_(NOT_AGAIN),
        )
    )
    return found is not None


def _another_person(child: Person, full_name: str, phone: str) -> None:
    """A minor who signs for themself from a second account has a name and a phone, too."""
    if phone and phone == child.phone:
        raise Refusal("refused-phone-of-child")
    if child.full_name and same_name(full_name, child.full_name):
        raise Refusal("refused-name-of-child")


async def _awaiting(at: Acting) -> Enrolment:
    found = await at.session.scalar(
        select(Enrolment.id).where(
            Enrolment.person_id == at.actor.id,
            Enrolment.state == EnrolmentState.AWAITING_REPRESENTATIVE,
        )
    )
    if found is None:
        raise TooLate("refused-not-awaiting")
    return await own_enrolment(at, found)


async def _become_representative(at: Acting, enrolment: Enrolment) -> None:
    already = await at.session.scalar(
        select(Role.id).where(
            Role.person_id == at.actor.id,
            Role.kind == RoleKind.REPRESENTATIVE,
            Role.ward_id == enrolment.person_id,
            in_force(at.now),
        )
    )
    if already is None:
        wards = {role.ward_id for role in at.actor.roles if role.ward_id is not None}
        if len(wards) >= MOST_WARDS:
            raise Refusal("refused-wards-many", most=MOST_WARDS)
        at.session.add(
            Role(
                person_id=at.actor.id,
                kind=RoleKind.REPRESENTATIVE,
                ward_id=enrolment.person_id,
                since=at.now,
            )
        )


def _still_asked(programme: Programme, enrolment: Enrolment) -> None:
    """The year may have turned since it was sent, and asked for a choice not made then."""
    try:
        asked_of(programme, enrolment)
    except ChoiceError:
        raise Refusal("refused-choices-open") from None
