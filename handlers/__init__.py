"""Talk: conversations, one module a journey."""

from aiogram import Router
from aiogram_dialog import Dialog

from handlers.asking import is_command, is_in_window


def conversations() -> Router:
    """All conversations, in the order in which they are asked about an update."""
    from handlers import (
        absence,
        absence_card,
        absence_staff,
        absence_staff_notices,  # noqa: F401  it words notices
        again,
        agreement,
        anything,
        applications,
        broadcast,
        card,
        card_ending,
        centre_cards,
        centre_form,
        digests,
        dispute_list,
        disputes,
        due,  # noqa: F401  it words notices
        elsewhere,
        employer,
        entries,
        fallback,
        files,  # noqa: F401  it words notices
        filling,
        findings,
        helping,
        home,
        honesty,
        journal,
        marks,
        mentoring,
        plan,
        plan_making,
        progress,
        registration,
        representative,
        representative_link,
        review,
        silence,
        staff,
        start,
        task_form,
        tasks,
        verdicts,  # noqa: F401  it words notices
        wards,
        weekly_hour,
        wishes,
    )

    return _together(
        "conversations",
        again.router,
        elsewhere.router,
        _cards_and_commands(
            start.router,
            home.router,
            helping.router,
            card.router,
            card_ending.router,
            staff.router,
            absence.router,
            absence_card.router,
            absence_staff.router,
            broadcast.router,
            agreement.router,
            representative_link.router,
            applications.router,
            mentoring.router,
            plan.router,
            progress.router,
            review.router,
            findings.router,
            honesty.router,
            digests.router,
            marks.router,
            silence.router,
            centre_cards.router,
            disputes.router,
            dispute_list.router,
            tasks.router,
            weekly_hour.router,
            wishes.router,
            entries.taps,
            journal.taps,
            employer.taps,
        ),
        _windows(
            start.dialog,
            home.dialog,
            card.dialog,
            staff.dialog,
            absence.dialog,
            absence_card.words_dialog,
            absence_staff.dialog,
            broadcast.dialog,
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
            wishes.dialog,
            disputes.dialog,
            centre_form.dialog,
            centre_cards.words_dialog,
        ),
        journal.router,
        anything.router,
        fallback.router,
    )


def _cards_and_commands(*routers: Router) -> Router:
    """Taps on cards that stand in the chat, and of messages the commands alone."""
    together = _together("cards and commands", *routers)
    together.message.filter(is_command)
    return together


def _windows(*dialogs: Dialog) -> Router:
    """Windows of dialogs, and of messages those that are sent while one is open."""
    together = _together("windows", *dialogs)
    together.message.filter(is_in_window)
    return together


def _together(name: str, *routers: Router) -> Router:
    together = Router(name=name)
    for router in routers:
        # A service that ran before in this process (a restart within a test) had it, and aiogram
        # has no way to give a router back; tests/handlers/test_conversations.py.
        router._parent_router = None  # noqa: SLF001
        together.include_router(router)
    return together
