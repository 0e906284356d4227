"""The process that bots are forked from: `python -m tests.journeys.forking`.

For each line that it reads, which holds settings, it runs a bot, says which process that is, and
how it ended. A bot's own worker processes import this file, so it imports nothing large.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from ctypes import CDLL

from bot.__main__ import main

_PR_SET_PDEATHSIG = 1


def serve(run: Callable[[], int] = main) -> None:
    """Fork a bot for each line that is read, which does this."""
    import aiogram  # noqa: F401 - with all its models built, which each bot would build for itself

    import tests.journeys.all_read  # noqa: F401

    _end_with_parent()
    for settings in sys.stdin:
        bot = os.fork()
        if not bot:
            _end_with_parent()
            os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
            os.environ |= json.loads(settings)
            sys.argv[1:] = ["run"]
            sys.exit(run())
        print(bot, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(bot, 0)[1]), flush=True)


def _end_with_parent() -> None:
    """A test that was killed leaves no bot behind."""
    with suppress(AttributeError):  # no Linux
        CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


if __name__ == "__main__":
    serve()
