"""The pinned dependencies: what running needs is exactly what is tested, and names no address."""

import re
from pathlib import Path

import pytest

PINS = Path(__file__).parents[1] / "requirements"


def _pins(file: str) -> dict[str, str]:
    """Each pinned package and its block, hashes included."""
    blocks = re.split(r"^(?=\S)", (PINS / file).read_text("utf-8"), flags=re.MULTILINE)
    return {block.partition("==")[0]: block for block in blocks if block}


def test_running_needs_a_part_of_what_testing_needs_in_the_same_versions() -> None:
    runs, tests = _pins("run.txt"), _pins("test.txt")
    assert {name for name in runs if runs[name] != tests.get(name)} == set()
    assert "aiogram" in runs
    assert "pytest" in tests.keys() - runs.keys()


@pytest.mark.parametrize("file", ["run.txt", "test.txt", "bench.txt", "audit.txt"])
def test_every_pin_is_a_name_a_version_and_hashes(file: str) -> None:
    for block in _pins(file).values():
        first, *hashes = (line.removesuffix("\\").strip() for line in block.splitlines())
        assert re.fullmatch(r"[a-z0-9.\[\]-]+==[^\s/]+( ; [\w\s.'\"=<>!()]+)?", first)
        assert hashes
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line) for line in hashes)
