"""The preview page: every window in three languages, as a person would see it."""

import re
from pathlib import Path

import pytest
from aiogram_dialog import Dialog
from aiogram_dialog.setup import collect_dialogs

from award.programme import load
from bot.preview import in_all_languages, preview
from bot.settings import SHIPPED_PROGRAMME
from handlers import conversations
from locales import LANGUAGES


async def test_every_window_shows_real_content_in_its_language(tmp_path: Path) -> None:
    page = tmp_path / "preview" / "index.html"
    assert await preview(page) == 0
    html = page.read_text("utf-8")
    cells = re.findall(r'<div lang="(\w+)">(.*?)\n  </div>', html, re.DOTALL)
    by_language = {
        language: [cell for lang, cell in cells if lang == language]
        for language in ("kk", "ru", "en")
    }
    assert len(set(map(len, by_language.values()))) == 1
    assert len(by_language["kk"]) > 90
    assert "…" not in html
    for english in by_language["en"]:
        without_choice = english.replace("Қазақша", "").replace("Русский", "")
        if "Hello! Choose your language." not in english:
            assert not re.search(r"[\u0400-\u04ff]", without_choice), english


ROOT = Path(__file__).parent.parent.parent
# Letters that a phone of 360 px shows on a button, by how many are in its row.
ROOM = {1: 28, 2: 15, 3: 11, 4: 9}


def _own(language: str) -> set[str]:
    """All words of a language that hold no value: names and data are as long as they are."""
    texts = "\n".join(
        path.read_text("utf-8") for path in (ROOT / "locales" / language).glob("*.ftl")
    )
    return set(re.findall(r"^[a-z][\w-]* = ([^{\n]+)$", texts, re.MULTILINE))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_buttons_have_room_for_their_words(language: str) -> None:
    programme, words = load(SHIPPED_PROGRAMME), _own(language)
    long = {
        button.title
        for dialog in collect_dialogs(conversations())
        if isinstance(dialog, Dialog)
        for looks in await in_all_languages(dialog, programme)
        for row in looks[LANGUAGES.index(language)].keyboard
        for button in row
        if button.title in words and len(button.title) > ROOM.get(len(row), 8)
    }
    assert not long
