"""How a note, what it goes by, and the steps of the way are worded, for all who read them."""

from collections.abc import Iterable

from markupsafe import Markup

from award.dossiers.way import OnTheWay, WayStep
from award.programme import Programme
from award.recommendation.facts import Facts
from award.recommendation.notes import DIRECTION, Said
from handlers.ui.shown import quoted
from handlers.wording.names import direction_name, level_name
from handlers.wording.progress import done
from locales import Texts
from storage.tables import DossierState

LONGEST_SHOWN = 2400  # characters of a whole note within a message, beside facts and titles
# What keeps a participant from being recommended: each code, or its beginning, and its text.
_MISSING = {
    "mark": "dossier-missing-mark",
    "norm": "dossier-missing-norm",
    "agreement": "dossier-missing-agreement",
    "representative": "dossier-missing-representative",
}


def level_words(code: str | None, programme: Programme, say: Texts) -> str:
    return level_name(programme.find_level(code), say)


def part_title(part: str, programme: Programme, say: Texts) -> str:
    """What a part of a note is about."""
    if part.startswith(DIRECTION):
        return direction_name(programme.find_direction(part.removeprefix(DIRECTION)), say)
    return say.plain(f"note-part-{part}")


def facts_words(facts: Facts, programme: Programme, say: Texts) -> Markup:
    """A line of each direction, and one or two of the whole."""
    lines = [
        say(
            "note-fact-direction",
            direction=direction_name(programme.find_direction(each.direction), say),
            done=done(each, say),
        )
        for each in facts.directions
    ]
    hours, minutes = divmod(facts.minutes, 60)
    lines.append(say("note-fact-hours", hours=hours, minutes=minutes, entries=facts.entries))
    honesty = {"mended": facts.mended, "reused": facts.reused, "disputes": facts.disputes}
    lines.append(say("note-fact-honesty", **honesty))
    return Markup("\n").join(lines)


def note_words(parts: dict[str, Said], programme: Programme, say: Texts) -> Markup:
    """Each part below its title: words quoted, as much of them as all have room; or a voice."""
    lines: list[Markup] = []
    most = _most(parts.values())
    for part, what in parts.items():
        lines.append(say("note-part-title", title=part_title(part, programme, say)))
        lines.append(said_words(what, say, most))
    return Markup("\n").join(lines)


def said_words(what: Said, say: Texts, most: int = LONGEST_SHOWN) -> Markup:
    return say("note-spoken") if what.voice else quoted(what.words or "", most)


def is_shortened(parts: dict[str, Said]) -> bool:
    """Whether a part has more words than the message shows of it."""
    most = _most(parts.values())
    return any(len(what.words or "") > most for what in parts.values())


def _most(parts: Iterable[Said]) -> int:
    """Of each part's words, so that all are in one message: short ones whole."""
    lengths = sorted(len(what.words or "") for what in parts)
    left = most = LONGEST_SHOWN
    for number, length in enumerate(lengths):
        most = left // (len(lengths) - number)
        if length > most:
            break
        left -= length
    return most


def missing_words(missing: Iterable[str], programme: Programme, say: Texts) -> Markup:
    """What keeps a participant from being recommended, a line each."""
    lines = []
    for code in missing:
        kind, _, direction = code.partition(":")
        name = direction_name(programme.find_direction(direction), say)
        lines.append(say(_MISSING[kind], direction=name))
    return Markup("\n").join(lines)


def now_words(way: OnTheWay, say: Texts) -> Markup:
    """Where it stands: "3 of 6: the commission looks at your dossier"."""
    reader = "own" if way.own else "staff"
    state = way.ending or way.state.value.replace("_", "-")
    return say(f"way-now-{state}", number=way.number, total=way.total, reader=reader)


def way_words(way: OnTheWay, programme: Programme, say: Texts) -> Markup:
    """All steps with the days on which they were done, who acts now, since when, until when."""
    level = level_words(way.level, programme, say)
    whose = say("way-title", level=level, name=way.name)
    head = say("way-title-own", level=level) if way.own else whose
    steps = [_step(step, way, say) for step in WayStep]
    now = [now_words(way, say)]
    if way.who:
        now.append(say("way-who", names=", ".join(way.who)))
    now.append(say("way-since", day=way.since))
    if way.due is not None and way.state is not DossierState.DECLINED:
        now.append(say("way-until", day=way.due))
    reason = say.plain(f"decision-reason-{way.code}") if way.code else way.reason
    if reason:
        now += [say("way-reason"), quoted(reason)]
    if way.state is DossierState.DECLINED:
        if way.family and way.due is not None:
            now.append(say("decision-appeal", until=way.due))
        elif way.own:
            now.append(say("way-next-declined"))
    if way.own and way.state is DossierState.DEFERRED:
        now.append(say("way-next-deferred"))
    return Markup("\n\n").join([head, Markup("\n").join(steps), Markup("\n").join(now)])


def _step(step: WayStep, way: OnTheWay, say: Texts) -> Markup:
    name = say.plain(f"way-step-{step.value}")
    if step in way.done:
        return say("way-step-done", step=name, day=way.done[step])
    return say("way-step-now" if step is way.step else "way-step-ahead", step=name)
