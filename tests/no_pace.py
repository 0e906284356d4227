"""No waiting for Telegram's pace, where nobody counts what is sent."""

from datetime import UTC, datetime

from scheduler.pace import Pace


class NoPace(Pace):
    """Counts, and lets nobody wait."""

    def __init__(self) -> None:
        super().__init__(lambda: datetime.now(UTC))

    def _wait(self, urgency: int) -> float:
        return 0.0

    def screen_rest(self, chat_id: int) -> float:
        return 0.0

    def rest(self, chat_id: int) -> float:
        return 0.0
