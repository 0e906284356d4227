"""How each kind of owed message is shown. A journey registers its own kinds beside its windows."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from award.acting import Actor, find_actor
from award.programme import Programme
from handlers.showing import Shown
from locales import Texts, texts
from storage.tables import Outbox


@dataclass(frozen=True)
class Notice:
    """What a notice is shown from: the receiver, their texts, the details kept, the time."""

    session: AsyncSession
    receiver: Actor
    say: Texts
    programme: Programme
    details: dict[str, Any]
    now: datetime


Wording = Callable[[Notice], Awaitable[Shown | None]]
_wordings: dict[str, Wording] = {}


def notice(kind: str) -> Callable[[Wording], Wording]:
    """Register how notices of this kind are shown; None from it: no longer of use, not sent."""

    def register(wording: Wording) -> Wording:
        if kind in _wordings:
            raise ValueError(f"Two wordings of {kind}")
        _wordings[kind] = wording
        return wording

    return register


async def word(
    session: AsyncSession, owed: Outbox, programme: Programme, now: datetime
) -> tuple[Actor, Shown | None]:
    """The receiver of an owed message, and how it looks now; raises KeyError for a kind unknown."""
    receiver = await find_actor(session, now, person_id=owed.person_id)
    if receiver is None:
        raise LookupError(f"Notice {owed.id} is for nobody")
    say = texts(receiver.language)
    notice_ = Notice(session, receiver, say, programme, owed.details, now)
    return receiver, await _wordings[owed.kind](notice_)
