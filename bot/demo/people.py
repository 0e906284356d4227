"""Who is in the demo: staff, families, and how far each participant has come."""

from dataclasses import dataclass, field
from enum import IntEnum

from bot.demo import essays, notes
from bot.demo.essays import Essay
from bot.demo.notes import Theme
from storage.tables import RoleKind

ALMATY, AQMOLA = "KZ-75", "KZ-11"
_FIRST_ID = 700_000_001


class Way(IntEnum):
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
        return _FIRST_ID + self.number


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
    `waits` newest entries are not reviewed, of those before them `returns` and `rejects` newest
    are returned and rejected.
    """

    face: str = "girl"
    age: int = 16
    study: str = ""
    about: str = ""
    hobbies: str = ""
    level: str = "bronze"
    answers: dict[str, str] = field(default_factory=dict)
    mentor: Staff | None = None
    parent: Someone | None = None
    way: Way = Way.ACTIVE
    weeks: int = 0
    skips: int = 5
    first: int = 0
    weekly: dict[str, Theme] = field(default_factory=dict)
    books: dict[str, tuple[Essay, ...]] = field(default_factory=dict)
    trips: tuple[Theme, ...] = ()
    work: Theme | None = None
    waits: int = 2
    returns: int = 0
    rejects: int = 0
    task: tuple[str, str] | None = None

    @property
    def keeps_every_week(self) -> bool:
        return self.skips == 0


SCHOOL = Place("№ 12 мектеп-лицей жанындағы орталық", ALMATY, "Алматы")
RESOURCE = Place("Көкшетау жастар ресурстық орталығы", AQMOLA, "Көкшетау")
PARTNERS = (
    Place("«Жасыл қала» қозғалысы", ALMATY, directions=("volunteering",)),
    Place("«Мейірім» жануарлар баспанасы", ALMATY, directions=("volunteering",)),
    Place("«Алатау соқпағы» туристік клубы", ALMATY, directions=("trips",)),
    Place("«Көкше жастары» еріктілер штабы", AQMOLA, directions=("volunteering",)),
    Place("«Бурабай» туристік клубы", AQMOLA, directions=("trips",)),
    Place("Қызыл Жарты Ай қоғамы", "", directions=("volunteering", "trips")),
)

# The newcomer's story is played with these three; two of them have never opened the bot.
AISHA = Someone(0, "Айша", "(16)", "Айша Бекқызы Нұрланова")
AISHAS_MOTHER = Someone(1, "Сәуле", "(Айшаның анасы)", "Сәуле Тұрарқызы Нұрланова")
OPERATOR = Staff(3, "Оператор", "", "Жанар Маратқызы Төлегенова", role=RoleKind.OPERATOR)

COORDINATOR = Staff(
    4,
    "Серік Ахметов",
    "(үйлестіруші)",
    "Серік Мұратұлы Ахметов",
    role=RoleKind.COORDINATOR,
    region=ALMATY,
)
HEAD = Staff(
    5,
    "Дина Әбенова",
    "(орталық басшысы)",
    "Дина Қайратқызы Әбенова",
    role=RoleKind.CENTRE_HEAD,
    centre=SCHOOL,
)
BOLAT = Staff(
    6,
    "Болат Жұмабаев",
    "(сарапшы)",
    "Болат Әділұлы Жұмабаев",
    role=RoleKind.EXPERT,
    centre=SCHOOL,
)
IRINA = Staff(
    7,
    "Ирина Петренко",
    "(эксперт)",
    "Ирина Владимировна Петренко",
    "ru",
    role=RoleKind.EXPERT,
    centre=RESOURCE,
)
GULNARA = Staff(
    2,
    "Гүлнара Оспанова",
    "(тәлімгер)",
    "Гүлнара Сейітқызы Оспанова",
    centre=SCHOOL,
    expert=BOLAT,
)
ERMEK = Staff(
    8, "Ермек Сапаров", "(тәлімгер)", "Ермек Талғатұлы Сапаров", centre=SCHOOL, expert=BOLAT
)
NATALIA = Staff(
    9, "Наталья Ким", "(наставник)", "Наталья Сергеевна Ким", "ru", centre=SCHOOL, expert=BOLAT
)
MURAT = Staff(
    10, "Мұрат Қасымов", "(тәлімгер)", "Мұрат Ерланұлы Қасымов", centre=RESOURCE, expert=IRINA
)
STAFF = (OPERATOR, COORDINATOR, HEAD, BOLAT, IRINA, GULNARA, ERMEK, NATALIA, MURAT)

MONTHS = {"heritage": "months_3"}
BOOK = {"heritage": "book"}

YOUTH = (
    Youth(
        11,
        "Мадина",
        "(15)",
        "Мадина Нұрланқызы Қалиева",
        age=15,
        study="№ 12 мектеп-лицей, 9 «А»",
        about="Домбыра үйірмесіне барамын, үлкен сахнада ойнауды армандаймын.",
        hobbies="домбыра, жүгіру, кітап",
        answers=BOOK,
        mentor=ERMEK,
        parent=Someone(12, "Айгүл", "(Мадинаның анасы)", "Айгүл Болатқызы Қалиева"),
        weeks=13,
        skips=0,
        weekly={
            "sport": notes.RUNNING_KK,
            "talent": notes.DOMBRA_KK,
            "volunteering": notes.TREES_KK,
        },
        books={
            "reading": (essays.QOZHA_KK, essays.PRINCE_KK, essays.HABITS_KK),
            "heritage": (essays.ZHIBEK_KK,),
        },
        trips=(notes.HIKE_KK, notes.CAMP_KK),
        waits=1,
    ),
    Youth(
        13,
        "Аружан",
        "(16)",
        "Аружан Серікқызы Сейтова",
        age=16,
        study="№ 12 мектеп-лицей, 10 «Б»",
        about="Сурет саламын, иттерді жақсы көремін. Болашақта мал дәрігері болғым келеді.",
        hobbies="сурет салу, жүгіру, иттерге көмек",
        answers=MONTHS,
        mentor=ERMEK,
        parent=Someone(14, "Серік", "(Аружанның әкесі)", "Серік Қанатұлы Сейтов"),
        weeks=6,
        first=3,
        weekly={
            "sport": notes.RUNNING_KK,
            "talent": notes.DRAWING_KK,
            "heritage": notes.TOGYZ_KK,
            "volunteering": notes.ANIMALS_KK,
        },
        books={"reading": (essays.NEST_KK,)},
        waits=3,
        returns=1,
        task=("talent", "Жақсы шыққан екі суретіңізді таңдап, неге ұнайтынын жазыңыз."),
    ),
    Youth(
        15,
        "Тимур",
        "(17)",
        "Тимур Рустамович Ахметов",
        "ru",
        face="boy",
        age=17,
        study="Школа-лицей № 12, 11 «В»",
        about="Играю в футбол с шести лет, учусь играть на гитаре.",
        hobbies="футбол, гитара, походы",
        answers=MONTHS,
        mentor=ERMEK,
        parent=Someone(16, "Рустам", "(отец Тимура)", "Рустам Ильдарович Ахметов", "ru"),
        weeks=4,
        weekly={
            "sport": notes.FOOTBALL_RU,
            "talent": notes.GUITAR_RU,
            "heritage": notes.ASYQ_RU,
            "volunteering": notes.ANIMALS_RU,
        },
        trips=(notes.HIKE_RU,),
        waits=2,
        rejects=1,
    ),
    Youth(
        17,
        "Данияр",
        "(19)",
        "Данияр Асқарович Омаров",
        "ru",
        face="boy",
        age=19,
        study="Политехнический университет, 2 курс",
        about="Учусь на программиста, бегаю, хочу пробежать полумарафон.",
        hobbies="программирование, бег, книги",
        level="silver",
        answers={"longer": "sport", **BOOK},
        mentor=NATALIA,
        weeks=5,
        weekly={
            "sport": notes.RUNNING_RU,
            "talent": notes.CODE_RU,
            "volunteering": notes.TREES_RU,
        },
        books={"reading": (essays.OLD_MAN_RU, essays.MARTIN_RU)},
        waits=2,
    ),
    Youth(
        18,
        "Алина",
        "(14)",
        "Алина Маратовна Юсупова",
        "ru",
        age=14,
        study="Школа-лицей № 12, 8 «А»",
        about="Рисую, собираю узоры нашей бабушки.",
        hobbies="рисование, войлок, гимнастика",
        answers=MONTHS,
        mentor=NATALIA,
        parent=Someone(19, "Лейла", "(мама Алины)", "Лейла Тимуровна Юсупова", "ru"),
        way=Way.PAUSED,
        weeks=4,
        weekly={
            "talent": notes.DRAWING_RU,
            "heritage": notes.CRAFTS_RU,
            "volunteering": notes.ANIMALS_RU,
        },
        books={"reading": (essays.TEEN_RU,)},
        first=1,
        waits=0,
    ),
    Youth(
        20,
        "Ернар",
        "(18)",
        "Ернар Бауыржанұлы Төлеуов",
        face="boy",
        age=18,
        study="Алматы политехникалық колледжі",
        about="Колледжде оқимын, күреске қатысамын, жаңа достар тапқым келеді.",
        hobbies="күрес, шахмат",
        answers=MONTHS,
        mentor=NATALIA,
        way=Way.SUBMITTED,
    ),
    Youth(
        21,
        "Әсел",
        "(16)",
        "Әсел Бекқызы Жандосова",
        age=16,
        study="№ 12 мектеп-лицей, 10 «А»",
        about="Ағылшын тілін үйреніп жүрмін, дебат клубына барамын.",
        hobbies="ағылшын, дебат, велосипед",
        answers=BOOK,
        mentor=ERMEK,
        parent=Someone(22, "Гүлмира", "(Әселдің анасы)", "Гүлмира Сапарқызы Жандосова"),
        way=Way.AWAITING,
    ),
    Youth(
        23,
        "Руслан",
        "(20)",
        "Руслан Олегович Белов",
        "ru",
        face="boy",
        age=20,
        study="Университет энергетики, 3 курс",
        way=Way.DRAFT,
    ),
    Youth(
        24,
        "Нұрай",
        "(17)",
        "Нұрай Ерболқызы Жақсылық",
        age=17,
        study="Көкшетау қаласы, № 5 гимназия",
        about="Би билеймін, ата-әжелерге көмектескенді жақсы көремін.",
        hobbies="би, волейбол",
        answers=MONTHS,
        mentor=MURAT,
        parent=Someone(25, "Ербол", "(Нұрайдың әкесі)", "Ербол Сәкенұлы Жақсылық"),
        way=Way.PROPOSED,
    ),
    Youth(
        26,
        "Ильяс",
        "(22)",
        "Ильяс Қайратұлы Сәрсенбаев",
        face="boy",
        age=22,
        study="«Көкше агро» ЖШС",
        about="Жылыжайда жұмыс істеймін, кешке бағдарламалау үйренемін.",
        hobbies="бағдарламалау, жүгіру",
        level="gold",
        answers={"longer": "talent", **BOOK},
        mentor=MURAT,
        weeks=4,
        first=6,
        weekly={
            "sport": notes.RUNNING_KK,
            "talent": notes.CODE_KK,
            "volunteering": notes.TREES_KK,
        },
        trips=(notes.LAKE_KK,),
        work=notes.GREENHOUSE_KK,
        waits=2,
    ),
    Youth(
        27,
        "Виктория",
        "(16)",
        "Виктория Андреевна Ли",
        "ru",
        age=16,
        study="Гимназия № 5, Кокшетау",
        about="Пою и играю на гитаре, люблю собак.",
        hobbies="гитара, бег, собаки",
        answers=MONTHS,
        mentor=MURAT,
        parent=Someone(28, "Ольга", "(мама Виктории)", "Ольга Викторовна Ли", "ru"),
        weeks=3,
        first=3,
        weekly={
            "sport": notes.RUNNING_RU,
            "talent": notes.GUITAR_RU,
            "heritage": notes.CRAFTS_RU,
            "volunteering": notes.ANIMALS_RU,
        },
        waits=1,
        returns=1,
    ),
    Youth(
        29,
        "Бауыржан",
        "(15)",
        "Бауыржан Дәулетұлы Есімов",
        face="boy",
        age=15,
        study="Зеренді ауылы орта мектебі, 9-сынып",
        about="Ауылда тұрамын, футбол ойнаймын, домбыра тартамын.",
        hobbies="футбол, домбыра",
        answers=MONTHS,
        mentor=MURAT,
        parent=Someone(30, "Дәулет", "(Бауыржанның әкесі)", "Дәулет Әлиұлы Есімов"),
        weeks=2,
        skips=3,
        weekly={
            "sport": notes.FOOTBALL_KK,
            "talent": notes.DOMBRA_KK,
            "heritage": notes.TOGYZ_KK,
        },
        waits=3,
    ),
)
