"""Times that a commission offers for interviews, and who took each."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table

_STANDS = "withdrawn_at IS NULL"
_AWAITED = "candidacy_id IS NOT NULL AND withdrawn_at IS NULL AND came IS NULL"


class InterviewTime(Table):
    """A time of a commission; free, or one candidate's. The database holds that nobody has two."""

    __tablename__ = "interview_time"
    __table_args__ = (
        Index(
            "uq_interview_time_commission_id_starts_at",
            "commission_id",
            "starts_at",
            unique=True,
            sqlite_where=text(_STANDS),
            postgresql_where=text(_STANDS),
        ),
        Index(
            "uq_interview_time_candidacy_id_awaited",
            "candidacy_id",
            unique=True,
            sqlite_where=text(_AWAITED),
            postgresql_where=text(_AWAITED),
        ),
        Index("ix_interview_time_candidacy_id", "candidacy_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"))
    starts_at: Mapped[datetime]
    minutes: Mapped[int]
    # An https address, or where it is in words.
    place: Mapped[str] = mapped_column(Text)
    offered_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    offered_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    candidacy_id: Mapped[int | None] = mapped_column(ForeignKey("candidacy.id"))
    taken_at: Mapped[datetime | None]
    # Whether the candidate came, and who of the members said so.
    came: Mapped[bool | None]
    noted_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
