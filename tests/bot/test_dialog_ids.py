"""Windows of dialogs are told apart, however fast they are opened."""

from aiogram.fsm.state import State
from aiogram_dialog.api.entities import Stack

from bot.dialog_ids import give_windows_own_ids

AT_ONCE = 80


def test_windows_opened_within_a_second_have_ids_of_their_own() -> None:
    """An upgrade of aiogram-dialog that asks for ids in another way is seen here."""
    give_windows_own_ids()
    stack = Stack()
    opened = {stack.push(State("asked"), None).id for _ in range(AT_ONCE)}
    assert len(opened) == AT_ONCE
    assert all(len(own) <= 6 for own in opened)
