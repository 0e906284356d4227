"""What is printed: an archive's PDF with text in it, of any programme's layout, sealed or not."""

import datetime as dt
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from openbadgeslib.ob3.verifier import OB3Verifier
from pikepdf import Dictionary, Name, Pdf
from PIL import Image, ImageDraw
from pyhanko.pdf_utils.reader import PdfFileReader
from sqlalchemy import select

from award.certificates.issuing import issue
from award.certificates.making import printed, printed_level
from award.certificates.pictures import pictures
from award.outbox import NoticeKind
from award.programme import Programme, load
from award.programme.certificates import BADGE, LAYOUT
from bot.settings import SHIPPED_PROGRAMME
from evidence.stamp import stamp
from scheduler.certificates.joining import Joined
from scheduler.certificates.printing import Press, Printing, layout_of
from scheduler.certificates.typesetting import SealKey, baked, seal_holds, tried, typeset
from storage.database import Database
from storage.tables import Certificate, CertificatePaper, CertificatePicture, Outbox, PictureKind
from tests.award.certificates.holders import NAME, NOW, completed
from tests.award.conftest import TINY

LINK = "https://t.me/elbasy_tosbelgi_bot?start=v_AbCdEfGhIjKlMnOpQrStUv"
LETTERS = "әғқңөұүһіӘҒҚҢӨҰҮҺІ"
LONGEST = "Мұхаметқалиұлы-Жангелдин Нұрсұлтан-Ғабдұлғазиз Әбдіғаппарұлы"
WIDEST = ("Шыңғысжұмағұлова-Жұмаш " * 6)[:120].strip()


@pytest.fixture(scope="module")
def shipped() -> Programme:
    return load(SHIPPED_PROGRAMME)


def data_of(programme: Programme, name: str = NAME, level: str | None = None) -> dict[str, Any]:
    level = level or programme.levels[0].code
    certificate = Certificate(number="X-1", level=level, year=2026, name=name, issued_at=NOW)
    return printed(certificate, programme)


@pytest.mark.parametrize("name", [NAME, LONGEST, WIDEST])
@pytest.mark.parametrize("level", ["bronze", "silver", "gold"])
def test_any_name_fits_on_one_page(shipped: Programme, level: str, name: str) -> None:
    layout = str(layout_of(SHIPPED_PROGRAMME))
    assert tried(layout, data_of(shipped, name, level), LINK, None) is None


def test_it_is_an_archives_pdf_tagged_with_letters_in_it(shipped: Programme) -> None:
    pdf = typeset(str(layout_of(SHIPPED_PROGRAMME)), data_of(shipped, LETTERS), LINK, {})
    with Pdf.open(io.BytesIO(pdf)) as opened:
        assert opened.Root.MarkInfo.Marked
        assert opened.Root.StructTreeRoot is not None
        assert opened.Root.OutputIntents[0].S == Name.GTS_PDFA1
        assert str(opened.Root.Lang) == "kk"
        with opened.open_metadata() as about:
            assert about.pdfa_status == "2B"
            assert "X-1" in about["dc:title"]
        maps = b"".join(
            each.ToUnicode.read_bytes()
            for each in opened.objects
            if isinstance(each, Dictionary) and "/ToUnicode" in each
        )
        assert all(f"{ord(letter):04X}".encode() in maps.upper() for letter in LETTERS)
        links = [each.A.URI for each in opened.pages[0].Annots if "/A" in each]
        assert [str(each) for each in links] == [LINK]


def test_another_programme_has_another_layout() -> None:
    programme = load(TINY)
    pdf = typeset(str(layout_of(TINY)), data_of(programme), LINK, {})
    with Pdf.open(io.BytesIO(pdf)) as opened:
        _, _, width, height = opened.pages[0].MediaBox
        assert width < height
    assert layout_of(TINY).name == LAYOUT


def test_a_seal_shows_any_change(tmp_path: Path, shipped: Programme) -> None:
    key = a_key(tmp_path)
    layout = str(layout_of(SHIPPED_PROGRAMME))
    pdf = typeset(layout, data_of(shipped), LINK, {}, key)
    assert seal_holds(pdf, key)
    assert len(PdfFileReader(io.BytesIO(pdf)).embedded_signatures) == 1
    with Pdf.open(io.BytesIO(pdf)) as opened:
        assert opened.Root.OutputIntents[0].S == Name.GTS_PDFA1
    place = pdf.index(b"stream") + 20
    assert not seal_holds(pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :], key)
    assert not seal_holds(typeset(layout, data_of(shipped), LINK, {}), key)


