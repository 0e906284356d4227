"""The command line: `python -m bot run | sandbox | migrate | check | invite | links | …`.

Without a command it runs the bot where there is a BOT_TOKEN, else the sandbox. Every process that
the bot starts beside itself imports this file too, so it imports nothing large.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings import Settings


def main() -> int:
    arguments = _parser().parse_args()
    from pydantic import ValidationError

    from bot.settings import Settings

    try:
        settings = Settings()
    except ValidationError as error:
        for problem in error.errors(include_input=False, include_url=False):
            name = "_".join(str(part) for part in problem["loc"]).upper()
            print(f"{name}: {problem['msg']}", file=sys.stderr)
        return 2
    if not settings.plain_libraries:
        from bot.lazy_aiogram import import_aiogram

        import_aiogram()  # before anything else does
    with contextlib.suppress(KeyboardInterrupt):
        return asyncio.run(_command(arguments, settings))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="A Telegram bot that carries a youth award programme."
    )
    parser.set_defaults(port=8081, data=Path("data/sandbox"), seed="demo")
    commands = parser.add_subparsers(dest="command", metavar="command")
    commands.add_parser("run", help="run the bot with BOT_TOKEN, by long polling or a webhook")
    sandbox = commands.add_parser(
        "sandbox", help="run the bot on a Telegram of its own on this machine; needs no token"
    )
    sandbox.add_argument("--port", type=int, help="of the page (8081)", default=argparse.SUPPRESS)
    sandbox.add_argument(
        "--data", type=Path, help="folder to keep it in", default=argparse.SUPPRESS
    )
    sandbox.add_argument(
        "--seed",
        choices=("demo", "empty"),
        default=argparse.SUPPRESS,
        help="a small living programme, or only its operator; used when the folder is new",
    )
    migrate = commands.add_parser("migrate", help="bring the database to this version's tables")
    migrate.add_argument("revision", nargs="?", default="head", help="another revision (head)")
    migrate.add_argument("--down", action="store_true", help="go back to the revision")
    commands.add_parser("check", help="name everything that is wrong here, and the mend")
    commands.add_parser("invite", help="make an operator's one-time link")
    links = commands.add_parser("links", help="list the links of staff that stand open")
    links.add_argument("--revoke", type=int, metavar="ID", help="let one of them lapse")
    commands.add_parser("jobs", help="list what the clock does: next times, the last runs")
    again = commands.add_parser(
        "fingerprint", help="count the files that wait since an upgrade to be fingerprinted again"
    )
    again.add_argument(
        "--all",
        action="store_true",
        help="fingerprint them all; can be stopped, and goes on from there the next time",
    )
    points = commands.add_parser("olzha", help="count the ledgers of points, and those that wait")
    points.add_argument(
        "--recount",
        action="store_true",
        help="count them all anew, as after a change of olzha.yaml; the bot may run meanwhile",
    )
    printed = commands.add_parser(
        "certificates", help="count the certificates, and join them into one file to be printed"
    )
    printed.add_argument("--year", type=int, help="of this year alone")
    printed.add_argument("--level", help="of this level alone, by its code")
    printed.add_argument("--join", type=Path, metavar="FILE", help="write them all into this PDF")
    preview = commands.add_parser(
        "preview", help="write an HTML page with every window in three languages"
    )
    preview.add_argument("--to", type=Path, default=Path("preview/index.html"))
    return parser


async def _command(arguments: argparse.Namespace, settings: Settings) -> int:
    """Run one command; each is imported only when asked for, so that starting is fast."""
    from bot.logs import set_up_logs

    set_up_logs(settings)
    match arguments.command or ("run" if settings.bot_token else "sandbox"):
        case "run":
            from bot.run import run

            return await run(settings)
        case "sandbox":
            from bot.sandbox import run_sandbox

            return await run_sandbox(settings, arguments.port, arguments.data, arguments.seed)
        case "migrate":
            from bot.maintenance import migrate

            return await migrate(settings, arguments.revision, down=arguments.down)
        case "check":
            from bot.check import check

            return await check(settings)
        case "invite":
            from bot.maintenance import invite

            return await invite(settings)
        case "links":
            from bot.maintenance import links

            return await links(settings, arguments.revoke)
        case "jobs":
            from bot.jobs import jobs

            return await jobs(settings)
        case command:
            return await _long_work(command, arguments, settings)


async def _long_work(command: str, arguments: argparse.Namespace, settings: Settings) -> int:
    """What takes its time at the command line, each with how far it is."""
    match command:
        case "fingerprint":
            from bot.fingerprint import fingerprint

            return await fingerprint(settings, everything=arguments.all)
        case "certificates":
            from bot.certificates import certificates

            return await certificates(settings, arguments.year, arguments.level, arguments.join)
        case "olzha":
            from bot.olzha import olzha

            return await olzha(settings, everybody=arguments.recount)
        case _:
            from bot.preview import preview

            return await preview(arguments.to)


if __name__ == "__main__":
    # Starting makes what stays: looking for garbage in it is a fifth of the time. On again when
    # the loops run (run_until_stopped).
    gc.disable()
    os.umask(0o077)  # what is kept is personal: for this account's eyes only
    sys.exit(main())
