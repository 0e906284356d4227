"""Digests in words: the week's chart, the day's list, a mentor's evening (programme.md §10).

What the clock sends carries its numbers; the same screens are a tap of the menu away at any time.
"""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import Protocol

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from markupsafe import Markup

from award.access.actor import Actor
from award.calendar.zones import today_in
from award.digests.numbers import (
    OTHERS,
    READERS,
    DailyDigest,
    Key,
    WeeklyDigest,
    last_day,
    last_full_week,
    still_within,
)
from award.digests.readers import names_of
from award.findings.overview import OVERSEERS
from award.outbox import NoticeKind
from award.programme import Programme
from award.review.queue import Pending, pending
from award.staff.invitations import may_invite
from handlers.digests.chart import draw
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.navigation import menu_button
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Buttons, Shown, button
from handlers.ui.taps import GoTap, ReviewQueue, Screen
from handlers.wording.amounts import hours_of, waited
from handlers.wording.names import mentor_name, told_apart
from locales import Texts
from storage.tables import RoleKind

router = Router(name="digests")


class Counting(Protocol):
    """Counts the programme beside everything else, for the acting person's scope.

    What takes long is None, and is told by the notices here as soon as it is counted.
    """

    async def weekly(
        self, actor: Actor, monday: dt.date, now: dt.datetime
    ) -> WeeklyDigest | None: ...

    async def daily(self, actor: Actor, day: dt.date, now: dt.datetime) -> DailyDigest | None: ...


# --- the week


@notice(NoticeKind.WEEKLY_DIGEST)
async def _weekly(at: Notice) -> Shown | None:
    """As it was counted, however late it goes out; not to who may no longer see all of it."""
    digest = WeeklyDigest.restored(at.details)
    if not still_within(at.actor, digest):
        return None
    return await week_shown(at, digest)


async def week_shown(at: Speaking, digest: WeeklyDigest) -> Shown:
    """The chart with three lines of words, or one line where there was nothing."""
    buttons = _of_week(at.actor, digest, at.say)
    if digest.week.nothing and digest.before.nothing:
        first, last = digest.monday, last_day(digest.monday)
        return Shown(at.say("digest-week-nothing", first=first, last=last), (), buttons)
    names = await _names(at, digest)
    drawn = partial(draw, digest, names, at.say)
    return Shown(Markup("\n").join(week_lines(digest, at.say)), (), buttons, drawn=drawn)


def week_lines(digest: WeeklyDigest, say: Texts) -> Sequence[Markup]:
    """What was done, what waits and for how long, what to heed."""
    week = digest.week
    return (
        say(
            "digest-done",
            active=week.active,
            new=week.new,
            entries=week.entries,
            approved=week.approved,
            hours=hours_of(week.minutes),
        ),
        say(
            "digest-waiting",
            waiting=week.waiting,
            median=waited(week.median, say),
            longest=waited(week.longest, say),
        ),
        say("digest-heed", risk=week.at_risk, flags=week.flags),
    )


async def _names(at: Speaking, digest: WeeklyDigest) -> dict[Key, str]:
    names: dict[Key, str] = {each.code: each.name[at.say.language] for each in at.programme.regions}
    keys = [line.key for line in digest.lines]
    names |= await names_of(at.session, digest.by, keys)
    names[OTHERS] = at.say.plain("digest-others")
    names[None] = at.say.plain(f"digest-nowhere-{digest.by}") if digest.by else ""
    for key in keys:
        if isinstance(key, int) and key not in names and digest.by == "mentor":
            names[key] = mentor_name(None, key, at.say)
    return names


def _of_week(reader: Actor, digest: WeeklyDigest, say: Texts) -> Buttons:
    rows = []
    if digest.week.waiting and reader.has(RoleKind.MENTOR):
        rows.append([button(say.plain("digest-button-review"), ReviewQueue().pack())])
    if digest.week.flags and _oversees(reader):
        rows.append([_go(Screen.HONESTY, say)])
    return [*rows, [_go(Screen.TODAY, say), _go(Screen.WISHES, say)], [menu_button(say)]]


# --- the day


@notice(NoticeKind.DAILY_DIGEST)
async def _daily(at: Notice) -> Shown | None:
    digest = DailyDigest.restored(at.details)
    if not still_within(at.actor, digest):
        return None
    return await day_shown(at, digest)


