"""What was sent before, as experts and operators read it: over time, by mentor and participant,
each pair (programme.md §7, §9). They decide nothing here.
"""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton
from markupsafe import Markup
from pydantic import Field

from award.calendar import local_date
from award.errors import NotAllowed, NotFound, TooLate
from award.findings.overview import (
    PAGE,
    Counts,
    OfMentor,
    OfParticipant,
    Overview,
    Pairs,
    overview,
    pairs_of,
)
from award.findings.views import FindingCard, finding_of
from award.outbox import NoticeKind
from award.programme import Programme
from handlers.findings.card import before, finding_read, likeness, summary_of
from handlers.findings.chart import draw
from handlers.ui.context import RequestContext
from handlers.ui.navigation import menu_button
from handlers.ui.notices import Notice, notice
from handlers.ui.paging import arrows, on_page
from handlers.ui.shown import Shown, button
from handlers.ui.taps import CardDo, CardTap, GoTap, Id, Screen
from handlers.wording.names import mentor_name, what_is
from locales import Texts

LONGEST_NAME = 28  # characters: a page of names fits below the chart

router = Router(name="honesty")

Page = Annotated[int, Field(ge=0, le=10_000)]


class HonestyTap(CallbackData, prefix="hn"):
    """Open what was found: by mentor, or of one `mentor` by participant; `page` begins with 0."""

    mentor: Id | None = None
    page: Page = 0


class PairsTap(CallbackData, prefix="hp"):
    """Open a participant's pairs."""

    enrolment: Id
    page: Page = 0


class PairTap(CallbackData, prefix="hf"):
    """Open a pair; `page`: which of the participant's pages it stands on."""

    finding: Id
    page: Page = 0


# --- by mentor, with the chart


@router.callback_query(GoTap.filter(F.to == Screen.HONESTY))
async def open_honesty(tap: CallbackQuery, at: RequestContext) -> None:
    at.reply.send(await _by_mentor(at, 0))


@router.callback_query(HonestyTap.filter(F.mentor.is_(None)))
async def turn_mentors(tap: CallbackQuery, callback_data: HonestyTap, at: RequestContext) -> None:
    at.reply.put(await _by_mentor(at, callback_data.page))


async def _by_mentor(at: RequestContext, page: int) -> Shown:
    say = at.say
    found = await overview(at)
    if not found.counts.flags:
        return Shown(say("honesty-nothing"), (), [[menu_button(say)]])
    return overview_shown(found, page, say)


def overview_shown(found: Overview, page: int, say: Texts) -> Shown:
    """The chart, what it shows in numbers, and a page of mentors."""
    mentors, number, pages = on_page(found.mentors, page)
    lines = [say("honesty-title"), _counts(found.counts, say), *_weeks(found, say), Markup("")]
    lines += [
        say(
            "honesty-mentor-line",
            name=_short(mentor_name(each.name, each.mentor_id, say)),
            flags=each.counts.flags,
            confirmed=each.counts.confirmed,
        )
        for each in mentors
    ]
    if found.more and number == pages - 1:
        lines.append(say("honesty-more-mentors", more=found.more))
    rows = [
        [
            button(
                _short(mentor_name(each.name, each.mentor_id, say)),
                HonestyTap(mentor=each.mentor_id).pack(),
            )
        ]
        for each in mentors
    ]
    turning = arrows(number, pages, lambda to: HonestyTap(page=to))
    buttons = [*rows, turning, [menu_button(say)]]
    return Shown(Markup("\n").join(lines), (), buttons, drawn=partial(draw, found.weeks, say))


def _weeks(found: Overview, say: Texts) -> Sequence[Markup]:
    """The chart's numbers, of the weeks that have any."""
    weeks = [
        say.plain("honesty-week", monday=week.monday, flags=week.flags, confirmed=week.confirmed)
        for week in found.weeks
        if week.flags
    ]
    return [say("honesty-weeks", weeks=", ".join(weeks))] if weeks else []


# --- of a mentor, by participant


@router.callback_query(HonestyTap.filter())
async def open_mentor(tap: CallbackQuery, callback_data: HonestyTap, at: RequestContext) -> None:
    found = await overview(at)
    asked = callback_data.mentor
    mentor = next((each for each in found.mentors if each.mentor_id == asked), None)
    if mentor is None:
        raise NotFound
    at.reply.put(mentor_shown(mentor, callback_data.page, at.say))


