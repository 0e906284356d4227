"""The Docker image: nothing that runs is left out of it."""

import tomllib
from pathlib import Path

HOUSE = Path(__file__).parents[1]


def test_all_packages_go_into_the_image() -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))
    packages = project["tool"]["setuptools"]["packages"]["find"]["include"]
    rules = (HOUSE / ".dockerignore").read_text("utf-8").splitlines()
    let_in = {rule.removeprefix("!") for rule in rules if rule.startswith("!")}
    assert "*" in rules
    assert {name.removesuffix("*") for name in packages} | {"requirements/run.txt"} <= let_in
