"""The windows of those who keep staff, centres and partner organisations in order."""

from aiogram.fsm.state import State, StatesGroup


class Staff(StatesGroup):
    """Open `home` or `applications` above the menu (handlers.home.open_above_menu)."""

    home = State()
    applications = State()
    role = State()
    region = State()
    centre = State()
    expert = State()
    people = State()
    person = State()
    ending = State()
    successor = State()
    centres = State()
    centre_name = State()
    centre_region = State()
    centre_place = State()
    partners = State()
    partner_name = State()
    partner_region = State()
    partner_directions = State()
    days_off = State()
    day_off_new = State()
    day_off = State()
