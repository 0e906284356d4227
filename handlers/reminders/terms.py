"""How terms that end are told: applications to answer, entries to decide (programme.md §10)."""

import datetime as dt

from aiogram.types import InlineKeyboardButton
from markupsafe import Markup

from award.calendar.zones import today_in
from award.errors import NotAllowed
from award.outbox import NoticeKind
from award.paging import PAGE
from award.reminders.undecided import overdue
from award.reminders.views import ApplicationDue, application_due
from award.review.queue import pending
from handlers.ui.navigation import menu_button
from handlers.ui.notice_lists import left_out, stage_line, told
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, button
from handlers.ui.taps import ChooseMentor, Newcomer, ReviewQueue

# --- applications


@notice(NoticeKind.APPLICATIONS_DUE)
async def _applications(at: Notice) -> Shown | None:
    """To who has to answer, with a button for each; to those above, who sees to it."""
    mine: list[tuple[ApplicationDue, Markup]] = []
    others: list[tuple[ApplicationDue, Markup]] = []
    for number, stage, _ in at.details["items"]:
        waiting = await application_due(at, number)
        if waiting is None:
            continue
        line = stage_line(at, _application(at, waiting), stage, waiting.answer_due)
        (mine if waiting.acts else others).append((waiting, line))
    if mine:
        rows = [[_open(at, waiting)] for waiting, _ in mine[:PAGE]]
        lines = [line for _, line in [*mine, *others]]
        return told(at.say("due-applications-act"), lines, left_out(at, lines), rows)
    lines = [line for _, line in others]
    return told(
        at.say("due-applications-above"), lines, left_out(at, lines), [[menu_button(at.say)]]
    )


def _application(at: Notice, waiting: ApplicationDue) -> str:
    level = at.programme.find_level(waiting.level)
    parts = [waiting.name, level.name[at.say.language] if level else ""]
    if not waiting.acts:
        name = waiting.mentor
        parts.append(
            at.say.plain("due-mentor", name=name) if name else at.say.plain("due-no-mentor")
        )
    return " · ".join(part for part in parts if part)


def _open(at: Notice, waiting: ApplicationDue) -> InlineKeyboardButton:
    tap = Newcomer if waiting.chosen else ChooseMentor
    label = at.say.plain("due-button-application", name=waiting.name)
    return button(label, tap(enrolment=waiting.enrolment_id).pack())


# --- entries


@notice(NoticeKind.ENTRIES_UNDECIDED)
async def _undecided(at: Notice) -> Shown | None:
    """To the mentor: all that waits, the oldest first."""
    try:
        waiting = await pending(at)
    except NotAllowed:
        return None
    lines = [
        at.say("due-entries-line", name=each.name, count=each.count, day=_day(at, each.since))
        for each in waiting.by_participant
        if each.since is not None
    ]
    label = at.say.plain("menu-button-reviews", entries=waiting.total)
    head = at.say("due-entries-undecided", count=waiting.total)
    more = left_out(at, lines, waiting.more)
    return told(head, lines, more, [[button(label, ReviewQueue().pack())]])


@notice(NoticeKind.ENTRIES_OVERDUE)
async def _overdue(at: Notice) -> Shown | None:
    """To the expert, or who is above where there is none: whose decision waits for a week."""
    waiting = await overdue(at, at.details["items"])
    lines = [
        at.say(
            "due-entries-line",
            name=each.mentor or at.say.plain("due-no-mentor"),
            count=each.count,
            day=_day(at, each.since),
        )
        for each in waiting
    ]
    return told(at.say("due-entries-overdue"), lines, left_out(at, lines), [[menu_button(at.say)]])


def _day(at: Notice, moment: dt.datetime) -> dt.date:
    return today_in(at.programme, None, moment)
