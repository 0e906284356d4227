"""What an operator of an installation does by hand: migrate, invite the first operator."""

import sys

from award.access.invitations import make_link
from bot.assemble import make_bot, open_database
from bot.clock import Clock
from bot.settings import Settings
from storage.migrate import current, downgrade, upgrade
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
        async with database.transaction() as session:
            payload = await make_link(
                session, InvitationKind.STAFF, None, Clock().now(), role=RoleKind.OPERATOR
            )
        print(f"https://t.me/{name}?start={payload}\nGood for one use within seven days.")
    finally:
        await bot.session.close()
        await database.close()
    return 0
