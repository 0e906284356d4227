"""A process beside the bot's, from inside: one work after another, until the bot is gone.

Works come pickled, for the bot is trusted. Answers go as JSON, for this process is not: it opens
what anyone may have sent (scheduler/evidence/answers.py).
"""

import json
import os
import pickle
from base64 import b64encode
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from typing import Any

from evidence.confinement import within

DONE, FAILED = b"+", b"-"


def main(descriptor: int) -> None:
    """The life of a process that was started anew, with its end of the pipe."""
    serve(Connection(descriptor))


def serve(pipe: Connection) -> None:
    """Begin as is asked for, build the wall, say what is lacking of it, then do one work after
    another, until the bot is gone."""
    begin, wall = pipe.recv()
    begin()
    pipe.send_bytes(DONE + _encoded(wall(pipe.fileno())))
    with suppress(EOFError, OSError):
        while True:
            said, *large = [pipe.recv_bytes() for _ in range(pipe.recv())]
            pipe.send_bytes(_answer(said, large))
    os._exit(0)  # what else ends a process in order wants files


def _answer(said: bytes, large: list[bytes]) -> bytes:
    try:
        work, seconds, args, kwargs = pickle.loads(said, buffers=large)
        done = within(seconds, work, *args, **kwargs) if seconds else work(*args, **kwargs)
        return DONE + _encoded(done)
    except Exception as error:
        return FAILED + _kind(error).encode()


def _encoded(answer: object) -> bytes:
    return json.dumps([answer], default=_plain, allow_nan=False).encode()


def _plain(value: object) -> Any:
    if isinstance(value, bytes):
        return b64encode(value).decode()
    if isinstance(value, datetime):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    raise TypeError


def _kind(error: Exception) -> str:
    """The nearest of Python's own errors."""
    return next(each.__name__ for each in type(error).__mro__ if each.__module__ == "builtins")
