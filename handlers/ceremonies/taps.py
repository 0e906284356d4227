"""What buttons of ceremonies carry."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.ui.taps import Id

Page = Annotated[int, Field(ge=0, le=10_000)]


class CeremonyDo(StrEnum):
    """What a tap of who runs a ceremony asks for."""

    LIST = "list"
    SHOW = "show"
    NEW = "new"
    CHANGE = "change"
    INVITE = "invite"
    DOOR = "door"
    OFF = "off"
    SURELY = "surely"


class CeremonyTap(CallbackData, prefix="cy"):
    """Something to do with a ceremony; `page` begins with 0."""

    do: CeremonyDo
    ceremony: Id = 0
    page: Page = 0


class GuestDo(StrEnum):
    """What a tap at the door asks for."""

    CAME = "came"
    HAND = "hand"


class GuestTap(CallbackData, prefix="cyg"):
    """A guest at the door, on a page of the list."""

    do: GuestDo
    guest: Id
    page: Page = 0


class LeftTap(CallbackData, prefix="cyl"):
    """The head hands the badge of a dossier over; without one: a page of who waits for it."""

    dossier: Id = 0
    page: Page = 0


class AnswerDo(StrEnum):
    """What a tap on an invitation asks for."""

    SHOW = "show"
    COME = "come"
    CANNOT = "cannot"
    GUESTS = "guests"
    QR = "qr"


class AnswerTap(CallbackData, prefix="cya"):
    """The winner's answer to an invitation, perhaps with how many guests."""

    do: AnswerDo
    ceremony: Id
    guests: Annotated[int, Field(ge=0, le=10)] = 0
