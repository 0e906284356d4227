"""REQUIRE_ALL=1 is a promise: nothing may be skipped unseen. And long ones begin first."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
OPTIONS = (
    *("-c", str(HOUSE / "pyproject.toml")),
    *("-p", "tests.conftest"),
    *("-p", "no:cacheprovider"),
    *("-rsfE", "--continue-on-collection-errors"),
)
SKIPPING = {
    "call": "import pytest\ndef test_it(): pytest.skip('no chromium')",
    "mark": "import pytest\n@pytest.mark.skip('no chromium')\ndef test_it(): pass",
    "fixture": (
        "import pytest\n@pytest.fixture\ndef it(): pytest.skip('no chromium')\n"
        "def test_it(it): pass"
    ),
    "module": "import pytest\npytest.skip('no chromium', allow_module_level=True)",
}
EXPECTED_FAILURE = "import pytest\n@pytest.mark.xfail\ndef test_it(): assert False"
ON_BOTH = "async def test_it(database): pass"
LONG = "import pytest\n@pytest.mark.long({})\ndef test_it(): pass"
SHORT = "import pytest\n@pytest.mark.parametrize('number', range(30))\ndef test_it(number): pass"


def run(folder: Path, sources: dict[str, str], *options: str, **environment: str) -> str:
    """What pytest prints about tests of these sources, with its exit code in front."""
    for name, source in sources.items():
        (folder / f"test_{name}.py").write_text(source)
    outcome = subprocess.run(
        [sys.executable, "-m", "pytest", *OPTIONS, *options, str(folder)],
        env={**os.environ, **environment},
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    return f"{outcome.returncode}: {outcome.stdout}"


def test_a_skip_fails_where_everything_is_required(tmp_path: Path) -> None:
    shown = run(tmp_path, SKIPPING | {"expected": EXPECTED_FAILURE}, REQUIRE_ALL="1")
    assert shown.startswith("1:")
    assert "skipped," not in shown
    assert " 1 xfailed" in shown, "an expected failure is no skip"
    assert shown.count("REQUIRE_ALL=1 lets nothing be skipped") >= len(SKIPPING)


@pytest.fixture(scope="module", name="elsewhere")
def run_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is printed where there is no PostgreSQL, and nobody requires everything."""
    nowhere = "postgresql://postgres@127.0.0.1:1/postgres"
    sources = {"a": SHORT, "b": LONG.format(1), "c": LONG.format(2), "d": SHORT}
    sources |= SKIPPING | {"both": ON_BOTH}
    folder = tmp_path_factory.mktemp("elsewhere")
    return run(folder, sources, "-v", REQUIRE_ALL="", TEST_POSTGRES_URL=nowhere)


def test_elsewhere_a_skip_is_a_skip_that_says_how_to_mend_it(elsewhere: str) -> None:
    assert elsewhere.startswith("0:")
    assert "63 passed, 5 skipped" in elsewhere
    assert "docker run" in elsewhere


def test_the_longest_begin_first_and_the_rest_in_any_order(elsewhere: str) -> None:
    longest, long, *rest = re.findall(r"test_[abcd]\.py::\S+", elsewhere)
    assert (longest, long) == ("test_c.py::test_it", "test_b.py::test_it")
    assert len(rest) == 60
    assert rest != [f"test_{name}.py::test_it[{n}]" for name in "ad" for n in range(30)]
