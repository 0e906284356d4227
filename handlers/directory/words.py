"""The directory in words: what stands above a list, its lines, the lists beside it."""

from collections.abc import Sequence

from markupsafe import Markup

from award.directory.lists import (
    CentreLine,
    Line,
    Listed,
    Listing,
    ParticipantLine,
    RegionLine,
    StaffLine,
)
from award.directory.places import Place, PlaceKind, PlaceSeen
from award.programme import Programme
from handlers.ui.previews import PERCENT, level, story
from handlers.wording.names import place_of, region_name, role_name, staff_name, told_apart
from locales import Texts
from storage.tables import EnrolmentState, RoleKind

Items = list[tuple[str, str]]


def head(found: Listed, words: str | None, programme: Programme, say: Texts) -> Markup:
    """Where one is, or what was looked for; how the participants there stand."""
    seen = found.seen
    if words is not None:
        lines = [say("directory-found", words=words)]
    elif found.place.kind is PlaceKind.ALL:
        lines = [say("directory-title")]
    else:
        lines = [say("directory-place", name=_name(found, programme, say))]
    if found.place.kind is PlaceKind.CENTRE:
        lines.append(say("directory-within", place=region_name(programme, seen.region, say)))
    for kind, centre in seen.roles:
        role, place = role_name(kind, say), place_of(centre, seen.region, programme, say)
        lines.append(say("directory-role", role=role, place=place))
    if found.rating is not None:
        lines.append(say("directory-rating", percent=found.rating))
    lines.append(Markup(""))
    lines.append(say("directory-choose" if found.rows else "directory-nobody"))
    return Markup("\n").join(lines)


def _name(found: Listed, programme: Programme, say: Texts) -> str:
    if found.place.kind is PlaceKind.REGION:
        return region_name(programme, found.seen.region, say)
    return staff_name(found.seen.name, say)


def items(found: Listed, regions: Sequence[str], programme: Programme, say: Texts) -> Items:
    """The lines of a page; above them regions that are called what was looked for."""
    called = [
        (f"{Listing.REGIONS}-{code}", say.plain("directory-region", name=name))
        for code in regions
        if (name := region_name(programme, code, say))
    ]
    return [*called, *(_line(found.listing, each, programme, say) for each in found.rows)]


def _line(listing: Listing, line: Line, programme: Programme, say: Texts) -> tuple[str, str]:
    """A phone cuts off a long button: numbers come before the name."""
    match line:
        case RegionLine():
            name = region_name(programme, line.code, say)
            label = say.plain("directory-line", count=line.participants, name=name)
            return f"{listing}-{line.code}", label
        case CentreLine():
            label = say.plain("directory-line", count=line.participants, name=line.name)
            return f"{listing}-{line.id}", label
        case StaffLine():
            name = staff_name(line.name, say)
            key = "directory-line-waiting" if line.waiting else "directory-line"
            waiting = {"waiting": line.waiting} if line.waiting else {}
            label = say.plain(key, count=line.participants, name=name, **waiting)
            return f"{listing}-{line.id}", label
        case _:
            return f"{listing}-{line.enrolment_id}", _participant(line, programme, say)


def _participant(line: ParticipantLine, programme: Programme, say: Texts) -> str:
    known = programme.find_level(line.level)
    about = {
        "level": known.emoji if known else "",
        "name": told_apart(line.name, line.apart, say),
        "state": say.plain(f"participants-state-{line.state.value}"),
        "percent": line.percent or 0,
    }
    if line.waiting:
        return say.plain("participants-row-waiting", waiting=line.waiting, **about)
    return say.plain("participants-row", **about)


def tabs(found: Listed, say: Texts) -> Items:
    """The other lists of the place that are not empty, each with how long it is."""
    full = [each for each, count in found.counts.items() if count or each is found.listing]
    return [
        (
            each,
            ("• " if each is found.listing else "")
            + say.plain(f"directory-{each}", count=found.counts[each]),
        )
        for each in full
        if len(full) > 1
    ]


def a_list(say: Texts, programme: Programme) -> Listed:
    """One of people who do not exist."""
    her = story(say)
    states = (EnrolmentState.ACTIVE, EnrolmentState.PAUSED, EnrolmentState.PLANNING)
    rows = tuple(
        ParticipantLine(n, her.participant, level(programme).code, state, PERCENT, n, None)
        for n, state in enumerate(states)
    )
    counts = {Listing.MENTORS: 12, Listing.PARTICIPANTS: 240}
    seen = PlaceSeen(her.mentor, roles=((RoleKind.EXPERT, her.centre),))
    place = Place(PlaceKind.EXPERT, 1)
    return Listed(place, seen, Listing.PARTICIPANTS, counts, PERCENT, rows, 0, 35)
