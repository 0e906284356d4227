"""What an entry needs before it can be sent to the mentor, by its direction (programme.md §5)."""

import datetime as dt
from collections.abc import Collection, Sequence
from enum import StrEnum

from award.calendar import DAY
from award.programme import Direction, Measure, Programme
from award.programme.requirements import Requirement
from evidence.files import Problem
from storage.tables import Entry, Media, MediaKind

FREE_DAYS_BACK = 7
MOST_MINUTES = 600
MOST_DAYS = 30


class Need(StrEnum):
    """One thing that an entry still lacks."""

    DIRECTION = "direction"
    MINUTES = "minutes"
    BOOK = "book"
    DAY = "day"
    LATE_REASON = "late_reason"
    PARTNER = "partner"
    ACTION = "action"
    RESULT = "result"
    EMPLOYER = "employer"
    REPORT = "report"
    LINE = "line"
    EVIDENCE = "evidence"
    ESSAY = "essay"
    VIDEO = "video"


def needs(
    entry: Entry,
    media: Collection[Media],
    programme: Programme,
    asked: Sequence[Requirement],
    *,
    today: dt.date,
    sent: dt.date,
    started: dt.date,
) -> tuple[Need, ...]:
    """What is missing or cannot stand, in the order in which it is to be asked.

    `asked` is what is asked of the participant, `sent` the local date on which the entry's first
    message was sent, `started` that of activation.
    """
    requirement = next((each for each in asked if each.direction == entry.direction), None)
    if requirement is None:
        return (Need.DIRECTION,)
    direction = programme.direction(requirement.direction)
    lacking = _of_measure(entry, media, programme, requirement)
    lacking |= _of_direction(entry, media, direction)
    if not started <= entry.happened_on <= today:
        lacking.add(Need.DAY)
    elif entry.happened_on < sent - DAY * FREE_DAYS_BACK and not _said(entry.late_reason):
        lacking.add(Need.LATE_REASON)
    if entry.is_final and not any(map(is_video, media)):
        lacking.add(Need.VIDEO)
    return tuple(need for need in Need if need in lacking)


def fitting_book(programme: Programme, requirement: Requirement, book: str | None) -> bool:
    """Whether the book is of the list, and of the section where only one is asked for (§2)."""
    listed = programme.find_book(book)
    if listed is None:
        return False
    only_these = sum(requirement.sections.values()) >= requirement.amount
    return not only_these or listed.section in requirement.sections


def is_video(media: Media) -> bool:
    """A video, also one sent as a file."""
    if media.kind is MediaKind.DOCUMENT:
        return (media.mime or "").startswith("video/")
    return media.kind in (MediaKind.VIDEO, MediaKind.VIDEO_NOTE, MediaKind.ANIMATION)


def is_evidence(media: Media) -> bool:
    """A photo or a video, also one sent as a file: by its bytes, or, until they have been looked
    into, by what it is called."""
    if media.kind is not MediaKind.DOCUMENT:
        return media.kind is MediaKind.PHOTO or is_video(media)
    if media.method is not None and media.problem is None:
        return True
    called_so = (media.mime or "").startswith(("image/", "video/"))
    return called_so and media.problem != Problem.NOT_IMAGE


def is_spoken(media: Media) -> bool:
    """A video or a voice message: a review of a book need not be written."""
    if media.kind is MediaKind.DOCUMENT and (media.mime or "").startswith("audio/"):
        return True
    return media.kind in (MediaKind.VOICE, MediaKind.AUDIO) or is_video(media)


def _of_measure(
    entry: Entry, media: Collection[Media], programme: Programme, requirement: Requirement
) -> set[Need]:
    lacking = set()
    match requirement.measure:
        case Measure.weeks:
            if not 1 <= (entry.minutes or 0) <= MOST_MINUTES:
                lacking.add(Need.MINUTES)
            if not media and not _said(entry.note) and not _said(entry.action):
                lacking.add(Need.LINE)
        case Measure.books:
            if not fitting_book(programme, requirement, entry.book):
                lacking.add(Need.BOOK)
            essay = len(entry.note.strip()) >= programme.essay_min_chars
            if not essay and not any(map(is_spoken, media)):
                lacking.add(Need.ESSAY)
        case Measure.days:
            if entry.minutes is not None and not 1 <= entry.minutes <= MOST_MINUTES:
                lacking.add(Need.MINUTES)
    return lacking


def _of_direction(entry: Entry, media: Collection[Media], direction: Direction) -> set[Need]:
    lacking = set()
    if direction.needs_partner and entry.partner_id is None:
        lacking.add(Need.PARTNER)
    if direction.needs_action:
        lacking |= {Need.ACTION} if not _said(entry.action) else set()
        lacking |= {Need.RESULT} if not _said(entry.result) else set()
    if direction.needs_employer:
        lacking |= {Need.EMPLOYER} if not _said(entry.employer) else set()
        lacking |= {Need.REPORT} if not _said(entry.note) else set()
    if direction.needs_evidence and not any(map(is_evidence, media)):
        lacking.add(Need.EVIDENCE)
    return lacking


def _said(words: str | None) -> bool:
    return bool(words and words.strip())
