"""Who may call what everyone's wishes of the clock's messages are made of: each for oneself."""

import datetime as dt

from award import preferences, weekly_hour
from award.calendar import week_of
from award.preferences import Regular
from award.weekly_hour import Snooze
from tests.award.scope_rows import Row, own
from tests.award.scope_world import NOW

HOUR = Regular.WEEKLY_HOUR

OF_WISHES: dict[str, Row] = {
    "preferences.wishes": own(lambda s, a, w, t: preferences.wishes(s, a)),
    "preferences.choose_hour": own(lambda s, a, w, t: preferences.choose_hour(s, a, HOUR, 12, NOW)),
    "preferences.switch": own(lambda s, a, w, t: preferences.switch(s, a, HOUR, NOW, off=True)),
    "preferences.snooze": own(
        lambda s, a, w, t: preferences.snooze(s, a, HOUR, NOW + dt.timedelta(days=1), NOW)
    ),
    "weekly_hour.snooze_hour": own(
        lambda s, a, w, t: weekly_hour.snooze_hour(
            s, a, w.programme, week_of(NOW, w.programme.zone), Snooze.WEEK, NOW
        )
    ),
}
