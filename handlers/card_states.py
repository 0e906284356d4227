"""The windows of a person's own card."""

from aiogram.fsm.state import State, StatesGroup


class Card(StatesGroup):
    """Open `own` or `data` above the menu (handlers.home.open_above_menu)."""

    own = State()
    fields = State()
    answer = State()
    phone = State()
    photo = State()
    region = State()
    way = State()
    pause = State()
    pause_words = State()
    withdraw = State()
    withdrawn = State()
    data = State()
    erase = State()
    erase_word = State()
