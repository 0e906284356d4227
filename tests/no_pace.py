"""No waiting for Telegram's pace, where nobody counts what is sent."""

from scheduler.delivery.pace import Pace


class NoPace(Pace):
    """Lets nobody wait, but for what Telegram itself asked to wait."""

    async def turn(self, urgency: int, messages: int = 1) -> None:
        return None

    def screen_rest(self, chat_id: int) -> float:
        return 0.0

    def rest(self, chat_id: int) -> float:
        return 0.0
