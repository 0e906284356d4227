"""What is rewarded is data, and a mistake in it is named with its file and line."""

import re
from pathlib import Path

import pytest

from award.programme import Cause, Programme, ProgrammeError, load
from tests.award.conftest import TINY


def _parted() -> tuple[str, str]:
    """The tiny programme without its olzha, and that."""
    text = TINY.read_text("utf-8")
    found = re.search(r"^olzha:\n(?: .*\n)*", text, re.MULTILINE)
    assert found is not None
    return text.replace(found[0], ""), found[0]


def test_the_shipped_programme_rewards_all_that_it_must(tosbelgi: Programme) -> None:
    assert tosbelgi.olzha is not None
    rewards = tosbelgi.olzha.rewards
    assert {reward.cause for reward in rewards} == set(Cause)
    streaks = [reward.at for reward in rewards if reward.cause is Cause.streak]
    assert streaks == [4, 8, 13, 26, 39, 52]
    directions = {reward.of for reward in rewards if reward.cause is Cause.direction}
    assert directions == {direction.code for direction in tosbelgi.directions}
    levels = {reward.of for reward in rewards if reward.cause is Cause.level}
    assert levels == {level.code for level in tosbelgi.levels}


def test_another_programme_has_another_or_none(tiny: Programme, tmp_path: Path) -> None:
    assert tiny.olzha is not None
    assert [reward.code for reward in tiny.olzha.rewards] == ["rowed", "two_in_a_row"]
    assert str(tiny.olzha.outages[0]) == "2026-03-10"
    (tmp_path / "programme.yaml").write_text(_parted()[0], "utf-8")
    assert load(tmp_path).olzha is None


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("cause: hour", "cause: luck", "`luck` is none of"),
        ("of: rowing", "of: chess", "there is no direction `chess`"),
        ("cause: hour", "cause: book", "`rowing` is not measured in books"),
        ("cause: hour", "cause: level", "there is no level `rowing`"),
        ("      at: 2\n", "", "a streak needs `at`, its weeks"),
        ("      at: 2\n", "      at: 2\n      of: camp\n", "a streak is of all directions"),
        ("of: rowing", "at: 3\n      times: 2", "what is given `at` an amount is given once"),
        ("code: two_in_a_row", "code: rowed", "`rowed` is there already"),
        ("picture: cup", "picture: spoon", "`spoon` is none of"),
        ("points: 7", "points: 0", "greater than or equal to 1"),
        ("outages: [2026-03-10]", "outages: [yesterday]", "valid date"),
        ("ru: Две недели подряд, ", "", "no Russian text"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, old: str, new: str, problem: str) -> None:
    others, olzha = _parted()
    assert old in olzha
    (tmp_path / "programme.yaml").write_text(others, "utf-8")
    (tmp_path / "olzha.yaml").write_text(olzha.replace(old, new, 1), "utf-8")
    with pytest.raises(ProgrammeError) as wrong:
        load(tmp_path)
    (only,) = wrong.value.problems
    assert problem in only
    assert only.startswith("olzha.yaml:")
    assert 2 <= int(only.split(":")[1]) <= 18
