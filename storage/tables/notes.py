"""The mentor's closing note on a complete level: its words or voice, part by part (§8.7)."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table


class ClosingNote(Table):
    """One of a dossier. A draft until it is sent; asked back, it is a draft again."""

    __tablename__ = "closing_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), unique=True)
    # Whether the mentor recommends the award; None: not said yet.
    recommends: Mapped[bool | None]
    written_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    begun_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]


class NotePart(Table):
    """What a note says of one thing, typed or spoken: strengths, growth, a direction, why not."""

    __tablename__ = "note_part"
    __table_args__ = (UniqueConstraint("note_id", "part"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    note_id: Mapped[int] = mapped_column(ForeignKey("closing_note.id"), index=True)
    part: Mapped[str] = mapped_column(String(64))
    words: Mapped[str | None] = mapped_column(Text)
    voice_file_id: Mapped[str | None] = mapped_column(String(200))
