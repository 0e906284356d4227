"""How terms that end are told: applications to answer, entries to decide (programme.md §10)."""

import datetime as dt
from typing import Any

from markupsafe import Markup

from award.access.responsible import mentor_of
from award.access.scope import visible
from award.calendar.zones import today_in
from award.centres.offers import choosers
from award.errors import NotAllowed
from award.outbox import NoticeKind
from award.reminders.undecided import overdue
from award.review.queue import pending
from handlers.ui.navigation import menu_button
from handlers.ui.notice_lists import SHOWN, left_out, stage_line, told
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, button
from handlers.ui.taps import ChooseMentor, Newcomer, ReviewQueue
from storage.tables import Enrolment, EnrolmentState, Person

# --- applications


@notice(NoticeKind.APPLICATIONS_DUE)
async def _applications(at: Notice) -> Shown | None:
    """To who has to answer, with a button for each; to those above, who sees to it."""
    mine: list[tuple[Enrolment, Markup]] = []
    others: list[tuple[Enrolment, Markup]] = []
    for number, stage, _ in at.details["items"]:
        enrolment = await _waiting(at, number)
        if enrolment is None or enrolment.answer_due is None:
            continue
        mentor = await mentor_of(at.session, enrolment, at.now)
        answers = (mentor,) if mentor else await choosers(at.session, enrolment, at.now)
        acts = at.actor.id in answers
        what = await _application(at, enrolment, None if acts else mentor, who=not acts)
        line = stage_line(at, what, stage, enrolment.answer_due)
        (mine if acts else others).append((enrolment, line))
    if mine:
        rows = [[await _open(at, enrolment)] for enrolment, _ in mine[:SHOWN]]
        lines = [line for _, line in [*mine, *others]]
        return told(at.say("due-applications-act"), lines, left_out(at, lines), rows)
    lines = [line for _, line in others]
    return told(
        at.say("due-applications-above"), lines, left_out(at, lines), [[menu_button(at.say)]]
    )


async def _waiting(at: Notice, number: int) -> Enrolment | None:
    try:
        enrolment = await visible(at, number)
    except NotAllowed:
        return None
    return enrolment if enrolment.state is EnrolmentState.SUBMITTED else None


async def _application(at: Notice, enrolment: Enrolment, mentor: int | None, *, who: bool) -> str:
    person = await at.session.get_one(Person, enrolment.person_id)
    level = next((each for each in at.programme.levels if each.code == enrolment.level), None)
    parts = [person.full_name or "", level.name[at.say.language] if level else ""]
    if who:
        known = await at.session.get(Person, mentor) if mentor else None
        name = (known.full_name if known else None) or ""
        parts.append(
            at.say.plain("due-mentor", name=name) if name else at.say.plain("due-no-mentor")
        )
    return " · ".join(part for part in parts if part)


async def _open(at: Notice, enrolment: Enrolment) -> Any:
    person = await at.session.get_one(Person, enrolment.person_id)
    tap = Newcomer if enrolment.mentor_id is not None else ChooseMentor
    label = at.say.plain("due-button-application", name=person.full_name or "")
    return button(label, tap(enrolment=enrolment.id).pack())


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
    return told(head, lines, left_out(at, lines), [[button(label, ReviewQueue().pack())]])


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