def mentor_shown(mentor: OfMentor, page: int, say: Texts) -> Shown:
    """A mentor's counts, and a page of the participants with theirs."""
    participants, number, pages = on_page(mentor.participants, page)
    name = mentor_name(mentor.name, mentor.mentor_id, say)
    lines = [say("honesty-mentor", name=name), _counts(mentor.counts, say)]
    for each in participants:
        lines += [Markup(""), say("honesty-name", name=each.name), _counts(each.counts, say)]
    if mentor.more and number == pages - 1:
        lines += [Markup(""), say("honesty-more-participants", more=mentor.more)]
    rows = [[_participant(each)] for each in participants]
    turning = arrows(number, pages, lambda to: HonestyTap(mentor=mentor.mentor_id, page=to))
    back = button(say.plain("button-back"), HonestyTap().pack())
    return Shown(Markup("\n").join(lines), (), [*rows, turning, [back, menu_button(say)]])


def _participant(of: OfParticipant) -> InlineKeyboardButton:
    return button(_short(of.name), PairsTap(enrolment=of.enrolment_id).pack())


# --- of a participant, each pair


@router.callback_query(PairsTap.filter())
async def open_pairs(tap: CallbackQuery, callback_data: PairsTap, at: RequestContext) -> None:
    asked = callback_data
    found = await pairs_of(at, asked.enrolment, asked.page)
    at.reply.put(pairs_shown(found, at.programme, at.say))


@router.callback_query(CardTap.filter(F.do == CardDo.FOUND))
async def open_pairs_of_card(
    tap: CallbackQuery, callback_data: CardTap, at: RequestContext
) -> None:
    """From the participant's card, which stays."""
    at.reply.send(pairs_shown(await pairs_of(at, callback_data.enrolment), at.programme, at.say))


def pairs_shown(found: Pairs, programme: Programme, say: Texts) -> Shown:
    """A participant's counts, and a page of the pairs, newest first."""
    lines = [say("honesty-participant", name=found.name)]
    if found.mentor_id is not None:
        name = mentor_name(found.mentor, found.mentor_id, say)
        lines.append(say("honesty-mentored-by", name=name))
    lines.append(_counts(found.counts, say) if found.counts.flags else say("honesty-nothing"))
    to: list[InlineKeyboardButton] = []
    for number, card in enumerate(found.pairs, 1 + found.number * PAGE):
        summary = summary_of(card, programme, say)
        lines += [
            Markup(""),
            say(
                "honesty-pair", number=number, what=what_is(card.entry.media_kind), summary=summary
            ),
            before(card, say),
            likeness(card, say),
            _verdict(card, say),
        ]
        to_pair = PairTap(finding=card.id, page=found.number).pack()
        to.append(button(say.plain("honesty-button-pair", number=number), to_pair))
    whose = found.enrolment_id
    turning = arrows(found.number, found.pages, lambda at: PairsTap(enrolment=whose, page=at))
    back = button(say.plain("button-back"), HonestyTap(mentor=found.mentor_id).pack())
    return Shown(Markup("\n").join(lines), (), [to, turning, [back, menu_button(say)]])


def _verdict(card: FindingCard, say: Texts) -> Markup:
    if card.verdict is None or card.decided_at is None:
        return say("honesty-waits" if card.waits else "honesty-closed")
    key = f"honesty-verdict-{card.verdict.value}"
    day = local_date(card.decided_at, card.zone)
    return say(key, by=card.decided_by or "–", day=day)


# --- a pair


@router.callback_query(PairTap.filter())
async def open_pair(
    tap: CallbackQuery,
    callback_data: PairTap,
    at: RequestContext,
) -> None:
    """Both pictures on one sheet, in a message of its own."""
    say = at.say
    try:
        card = await finding_of(at, callback_data.finding)
    except TooLate:
        at.reply.alert(say.plain("finding-gone"))
        return
    to_pairs = PairsTap(enrolment=card.enrolment_id, page=callback_data.page)
    buttons = [[button(say.plain("honesty-button-pairs"), to_pairs.pack()), menu_button(say)]]
    shown = finding_read(card, at.programme, say, _verdict(card, say), buttons)
    at.reply.send(shown)


# --- a pattern


@notice(NoticeKind.PATTERN)
async def _pattern(at: Notice) -> Shown | None:
    """To the mentor's expert: a participant whose evidence was found to be reused again and again;
    nothing if they are of another expert by then."""
    enrolment = at.details["enrolment"]
    try:
        found = await pairs_of(at, enrolment)
    except NotAllowed:
        return None
    mentor = mentor_name(found.mentor, found.mentor_id or 0, at.say)
    confirmed = found.counts.confirmed
    words = at.say("notice-pattern", name=found.name, mentor=mentor, confirmed=confirmed)
    to = PairsTap(enrolment=enrolment).pack()
    return Shown(words, (), [[button(at.say.plain("notice-button-pattern"), to)]])


# --- words


def _counts(counts: Counts, say: Texts) -> Markup:
    return say(
        "honesty-counts",
        flags=counts.flags,
        confirmed=counts.confirmed,
        honest=counts.honest,
        shared=counts.shared,
        open=counts.open,
        closed=counts.closed,
    )


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"
