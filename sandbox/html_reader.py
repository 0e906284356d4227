"""Reads HTML as Telegram's server does, with its complaints."""

import re
from dataclasses import dataclass

from sandbox.markup import Entity, cannot_parse, link_entity, utf16_length

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
_SPACE = b" \t\r\n\0\v"


def read_html(source: str) -> tuple[str, list[Entity]]:
    """The text without its tags, and what they say; raises ApiError."""
    return _HtmlReader(source).read()


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
            raise cannot_parse(f'Can\'t find end tag corresponding to start tag "{tag}"')
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
            raise cannot_parse(f"Unclosed start tag at byte offset {begin}")
        tag = self.source[name_at : self.at].decode(errors="replace").lower()
        if tag not in _TAGS:
            raise cannot_parse(f'Unsupported start tag "{tag}" at byte offset {begin}')
        argument = ""
        while True:
            self._skip_while(space=True)
            if self._peek() == b">":
                break
            argument = self._attribute(tag, begin) or argument
        self.at += 1
        if tag == "span" and argument != "spoiler":
            raise cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        if tag == "tg-emoji" and not argument.isdigit():
            raise cannot_parse("Invalid custom emoji identifier specified")
        self.open.append(_Open(tag, argument, self._offset(), len(self.text)))

    def _attribute(self, tag: str, begin: int) -> str:
        unclosed = cannot_parse(f'Unclosed start tag "{tag}" at byte offset {begin}')
        name_at = self.at
        self._skip_while(space=False, stop=b"=>")
        name = self.source[name_at : self.at].decode(errors="replace").lower()
        if not self._peek():
            raise unclosed
        if not name:
            raise cannot_parse(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        self._skip_while(space=True)
        if self._peek() != b"=":
            if (tag, name) == ("blockquote", "expandable"):
                return "expandable"
            raise cannot_parse(
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
                raise cannot_parse(f"Unexpected end of name token at byte offset {token_at}")
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
            raise cannot_parse(f"Unexpected end tag at byte offset {begin}")
        self.at += 2
        name_at = self.at
        self._skip_while(space=False, stop=b">")
        tag = self.source[name_at : self.at].decode(errors="replace").lower()
        self._skip_while(space=True)
        if self._peek() != b">":
            raise cannot_parse(f"Unclosed end tag at byte offset {begin}")
        self.at += 1
        opened = self.open.pop()
        if tag and tag != opened.tag:
            raise cannot_parse(
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
            link = link_entity(opened.argument or covered)
            if link is None:
                return
            entity |= link
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