def a_key(folder: Path) -> SealKey:
    """A key with a certificate of its own, as an operator would have from an authority."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Seal")])
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        .not_valid_after(dt.datetime(2090, 1, 1, tzinfo=dt.UTC))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "seal.p12"
    locked = BestAvailableEncryption(b"geheim")
    file.write_bytes(pkcs12.serialize_key_and_certificates(None, key, certificate, None, locked))
    return SealKey(str(file), "geheim")


def test_a_badge_is_a_picture_with_its_credential(shipped: Programme) -> None:
    layout = str(layout_of(SHIPPED_PROGRAMME).with_name(BADGE))
    pictures = {
        level.code: baked(layout, {"level": printed_level(level.code, shipped)}, "a.b.c")
        for level in shipped.levels
    }
    assert len(set(pictures.values())) == 3
    for png in pictures.values():
        assert OB3Verifier.extract_token_from_png(png) == "a.b.c"
        with Image.open(io.BytesIO(png)) as opened:
            opened.load()
            assert opened.size == (600, 600)
            assert opened.getpixel((2, 2)) == (0, 0, 0, 0)


def test_a_signature_is_ink_without_paper() -> None:
    paper = Image.new("RGB", (600, 300), (205, 200, 190))
    ImageDraw.Draw(paper).line((50, 250, 550, 50), fill=(20, 40, 120), width=9)
    sent = io.BytesIO()
    paper.save(sent, "JPEG")
    made = stamp(sent.getvalue())
    assert made is not None
    ink = Image.open(io.BytesIO(made))
    assert ink.mode == "RGBA"
    assert ink.getpixel((5, 5))[3] < 10  # type: ignore[index]
    assert ink.getpixel((300, 150))[3] > 150  # type: ignore[index]
    assert stamp(b"no picture") is None


async def test_the_bytes_are_kept_with_their_hash(database: Database, shipped: Programme) -> None:
    """Printed once, with the signature that was given; a crash before that loses nothing."""

    async def made(file_id: str) -> bytes | None:
        assert file_id == "signature"
        return _png()

    async with database.transaction() as session:
        enrolment = await completed(session)
        given = await issue(session, shipped, enrolment, 2026, None, NOW)
        session.add(
            CertificatePicture(
                kind=PictureKind.SIGNATURE,
                file_id="signature",
                given_by=enrolment.person_id,
                given_at=NOW,
            )
        )

    async def address(payload: str) -> str:
        return f"https://t.me/bot?start={payload}"

    press = Press(layout_of(SHIPPED_PROGRAMME))
    printing = Printing(database, shipped, press, address, made, lambda: NOW)
    try:
        assert await printing.print_some()
        assert not await printing.print_some()
    finally:
        press.close()
    async with database.transaction() as session:
        kept = await session.get_one(CertificatePaper, given.id)
        row = await session.get_one(Certificate, given.id)
        assert row.sha256 == hashlib.sha256(kept.pdf).hexdigest()
        assert (row.token, row.made_at) == (None, NOW)
        assert await pictures(session) == {PictureKind.SIGNATURE: _png()}
        told = (await session.scalars(select(Outbox.kind).order_by(Outbox.id))).all()
    assert told == [NoticeKind.CERTIFICATE_PICTURE, NoticeKind.CERTIFICATE_READY]


def _png() -> bytes:
    file = io.BytesIO()
    Image.new("RGBA", (20, 10), (0, 0, 90, 255)).save(file, "PNG")
    return file.getvalue()


def test_what_a_layout_gets_is_plain_data(shipped: Programme) -> None:
    assert json.loads(json.dumps(data_of(shipped)))["issued"] == [2026, 12, 16]


def test_kept_ones_are_joined_as_they_are(tmp_path: Path, shipped: Programme) -> None:
    """Each with its own letters, pictures and link; sealed ones too."""
    layout, key = str(layout_of(SHIPPED_PROGRAMME)), a_key(tmp_path)
    links = [f"https://t.me/bot?start=v_{number}" for number in range(3)]
    papers = [
        typeset(layout, data_of(shipped, f"Әділ (1 0 R) {link[-1]}"), link, {}, seal)
        for link, seal in zip(links, (None, key, None), strict=True)
    ]
    file = tmp_path / "all.pdf"
    with Joined(file) as joined:
        for paper in papers:
            joined.add(paper)
    assert joined.pages == 3
    with Pdf.open(file) as opened:
        assert not opened.check_pdf_syntax()
        for page, paper, link in zip(opened.pages, papers, links, strict=True):
            assert [str(each.A.URI) for each in page.Annots if "/A" in each] == [link]
            with Pdf.open(io.BytesIO(paper)) as alone:
                assert page.Contents.read_bytes() == alone.pages[0].Contents.read_bytes()
                assert page.Resources.Font.keys() == alone.pages[0].Resources.Font.keys()