async def day_shown(at: Speaking, digest: DailyDigest) -> Shown:
    """What there is to do; one line where there is nothing."""
    buttons = _of_day(at.actor, digest, at.say)
    if digest.nothing:
        return Shown(at.say("digest-day-nothing", day=digest.day), (), buttons)
    lines = [at.say("digest-day-title", day=digest.day)]
    if digest.waiting:
        median, longest = waited(digest.median, at.say), waited(digest.longest, at.say)
        lines.append(
            at.say("digest-day-waiting", waiting=digest.waiting, median=median, longest=longest)
        )
    names = await names_of(at.session, "mentor", [mentor for mentor, *_ in digest.slowest])
    for mentor, waiting, seconds in digest.slowest:
        name = mentor_name(names.get(mentor), mentor, at.say)
        longest = waited(seconds, at.say)
        lines.append(at.say("digest-day-slowest", name=name, waiting=waiting, longest=longest))
    for thing in ("unassigned", "answers", "flags", "silent"):
        if count := getattr(digest, thing):
            lines.append(at.say(f"digest-day-{thing}", count=count))
    return Shown(Markup("\n").join(lines), (), buttons)


def _of_day(reader: Actor, digest: DailyDigest, say: Texts) -> Buttons:
    rows = []
    if digest.waiting and reader.has(RoleKind.MENTOR):
        rows.append([button(say.plain("digest-button-review"), ReviewQueue().pack())])
    if digest.unassigned and may_invite(reader):
        rows.append([_go(Screen.APPLICATIONS, say)])
    if digest.flags and _oversees(reader):
        rows.append([_go(Screen.HONESTY, say)])
    return [*rows, [_go(Screen.WEEK, say), _go(Screen.WISHES, say)], [menu_button(say)]]


# --- a mentor's evening


@notice(NoticeKind.REVIEW_EVENING)
async def _evening(at: Notice) -> Shown | None:
    """What waits by now, oldest first; nothing where all of it is done."""
    if not at.actor.has(RoleKind.MENTOR):
        return None
    waiting = await pending(at)
    return evening_shown(waiting, at.programme, at.say) if waiting.total else None


def evening_shown(waiting: Pending, programme: Programme, say: Texts) -> Shown:
    """Whose entries wait, how many and since when; one button to the first of them."""
    lines = [say("digest-evening", total=waiting.total)]
    for each in waiting.by_participant:
        since = today_in(programme, None, each.since) if each.since else dt.date.min
        name = told_apart(each.name, each.apart, say)
        lines.append(say("digest-evening-line", name=name, count=each.count, since=since))
    if waiting.more:
        lines.append(say("digest-evening-more", more=waiting.more))
    to_queue = button(say.plain("digest-button-review"), ReviewQueue().pack())
    return Shown(Markup("\n").join(lines), (), [[to_queue]])


# --- at any time, from the menu


@router.callback_query(GoTap.filter(F.to.in_({Screen.DIGEST, Screen.WEEK})))
async def open_week(
    tap: CallbackQuery,
    at: RequestContext,
    counting: Counting,
) -> None:
    """The last full week, as on Monday; counted first where nobody has asked for it yet."""
    at.actor.require(*READERS)
    await at.session.commit()  # nothing was changed, and what counts reads by itself
    monday = last_full_week(today_in(at.programme, None, at.now))
    digest = await counting.weekly(at.actor, monday, at.now)
    if digest is None:
        at.reply.send(Shown(at.say("digest-counting")))
        return
    at.reply.send(await week_shown(at, digest))


@router.callback_query(GoTap.filter(F.to == Screen.TODAY))
async def open_day(tap: CallbackQuery, at: RequestContext, counting: Counting) -> None:
    """What there is to do at this moment."""
    at.actor.require(*READERS)
    await at.session.commit()
    day = today_in(at.programme, None, at.now)
    digest = await counting.daily(at.actor, day, at.now)
    shown = Shown(at.say("digest-counting"))
    if digest is not None:
        shown = await day_shown(at, digest)
    at.reply.send(shown)


def _oversees(reader: Actor) -> bool:
    return any(reader.has(kind) for kind in OVERSEERS)


def _go(to: Screen, say: Texts) -> InlineKeyboardButton:
    return button(say.plain(f"digest-button-{to.value}"), GoTap(to=to).pack())
