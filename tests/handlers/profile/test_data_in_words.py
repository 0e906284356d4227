"""The copy of a person's data for reading: names, never codes."""

from typing import Any

import pytest

from award.programme import load
from bot.settings import SHIPPED_PROGRAMME
from handlers.profile.data_in_words import in_words
from locales import texts

PROGRAMME = load(SHIPPED_PROGRAMME)
DAY = "2026-03-05"
NOTHING: dict[str, list[Any]] = {
    key: []
    for key in (
        *("roles", "signatures", "links", "messages", "log", "public_names", "household"),
        *("staff_card", "staff_documents"),
    )
}
PERSON = dict.fromkeys(
    ("full_name", "birth_date", "region", "place", "study", "phone", "about", "hobbies")
) | {"joined_at": DAY}


def _entry(direction: str, action: str) -> dict[str, Any]:
    made = {"happened_on": DAY, "direction": direction, "minutes": 40, "media": [], "review": None}
    return made | {"action": action, "result": None, "note": "ой"}


BEFORE = {
    "interviews": [{"starts_at": DAY}],
    "decisions": [{"outcome": "declined", "ended_at": DAY, "reason": None, "words": "Уақыт керек"}],
    "appeals": [{"words": "Бәрін өзім істедім"}],
    "ceremonies": [{"ceremony": {"starts_at": DAY, "place": "Сарай", "address": "Абай 1"}}],
}
ENROLMENT = {
    "level": "bronze",
    "begun_at": DAY,
    "mentor": "Марат",
    "characterisation": None,
    "dossiers": [{"note": {"parts": [{"words": "Табанды"}, {"words": None}]}} | BEFORE, {}],
    "disputes": [{"words": "Сурет өзімдікі"}],
    "agreements": [],
    "plans": [
        {
            "version": 1,
            "made_at": DAY,
            "directions": [
                {"direction": "sport", "activity": "running"},
                {"direction": "talent", "activity": "Оригами"},
                {"direction": "trips", "activity": ""},
            ],
        }
    ],
    "tasks": [{"direction": "talent", "due": DAY, "words": "Күй тартыңыз"}],
    "excuses": [{"first_day": DAY, "note": None}],
    "transfers": [],
    "documents": [],
    "marks": [{"direction": "sport", "at": DAY, "note": None}],
    "certificates": [{"number": "ET-2026-B-000013", "issued_at": DAY}],
    "olzha": [{"points": 10}, {"points": 20}],
    "entries": [_entry("sport", "running"), _entry("volunteering", "Сенбілік")],
}


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "kk",
            (
                "  • Спорт және дене шынықтыру: Жүгіру",
                "  • Дарын мен дағды: Оригами",
                "  • Туристік сапарлар: еркін таңдау",
                "Қосымша тапсырма: Дарын мен дағды, 2026 ж. 5 наурыз, Күй тартыңыз",
                "Себепті мерзімнің басы: 2026 ж. 5 наурыз",
                "Тәлімгердің белгісі: Спорт және дене шынықтыру, 2026 ж. 5 наурыз",
                "Олжа: 30 ұпай",
                "Сұқбат: 2026 ж. 5 наурыз",
                "Комиссия шешімі: марапаттамау, 2026 ж. 5 наурыз, Уақыт керек",
                "Шағым: Бәрін өзім істедім",
                "Дау: Сурет өзімдікі",
                "Салтанатты рәсім: 2026 ж. 5 наурыз, Сарай, Абай 1",
                "Тәлімгердің сараптамалық жазбасы: Табанды",
                "    Жүгіру",
                "    Сенбілік",
            ),
        ),
        ("ru", ("  • Спорт и физическое развитие: Бег", "    Бег")),
        ("en", ("  • Sport and fitness: Running", "    Running")),
    ],
)
def test_names_are_written_not_codes(language: str, lines: tuple[str, ...]) -> None:
    held = {**NOTHING, "person": PERSON, "enrolments": [ENROLMENT]}
    words = in_words(held, PROGRAMME, texts(language)).split("\n")
    assert set(lines) <= set(words)
    assert "running" not in "\n".join(words)
