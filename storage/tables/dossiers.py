"""From a complete level to the badge: where each stands, and who may not decide on whom."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table, one_of


class DossierState(StrEnum):
    """complete → noted → recommended → candidate → interviewed → awarded → invited → handed_over.

    Beside it: returned (to the mentor, with a question), not recommended, declined, deferred to the
    next season, appealed (others look at it anew).
    """

    COMPLETE = "complete"  # the mentor's closing note is awaited
    RETURNED = "returned"
    NOTED = "noted"
    NOT_RECOMMENDED = "not_recommended"
    RECOMMENDED = "recommended"
    CANDIDATE = "candidate"
    INTERVIEWED = "interviewed"
    AWARDED = "awarded"
    DECLINED = "declined"
    DEFERRED = "deferred"
    APPEALED = "appealed"
    INVITED = "invited"
    HANDED_OVER = "handed_over"


# Whoever holds the level.
AWARDED_STATES = (DossierState.AWARDED, DossierState.INVITED, DossierState.HANDED_OVER)


class Dossier(Table):
    """A complete level on its way to the award; its id is the number that protocols name."""

    __tablename__ = "dossier"
    __table_args__ = (Index("ix_dossier_state_due", "state", "due"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"), unique=True)
    state: Mapped[DossierState] = mapped_column(one_of(DossierState))
    since: Mapped[datetime]
    # The last day of whoever has to act now, where the participant lives; None: nobody has to.
    due: Mapped[date | None]


class DossierStep(Table):
    """Each state that a dossier came into, and who brought it there; rows are only added."""

    __tablename__ = "dossier_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    state: Mapped[DossierState] = mapped_column(one_of(DossierState))
    by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    # What was asked, or why: the participant reads it, or the mentor who was asked.
    reason: Mapped[str | None] = mapped_column(Text)


class HouseholdMember(Table):
    """Someone with whom a member of staff lives, declared by them: they never decide on them."""

    __tablename__ = "household_member"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    full_name: Mapped[str] = mapped_column(String(120))
    birth_date: Mapped[date] = mapped_column(index=True)
    declared_at: Mapped[datetime]
