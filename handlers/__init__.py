"""Talk: conversations, one module a journey."""

from aiogram import Router


def routers() -> list[Router]:
    """All conversations, in the order in which they are asked about an update."""
    from handlers import fallback, menu

    return [menu.router, menu.dialog, fallback.router]
