"""A process that decides on many candidates, one after another, as a commission's phones would.

    python -m tests.award.certificates.deciding DATABASE_URL ID…

Prints a line for each, when it is committed.
"""

import asyncio
import sys

from award.certificates.issuing import issue
from award.errors import Refusal
from award.programme import load
from bot.settings import SHIPPED_PROGRAMME
from storage.database import Database
from storage.faults import is_passing
from storage.locking import locked_one
from storage.tables import Enrolment
from tests.award.certificates.holders import NOW

PROGRAMME = load(SHIPPED_PROGRAMME)


async def decide(url: str, candidates: list[int]) -> None:
    database = Database(url)
    for each in candidates:
        while True:
            try:
                await _decide(database, each)
                break
            except Refusal:
                break  # the other process was first
            except Exception as error:
                if not is_passing(error):
                    raise
        print(each, flush=True)
    await database.close()


async def _decide(database: Database, candidate: int) -> None:
    async with database.transaction() as session:
        enrolment = await locked_one(session, Enrolment, candidate)
        await issue(session, PROGRAMME, enrolment, NOW.year, None, NOW)


if __name__ == "__main__":
    asyncio.run(decide(sys.argv[1], [int(each) for each in sys.argv[2:]]))
