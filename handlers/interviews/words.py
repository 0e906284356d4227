"""How an interview's time and place are said, shown as a button, and kept in a calendar."""

import datetime as dt
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton
from icalendar import Calendar, Event, vDatetime, vText
from markupsafe import Markup

from award.interviews.series import is_online
from handlers.ui.shown import Attached
from locales import Texts
from storage.tables import MediaKind


def local(moment: dt.datetime, zone: str) -> dt.datetime:
    """The moment as clocks show it there."""
    return moment.astimezone(ZoneInfo(zone))


def clock(moment: dt.datetime, zone: str) -> str:
    """The time of day alone."""
    return f"{local(moment, zone):%H:%M}"


def day_label(day: dt.date, say: Texts) -> str:
    return say.plain("interview-weekday", day=day)


def brief_day(day: dt.date, say: Texts) -> str:
    """For buttons beside each other."""
    return say.plain("interview-day-brief", day=day)


def place_words(place: str, say: Texts) -> Markup:
    return say("interview-place-online" if is_online(place) else "interview-place", place=place)


def place_rows(place: str, say: Texts) -> list[list[InlineKeyboardButton]]:
    """A button that opens the meeting, where it has an address."""
    if not is_online(place):
        return []
    return [[InlineKeyboardButton(text=say.plain("interview-button-join"), url=place)]]


def calendar_file(
    number: int, starts_at: dt.datetime, minutes: int, place: str, title: str
) -> Attached:
    """An interview for the phone's calendar (RFC 5545); the same number is the same event."""
    event = Event()
    event.add("uid", f"{number}.interview@award-bot")
    event.add("dtstamp", vDatetime(starts_at.astimezone(dt.UTC)))
    event.add("dtstart", vDatetime(starts_at.astimezone(dt.UTC)))
    event.add("dtend", vDatetime((starts_at + dt.timedelta(minutes=minutes)).astimezone(dt.UTC)))
    event.add("summary", vText(title))
    event.add("location", vText(place))
    if is_online(place):
        event.add("url", place)
    calendar = Calendar()
    calendar.add("prodid", "-//award-bot//interviews//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return Attached(MediaKind.DOCUMENT, calendar.to_ical(), "interview.ics")
