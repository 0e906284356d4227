"""Ratings as they were counted last, and who may be named in public tables (programme.md §8)."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table


class Rating(Table):
    """How far one participant was in a level when all were counted last; counted anew each hour.

    There is a row of each who takes part, or completed the level this year.
    """

    __tablename__ = "rating"
    __table_args__ = (
        # Places in the country and in a region, and the leaders of a month there.
        Index("ix_rating_level_rating", "level", "rating"),
        Index("ix_rating_level_region_rating", "level", "region", "rating"),
        Index("ix_rating_level_region_gained", "level", "region", "gained"),
    )

    enrolment_id: Mapped[int] = mapped_column(
        ForeignKey("enrolment.id"), primary_key=True, autoincrement=False
    )
    level: Mapped[str] = mapped_column(String(32))
    # The centre's, or else the participant's own.
    region: Mapped[str | None] = mapped_column(String(8))
    rating: Mapped[float]
    # What of it came of what was done this month.
    gained: Mapped[float]
    # Percent by direction, in the programme's order.
    percents: Mapped[dict[str, Any]]


class RatingCount(Table):
    """When all ratings were counted last; one row."""

    __tablename__ = "rating_count"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    counted_at: Mapped[datetime]


class PublicName(Table):
    """Consent that a person stands in public tables, under this short name alone."""

    __tablename__ = "public_name"

    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id"), primary_key=True, autoincrement=False
    )
    name: Mapped[str] = mapped_column(String(24))
    # The person, or of a minor the representative: whose consent lapses with the 18th birthday.
    given_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    given_at: Mapped[datetime]
