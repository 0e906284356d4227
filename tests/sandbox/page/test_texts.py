"""What the page says, in each of its languages."""

import json
import re
from pathlib import Path
from typing import Any

import sandbox

TEXTS = Path(sandbox.__file__).parent / "page" / "texts"


def test_every_text_is_there_in_every_language() -> None:
    texts = {path.stem: json.loads(path.read_text()) for path in TEXTS.glob("*.json")}
    assert texts.keys() == {"kk", "ru", "en"}
    for language in ("ru", "en"):
        assert texts[language].keys() == texts["kk"].keys()
        for key, phrase in texts["kk"].items():
            assert _placeholders(texts[language][key]) == _placeholders(phrase), key
    scripts = "".join(path.read_text() for path in TEXTS.parent.glob("*.js"))
    said = set(re.findall(r"'([a-z_]+\.[a-z_]+)'", scripts))
    subjects = {key.partition(".")[0] for key in texts["kk"] if "." in key}
    unknown = {key for key in said if key.partition(".")[0] in subjects} - texts["kk"].keys()
    assert unknown == set()
    built = tuple(re.findall(r"`([a-z]+\.)\$\{", scripts))
    unsaid = {key for key in texts["kk"] if key not in said and not key.startswith(built)}
    assert unsaid == {key for key in unsaid if f"'{key}'" in scripts}


def _placeholders(phrase: Any) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", json.dumps(phrase)))
