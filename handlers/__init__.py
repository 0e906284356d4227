"""Talk: conversations, one package a subject."""

from aiogram import Router
from aiogram_dialog import Dialog

from handlers.ui.filters import AnyCase, is_command, is_in_window


def conversations() -> Router:
    """All conversations, in the order in which they are asked about an update."""
    _word_notices()
    from handlers.absence import card as absence_card
    from handlers.absence import report
    from handlers.cards import centre_card, documents, staff_card
    from handlers.centres import application_form, applications
    from handlers.ceremonies import form as ceremony_form
    from handlers.certificates import card as certificate_card
    from handlers.certificates import desk as certificate_desk
    from handlers.certificates import reason as certificate_reason
    from handlers.certificates import verify
    from handlers.commission import appeals, asking, candidate, joining
    from handlers.commission import desk as commission_desk
    from handlers.commission import journal as candidate_journal
    from handlers.commission import making as commission_making
    from handlers.commission import protocol as commission_protocol
    from handlers.consent import agreement, children, ending, link, mending, representative
    from handlers.consent import own as own_representatives
    from handlers.digests import digests
    from handlers.directory import directory
    from handlers.disputes import dispute, waiting
    from handlers.fallback import edits, errors, groups, replayed, unexpected
    from handlers.findings import overview, verdicts
    from handlers.interviews import choosing, meeting, offering
    from handlers.journal import capture, draft_form, employer, entries
    from handlers.journal import reading as journal_read
    from handlers.mentoring import (
        assignment,
        characterisation,
        first_contact,
        marks,
        participants,
        task_form,
        tasks,
    )
    from handlers.menu import help as menu_help
    from handlers.menu import menu, welcome
    from handlers.messages import broadcast, preferences, reachability
    from handlers.observations import journal as observations
    from handlers.olzha import shelf
    from handlers.plan import making, own
    from handlers.plan import reading as plan_read
    from handlers.portfolio import portfolio
    from handlers.profile import card as profile_card
    from handlers.profile import my_data
    from handlers.progress import progress
    from handlers.ratings import names as public_names
    from handlers.ratings import own as own_rating
    from handlers.ratings import tables as rating_tables
    from handlers.recommendation import card as dossier_card
    from handlers.recommendation import household, lists, note_form, way
    from handlers.registration import dialog
    from handlers.reminders import silence, weekly_hour
    from handlers.review import queue
    from handlers.staff import absences, desk, taken
    from handlers.transfers import transfer

    all_ = _together(
        "conversations",
        replayed.router,
        groups.router,
        _cards_and_commands(
            welcome.router,
            menu.router,
            menu_help.router,
            profile_card.router,
            my_data.router,
            staff_card.router,
            documents.router,
            desk.router,
            taken.router,
            report.router,
            absence_card.router,
            absences.router,
            broadcast.router,
            agreement.router,
            link.router,
            mending.router,
            own_representatives.router,
            first_contact.router,
            characterisation.router,
            note_form.router,
            dossier_card.router,
            lists.router,
            way.router,
            household.router,
            assignment.router,
            participants.router,
            directory.router,
            journal_read.router,
            plan_read.router,
            own.router,
            progress.router,
            shelf.router,
            portfolio.router,
            ceremony_form.router,
            queue.router,
            verdicts.router,
            overview.router,
            digests.router,
            own_rating.router,
            public_names.router,
            rating_tables.router,
            marks.router,
            silence.router,
            applications.router,
            dispute.router,
            transfer.router,
            observations.router,
            choosing.router,
            meeting.router,
            offering.router,
            waiting.router,
            commission_making.router,
            joining.router,
            commission_desk.router,
            candidate.router,
            candidate_journal.router,
            asking.router,
            appeals.router,
            commission_protocol.router,
            tasks.router,
            certificate_card.router,
            certificate_desk.router,
            verify.router,
            weekly_hour.router,
            preferences.router,
            entries.taps,
            capture.taps,
            employer.taps,
        ),
        _windows(
            welcome.dialog,
            menu.dialog,
            *ceremony_form.dialogs,
            profile_card.dialog,
            staff_card.dialog,
            centre_card.dialog,
            documents.dialog,
            *desk.dialogs,
            report.dialog,
            absence_card.words_dialog,
            absences.dialog,
            broadcast.dialog,
            dialog.dialog,
            agreement.dialog,
            representative.dialog,
            children.dialog,
            ending.dialog,
            mending.dialog,
            own_representatives.dialog,
            first_contact.dialog,
            characterisation.dialog,
            note_form.dialog,
            dossier_card.words_dialog,
            lists.dialog,
            household.dialog,
            participants.dialog,
            directory.dialog,
            making.dialog,
            own.dialog,
            queue.words_dialog,
            task_form.dialog,
            draft_form.dialog,
            entries.dialog,
            employer.dialog,
            preferences.dialog,
            public_names.dialog,
            dispute.dialog,
            transfer.dialog,
            observations.dialog,
            offering.dialog,
            asking.dialog,
            application_form.dialog,
            certificate_desk.dialog,
            certificate_reason.dialog,
            verify.dialog,
            applications.words_dialog,
        ),
        verify.unasked,
        capture.router,
        reachability.router,
        unexpected.router,
        edits.router,
        errors.router,
    )
    all_.message.outer_middleware(edits.Remember())
    return all_


def _word_notices() -> None:
    """Import what words notices alone: that registers it."""
    import handlers.commission.notices
    import handlers.interviews.notices
    import handlers.journal.unreadable
    import handlers.recommendation.notices
    import handlers.reminders.terms
    import handlers.review.outcome
    import handlers.staff.absence_notices  # noqa: F401


def _cards_and_commands(*routers: Router) -> Router:
    """Taps on cards that stand in the chat, and of messages the commands alone."""
    together = _together("cards and commands", *routers)
    together.message.filter(is_command)
    together.message.outer_middleware(AnyCase())
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
