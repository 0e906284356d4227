"""Text with entities: parses HTML as Telegram's server does, finds links, writes safe HTML."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from aiogram.types import MessageEntity
from aiogram.utils.text_decorations import HtmlDecoration

from sandbox.errors import bad_request

Entity = dict[str, Any]

_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "blockquote": "blockquote",
}
_ENTITY_REFERENCE = re.compile(rb"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
_NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
_NAME_TOKEN = re.compile(rb"[A-Za-z0-9.\-]*")
_LINK = re.compile(r"(?:(?:https?|tg|ton)://|mailto:|tel:)[^\s<>\"]+", re.IGNORECASE)
_BARE_LINK = re.compile(r"[\w-]+(\.[\w-]+)+([/?#][^\s<>\"]*)?")
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
_SPACE = b" \t\r\n\0\v"


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, the measure of entities."""
    return len(text.encode("utf-16-le")) // 2


def _fail(reason: str) -> Exception:
    return bad_request(f"can't parse entities: {reason}")


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    position: int


class _HtmlReader:
    """Walks the bytes of a message; positions in complaints are byte offsets."""

    def __init__(self, source: str) -> None:
        self.source = source.encode()
        self.at = 0
        self.text = bytearray()
        self.entities: list[Entity] = []
        self.open: list[_Open] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            byte = self.source[self.at : self.at + 1]
            if byte == b"&" and self._reference(self.text):
                continue
            if byte != b"<":
                self.text += byte
                self.at += 1
            elif self.source[self.at + 1 : self.at + 2] == b"/":
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            tag = self.open[-1].tag
            raise _fail(f'Can\'t find end tag corresponding to start tag "{tag}"')
        return self.text.decode(errors="replace"), self.entities

    def _reference(self, into: bytearray) -> bool:
        found = _ENTITY_REFERENCE.match(self.source, self.at)
        if not found:
            return False
        decimal, hexadecimal, name = found.groups()
        if name:
            into += _NAMED[name].encode()
        else:
            code = int(decimal) if decimal else int(hexadecimal, 16)
            if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
                return False
            into += chr(code).encode()
        self.at = found.end()
        return True

    def _peek(self) -> bytes:
        return self.source[self.at : self.at + 1]

    def _skip_while(self, space: bool, stop: bytes = b"") -> None:
        while (
            (here := self._peek()) and (here in _SPACE) is space and (not stop or here not in stop)
        ):
            self.at += 1

    def _offset(self) -> int:
        return utf16_length(self.text.decode(errors="replace"))

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        name_at = self.at
        self._skip_while(space=False, stop=b">")
        if not self._peek():
            raise _fail(f"Unclosed start tag at byte offset {begin}")
        tag = self.source[name_at : self.at].decode(errors="replace").lower()
        if tag not in _TAGS:
            raise _fail(f'Unsupported start tag "{tag}" at byte offset {begin}')
        argument = ""
        while True:
            self._skip_while(space=True)
            if self._peek() == b">":
                break
            argument = self._attribute(tag, begin) or argument
        self.at += 1
        if tag == "span" and argument != "spoiler":
            raise _fail(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        if tag == "tg-emoji" and not argument.isdigit():
            raise _fail("Invalid custom emoji identifier specified")
        self.open.append(_Open(tag, argument, self._offset(), len(self.text)))

    def _attribute(self, tag: str, begin: int) -> str:
        unclosed = _fail(f'Unclosed start tag "{tag}" at byte offset {begin}')
        name_at = self.at
        self._skip_while(space=False, stop=b"=>")
        name = self.source[name_at : self.at].decode(errors="replace").lower()
        if not self._peek():
            raise unclosed
        if not name:
            raise _fail(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        self._skip_while(space=True)
        if self._peek() != b"=":
            if (tag, name) == ("blockquote", "expandable"):
                return "expandable"
            raise _fail(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}" '
                f"at byte offset {begin}"
            )
        self.at += 1
        self._skip_while(space=True)
        value = self._value()
        if not self._peek():
            raise unclosed
        return _argument(tag, name, value)

    def _value(self) -> str:
        quote = self._peek()
        if quote not in (b"'", b'"') or not quote:
            token_at = self.at
            found = _NAME_TOKEN.match(self.source, self.at)
            self.at = found.end() if found else self.at
            if self._peek() and self._peek() not in _SPACE + b">":
                raise _fail(f"Unexpected end of name token at byte offset {token_at}")
            return self.source[token_at : self.at].decode().lower()
        self.at += 1
        value = bytearray()
        while (here := self._peek()) and here != quote:
            if here == b"&" and self._reference(value):
                continue
            value += here
            self.at += 1
        self.at += 1
        return value.decode(errors="replace")

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise _fail(f"Unexpected end tag at byte offset {begin}")
        self.at += 2
        name_at = self.at
        self._skip_while(space=False, stop=b">")
        tag = self.source[name_at : self.at].decode(errors="replace").lower()
        self._skip_while(space=True)
        if self._peek() != b">":
            raise _fail(f"Unclosed end tag at byte offset {begin}")
        self.at += 1
        opened = self.open.pop()
        if tag and tag != opened.tag:
            raise _fail(
                f"Unmatched end tag at byte offset {begin}, "
                f'expected "</{opened.tag}>", found "</{tag}>"'
            )
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = self._offset() - opened.offset
        if length <= 0:
            return
        entity: Entity = {"type": _TAGS[opened.tag], "offset": opened.offset, "length": length}
        if opened.tag == "a":
            covered = self.text[opened.position :].decode(errors="replace")
            url = checked_link(opened.argument or covered)
            if url is None:
                return
            entity["url"] = url
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.argument
        elif opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "code" and opened.argument and self.open and self.open[-1].tag == "pre":
            self.open[-1].argument = opened.argument
            return
        elif opened.tag == "pre" and opened.argument:
            entity["language"] = opened.argument
        self.entities.append(entity)


def _argument(tag: str, name: str, value: str) -> str:
    """What an attribute tells about its tag; unknown attributes tell nothing."""
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case "code", "class":
            return value.removeprefix("language-") if value.startswith("language-") else ""
        case "span", "class":
            return value.removeprefix("tg-") if value.startswith("tg-") else ""
        case "blockquote", "expandable":
            return "expandable"
    return ""


def checked_link(url: str) -> str | None:
    """The link as Telegram keeps it, or None where it is no link at all."""
    url = url.strip()
    if _LINK.fullmatch(url):
        return url
    if _BARE_LINK.fullmatch(url):
        return f"http://{url}"
    return None


def parse(
    text: str, mode: str | None, given: list[Entity] | None = None
) -> tuple[str, list[Entity]]:
    """Text and entities of what a bot sent; raises ApiError with Telegram's complaint."""
    entities = [entity for entity in given or [] if _fit(text, entity)]
    if mode:
        if mode.lower() != "html":
            raise bad_request("unsupported parse_mode")
        text, entities = _HtmlReader(text).read()
    text, entities = _trim(text.replace("\r", ""), entities)
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
            raise _fail("Entity begins or ends in a middle of a UTF-16 symbol")
    return True


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
        return f"<pre>{value}</pre>"

    def custom_emoji(self, value: str, custom_emoji_id: str) -> str:
        return value

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
