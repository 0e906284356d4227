"""The portfolio's pages in words: all that its template (portfolio.typ) is filled with."""

import json
from collections.abc import Collection
from functools import partial
from io import BytesIO
from typing import Any

from award.olzha.shelf import Won
from award.portfolio.contents import Contents, Page
from award.programme import Programme, Trophy
from handlers.olzha.trophies import trophy
from handlers.progress.picture import draw
from handlers.wording.names import book_title
from handlers.wording.progress import describe, done
from locales import Texts

PORTRAIT, PROGRESS = "portrait", "progress"
TROPHIES = 12  # that stand on a page
TROPHY_SIZE = 200  # px


def wanted(found: Contents) -> dict[str, str]:
    """Telegram's ids of the pictures in it, by the names that its words have for them."""
    pictures = {PORTRAIT: found.portrait} if found.portrait else {}
    for page in found.pages:
        pictures |= {_name(photo.media_id): photo.file_id for photo in page.photos}
    return pictures


def drawn_pictures(found: Contents, programme: Programme, say: Texts) -> dict[str, bytes]:
    """How far the participant is, and trophies, as PNG by their names; tenths of a second."""
    progress = draw(
        found.progress,
        programme,
        say,
        name=found.name,
        level=programme.level(found.level),
        today=found.until,
    )
    return {PROGRESS: progress} | {
        _trophy(won): _png(won.reward.trophy) for won in found.trophies[:TROPHIES]
    }


def _trophy(won: Won) -> str:
    return f"trophy:{won.reward.code}"


def _png(shown: Trophy | None) -> bytes:
    assert shown is not None
    file = BytesIO()
    trophy(shown, TROPHY_SIZE).save(file, "PNG")
    return file.getvalue()


def worded(
    found: Contents, programme: Programme, say: Texts, pictures: Collection[str], missing: int
) -> bytes:
    """JSON for the template, in the reader's language. `pictures`: names of those that are there;
    `missing`: how many could not be had."""
    language = say.language
    # What was read stands among the books.
    shown = [page for page in found.pages if page.photos or page.words or page.minutes or page.days]
    level = programme.level(found.level)
    note = say.plain("portfolio-note")
    if missing:
        note += " " + say.plain("portfolio-missing", pictures=missing)
    return json.dumps(
        {
            "lang": language,
            "title": say.plain("portfolio-title"),
            "programme": programme.name[language],
            "level": say.plain("picture-level", level=level.name[language]),
            "level_code": level.code,
            "name": found.name or "–",
            "initials": "".join(word[0] for word in found.name.split()[:2]).upper() or "–",
            "period": say.plain("portfolio-period", first=found.since, last=found.until),
            "made": say.plain("portfolio-made", day=found.until),
            "portrait": PORTRAIT if PORTRAIT in pictures else None,
            "progress": _progress(found, programme, say),
            "months": _months(found, say),
            "pages": [_page(page, found, programme, say, pictures) for page in shown],
            "books": _books(found, programme, say),
            "characterisation": {
                "title": say.plain("portfolio-mentor"),
                "words": found.characterisation,
            },
            "trophies": _trophies(found, say),
            "certificate": _certificate(found, say),
            "note": note,
        },
        ensure_ascii=False,
    ).encode()


def _progress(found: Contents, programme: Programme, say: Texts) -> dict[str, Any]:
    minutes = sum(page.minutes for page in found.pages)
    entries = sum(page.entries for page in found.pages)
    facts = (
        ("rating", say.plain("picture-percent", percent=int(found.progress.rating))),
        ("hours", _hours(minutes)),
        ("entries", str(entries)),
        ("books", str(len(found.books))),
        ("days", str(sum(page.days for page in found.pages))),
    )
    level = programme.level(found.level)
    alt = describe(found.progress, programme, say, name=found.name, level=level)
    return {
        "title": say.plain("portfolio-way"),
        "picture": PROGRESS,
        "alt": alt.striptags(),
        "facts": [
            {"value": value, "label": say.plain(f"portfolio-fact-{name}")} for name, value in facts
        ],
        "words": None if entries else say.plain("portfolio-nothing-yet"),
    }


def _hours(minutes: int) -> str:
    """Whole hours, and of a few a half."""
    halves = minutes // 30
    return f"{halves // 2}" if halves % 2 == 0 or halves > 20 else f"{halves / 2:.1f}"


def _months(found: Contents, say: Texts) -> dict[str, Any]:
    return {
        "title": say.plain("portfolio-months"),
        "list": [
            {
                "label": say.plain("portfolio-month", first=month.first),
                "minutes": month.minutes,
                "hours": _hours(month.minutes),
            }
            for month in found.months
        ],
    }


def _page(
    page: Page, found: Contents, programme: Programme, say: Texts, pictures: Collection[str]
) -> dict[str, Any]:
    direction = programme.direction(page.direction)
    progress = found.progress.direction(page.direction)
    day = partial(say.plain, "answer-day")
    return {
        "name": direction.name[say.language],
        "motto": direction.motto[say.language],
        "colour": direction.colour,
        "share": progress.percent / 100,
        "percent": say.plain("picture-percent", percent=progress.percent),
        "done": done(progress, say),
        "summary": _summary(page, say),
        "photos": [
            {
                "file": _name(photo.media_id),
                "day": day(day=photo.day),
                "alt": say.plain(
                    "portfolio-alt", direction=direction.name[say.language], day=photo.day
                ),
            }
            for photo in page.photos
            if _name(photo.media_id) in pictures
        ],
        "words": [{"words": each.words, "day": day(day=each.day)} for each in page.words],
    }


def _summary(page: Page, say: Texts) -> str:
    parts = [say.plain("portfolio-entries", entries=page.entries)]
    if page.minutes:
        parts.append(say.plain("portfolio-hours", hours=_hours(page.minutes)))
    if page.days:
        parts.append(say.plain("days", days=page.days))
    return " · ".join(parts)


def _trophies(found: Contents, say: Texts) -> dict[str, Any]:
    language = say.language
    return {
        "title": say.plain("portfolio-trophies"),
        "list": [
            {"file": _trophy(won), "name": won.reward.name[language]}
            for won in found.trophies[:TROPHIES]
        ],
    }


def _certificate(found: Contents, say: Texts) -> dict[str, str] | None:
    held = found.certificate
    if held is None:
        return None
    return {
        "title": say.plain("portfolio-certificate"),
        "number": held.number,
        "day": say.plain("answer-day", day=held.day),
    }


def _books(found: Contents, programme: Programme, say: Texts) -> dict[str, Any]:
    return {
        "title": say.plain("portfolio-books"),
        "list": [
            {
                "title": book_title(programme, book.code, say.language) or book.code,
                "day": say.plain("answer-day", day=book.day),
                "lines": book.lines,
            }
            for book in found.books
        ],
    }


def _name(media_id: int) -> str:
    return f"photo-{media_id}"
