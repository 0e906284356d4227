"""When reminders of an interview are due."""

import datetime as dt
from enum import StrEnum


class Stage(StrEnum):
    """How near an interview is."""

    DAY = "day"
    SOON = "soon"


_BEFORE = {Stage.DAY: dt.timedelta(days=1), Stage.SOON: dt.timedelta(minutes=30)}


def moment_of(stage: Stage, starts_at: dt.datetime) -> dt.datetime:
    """When whoever meets is reminded."""
    return starts_at - _BEFORE[stage]
