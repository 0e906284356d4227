"""The week's hour: the reminder with its buttons, and the good word on weeks kept (§10)."""

import datetime as dt
from enum import StrEnum

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton
from markupsafe import Markup

from award.errors import NotAllowed
from award.journal.drafts import Change, draft, start_draft
from award.messages.preferences import Regular, wish_of
from award.outbox import NoticeKind
from award.reminders.weekly_hour import Hour, Snooze, hour_of, last_week, snooze_hour, weeks_kept
from handlers.journal.draft_card import card
from handlers.ui.context import RequestContext
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, button
from handlers.ui.taps import GoTap, Screen
from handlers.wording.names import direction_name
from storage.week_number import number_of

router = Router(name="weekly-hour")

# So many texts begin a reminder, and praise a week; an odd number, so that both of a week's
# reminders go through all of them.
WORDS = 9
PRAISE = 7
# Weeks in a row that have words of their own: a month, two, and what levels ask.
MILESTONES = (1, 4, 8, 13, 26, 39, 52)


class HourDo(StrEnum):
    """What a tap on a reminder asks for: an entry; or to be put off, and until when."""

    LOG = "log"
    EVENING = "evening"
    TOMORROW = "tomorrow"
    WEEK = "week"


class HourTap(CallbackData, prefix="wh"):
    """On a reminder; `week` is its Monday."""

    do: HourDo
    week: str
    direction: str = ""


_LATER = {HourDo(each.value): each for each in Snooze}


# --- the reminder


@notice(NoticeKind.WEEKLY_HOUR)
async def _reminder(at: Notice) -> Shown | None:
    """What is missing by now; nothing where that is nothing, or they do not want to hear of it."""
    wish = await wish_of(at.session, at.actor.id, Regular.WEEKLY_HOUR)
    if wish.is_silent(at.now):
        return None
    found = await hour_of(at.session, at.programme, at.actor.id, at.now)
    if found is None or found.monday.isoformat() != at.details["week"]:
        return None
    words = [at.say(f"hour-words-{which(at.actor.id, found)}")]
    if at.details.get("again"):
        words.insert(0, at.say("hour-again"))
    lines = [
        at.say(
            "hour-line",
            direction=direction_name(at.programme.direction(lack.direction), at.say),
            minutes=lack.minutes,
        )
        for lack in found.lacks
    ]
    text = [Markup("\n").join([*words]), Markup("\n").join(lines), _left(at, found)]
    return Shown(Markup("\n\n").join(text), (), _buttons(at, found, snoozes=found.snoozes))


def which(person_id: int, hour: Hour) -> int:
    """Which words a reminder begins with: other ones than the last time, and the time before."""
    number = 2 * number_of(hour.monday) + (hour.today.weekday() == 6)
    return (person_id + number) % WORDS + 1


def _left(at: Notice, found: Hour) -> Markup:
    return at.say("hour-days-left", days=found.days_left)


def _buttons(
    at: Notice | RequestContext, hour: Hour, snoozes: tuple[Snooze, ...] = ()
) -> list[list[InlineKeyboardButton]]:
    week = hour.monday.isoformat()
    rows = [
        [
            button(
                at.say.plain(
                    "hour-button-log",
                    direction=direction_name(at.programme.direction(lack.direction), at.say),
                ),
                HourTap(do=HourDo.LOG, week=week, direction=lack.direction).pack(),
            )
        ]
        for lack in hour.lacks
    ]
    later = {
        snooze: button(at.say.plain(f"hour-button-{do}"), HourTap(do=do, week=week).pack())
        for do, snooze in _LATER.items()
        if snooze in snoozes
    }
    altogether = later.pop(Snooze.WEEK, None)
    return [
        *rows,
        list(later.values()),
        [altogether] if altogether else [],
        [button(at.say.plain("wishes-button"), GoTap(to=Screen.WISHES).pack())],
    ]


@router.callback_query(HourTap.filter(F.do == HourDo.LOG))
async def log(tap: CallbackQuery, callback_data: HourTap, at: RequestContext) -> None:
    """A draft in the direction tapped, as a message of its own: the others are still to do."""
    change = Change(direction=callback_data.direction)
    entry = await start_draft(at, change)
    made = await draft(at, entry.id)
    at.reply.send(card(made, at.say))


@router.callback_query(HourTap.filter(F.do.in_(set(_LATER))))
async def put_off(tap: CallbackQuery, callback_data: HourTap, at: RequestContext) -> None:
    """Not now: when it comes again, and still the buttons to log."""
    try:
        monday = dt.date.fromisoformat(callback_data.week)
    except ValueError:
        raise NotAllowed from None
    until = await snooze_hour(at, monday, _LATER[callback_data.do])
    hour = await hour_of(at.session, at.programme, at.actor.id, at.now)
    words = at.say(f"hour-snoozed-{callback_data.do}", hour=f"{until:%H:%M}")
    at.reply.put(Shown(words, (), _buttons(at, hour) if hour else ()))


# --- weeks kept


@notice(NoticeKind.CELEBRATION)
async def _praise(at: Notice) -> Shown | None:
    """How many weeks in a row were kept whole; nothing where last week was not."""
    wish = await wish_of(at.session, at.actor.id, Regular.CELEBRATION)
    monday = await last_week(at)
    if wish.is_silent(at.now) or monday.isoformat() != at.details["week"]:
        return None
    weeks = await weeks_kept(at.session, at.programme, at.actor.id, monday, at.now)
    if not weeks:
        return None
    if weeks in MILESTONES:
        words = at.say(f"streak-milestone-{weeks}")
    else:
        number = (at.actor.id + number_of(monday)) % PRAISE + 1
        words = at.say(f"streak-words-{number}", weeks=weeks)
    progress = button(at.say.plain("verdict-button-progress"), GoTap(to=Screen.PROGRESS).pack())
    wishes = button(at.say.plain("wishes-button"), GoTap(to=Screen.WISHES).pack())
    return Shown(words, (), [[progress], [wishes]])
