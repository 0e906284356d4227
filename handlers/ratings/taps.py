"""What buttons about the name in public tables carry; see handlers/ui/taps.py."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.ui.taps import Id


class NameDo(StrEnum):
    """What a tap asks for about the name in public tables."""

    SHOW = "show"
    GIVE = "give"
    WORDS = "words"
    TAKE_BACK = "back"
    ASK = "ask"


class PublicNameTap(CallbackData, prefix="pn"):
    """Something about the name in public tables; `offered`: which of those offered, from 0."""

    do: NameDo
    enrolment: Id
    offered: Annotated[int, Field(ge=0, le=9)] = 0


class RatingTap(CallbackData, prefix="rt"):
    """Show a participant's rating and place; without an enrolment: the person's own."""

    enrolment: Id | None = None
