"""How far long work at the command line is: a bar on a terminal, elsewhere a line now and then."""

import sys
from time import monotonic

WIDTH = 30  # signs of the bar
LINES = 60.0  # seconds between lines where there is no terminal


class Bar:
    """`done` of `total`, and how long the rest will take at the pace so far."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self._began = self._shown = monotonic()

    def add(self, count: int = 1) -> None:
        self.done += count
        if sys.stdout.isatty():
            print(f"\r{self.bar()}", end="\x1b[K", flush=True)
        elif monotonic() - self._shown > LINES:
            self._shown = monotonic()
            print(self.line(), flush=True)

    def bar(self) -> str:
        full = WIDTH * self.done // max(1, self.total)
        return f"{'█' * full}{'░' * (WIDTH - full)} {self.line()}"

    def line(self) -> str:
        """ "45 %, 450 of 1000, about 2 min left"."""
        share = 100 * self.done // max(1, self.total)
        left = (monotonic() - self._began) / max(1, self.done) * (self.total - self.done)
        return f"{share} %, {self.done} of {self.total}{self.note()}, about {_minutes(left)} left"

    def note(self) -> str:
        """What else there is to say, with a comma before it."""
        return ""

    def end(self, words: str) -> None:
        """The work is done: `words` stand below the bar."""
        newline = "\n" if sys.stdout.isatty() else ""
        print(f"{newline}{words}")


def _minutes(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.0f} h"
