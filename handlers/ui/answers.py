"""What becomes of a tap on a standing card: done, or refused in words."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from award.errors import Refusal
from handlers.ui.context import RequestContext


@dataclass
class Answered:
    """What became of a tap: the refusal that was told in its stead and its key, if any was."""

    refusal: Refusal | None = None
    key: str = ""


@contextmanager
def answering(at: RequestContext, told: Mapping[type[Refusal], str | None]) -> Iterator[Answered]:
    """Do within what a tap on a standing card asks for.

    Refusals of the kinds of `told` are told in an alert, by the key given here or else by their
    own (the first kind that fits counts): it is for the caller to show then how the card stands.
    """
    answered = Answered()
    try:
        yield answered
    except tuple(told) as refusal:
        key = next(key for kind, key in told.items() if isinstance(refusal, kind))
        answered.refusal, answered.key = refusal, key or refusal.key
        at.reply.alert(at.say.plain(answered.key, **refusal.details))
