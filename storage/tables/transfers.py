"""A participant goes to another mentor or centre (programme.md §7.8)."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table, one_of


class TransferState(StrEnum):
    """agreeing → offered → pulled; or declined, refused, withdrawn, lapsed."""

    AGREEING = "agreeing"  # mentor or head asked: the participant's word, a minor's family's
    OFFERED = "offered"  # the receiver's turn
    PULLED = "pulled"
    DECLINED = "declined"  # by the participant or the representative
    REFUSED = "refused"  # by the receiver
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class TransferBy(StrEnum):
    """As what somebody asked for it."""

    PARTICIPANT = "participant"
    MENTOR = "mentor"
    HEAD = "head"


OPEN_TRANSFERS = (TransferState.AGREEING, TransferState.OFFERED)
_open = text(f"state IN ({', '.join(repr(state.value) for state in OPEN_TRANSFERS)})")


class Transfer(Table):
    """At most one open transfer an enrolment; the database itself holds to that."""

    __tablename__ = "transfer"
    __table_args__ = (
        Index(
            "uq_transfer_enrolment_id_open",
            "enrolment_id",
            unique=True,
            sqlite_where=_open,
            postgresql_where=_open,
        ),
        Index("ix_transfer_to_centre_id_state", "to_centre_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"), index=True)
    state: Mapped[TransferState] = mapped_column(one_of(TransferState))
    asked_as: Mapped[TransferBy] = mapped_column(one_of(TransferBy))
    asked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    words: Mapped[str] = mapped_column(Text)
    # From whom and where it went, as it was when it was pulled.
    from_mentor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    from_centre_id: Mapped[int | None] = mapped_column(ForeignKey("centre.id"))
    # To a mentor, or to a centre whose head chooses one.
    to_centre_id: Mapped[int] = mapped_column(ForeignKey("centre.id"))
    to_mentor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    agreed_at: Mapped[datetime | None]
    family_agreed_at: Mapped[datetime | None]
    due: Mapped[date]
    # Why the receiver refused: a usual reason's code.
    reason: Mapped[str | None] = mapped_column(String(32))
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
