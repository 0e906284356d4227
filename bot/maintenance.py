"""What is done by hand on the server: migrate, invite an operator, look after open links."""

import sys

from award.access.invitations import make_link
from award.staff.links import Named, StaffLink, all_open, revoke_on_server
from bot.assemble import make_bot, open_database
from bot.clock import Clock
from bot.jobs import aligned
from bot.settings import Settings
from storage.migrate import current, downgrade, newest, upgrade
from storage.tables import InvitationKind, RoleKind


async def migrate(settings: Settings, revision: str, *, down: bool) -> int:
    """Bring the tables to a revision and say which it is."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = open_database(settings)
    try:
        await (downgrade if down else upgrade)(database, revision)
        print(f"The database is at {await current(database)}")
    finally:
        await database.close()
    return 0


async def invite(settings: Settings) -> int:
    """Print a one-time link that makes whoever opens it an operator."""
    if settings.bot_token is None:
        print("BOT_TOKEN is not set: the link needs the bot's name.", file=sys.stderr)
        return 2
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = open_database(settings)
    bot = make_bot(settings)
    try:
        await upgrade(database)
        name = (await bot.me()).username
        now = Clock().now()
        async with database.transaction() as session:
            others = len(await all_open(session, now))
            payload = await make_link(
                session, InvitationKind.STAFF, None, now, role=RoleKind.OPERATOR
            )
        print(f"https://t.me/{name}?start={payload}\nGood for one use within seven days.")
        if others:
            print(f"Links of staff that were open already: {others}. See: python -m bot links")
    finally:
        await bot.session.close()
        await database.close()
    return 0


async def links(settings: Settings, revoked: int | None, clock: Clock | None = None) -> int:
    """Print the links of staff that stand open, by ids alone; or revoke one. The exit code."""
    database = open_database(settings)
    try:
        if await current(database) != newest():
            print("The database is not up to date: python -m bot migrate")
            return 1
        now = (clock or Clock()).now()
        async with database.transaction() as session:
            if revoked is not None and not await revoke_on_server(session, revoked, now):
                print(f"No open link has the id {revoked}.", file=sys.stderr)
                return 1
            standing = await all_open(session, now)
        for line in aligned([HEAD, *(_line(link) for link in standing)]):
            print(line)
    finally:
        await database.close()
    return 0


HEAD = ("id", "role", "place", "made by", "taken by", "until")


def _line(link: StaffLink) -> tuple[str, ...]:
    """People by our ids: what is printed may be kept in a terminal's history."""
    return (
        str(link.id),
        link.role,
        link.centre or link.region or "everywhere",
        _person(link.made_by, "the server"),
        _person(link.taken_by, "nobody yet"),
        f"{link.until:%Y-%m-%d %H:%M} UTC",
    )


def _person(known: Named | None, otherwise: str) -> str:
    return f"person {known.id}" if known is not None else otherwise
