"""The shipped programme says what it must; a broken file is told where."""

import hashlib
import shutil
from itertools import product
from pathlib import Path

import pytest

from award.programme import LOCALES, Measure, Programme, ProgrammeError, Sex
from award.programme.loading import load
from bot.settings import SHIPPED_PROGRAMME
from tests.award.conftest import TINY

REGIONS = {10, 11, 15, 19, 23, 27, 31, 33, 35, 39, 43, 47, 55, 59, 61, 62, 63, 71, 75, 79}


# What each version of the shipped agreement says, for whoever signed it. None is ever reworded: a
# new wording takes a new version, and more lines here.
AGREEMENTS = {
    "2026-02": {
        "kk": "343fe1129d18b6b7cb9fd7f91489d955c6fb30f275d23c7bac6e2923fc332019",
        "ru": "a23319295be98b3d016060a5ff43286e1cc1fd5678181407ecc692e4eb456817",
        "en": "d2092ed5b156f2478d5d3f2366d23b3776d4691c9c3fbca1546630fe7387e78b",
    },
    "2026-01": {
        "kk": "b27690f1dca530dfb532a33a88ffa7da452dfd8b6c8f2a81cdd8d9602d144a8e",
        "ru": "6fe2862a7e38efec346ea35c4cf051f440eb5bf07ba05613c2843a8e02b333d8",
        "en": "f1739fb68b74cee7b89e2e32d0f024a504bf7365977aa78d017c63411a08846e",
    },
}


def test_the_agreement_is_not_reworded_under_its_version(tosbelgi: Programme) -> None:
    agreement = tosbelgi.agreement
    hashes = {locale: agreement.text_hash(locale) for locale in LOCALES}
    assert hashes == AGREEMENTS[agreement.version]


def test_the_shipped_programme_has_its_official_parts(tosbelgi: Programme) -> None:
    assert {r.code for r in tosbelgi.regions} == {f"KZ-{number}" for number in REGIONS}
    assert {tosbelgi.zone_of(r.code) for r in tosbelgi.regions} == {"Asia/Almaty"}
    names = {d.code: d.name.kk for d in tosbelgi.directions}
    assert names == {
        "sport": "Спорт және дене шынықтыру",
        "talent": "Дарын мен дағды",
        "reading": "Кітап оқу",
        "heritage": "Ұлттық мұра",
        "volunteering": "Еріктілік",
        "trips": "Туристік сапарлар",
        "work": "Еңбек тәжірибесі",
    }
    assert tosbelgi.direction("reading").motto["kk"] == "Кітапты оқы да, зейінге тоқы!"
    assert [(x.code, x.min_age, x.max_age, x.months) for x in tosbelgi.levels] == [
        ("bronze", 14, 29, 6),
        ("silver", 15, 29, 12),
        ("gold", 16, 29, 18),
    ]
    assert len(tosbelgi.books) >= 45
    assert all(len(tosbelgi.books_of(section)) >= 15 for section in (1, 2, 3))
    assert len(tosbelgi.welcome) == 5


def test_what_an_entry_needs_in_each_direction(tosbelgi: Programme) -> None:
    needs = {
        name: {d.code for d in tosbelgi.directions if getattr(d, f"needs_{name}")}
        for name in ("partner", "norm", "final_video", "evidence", "employer")
    }
    assert needs == {
        "partner": {"volunteering", "trips"},
        "norm": {"sport"},
        "final_video": {"sport", "talent", "heritage"},
        "evidence": {"volunteering", "trips"},
        "employer": {"work"},
    }


def test_every_level_has_a_sport_norm_for_all_its_ages(tosbelgi: Programme) -> None:
    for level in tosbelgi.levels:
        norm = tosbelgi.norm("sport", level.code)
        assert norm
        for exercise in norm.exercises:
            for sex, age in product(Sex, range(level.min_age, level.max_age + 1)):
                of = [v for v in exercise.values if v.sex is sex and v.min_age <= age <= v.max_age]
                assert len(of) == 1
    assert tosbelgi.norm("reading", "bronze") is None


def test_the_agreement_is_kept_by_version_language_and_wording(tosbelgi: Programme) -> None:
    agreement = tosbelgi.agreement
    assert len({agreement.text_hash(locale) for locale in LOCALES}) == 3
    shown = f"{agreement.version}\nkk\n{agreement.text('kk')}"
    assert agreement.text_hash("kk") == hashlib.sha256(shown.encode()).hexdigest()
    # Room is left for what the chat adds above the text: a message holds 4,096 characters.
    assert all(len(agreement.text(locale)) <= 4096 for locale in LOCALES)


def test_no_kazakh_text_is_left_in_another_language(tosbelgi: Programme) -> None:
    for book in tosbelgi.books:
        assert not set("әіңғүұқөһ") & set(f"{book.author.ru}{book.title.ru}".lower()), book.code
        assert book.author.en.isascii() or book.author.en.encode("latin-1", "strict")
    for direction in tosbelgi.directions:
        assert not set("ыэъё") & set(direction.about.en)


def test_unknown_codes_and_languages_are_key_errors(tosbelgi: Programme) -> None:
    with pytest.raises(KeyError):
        tosbelgi.direction("golf")
    with pytest.raises(KeyError):
        tosbelgi.book("none")
    with pytest.raises(KeyError):
        tosbelgi.name["de"]


