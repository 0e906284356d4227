"""The part of a form that asks one question a screen, and shows all answers at its end."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Button, Group, Row
from aiogram_dialog.widgets.text import Multi, Text

from handlers.ui.states import Menu
from handlers.ui.widgets import Label, Mistake, Say, menu

LONG_ANSWER = 300  # characters of an answer that the summary shows

Asked = TypeVar("Asked")


class Questions(ABC, Generic[Asked]):
    """The way through a form's questions; the form keeps each answer as it is given.

    `step` is the key of the words that say how far one is, `summary` the screen of all answers.
    """

    def __init__(self, step: str, summary: State) -> None:
        self.step = step
        self.summary = summary

    @abstractmethod
    async def every(self, manager: DialogManager) -> Sequence[Asked]:
        """The questions in their order."""

    @abstractmethod
    async def left(self, manager: DialogManager) -> Sequence[Asked]:
        """Those that are still to be answered."""

    @abstractmethod
    def screen(self, asked: Asked) -> State:
        """The screen of a question."""

    def is_asked(self, asked: Asked, manager: DialogManager) -> bool:
        """The screen at hand asks this question."""
        return self.screen(asked) == manager.current_context().state

    async def ask(self, manager: DialogManager, asked: Asked) -> None:
        """Show the screen of this question."""
        await manager.switch_to(self.screen(asked))

    async def ask_again(self, manager: DialogManager, asked: Asked) -> None:
        """The same for one to be changed: its answer, and the way back, lead to the summary."""
        manager.dialog_data["changing"] = True
        await self.ask(manager, asked)

    async def go_on(self, manager: DialogManager) -> None:
        """To the first question without an answer, or to the summary."""
        left = await self.left(manager)
        if left:
            await self.ask(manager, left[0])
        else:
            await self._to_summary(manager)

    async def _to_summary(self, manager: DialogManager) -> None:
        manager.dialog_data.pop("changing", None)
        await manager.switch_to(self.summary)

    def words(self, key: str, *more: Text) -> Multi:
        """Of a question's screen: how far, what was mistaken, the question, the answer."""
        return Multi(
            Say(self.step),
            Mistake(),
            Say(key),
            *more,
            Say("answer-now", when="current"),
            sep="\n\n",
        )

    def foot(self) -> Group:
        """Below every question: let the answer stand, the question before, the menu."""
        return Group(
            Button(Label("button-keep-answer"), id="keep", on_click=self._keep, when="current"),
            self.back(),
        )

    def back(self) -> Row:
        """To the question before, to the menu."""
        previous = Button(Label("button-back"), id="previous", on_click=self._previous)
        return Row(previous, menu())

    async def _keep(self, _tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await self.go_on(manager)

    async def _previous(self, _tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        """To the question before this one; from the first one to the menu."""
        if manager.dialog_data.get("changing"):
            await self._to_summary(manager)
            return
        questions = await self.every(manager)
        asked = (number for number, each in enumerate(questions) if self.is_asked(each, manager))
        current = next(asked, len(questions))
        if current == 0:
            await manager.start(Menu.home, mode=StartMode.RESET_STACK)
        else:
            await self.ask(manager, questions[current - 1])


def shortened(answer: str) -> str:
    """An answer as the summary shows it."""
    return answer if len(answer) <= LONG_ANSWER else answer[: LONG_ANSWER - 1] + "…"
