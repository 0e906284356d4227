"""Cards of staff and of centres; copies of papers, of staff and of participants (§7.11)."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table, one_of
from storage.tables.journal import MediaKind


class DocumentKind(StrEnum):
    """What a document is; the first ones are of participants alone."""

    AGREEMENT = "agreement"
    BIRTH = "birth"
    REFERENCE = "reference"
    IDENTITY = "identity"
    DIPLOMA = "diploma"
    CERTIFICATE = "certificate"
    DISTINCTION = "distinction"
    OTHER = "other"


class StaffCard(Table):
    """What one of the staff tells of themself; name and phone are the person's."""

    __tablename__ = "staff_card"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    photo_file_id: Mapped[str | None] = mapped_column(String(200))
    about: Mapped[str | None] = mapped_column(Text)
    achievements: Mapped[str | None] = mapped_column(Text)
    email: Mapped[str | None] = mapped_column(String(120))


class CentreCard(Table):
    """What a centre tells of itself, by its head."""

    __tablename__ = "centre_card"

    centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"), primary_key=True)
    about: Mapped[str | None] = mapped_column(Text)
    achievements: Mapped[str | None] = mapped_column(Text)
    contact: Mapped[str | None] = mapped_column(Text)


class Document(Table):
    """A copy of a paper, as Telegram knows its file: of a participant with the enrolment, else of
    one of the staff."""

    __tablename__ = "document"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    enrolment_id: Mapped[int | None] = mapped_column(ForeignKey("enrolment.id"), index=True)
    kind: Mapped[DocumentKind] = mapped_column(one_of(DocumentKind))
    issued_on: Mapped[date | None]
    file_id: Mapped[str] = mapped_column(String(200))
    file_kind: Mapped[MediaKind] = mapped_column(one_of(MediaKind))
    given_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    given_at: Mapped[datetime]
