"""The sandbox's time: real time moved by an offset."""

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Runs like a real clock and can be moved; always aware, in UTC."""

    def __init__(self, offset: timedelta = timedelta(0)) -> None:
        self._wall = datetime.now(UTC)
        self._monotonic = time.monotonic()
        self.offset = offset

    def now(self) -> datetime:
        """The sandbox's time."""
        return self._real() + self.offset

    def timestamp(self) -> int:
        """The sandbox's time as Telegram writes it: whole Unix seconds."""
        return int(self.now().timestamp())

    def move_to(self, moment: datetime) -> None:
        """Makes it `moment` (aware) now."""
        self.offset = moment.astimezone(UTC) - self._real()

    def advance(self, seconds: float) -> None:
        """Moves the clock by `seconds`."""
        self.offset += timedelta(seconds=seconds)

    def _real(self) -> datetime:
        # Monotonic, so that a correction of the machine's clock does not reorder messages.
        return self._wall + timedelta(seconds=time.monotonic() - self._monotonic)
