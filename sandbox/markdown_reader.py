"""Reads Markdown and MarkdownV2 as Telegram's server does, with its complaints."""

from collections.abc import Sequence
from dataclasses import dataclass

from sandbox.markup import Entity, cannot_parse, custom_entity, link_entity, utf16_length

_OLD = {"_": "italic", "*": "bold", "`": "code", "[": "text_link"}
# What begins and ends each entity, the longer signs first; and what Telegram calls it.
_BEGINS = {
    "```": "pre",
    "__": "underline",
    "||": "spoiler",
    "![": "custom_emoji",
    "_": "italic",
    "*": "bold",
    "~": "strikethrough",
    "`": "code",
    "[": "text_link",
}
_ENDS = {kind: sign for sign, kind in _BEGINS.items()} | {"custom_emoji": "]", "text_link": "]"}
_NAMES = {
    "pre": "Pre",
    "underline": "Underline",
    "spoiler": "Spoiler",
    "custom_emoji": "CustomEmoji",
    "italic": "Italic",
    "bold": "Bold",
    "strikethrough": "Strikethrough",
    "code": "Code",
    "text_link": "TextUrl",
    "blockquote": "BlockQuote",
}
_RESERVED = frozenset("_*[]()~`>#+-=|{}.!\n")
_LITERAL = {"code", "pre"}


def read_markdown(source: str) -> tuple[str, list[Entity]]:
    """The text without its marks, and what they say, in the old way; raises ApiError."""
    return _OldReader(source).read()


def read_markdown_v2(source: str) -> tuple[str, list[Entity]]:
    """The text without its marks, and what they say; raises ApiError."""
    return _Reader(source).read()


@dataclass(slots=True)
class _Open:
    """An entity that has begun: where in the source, and in the text (characters, UTF-16)."""

    kind: str
    at: int
    begin: int
    offset: int
    language: str = ""


