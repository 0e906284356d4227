"""Commissions: who sits in them, whom they look at, how they mark, vote and decide."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table, one_of
from storage.tables.dossiers import DossierState


class Seat(StrEnum):
    """What a member of a commission is in it; each of them marks and votes."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    MEMBER = "member"


class Commission(Table):
    """Decides on dossiers of a season within its scope, while it is open."""

    __tablename__ = "commission"

    id: Mapped[int] = mapped_column(primary_key=True)
    season: Mapped[int] = mapped_column(index=True)  # the year in which its winners are honoured
    # Of which region and level; none: of all.
    region: Mapped[str | None] = mapped_column(String(8))
    level: Mapped[str | None] = mapped_column(String(32))
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


class CommissionMember(Table):
    """A seat in a commission, from `since` until `until`; nobody's until its link is taken."""

    __tablename__ = "commission_member"

    id: Mapped[int] = mapped_column(primary_key=True)
    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), index=True)
    seat: Mapped[Seat] = mapped_column(one_of(Seat))
    # Of the authorised body of education (білім беру саласындағы уәкілетті орган).
    of_authority: Mapped[bool]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    made_at: Mapped[datetime]
    since: Mapped[datetime | None]
    until: Mapped[datetime | None]


_WAITS = "ended_at IS NULL"


class Candidacy(Table):
    """A dossier that was put to a commission; before one at a time, which the database holds to."""

    __tablename__ = "candidacy"
    __table_args__ = (
        Index(
            "uq_candidacy_dossier_id_waits",
            "dossier_id",
            unique=True,
            sqlite_where=text(_WAITS),
            postgresql_where=text(_WAITS),
        ),
        Index("ix_candidacy_commission_id_ended_at", "commission_id", "ended_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"))
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    appeal: Mapped[bool]
    put_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    put_at: Mapped[datetime]
    # Since when members see each other's marks.
    marks_closed_at: Mapped[datetime | None]
    # Decided, or taken back by the operator.
    ended_at: Mapped[datetime | None]
    outcome: Mapped[DossierState | None] = mapped_column(one_of(DossierState))
    sitting_id: Mapped[int | None] = mapped_column(ForeignKey("sitting.id"), index=True)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    # A usual reason's code, or none where it is in own words.
    reason: Mapped[str | None] = mapped_column(String(32))
    words: Mapped[str | None] = mapped_column(Text)
    # Votes were equal, and that of whoever presided decided.
    by_casting_vote: Mapped[bool] = mapped_column(default=False)
    to_ceremony: Mapped[bool] = mapped_column(default=False)


class Ballot(Table):
    """What a member has to do with a candidate: stepped back, or voted; and a word beside marks."""

    __tablename__ = "ballot"

    candidacy_id: Mapped[int] = mapped_column(
        ForeignKey("candidacy.id"), primary_key=True, autoincrement=False
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id"), primary_key=True, autoincrement=False
    )
    stepped_back_at: Mapped[datetime | None]
    words: Mapped[str | None] = mapped_column(Text)
    vote: Mapped[DossierState | None] = mapped_column(one_of(DossierState))
    voted_at: Mapped[datetime | None]


class Points(Table):
    """A member's mark of a candidate by one criterion, from 0."""

    __tablename__ = "points"

    candidacy_id: Mapped[int] = mapped_column(
        ForeignKey("candidacy.id"), primary_key=True, autoincrement=False
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id"), primary_key=True, autoincrement=False
    )
    criterion: Mapped[str] = mapped_column(String(32), primary_key=True)
    points: Mapped[int]
    at: Mapped[datetime]


class Sitting(Table):
    """A meeting of a commission in which it votes; one at a time, which the database holds to."""

    __tablename__ = "sitting"
    __table_args__ = (
        Index(
            "uq_sitting_commission_id_open",
            "commission_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    commission_id: Mapped[int] = mapped_column(ForeignKey("commission.id"), index=True)
    opened_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    opened_at: Mapped[datetime]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    closed_at: Mapped[datetime | None]


class Presence(Table):
    """A member who is there in a sitting."""

    __tablename__ = "presence"

    sitting_id: Mapped[int] = mapped_column(
        ForeignKey("sitting.id"), primary_key=True, autoincrement=False
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id"), primary_key=True, autoincrement=False
    )
    at: Mapped[datetime]
    left_at: Mapped[datetime | None]


class SittingProtocol(Table):
    """The record of a sitting under its number, or a correction of one; never changed."""

    __tablename__ = "sitting_protocol"
    __table_args__ = (UniqueConstraint("season", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    season: Mapped[int]
    number: Mapped[int]  # from 1, without gaps within a season
    sitting_id: Mapped[int] = mapped_column(ForeignKey("sitting.id"), index=True)
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("sitting_protocol.id"))
    # What a correction says.
    words: Mapped[str | None] = mapped_column(Text)
    issued_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    issued_at: Mapped[datetime]
    # Of the file that is kept: of its bytes, and when it was made.
    sha256: Mapped[str | None] = mapped_column(String(64))
    made_at: Mapped[datetime | None]


class ProtocolPaper(Table):
    """The bytes of a protocol's PDF; apart, so that no list reads them."""

    __tablename__ = "protocol_paper"

    protocol_id: Mapped[int] = mapped_column(
        ForeignKey("sitting_protocol.id"), primary_key=True, autoincrement=False
    )
    pdf: Mapped[bytes] = mapped_column(LargeBinary)


class Appeal(Table):
    """A participant against the decision of a commission, once; others look at it anew."""

    __tablename__ = "appeal"

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), unique=True)
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    words: Mapped[str] = mapped_column(Text)
    # Before whom it is; none until the operator has given it to a commission.
    candidacy_id: Mapped[int | None] = mapped_column(ForeignKey("candidacy.id"))
