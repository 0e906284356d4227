"""Progress in words: for screen readers, for captions, and for what stands in the picture."""

from markupsafe import Markup

from award.programme import Level, Programme
from award.progress.rules import DirectionProgress, Progress, WeekState
from locales import Texts


def describe(
    progress: Progress, programme: Programme, say: Texts, *, name: str, level: Level
) -> Markup:
    """The picture as short text: the rating, a line or two for each direction, the dates."""
    lines = [say("progress-of", name=name, level=level.name[say.language])]
    if progress.complete:
        lines.append(say("progress-complete"))
    lines += [say("progress-rating", percent=int(progress.rating)), Markup("")]
    for direction in progress.directions:
        lines += _direction(direction, programme, say)
    dates = "progress-dates-complete" if progress.complete else "progress-dates"
    days = {"start": progress.started, "end": progress.ends, "expected": progress.projected_end}
    lines += [Markup(""), say(dates, **days)]
    if progress.streak:
        lines.append(say("progress-streak", weeks=progress.streak))
    return Markup("\n").join(lines)


def _direction(direction: DirectionProgress, programme: Programme, say: Texts) -> list[Markup]:
    known = programme.direction(direction.direction)
    facts = {
        "emoji": known.emoji,
        "name": known.name[say.language],
        "percent": direction.percent,
        "done": done(direction, say),
    }
    if direction.minutes_needed:
        needed = direction.minutes_this_week + direction.minutes_needed
        week = {"minutes": direction.minutes_this_week, "needed": needed}
        lines = [say("progress-direction-week", **facts, **week)]
    else:
        lines = [say("progress-direction", **facts)]
    if missing := _still_missing(direction, programme, say):
        lines.append(say("progress-missing", things=", ".join(missing)))
    return lines


def _still_missing(direction: DirectionProgress, programme: Programme, say: Texts) -> list[str]:
    """What is missing besides the amount; of the last steps only once they come next."""
    if direction.awaits_mark:
        return []
    things: list[str] = []
    for thing in direction.missing:
        kind, _, number = thing.partition(":")
        if kind == "section":
            section = programme.section(int(number)).name[say.language]
            things.append(say.plain("missing-section", section=section))
        elif kind in ("norm", "video", "mark") and direction.done >= direction.required:
            things.append(say.plain(f"missing-{kind}"))
    return things


def done(direction: DirectionProgress, say: Texts) -> str:
    """How much is done of what is required, or what alone is missing yet."""
    if direction.complete:
        return say.plain("direction-complete")
    if direction.awaits_mark:
        return say.plain("direction-awaits-mark")
    return say.plain(f"done-{direction.measure}", done=direction.done, required=direction.required)


def this_week(direction: DirectionProgress, say: Texts) -> str:
    """This week's minutes of those it needs; that it counts; or how many weeks are kept."""
    current = next((week for week in direction.weeks if week.state is WeekState.current), None)
    if direction.minutes_needed:
        needed = direction.minutes_this_week + direction.minutes_needed
        return say.plain("week-minutes", minutes=direction.minutes_this_week, needed=needed)
    if current is None and direction.minutes_this_week:
        return say.plain("week-counts", minutes=direction.minutes_this_week)
    return say.plain(f"done-{direction.measure}", done=direction.done, required=direction.required)
