"""Times of one day that are offered in one go, by the rules of when an interview may be."""

import datetime as dt
import re
from dataclasses import dataclass
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from award.calendar import local_date
from award.errors import Refusal
from award.typed import titled

OPENS, CLOSES = dt.time(10), dt.time(20)  # of the commission's day
LENGTHS = (15, 20, 30, 45, 60)  # minutes
PAUSES = (0, 5, 10, 15)
LONGEST_AHEAD = dt.timedelta(days=180)
SHORTEST_PLACE, LONGEST_PLACE = 3, 300  # characters
_LIKE_ADDRESS = re.compile(r"[\w.-]+\.[a-z]{2,}(/\S*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Series:
    """So many interviews from a time on, each of so many minutes, with pauses between."""

    day: dt.date
    first: dt.time
    minutes: int
    pause: int
    count: int


def most(first: dt.time, minutes: int, pause: int) -> int:
    """How many fit between a time and the evening."""
    left = _minutes(CLOSES) - _minutes(first)
    return max(0, (left + pause) // (minutes + pause))


def starts(series: Series, zone: str, now: dt.datetime) -> tuple[dt.datetime, ...]:
    """When each begins, in UTC; raises Refusal for what lies in the past or at night."""
    if series.minutes not in LENGTHS or series.pause not in PAUSES:
        raise Refusal("interview-hours")
    room = most(series.first, series.minutes, series.pause)
    if series.first < OPENS or not 1 <= series.count <= room:
        raise Refusal("interview-hours")
    there = ZoneInfo(zone)
    begin = dt.datetime.combine(series.day, series.first, there)
    if begin <= now or series.day > local_date(now, zone) + LONGEST_AHEAD:
        raise Refusal("interview-day-unfit")
    step = dt.timedelta(minutes=series.minutes + series.pause)
    return tuple(begin.astimezone(dt.UTC) + step * number for number in range(series.count))


def fit_place(words: str | None) -> str:
    """An https address, or a place in words; raises Refusal for what is neither.

    A bare address, such as meet.example/abc, becomes one of https.
    """
    place = titled(words)
    if "://" not in place and _LIKE_ADDRESS.fullmatch(place):
        place = f"https://{place}"
    if not SHORTEST_PLACE <= len(place) <= LONGEST_PLACE:
        raise Refusal("interview-place-unfit")
    if "://" in place and not _is_address(place):
        raise Refusal("interview-place-unfit")
    return place


def is_online(place: str) -> bool:
    """Whether a kept place is an address to open."""
    return place.startswith("https://")


def _is_address(place: str) -> bool:
    try:
        parts = urlsplit(place)
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme == "https" and bool(host) and " " not in place and not parts.username


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute
