"""What deep links open, by the prefix of their payload (award.invitations.PREFIX)."""

from collections.abc import Awaitable, Callable

from aiogram_dialog import DialogManager

Opener = Callable[[DialogManager, str], Awaitable[None]]
_openers: dict[str, Opener] = {}


def opens(prefix: str) -> Callable[[Opener], Opener]:
    """Register who opens links with this prefix; it gets the whole payload."""

    def register(opener: Opener) -> Opener:
        if prefix in _openers:
            raise ValueError(f"Two openers of {prefix}")
        _openers[prefix] = opener
        return opener

    return register


def opener_of(payload: str) -> Opener | None:
    """Who opens this payload; None for one that nobody made."""
    return next((o for prefix, o in _openers.items() if payload.startswith(prefix)), None)
