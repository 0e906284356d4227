"""The menu's state, apart from its window: every journey opens it, and it opens every journey."""

from aiogram.fsm.state import State, StatesGroup


class Menu(StatesGroup):
    home = State()
