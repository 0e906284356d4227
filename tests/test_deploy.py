"""What is shipped to run the service with."""

import shutil
import subprocess
from pathlib import Path

import pytest

UNIT = Path(__file__).parent.parent / "deploy" / "award-bot.service"
MOST_EXPOSED = 20  # of 100, as `systemd-analyze security` counts


def test_the_unit_lets_processes_shut_themselves_in() -> None:
    """By evidence/wall.py; what comes last counts, and systemd's own sets differ by version."""
    lines = UNIT.read_text(encoding="utf-8").splitlines()
    filters = [line.partition("=")[2] for line in lines if line.startswith("SystemCallFilter=")]
    allowed = set(filters[-1].split())
    assert allowed == {"seccomp", "landlock_create_ruleset", "landlock_restrict_self"}
    assert "NoNewPrivileges=yes" in lines


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
