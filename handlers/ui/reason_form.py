"""The part of a form that asks for a reason: a usual one by a tap, or own words."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Column, Select
from aiogram_dialog.widgets.text import Format

from award.errors import NotFound, Refusal
from handlers.ui.context import RequestContext
from handlers.ui.navigation import asked, back_to
from handlers.ui.widgets import mistaken
from locales import Texts

OTHER = "other"  # the reason of own words


@dataclass(frozen=True)
class ReasonAsked:
    """Asks for `reason`, one of `codes`; own words are kept as `note`, with the reason `OTHER`.

    `before` and `after` are the windows around this one. `fit(words)` raises a Refusal for words
    that cannot be. `instead`: they stand instead of a usual reason, which takes their place; else
    they go with it.
    """

    before: State
    state: State
    after: State
    codes: Collection[str]
    name: Callable[[str, Texts], str]
    fit: Callable[[str | None], str | None]
    instead: bool = False

    def window(self, ask: str) -> Window:
        return Window(
            asked(ask),
            Column(
                Select(Format("{item[1]}"), "why", lambda i: i[0], "items", on_click=self._chosen)
            ),
            MessageInput(self._typed, content_types=ContentType.TEXT),
            back_to(self.before),
            state=self.state,
            getter=self._offered,
            preview_data=self._offered,
        )

    def note(self, manager: DialogManager, words: str | None) -> bool:
        """Keep words, if there are any; tells where they cannot be."""
        try:
            kept = self.fit(words)
        except Refusal as refusal:
            mistaken(manager, refusal)
            return False
        if kept is not None:
            manager.dialog_data["note"] = kept
        return True

    async def _offered(self, at: RequestContext, **_: Any) -> dict[str, Any]:
        return {"items": [(code, self.name(code, at.say)) for code in self.codes]}

    async def _chosen(
        self, _tap: CallbackQuery, _select: Any, manager: DialogManager, code: str
    ) -> None:
        if code not in self.codes:
            raise NotFound
        manager.dialog_data["reason"] = code
        if self.instead:
            manager.dialog_data.pop("note", None)
        await manager.switch_to(self.after)

    async def _typed(self, message: Message, _input: MessageInput, manager: DialogManager) -> None:
        if self.note(manager, message.text):
            manager.dialog_data["reason"] = OTHER
            await manager.switch_to(self.after)
