"""Talk: conversations, one module a journey."""

from aiogram import Router


def routers() -> list[Router]:
    """All conversations, in the order in which they are asked about an update."""
    from handlers import (
        agreement,
        applications,
        fallback,
        menu,
        registration,
        representative,
        representative_link,
        review,
        start,
        verdicts,  # noqa: F401  it words notices
        wards,
    )

    return [
        start.router,
        menu.router,
        agreement.router,
        representative_link.router,
        applications.router,
        review.router,
        start.dialog,
        menu.dialog,
        registration.dialog,
        agreement.dialog,
        representative.dialog,
        wards.dialog,
        review.words_dialog,
        fallback.router,
    ]
