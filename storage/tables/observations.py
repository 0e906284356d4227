"""The own journal of mentor, expert and coordinator on each participant (programme.md §7.10)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table, one_of
from storage.tables.people import RoleKind


class Observation(Table):
    """A dated note on a participant; never changed, its author can take it away."""

    __tablename__ = "observation"

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"), index=True)
    by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    # As what it was written: by it, who reads it.
    by_role: Mapped[RoleKind] = mapped_column(one_of(RoleKind))
    at: Mapped[datetime]
    words: Mapped[str] = mapped_column(Text)
