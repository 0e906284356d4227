"""How each kind of owed message is shown. A journey registers its own kinds beside its windows."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.lookup import find_actor
from award.errors import NotAllowed
from award.outbox import NoticeKind
from award.programme import Programme
from handlers.ui.context import Speaking
from handlers.ui.shown import Shown
from locales import texts
from storage.tables import Outbox


@dataclass(frozen=True)
class Notice(Speaking):
    """What a notice is shown from; who acts is its receiver. `details`: what was kept of it."""

    details: dict[str, Any]


@dataclass(frozen=True)
class Several(Notice):
    """Notices of one kind that go together; `details` are those of the first."""

    all_details: Sequence[dict[str, Any]] = ()


Wording = Callable[[Notice], Awaitable[Shown | None]]
Summary = Callable[[Several], Awaitable[Shown | None]]
Waits = Callable[[Notice], Awaitable[bool]]
_wordings: dict[str, Wording] = {}
_summaries: dict[str, Summary] = {}
_waiting: dict[str, Waits] = {}


def notice(kind: NoticeKind) -> Callable[[Wording], Wording]:
    """Register how notices of this kind are shown; None from it: no longer of use, not sent."""

    def register(wording: Wording) -> Wording:
        if kind in _wordings:
            raise ValueError(f"Two wordings of {kind}")
        _wordings[kind] = wording
        return wording

    return register


def together(kind: NoticeKind, waits: Waits) -> Callable[[Summary], Summary]:
    """Register how several notices of this kind are shown in few words, below those of others.

    Notices of all such kinds that come to one person within a minute become one message
    (scheduler/delivery/gathering.py): a line or two, and a button that leads to all of them.
    `waits`: whether what an earlier one told of still waits for the receiver. If nothing does,
    they are at hand, and the next notice goes at once.
    """

    def register(summary: Summary) -> Summary:
        if kind in _summaries:
            raise ValueError(f"Two summaries of {kind}")
        _summaries[kind], _waiting[kind] = summary, waits
        return summary

    return register


def gathered() -> frozenset[str]:
    """The kinds that may go several in one message."""
    return frozenset(_summaries)


async def still_waits(
    session: AsyncSession, told: Outbox, programme: Programme, now: datetime
) -> bool:
    """Whether what a notice told of waits to be dealt with by its receiver."""
    receiver = await find_actor(session, now, person_id=told.person_id)
    if receiver is None:
        return False
    say = texts(receiver.language)
    return await _waiting[told.kind](Notice(session, receiver, programme, now, say, told.details))


async def word(
    session: AsyncSession, owed: Sequence[Outbox], programme: Programme, now: datetime
) -> tuple[Actor, Shown | None]:
    """The receiver of owed messages, and how they look now, as one; None: of no use any more.

    Raises KeyError for a kind unknown, LookupError for a receiver unknown.
    """
    first = owed[0]
    receiver = await find_actor(session, now, person_id=first.person_id)
    if receiver is None:
        raise LookupError(f"Notice {first.id} is for nobody")
    say = texts(receiver.language)
    if len(owed) == 1:
        notice_ = Notice(session, receiver, programme, now, say, first.details)
        return receiver, await _in_scope(_wordings[first.kind](notice_))
    parts = []
    for kind in dict.fromkeys(row.kind for row in owed):
        details = [row.details for row in owed if row.kind == kind]
        several = Several(session, receiver, programme, now, say, details[0], details)
        parts.append(await _in_scope(_summaries[kind](several)))
    return receiver, _joined([part for part in parts if part is not None])


async def _in_scope(worded: Awaitable[Shown | None]) -> Shown | None:
    """None where what is told of is out of the receiver's scope by now: a role has ended."""
    try:
        return await worded
    except NotAllowed:
        return None


def _joined(parts: Sequence[Shown]) -> Shown | None:
    if not parts:
        return None
    rows = [row for part in parts for row in part.buttons]
    return Shown(Markup("\n\n").join(part.text for part in parts), (), rows)
