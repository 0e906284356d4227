"""The windows of days away, and what they have in common."""

from datetime import date

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup

from award.staff.absence_views import Away
from handlers.ui.previews import TODAY, story
from handlers.ui.taps import Id
from locales import Texts
from storage.tables import RoleKind


class StaffAway(StatesGroup):
    """Open `home`, or `one` with {"absence": id}, above the menu."""

    home = State()
    reason = State()
    first = State()
    last = State()
    sure = State()
    one = State()
    substitute = State()


class AwayTap(CallbackData, prefix="aw"):
    """Choose who stands in, from a message that stands in the chat."""

    absence: Id


def span(first: date, last: date | None, say: Texts) -> str:
    """The days of an absence in words."""
    if last is None:
        return say.plain("away-span-open", first=first)
    return say.plain("away-span", first=first, last=last)


def an_absence(say: Texts, *, begun: bool = True) -> Away:
    her = story(say)
    return Away(
        1, 1, her.mentor, RoleKind.MENTOR, TODAY, None, "leave", None, 2,
        her.representative, False, begun,
    )  # fmt: skip
