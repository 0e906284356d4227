"""People, what they may do, where they belong, and the links that invite them."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table, TelegramId, one_of


class RoleKind(StrEnum):
    """Roles of programme.md §7; a participant's is their enrolment, not a row."""

    REPRESENTATIVE = "representative"
    MENTOR = "mentor"
    EXPERT = "expert"
    COORDINATOR = "coordinator"
    CENTRE_HEAD = "centre_head"
    OPERATOR = "operator"


class InvitationKind(StrEnum):
    STAFF = "staff"
    REPRESENTATIVE = "representative"
    EMPLOYER = "employer"
    COMMISSION = "commission"


class Person(Table):
    """Anyone who ever spoke to the bot. The personal fields are filled by an application."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    telegram_id: Mapped[int] = mapped_column(TelegramId, unique=True)
    language: Mapped[str | None] = mapped_column(String(8))
    full_name: Mapped[str | None] = mapped_column(String(120))
    birth_date: Mapped[date | None]
    region: Mapped[str | None] = mapped_column(String(8))
    place: Mapped[str | None] = mapped_column(String(120))
    study: Mapped[str | None] = mapped_column(String(160))
    about: Mapped[str | None] = mapped_column(Text)
    hobbies: Mapped[str | None] = mapped_column(Text)
    phone: Mapped[str | None] = mapped_column(String(24))
    photo_file_id: Mapped[str | None] = mapped_column(String(200))
    joined_at: Mapped[datetime]
    unreachable_since: Mapped[datetime | None]


class BirthDate(Table):
    """A birth date that a person gave, or that staff mended; the latest is the person's own."""

    __tablename__ = "birth_date"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    birth_date: Mapped[date]
    given_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    given_at: Mapped[datetime]
    # Since when a representative is asked for by this date, whatever is given later.
    binding_since: Mapped[datetime | None]


class Preference(Table):
    """What a person wishes of one kind of message that the clock sends: when, or not at all."""

    __tablename__ = "preference"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    off: Mapped[bool] = mapped_column(default=False)
    hour: Mapped[int | None]  # of the region's day, instead of the usual one
    snoozed_until: Mapped[datetime | None]


class Substitution(Table):
    """Who stands in for an absent mentor, expert or coordinator, until a day or their return."""

    __tablename__ = "substitution"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[RoleKind] = mapped_column(one_of(RoleKind))
    absent_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    # None: told, and nobody appointed yet; the one above stands in meanwhile.
    substitute_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    first_day: Mapped[date]
    last_day: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(32))
    note: Mapped[str | None] = mapped_column(Text)
    # The same days as moments, where the absent person works; returning early ends it then.
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class Centre(Table):
    """A programme centre (бағдарламалар орталығы) that has mentors."""

    __tablename__ = "centre"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(160))
    region: Mapped[str] = mapped_column(String(8), index=True)
    place: Mapped[str] = mapped_column(String(120))
    closed_at: Mapped[datetime | None]


class Partner(Table):
    """An authorised provider (серіктес-ұйым) of volunteering or trips; no region: everywhere."""

    __tablename__ = "partner"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(160))
    region: Mapped[str | None] = mapped_column(String(8))
    directions: Mapped[list[str]]
    closed_at: Mapped[datetime | None]


class Role(Table):
    """What a person may do and for whom, from `since` until `until`."""

    __tablename__ = "role"
    __table_args__ = (Index("ix_role_person_id_until", "person_id", "until"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[RoleKind] = mapped_column(one_of(RoleKind))
    region: Mapped[str | None] = mapped_column(String(8))
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centre.id"), index=True)
    # The expert of a mentor.
    reports_to: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    # The child of a representative, and since when, of age, they let them read on.
    ward_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    shared_since: Mapped[datetime | None]
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    # Why somebody else ended a representative's.
    end_reason: Mapped[str | None] = mapped_column(String(32))


class Invitation(Table):
    """A one-time link; only the hash of its token is kept, so a copy of the table opens nothing."""

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    kind: Mapped[InvitationKind] = mapped_column(one_of(InvitationKind))
    role: Mapped[RoleKind | None] = mapped_column(one_of(RoleKind))
    region: Mapped[str | None] = mapped_column(String(8))
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centre.id"))
    reports_to: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    enrolment_id: Mapped[int | None] = mapped_column(ForeignKey("enrolment.id"), index=True)
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"), index=True)
    # The seat in a commission.
    member_id: Mapped[int | None] = mapped_column(ForeignKey("commission_member.id"), index=True)
    made_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    # What it gave; None while an operator's waits for a second operator.
    role_id: Mapped[int | None] = mapped_column(ForeignKey("role.id"))
