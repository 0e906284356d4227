"""What certificates there are, and those of a level and year as one file, to be printed."""

import sys
from collections.abc import Sequence
from pathlib import Path

from award.certificates.stacks import Stack, count_unmade, papers_after, stacks
from award.programme import load
from bot.assemble import open_database
from bot.bar import Bar
from bot.settings import Settings
from scheduler.certificates.joining import Joined
from storage.database import Database
from storage.migrate import upgrade

AT_ONCE = 100  # certificates read in one transaction


async def certificates(
    settings: Settings, year: int | None, level: str | None, into: Path | None
) -> int:
    """Count them; with `into`, put the kept bytes of those of a year and level into one PDF."""
    programme = load(settings.programme)
    if level is not None and programme.find_level(level) is None:
        codes = ", ".join(each.code for each in programme.levels)
        print(f"There is no level {level}: {codes}", file=sys.stderr)
        return 2
    database = open_database(settings)
    try:
        await upgrade(database)
        async with database.transaction() as session:
            waiting, found = await count_unmade(session), await stacks(session)
        chosen = [
            each for each in found if year in (None, each.year) and level in (None, each.level)
        ]
        for stack in chosen:
            print(f"{stack.year} {stack.level}: {stack.count}")
        print(f"To be printed yet: {waiting}", flush=True)
        if into is not None:
            await join(database, chosen, into)
    finally:
        await database.close()
    return 0


async def join(database: Database, chosen: Sequence[Stack], into: Path) -> None:
    """All papers of these stacks in one file, with a bar."""
    bar = Bar(sum(each.count for each in chosen))
    with Joined(into) as joined:
        for stack in chosen:
            serial = 0
            while True:
                async with database.transaction() as session:
                    some = await papers_after(session, stack, serial, AT_ONCE)
                if not some:
                    break
                for serial, pdf in some:  # noqa: B007 - the last is where to go on
                    joined.add(pdf)
                bar.add(len(some))
    bar.end(f"{into}: {joined.pages} pages")
