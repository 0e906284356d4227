"""Certificates as people see them: their own, a child's, and any for the operator."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Select, exists, false, func, or_, select
from sqlalchemy.orm import aliased

from award.access.acting import Acting
from award.access.scope import represented, visible
from award.audit import record
from award.certificates.numbers import read
from award.errors import NotFound
from award.typed import titled
from storage.tables import (
    SIGNED_STATES,
    Certificate,
    CertificatePaper,
    CertificateState,
    Enrolment,
    Person,
    RoleKind,
)

MOST = 10  # found by a name


@dataclass(frozen=True, slots=True)
class Seen:
    """A certificate for who may see it; `is_made`: there is a paper of it.

    `name_now`: of the holder, where it is another one by now. `is_replacement`: it stands for an
    earlier one, of another name.
    """

    id: int
    person_id: int
    number: str
    level: str
    year: int
    state: CertificateState
    name: str
    issued_at: dt.datetime
    is_made: bool
    has_badge: bool
    is_named: bool
    reason: str | None
    name_now: str | None
    is_own: bool
    is_replacement: bool


async def own_certificates(at: Acting) -> tuple[Seen, ...]:
    """The person's own, the newest first."""
    own = _seen().where(Certificate.person_id == at.actor.id)
    return await _all(at, own.order_by(Certificate.id.desc()))


async def ward_certificates(at: Acting) -> tuple[Seen, ...]:
    """Those of whom the person represents, the newest first."""
    wards = [role.ward_id for role in at.actor.roles if role.kind is RoleKind.REPRESENTATIVE]
    if not wards:
        return ()
    of_wards = Certificate.person_id.in_(wards) & (Certificate.name != "")
    certified = select(Certificate.enrolment_id).where(of_wards)
    ways = await at.session.scalars(select(Enrolment).where(Enrolment.id.in_(certified)))
    theirs = of_wards & Certificate.enrolment_id.in_(await represented(at, ways.all()))
    return await _all(at, _seen().where(theirs).order_by(Certificate.id.desc()))


async def certificates_held(at: Acting) -> int:
    """How many the person has, whether they hold or not."""
    own = select(func.count()).where(Certificate.person_id == at.actor.id)
    return await at.session.scalar(own) or 0


async def certificate_seen(at: Acting, certificate_id: int) -> Seen:
    """One of the person's own, their child's, or in their scope as staff, who are on the record."""
    certificate = await at.session.get(Certificate, certificate_id)
    if certificate is None:
        raise NotFound
    await _let_see(at, certificate)
    (found,) = await _all(at, _seen().where(Certificate.id == certificate_id))
    return found


async def paper(at: Acting, certificate_id: int) -> tuple[str, bytes]:
    """The number and the kept bytes of a certificate, for who may see it; raises NotFound."""
    certificate = await at.session.get(Certificate, certificate_id)
    kept = await at.session.get(CertificatePaper, certificate_id)
    if certificate is None or kept is None:
        raise NotFound
    await _let_see(at, certificate)
    return certificate.number, kept.pdf


async def badge_of(at: Acting, certificate_id: int) -> tuple[str, bytes]:
    """The number and the badge of the person's own certificate; raises NotFound."""
    certificate = await at.session.get(Certificate, certificate_id)
    kept = await at.session.get(CertificatePaper, certificate_id)
    own = certificate is not None and certificate.person_id == at.actor.id
    if certificate is None or not own or kept is None or kept.badge is None:
        raise NotFound
    return certificate.number, kept.badge


async def found_certificates(at: Acting, words: str) -> tuple[Seen, ...]:
    """For an operator those of a number, or in whose name the words stand; at most MOST."""
    at.actor.require(RoleKind.OPERATOR)
    number = read(words, at.programme)
    signed = select(Enrolment.id).where(Enrolment.state.in_(SIGNED_STATES))
    query = _seen().where(Certificate.enrolment_id.in_(signed))
    query = query.order_by(Certificate.id.desc()).limit(MOST)
    if number is not None:
        query = query.where(
            Certificate.year == number.year,
            Certificate.level == number.level,
            Certificate.serial == number.serial,
        )
    else:
        for word in titled(words).split()[:MOST]:
            # SQLite's LIKE knows no case of Cyrillic letters.
            spellings = {word, word.lower(), word.capitalize()}
            query = query.where(
                or_(*(Certificate.name.contains(each, autoescape=True) for each in spellings))
            )
    await record(at.session, at.actor.id, "certificate.searched", "certificate", None, at.now)
    return await _all(at, query) if number is not None or titled(words) else ()


async def _let_see(at: Acting, certificate: Certificate) -> None:
    """Raises NotFound for whom it does not concern; a look by staff is on the record."""
    enrolment = await visible(at, certificate.enrolment_id)
    if enrolment.person_id != at.actor.id:
        await record(
            at.session, at.actor.id, "certificate.seen", "certificate", certificate.id, at.now
        )


def _seen() -> Select[Certificate, str | None, bool, bool]:
    badge, earlier = CertificatePaper.badge.is_not(None), aliased(Certificate)
    replaces = exists().where(earlier.replaced_by == Certificate.id)
    return (
        select(Certificate, Person.full_name, func.coalesce(badge, false()), replaces)
        .join(Person, Person.id == Certificate.person_id)
        .outerjoin(CertificatePaper, CertificatePaper.certificate_id == Certificate.id)
    )


async def _all(at: Acting, query: Select[Certificate, str | None, bool, bool]) -> tuple[Seen, ...]:
    rows = (await at.session.execute(query)).all()
    return tuple(
        Seen(
            id=each.id,
            person_id=each.person_id,
            number=each.number,
            level=each.level,
            year=each.year,
            state=each.state,
            name=each.name,
            issued_at=each.issued_at,
            is_made=each.made_at is not None and bool(each.name),
            has_badge=bool(badge),
            is_named=each.named_since is not None,
            reason=each.reason,
            name_now=name if name and each.name and name != each.name else None,
            is_own=each.person_id == at.actor.id,
            is_replacement=bool(replaces),
        )
        for each, name, badge, replaces in rows
    )
