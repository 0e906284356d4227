"""Every button that a person can come to is tapped, and every window is written to."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from aiogram.types import Message, Update

from handlers.ui.forms import MOST_OPEN
from locales import texts
from tests.bench.null_telegram import numbered
from tests.bench.null_telegram import text as written
from tests.largest.measured import Measured, Taken, times_slower

_DEPTH = 12
_LONG = "ә" * 4096
_TOO_MANY_OPEN = texts("kk").plain("refused-forms-open", most=MOST_OPEN)
# Where one word does more than any other.
_ANSWERS = {"Card:erase_word": [texts("kk").plain("erase-word")]}
AT_ONCE = 0.1  # seconds of computing between two awaits, on a machine of usual speed
_TIMES = 3  # more that what takes longer is handled: the first one compiles, others are busy


@dataclass
class Crawl:
    """Taps whatever one person finds below some commands, each kind of button once.

    Each tap is made as things were when its screen came: what others do is undone. `known`: windows
    that anybody may have open, of which others tapped the buttons before.
    """

    at: Measured
    person: int
    known: set[str] = field(default_factory=set)
    took: dict[str, Taken] = field(default_factory=dict)

    async def all(self, *commands: str) -> dict[str, Taken]:
        """What each update took, by what it was."""
        for command in commands:
            await self._do(command, written(self.at.service.bot, self.person, command), 0)
        self.known |= {n for n in self.took if n.startswith(_ANYBODYS) or n.endswith("«…»")}
        return self.took

    async def send(self, words: str) -> Taken:
        """Write something, which stays done."""
        return await self.at.handle(written(self.at.service.bot, self.person, words))

    async def tap(self, screen: Message, data: str) -> Taken:
        """Tap a button, which stays done."""
        return await self.at.handle(self._tap(screen, data))

    async def _do(self, name: str, update: Update, depth: int) -> None:
        async with self.at.undone() as undo:
            taken = await self.at.handle(update)
            for _ in range(_TIMES):
                if taken.longest <= AT_ONCE:
                    break
                await undo()
                taken = await self.at.handle(update)
                taken.longest /= times_slower()
            if _TOO_MANY_OPEN in taken.alerts:
                return  # on this way; from a screen that is nearer it opens
            self.took[name] = taken
            if depth < _DEPTH:
                await self._go_on(taken, depth + 1)

    async def _go_on(self, taken: Taken, depth: int) -> None:
        state = await self._state()
        if state is not None and self._is_new(words := f"{state} «…»"):
            await self._do(words, written(self.at.service.bot, self.person, _LONG), _DEPTH)
            for answer in _ANSWERS.get(state, ()):
                update = written(self.at.service.bot, self.person, answer)
                await self._do(f"{state} «word»", update, _DEPTH)
        if depth == _DEPTH:
            return  # what is left is come to from a screen that is nearer
        for screen in taken.screens:
            for button in _buttons(screen):
                if self._is_new(kind := _kind(button, state)):
                    await self._do(kind, self._tap(screen, button), depth)

    def _is_new(self, kind: str) -> bool:
        return kind not in self.took and kind not in self.known

    def _tap(self, screen: Message, data: str) -> Update:
        number = next(numbered)
        tap = {
            "id": str(number),
            "from": {"id": self.person, "is_bot": False, "first_name": "Aru"},
            "chat_instance": "1",
            "data": data,
            "message": screen.model_dump(mode="json", by_alias=True, exclude_none=True),
        }
        return Update.model_validate(
            {"update_id": number, "callback_query": tap}, context={"bot": self.at.service.bot}
        )

    async def _state(self) -> str | None:
        """The window that is open for the person; None for none that asks for words."""
        mine = f"key LIKE '%:{self.person}:{self.person}:%'"
        rows = await self.at.marks.run(f"SELECT key, data FROM conversation WHERE {mine}")
        return _open({key: json.loads(data) for key, data in rows})


def _buttons(screen: Message) -> Iterator[str]:
    if screen.reply_markup is not None:
        for row in screen.reply_markup.inline_keyboard:
            for button in row:
                if button.callback_data is not None:
                    yield button.callback_data


# Windows of an application, whoever applies.
_ANYBODYS = ("Registration:", "CentreForm:")
_DIALOG = "\x1d"  # aiogram-dialog: between the id of the open window and the button's own


def _kind(data: str, state: str | None) -> str:
    """What kind of button it is: without ids, numbers, and which of several it chooses."""
    if _DIALOG in data:
        widget = data.split(_DIALOG, 1)[1]
        return f"{state} [{widget.split(':')[0]}]"
    return f"[{re.sub(r'[0-9]+', '0', ':'.join(data.split(':')[:2]))}]"


def _open(rows: dict[str, Any]) -> str | None:
    """The state on top of the stack of windows, of a conversation's data by their keys."""
    intents = [each for key, data in rows.items() if "stack" in key for each in data["intents"]]
    top = [data["state"] for key, data in rows.items() if intents and key.endswith(intents[-1])]
    return next((str(state) for state in top if state != "Menu:home"), None)
