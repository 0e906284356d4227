"""What a participant reads when the mentor has decided: the verdict, and what it did (§5)."""

from markupsafe import Markup

from award.calendar import week_of
from award.errors import NotAllowed
from award.outbox import NoticeKind
from award.programme import Measure
from award.progress.rules import DirectionProgress, WeekState
from award.review.outcome import Decision, decision
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, button
from handlers.ui.taps import DisputeDo, DisputeTap, EntryDo, EntryTap, GoTap, Screen
from handlers.wording.amounts import amount, when
from handlers.wording.names import direction_name, what_is
from handlers.wording.verdicts import verdict_words
from storage.tables import Verdict

SHOWN = 20  # lines of what was approved at once


@notice(NoticeKind.ENTRY_DECIDED)
async def _decided(at: Notice) -> Shown | None:
    """One decision; nothing if its returned entry was mended and sent again by then."""
    found = await _decision(at, at.details["entry"])
    if found is None:
        return None
    verdict = found.review.verdict
    if verdict is Verdict.RETURNED and found.mended:
        return None
    lines = [at.say(f"verdict-{verdict.value}", summary=_summary(at, found))]
    if verdict is Verdict.APPROVED:
        lines.append(_effect(at, found))
        rows = [[button(at.say.plain("verdict-button-progress"), GoTap(to=Screen.PROGRESS).pack())]]
        return Shown(Markup("\n").join(lines), (), rows)
    lines += _why(at, found)
    mend = EntryTap(do=EntryDo.MEND, entry=found.entry.id).pack()
    show = EntryTap(do=EntryDo.SHOW, entry=found.entry.id).pack()
    if verdict is Verdict.RETURNED:
        rows = [[button(at.say.plain("verdict-button-mend"), mend)]]
    else:
        rows = [[button(at.say.plain("verdict-button-show"), show)]]
    dispute = DisputeTap(do=DisputeDo.ENTRY, id=found.entry.id).pack()
    rows.append([button(at.say.plain("dispute-button-begin"), dispute)])
    return Shown(Markup("\n").join(lines), (), rows)


@notice(NoticeKind.ENTRIES_APPROVED)
async def _approved(at: Notice) -> Shown | None:
    """Several approved at once: one message, a line for each direction and week they are in, the
    last of them where they are very many.
    """
    found = [await _decision(at, entry) for entry in at.details["entries"]]
    decisions = [each for each in found if each is not None]
    if not decisions:
        return None
    effects = {
        (each.entry.direction, each.monday if _is_weekly(each.progress) else None): each
        for each in decisions
    }
    lines = [at.say("verdict-approved-many", count=len(decisions))]
    for each in list(effects.values())[-SHOWN:]:
        known = at.programme.direction(each.entry.direction or "")
        line = Markup("{}: {}").format(direction_name(known, at.say), _effect(at, each))
        lines.append(line)
    if len(effects) > SHOWN:
        lines.append(at.say("due-more", count=len(effects) - SHOWN))
    rows = [[button(at.say.plain("verdict-button-progress"), GoTap(to=Screen.PROGRESS).pack())]]
    return Shown(Markup("\n").join(lines), (), rows)


def _why(at: Notice, found: Decision) -> list[Markup]:
    """Why it was not accepted, and what to do; of what was used before never whose it was (§9)."""
    if found.reused:
        return [
            at.say(f"verdict-reused-{what_is(each.kind)}", number=each.number or 0)
            for each in found.reused
        ]
    words = verdict_words(found.review, at.say)
    if found.review.verdict is Verdict.RETURNED:
        words.append(at.say("verdict-mend-hint"))
    return words


async def _decision(at: Notice, entry_id: int) -> Decision | None:
    try:
        return await decision(at, entry_id)
    except NotAllowed:
        return None


def _summary(at: Notice, found: Decision) -> str:
    entry, progress = found.entry, found.progress
    parts = [
        direction_name(at.programme.direction(entry.direction or ""), at.say),
        amount(entry, progress.measure if progress else None, at.programme, at.say),
        when(entry.happened_on, found.today, at.say),
    ]
    return ", ".join(part for part in parts if part)


def _effect(at: Notice, found: Decision) -> Markup:
    """What the approval did: to the entry's week, or to the count of books or days."""
    progress = found.progress
    if progress is None:
        return Markup("")
    if not _is_weekly(progress):
        key = f"verdict-{progress.measure}"
        return at.say(key, done=progress.done, required=progress.required)
    week = next((each for each in progress.weeks if each.monday == found.monday), None)
    if week is None:
        return at.say("verdict-weeks", done=progress.done, required=progress.required)
    which = "this" if week.monday == week_of(found.today) else "other"
    if week.state in (WeekState.kept, WeekState.excused):
        key = f"verdict-week-{week.state}-{which}"
    else:
        key = f"verdict-week-short-{which}"
    return at.say(key, minutes=week.minutes, needed=found.needed, monday=week.monday)


def _is_weekly(progress: DirectionProgress | None) -> bool:
    return progress is not None and progress.measure is Measure.weeks
