"""How terms that end are told: applications to answer, entries to decide (programme.md §10)."""

import datetime as dt
from typing import Any

from markupsafe import Markup

from award.access.responsible import mentor_of
from award.access.scope import visible
from award.calendar.zones import today_in
from award.centres.offers import choosers
from award.errors import NotAllowed
from award.reminders.undecided import overdue
from award.review.queue import pending
from handlers.ui.navigation import menu_button
from handlers.ui.notice_lists import SHOWN, left_out, stage_line, told
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, button
from handlers.ui.taps import ChooseMentor, Newcomer, ReviewQueue
from storage.tables import Enrolment, EnrolmentState, Person

# --- applications


@notice("applications-due")
async def _applications(n: Notice) -> Shown | None:
    """To who has to answer, with a button for each; to those above, who sees to it."""
    mine: list[tuple[Enrolment, Markup]] = []
    others: list[tuple[Enrolment, Markup]] = []
    for number, stage, _ in n.details["items"]:
        enrolment = await _waiting(n, number)
        if enrolment is None or enrolment.answer_due is None:
            continue
        mentor = await mentor_of(n.session, enrolment, n.now)
        answers = (mentor,) if mentor else await choosers(n.session, enrolment, n.now)
        acts = n.receiver.id in answers
        what = await _application(n, enrolment, None if acts else mentor, who=not acts)
        line = stage_line(n, what, stage, enrolment.answer_due)
        (mine if acts else others).append((enrolment, line))
    if mine:
        rows = [[await _open(n, enrolment)] for enrolment, _ in mine[:SHOWN]]
        lines = [line for _, line in [*mine, *others]]
        return told(n.say("due-applications-act"), lines, left_out(n, lines), rows)
    lines = [line for _, line in others]
    return told(n.say("due-applications-above"), lines, left_out(n, lines), [[menu_button(n.say)]])


async def _waiting(n: Notice, number: int) -> Enrolment | None:
    try:
        enrolment = await visible(n.session, n.receiver, number)
    except NotAllowed:
        return None
    return enrolment if enrolment.state is EnrolmentState.SUBMITTED else None


async def _application(n: Notice, enrolment: Enrolment, mentor: int | None, *, who: bool) -> str:
    person = await n.session.get_one(Person, enrolment.person_id)
    level = next((each for each in n.programme.levels if each.code == enrolment.level), None)
    parts = [person.full_name or "", level.name[n.say.language] if level else ""]
    if who:
        known = await n.session.get(Person, mentor) if mentor else None
        name = (known.full_name if known else None) or ""
        parts.append(n.say.plain("due-mentor", name=name) if name else n.say.plain("due-no-mentor"))
    return " · ".join(part for part in parts if part)


async def _open(n: Notice, enrolment: Enrolment) -> Any:
    person = await n.session.get_one(Person, enrolment.person_id)
    tap = Newcomer if enrolment.mentor_id is not None else ChooseMentor
    label = n.say.plain("due-button-application", name=person.full_name or "")
    return button(label, tap(enrolment=enrolment.id).pack())


# --- entries


@notice("entries-undecided")
async def _undecided(n: Notice) -> Shown | None:
    """To the mentor: all that waits, the oldest first."""
    try:
        waiting = await pending(n.session, n.receiver)
    except NotAllowed:
        return None
    lines = [
        n.say("due-entries-line", name=each.name, count=each.count, day=_day(n, each.since))
        for each in waiting.by_participant
        if each.since is not None
    ]
    label = n.say.plain("menu-button-reviews", entries=waiting.total)
    head = n.say("due-entries-undecided", count=waiting.total)
    return told(head, lines, left_out(n, lines), [[button(label, ReviewQueue().pack())]])


@notice("entries-overdue")
async def _overdue(n: Notice) -> Shown | None:
    """To the expert, or who is above where there is none: whose decision waits for a week."""
    waiting = await overdue(n.session, n.receiver, n.details["items"], n.now)
    lines = [
        n.say(
            "due-entries-line",
            name=each.mentor or n.say.plain("due-no-mentor"),
            count=each.count,
            day=_day(n, each.since),
        )
        for each in waiting
    ]
    return told(n.say("due-entries-overdue"), lines, left_out(n, lines), [[menu_button(n.say)]])


def _day(n: Notice, moment: dt.datetime) -> dt.date:
    return today_in(n.programme, None, moment)
