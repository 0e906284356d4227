"""In which time zone something happens: the clock's jobs run once for each (programme.md §10)."""

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, or_, true

from award.calendar.dates import local_date
from award.programme import Programme


def zones_of(programme: Programme) -> tuple[str, ...]:
    """The programme's zone and those of its regions, each once."""
    return tuple(sorted({programme.zone, *(programme.zone_of(r.code) for r in programme.regions)}))


def regions_in(programme: Programme, zone: str) -> tuple[str, ...]:
    """Codes of the regions that lie in a zone."""
    return tuple(r.code for r in programme.regions if programme.zone_of(r.code) == zone)


def in_zone(
    programme: Programme, zone: str, region: SQLColumnExpression[Any]
) -> ColumnElement[bool]:
    """The condition that a column's region lies in a zone; the programme's for an unknown one."""
    if zones_of(programme) == (zone,):
        return true()
    here = region.in_(regions_in(programme, zone))
    if zone != programme.zone:
        return here
    known = [each.code for each in programme.regions]
    return or_(here, region.is_(None), region.not_in(known))


def today_in(programme: Programme, region: str | None, now: dt.datetime) -> dt.date:
    """The date of `now` where the person lives; the programme's zone for an unknown region."""
    return local_date(now, zone_in(programme, region))


def zone_in(programme: Programme, region: str | None) -> str:
    """The time zone where the person lives; the programme's for an unknown region."""
    known = programme.find_region(region) is not None
    return programme.zone_of(region if known else None)
