"""Run every measure on one core and print it."""

import asyncio
import os
import tempfile
from pathlib import Path

from tests.bench import entries, picture, service


def main() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(entries.measure(Path(folder)))
    picture.measure()
    service.measure()


if __name__ == "__main__":
    main()
