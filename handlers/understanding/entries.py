"""What a journal message is about: direction, activity, minutes, day, book (programme.md §5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from rapidfuzz import process
from rapidfuzz.distance import OSA

from award.programme import LOCALES, Direction, Measure, Programme
from handlers.understanding.books import Shelf
from handlers.understanding.dates import find_day
from handlers.understanding.durations import DAY, durations
from handlers.understanding.letters import Token, folded, tokens, word

_LONGEST_STEM = 24
_SHORTEST_MISSPELT = 5
_MISSPELT_TRIED = 12
_BOOK_COUNTS = 3
_LONGEST_AGO = timedelta(days=366)
_PART_OF_IT = folded("них ішінде including")


@dataclass(frozen=True, slots=True)
class Understood:
    """What a message seems to say; the person confirms it. `note` is their own text, untouched.

    `directions` are codes, the best guess first, those of the plan before others; `activity` is
    one of the first direction.
    """

    note: str
    minutes: int | None = None
    happened: date | None = None
    directions: tuple[str, ...] = ()
    activity: str | None = None
    book: str | None = None


@dataclass(frozen=True, slots=True)
class _Mark:
    """Word beginnings that speak for a direction, and for an activity of it if given."""

    stems: tuple[str, ...]
    direction: str
    activity: str | None

    @property
    def weight(self) -> int:
        return sum(map(len, self.stems))


def entry(text: str, programme: Programme, planned: Sequence[str], today: date) -> Understood:
    """What a text or caption says about an entry; `planned` are the participant's directions.

    The day is never ahead of today nor over a year ago. What is not understood stays empty.
    """
    vocabulary = _vocabulary(programme)
    row = tokens(text)
    marks = vocabulary.marks(row)
    about_reading = any(mark.direction in vocabulary.book_kinds for mark in marks)
    book = vocabulary.shelf.find(text, row, about_reading=about_reading)
    directions = vocabulary.ranked(marks, planned, with_book=book is not None)
    dated = find_day(row, today)
    if dated:
        row = [*row[: dated.start], Token("|", -1, -1), *row[dated.end :]]
    happened = dated.day if dated else None
    if happened is not None and not today - _LONGEST_AGO <= happened <= today:
        happened = None
    activities = [mark for mark in marks if mark.activity and mark.direction in directions[:1]]
    return Understood(
        note=text,
        minutes=_minutes(row, several=len({mark.direction for mark in marks}) > 1),
        happened=happened,
        directions=directions,
        activity=max(activities, key=lambda mark: mark.weight).activity if activities else None,
        book=book,
    )


def _minutes(row: list[Token], *, several: bool) -> int | None:
    """All the times together, unless they may belong to several directions."""
    found = [each for each in durations(row) if word(row, each.start - 1) not in _PART_OF_IT]
    if not found or (several and len(found) > 1):
        return None
    together = round(sum((each.minutes for each in found), Fraction()))
    return together if 1 <= together <= DAY else None


class _Vocabulary:
    """The words of a programme's directions and activities, and its books, ready for look-up."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.shelf = Shelf(programme.books)
        self.book_kinds = frozenset(
            each.code for each in programme.directions if each.measure is Measure.books
        )
        self._book_ways = frozenset(
            each.code
            for each in programme.directions
            if any(way.measure is Measure.books for way in each.ways)
        )
        self._marks: dict[str, list[_Mark]] = {}
        for mark in dict.fromkeys(_all_marks(programme.directions)):
            self._marks.setdefault(mark.stems[0][:_LONGEST_STEM], []).append(mark)
        self._by_length: dict[int, list[str]] = {}
        for stem in self._marks:
            if len(stem) >= _SHORTEST_MISSPELT:
                self._by_length.setdefault(len(stem), []).append(stem)

    def marks(self, row: Sequence[Token]) -> list[_Mark]:
        """The longest marks at each word; only where there are none at all, misspelt ones."""
        words = [token.text for token in row if token.is_word]
        found = [mark for index in range(len(words)) for mark in self._marks_at(words, index)]
        return list(dict.fromkeys(found or self._misspelt(words)))

    def ranked(
        self, marks: Iterable[_Mark], planned: Sequence[str], *, with_book: bool
    ) -> tuple[str, ...]:
        """Codes of the directions that the marks speak for, planned ones first, likeliest first."""
        scores: dict[str, tuple[int, int]] = {}
        for mark in marks:
            count, weight = scores.get(mark.direction, (0, 0))
            scores[mark.direction] = (count + 1, weight + mark.weight)
        if with_book:
            for code in self.book_kinds:
                count, weight = scores.get(code, (0, 0))
                scores[code] = (count + _BOOK_COUNTS, weight)
            for code in self._book_ways & set(planned):
                scores.setdefault(code, (1, 0))
        codes = [each.code for each in self.programme.directions if each.code in scores]
        return tuple(
            sorted(codes, key=lambda code: (code not in planned, *(-n for n in scores[code])))
        )

    def _marks_at(self, words: Sequence[str], index: int) -> list[_Mark]:
        here = words[index]
        fitting = [
            mark
            for length in range(2, min(len(here), _LONGEST_STEM) + 1)
            for mark in self._marks.get(here[:length], ())
            if _fits(mark, words, index)
        ]
        longest = max((mark.weight for mark in fitting), default=0)
        return [mark for mark in fitting if mark.weight == longest]

    def _misspelt(self, words: Sequence[str]) -> list[_Mark]:
        """Marks of one word that is one slip of a letter away."""
        long_words = [each for each in words if len(each) >= _SHORTEST_MISSPELT]
        for said in long_words[:_MISSPELT_TRIED]:
            for length in sorted(self._by_length, reverse=True):
                near = process.extractOne(
                    said[:length], self._by_length[length], scorer=OSA.distance, score_cutoff=1
                )
                if near and near[0][0] == said[0]:
                    return [mark for mark in self._marks[near[0]] if len(mark.stems) == 1]
        return []


def _fits(mark: _Mark, words: Sequence[str], index: int) -> bool:
    said = words[index : index + len(mark.stems)]
    return len(said) == len(mark.stems) and all(map(str.startswith, said, mark.stems))


def _all_marks(directions: Iterable[Direction]) -> Iterable[_Mark]:
    for direction in directions:
        yield from _marks_of([*direction.words.all, *_names(direction)], direction.code, None)
        for activity in direction.activities:
            spoken = [*activity.words.all, *(activity.name[locale] for locale in LOCALES)]
            yield from _marks_of(spoken, direction.code, activity.code)


def _names(direction: Direction) -> list[str]:
    return [direction.name[locale] for locale in LOCALES]


def _marks_of(spoken: Iterable[str], direction: str, activity: str | None) -> Iterable[_Mark]:
    for each in spoken:
        stems = tuple(token.text for token in tokens(each) if token.is_word)
        if stems and len(stems[0]) > 1:
            yield _Mark(stems, direction, activity)


_latest: list[_Vocabulary] = []


def _vocabulary(programme: Programme) -> _Vocabulary:
    """The vocabulary of the programme, kept until another programme is asked about."""
    if not _latest or _latest[0].programme is not programme:
        _latest[:] = [_Vocabulary(programme)]
    return _latest[0]
