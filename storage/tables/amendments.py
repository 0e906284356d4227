"""What of the programme's data was set when, and by whom (programme.md §7.9)."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table, one_of


class AmendmentSource(StrEnum):
    FILE = "file"
    CHAT = "chat"


class Amendment(Table):
    """One version of a piece of the programme: what it was from a moment on. Rows never change.

    `value` is None where there is no such piece, and `made_by` where a file was followed.
    """

    __tablename__ = "amendment"

    id: Mapped[int] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(String(64), index=True)
    source: Mapped[AmendmentSource] = mapped_column(one_of(AmendmentSource))
    value: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    made_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("amendment.id"))
