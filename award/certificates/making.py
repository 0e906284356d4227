"""Certificates that wait for their paper, what is printed on it, and the bytes that are kept.

They are printed after the decision, beside everything else. The bytes are kept with their SHA-256:
every later look gives the same.
"""

import datetime as dt
import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar.dates import local_date
from award.certificates.badges import badge
from award.certificates.issuer import Issuer
from award.certificates.numbers import Number
from award.certificates.verifying import PREFIX
from award.outbox import NoticeKind, tell
from award.programme import Programme, Text
from storage.locking import locked
from storage.tables import (
    Certificate,
    CertificatePaper,
    CertificateState,
)

LONGEST_NAME = 120  # letters


@dataclass(frozen=True, slots=True)
class Unmade:
    """A certificate to be printed: by its id, what a layout gets of it, and its link's payload."""

    id: int
    data: dict[str, Any]
    payload: str


async def next_unmade(
    session: AsyncSession, programme: Programme, most: int, without: Collection[int] = ()
) -> tuple[Unmade, ...]:
    """Those that wait for the longest, at most so many, but for some that failed."""
    found = await session.scalars(
        select(Certificate)
        .where(Certificate.token.is_not(None), Certificate.id.not_in(without))
        .order_by(Certificate.id)
        .limit(most)
    )
    return tuple(
        Unmade(each.id, printed(each, programme), f"{PREFIX}{each.token}") for each in found
    )


@dataclass(frozen=True, slots=True)
class Unbadged:
    """A certificate without a badge: by its id, what a picture gets of it, and its credential."""

    id: int
    data: dict[str, Any]
    token: str


def printed(certificate: Certificate, programme: Programme) -> dict[str, Any]:
    """What a layout gets of a certificate, but for the link."""
    known = programme.certificate
    certified = known.levels[certificate.level]
    day = local_date(certificate.issued_at, programme.zone)
    return {
        "number": certificate.number,
        "year": certificate.year,
        "issued": [day.year, day.month, day.day],
        "name": certificate.name,
        "programme": _in_all(programme.name),
        "operator": _in_all(known.operator),
        "signer": _in_all(known.signer) if known.signer is not None else None,
        "signer_title": _in_all(known.signer_title),
        "level": printed_level(certificate.level, programme),
        "text": _in_all(certified.text),
    }


def printed_level(code: str, programme: Programme) -> dict[str, Any]:
    """What a layout gets of a level."""
    level, certified = programme.level(code), programme.certificate.levels[code]
    return {"code": code, "name": _in_all(level.name), "colour": certified.colour}


async def next_unbadged(
    session: AsyncSession, programme: Programme, issuer: Issuer, most: int
) -> tuple[Unbadged, ...]:
    """Certificates that hold, are printed, and have no badge yet; at most so many."""
    bare = select(CertificatePaper.certificate_id).where(CertificatePaper.badge.is_(None))
    found = await session.scalars(
        select(Certificate)
        .where(Certificate.id.in_(bare), Certificate.state == CertificateState.VALID)
        .order_by(Certificate.id)
        .limit(most)
    )
    return tuple(
        Unbadged(
            each.id,
            {"level": printed_level(each.level, programme)},
            badge(each, programme, issuer),
        )
        for each in found
    )


async def keep_badges(session: AsyncSession, made: Sequence[tuple[int, bytes]]) -> None:
    """Keep the badges of certificates whose papers are there still."""
    for certificate_id, png in made:
        paper = await locked(session, CertificatePaper, certificate_id)
        if paper is not None:
            paper.badge = png


def specimen(programme: Programme, level: str) -> dict[str, Any]:
    """The same of nobody, with as long a name as there can be: to try a layout."""
    name = ("Мұхаметқалиұлы-Жангелдин " * LONGEST_NAME)[:LONGEST_NAME].strip()
    issued = dt.datetime(2026, 12, 16, tzinfo=dt.UTC)
    number = Number(issued.year, level, 1).shown(programme)
    return printed(
        Certificate(number=number, level=level, year=issued.year, name=name, issued_at=issued),
        programme,
    )


async def keep(session: AsyncSession, made: Sequence[tuple[int, bytes]], now: dt.datetime) -> None:
    """Keep the bytes of certificates that were printed, and tell their holders.

    Of one that ended or was forgotten meanwhile, or that another process printed, nothing is kept.
    """
    for certificate_id, pdf in made:
        certificate = await locked(session, Certificate, certificate_id)
        if certificate is None or certificate.token is None:
            continue
        assert certificate.state is CertificateState.VALID
        session.add(CertificatePaper(certificate_id=certificate_id, pdf=pdf))
        certificate.sha256 = hashlib.sha256(pdf).hexdigest()
        certificate.made_at, certificate.token = now, None
        tell(
            session,
            certificate.person_id,
            NoticeKind.CERTIFICATE_READY,
            now,
            certificate=certificate_id,
        )


def _in_all(text: Text) -> dict[str, str]:
    return {"kk": text.kk, "ru": text.ru, "en": text.en}
