"""Points and trophies (олжа): a ledger of what gave them, and how it stands with each person."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table


class OlzhaRow(Table):
    """Points for one cause; it goes with its cause. Millions of them: the key is the table."""

    __tablename__ = "olzha_row"
    __table_args__ = (
        Index(
            "ix_olzha_row_untold",
            "enrolment_id",
            sqlite_where=text("untold"),
            postgresql_where=text("untold"),
        ),
        {"sqlite_with_rowid": False},
    )

    enrolment_id: Mapped[int] = mapped_column(
        ForeignKey("enrolment.id"), primary_key=True, autoincrement=False
    )
    # Codes of the programme; the cause is an entry's id, a week's Monday, a book, a day.
    reward: Mapped[str] = mapped_column(String(24), primary_key=True)
    cause: Mapped[str] = mapped_column(String(64), primary_key=True)
    points: Mapped[int]
    earned_on: Mapped[date]
    # A trophy of which its owner has not been told yet.
    untold: Mapped[bool] = mapped_column(default=False)


class OlzhaOwner(Table):
    """Of a person: whether the ledger is to be counted, when trophies were told of, or no olzha."""

    __tablename__ = "olzha_owner"
    __table_args__ = (
        Index(
            "ix_olzha_owner_due",
            "person_id",
            sqlite_where=text("changes <> counted"),
            postgresql_where=text("changes <> counted"),
        ),
    )

    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id"), primary_key=True, autoincrement=False
    )
    # How often the history has changed, and up to which change the ledger was counted.
    changes: Mapped[int] = mapped_column(default=0)
    counted: Mapped[int] = mapped_column(default=0)
    told_at: Mapped[datetime | None]
    off_since: Mapped[datetime | None]
