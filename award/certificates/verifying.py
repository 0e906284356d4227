"""Anyone may ask whether a certificate holds (§8.5): by its QR code, or by number and surname.

Numbers have no gaps and can be counted through: the surname as printed is asked too, a pair that is
wrong reads like a number that was never given, and there are few tries.
"""

import datetime as dt
import hashlib
import re
from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.birth_dates import needs_representative
from award.certificates.issuing import token_hash
from award.certificates.names import initials, is_surname
from award.certificates.numbers import Number, read
from award.errors import Refusal
from award.programme import Programme
from storage.locking import one_at_a_time
from storage.tables import (
    Certificate,
    CertificateState,
    Enrolment,
    EnrolmentState,
    Person,
    VerificationTry,
)

TRIES = 5
WITHIN = dt.timedelta(hours=1)
# A QR code's link: https://t.me/<bot>?start=v_<token>
PREFIX = "v_"
_BETWEEN = re.compile(r"[\s,;]+")


@dataclass(frozen=True, slots=True)
class Verified:
    """All that is told of a certificate; `name` is None once its holder is forgotten."""

    state: CertificateState
    level: str
    year: int
    name: str | None


class TooManyTries(Refusal):
    """The asker typed too many pairs that did not match."""

    key = "refused-verify-tries"


async def verified_by_token(
    session: AsyncSession, programme: Programme, token: str, now: dt.datetime
) -> Verified | None:
    """What is told of the certificate whose QR code this is of; None for none."""
    found = await session.scalar(
        select(Certificate).where(Certificate.token_hash == token_hash(token))
    )
    return await _told(session, programme, found, now) if found is not None else None


def parted(typed: str) -> tuple[str, str] | None:
    """A number and a surname that were typed in one message; None where either is missing.

    A number ends with the last digit. Anybody may send anything: each sign is looked at once.
    """
    words = typed.strip()
    end = max((at for at, sign in enumerate(words, 1) if sign.isdecimal()), default=0)
    between = _BETWEEN.match(words, end)
    if not end or between is None or between.end() == len(words):
        return None
    return words[:end], words[between.end() :]


async def verified_by_number(
    session: AsyncSession,
    programme: Programme,
    number: str,
    surname: str,
    asker: str,
    now: dt.datetime,
) -> Verified | None:
    """What is told of the certificate of this number and surname; None for any other pair.

    Whether a number was given at all is not told. Raises TooManyTries for an asker, whoever it is
    known by, with TRIES such pairs within the hour. A pair that does not match is to be committed.
    """
    by = hashlib.sha256(asker.encode()).hexdigest()
    await one_at_a_time(session, f"verify:{by}")
    lately = (VerificationTry.asker == by) & (VerificationTry.at > now - WITHIN)
    if (await session.scalar(select(func.count()).where(lately)) or 0) >= TRIES:
        raise TooManyTries(minutes=round(WITHIN.total_seconds() / 60), most=TRIES)
    meant = read(number, programme)
    found = await _numbered(session, meant) if meant is not None else None
    if found is None or not is_surname(surname, found.name):
        session.add(VerificationTry(asker=by, at=now))
        return None
    return await _told(session, programme, found, now)


async def leave_no_trace(at: Acting) -> None:
    """Forget a stranger who came by a QR code and never spoke to the bot before."""
    new = (Person.joined_at == at.now) & Person.language.is_(None)
    await at.session.execute(delete(Person).where(Person.id == at.actor.id, new))


async def _numbered(session: AsyncSession, number: Number) -> Certificate | None:
    found: Certificate | None = await session.scalar(
        select(Certificate).where(
            Certificate.year == number.year,
            Certificate.level == number.level,
            Certificate.serial == number.serial,
        )
    )
    return found


async def _told(
    session: AsyncSession, programme: Programme, certificate: Certificate, now: dt.datetime
) -> Verified:
    name: str | None = certificate.name or None
    if name is not None and certificate.named_since is None:
        person = await session.get_one(Person, certificate.person_id)
        enrolment = await session.get_one(Enrolment, certificate.enrolment_id)
        withdrawn = enrolment.state is EnrolmentState.WITHDRAWN  # the consent, after the award
        if withdrawn or await needs_representative(session, programme, person, now):
            name = initials(name)
    return Verified(certificate.state, certificate.level, certificate.year, name)
