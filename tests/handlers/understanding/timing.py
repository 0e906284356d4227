"""How long a function takes, for comparing one length of a text with another in the same run."""

import math
import time
from collections.abc import Callable


def time_of(read: Callable[[str], object], text: str) -> float:
    """Seconds of this process, at best of three: what others on the machine do is not counted."""
    best = math.inf
    for _ in range(3):
        started = time.process_time()
        read(text)
        best = min(best, time.process_time() - started)
    return best
