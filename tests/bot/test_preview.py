"""The preview page: every window in three languages, as a person would see it."""

import re
from pathlib import Path

from bot.preview import preview


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
