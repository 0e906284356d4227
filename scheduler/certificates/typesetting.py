"""What the printing process does: a certificate's PDF/A from a layout, sealed where there is a key.

All of it is ours or the operator's: the layout, words, pictures that were made anew behind the wall
before they were kept (evidence/stamp.py). Typst and pyHanko are in this process alone.
"""

from __future__ import annotations

import io
import json
import struct
from base64 import b64encode
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast
from zlib import crc32

import segno

from evidence.confinement import confine

if TYPE_CHECKING:
    import typst
    from pyhanko.sign.signers import PdfSigner

_HEAD = 33  # bytes of a PNG's signature and first chunk
STANDARD: Final = "a-2b"
_INK = "#1d2733"
_ROOM = 16_384  # hexadecimal digits for a seal with its chain: to measure it takes a seal
_PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    '<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/></svg>'
)


@dataclass(frozen=True, slots=True)
class SealKey:
    """A key with its certificate in PKCS #12, by its file, and the file's password."""

    path: str
    password: str | None = None


def prepare() -> None:
    """The first thing in the process's life."""
    confine()
    import typst  # noqa: F401


def typeset(
    layout: str,
    data: dict[str, Any],
    link: str,
    pictures: dict[str, bytes],
    key: SealKey | None = None,
) -> bytes:
    """A certificate as PDF/A-2b, tagged; with `key`, sealed. Raises ValueError, or what Typst does.

    `data`, `link`: as the head of the shipped layout describes; `pictures`: PNG by their names.
    """
    given = {
        "data": json.dumps(data | {"link": link}, ensure_ascii=False),
        "qr": _qr(link),
        **{name: _svg(png) for name, png in pictures.items()},
    }
    pdf = _compiler(layout).compile(format="pdf", sys_inputs=given, pdf_standards=[STANDARD])
    assert isinstance(pdf, bytes)
    return pdf if key is None else sealed(pdf, key)


def baked(layout: str, data: dict[str, Any], token: str) -> bytes:
    """A badge's picture with its credential in it, as Open Badges bake PNG (§5.3.1 of theirs)."""
    png = _drawn(layout, json.dumps(data, ensure_ascii=False))
    words = b"iTXt" + b"openbadgecredential\0\0\0\0\0" + token.encode()
    chunk = struct.pack(">I", len(words) - 4) + words + struct.pack(">I", crc32(words))
    return png[:_HEAD] + chunk + png[_HEAD:]


@cache
def _drawn(layout: str, data: str) -> bytes:
    """One of a level, for all who hold it."""
    png = _compiler(layout).compile(format="png", ppi=254, sys_inputs={"data": data})
    assert isinstance(png, bytes)
    return png


def sealed(pdf: bytes, key: SealKey) -> bytes:
    """The same with an electronic seal, which shows any later change."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    out = io.BytesIO()
    _sealer(key).sign_pdf(writer, output=out, bytes_reserved=_ROOM)
    return out.getvalue()


def seal_holds(pdf: bytes, key: SealKey) -> bool:
    """Whether a PDF has a seal of this key, and is as it was sealed."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    signatures = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    own = _sealer(key).signer.signing_cert
    if len(signatures) != 1 or own is None:
        return False
    trust = ValidationContext(trust_roots=[own], allow_fetching=False)
    status = validate_pdf_signature(signatures[0], trust)
    return bool(status.intact and status.valid and status.trusted)


def tried(layout: str, data: dict[str, Any], link: str, key: SealKey | None) -> str | None:
    """What is wrong with a layout or a key, found by making a certificate; None for nothing."""
    from pikepdf import Pdf

    pdf = typeset(layout, data, link, {}, None)
    with Pdf.open(io.BytesIO(pdf)) as opened:
        if len(opened.pages) != 1:
            return f"takes {len(opened.pages)} pages"
    if key is None:
        return None
    return None if seal_holds(sealed(pdf, key), key) else "the seal does not hold"


@cache
def _compiler(layout: str) -> typst.Compiler:
    import typst

    file = Path(layout)
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(file.parent), *font_folders()])
    return typst.Compiler(input=str(file), root=str(file.parent), font_paths=fonts)


def font_folders() -> list[str]:
    """Where the fonts are that layouts may use, besides those in the programme's folder."""
    import fontpkg_arimo
    import fontpkg_playfair_display
    import fontpkg_pt_serif

    packages = (fontpkg_arimo, fontpkg_playfair_display, fontpkg_pt_serif)
    return [str(Path(str(each.__file__)).parent / "files") for each in packages]


@cache
def _sealer(key: SealKey) -> PdfSigner:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_der_private_key
    from pyhanko.sign import fields, signers

    password = key.password.encode() if key.password is not None else None

    class Signer(signers.SimpleSigner):
        """The library opens the key for each signature, and so tests an RSA key's primes anew: ten
        times the signing itself."""

        @cached_property
        def opened(self) -> Any:
            return load_der_private_key(self.signing_key.dump(), password=None)

        def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
            if isinstance(self.opened, RSAPrivateKey):
                return self.opened.sign(data, PKCS1v15(), hashes.SHA256())
            return super().sign_raw(data, digest_algorithm)

    known = cast(Any, signers.SimpleSigner).load_pkcs12(key.path, passphrase=password)
    if known is None:
        raise ValueError("the key cannot be opened")
    signer = Signer(
        signing_key=known.signing_key,
        signing_cert=known.signing_cert,
        cert_registry=known.cert_registry,
    )
    metadata = signers.PdfSignatureMetadata(
        field_name="Seal", md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
    )
    return signers.PdfSigner(metadata, signer)


def _qr(link: str) -> str:
    drawn = io.BytesIO()
    segno.make(link, error="m").save(drawn, kind="svg", border=0, dark=_INK, xmldecl=False)
    return drawn.getvalue().decode()


def _svg(png: bytes) -> str:
    """A picture as text, which is all that a layout is given: a PNG's size stands in its head."""
    width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    return _PICTURE.format(width=width, height=height, data=b64encode(png).decode())
