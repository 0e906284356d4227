"""Who can be in the demo, and its staff, places and newcomers."""

from dataclasses import dataclass, field
from enum import IntEnum

from demo.essays import Essay
from demo.notes import Theme
from storage.tables import RoleKind

ALMATY, AQMOLA = "KZ-75", "KZ-11"
FIRST_ID = 700_000_001


class Reached(IntEnum):
    """How far a participant has come."""

    DRAFT = 0
    AWAITING = 1
    SUBMITTED = 2
    PROPOSED = 3
    ACTIVE = 4
    PAUSED = 5


@dataclass(frozen=True, eq=False)
class Someone:
    """A Telegram user; `number` makes the id, `name` is the full one that the bot knows."""

    number: int
    first_name: str
    last_name: str
    name: str
    language: str = "kk"

    @property
    def telegram_id(self) -> int:
        return FIRST_ID + self.number


@dataclass(frozen=True)
class Place:
    """A programme centre or a partner organisation (of these `directions`)."""

    name: str
    region: str
    place: str = ""
    directions: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Staff(Someone):
    """`expert`: to whom a mentor reports."""

    role: RoleKind = RoleKind.MENTOR
    centre: Place | None = None
    region: str | None = None
    expert: Someone | None = None


@dataclass(frozen=True, eq=False)
class Youth(Someone):
    """A participant, with the answers of the application and what the journal holds.

    `weeks` since activation; `skips` one week in so many, 0 none; `first`: from which note on;
    `waits` newest entries are not reviewed, the `returns` before them were returned; `cheats`: one
    entry was rejected for a photo that was sent before.
    """

    face: str = "girl"
    age: int = 16
    study: str = ""
    about: str = ""
    hobbies: str = ""
    level: str = "bronze"
    answers: dict[str, str] = field(default_factory=dict)
    mentor: Staff | None = None
    partner: Place | None = None
    parent: Someone | None = None
    reached: Reached = Reached.ACTIVE
    weeks: int = 0
    skips: int = 4
    first: int = 0
    weekly: dict[str, Theme] = field(default_factory=dict)
    books: dict[str, tuple[Essay, ...]] = field(default_factory=dict)
    trips: tuple[Theme, ...] = ()
    work: Theme | None = None
    waits: int = 2
    returns: int = 0
    cheats: bool = False
    task: tuple[str, str] | None = None

    @property
    def keeps_every_week(self) -> bool:
        return self.skips == 0


SCHOOL = Place("№ 12 мектеп-лицей жанындағы орталық", ALMATY, "Алматы")
RESOURCE = Place("Көкшетау жастар ресурстық орталығы", AQMOLA, "Көкшетау")
GREEN_CITY = Place("«Жасыл қала» қозғалысы", ALMATY, directions=("volunteering",))
SHELTER = Place("«Мейірім» жануарлар баспанасы", ALMATY, directions=("volunteering",))
PARTNERS = (
    GREEN_CITY,
    SHELTER,
    Place("«Алатау соқпағы» туристік клубы", ALMATY, directions=("trips",)),
    Place("«Көкше жастары» еріктілер штабы", AQMOLA, directions=("volunteering",)),
    Place("«Бурабай» туристік клубы", AQMOLA, directions=("trips",)),
    Place("Қызыл Жарты Ай қоғамы", "", directions=("volunteering", "trips")),
)

# The newcomer's story is played with these three; two of them have never opened the bot.
AISHA = Someone(0, "Айша", "Нұрланова (16)", "Айша Бекқызы Нұрланова")
AISHAS_MOTHER = Someone(1, "Сәуле", "Нұрланова (Айшаның анасы)", "Сәуле Тұрарқызы Нұрланова")
OPERATOR = Staff(3, "Оператор", "", "Жанар Маратқызы Төлегенова", role=RoleKind.OPERATOR)

COORDINATOR = Staff(
    4,
    "Серік",
    "Байжанов (үйлестіруші)",
    "Серік Мұратұлы Байжанов",
    role=RoleKind.COORDINATOR,
    region=ALMATY,
)
HEAD = Staff(
    5,
    "Дина",
    "Әбенова (орталық басшысы)",
    "Дина Қайратқызы Әбенова",
    role=RoleKind.CENTRE_HEAD,
    centre=SCHOOL,
)
BOLAT = Staff(
    6,
    "Болат",
    "Жұмабаев (сарапшы)",
    "Болат Әділұлы Жұмабаев",
    role=RoleKind.EXPERT,
    centre=SCHOOL,
)
IRINA = Staff(
    7,
    "Ирина",
    "Петренко (эксперт)",
    "Ирина Владимировна Петренко",
    "ru",
    role=RoleKind.EXPERT,
    centre=RESOURCE,
)
GULNARA = Staff(
    2,
    "Гүлнара",
    "Оспанова (тәлімгер)",
    "Гүлнара Сейітқызы Оспанова",
    centre=SCHOOL,
    expert=BOLAT,
)
ERMEK = Staff(
    8, "Ермек", "Сапаров (тәлімгер)", "Ермек Талғатұлы Сапаров", centre=SCHOOL, expert=BOLAT
)
NATALIA = Staff(
    9, "Наталья", "Ким (наставник)", "Наталья Сергеевна Ким", "ru", centre=SCHOOL, expert=BOLAT
)
MURAT = Staff(
    10, "Мұрат", "Қасымов (тәлімгер)", "Мұрат Ерланұлы Қасымов", centre=RESOURCE, expert=IRINA
)
# Mentor of those who are on the way to the badge, and of nobody who keeps a journal now.
MAIRA = Staff(
    41, "Майра", "Тілеуова (тәлімгер)", "Майра Сәкенқызы Тілеуова", centre=SCHOOL, expert=BOLAT
)
STAFF = (OPERATOR, COORDINATOR, HEAD, BOLAT, IRINA, GULNARA, ERMEK, NATALIA, MURAT, MAIRA)
