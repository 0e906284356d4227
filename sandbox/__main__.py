"""`python -m sandbox`: the sandbox alone, for any bot."""

import argparse
import asyncio
import contextlib
import signal
from pathlib import Path

from sandbox.server import Sandbox


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m sandbox", description="A Telegram on localhost"
    )
    parser.add_argument(
        "--port", type=int, default=8081, help="port on 127.0.0.1 (0: any free one)"
    )
    parser.add_argument("--token", required=True, help="the token the bot uses, such as 42:TEST")
    parser.add_argument("--data", type=Path, help="folder in which everything survives a restart")
    parser.add_argument("--no-flood-limits", action="store_true", help="never answer 429")
    return parser.parse_args()


async def _serve(arguments: argparse.Namespace) -> None:
    sandbox = Sandbox(arguments.token, arguments.data, flood_limits=not arguments.no_flood_limits)
    await sandbox.start(arguments.port)
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    print(f"Sandbox ready: {sandbox.url}", flush=True)
    await stopped.wait()
    await sandbox.stop()


if __name__ == "__main__":
    asyncio.run(_serve(_arguments()))
