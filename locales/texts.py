"""The translator: one bundle of Fluent messages a language, made once from the .ftl files."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_datetime
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentNone
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor
from markupsafe import Markup, escape

LANGUAGES = ("kk", "ru", "en")
HERE = Path(__file__).parent


class Texts:
    """All messages in one language.

    `say("journal-saved", note=words)` is HTML for Telegram: what people wrote is escaped, so it
    is shown and never obeyed. `say.plain(...)` is for buttons and alerts, which know no HTML.
    """

    def __init__(self, language: str, sources: dict[str, str]) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False, functions=_functions(language))
        for source in sources.values():
            self._bundle.add_resource(_parsed(source))
        self._without_values: dict[str, str] = {}

    def __call__(self, key: str, **values: Any) -> Markup:
        """The message `key`, or its attribute as `message.attribute`, filled with the values.

        Numbers, strings, dates and aware datetimes may be values; a Markup stays as it is. Raises
        LookupError for an unknown key, ValueError for a value that the message did not get.
        """
        safe = {
            name: escape(value) if isinstance(value, str) else value
            for name, value in values.items()
        }
        return Markup(self.plain(key, **safe))

    def plain(self, key: str, **values: Any) -> str:
        """The same without markup and escaping, for buttons, alerts, commands and pictures."""
        if values:
            return self._filled(key, values)
        if key not in self._without_values:
            self._without_values[key] = self._filled(key, values)
        return self._without_values[key]

    def has(self, key: str) -> bool:
        return bool(self._bundle.has_message(key))

    def _filled(self, key: str, values: dict[str, Any]) -> str:
        name, _, attribute = key.partition(".")
        if not self._bundle.has_message(name):
            raise LookupError(f"{self.language}: no message {key!r}")
        message = self._bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise LookupError(f"{self.language}: no message {key!r}")
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise ValueError(f"{self.language}: {key}: {errors}")
        return str(text)


def _functions(language: str) -> dict[str, Any]:
    """Fluent functions for days and moments; a year is shown where it says something."""

    def day(value: Any, style: str = "medium") -> str:
        return _day(_plain(value), str(style), language)

    def moment(value: Any) -> str:
        return format_datetime(_plain(value), _MOMENT[language], locale=language)

    return {"DAY": day, "MOMENT": moment}


_DAY = {
    "kk": {
        "short": "d MMMM",
        "medium": "y 'ж'. d MMMM",
        "weekday": "d MMMM, EEEE",
        "brief": "d MMMM, EEE",
        "month": "LLL",
    },
    "ru": {
        "short": "d MMMM",
        "medium": "d MMMM y",
        "weekday": "EEEE, d MMMM",
        "brief": "EEE, d MMM",
        "month": "LLL",
    },
    "en": {
        "short": "d MMMM",
        "medium": "d MMMM y",
        "weekday": "EEEE, d MMMM",
        "brief": "EEE, d MMM",
        "month": "LLL",
    },
}
_MOMENT = {"kk": "d MMMM, HH:mm", "ru": "d MMMM, HH:mm", "en": "d MMMM, HH:mm"}


def _day(value: date, style: str, language: str) -> str:
    return format_date(value, _DAY[language][style], locale=language)


def _plain(value: Any) -> Any:
    if isinstance(value, FluentNone):
        raise TypeError("A date is missing")
    return value


def texts(language: str | None) -> Texts:
    """The messages in this language; Kazakh for anyone whose language is not known."""
    return _texts(language if language in LANGUAGES else LANGUAGES[0])


@cache
def _texts(language: str) -> Texts:
    return Texts(language, _sources(language))


def _sources(language: str) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted((HERE / language).glob("*.ftl"))}


@cache
def _parsed(source: str) -> ast.Resource:
    """Read once, by whoever asks first: it takes longer than all else that is done with texts."""
    return FluentResource(source)


def problems() -> list[str]:
    """What is wrong with the texts: syntax, keys or variables that a language lacks or repeats."""
    found: list[str] = []
    by_language = {language: _messages(language, found) for language in LANGUAGES}
    every = {key for messages in by_language.values() for key in messages}
    for key in sorted(every):
        uses = {language: messages.get(key) for language, messages in by_language.items()}
        for language, variables in uses.items():
            if variables is None:
                found.append(f"locales/{language}: {key} is not translated")
        given = [variables for variables in uses.values() if variables is not None]
        if any(variables != given[0] for variables in given):
            found.append(f"locales: {key} uses other variables in one language than in another")
    return found


def _messages(language: str, found: list[str]) -> dict[str, frozenset[str]]:
    messages: dict[str, frozenset[str]] = {}
    for name, source in _sources(language).items():
        for entry in _parsed(source).body:
            if isinstance(entry, ast.Junk):
                words = "; ".join(note.message or "" for note in entry.annotations)
                start = (entry.content or "")[:60]
                found.append(f"locales/{language}/{name}: {words}: {start!r}")
            elif isinstance(entry, ast.Message):
                for key, node in _patterns(entry):
                    if key in messages:
                        found.append(f"locales/{language}/{name}: {key} stands twice")
                    messages[key] = _variables(node)
    return messages


def _patterns(message: ast.Message) -> Iterator[tuple[str, ast.Pattern]]:
    if message.value is not None:
        yield message.id.name, message.value
    for attribute in message.attributes:
        yield f"{message.id.name}.{attribute.id.name}", attribute.value


def _variables(node: ast.Pattern) -> frozenset[str]:
    names: set[str] = set()

    class Names(Visitor):
        def visit_VariableReference(self, found: ast.VariableReference) -> None:  # noqa: N802
            names.add(found.id.name)

    Names().visit(node)
    return frozenset(names)
