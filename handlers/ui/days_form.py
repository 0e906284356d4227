"""The part of a form that asks for days: a first and a last one, by a calendar or typed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import Message
from aiogram_dialog import ChatEvent, DialogManager, Window
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Button

from award.errors import NotFound
from handlers.ui.calendar import Between, day_typed
from handlers.ui.navigation import back_to
from handlers.ui.previews import TODAY, example
from handlers.ui.widgets import Say


def kept_day(manager: DialogManager, key: str) -> date | None:
    """A day that the form keeps: `first` or `last`."""
    kept = manager.dialog_data.get(key)
    return date.fromisoformat(kept) if kept else None


@dataclass(frozen=True)
class DaysAsked:
    """Asks for `first` and `last`, which the form keeps as ISO dates.

    `before` and `after` are the windows around these two. `check_first(first, today)` and
    `check_last(first, last, today)` raise a Refusal for days that cannot be. The first day is
    offered from `back` before today to `ahead` after it, the last up to `longest` after the first.
    """

    before: State
    first: State
    last: State
    after: State
    today: Callable[[DialogManager], Awaitable[date]]
    check_first: Callable[[date, date], None]
    check_last: Callable[[date, date, date], None]
    back: timedelta
    ahead: timedelta
    longest: timedelta

    def windows(self, ask_first: Say, ask_last: Say, by_tap: Button) -> tuple[Window, Window]:
        """The two windows; `by_tap`: a button that answers the second without a calendar."""
        return (
            Window(
                ask_first,
                Between(id="first", on_click=self._take_first),
                TextInput(id="first_typed", on_success=self._first_typed),
                back_to(self.before),
                state=self.first,
                getter=self._offered_first,
                preview_data=_PREVIEW,
            ),
            Window(
                ask_last,
                by_tap,
                Between(id="last", on_click=self.take_last),
                TextInput(id="last_typed", on_success=self._last_typed),
                back_to(self.first),
                state=self.last,
                getter=self._offered_last,
                preview_data=_PREVIEW,
            ),
        )

    async def _offered_first(self, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        today, kept = await self.today(dialog_manager), kept_day(dialog_manager, "first")
        return {
            "shown": kept or today,
            "earliest": today - self.back,
            "latest": today + self.ahead,
        }

    async def _offered_last(self, dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        first = kept_day(dialog_manager, "first") or await self.today(dialog_manager)
        return {"shown": first, "earliest": first, "latest": first + self.longest}

    async def _take_first(
        self, _event: ChatEvent, _widget: Any, manager: DialogManager, first: date
    ) -> None:
        self.check_first(first, await self.today(manager))
        manager.dialog_data["first"] = first.isoformat()
        await manager.switch_to(self.last)

    async def take_last(
        self, _event: ChatEvent, _widget: Any, manager: DialogManager, last: date
    ) -> None:
        """Keep the last day and go on; raises NotFound before a first one is kept."""
        first = kept_day(manager, "first")
        if first is None:
            raise NotFound
        self.check_last(first, last, await self.today(manager))
        manager.dialog_data["last"] = last.isoformat()
        await manager.switch_to(self.after)

    async def _first_typed(
        self,
        message: Message,
        _input: ManagedTextInput[str],
        manager: DialogManager,
        _words: str,
    ) -> None:
        today = await self.today(manager)
        await day_typed(message, manager, self._take_first, today, earliest=today - self.back)

    async def _last_typed(
        self,
        message: Message,
        _input: ManagedTextInput[str],
        manager: DialogManager,
        _words: str,
    ) -> None:
        today = await self.today(manager)
        earliest = kept_day(manager, "first") or today
        await day_typed(message, manager, self.take_last, today, earliest=earliest)


_PREVIEW = example(lambda _say, _programme: dict.fromkeys(("shown", "earliest", "latest"), TODAY))
