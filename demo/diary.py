"""What a participant's journal holds by today: which day, which direction, which photo."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from award.calendar import DAY, WEEK, week_of
from demo.essays import Essay
from demo.notes import Note, Theme
from demo.people import Reached, Youth

MINUTES = (60, 75, 90, 60, 45, 80)
SUNDAY = 6
PAUSED_FOR = DAY * 5


@dataclass(frozen=True)
class Shot:
    """A photo by its scene and number; `again`: sent before, now cropped and mirrored."""

    scene: str
    number: int
    again: bool = False


@dataclass(frozen=True)
class Page:
    """One entry of a journal; `hour` is local."""

    day: dt.date
    hour: int
    direction: str
    words: Note | Essay
    minutes: int | None = None
    shot: Shot | None = None


@dataclass(frozen=True)
class Fate:
    """An entry and what became of it: waits, returned, rejected, approved."""

    page: Page
    state: str


def began(youth: Youth, today: dt.date) -> dt.date:
    """The Monday on which the participant was activated."""
    return week_of(today) - WEEK * youth.weeks


def diary(youth: Youth, today: dt.date) -> tuple[Fate, ...]:
    """The entries before `today` (or a pause), oldest first, with what became of each."""
    pages = sorted(_pages(youth, today), key=lambda page: (page.day, page.hour))
    # The newest wait; what came before them is decided.
    states = ["waits"] * youth.waits + ["returned"] * youth.returns
    states = [*["approved"] * (len(pages) - len(states)), *reversed(states)][-len(pages) :]
    if youth.cheats:
        _reuse_photo(pages, states)
    return tuple(map(Fate, pages, states))


def _reuse_photo(pages: list[Page], states: list[str]) -> None:
    """The newest approved entry that can be is rejected: its photo was sent before."""
    for place in reversed(range(len(pages))):
        page = pages[place]
        before = [one.shot for one in pages[:place] if one.direction == page.direction and one.shot]
        if states[place] == "approved" and before and page.minutes:
            pages[place] = replace(page, shot=replace(before[-1], again=True))
            states[place] = "rejected"
            return


def _pages(youth: Youth, today: dt.date) -> Iterator[Page]:
    monday = began(youth, today)
    if youth.reached is Reached.PAUSED:
        today -= PAUSED_FOR
    for week in range(youth.weeks + 1):
        for place, (direction, theme) in enumerate(youth.weekly.items()):
            day = monday + WEEK * week + DAY * ((place * 2 + youth.number) % SUNDAY)
            turn = week * 3 + place * 2 + youth.number
            skipped = not youth.keeps_every_week and turn % youth.skips == 0
            if day < today and not skipped and week < len(theme.notes):
                yield _of_week(youth, direction, theme, day, week, place)
    for direction, essays in youth.books.items():
        for place, essay in enumerate(essays, 1):
            day = _spread(monday, today, place, len(essays) + (direction == "heritage"))
            yield Page(day, 21, direction, essay)
    for direction, themes in (("trips", youth.trips), ("work", [youth.work] if youth.work else ())):
        for place, theme in enumerate(themes, 1):
            day = _spread(monday, today, place, len(themes))
            shot = Shot(theme.scene, youth.number * 100 + place) if theme.scene else None
            yield Page(day, 19, direction, theme.notes[0], shot=shot)


def _of_week(
    youth: Youth, direction: str, theme: Theme, day: dt.date, week: int, place: int
) -> Page:
    words = theme.notes[(youth.first + week) % len(theme.notes)]
    is_deed = isinstance(words, tuple)
    shot = None
    shown = is_deed or (week + place) % 3 == 0 or week >= youth.weeks - 1
    if theme.scene and shown:
        shot = Shot(theme.scene, youth.number * 100 + week)
    minutes = MINUTES[(week * 5 + place + youth.number) % len(MINUTES)]
    if youth.keeps_every_week:
        minutes = max(minutes, 60)
    return Page(day, 17 + place, direction, words, minutes, shot)


def _spread(monday: dt.date, today: dt.date, place: int, of: int) -> dt.date:
    """A day between activation and the day before yesterday, in its turn."""
    days = (today - monday).days - 2
    return monday + DAY * max(0, days * place // (of + 1))
