"""The texts as a whole: all there in three languages, all used, none mistyped."""

import ast
import importlib
import inspect
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.serializer import FluentSerializer

from award.errors import Refusal
from handlers.centres.applications import CentreDo
from handlers.certificates.taps import CertificateDo
from handlers.disputes.dispute import BEGINNING
from handlers.findings.card import FindingDo
from handlers.journal.draft_card import QUESTIONS
from handlers.plan.notices import PlanDo
from handlers.reminders.silence import SilenceDo
from handlers.reminders.weekly_hour import HourDo
from handlers.ui.taps import DisputeDo, DossierDo, ExcuseDo, TransferDo
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


# --- texts by members of an enum


# What is done about a dispute in words.
_NO_WORDS = {DisputeDo.SHOW, DisputeDo.FILES, DisputeDo.WHOLE, DisputeDo.WITHDRAW}
OF_DISPUTES_IN_WORDS = set(DisputeDo) - _NO_WORDS
# What a text's key ends with, of each that is composed from what a tap asks for.
BY_TAP: Mapping[str, Collection[StrEnum]] = {
    "button-plan": set(PlanDo),
    "certificate-button": set(CertificateDo),
    "dispute-ask": OF_DISPUTES_IN_WORDS,
    "dispute-button": set(DisputeDo) - BEGINNING,
    "dispute-said": OF_DISPUTES_IN_WORDS,
    "dossier-button": set(DossierDo),
    "excuse-button": set(ExcuseDo) - {ExcuseDo.OWN, ExcuseDo.ANSWER},
    "finding-button": set(FindingDo),
    "hour-button": set(HourDo),
    "hour-snoozed": set(HourDo) - {HourDo.LOG},
    "journal-ask": set(QUESTIONS),
    "org-button": set(CentreDo) - {CentreDo.SHOW},
    "silence-answered": set(SilenceDo),
    "transfer-button": {
        *(TransferDo.AGREE, TransferDo.DECLINE, TransferDo.PULL),
        *(TransferDo.CHOOSE, TransferDo.REFUSE, TransferDo.WITHDRAW),
    },
}


def test_all_that_is_composed_from_taps_is_known_here() -> None:
    composed = {
        str(prefix.value).removesuffix("-")
        for path in (ROOT / "handlers").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.JoinedStr)
        for prefix, last in [(node.values[0], node.values[-1])]
        if isinstance(prefix, ast.Constant) and isinstance(last, ast.FormattedValue)
        if str(prefix.value).endswith("-") and _name(last.value) in ("do", "ask")
    }
    assert composed == BY_TAP.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tap_has_its_words(language: str) -> None:
    keys = {f"{prefix}-{do.value}" for prefix, members in BY_TAP.items() for do in members}
    assert keys - messages(language).keys() == set()


# --- refusals


@cache
def refusals() -> tuple[set[str], list[str]]:
    """Keys of all that can be refused; where one is built of what cannot be listed."""
    keys: set[str] = set()
    unknown: list[str] = []
    for room in ("award", "handlers"):
        for path in sorted((ROOT / room).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            module = importlib.import_module(name.removesuffix(".__init__"))
            for key in _keys_built(ast.parse(path.read_text("utf-8"))):
                try:
                    keys.update(_listed(key, module))
                except LookupError:
                    unknown.append(f"{path.relative_to(ROOT)}:{key.lineno}: {ast.unparse(key)}")
    keys.update(each.key for each in _kinds(Refusal))
    return keys, unknown


def _kinds(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    yield kind
    for each in kind.__subclasses__():
        yield from _kinds(each)


def _keys_built(tree: ast.Module) -> Iterator[ast.expr]:
    """What stands for the key where a refusal is built, or a kind of its own builds its key."""
    takes_key = {
        each.__name__ for each in _kinds(Refusal) if "key" in inspect.signature(each).parameters
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in takes_key:
            yield node.args[0]
        elif isinstance(node, ast.ClassDef) and node.name in {k.__name__ for k in _kinds(Refusal)}:
            yield from (
                call.args[0]
                for call in ast.walk(node)
                if isinstance(call, ast.Call) and _name(call.func) == "__init__" and call.args
                if node.name not in takes_key
            )


def _listed(key: ast.expr, module: ModuleType) -> Iterable[str]:
    """The keys that an expression can be; raises LookupError for one that could be any."""
    match key:
        case ast.Constant(value=str(literal)):
            return [literal]
        case ast.IfExp(body=body, orelse=orelse):
            return [*_listed(body, module), *_listed(orelse, module)]
        case ast.Subscript(value=ast.Name(id=mapping)):
            return list(vars(module)[mapping].values())
    raise LookupError


def test_every_refusal_names_a_key_that_can_be_listed() -> None:
    assert refusals()[1] == [], "take it from a mapping by an enum's members"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_its_words(language: str) -> None:
    keys, _ = refusals()
    assert {"refused-hour-evening", "journal-closed-paused", "mistake-org-name"} <= keys
    assert keys - messages(language).keys() == set()


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
    "commission-head",
    "marks-button-norm",
    "marks-direction",
    "menu-button-commission",
    "org-title-phone",
    "role-operator",
    "title-hobbies",
    "title-phone",
    "title-photo",
    "weekday-2",
    "weekday-5",
    "document-certificate",
    "document-diploma",
    "menu-button-olzha",
    "menu-button-rating",
    "menu-button-ratings",
    "public-name-button-rating",
    "olzha-picture-title",
}


def test_nobody_is_told_to_be_without_what_they_are() -> None:
    """«Сіз – тәлімгерсіз» says "you are a mentor", and reads as "you are without a mentor"."""
    roles = "тәлімгер|сарапшы|үйлестіруші|жетекші|оператор|өкіл|төреші|мүше|төраға|хатшы|үлгі"
    reads_as_without = re.compile(rf"\bсіз\b[^.:]*\b(?:{roles})(?:сіз|сыз)\b", re.IGNORECASE)
    wrong = [
        key
        for key, message in messages("kk").items()
        for words in texts_of(message)
        if reads_as_without.search(re.sub(r"<[^>]*>", "", words))
    ]
    assert wrong == []


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
