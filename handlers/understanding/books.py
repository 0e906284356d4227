"""Which book of the list a message is about, its title typed in any language, case or spelling."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Prefix

from award.programme import LOCALES, Book
from handlers.understanding.letters import LONGEST, Token, folded, tokens

_QUOTED = re.compile(r"[«\"“„]([^«»\"“”„]{2,100})[»\"”“]")
_ARTICLES = folded("the a an")
_SEARCHED = 300
_LIKE_QUOTED, _LIKE_UNQUOTED = 78, 88
_LONG_TITLE = 8
_SAID_ALONE = 3
_QUOTED_TRIED = 5


@dataclass(frozen=True, slots=True)
class _Title:
    words: tuple[str, ...]
    book: str

    @property
    def text(self) -> str:
        return " ".join(self.words)


class Shelf:
    """The titles of a reading list, ready to be looked up."""

    def __init__(self, books: Iterable[Book]) -> None:
        spelled = {
            (_without_article(_words(tokens(book.title[locale]))), book.code)
            for book in books
            for locale in LOCALES
        }
        titles = [_Title(words, code) for words, code in sorted(spelled) if words]
        self._by_beginning: dict[str, list[_Title]] = {}
        for title in sorted(titles, key=lambda each: -len(each.text)):
            self._by_beginning.setdefault(title.words[0][:3], []).append(title)
        self._by_text = {title.text: title.book for title in titles}
        self._long = [text for text in self._by_text if len(text) >= _LONG_TITLE and " " in text]

    def find(self, text: str, row: Sequence[Token], *, about_reading: bool) -> str | None:
        """The code of the book that the text names; row is the text's tokens.

        Titles in quotation marks may be misspelt more, one-word titles without them count only
        in a message about reading.
        """
        for quoted in _QUOTED.findall(text[:LONGEST])[:_QUOTED_TRIED]:
            words = _words(tokens(quoted))
            book = self._said(words, sure=True) or self._like(" ".join(words))
            if book:
                return book
        words = _words(row)
        book = self._said(words, sure=about_reading or len(words) <= _SAID_ALONE)
        return book or (self._misspelt(words) if about_reading else None)

    def _said(self, words: Sequence[str], *, sure: bool) -> str | None:
        found: list[_Title] = []
        for index, word in enumerate(words):
            for title in self._by_beginning.get(word[:3], ()):
                if (sure or len(title.words) > 1) and _stands_at(title.words, words, index):
                    found.append(title)
                    break
        return max(found, key=lambda title: len(title.text)).book if found else None

    def _like(self, written: str) -> str | None:
        best = process.extractOne(
            written, self._by_text.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE_QUOTED
        )
        return self._by_text[best[0]] if best else None

    def _misspelt(self, words: Sequence[str]) -> str | None:
        said = " ".join(words)[:_SEARCHED]
        fitting = [title for title in self._long if len(title) <= len(said)]
        best = process.extractOne(
            said, fitting, scorer=fuzz.partial_ratio, score_cutoff=_LIKE_UNQUOTED
        )
        return self._by_text[best[0]] if best else None


def books_like(books: Iterable[Book], typed: str) -> list[Book]:
    """Books in whose title and author, in one language, each word of what was typed begins one."""
    asked = _words(tokens(typed))
    return [
        book for book in books if asked and any(_answers(book, lang, asked) for lang in LOCALES)
    ]


def _answers(book: Book, language: str, asked: Sequence[str]) -> bool:
    words = _words(tokens(f"{book.title[language]} {book.author[language]}"))
    return all(any(word.startswith(each) for word in words) for each in asked)


def _words(row: Sequence[Token]) -> list[str]:
    return [token.text for token in row if token.is_word or token.is_digits]


def _without_article(title: list[str]) -> tuple[str, ...]:
    return tuple(title[1:] if len(title) > 1 and title[0] in _ARTICLES else title)


def _stands_at(title: Sequence[str], words: Sequence[str], index: int) -> bool:
    said = words[index : index + len(title)]
    return len(said) == len(title) and all(map(_is_form_of, said, title))


def _is_form_of(said: str, word: str) -> bool:
    """Whether two words differ by their endings only, as cases do."""
    if said == word:
        return True
    shared = Prefix.similarity(said, word)
    return shared >= 3 and shared >= len(word) - 3 and len(said) - shared <= 4 and len(word) > 3
