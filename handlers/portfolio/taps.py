"""What buttons of the portfolio's cards carry."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.ui.taps import Id


class PortfolioDo(StrEnum):
    """What a tap on the portfolio's card asks for."""

    SHOW = "show"
    MAKE = "make"
    HOURS = "hours"
    PHOTOS = "photos"


class PortfolioTap(CallbackData, prefix="pf"):
    """Something to do with the portfolio of an enrolment."""

    do: PortfolioDo
    enrolment: Id


class PhotoDo(StrEnum):
    """What a tap below a photo asks for."""

    SHOW = "show"
    CHOOSE = "yes"
    LEAVE_OUT = "no"


class PhotoTap(CallbackData, prefix="pp"):
    """A photo of a direction, by its number from 0; `media` is the one to choose or leave out."""

    do: PhotoDo
    enrolment: Id
    direction: Annotated[str, Field(max_length=32)]
    number: Annotated[int, Field(ge=0, le=100_000)] = 0
    media: Id = 0
