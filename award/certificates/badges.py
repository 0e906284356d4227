"""Badges for portals and grants offices: Open Badges 3.0 credentials of certificates (§8.5).

Without a public address there are none. A picture that is passed on holds no name: its holder is a
salted hash of the name as printed, by which who knows the name can tell that it is theirs.
"""

import datetime as dt
import gzip
import hashlib
import secrets
import uuid
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.certificates.issuer import Issuer
from award.programme import Programme
from storage.tables import Certificate, CertificateState

LIST_SIZE = 131_072  # bits: with fewer, a status would tell of whom it is
FRESH = dt.timedelta(days=2)  # that a status list is believed
CONTEXT = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
]
_LANGUAGE = "en"  # of what portals read


def badge(certificate: Certificate, programme: Programme, issuer: Issuer) -> str:
    """A certificate's credential, signed: a compact VC-JWT."""
    number, since = f"{certificate.level}:{certificate.id}", certificate.issued_at
    subject = _urn(issuer, f"holder:{number}")
    body = {
        "@context": CONTEXT,
        "id": _urn(issuer, f"certificate:{number}"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": achievement_name(programme, certificate.level),
        "issuer": profile(programme, issuer),
        "validFrom": _iso(since),
        "credentialSubject": {
            "id": subject,
            "type": ["AchievementSubject"],
            "identifier": [_holder(certificate.name)],
            "achievement": achievement(programme, certificate.level, issuer),
        },
        "credentialStatus": _status(certificate.id, issuer),
    }
    claims = {"iss": issuer.did, "jti": body["id"], "sub": subject, "nbf": int(since.timestamp())}
    return issuer.signed(body | claims)


def achievement(programme: Programme, level: str, issuer: Issuer) -> dict[str, Any]:
    """What a badge of a level is for; served at its `id`."""
    known = programme.level(level)
    return {
        "id": f"{issuer.base}/achievements/{level}",
        "type": ["Achievement"],
        "achievementType": "Award",
        "name": achievement_name(programme, level),
        "description": known.about[_LANGUAGE],
        "criteria": {"narrative": programme.certificate.levels[level].text[_LANGUAGE]},
        "inLanguage": _LANGUAGE,
    }


def achievement_name(programme: Programme, level: str) -> str:
    return f"{programme.name[_LANGUAGE]}: {programme.level(level).name[_LANGUAGE]}"


def profile(programme: Programme, issuer: Issuer) -> dict[str, Any]:
    """Who issues."""
    return {
        "id": issuer.did,
        "type": ["Profile"],
        "name": programme.certificate.operator[_LANGUAGE],
        "url": f"{issuer.base}/verify",
    }


async def status_list(session: AsyncSession, number: int, issuer: Issuer, now: dt.datetime) -> str:
    """The signed list of which of LIST_SIZE badges do not hold any more, a bit each."""
    first = number * LIST_SIZE
    ended = await session.scalars(
        select(Certificate.id).where(
            Certificate.id >= first,
            Certificate.id < first + LIST_SIZE,
            Certificate.state != CertificateState.VALID,
        )
    )
    url = _list_url(number, issuer)
    body = {
        "@context": CONTEXT[:1],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer.did,
        "validFrom": _iso(now),
        "validUntil": _iso(now + FRESH),
        "credentialSubject": {
            "id": f"{url}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": _bits(each - first for each in ended),
        },
    }
    return issuer.signed(body | {"iss": issuer.did, "jti": url, "nbf": int(now.timestamp())})


def _status(certificate_id: int, issuer: Issuer) -> dict[str, str]:
    number, index = divmod(certificate_id, LIST_SIZE)
    url = _list_url(number, issuer)
    return {
        "id": f"{url}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(index),
        "statusListCredential": url,
    }


def _list_url(number: int, issuer: Issuer) -> str:
    return f"{issuer.base}/status/{number}"


def _bits(ended: Iterable[int]) -> str:
    bits = bytearray(LIST_SIZE // 8)
    for index in ended:
        bits[index // 8] |= 0x80 >> (index % 8)
    packed = gzip.compress(bytes(bits), mtime=0)
    return "u" + urlsafe_b64encode(packed).decode().rstrip("=")


def _holder(name: str) -> dict[str, Any]:
    salt = secrets.token_hex(16)
    hashed = hashlib.sha256((name + salt).encode()).hexdigest()
    return {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": f"sha256${hashed}",
        "identityType": "name",
        "salt": salt,
    }


def _urn(issuer: Issuer, what: str) -> str:
    """The same for the same thing at this issuer, and nobody else's."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{issuer.base}/{what}").urn


def _iso(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
