"""Sets a portfolio in a process beside the bot's: sixty pictures take seconds and much memory.

It gets words and pictures that were made anew behind the wall, and no file that a person sent.
"""

import json
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from tempfile import TemporaryFile
from typing import Annotated, Any

from pydantic import Field

from evidence.confinement import confine
from evidence.lettering import FONT
from evidence.wall import hold_back
from scheduler.evidence.answers import Work
from scheduler.evidence.worker import Beside

PATIENCE = 90.0  # seconds for one portfolio, on a busy machine
PIECE = 1_000_000  # bytes of an answer: to understand one holds nobody up
MOST = 20_000_000  # bytes of a portfolio: what Telegram lets people fetch again
# Where a process finds its own open files: they have no name in any folder, and so nothing is
# left of them if it is killed.
_OPEN_FILES = "/dev/fd"

_made = b""


class TooLarge(Exception):
    """The pages are more than can be sent."""


def prepare() -> None:
    """The first thing in the process's life."""
    confine()
    import typst  # noqa: F401 - tens of megabytes, which the bot itself never has


def set_pages(template: bytes, data: bytes, names: Sequence[str], *pictures: bytes) -> int:
    """Set the pages and keep them; how many bytes they have. `names`: of the pictures.

    Raises RuntimeError for a template with a mistake, in typst's words.
    """
    global _made  # noqa: PLW0603 - the process is there for this alone
    _made = pages(template, json.loads(data), dict(zip(names, pictures, strict=True)))
    return len(_made)


def piece(start: int) -> bytes:
    """Some bytes of what was set last, from `start` on."""
    return _made[start : start + PIECE]


def pages(template: bytes, words: dict[str, Any], pictures: dict[str, bytes]) -> bytes:
    """A tagged PDF/A of a template, its words and pictures by their names; raises as `set_pages`.

    The template reads its words from `sys.inputs.data`; `files` in them says where a picture is.
    """
    import typst

    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONT.parent)])
    with ExitStack() as files:
        places = {name: _placed(files, picture) for name, picture in pictures.items()}
        written = json.dumps(words | {"files": places}, ensure_ascii=False).encode()
        compiler = typst.Compiler(
            template,
            root=_OPEN_FILES,
            sys_inputs={"data": _placed(files, written)},
            font_paths=fonts,
            ignore_system_fonts=True,
        )
        made = compiler.compile(pdf_standards=["a-2a"])
    assert isinstance(made, bytes)
    return made


def _placed(files: ExitStack, content: bytes) -> str:
    """Where typst finds it."""
    file = files.enter_context(TemporaryFile())  # noqa: SIM115 - the stack closes it
    file.write(content)
    file.flush()
    file.seek(0)
    return f"/{file.fileno()}"


_SET = Work(set_pages, Annotated[int, Field(ge=0)])
_PIECE = Work(piece, bytes, 2 * PIECE)


class Typesetter:
    """Sets one portfolio after another, each in a process of its own."""

    def __init__(self, begin: Callable[[], None] = prepare) -> None:
        self.begin = begin

    async def set(self, template: bytes, data: bytes, pictures: dict[str, bytes]) -> bytes:
        """The PDF; raises WorkerDied, WorkFailed where the template has a mistake, TooLarge."""
        process = Beside(self.begin, partial(hold_back, network=False), PATIENCE)
        try:
            length = await process.run(_SET, template, data, list(pictures), *pictures.values())
            if length > MOST:
                raise TooLarge
            made = bytearray()
            while len(made) < length:
                made += await process.run(_PIECE, len(made))
            return bytes(made)
        finally:
            process.close()
