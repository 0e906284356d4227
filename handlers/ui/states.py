"""States that several journeys open, apart from the windows that stand in them."""

from aiogram.fsm.state import State, StatesGroup


class Start(StatesGroup):
    """The first minute; `offer` is started with {"payload": of the link}."""

    language = State()
    cards = State()
    staff = State()
    offer = State()


class Menu(StatesGroup):
    home = State()


class Registration(StatesGroup):
    """One question, one screen; the dialog opens at the first question without an answer."""

    full_name = State()
    birth_date = State()
    region = State()
    place = State()
    study = State()
    photo = State()
    about = State()
    hobbies = State()
    phone = State()
    level = State()
    level_card = State()
    directions = State()
    choice = State()
    partner = State()
    centre = State()
    centre_card = State()
    mentor = State()
    mentor_card = State()
    summary = State()
    change = State()
    agreement = State()
    sent = State()
    closed = State()


class Mentoring(StatesGroup):
    """The mentor's participants."""

    participants = State()
    decline = State()


class Directory(StatesGroup):
    """Everybody within the reader's scope; open `lists` above the menu, or `words` above a list."""

    lists = State()
    words = State()


class Representation(StatesGroup):
    """The operator finds a participant; open `find` above the menu or the staff's desk."""

    find = State()
    found = State()
    one = State()
    reason = State()
    sure = State()


class OwnRepresentatives(StatesGroup):
    """Who represents the participant; open `all` above the menu or the own card."""

    all = State()
    one = State()
    ending = State()


class PlanMaking(StatesGroup):
    """The plan of one participant; started with {"enrolment": id}."""

    whole = State()
    direction = State()
    activity = State()
    start = State()
    partner = State()


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


class Amendments(StatesGroup):
    """The programme's data: a piece is chosen, set, looked at, and put into force."""

    home = State()
    years = State()
    year = State()
    norms = State()
    norm = State()
    norm_text = State()
    number = State()
    books = State()
    book = State()
    section = State()
    author = State()
    title = State()
    look = State()
    versions = State()
    version = State()
    questions = State()
    question = State()


class StaffCardForm(StatesGroup):
    """What one of the staff tells of themself; open `home` above the menu."""

    home = State()
    part = State()
    photo = State()


class CentreCardForm(StatesGroup):
    """A centre's card; `one` is started with {"centre": id} where there is no other."""

    all = State()
    one = State()
    part = State()


class Documents(StatesGroup):
    """Copies of papers; started with {"enrolment": id}, {"person": id}, or for the own as staff."""

    all = State()
    one = State()
    kind = State()
    day = State()
    file = State()


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
    links = State()
    link = State()
