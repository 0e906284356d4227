"""A candidate's card fits into a message, however many members there are."""

from types import SimpleNamespace
from typing import Any

from award.commission.marks import LONGEST_WORD, Marks
from handlers.commission.candidate import WORDS_ROOM, _marks
from locales import texts


def test_words_of_many_members_fit_into_one_message() -> None:
    words = tuple("ә" * LONGEST_WORD for _ in range(30))
    marks = Marks(
        criteria=(), mine={}, my_words=None, done=30, present=30, closed=True, seen={}, words=words
    )
    seen: Any = SimpleNamespace(marks=marks, sits=True)
    shown = [line.striptags() for line in _marks(seen, texts("kk"))]
    assert len(shown) == len(words)
    assert sum(map(len, shown)) <= WORDS_ROOM
