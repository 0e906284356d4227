import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from award.programme import Programme
from award.programme.eligibility import (
    AgeCheck,
    age_on,
    birthday,
    eligibility,
    is_minor,
    open_levels,
)

D = dt.date
births = st.dates(D(1980, 1, 1), D(2020, 12, 31))


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (D(2010, 5, 17), D(2024, 5, 16), 13),
        (D(2010, 5, 17), D(2024, 5, 17), 14),
        (D(2010, 5, 17), D(2025, 5, 16), 14),
        (D(2008, 2, 29), D(2022, 2, 28), 13),
        (D(2008, 2, 29), D(2022, 3, 1), 14),
        (D(2008, 2, 29), D(2024, 2, 28), 15),
        (D(2008, 2, 29), D(2024, 2, 29), 16),
        (D(2010, 12, 31), D(2011, 1, 1), 0),
        (D(2010, 5, 17), D(2010, 5, 16), -1),
    ],
)
def test_age_on_a_day(birth: D, day: D, age: int) -> None:
    assert age_on(birth, day) == age


@given(births, st.integers(0, 60))
def test_a_birthday_is_the_first_day_of_an_age(birth: D, years: int) -> None:
    day = birthday(birth, years)
    assert age_on(birth, day) == years
    assert age_on(birth, day - dt.timedelta(days=1)) == years - 1


@pytest.mark.parametrize(
    ("age", "levels"),
    [
        (13, []),
        (14, ["bronze"]),
        (15, ["bronze", "silver"]),
        (16, ["bronze", "silver", "gold"]),
        (29, ["bronze", "silver", "gold"]),
        (30, []),
    ],
)
def test_levels_open_at_an_age(tosbelgi: Programme, age: int, levels: list[str]) -> None:
    found = open_levels(tosbelgi, D(2000, 6, 1), D(2000 + age, 6, 1))
    assert [level.code for level in found] == levels


def test_the_last_day_of_the_last_age_is_still_open(tosbelgi: Programme) -> None:
    assert open_levels(tosbelgi, D(1996, 2, 29), D(2026, 2, 28))
    assert not open_levels(tosbelgi, D(1996, 2, 29), D(2026, 3, 1))


def test_one_too_young_is_told_when_to_come_back(tosbelgi: Programme) -> None:
    found = eligibility(tosbelgi, D(2012, 2, 29), D(2025, 9, 1))
    assert found.by_age is AgeCheck.too_young
    assert found.too_young
    assert found.opens == D(2026, 3, 1)
    assert found.age == 13


def test_one_too_old_has_no_day_to_come_back(tosbelgi: Programme) -> None:
    found = eligibility(tosbelgi, D(1990, 1, 1), D(2025, 9, 1))
    assert found.too_old
    assert found.opens is None


def test_a_level_is_awarded_once(tosbelgi: Programme) -> None:
    found = eligibility(tosbelgi, D(2010, 1, 1), D(2025, 9, 1), frozenset({"bronze"}))
    assert [level.code for level in found.levels] == ["silver"]
    assert found.by_age is AgeCheck.open
    assert found.opens == D(2026, 1, 1)


def test_a_minor_until_the_eighteenth_birthday() -> None:
    assert is_minor(D(2008, 3, 5), D(2026, 3, 4))
    assert not is_minor(D(2008, 3, 5), D(2026, 3, 5))


def test_another_programme_has_its_own_ages(tiny: Programme) -> None:
    assert eligibility(tiny, D(2012, 1, 1), D(2025, 1, 1)).too_old
    assert open_levels(tiny, D(2014, 1, 1), D(2025, 1, 1))
