import pytest

from award.programme import Measure, Programme
from award.programme.requirements import (
    ChoiceError,
    Choices,
    Override,
    Requirement,
    choices_of,
    optional_directions,
    required_directions,
    requirements,
)

YEAR = 2026


def amounts(found: tuple[Requirement, ...]) -> dict[str, tuple[str, int]]:
    return {r.direction: (str(r.measure), r.amount) for r in found}


@pytest.mark.parametrize(
    ("level", "answers", "expected"),
    [
        (
            "bronze",
            {"heritage": "months_3"},
            {
                "sport": 13,
                "talent": 13,
                "reading": 3,
                "heritage": 13,
                "volunteering": 13,
                "trips": 2,
            },
        ),
        (
            "silver",
            {"heritage": "months_6", "longer": "sport"},
            {
                "sport": 26,
                "talent": 13,
                "reading": 6,
                "heritage": 26,
                "volunteering": 26,
                "trips": 3,
            },
        ),
        (
            "silver",
            {"heritage": "months_3", "longer": "talent"},
            {
                "sport": 13,
                "talent": 26,
                "reading": 6,
                "heritage": 13,
                "volunteering": 26,
                "trips": 3,
            },
        ),
        (
            "gold",
            {"heritage": "months_9", "longer": "talent"},
            {
                "sport": 26,
                "talent": 39,
                "reading": 9,
                "heritage": 39,
                "volunteering": 52,
                "trips": 3,
                "work": 5,
            },
        ),
    ],
)
def test_what_a_level_asks(
    tosbelgi: Programme, level: str, answers: dict[str, str], expected: dict[str, int]
) -> None:
    found = requirements(tosbelgi, tosbelgi.level(level), Choices(answers), year=YEAR)
    assert {r.direction: r.amount for r in found} == expected
    assert all(r.minutes_per_week == 60 for r in found if r.measure is Measure.weeks)
    assert [r.direction for r in found] == [
        d.code for d in tosbelgi.directions if d.code in expected
    ]


def test_heritage_as_a_book_is_one_more_of_section_one(tosbelgi: Programme) -> None:
    level = tosbelgi.level("bronze")
    found = requirements(tosbelgi, level, Choices({"heritage": "book"}), year=YEAR)
    (heritage,) = [r for r in found if r.direction == "heritage"]
    assert heritage == Requirement("heritage", Measure.books, 1, sections={1: 1})
    (reading,) = [r for r in found if r.direction == "reading"]
    assert reading.sections[1] == 1


def test_norm_and_video_are_asked_where_the_direction_says(tosbelgi: Programme) -> None:
    level = tosbelgi.level("bronze")
    found = requirements(tosbelgi, level, Choices({"heritage": "months_3"}), year=YEAR)
    assert {r.direction for r in found if r.norm} == {"sport"}
    assert {r.direction for r in found if r.final_video} == {"sport", "talent", "heritage"}


def test_the_questions_a_level_leaves_open(tosbelgi: Programme) -> None:
    def asked(level: str) -> dict[str, list[str]]:
        found = choices_of(tosbelgi, tosbelgi.level(level), YEAR)
        return {choice.code: [option.code for option in choice.one_of] for choice in found}

    assert asked("bronze") == {"heritage": ["months_3", "book"]}
    assert asked("silver") == {
        "longer": ["sport", "talent"],
        "heritage": ["months_3", "months_6", "book"],
    }
    assert asked("gold")["heritage"] == ["months_6", "months_9", "book"]


@pytest.mark.parametrize(
    ("choices", "code"),
    [
        (Choices({}), "heritage"),
        (Choices({"heritage": "months_9"}), "heritage"),
        (Choices({"heritage": "book"}, extra=frozenset({"golf"})), "golf"),
    ],
)
def test_an_open_or_unknown_choice_is_refused(
    tosbelgi: Programme, choices: Choices, code: str
) -> None:
    with pytest.raises(ChoiceError) as error:
        requirements(tosbelgi, tosbelgi.level("bronze"), choices, year=YEAR)
    assert error.value.code == code


def test_an_optional_direction_is_asked_when_added(tosbelgi: Programme) -> None:
    level = tosbelgi.level("bronze")
    assert optional_directions(tosbelgi, level, YEAR) == ("work",)
    assert "work" not in required_directions(tosbelgi, level, YEAR)
    added = Choices({"heritage": "book"}, extra=frozenset({"work"}))
    assert amounts(requirements(tosbelgi, level, added, year=YEAR))["work"] == ("days", 5)


def test_a_direction_not_mandatory_this_year_is_optional(tosbelgi: Programme) -> None:
    from dataclasses import replace

    programme = replace(tosbelgi, mandatory={2026: ("sport", "reading"), 2027: ("heritage",)})
    level = programme.level("bronze")
    assert required_directions(programme, level, 2026) == ("sport", "reading")
    assert amounts(requirements(programme, level, Choices(), year=2026)).keys() == {
        "sport",
        "reading",
    }
    assert [c.code for c in choices_of(programme, level, 2027)] == ["heritage"]
    assert choices_of(programme, level, 2026) == ()
    assert choices_of(programme, level, 2026, frozenset({"heritage"}))


def test_other_requirements_for_one_person(tosbelgi: Programme) -> None:
    overrides = [
        Override("sport", "doctor's note", amount=8, minutes_per_week=30, norm=False),
        Override("trips", "moves in a wheelchair", amount=1),
    ]
    found = requirements(
        tosbelgi,
        tosbelgi.level("bronze"),
        Choices({"heritage": "book"}),
        year=YEAR,
        overrides=overrides,
    )
    by = {r.direction: r for r in found}
    sport = by["sport"]
    assert (sport.amount, sport.minutes_per_week, sport.norm) == (8, 30, False)
    assert sport.final_video
    assert sport.personal
    assert by["trips"].amount == 1
    assert not by["talent"].personal


def test_another_programme_asks_its_own(tiny: Programme) -> None:
    found = requirements(tiny, tiny.level("sailor"), Choices({"pace": "fast"}), year=2026)
    assert found == (
        Requirement("rowing", Measure.weeks, 3, minutes_per_week=30),
        Requirement("camp", Measure.days, 2),
    )
