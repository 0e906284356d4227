"""Text with entities: parsed by its mode, what Telegram finds by itself, safe HTML."""

import html
import re
from collections.abc import Callable, Iterable

from aiogram.types import MessageEntity
from aiogram.utils.text_decorations import HtmlDecoration

from sandbox.errors import bad_request
from sandbox.html_reader import read_html
from sandbox.markdown_reader import read_markdown, read_markdown_v2
from sandbox.markup import Entity, cannot_parse, checked_link, utf16_length

_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/<>])")),
    ("url", re.compile(r"https?://[^\s<>\"]+[^\s<>\".,!?:;)]")),
    ("email", re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("mention", re.compile(r"(?<![\w@/.])@[A-Za-z]\w{3,31}")),
    ("hashtag", re.compile(r"(?<![\w#&])#\w*[^\W\d]\w*")),
)
_NEEDED = {
    "text_link": "url",
    "text_mention": "user",
    "custom_emoji": "custom_emoji_id",
    "date_time": "unix_time",
}
_READERS: dict[str, Callable[[str], tuple[str, list[Entity]]]] = {
    "html": read_html,
    "markdown": read_markdown,
    "markdownv2": read_markdown_v2,
}


def parse(
    text: str, mode: str | None, given: list[Entity] | None = None
) -> tuple[str, list[Entity]]:
    """Text and entities of what a bot sent; raises ApiError with Telegram's complaint."""
    entities = [entity for entity in given or [] if _fit(text, entity)]
    if mode:
        reader = _READERS.get(mode.lower())
        if reader is None:
            raise bad_request("unsupported parse_mode")
        text, entities = reader(text)
    text, entities = _trim(*_without_returns(text, entities))
    return text, find(text, entities)


def _fit(text: str, entity: Entity) -> bool:
    needed = _NEEDED.get(entity["type"])
    if needed and entity.get(needed) is None:
        return False
    if entity["type"] == "text_link" and checked_link(entity["url"]) is None:
        return False
    units = text.encode("utf-16-le")
    for border in (entity["offset"], entity["offset"] + entity["length"]):
        # The second half of a surrogate pair starts with 0xDC to 0xDF.
        if 0 < border * 2 < len(units) and 0xDC <= units[border * 2 + 1] <= 0xDF:
            raise cannot_parse("Entity begins or ends in a middle of a UTF-16 symbol")
    return True


def _without_returns(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    if "\r" not in text:
        return text, entities
    units = text.encode("utf-16-le")

    def moved(border: int) -> int:
        return border - units[: border * 2].decode("utf-16-le", "replace").count("\r")

    kept = []
    for entity in entities:
        start = moved(entity["offset"])
        length = moved(entity["offset"] + entity["length"]) - start
        kept += [entity | {"offset": start, "length": length}] if length else []
    return text.replace("\r", ""), kept


def _trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    lead = utf16_length(text) - utf16_length(text.lstrip())
    text = text.strip()
    total = utf16_length(text)
    kept = []
    for entity in entities:
        start = max(0, entity["offset"] - lead)
        end = min(total, entity["offset"] + entity["length"] - lead)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return text, kept


def find(text: str, entities: Iterable[Entity] = ()) -> list[Entity]:
    """The entities plus the commands, links, mentions, hashtags Telegram finds by itself."""
    found = list(entities)
    taken = [
        (e["offset"], e["offset"] + e["length"])
        for e in found
        if e["type"] in {"text_link", "code", "pre"}
    ]
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            start = utf16_length(text[: match.start()])
            end = start + utf16_length(match.group())
            if all(end <= a or start >= b for a, b in taken):
                taken.append((start, end))
                found.append({"type": kind, "offset": start, "length": end - start})
    return sorted(found, key=lambda e: (e["offset"], -e["length"]))


class _SafeHtml(HtmlDecoration):
    """HTML for a web page: every attribute escaped, links that were found made links."""

    def link(self, value: str, link: str) -> str:
        return f'<a href="{html.escape(link)}" target="_blank" rel="noopener">{value}</a>'

    def pre_language(self, value: str, language: str) -> str:
        code = f'<code class="language-{html.escape(language)}">{value}</code>'
        return f"<pre>{code}</pre>"

    def custom_emoji(self, value: str, custom_emoji_id: str) -> str:
        return f'<tg-emoji emoji-id="{html.escape(custom_emoji_id)}">{value}</tg-emoji>'

    def apply_entity(self, entity: MessageEntity, text: str) -> str:
        if entity.type == "url":
            return self.link(text, html.unescape(text))
        return super().apply_entity(entity, text)


def as_html(text: str, entities: list[Entity]) -> str:
    """HTML safe to put into a page."""
    shown: list[MessageEntity] = []
    ends: list[int] = []
    for entity in sorted(entities, key=lambda e: (e["offset"], -e["length"])):
        start, end = entity["offset"], entity["offset"] + entity["length"]
        while ends and ends[-1] <= start:
            ends.pop()
        # HTML cannot cross its tags; a page may lose one of two entities that do.
        if not ends or end <= ends[-1]:
            ends.append(end)
            shown.append(MessageEntity.model_validate(entity))
    return _SafeHtml().unparse(text, shown)
