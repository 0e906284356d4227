"""Who may call what everyone's wishes of the clock's messages are made of: each for oneself."""

import datetime as dt

from award.calendar import week_of
from award.messages import preferences
from award.messages.preferences import Regular
from award.reminders import weekly_hour
from award.reminders.weekly_hour import Snooze
from tests.award.access.table.rows import Row, own
from tests.award.access.table.world import NOW

HOUR = Regular.WEEKLY_HOUR

OF_WISHES: dict[str, Row] = {
    "messages.preferences.wishes": own(lambda s, a, w, t: preferences.wishes(s, a)),
    "messages.preferences.choose_hour": own(
        lambda s, a, w, t: preferences.choose_hour(s, a, HOUR, 12, NOW)
    ),
    "messages.preferences.switch": own(
        lambda s, a, w, t: preferences.switch(s, a, HOUR, NOW, off=True)
    ),
    "messages.preferences.snooze": own(
        lambda s, a, w, t: preferences.snooze(s, a, HOUR, NOW + dt.timedelta(days=1), NOW)
    ),
    "reminders.weekly_hour.snooze_hour": own(
        lambda s, a, w, t: weekly_hour.snooze_hour(
            s, a, w.programme, week_of(NOW, w.programme.zone), Snooze.WEEK, NOW
        )
    ),
}
