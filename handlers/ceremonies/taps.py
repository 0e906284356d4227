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
    FIND = "find"
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
    NOT_HERE = "not"


class GuestTap(CallbackData, prefix="cyg"):
    """A guest at the door, on a page of the list."""

    do: GuestDo
    guest: Id
    page: Page = 0


class WinnersDo(StrEnum):
    """What a tap asks for of those who may be invited: parts of a choice by their names, too."""

    SHOW = "show"
    LEVEL = "level"
    SEASON = "season"
    REGION = "region"
    INVITE = "invite"
    FIND = "find"


class WinnersTap(CallbackData, prefix="cyw"):
    """Which winners are invited, with the choice so far; empty parts stand for all."""

    do: WinnersDo
    ceremony: Id
    level: Annotated[str, Field(max_length=16)] = ""
    season: Annotated[int, Field(ge=0, le=9999)] = 0
    region: Annotated[str, Field(max_length=8)] = ""
    missed: bool = False


class AddTap(CallbackData, prefix="cyd"):
    """Invite one winner who was found by name."""

    ceremony: Id
    dossier: Id


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
    """An answer to an invitation, that of one guest, perhaps with how many come along."""

    do: AnswerDo
    guest: Id
    guests: Annotated[int, Field(ge=0, le=10)] = 0
