"""Run every measure and print it; journal texts on one core."""

# ruff: noqa: I001 - the libraries first, as the bot has them
import tests.libraries  # noqa: F401

import asyncio
import os
import tempfile
from pathlib import Path

from tests.bench import (
    certificates,
    delivery,
    digests,
    entries,
    essays,
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


def main() -> None:
    cores = os.sched_getaffinity(0)
    with tempfile.TemporaryDirectory() as folder:
        os.sched_setaffinity(0, {min(cores)})
        asyncio.run(entries.measure(Path(folder)))
        os.sched_setaffinity(0, cores)
        picture.measure()
        asyncio.run(certificates.measure(Path(folder)))
        asyncio.run(digests.measure(Path(folder)))
        asyncio.run(ratings.measure(Path(folder)))
        asyncio.run(olzha.measure(Path(folder)))
        photos.measure()
        asyncio.run(restart.measure(Path(folder)))
        essays.measure()
        asyncio.run(short.measure(Path(folder)))
        asyncio.run(service.measure(Path(folder)))
        asyncio.run(plain.measure(Path(folder)))
        asyncio.run(portfolio.measure(Path(folder)))
        asyncio.run(waiting.measure(Path(folder)))
        asyncio.run(delivery.measure(Path(folder) / "delivery"))


if __name__ == "__main__":
    main()
