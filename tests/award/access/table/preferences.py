"""Who may call what everyone's wishes of the clock's messages are made of: each for oneself."""

import datetime as dt

from award.calendar import week_of
from award.messages import preferences
from award.messages.preferences import Regular
from award.olzha import shelf
from award.reminders import weekly_hour
from award.reminders.weekly_hour import Snooze
from tests.award.access.table.rows import Row, own
from tests.award.access.table.world import NOW

HOUR = Regular.WEEKLY_HOUR

OF_WISHES: dict[str, Row] = {
    "messages.preferences.wishes": own(lambda at, w, t: preferences.wishes(at)),
    "messages.preferences.choose_hour": own(lambda at, w, t: preferences.choose_hour(at, HOUR, 12)),
    "messages.preferences.switch": own(lambda at, w, t: preferences.switch(at, HOUR, off=True)),
    "messages.preferences.snooze": own(
        lambda at, w, t: preferences.snooze(at, HOUR, NOW + dt.timedelta(days=1))
    ),
    "olzha.shelf.own_shelf": own(lambda at, w, t: shelf.own_shelf(at)),
    "olzha.shelf.told_of": own(lambda at, w, t: shelf.told_of(at, ["first_entry"])),
    "olzha.shelf.turn": own(lambda at, w, t: shelf.turn(at, on=False)),
    "reminders.weekly_hour.last_week": own(lambda at, w, t: weekly_hour.last_week(at)),
    "reminders.weekly_hour.snooze_hour": own(
        lambda at, w, t: weekly_hour.snooze_hour(at, week_of(NOW, w.programme.zone), Snooze.WEEK)
    ),
}
