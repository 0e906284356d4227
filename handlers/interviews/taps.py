"""What buttons of interviews' cards carry; a claim by the client, never a permission."""

import datetime as dt
from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from award.errors import NotFound
from handlers.ui.taps import Id

# A day as `date.toordinal` counts it.
Ordinal = Annotated[int, Field(ge=0, le=3_652_059)]


def day_of(ordinal: int) -> dt.date:
    """The day that a tap carries; raises NotFound for none."""
    if ordinal < 1:
        raise NotFound
    return dt.date.fromordinal(ordinal)


class ChooseDo(StrEnum):
    """What a candidate's tap asks for."""

    SHOW = "show"
    DAYS = "days"
    DAY = "day"
    TAKE = "take"
    ASK_BACK = "ask"
    GIVE_BACK = "back"
    FILE = "file"


class ChooseTap(CallbackData, prefix="iv"):
    """Something to do with the own interview; `value`: a day, or the id of a time."""

    do: ChooseDo
    value: Ordinal = 0


class MeetDo(StrEnum):
    """What a member's tap asks for."""

    DAYS = "days"
    DAY = "day"
    SHOW = "show"
    CAME = "came"
    NOT_COME = "not"
    ASK_BACK = "ask"
    TAKE_BACK = "back"
    FILE = "file"


class MeetTap(CallbackData, prefix="im"):
    """Something to do with a commission's times, by its id; with one of them, by that of it."""

    do: MeetDo
    id: Id
    day: Ordinal = 0


class NewTimes(CallbackData, prefix="in"):
    """A day's times are being offered: what was chosen so far, in the order of asking.

    `first`: minutes since midnight. 0, of the pause -1, where nothing was chosen yet.
    """

    commission: Id
    day: Ordinal = 0
    first: Annotated[int, Field(ge=0, le=1439)] = 0
    minutes: Annotated[int, Field(ge=0, le=600)] = 0
    pause: Annotated[int, Field(ge=-1, le=600)] = -1
    count: Annotated[int, Field(ge=0, le=99)] = 0
