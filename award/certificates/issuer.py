"""Who issues badges (§8.5): a key of its own, by which anybody checks what it signed.

A bot without a public address imports nothing for it.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from storage.kept_secrets import kept_secret

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY = "badges.key"


@dataclass(frozen=True)
class Issuer:
    """`base`: the public address, without a slash at its end; the key is in the bot's folder."""

    base: str
    folder: Path

    @property
    def did(self) -> str:
        """`did:web:` of the public address: whoever has that serves the keys."""
        parts = urlsplit(self.base)
        path = [each for each in parts.path.split("/") if each]
        return ":".join(["did:web", quote(parts.netloc, safe=""), *path])

    @property
    def key_id(self) -> str:
        return f"{self.did}#key-1"

    @cached_property
    def jwk(self) -> dict[str, str]:
        """The public key, as a JSON Web Key."""
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        raw = self._key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        x = urlsafe_b64encode(raw).decode().rstrip("=")
        return {"kty": "OKP", "crv": "Ed25519", "x": x, "alg": "EdDSA", "use": "sig"}

    @property
    def did_document(self) -> dict[str, Any]:
        """What the address serves, so that its DID can be resolved."""
        method = {
            "id": self.key_id,
            "type": "JsonWebKey2020",
            "controller": self.did,
            "publicKeyJwk": {name: self.jwk[name] for name in ("kty", "crv", "x")},
        }
        return {
            "@context": [
                "https://www.w3.org/ns/did/v1",
                "https://w3id.org/security/suites/jws-2020/v1",
            ],
            "id": self.did,
            "verificationMethod": [method],
            "assertionMethod": [self.key_id],
        }

    @property
    def jwks(self) -> dict[str, Any]:
        return {"keys": [self.jwk | {"kid": self.key_id}]}

    def signed(self, credential: dict[str, Any]) -> str:
        """The credential as a compact JWT (EdDSA), with its registered claims."""
        import jwt

        return jwt.encode(credential, self._key, "EdDSA", {"kid": self.key_id})

    @cached_property
    def _key(self) -> Ed25519PrivateKey:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        key = load_pem_private_key(kept_secret(self.folder / KEY, _made), None)
        assert isinstance(key, Ed25519PrivateKey)
        return key


def _made() -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    key = Ed25519PrivateKey.generate()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
