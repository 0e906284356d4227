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
from handlers.understanding.letters import Token, fold, folded, spelled_words, tokens, word

_LONGEST_STEM = 24
_SHORTEST_MISSPELT = 5
_MISSPELT_TRIED = 12
_BOOK_COUNTS = 3
_FARTHEST = timedelta(days=366)
_LONGEST_PLAN = 300
_SHORTEST_CERTAIN = 2
_ING = fold("ing")
_PLURALS = ("лар", "лер", "дар", "дер", "тар", "тер")
_RUSSIAN_PREFIXES = ("про", "по", "на", "за", "вы", "от")
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
    """Word beginnings that speak for a direction, and for an activity of it if given.

    `stems` are folded, `letters` as they are spelled.
    """

    stems: tuple[str, ...]
    letters: tuple[str, ...]
    direction: str
    activity: str | None

    @property
    def weight(self) -> int:
        return sum(map(len, self.stems))


@dataclass(frozen=True, slots=True)
class _Said:
    """A mark at a word of the message; `exact` where its very letters are there.

    Folded, Russian картина begins like Kazakh қарт: such a likeness counts less than real words.
    """

    index: int
    mark: _Mark
    exact: bool


def entry(text: str, programme: Programme, planned: Sequence[str], today: date) -> Understood:
    """What a text or caption says about an entry; `planned` are the participant's directions.

    The day is within a year of today. It lies ahead where a short message tells of a plan: that is
    no entry yet, and is not to pass for one of today. What is not understood stays empty.
    """
    vocabulary = _vocabulary(programme)
    row = tokens(text)
    said = vocabulary.said(text, row)
    spoken_for = {each.mark.direction for each in said}
    about_reading = not spoken_for.isdisjoint(vocabulary.book_kinds)
    book = vocabulary.shelf.find(text, row, about_reading=about_reading)
    directions = vocabulary.ranked(said, planned, with_book=book is not None)
    dated = find_day(row, today)
    if dated:
        row = [*row[: dated.start], Token("|", -1, -1), *row[dated.end :]]
    happened = dated.day if dated else None
    latest = today + _FARTHEST if len(text) <= _LONGEST_PLAN else today
    if happened is not None and not today - _FARTHEST <= happened <= latest:
        happened = None
    activities = [
        each.mark.activity
        for each in said
        if each.mark.activity and each.mark.direction in directions[:1]
    ]
    return Understood(
        note=text,
        minutes=_minutes(row, several=len(spoken_for) > 1),
        happened=happened,
        directions=directions,
        activity=activities[0] if activities else None,
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

    def said(self, text: str, row: Sequence[Token]) -> list[_Said]:
        """The longest marks at each word; only where there are none at all, less certain ones."""
        words = [token.text for token in row if token.is_word or token.is_digits]
        spelled = spelled_words(text)
        if len(spelled) != len(words):
            spelled = words
        found = [
            _Said(index, mark, _begin(mark.letters, spelled, index))
            for index in range(len(words))
            for mark in self._marks_at(words, index)
        ]
        certain = [each for each in found if each.mark.weight > _SHORTEST_CERTAIN]
        return certain or found or [_Said(0, mark, False) for mark in self._misspelt(words)]

    def ranked(
        self, said: Iterable[_Said], planned: Sequence[str], *, with_book: bool
    ) -> tuple[str, ...]:
        """Codes of the directions spoken for: the planned, the oftener, the earlier said first."""
        places: dict[str, dict[int, bool]] = {}
        for each in said:
            there = places.setdefault(each.mark.direction, {})
            there[each.index] = each.exact or there.get(each.index, False)
        if with_book:
            ways = self._book_ways & set(planned)
            for code in self.book_kinds | ways:
                count = _BOOK_COUNTS if code in self.book_kinds else 1
                places.setdefault(code, {}).update(dict.fromkeys(range(-count, 0), True))

        def rank(code: str) -> tuple[bool, int, int, int]:
            there = places[code]
            return code not in planned, -sum(there.values()), -len(there), min(there)

        return tuple(
            sorted(
                (each.code for each in self.programme.directions if each.code in places), key=rank
            )
        )

    def _marks_at(self, words: Sequence[str], index: int) -> list[_Mark]:
        here = words[index]
        fitting = [
            mark
            for length in range(1, min(len(here), _LONGEST_STEM) + 1)
            for mark in self._marks.get(here[:length], ())
            if _begin(mark.stems, words, index) and _ends_well(mark, here)
        ]
        if not fitting and 6 < len(here) <= _LONGEST_STEM and here.startswith(_RUSSIAN_PREFIXES):
            prefix = next(each for each in _RUSSIAN_PREFIXES if here.startswith(each))
            return self._marks_at([here[len(prefix) :]], 0)
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
                if near and (near[0][0], near[0][-1]) == (said[0], said[: len(near[0])][-1]):
                    return [mark for mark in self._marks[near[0]] if len(mark.stems) == 1]
        return []


def _begin(stems: Sequence[str], words: Sequence[str], index: int) -> bool:
    said = words[index : index + len(stems)]
    return len(said) == len(stems) and all(map(str.startswith, said, stems))


def _ends_well(mark: _Mark, here: str) -> bool:
    """Short beginnings take short endings only: хор is in хором, not in хорошо."""
    stem = mark.stems[0]
    rest = here[len(stem) :]
    if len(mark.stems) > 1 or len(stem) > 3 or not rest:
        return True
    return len(stem) == 3 and (len(rest) <= 2 or rest.endswith(_ING) or rest.startswith(_PLURALS))


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
        stems = tuple(token.text for token in tokens(each) if token.is_word or token.is_digits)
        if len("".join(stems)) > 1:
            yield _Mark(stems, tuple(spelled_words(each)), direction, activity)


_latest: list[_Vocabulary] = []


def _vocabulary(programme: Programme) -> _Vocabulary:
    """The vocabulary of the programme, kept until another programme is asked about."""
    if not _latest or _latest[0].programme is not programme:
        _latest[:] = [_Vocabulary(programme)]
    return _latest[0]
