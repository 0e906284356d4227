"""What is shipped to run the service with."""

import shutil
import subprocess
from pathlib import Path

import pytest

UNIT = Path(__file__).parent.parent / "deploy" / "award-bot.service"
MOST_EXPOSED = 20  # of 100, as `systemd-analyze security` counts


def test_the_unit_leaves_little_open() -> None:
    """https://www.freedesktop.org/software/systemd/man/latest/systemd-analyze.html"""
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not there: apt-get install systemd")
    ask = [
        "systemd-analyze",
        "security",
        "--offline=true",
        f"--threshold={MOST_EXPOSED}",
        str(UNIT),
    ]
    told = subprocess.run(ask, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
