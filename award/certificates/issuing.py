"""A certificate is issued with the decision, replaced when the name is mended, revoked (§8.5)."""

import datetime as dt
import hashlib
import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.scope import visible
from award.audit import record_all
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


@dataclass(frozen=True, slots=True)
class Issued:
    """What came of issuing to several, each by the enrolment's id."""

    given: Mapping[int, Certificate]
    refused: Mapping[int, Refusal]


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

    What is printed is made afterwards, beside. Raises Refusal for who holds the level.
    """
    issued = await issue_all(session, programme, [enrolment], year, issued_by, now)
    for refusal in issued.refused.values():
        raise refusal
    return issued.given[enrolment.id]


async def issue_all(
    session: AsyncSession,
    programme: Programme,
    enrolments: Sequence[Enrolment],
    year: int,
    issued_by: int | None,
    now: dt.datetime,
    *,
    most: int | None = None,
) -> Issued:
    """The same of several in their order, of up to `most`; whoever gets none is passed over.

    The numbers of their levels are locked from here on. As many statements for many as for one.
    """
    found = await session.scalars(
        select(Person).where(Person.id.in_({each.person_id for each in enrolments}))
    )
    people = {person.id: person for person in found}
    levels = {each.level for each in enrolments if each.level is not None}
    counters = await _counters(session, year, levels)
    held = await _held(session, people)
    rows: dict[int, dict[str, Any]] = {}
    refused: dict[int, Refusal] = {}
    for each in enrolments:
        refusal = _why_not(each, people[each.person_id], held)
        if refusal is not None:
            refused[each.id] = refusal
        elif most is None or len(rows) < most:
            assert each.level is not None
            held.add((each.person_id, each.level))
            number = _next(counters[each.level])
            rows[each.id] = _row(number, each, people[each.person_id], programme)
    if not rows:
        return Issued({}, refused)
    made = [row | {"issued_at": now, "issued_by": issued_by} for row in rows.values()]
    added = await session.scalars(insert(Certificate).returning(Certificate), made)
    given = {certificate.enrolment_id: certificate for certificate in added}
    session.info[UNMADE] = True
    await _note(session, issued_by, "issued", given.values(), now)
    return Issued(given, refused)


def _why_not(
    enrolment: Enrolment, person: Person, held: Collection[tuple[int, str]]
) -> Refusal | None:
    level = enrolment.level
    erased = enrolment.erased_at is not None
    if enrolment.state is not EnrolmentState.COMPLETE or level is None or erased:
        return TooLate("refused-certificate-not-complete")
    if not person.full_name:
        return Refusal("refused-certificate-no-name")
    if (person.id, level) in held:
        return Refusal("refused-certificate-held")
    return None


def _next(counter: CertificateCounter) -> Number:
    counter.last += 1
    return Number(counter.year, counter.level, counter.last)


def _row(
    number: Number, enrolment: Enrolment, person: Person, programme: Programme
) -> dict[str, Any]:
    token = secrets.token_urlsafe(16)
    return {
        "number": number.shown(programme),
        "level": number.level,
        "year": number.year,
        "serial": number.serial,
        "enrolment_id": enrolment.id,
        "person_id": person.id,
        "state": CertificateState.VALID,
        "name": person.full_name,
        "token": token,
        "token_hash": token_hash(token),
    }


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
    await _note(at.session, at.actor.id, "replaced", [old], at.now)
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
    await _note(at.session, at.actor.id, "revoked", [certificate], at.now)
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


async def _counters(
    session: AsyncSession, year: int, levels: Collection[str]
) -> dict[str, CertificateCounter]:
    """The levels' numbers of a year, locked: who else decides waits for this decision."""
    if not levels:
        return {}
    first = insert_into(session, CertificateCounter).on_conflict_do_nothing()
    rows = [{"year": year, "level": level, "last": 0} for level in sorted(levels)]
    await session.execute(first, rows)
    found = await session.scalars(
        select(CertificateCounter)
        .where(CertificateCounter.year == year, CertificateCounter.level.in_(levels))
        .order_by(CertificateCounter.level)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return {counter.level: counter for counter in found}


async def _held(session: AsyncSession, people: Collection[int]) -> set[tuple[int, str]]:
    """Who of these people holds which level."""
    found = await session.execute(
        select(Certificate.person_id, Certificate.level).where(
            Certificate.person_id.in_(people), Certificate.state == CertificateState.VALID
        )
    )
    return set(found.tuples())


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
    session: AsyncSession,
    by: int | None,
    what: str,
    certificates: Iterable[Certificate],
    now: dt.datetime,
) -> None:
    ids = [each.id for each in certificates]
    await record_all(session, by, f"certificate.{what}", "certificate", ids, now)
