"""The portfolio (programme.md §8.10): photos chosen for it, and portfolios asked for."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table, TelegramId, one_of


class PortfolioOutcome(StrEnum):
    """What became of a portfolio that was asked for."""

    SENT = "sent"
    OUT_OF_SCOPE = "out_of_scope"  # by then whoever asked may not read it any more
    UNREACHABLE = "unreachable"  # they blocked the bot
    FAILED = "failed"


class PortfolioPhoto(Table):
    """A photo that the participant chose for the page of its direction.

    It is known by Telegram's id of the file: a corrected entry carries the same file anew.
    """

    __tablename__ = "portfolio_photo"

    enrolment_id: Mapped[int] = mapped_column(
        ForeignKey("enrolment.id"), primary_key=True, autoincrement=False
    )
    file_unique_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    direction: Mapped[str] = mapped_column(String(32))
    chosen_at: Mapped[datetime]


class PortfolioOrder(Table):
    """A portfolio that somebody asked for: owed until it is settled, over restarts.

    `message_id`: the message that shows how far it is. `fetched` of `pictures` are here.
    """

    __tablename__ = "portfolio_order"
    __table_args__ = (
        Index(
            "uq_portfolio_order_open",
            "person_id",
            "enrolment_id",
            unique=True,
            sqlite_where=text("settled_at IS NULL"),
            postgresql_where=text("settled_at IS NULL"),
        ),
        Index(
            "ix_portfolio_order_waiting",
            "asked_at",
            sqlite_where=text("settled_at IS NULL"),
            postgresql_where=text("settled_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    message_id: Mapped[int | None] = mapped_column(TelegramId)
    claimed_until: Mapped[datetime | None]  # a process makes it; nobody else begins before
    again_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    settled_at: Mapped[datetime | None]
    outcome: Mapped[PortfolioOutcome | None] = mapped_column(one_of(PortfolioOutcome))
