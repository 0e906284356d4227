"""What things are called, in the reader's language: regions, directions, books, roles, files."""

from typing import Any

from award.absence.absences import PauseReason
from award.access.namesakes import Apart
from award.centres.offers import CentreOffer
from award.programme import Direction, Level, Programme
from handlers.ui.context import RequestContext
from locales import Texts
from storage.tables import Entry, MediaKind, RoleKind


async def regions(at: RequestContext, **_: Any) -> dict[str, Any]:
    """All regions, to choose one."""
    return {
        "items": [(region.code, region.name[at.say.language]) for region in at.programme.regions]
    }


def region_name(programme: Programme, code: str | None, say: Texts) -> str:
    """A region's name; empty for none."""
    known = programme.find_region(code)
    return known.name[say.language] if known else code or ""


def place_of(centre: str | None, region: str | None, programme: Programme, say: Texts) -> str:
    """Where a role of staff is held: at a centre, in a region, or in the whole programme."""
    return centre or region_name(programme, region, say) or say.plain("staff-whole-programme")


def centre_label(offer: CentreOffer, programme: Programme, say: Texts) -> str:
    """A centre to choose: where it is, by its region if that is another than the person's."""
    region = None if offer.near else programme.find_region(offer.region)
    place = region.name[say.language] if region else offer.place
    return say.plain("centre-near" if offer.near else "centre-far", name=offer.name, place=place)


def reason_of(code: str, say: Texts) -> str:
    """The reason in words; one that is not known here any more is another one."""
    known = code if code in set(PauseReason) else PauseReason.OTHER
    return say.plain(f"absence-reason-{known}")


def direction_name(direction: Direction | None, say: Texts) -> str:
    """A direction as buttons and cards call it; empty for none."""
    return _signed(direction, say) if direction else ""


def level_name(level: Level | None, say: Texts) -> str:
    """A level as buttons and cards call it; empty for none."""
    return _signed(level, say) if level else ""


def _signed(thing: Direction | Level, say: Texts) -> str:
    return f"{thing.emoji} {thing.name[say.language]}"


def mentor_name(name: str | None, number: int, say: Texts) -> str:
    """A mentor's name; one who gave none yet is told from others by the number."""
    return name or say.plain("mentor-unnamed", number=number)


def told_apart(name: str, apart: Apart | None, say: Texts) -> str:
    """A participant's name, with what tells them from another of the name."""
    return say.plain(f"apart-{apart.by}", name=name, value=apart.value) if apart else name


def staff_name(name: str | None, say: Texts) -> str:
    """The name of one of the staff; one who gave none yet is said to have none."""
    return name or say.plain("staff-unnamed")


def activity_name(programme: Programme, entry: Entry, language: str) -> str:
    """What was done: the activity's name where it is the programme's, else the person's words."""
    known = programme.activity(entry.direction, entry.action)
    return known.name[language] if known else entry.action or ""


def book_title(programme: Programme, code: str | None, language: str) -> str:
    """A book as lists call it: its author and title."""
    book = programme.known_books.get(code or "")
    return f"{book.author[language]} – {book.title[language]}" if book else ""


def role_name(kind: RoleKind, say: Texts) -> str:
    """A role as people call it."""
    return say.plain(f"role-{kind.replace('_', '-')}")


_WHAT = {
    MediaKind.PHOTO: "photo",
    MediaKind.VIDEO: "video",
    MediaKind.VIDEO_NOTE: "video",
    MediaKind.ANIMATION: "video",
    MediaKind.VOICE: "voice",
    MediaKind.AUDIO: "voice",
}


def what_is(kind: MediaKind | None) -> str:
    """photo, video, voice, file, or words: as texts tell them apart."""
    return "words" if kind is None else _WHAT.get(kind, "file")
