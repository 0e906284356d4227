"""Run every measure and print it, or those that are named; journal texts on one core.

python -m tests.bench [PART …]
"""

# ruff: noqa: I001 - the libraries first, as the bot has them
import tests.libraries  # noqa: F401

import asyncio
import inspect
import os
import sys
import tempfile
from collections.abc import Awaitable
from pathlib import Path
from types import ModuleType

from tests.bench import (
    certificates,
    delivery,
    digests,
    entries,
    essays,
    lists,
    olzha,
    photos,
    picture,
    plain,
    portfolio,
    ratings,
    restart,
    service,
    short,
    waiting,
)


PARTS: dict[str, ModuleType] = {
    part.__name__.rpartition(".")[2]: part
    for part in (
        entries,
        picture,
        certificates,
        digests,
        ratings,
        lists,
        olzha,
        photos,
        restart,
        essays,
        short,
        service,
        plain,
        portfolio,
        waiting,
        delivery,
    )
}


def main() -> None:
    cores = os.sched_getaffinity(0)
    for name in sys.argv[1:] or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            os.sched_setaffinity(0, {min(cores)} if name == "entries" else cores)
            measure = PARTS[name].measure
            measured = measure(Path(folder)) if inspect.signature(measure).parameters else measure()
            if inspect.isawaitable(measured):
                asyncio.run(_end(measured))


async def _end(measured: Awaitable[None]) -> None:
    await measured


if __name__ == "__main__":
    main()
