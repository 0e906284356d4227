"""A certificate is issued with the decision, replaced when the name is mended, revoked (§8.5)."""

import datetime as dt
import hashlib
import secrets

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.scope import visible
from award.audit import record
from award.certificates.numbers import Number
from award.errors import NotFound, Refusal, TooLate
from award.outbox import NoticeKind, tell
from award.programme import Programme
from award.typed import tidied
from storage.inserting import insert_into
from storage.locking import locked, locked_one
from storage.tables import (
    Certificate,
    CertificateCounter,
    CertificateState,
    Enrolment,
    EnrolmentState,
    Person,
    Role,
    RoleKind,
)

LONGEST_REASON = 500  # characters
UNMADE = "certificates_unmade"


def token_hash(token: str) -> str:
    """What is kept of the 128 bits of a QR code."""
    return hashlib.sha256(token.encode()).hexdigest()


async def issue(
    session: AsyncSession,
    programme: Programme,
    enrolment: Enrolment,
    year: int,
    issued_by: int | None,
    now: dt.datetime,
) -> Certificate:
    """Give an awarded participant the next number of the level and year, in the transaction that
    decides: rolled back with it, it was never given. The caller has locked the enrolment.

    Whoever gives several issues them in the order of levels: the level's numbers are locked from
    here on. What is printed is made afterwards, beside. Raises Refusal for who holds the level.
    """
    level = enrolment.level
    erased = enrolment.erased_at is not None
    if enrolment.state is not EnrolmentState.COMPLETE or level is None or erased:
        raise TooLate("refused-certificate-not-complete")
    person = await session.get_one(Person, enrolment.person_id)
    if not person.full_name:
        raise Refusal("refused-certificate-no-name")
    counter = await _counter(session, year, level)
    held = select(Certificate.id).where(
        Certificate.person_id == person.id,
        Certificate.level == level,
        Certificate.state == CertificateState.VALID,
    )
    if await session.scalar(held) is not None:
        raise Refusal("refused-certificate-held")
    counter.last += 1
    number, token = Number(year, level, counter.last), secrets.token_urlsafe(16)
    certificate = Certificate(
        number=number.shown(programme),
        level=level,
        year=year,
        serial=counter.last,
        enrolment_id=enrolment.id,
        person_id=person.id,
        state=CertificateState.VALID,
        name=person.full_name,
        token=token,
        token_hash=token_hash(token),
        issued_at=now,
        issued_by=issued_by,
    )
    session.add(certificate)
    await session.flush()
    session.info[UNMADE] = True
    await _note(session, issued_by, "issued", certificate, now)
    return certificate


async def replace(at: Acting, certificate_id: int) -> Certificate:
    """The operator replaces a certificate by one of the holder's name as it is now; the new one.

    Raises Refusal where the name is as it was printed, TooLate for one that does not hold any more.
    """
    old, enrolment = await _valid(at, certificate_id)
    person = await at.session.get_one(Person, old.person_id)
    if person.full_name == old.name:
        raise Refusal("refused-certificate-same-name")
    named_since = old.named_since
    _end(at, old, CertificateState.REPLACED)
    await at.session.flush()
    new = await issue(at.session, at.programme, enrolment, old.year, at.actor.id, at.now)
    new.named_since, new.issued_at = named_since, old.issued_at
    old.replaced_by = new.id
    await _note(at.session, at.actor.id, "replaced", old, at.now)
    return new


async def revoke(at: Acting, certificate_id: int, reason: str) -> Certificate:
    """The operator withdraws a certificate, for a reason that its holder reads, and
    who represents a minor.

    Raises TooLate for one that does not hold any more, Refusal for words none or too many.
    """
    certificate, _ = await _valid(at, certificate_id)
    reason = tidied(reason)
    if not reason or len(reason) > LONGEST_REASON:
        raise Refusal("refused-certificate-reason", most=LONGEST_REASON)
    _end(at, certificate, CertificateState.REVOKED)
    certificate.reason = reason
    await _note(at.session, at.actor.id, "revoked", certificate, at.now)
    family = await at.session.scalars(
        select(Role.person_id).where(
            Role.kind == RoleKind.REPRESENTATIVE,
            Role.until.is_(None),
            Role.ward_id == certificate.person_id,
        )
    )
    for person in (certificate.person_id, *family):
        kind = NoticeKind.CERTIFICATE_REVOKED
        tell(at.session, person, kind, at.now, certificate=certificate.id)
    return certificate


async def _counter(session: AsyncSession, year: int, level: str) -> CertificateCounter:
    """The level's numbers of a year, locked: who else decides waits for this decision."""
    first = insert_into(session, CertificateCounter).values(year=year, level=level, last=0)
    await session.execute(first.on_conflict_do_nothing())
    return await locked_one(session, CertificateCounter, (year, level))


async def _valid(at: Acting, certificate_id: int) -> tuple[Certificate, Enrolment]:
    """One that holds, and its enrolment, both locked, for an operator."""
    at.actor.require(RoleKind.OPERATOR)
    certificate = await at.session.get(Certificate, certificate_id)
    if certificate is None:
        raise NotFound
    await visible(at, certificate.enrolment_id)
    enrolment = await locked_one(at.session, Enrolment, certificate.enrolment_id)
    await locked(at.session, Certificate, certificate_id)
    if certificate.state is not CertificateState.VALID or not certificate.name:
        raise TooLate("refused-certificate-ended")
    return certificate, enrolment


def _end(at: Acting, certificate: Certificate, state: CertificateState) -> None:
    certificate.state, certificate.ended_at, certificate.ended_by = state, at.now, at.actor.id
    certificate.token = None  # nothing that does not hold is printed
    certificate.named_since = None  # nor is a minor named by it any more


async def _note(
    session: AsyncSession, by: int | None, what: str, certificate: Certificate, now: dt.datetime
) -> None:
    await record(session, by, f"certificate.{what}", "certificate", certificate.id, now)
