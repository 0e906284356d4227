"""The only place that asks what time it is."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Real time, moved by an offset; the sandbox and tests move it."""

    def __init__(self) -> None:
        self._offset = timedelta(0)

    def now(self) -> datetime:
        """Aware, in UTC."""
        return datetime.now(UTC) + self._offset

    def move_to(self, moment: datetime) -> None:
        self._offset = moment - datetime.now(UTC)
