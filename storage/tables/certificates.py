"""Certificates of those who hold a level, as they were issued, and what verifying one leaves."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table, one_of


class CertificateState(StrEnum):
    """valid → replaced (the name was mended) | revoked (withdrawn, with a reason)."""

    VALID = "valid"
    REPLACED = "replaced"
    REVOKED = "revoked"


class PictureKind(StrEnum):
    """What an operator gives for the foot of every certificate."""

    SIGNATURE = "signature"
    SEAL = "seal"


_valid = text(f"state = '{CertificateState.VALID.value}'")


class Certificate(Table):
    """One certificate; nobody holds two of one level, which the database itself holds to."""

    __tablename__ = "certificate"
    __table_args__ = (
        UniqueConstraint("year", "level", "serial"),
        Index(
            "uq_certificate_person_id_level_held",
            "person_id",
            "level",
            unique=True,
            sqlite_where=_valid,
            postgresql_where=_valid,
        ),
        # Those that wait for their paper.
        Index(
            "ix_certificate_unmade",
            "id",
            sqlite_where=text("token IS NOT NULL"),
            postgresql_where=text("token IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(48), unique=True)
    level: Mapped[str] = mapped_column(String(32))
    year: Mapped[int]
    serial: Mapped[int]
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    state: Mapped[CertificateState] = mapped_column(one_of(CertificateState))
    # As printed; empty once its holder is forgotten.
    name: Mapped[str] = mapped_column(String(120))
    # Of the 128 bits in its QR code, which are kept themselves only until they are printed.
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    token: Mapped[str | None] = mapped_column(String(32))
    issued_at: Mapped[datetime]
    issued_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    # Of a minor: since when the representative lets the name be told to who verifies it.
    named_since: Mapped[datetime | None]
    # Of the file that is kept: of its bytes, and when it was made.
    sha256: Mapped[str | None] = mapped_column(String(64))
    made_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str | None] = mapped_column(Text)
    replaced_by: Mapped[int | None] = mapped_column(ForeignKey("certificate.id"))


class CertificatePaper(Table):
    """The bytes of a certificate's PDF, and of its badge; apart, so that no list reads them."""

    __tablename__ = "certificate_paper"
    __table_args__ = (
        Index(
            "ix_certificate_paper_unbadged",
            "certificate_id",
            sqlite_where=text("badge IS NULL"),
            postgresql_where=text("badge IS NULL"),
        ),
    )

    certificate_id: Mapped[int] = mapped_column(
        ForeignKey("certificate.id"), primary_key=True, autoincrement=False
    )
    # A PNG with the credential in it; none without a public address.
    badge: Mapped[bytes | None] = mapped_column(LargeBinary)
    pdf: Mapped[bytes] = mapped_column(LargeBinary)


class CertificateCounter(Table):
    """The last number given in a level and year; locked while one is given."""

    __tablename__ = "certificate_counter"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    level: Mapped[str] = mapped_column(String(32), primary_key=True)
    last: Mapped[int]


class CertificatePicture(Table):
    """The signature or seal that stands on certificates made from now on.

    Without `png` it waits to be made anew of the file that an operator sent.
    """

    __tablename__ = "certificate_picture"

    kind: Mapped[PictureKind] = mapped_column(one_of(PictureKind), primary_key=True)
    file_id: Mapped[str] = mapped_column(String(200))
    png: Mapped[bytes | None] = mapped_column(LargeBinary)
    given_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    given_at: Mapped[datetime]


class VerificationTry(Table):
    """A number with a surname that did not match: whoever guesses has few tries an hour."""

    __tablename__ = "verification_try"
    __table_args__ = (Index("ix_verification_try_asker_at", "asker", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    # A hash of whose account, or from which address.
    asker: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
