"""Lists within a notice: how many are shown, what a stage of a term is called, what is left out."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from award.calendar.deadlines import Stage
from award.calendar.zones import today_in
from award.paging import PAGE
from handlers.ui.notices import Notice
from handlers.ui.shown import Buttons, Shown


def stage_line(at: Notice, what: str, stage: str, due: dt.date) -> Markup:
    """A thing and its last day; by the day on which it is read."""
    today = today_in(at.programme, None, at.now)
    return at.say(f"due-{Stage.MISSED if due < today else stage}", what=what, day=due)


def told(
    head: Markup, lines: Sequence[Markup], more: Markup | None, buttons: Buttons
) -> Shown | None:
    """One message of a few lines; nothing where there is none of use."""
    if not lines:
        return None
    shown = [Markup("\n").join(lines[:PAGE])]
    if more is not None:
        shown.append(more)
    return Shown(Markup("\n\n").join([head, *shown]), (), buttons)


def left_out(at: Notice, lines: Sequence[Any], beyond: int = 0) -> Markup | None:
    """How many are not shown, of these and those `beyond` them; None for none."""
    count = max(0, len(lines) - PAGE) + beyond
    return at.say("due-more", count=count) if count else None
