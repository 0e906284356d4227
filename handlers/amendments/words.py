"""Pieces of the programme in words: what each is called, and the lines in which two may differ."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from award.programme import LOCALES, Programme
from award.programme.pieces import PieceKind, Plain, kind_of
from locales import Texts


def name_of(part: str, value: Plain | None, programme: Programme, say: Texts) -> str:
    """What a piece is called; `value` is what is known of it."""
    _, *names = part.split(".")
    match kind_of(part):
        case PieceKind.MANDATORY:
            return say.plain("amendments-name-mandatory", year=names[0])
        case PieceKind.NORMS:
            direction, level = programme.find_direction(names[0]), programme.find_level(names[1])
            return say.plain(
                "amendments-name-norm",
                direction=direction.name[say.language] if direction else names[0],
                level=level.name[say.language] if level else names[1],
            )
        case PieceKind.BOOKS:
            return value["title"][say.language] if value else names[0]


def lines_of(part: str, value: Plain | None, programme: Programme, say: Texts) -> list[Markup]:
    """A piece in lines; none where it is not there."""
    if value is None:
        return []
    match kind_of(part):
        case PieceKind.MANDATORY:
            known = (programme.find_direction(code) for code in value["directions"])
            return [say("amendments-line", text=each.name[say.language]) for each in known if each]
        case PieceKind.NORMS:
            return [*_in_languages(value["text"], say), *_numbers(value, say)]
        case PieceKind.BOOKS:
            return [*_book(value, say)]


def changed(
    part: str, before: Plain | None, after: Plain | None, programme: Programme, say: Texts
) -> dict[str, Markup]:
    """`gone` and `new`: the lines that one has and the other has not, or a sign that says none.

    Of directions all: what is left would read as if it were nothing.
    """
    was = lines_of(part, before, programme, say)
    becomes = lines_of(part, after, programme, say)
    none = say("amendments-nothing")
    gone, new = was, becomes
    if kind_of(part) is not PieceKind.MANDATORY:
        gone = [each for each in was if each not in becomes]
        new = [each for each in becomes if each not in was]
    return {"gone": Markup("\n").join(gone) or none, "new": Markup("\n").join(new) or none}


def number_label(pair: tuple[Plain, Plain], say: Texts) -> str:
    """An exercise and one number of it, on a button: what is to be reached, and by whom."""
    return say.plain("amendments-number-button", **_of_number(*pair, say))


def in_one_language(value: Plain, language: str) -> Plain:
    """A piece whose texts are all in one language: for a preview, which has one reader."""
    return {
        name: dict.fromkeys(LOCALES, each[language])
        if isinstance(each, dict) and language in each
        else each
        for name, each in value.items()
    }


def _of_number(exercise: Plain, value: Plain, say: Texts) -> dict[str, Any]:
    number = value["value"]
    return {
        "exercise": exercise["name"][say.language],
        "sex": value["sex"],
        "from": value["min_age"],
        "to": value["max_age"],
        "least": "most" if exercise["at_most"] else "least",
        "value": f"{number:g}",
        "unit": exercise["unit"][say.language],
    }


def _numbers(norm: Plain, say: Texts) -> Iterable[Markup]:
    for exercise in norm["exercises"]:
        for value in exercise["values"]:
            yield say("amendments-number", **_of_number(exercise, value, say))


def _in_languages(text: Plain, say: Texts) -> Iterable[Markup]:
    for code in LOCALES:
        yield say("amendments-line-language", language=code, text=text[code])


def _book(book: Plain, say: Texts) -> Iterable[Markup]:
    yield say("amendments-line-section", number=book["section"])
    for code in LOCALES:
        text = f"{book['author'][code]} – {book['title'][code]}"
        yield say("amendments-line-language", language=code, text=text)
