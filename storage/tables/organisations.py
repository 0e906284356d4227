"""How an organisation becomes a centre, and the operator's own holidays (programme.md §7)."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table, one_of


class CentreApplicationState(StrEnum):
    """draft → submitted → contract → signed, or refused, lapsed, withdrawn."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    CONTRACT = "contract"  # the operator agreed; the contract is to be signed in ten working days
    SIGNED = "signed"
    REFUSED = "refused"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


class CentreApplication(Table):
    """An organisation asks to become a programme centre; the applicant will be its head."""

    __tablename__ = "centre_application"

    id: Mapped[int] = mapped_column(primary_key=True)
    applicant_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    state: Mapped[CentreApplicationState] = mapped_column(one_of(CentreApplicationState))
    name: Mapped[str] = mapped_column(String(160))
    legal_status: Mapped[str] = mapped_column(String(120))
    contact: Mapped[str] = mapped_column(String(120))
    region: Mapped[str] = mapped_column(String(8))
    place: Mapped[str] = mapped_column(String(120))
    address: Mapped[str] = mapped_column(String(200))
    phone: Mapped[str] = mapped_column(String(24))
    email: Mapped[str] = mapped_column(String(120))
    mission: Mapped[str] = mapped_column(Text)
    projects: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    reason: Mapped[str | None] = mapped_column(Text)
    contract_due: Mapped[date | None]
    # When the applicant said that it is signed, and the operator that it is there.
    signed_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centre.id"))


class DayOff(Table):
    """A day that the operator made a holiday, besides those of the country."""

    __tablename__ = "day_off"

    day: Mapped[date] = mapped_column(primary_key=True)
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
