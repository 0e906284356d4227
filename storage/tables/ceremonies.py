"""Ceremonies at which badges are handed over, and who is invited to them (programme.md §8.13)."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table, one_of


class CeremonyAnswer(StrEnum):
    """What a winner said to the invitation."""

    ASKED = "asked"
    COMES = "comes"
    CANNOT = "cannot"


class Ceremony(Table):
    """One ceremony. `version` grows with each change of day or place: everybody is told of each."""

    __tablename__ = "ceremony"

    id: Mapped[int] = mapped_column(primary_key=True)
    # Whose winners are invited; empty: of the whole country.
    region: Mapped[str | None] = mapped_column(String(8), index=True)
    starts_at: Mapped[datetime]
    place: Mapped[str] = mapped_column(String(120))
    address: Mapped[str] = mapped_column(String(200))
    bring: Mapped[str] = mapped_column(Text, default="")
    guests: Mapped[int]  # whom a winner may bring, at most
    version: Mapped[int] = mapped_column(default=1)
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    called_off_at: Mapped[datetime | None]


class CeremonyGuest(Table):
    """A winner who is invited to a ceremony, what they answered, and that they came."""

    __tablename__ = "ceremony_guest"
    __table_args__ = (
        UniqueConstraint("ceremony_id", "dossier_id"),
        Index("ix_ceremony_guest_ceremony_id_answer", "ceremony_id", "answer", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    ceremony_id: Mapped[int] = mapped_column(ForeignKey("ceremony.id"))
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    answer: Mapped[CeremonyAnswer] = mapped_column(one_of(CeremonyAnswer))
    guests: Mapped[int] = mapped_column(default=0)
    answered_at: Mapped[datetime | None]
    came_at: Mapped[datetime | None]
    came_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
