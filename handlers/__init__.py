"""Talk: conversations, one module a journey."""

from aiogram import Router


def routers() -> list[Router]:
    """All conversations, in the order in which they are asked about an update."""
    from handlers import (
        agreement,
        applications,
        employer,
        entries,
        fallback,
        filling,
        helping,
        home,
        journal,
        marks,
        mentoring,
        plan,
        plan_making,
        registration,
        representative,
        representative_link,
        review,
        start,
        task_form,
        tasks,
        verdicts,  # noqa: F401  it words notices
        wards,
    )

    return [
        start.router,
        home.router,
        helping.router,
        agreement.router,
        representative_link.router,
        applications.router,
        mentoring.router,
        plan.router,
        review.router,
        marks.router,
        tasks.router,
        entries.taps,
        journal.taps,
        employer.taps,
        start.dialog,
        home.dialog,
        registration.dialog,
        agreement.dialog,
        representative.dialog,
        wards.dialog,
        mentoring.dialog,
        plan_making.dialog,
        plan.dialog,
        review.words_dialog,
        task_form.dialog,
        filling.dialog,
        entries.dialog,
        employer.dialog,
        journal.router,
        fallback.router,
    ]
