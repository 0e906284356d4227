"""Whoever writes faster than they can be answered: told so once; what they send is handled."""

from collections import OrderedDict, deque
from datetime import datetime, timedelta

from aiogram.types import Message

from handlers.ui.context import RequestContext
from handlers.ui.shown import Shown, button
from handlers.ui.taps import GoTap, Screen

A_MINUTE = timedelta(minutes=1)
MOST = 30  # messages in it that are answered; an album is one
PEOPLE = 10_000  # of whom it is remembered


class _Person:
    def __init__(self, most: int) -> None:
        self.sent: deque[datetime] = deque(maxlen=most + 1)
        self.album: str | None = None
        self.told_at: datetime | None = None


class Flooding:
    """Counts people's messages by their own dates: who was offline sent none of them at once."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self._people: OrderedDict[int, _Person] = OrderedDict()

    def quieten(self, message: Message, at: RequestContext) -> None:
        """Leave out the reply to a message too many, or say once that it is too many."""
        person = self._people.setdefault(at.actor.id, _Person(self.most))
        self._people.move_to_end(at.actor.id)
        if len(self._people) > PEOPLE:
            self._people.popitem(last=False)
        if message.media_group_id is None or message.media_group_id != person.album:
            person.sent.append(message.date)
        person.album = message.media_group_id
        if len(person.sent) <= self.most or abs(message.date - person.sent[0]) >= A_MINUTE:
            return
        at.reply.forget()
        if person.told_at is None or abs(message.date - person.told_at) >= A_MINUTE:
            person.told_at = message.date
            at.reply.send(_too_fast(at))


def _too_fast(at: RequestContext) -> Shown:
    to = (("flooding-button-entries", Screen.ENTRIES), ("button-menu", Screen.MENU))
    rows = [[button(at.say.plain(label), GoTap(to=screen).pack())] for label, screen in to]
    return Shown(at.say("flooding"), (), rows)
