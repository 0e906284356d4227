"""A calendar whose months and weekdays are in the person's language."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.widgets.kbd import Calendar, CalendarScope, CalendarUserConfig
from aiogram_dialog.widgets.kbd.calendar_kbd import (
    CalendarDaysView,
    CalendarMonthView,
    CalendarScopeView,
    CalendarYearsView,
)
from aiogram_dialog.widgets.text import Text
from babel.dates import format_date

from award.calendar import local_date
from award.errors import Refusal
from handlers import understanding
from handlers.ui.context import context_of

Taken = Callable[[Message, Any, DialogManager, date], Awaitable[None]]


class _DateText(Text):
    """A date by a CLDR pattern, in the language of the reader."""

    def __init__(self, pattern: str, around: str = "{}") -> None:
        super().__init__()
        self.pattern = pattern
        self.around = around

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        day: date = data["date"]
        words = format_date(day, self.pattern, locale=context_of(manager).say.language)
        return self.around.format(words[:1].upper() + words[1:])


class _DayText(_DateText):
    """A day's number; today's is marked, by our clock and not by the machine's."""

    def __init__(self) -> None:
        super().__init__("d")

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        number = await super()._render_text(data, manager)
        at = context_of(manager)
        today = local_date(at.now, at.programme.zone)
        return f"·{number}·" if data["date"] == today else number


class Days(Calendar):
    """A calendar in kk, ru and en; opens on the month of `shown` of the window's data, if given."""

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        if self.get_offset(manager) is None and "shown" in data:
            self.set_offset(data["shown"], manager)
        keyboard = await super()._render_keyboard(data, manager)
        # A week of which no day can be chosen says nothing.
        return [row for row in keyboard if any(button.text.strip() for button in row)]

    def _init_views(self) -> dict[CalendarScope, CalendarScopeView]:
        data = self._item_callback_data
        return {
            CalendarScope.DAYS: CalendarDaysView(
                data,
                date_text=_DayText(),
                today_text=_DayText(),
                weekday_text=_DateText("EEEEEE"),
                header_text=_DateText("LLLL y", "📅 {}"),
                next_month_text=_DateText("LLL", "{} ▶️"),
                prev_month_text=_DateText("LLL", "◀️ {}"),
            ),
            CalendarScope.MONTHS: CalendarMonthView(
                data,
                month_text=_DateText("LLLL"),
                this_month_text=_DateText("LLLL"),
                header_text=_DateText("y", "📅 {}"),
                next_year_text=_DateText("y", "{} ▶️"),
                prev_year_text=_DateText("y", "◀️ {}"),
            ),
            CalendarScope.YEARS: CalendarYearsView(
                data,
                this_year_text=_DateText("y"),
                prev_page_text=_DateText("y", "◀️ {}"),
                next_page_text=_DateText("y", "{} ▶️"),
            ),
        }


class Between(Days):
    """The same from `earliest` to `latest` of the window's data."""

    async def _get_user_config(
        self, data: dict[str, Any], manager: DialogManager
    ) -> CalendarUserConfig:
        return CalendarUserConfig(min_date=data["earliest"], max_date=data["latest"])


async def day_typed(
    message: Message,
    manager: DialogManager,
    taken: Taken,
    today: date,
    earliest: date,
) -> None:
    """Take a day that was typed where a calendar is shown; what cannot be is answered."""
    meant = understanding.day(message.text or "", today, earliest=earliest)
    try:
        if meant is None:
            raise Refusal("away-day-unknown", today=today)
        await taken(message, None, manager, meant)
    except Refusal as refusal:
        context_of(manager).reply.say(context_of(manager).say(refusal.key, **refusal.details))
