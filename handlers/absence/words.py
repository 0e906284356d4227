"""What the windows and cards of a participant's absence have in common: states, taps, words."""

from datetime import date

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message
from markupsafe import Markup

from award.absence.views import Absence, Paper
from award.calendar import DAY
from handlers.ui.kinds import still_of
from handlers.ui.previews import TODAY, story
from handlers.ui.shown import Attached, quoted
from locales import Texts
from storage.tables import ExcuseState, MediaKind


class Absences(StatesGroup):
    """Open `home`, or `one` with {"excuse": id}, above the menu."""

    home = State()
    reason = State()
    first = State()
    last = State()
    sure = State()
    one = State()
    shorter = State()
    answer = State()


def span(first: date, last: date | None, say: Texts) -> str:
    """The days of an absence in words; without a last one, of a pause that goes on."""
    if last is None:
        return say.plain("absence-days-open", first=first)
    if first == last:
        return say.plain("absence-day", first=first)
    return say.plain("absence-days", first=first, last=last)


def days_of(seen: Absence, say: Texts) -> str:
    return span(seen.first_day, seen.last_day, say)


def paper_of(message: Message) -> Paper | None:
    """The photo or document of a message."""
    if still := still_of(message):
        return Paper(MediaKind.PHOTO, still.file_id)
    if message.document is not None:
        return Paper(MediaKind.DOCUMENT, message.document.file_id)
    return None


def attached(seen: Absence) -> tuple[Attached, ...]:
    return (Attached(seen.paper.kind, seen.paper.file_id),) if seen.paper else ()


def conversation(seen: Absence, say: Texts) -> Markup:
    """What was said about an absence: the participant's words, the mentor's, the answer."""
    refused = seen.state is ExcuseState.REFUSED
    of_mentor = [say("absence-refused" if refused else "absence-question"), seen.question]
    of_participant = [say("absence-answer"), seen.answer]
    parts = [quoted(seen.note)] if seen.note else []
    # A refusal is the last word; a question comes before its answer.
    order = (of_participant, of_mentor) if refused else (of_mentor, of_participant)
    for title, words in order:
        if words:
            parts += [Markup(title), quoted(words)]
    return Markup("\n").join(parts)


def an_absence(say: Texts, *, mine: bool = True) -> Absence:
    """An absence on the preview page."""
    return Absence(
        id=1,
        enrolment_id=1,
        name=story(say).participant,
        state=ExcuseState.QUESTIONED if mine else ExcuseState.ASKED,
        first_day=TODAY,
        last_day=TODAY + 6 * DAY,
        reason="illness",
        note=None,
        paper=None,
        question=None,
        answer=None,
        weeks=2,
        in_all=1,
        level_weeks=26,
        today=TODAY,
        mine=mine,
    )
