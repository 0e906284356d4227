"""A message that never goes, and what is behind it in the chat."""

import pytest
from aiogram.exceptions import TelegramServerError
from aiogram.methods import SendMessage

from scheduler.delivery import delivery as delivering
from storage.database import Database
from tests.scheduler.delivery.posts import HandClock, Post, delivery, outcomes, owe, people

CALL = SendMessage(chat_id=1, text="Сәлем")


@pytest.mark.parametrize("others_go", [True, False])
async def test_one_that_telegram_never_takes_is_given_up_where_others_go(
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    others_go: bool,
) -> None:
    post, clock = Post(), HandClock()
    monkeypatch.setattr(delivering, "GIVE_UP", 2)
    a, b = await people(database, 2)
    bad, behind = await owe(database, {"person_id": a}, {"person_id": a})
    sends = delivery(database, post, clock)
    for _ in range(4):
        if (await outcomes(database))[bad] is None:
            post.faults = [TelegramServerError(CALL, "Internal Server Error")]
        await sends.deliver_due()
        if others_go:
            await owe(database, {"person_id": b, "due_at": clock.now()})
            await sends.deliver_due()
        clock.move(hours=1)
    known = await outcomes(database)
    assert (known[bad], known[behind]) == (("failed", "sent") if others_go else (None, None))
