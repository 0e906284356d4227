"""What buttons of a commission's cards carry; a claim by the client, never a permission."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.ui.taps import Id


class NewCommission(CallbackData, prefix="cn"):
    """A commission is being made: what was chosen so far; `all` for the whole of it."""

    season: Id = 0
    region: str = Field("", max_length=8)
    level: str = Field("", max_length=20)
    page: Id = 0


class SeatDo(StrEnum):
    """What a tap on a seat asks for; those before LINK add one to a commission."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    MEMBER = "member"
    AUTHORITY = "authority"
    LINK = "link"
    ASK_END = "ask"
    END = "end"


class SeatTap(CallbackData, prefix="cs"):
    """Add a seat to a commission, by its id; or do something with a seat, by its own."""

    do: SeatDo
    id: Id


class JoinTap(CallbackData, prefix="cj"):
    """Take the seat that a link gives, or let it be (an empty payload)."""

    payload: str = Field("", max_length=40)


class ProtocolDo(StrEnum):
    """What a tap on a protocol asks for."""

    SHOW = "show"
    CORRECT = "correct"


class ProtocolTap(CallbackData, prefix="cp"):
    """Look at a protocol, or correct it by another one."""

    do: ProtocolDo
    id: Id
