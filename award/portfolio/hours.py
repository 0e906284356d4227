"""The record of hours: every approved entry, who confirmed it, for machines too (§8.10).

Its format is described in docs/hours.md; a change that is no mere addition raises `VERSION`.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar.zones import zone_in
from award.portfolio.contents import approved, known_around
from award.portfolio.naming import Known, naming_nobody
from award.programme import Programme
from storage.tables import Enrolment, Entry, Person, Review

FORMAT, VERSION = "award-hours", 1
LONGEST = 300  # characters of what was done


@dataclass(frozen=True)
class Hour:
    """One approved entry. `week`: as ISO 8601 has it, 2026-W11; `what`: words that name nobody.

    `minutes` or `days` or `book` by the direction's measure. `confirmed_by`: the name of the member
    of staff; `confirmed_at` in the participant's zone. `employer`: of work, if it confirmed.
    """

    entry: int
    day: dt.date
    week: str
    direction: str
    minutes: int | None
    days: int | None
    book: str | None
    what: str
    confirmed_by: str
    confirmed_at: dt.datetime | None
    employer: str | None


@dataclass(frozen=True)
class Record:
    """The record of one enrolment, as of a moment."""

    programme: str
    enrolment: int
    level: str
    name: str
    made_at: dt.datetime
    hours: tuple[Hour, ...]


async def hours(
    session: AsyncSession, programme: Programme, enrolment_id: int, now: dt.datetime
) -> Record:
    """The record of an enrolment; it reads the whole journal, beside the event loop."""
    enrolment = await session.get_one(Enrolment, enrolment_id)
    person = await session.get_one(Person, enrolment.person_id)
    entries = await approved(session, enrolment_id)
    reviews = await _reviews(session, entries)
    known = await known_around(session, programme, enrolment, person)
    zone = ZoneInfo(zone_in(programme, person.region))
    return Record(
        programme=programme.code,
        enrolment=enrolment.id,
        level=enrolment.level or "",
        name=person.full_name or "",
        made_at=now.astimezone(zone),
        hours=tuple(_hour(entry, reviews, programme, known, zone) for entry in entries),
    )


async def _reviews(
    session: AsyncSession, entries: Iterable[Entry]
) -> dict[int, tuple[str, dt.datetime]]:
    """By entry: who confirmed it, and when."""
    ids = [entry.id for entry in entries]
    found = await session.execute(
        select(Review.entry_id, Person.full_name, Review.at)
        .join(Person, Person.id == Review.by)
        .where(Review.entry_id.in_(ids))
    )
    return {entry_id: (name or "", at) for entry_id, name, at in found}


def _hour(
    entry: Entry,
    reviews: dict[int, tuple[str, dt.datetime]],
    programme: Programme,
    known: Known,
    zone: ZoneInfo,
) -> Hour:
    name, at = reviews.get(entry.id, ("", entry.decided_at))
    year, week, _ = entry.happened_on.isocalendar()
    book = programme.known_books.get(entry.book or "")
    days = max(1, entry.days or 0) if entry.minutes is None and entry.book is None else None
    return Hour(
        entry=entry.id,
        day=entry.happened_on,
        week=f"{year}-W{week:02}",
        direction=entry.direction or "",
        minutes=entry.minutes,
        days=days,
        book=book.title["kk"] if book else entry.book,
        what=_what(entry, programme, known),
        confirmed_by=name,
        confirmed_at=at.astimezone(zone) if at else None,
        employer=entry.employer if entry.employer_confirmed_at else None,
    )


def _what(entry: Entry, programme: Programme, known: Known) -> str:
    """The activity or action, else the first of the own words; of an essay nothing."""
    activity = programme.activity(entry.direction, entry.action)
    if activity is not None:
        return activity.name["kk"]
    texts = (entry.action or "", "" if entry.book else entry.note)
    said = [sentence for text in texts for sentence in naming_nobody(text, known)]
    return " ".join(said)[:LONGEST]


def as_json(record: Record) -> dict[str, object]:
    """The record as docs/hours.md describes it, ready for JSON."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "programme": record.programme,
        "enrolment": record.enrolment,
        "level": record.level,
        "participant": record.name,
        "made_at": record.made_at.isoformat(timespec="seconds"),
        "totals": {
            "entries": len(record.hours),
            "minutes": sum(hour.minutes or 0 for hour in record.hours),
            "days": sum(hour.days or 0 for hour in record.hours),
        },
        "hours": [_as_json(hour) for hour in record.hours],
    }


def _as_json(hour: Hour) -> dict[str, object]:
    at = hour.confirmed_at.isoformat(timespec="seconds") if hour.confirmed_at else None
    return {
        "entry": hour.entry,
        "day": hour.day.isoformat(),
        "week": hour.week,
        "direction": hour.direction,
        "minutes": hour.minutes,
        "days": hour.days,
        "book": hour.book,
        "what": hour.what,
        "confirmed_by": hour.confirmed_by,
        "confirmed_at": at,
        "employer": hour.employer,
    }
