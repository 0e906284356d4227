"""PLAIN_LIBRARIES leaves aiogram's models and SQLite's driver as they come."""

import os
import subprocess
import sys
from pathlib import Path
from threading import get_ident
from typing import Any

import pytest

from bot.assemble import open_database
from bot.settings import Settings

START = """
import sys
from bot.__main__ import main

sys.argv[1:] = ["check"]
main()
from aiogram.types import PassportFile
print(PassportFile.__pydantic_complete__)
"""


@pytest.mark.parametrize("plain", [False, True])
def test_the_bot_starts_with_models_built_when_used_or_all_at_once(
    tmp_path: Path, plain: bool
) -> None:
    settings = {"DATA_DIR": str(tmp_path), "PLAIN_LIBRARIES": str(plain)}
    run = subprocess.run(
        [sys.executable, "-c", START],
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.endswith(f"{plain}\n")


@pytest.mark.parametrize("plain", [False, True])
async def test_sqlite_runs_statements_in_the_loop_or_in_its_own_thread(
    tmp_path: Path, plain: bool
) -> None:
    database = open_database(Settings(data_dir=tmp_path, plain_libraries=plain, _env_file=None))
    try:
        async with database.engine.connect() as connection:
            driver: Any = (await connection.get_raw_connection()).driver_connection
            await driver.create_function("ran_in", 0, get_ident)
            found = (await connection.exec_driver_sql("SELECT ran_in()")).scalar_one()
    finally:
        await database.close()
    assert (found == get_ident()) is not plain
