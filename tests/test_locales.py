"""The texts as a whole: all there in three languages, all used, none mistyped."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.serializer import FluentSerializer

from locales import LANGUAGES, problems

ROOT = Path(__file__).parent.parent
CODE = ("award", "bot", "handlers", "locales", "scheduler")
# What is called with the key of a text first.
SPEAKING = {"say", "plain", "Say", "Label", "Refusal", "TooLate", "NotFound", "question", "asked"}
# The same words in both languages: the question in all three, and names of languages in their own.
SAME = re.compile(r"choose-language|language-(kk|ru|en)")
LETTERS = re.compile(r"[^\W\d_]")
LATIN_IN_CYRILLIC = re.compile(r"\w*(?:[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z])\w*")


@cache
def messages(language: str) -> dict[str, fluent.Message]:
    """Every message of a language by its key."""
    return {
        entry.id.name: entry
        for path in sorted((ROOT / "locales" / language).glob("*.ftl"))
        for entry in FluentParser().parse(path.read_text("utf-8")).body
        if isinstance(entry, fluent.Message)
    }


def texts_of(node: fluent.BaseNode) -> Iterator[str]:
    """The written words of a message, without placeholders, each piece alone."""
    if isinstance(node, fluent.TextElement):
        yield node.value
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, fluent.BaseNode):
                yield from texts_of(child)


@cache
def strings() -> tuple[set[str], set[str], list[str]]:
    """Of all code: string literals; those that a text is asked by; f-strings as patterns."""
    literals: set[str] = set()
    asked: set[str] = set()
    patterns: list[str] = []
    for path in (path for folder in CODE for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value.partition(".")[0])
            elif isinstance(node, ast.JoinedStr):
                patterns.append(_pattern(node))
            elif isinstance(node, ast.Call) and _name(node.func) in SPEAKING:
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    asked.add(first.value.partition(".")[0])
    begun = [pattern for pattern in patterns if re.match(r"[a-z]+\\-", pattern)]
    return literals, asked, begun


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _pattern(node: ast.JoinedStr) -> str:
    parts = (
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w-]+"
        for part in node.values
    )
    return "".join(parts).partition(r"\.")[0]


def test_the_texts_have_no_problems() -> None:
    assert problems() == []


def test_every_text_that_code_asks_for_is_there() -> None:
    _, asked, patterns = strings()
    known = messages("kk")
    missing = {key for key in asked if re.fullmatch(r"[a-z]+(-[\w]+)*", key)} - known.keys()
    assert missing == set()
    keys = {prefix for key in known for prefix in [key.partition("-")[0]]}
    astray = [
        pattern
        for pattern in patterns
        if pattern.partition(r"\-")[0] in keys
        and not any(re.fullmatch(pattern, key) for key in known)
        and pattern not in NOT_TEXTS
    ]
    assert astray == []


# f-strings that begin like a text's key and are none.
NOT_TEXTS: set[str] = {r"mydata\-[\w-]+"}


def test_every_text_is_used() -> None:
    literals, _, patterns = strings()
    unused = [
        key
        for key in messages("kk")
        if key not in literals and not any(re.fullmatch(pattern, key) for pattern in patterns)
    ]
    assert unused == []


def test_kazakh_is_not_left_in_russian() -> None:
    kk, ru = messages("kk"), messages("ru")
    same = [
        key
        for key in kk
        if not SAME.fullmatch(key)
        and (words := list(texts_of(kk[key]))) == list(texts_of(ru[key]))
        and LETTERS.search(re.sub(r"<[^>]*>|\bмин\b", "", "".join(words)))
    ]
    assert set(same) == SHARED


# Words that both languages write alike.
SHARED = {
    "marks-button-norm",
    "marks-direction",
    "org-title-phone",
    "role-operator",
    "title-hobbies",
    "title-phone",
    "title-photo",
    "weekday-2",
    "weekday-5",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_typed_with_care(language: str) -> None:
    wrong = []
    for key, message in messages(language).items():
        for words in texts_of(message):
            plain = re.sub(r"<[^>]*>", " ", words)
            if LATIN_IN_CYRILLIC.search(plain):
                wrong.append(f"{key}: Latin letters in a Cyrillic word: {words}")
            if "  " in words or " \n" in words:
                wrong.append(f"{key}: a space too many: {words!r}")
            if " — " in words or " - " in words:
                wrong.append(f"{key}: not an en dash: {words}")
            if '"' in words or re.search(r"[A-Za-z]'[a-z]", words):
                wrong.append(f"{key}: a typewriter's quotation mark: {words}")
    assert wrong == []


@pytest.mark.parametrize(
    "path",
    [
        *sorted((ROOT / "award" / "programme" / "tosbelgi").glob("*.yaml")),
        *sorted((ROOT / "sandbox" / "page" / "texts").glob("*.json")),
    ],
    ids=lambda path: path.name,
)
def test_data_has_no_latin_letters_in_cyrillic_words(path: Path) -> None:
    assert LATIN_IN_CYRILLIC.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_counted_noun_has_its_plural(language: str) -> None:
    """A number that stands right before a noun chooses its form, or is one of a unit."""
    wrong = [
        f"{key}: {{ ${name} }} {noun}"
        for key, message in messages(language).items()
        for source in [FluentSerializer().serialize_entry(message)]
        for name, noun in re.findall(r"\{ \$(\w+) \} (\w+)", source)
        if name in NUMBERS and noun not in UNITS[language] and f"${name} ->" not in source
    ]
    assert wrong == []


NUMBERS = {
    *("approved", "books", "children", "count", "days", "done", "entries", "files", "flagged"),
    *("found", "least", "left", "length", "links", "load", "log", "messages", "minutes"),
    *("missing", "months", "needed", "new", "newcomers", "participants", "required"),
    *("seconds", "shown", "signatures", "taken", "total", "unassigned", "unread"),
    *("versions", "waiting", "weeks", "with_this"),
}
# Units that never change, and nouns after numbers that are always large.
UNITS = {
    "ru": {"мин", "знаков", "минут", "дней", "лет"},
    "en": {"min", "sec", "characters", "minutes", "days"},
}
