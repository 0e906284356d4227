"""Badges are what the published schema says, and hold for a library that did not issue them."""

import datetime as dt
import hashlib
import json
import stat
from pathlib import Path
from typing import Any

import jwt
import pytest
from jsonschema import Draft201909Validator
from openbadgeslib.ob3.verifier import OB3VerificationError, OB3Verifier
from sqlalchemy.ext.asyncio import AsyncSession

from award.certificates.badges import badge, status_list
from award.certificates.issuer import KEY, Issuer
from award.certificates.issuing import issue
from award.programme import Programme
from storage.tables import Certificate, CertificateState
from tests.award.certificates.holders import MINOR, NAME, completed

HERE = Path(__file__).parent
BASE = "https://award.example"
NOW = dt.datetime.now(dt.UTC)


@pytest.fixture
def issuer(tmp_path: Path) -> Issuer:
    return Issuer(BASE, tmp_path)


async def certified(session: AsyncSession, programme: Programme) -> Certificate:
    return await issue(session, programme, await completed(session, born=MINOR), 2026, None, NOW)


def read(token: str) -> dict[str, Any]:
    decoded: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
    return decoded


async def test_it_is_what_the_published_schema_says(
    session: AsyncSession, tosbelgi: Programme, issuer: Issuer
) -> None:
    found = read(badge(await certified(session, tosbelgi), tosbelgi, issuer))
    schema = json.loads((HERE / "ob_v3p0_achievementcredential_schema.json").read_text("utf-8"))
    errors = [each.message for each in Draft201909Validator(schema).iter_errors(found)]
    assert errors == []


async def test_all_its_words_are_in_the_published_contexts(
    session: AsyncSession, tosbelgi: Programme, issuer: Issuer
) -> None:
    terms: set[str] = set()
    for name in ("credentials-v2.json", "ob-v3p0-context-3.0.3.json"):
        _collect(json.loads((HERE / name).read_text("utf-8"))["@context"], terms)
    found = read(badge(await certified(session, tosbelgi), tosbelgi, issuer))
    claims = {"iss", "jti", "sub", "nbf", "@context"}
    assert _names(found) - claims <= terms


def _collect(context: Any, terms: set[str]) -> None:
    for each in context if isinstance(context, list) else [context]:
        if isinstance(each, dict):
            for name, meant in each.items():
                terms.add(name)
                if isinstance(meant, dict) and "@context" in meant:
                    _collect(meant["@context"], terms)


def _names(thing: Any) -> set[str]:
    if isinstance(thing, list):
        return {name for each in thing for name in _names(each)}
    if isinstance(thing, dict):
        return {*thing, *(name for each in thing.values() for name in _names(each))}
    return set()


async def test_another_library_verifies_and_sees_it_revoked(
    session: AsyncSession, tosbelgi: Programme, issuer: Issuer
) -> None:
    given = await certified(session, tosbelgi)
    token = badge(given, tosbelgi, issuer)
    served = {f"{BASE}/.well-known/did.json": json.dumps(issuer.did_document).encode()}

    async def publish() -> None:
        served[f"{BASE}/status/0"] = (await status_list(session, 0, issuer, NOW)).encode()

    await publish()
    verifier = OB3Verifier.for_issuer_did(issuer.did, download=served.__getitem__)
    credential = verifier.verify(token, check_status=True, download=served.__getitem__)
    assert credential.issuer.id == "did:web:award.example"
    given.state = CertificateState.REVOKED
    await session.flush()
    await publish()
    with pytest.raises(OB3VerificationError, match="revocation"):
        verifier.verify(token, check_status=True, download=served.__getitem__)
    head, body, signature = token.split(".")
    with pytest.raises(OB3VerificationError):
        verifier.verify(f"{head}.{body[:-2]}AA.{signature}")


async def test_no_name_is_in_it_and_who_knows_it_can_tell(
    session: AsyncSession, tosbelgi: Programme, issuer: Issuer
) -> None:
    found = read(badge(await certified(session, tosbelgi), tosbelgi, issuer))
    assert not any(word in json.dumps(found, ensure_ascii=False) for word in NAME.split())
    (holder,) = found["credentialSubject"]["identifier"]
    expected = hashlib.sha256((NAME + holder["salt"]).encode()).hexdigest()
    assert holder["identityHash"] == f"sha256${expected}"


def test_the_key_is_made_once_and_the_bots_own(tmp_path: Path) -> None:
    one, other = Issuer(BASE, tmp_path), Issuer(BASE, tmp_path)
    assert one.jwk == other.jwk
    assert stat.S_IMODE((tmp_path / KEY).stat().st_mode) == 0o600
    assert Issuer("https://a.example:8443/award", tmp_path).did == "did:web:a.example%3A8443:award"