class _Base:
    """A place in the source, and what has been read so far."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text: list[str] = []
        self.length = 0
        self.entities: list[Entity] = []

    def _see(self, sign: str, ahead: int = 0) -> bool:
        return self.source.startswith(sign, self.at + ahead)

    def _take(self, character: str) -> None:
        self.text.append(character)
        self.length += utf16_length(character)

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _begun(self, kind: str, at: int, language: str = "") -> _Open:
        return _Open(kind, at, len(self.text), self.length, language)

    def _keep(self, opened: _Open, entity: Entity | None) -> None:
        length = self.length - opened.offset
        if entity and length:
            self.entities.append({"offset": opened.offset, "length": length} | entity)

    def _language(self) -> str:
        """The language of code that begins here, and the line break before it, passed over."""
        end = self.at
        while end < len(self.source) and not (self.source[end].isspace() or self._is(end, "`")):
            end += 1
        language = ""
        if end < len(self.source) and not self._is(end, "`"):
            language, self.at = self.source[self.at : end], end
        if self._see("\r\n") or self._see("\n\r"):
            self.at += 2
        elif self._see("\n") or self._see("\r"):
            self.at += 1
        return language

    def _is(self, at: int, sign: str) -> bool:
        return self.source.startswith(sign, at)


def _code(kind: str, language: str) -> Entity:
    return {"type": kind} | ({"language": language} if language else {})


class _OldReader(_Base):
    """Markdown of the first version: nothing is nested, little is escaped."""

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            character = self.source[self.at]
            if character == "\\" and self.source[self.at + 1 : self.at + 2] in {*_OLD}:
                self._take(self.source[self.at + 1])
                self.at += 2
            elif character in _OLD:
                self._entity(character)
            else:
                self._take(character)
                self.at += 1
        return "".join(self.text), self.entities

    def _entity(self, sign: str) -> None:
        at = self.at
        kind, end = _OLD[sign], "]" if sign == "[" else sign
        self.at += 1
        language = ""
        if self._see("``") and sign == "`":
            kind, end = "pre", "```"
            self.at += 2
            language = self._language()
        opened = self._begun(kind, at, language)
        stop = self.source.find(end, self.at)
        if stop < 0:
            raise cannot_parse(
                f"Can't find end of the entity starting at byte offset {self._bytes(at)}"
            )
        for character in self.source[self.at : stop]:
            self._take(character)
        self.at = stop + len(end)
        if kind == "text_link":
            self._keep(opened, link_entity(self._address(opened)))
        else:
            self._keep(opened, _code(kind, language))

    def _address(self, opened: _Open) -> str:
        if not self._see("("):
            return "".join(self.text[opened.begin :])
        stop = self.source.find(")", self.at)
        end = stop if stop >= 0 else len(self.source)
        address = self.source[self.at + 1 : end]
        self.at = end + 1
        return address


class _Reader(_Base):
    """MarkdownV2: entities within entities, quotations by line, all else escaped."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.open: list[_Open] = []
        self.quoting = False
        self.may_quote = True

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            character = self.source[self.at]
            if self._escaped(self.at):
                self._pass(self.source[self.at + 1], line_ends=True)
                self.at += 2
            elif character not in ({"`"} if self._literal() else _RESERVED):
                self._pass(character, line_ends=False)
                self.at += 1
            elif self._quotation_ends():
                self._end_quotation()
            elif self.open and self._ends(self.open[-1].kind):
                self._end()
            else:
                self._begin(character)
        self._end_of_text()
        return "".join(self.text), self.entities

    def _escaped(self, at: int) -> bool:
        return self.source[at] == "\\" and "\0" < self.source[at + 1 : at + 2] < "\x7f"

    def _pass(self, character: str, line_ends: bool) -> None:
        self._take(character)
        if character != "\r":
            self.may_quote = line_ends and character == "\n"

    def _literal(self) -> bool:
        return bool(self.open) and self.open[-1].kind in _LITERAL

    def _ends(self, kind: str) -> bool:
        if kind == "blockquote" or not self._see(_ENDS[kind]):
            return False
        return kind != "italic" or not self._see("__")

    def _quotation_ends(self) -> bool:
        return self.quoting and self._see("\n") and not self._see(">", 1)

    def _begin(self, character: str) -> None:
        at = self.at
        sign = next((sign for sign in _BEGINS if self._see(sign)), "")
        self.at += len(sign) or 1
        if sign:
            language = self._language() if sign == "```" else ""
            self.open.append(self._begun(_BEGINS[sign], at, language))
        elif character == "\n":
            self._pass(character, line_ends=True)
        elif character == ">" and self.may_quote:
            if not self.quoting:
                self.quoting = True
                self.open.append(self._begun("blockquote", at))
        else:
            raise cannot_parse(
                f"Character '{character}' is reserved and must be escaped with the preceding '\\'"
            )

    def _end(self) -> None:
        opened = self.open.pop()
        self.at += len(_ENDS[opened.kind])
        if opened.kind == "text_link":
            covered = "".join(self.text[opened.begin :])
            self._keep(opened, link_entity(self._address() if self._see("(") else covered))
        elif opened.kind == "custom_emoji":
            self._keep(opened, self._custom())
        else:
            self._keep(opened, _code(opened.kind, opened.language))

    def _custom(self) -> Entity:
        if not self._see("("):
            raise cannot_parse("The entity must contain a tg://emoji or tg://time URL")
        entity = custom_entity(self._address())
        if entity is None:
            raise cannot_parse("Invalid tg://emoji or tg://time URL specified")
        return entity

    def _address(self) -> str:
        self.at += 1
        begin, address = self.at, ""
        while self.at < len(self.source) and not self._see(")"):
            self.at += self._escaped(self.at)
            address += self.source[self.at]
            self.at += 1
        if not self._see(")"):
            raise cannot_parse(f"Can't find end of a URL at byte offset {self._bytes(begin)}")
        self.at += 1
        return address

    def _end_quotation(self) -> None:
        # A spoiler that only begins, at the very end, makes the quotation expandable.
        last = self.open[-1]
        mark = last.kind == "spoiler" and self.source[last.at : self.at] in {"||", "||\r"}
        opened = self._quotation(folded=mark)
        self._pass("\n", line_ends=True)
        self.at += 1
        self._keep(opened, {"type": "expandable_blockquote" if mark else "blockquote"})

    def _end_of_text(self) -> None:
        if self.quoting:
            last = self.open[-1]
            mark = last.kind == "spoiler" and last.at == len(self.source) - 2
            opened = self._quotation(folded=mark)
            self._keep(opened, {"type": "expandable_blockquote" if mark else "blockquote"})
        self._complain_of(self.open)

    def _quotation(self, folded: bool) -> _Open:
        if folded:
            self.open.pop()
        self._complain_of(self.open[-1:] if self.open[-1].kind != "blockquote" else ())
        self.quoting = False
        return self.open.pop()

    def _complain_of(self, unended: Sequence[_Open]) -> None:
        if unended:
            last = unended[-1]
            name = "PreCode" if last.language else _NAMES[last.kind]
            raise cannot_parse(
                f"Can't find end of {name} entity at byte offset {self._bytes(last.at)}"
            )