def test_mandatory_directions_follow_the_last_list(tosbelgi: Programme) -> None:
    assert "work" in tosbelgi.mandatory_in(2025)
    assert tosbelgi.mandatory_in(2031) == tosbelgi.mandatory_in(2026)
    assert tosbelgi.mandatory_in(2019) == tosbelgi.mandatory_in(2025)


def test_another_programme_is_only_another_file(tiny: Programme) -> None:
    assert [d.measure for d in tiny.directions] == [Measure.weeks, Measure.days]
    assert tiny.zone_of("NZ-CIT") == "Pacific/Chatham"
    assert tiny.zone_of("NZ-AUK") == tiny.zone_of(None) == "Pacific/Auckland"
    assert tiny.books == ()


@pytest.mark.parametrize(
    ("written", "instead", "at", "says"),
    [
        ("{kk: Ескек, ru: Гребля, en: Rowing}", "{kk: Ескек, en: Rowing}", "Ескек", "Russian"),
        ("en: Camp}", "en: ''}", "kk: Лагерь", "camp.name.en: the text is empty"),
        ("{direction: camp, days: 2}", "{direction: camps, days: 2}", "camps", "no direction"),
        ("  2020: [rowing, camp]", "  2020: [rowing, kamp]", "kamp", "no direction `kamp`"),
        ("code: camp\n", "code: rowing\n", "code: rowing\n    name: {kk: Л", "there already"),
        ("min_age: 10", "min_age: 13", "max_age: 12", "from 13 to 12"),
        ("max_age: 12", "max_age: twelve", "twelve", "integer"),
        ("measure: days", "measure: miles", "miles", "`miles` is none of"),
        ("weeks: 6", "weeks: 60", "60", "60 weeks do not fit in 2 months"),
        ("weeks: 6", "books: 6", "books: 6", "not measured in books"),
        ("weeks: 6", "weeks: 6, days: 2", "weeks: 6", "exactly one"),
        ("quick_minutes: [10, 30]", "quick_minutes: []", "quick", "the list is empty"),
        ("emoji: ⛺", "emogi: ⛺", "emogi", "not known here"),
        ("zone: Pacific/Chatham", "zone: Pacific/Chat", "Pacific/Chat", "no time zone"),
        ("country: NZ", "country: QQ", "country", "holidays of `QQ`"),
        ('version: "1"', 'version: "1"\n  version: "2"', '"2"', "here twice"),
        ("months: 2", "months: [2", "requires:", "not YAML"),
        ("code: eight", "code: Eight Oars", "Eight", "code"),
        ("en: [row]", "en: [Row]", "[Row]", "pattern"),
    ],
)
def test_a_mistake_is_named_with_its_line(
    tmp_path: Path, written: str, instead: str, at: str, says: str
) -> None:
    text = TINY.read_text(encoding="utf-8")
    assert written in text
    broken = text.replace(written, instead, 1)
    file = tmp_path / "broken.yaml"
    file.write_text(broken, encoding="utf-8")
    line = broken[: broken.index(at)].count("\n") + 1

    with pytest.raises(ProgrammeError) as error:
        load(file)

    (told,) = [p for p in error.value.problems if says in p][:1]
    assert told.startswith(f"broken.yaml:{line}: ")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "broken.yaml"
    text = TINY.read_text(encoding="utf-8").replace("country: NZ", "country: QQ")
    file.write_text(text.replace("direction: camp,", "direction: kamp,"), encoding="utf-8")
    with pytest.raises(ProgrammeError) as error:
        load(file)
    assert len(error.value.problems) == 2


def test_books_asked_must_be_on_the_list(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        TINY.read_text(encoding="utf-8")
        .replace("measure: days", "measure: books")
        .replace(
            "{direction: camp, days: 2}", "{direction: camp, books: 2, sections: {1: 1, 2: 1}}"
        ),
        encoding="utf-8",
    )
    (tmp_path / "b.yaml").write_text(
        "sections: [{number: 1, name: {kk: Бір, ru: Один, en: One}}]\n"
        "books:\n"
        "  - {code: one, section: 1, author: {kk: А, ru: А, en: A}, title: {kk: А, ru: А, en: A}}\n"
        "  - {code: two, section: 3, author: {kk: А, ru: А, en: A}, "
        "title: {kk: А, ru: А, en: A}}\n",
        encoding="utf-8",
    )
    with pytest.raises(ProgrammeError) as error:
        load(tmp_path)
    told = "\n".join(error.value.problems)
    assert "not 1 books of section 2" in told
    assert "b.yaml:4: books.two.section: there is no section 3" in told


def test_no_file_at_all(tmp_path: Path) -> None:
    with pytest.raises(ProgrammeError, match=r"no \.yaml file"):
        load(tmp_path)
    with pytest.raises(ProgrammeError, match=r"none\.yaml:1: cannot be read"):
        load(tmp_path / "none.yaml")


def test_it_is_read_again_when_a_file_has_changed(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED_PROGRAMME, tmp_path / "own")
    first = load(tmp_path / "own")
    assert load(tmp_path / "own") is first
    file = tmp_path / "own" / "programme.yaml"
    file.write_text(file.read_text("utf-8").replace("zone: Asia/Almaty ", "zone: Asia/Aqtau "))
    assert load(tmp_path / "own").zone == "Asia/Aqtau"
