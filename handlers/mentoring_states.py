"""Where a mentor may be: the list of participants, and the plan that is being made."""

from aiogram.fsm.state import State, StatesGroup


class Mentoring(StatesGroup):
    """The mentor's participants."""

    participants = State()
    decline = State()


class PlanMaking(StatesGroup):
    """The plan of one participant; started with {"enrolment": id}."""

    whole = State()
    direction = State()
    activity = State()
    start = State()
    partner = State()
