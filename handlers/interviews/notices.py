"""What each side is told of interviews: times offered, taken back, not come, reminders (§8.9)."""

import datetime as dt

from aiogram.types import InlineKeyboardButton

from award.errors import NotAllowed, TooLate
from award.interviews.choosing import Standing, own_interview
from award.interviews.coming import interview
from award.interviews.stages import Stage, moment_of
from award.outbox import NoticeKind
from handlers.interviews.taps import ChooseDo, ChooseTap, MeetDo, MeetTap
from handlers.interviews.words import local, place_rows, place_words
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, button
from handlers.wording.names import level_name

ON_TIME = dt.timedelta(minutes=10)  # later than that it does not say how long it is until then


@notice(NoticeKind.INTERVIEW_OFFERED)
async def _offered(at: Notice) -> Shown | None:
    """To a candidate who has no time; nothing where they have one by then."""
    own = await _own(at)
    if own is None or own.taken is not None or not own.may_choose:
        return None
    words = at.say(
        "notice-interview-offered", level=level_name(at.programme.find_level(own.level), at.say)
    )
    return Shown(words, (), [[_choose(at, ChooseDo.DAYS, "interview-button-choose")]])


@notice(NoticeKind.INTERVIEW_TAKEN_BACK)
async def _taken_back(at: Notice) -> Shown | None:
    own = await _own(at)
    if own is None or own.taken is not None or own.came:
        return None
    return Shown(
        at.say("notice-interview-taken-back"),
        (),
        [[_choose(at, ChooseDo.SHOW, "interview-button-choose")]],
    )


@notice(NoticeKind.INTERVIEW_MISSED)
async def _missed(at: Notice) -> Shown | None:
    """To who did not come: one more time, or that the commission decides without."""
    own = await _own(at)
    if own is None or own.came or own.taken is not None:
        return None
    again = "yes" if own.tries > 0 else "no"
    rows = [[_choose(at, ChooseDo.SHOW, "interview-button-choose")]] if own.tries > 0 else []
    return Shown(at.say("notice-interview-missed", again=again), (), rows)


@notice(NoticeKind.INTERVIEW_REMINDER)
async def _reminder(at: Notice) -> Shown | None:
    """To whoever meets; nothing where it is not that candidate's time any more, or over."""
    try:
        seen = await interview(at, at.details["time"], at.details["candidacy"])
    except NotAllowed:
        return None
    if seen.starts_at <= at.now or seen.came is not None:
        return None
    stage = Stage(at.details["stage"])
    words = at.say(
        "notice-interview-own" if seen.own else "notice-interview-of",
        stage="late" if at.now - moment_of(stage, seen.starts_at) > ON_TIME else stage.value,
        name=seen.name,
        when=local(seen.starts_at, seen.zone),
        minutes=seen.minutes,
        place=place_words(seen.place, at.say),
    )
    rows = place_rows(seen.place, at.say)
    if seen.own:
        rows.append([_choose(at, ChooseDo.SHOW, "interview-button-show")])
    elif seen.member:
        to = MeetTap(do=MeetDo.SHOW, id=seen.time_id).pack()
        rows.append([button(at.say.plain("interview-button-show"), to)])
    return Shown(words, (), rows)


async def _own(at: Notice) -> Standing | None:
    """None for who is no candidate any more."""
    try:
        return await own_interview(at)
    except TooLate:
        return None


def _choose(at: Notice, do: ChooseDo, key: str) -> InlineKeyboardButton:
    return button(at.say.plain(key), ChooseTap(do=do).pack())
