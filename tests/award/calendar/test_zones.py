"""Time zones: those that are pinned, whatever the host has."""

import os
import shutil
import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path

# Almaty was six hours ahead until March 2024, and is five since.
SHOW = """
import award.calendar
from datetime import UTC, datetime
from zoneinfo import ZoneInfo
print(datetime(2026, 2, 3, tzinfo=UTC).astimezone(ZoneInfo("Asia/Almaty")).utcoffset())
"""


def test_old_time_zones_of_the_host_move_no_day(tmp_path: Path) -> None:
    (tmp_path / "Asia").mkdir()
    with as_file(files("tzdata.zoneinfo.Etc") / "GMT-6") as six_hours_ahead:
        shutil.copy(six_hours_ahead, tmp_path / "Asia" / "Almaty")
    run = subprocess.run(
        [sys.executable, "-c", SHOW],
        env=os.environ | {"PYTHONTZPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == "5:00:00"
