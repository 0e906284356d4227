"""Markdown and MarkdownV2 are parsed as Telegram's server parses them.

The cases are of the server's own tests (TDLib, test/message_entities.cpp).
"""

import re
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.utils.text_decorations import markdown_decoration
from hypothesis import given
from hypothesis import strategies as st

from sandbox.errors import ApiError
from sandbox.markdown_reader import read_markdown, read_markdown_v2
from sandbox.markup import Entity
from tests.sandbox.conftest import People

RESERVED = "]()>#+-=|{}.!"


def brief(entities: list[Entity]) -> list[tuple[Any, ...]]:
    """Each as type, offset, length and what else it has, in the order of Telegram."""
    ordered = sorted(entities, key=lambda e: (e["offset"], -e["length"]))
    return [
        (e["type"], e["offset"], e["length"], *(v for k, v in e.items() if k not in _PLACE))
        for e in ordered
    ]


_PLACE = {"type", "offset", "length"}


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        ("🏟 🏟_abacaba", "Can't find end of Italic entity at byte offset 9"),
        ("🏟 🏟_abac * asd ", "Can't find end of Bold entity at byte offset 15"),
        ("🏟 🏟_abac * asd _", "Can't find end of Italic entity at byte offset 21"),
        ("🏟 🏟`", "Can't find end of Code entity at byte offset 9"),
        ("🏟 🏟```", "Can't find end of Pre entity at byte offset 9"),
        ("🏟 🏟```a", "Can't find end of Pre entity at byte offset 9"),
        ("🏟 🏟```a ", "Can't find end of PreCode entity at byte offset 9"),
        ("🏟 🏟__🏟 🏟_", "Can't find end of Italic entity at byte offset 20"),
        ("🏟 🏟_🏟 🏟__", "Can't find end of Underline entity at byte offset 19"),
        ("🏟 🏟```🏟 🏟`", "Can't find end of Code entity at byte offset 21"),
        ("🏟 🏟```🏟 🏟_", "Can't find end of PreCode entity at byte offset 9"),
        ("[telegram\\.org](asd\\)", "Can't find end of a URL at byte offset 16"),
        ("[telegram\\.org](", "Can't find end of a URL at byte offset 16"),
        ("🏟 🏟__🏟 _🏟___", "Can't find end of Italic entity at byte offset 23"),
        ("🏟 🏟||test\\|", "Can't find end of Spoiler entity at byte offset 9"),
        ("🏟 🏟!", "Character '!' is reserved and must be escaped with the preceding '\\'"),
        ("🏟 🏟>", "Character '>' is reserved and must be escaped with the preceding '\\'"),
        ("🏟 🏟![👍", "Can't find end of CustomEmoji entity at byte offset 9"),
        ("🏟 🏟![👍]", "The entity must contain a tg://emoji or tg://time URL"),
        ("🏟 🏟![👍](t://emoji?id=1234)", "Invalid tg://emoji or tg://time URL specified"),
        ("🏟![👍](tg://emoji?test=1231&id=025)", "Invalid tg://emoji or tg://time URL specified"),
        (">*b\n>ld \n>bo\nld*\nasd\ndef", "Can't find end of Bold entity at byte offset 1"),
        (">\n*a*>2", "Character '>' is reserved and must be escaped with the preceding '\\'"),
        (">asd\n>q||e||w||\n||asdad", "Can't find end of Spoiler entity at byte offset 16"),
        (">asd\n>q||ew\n||asdad", "Can't find end of Spoiler entity at byte offset 7"),
        (">asd\n>q||e||w||a\n||asdad", "Can't find end of Spoiler entity at byte offset 13"),
        *(
            (sign, f"Character '{sign}' is reserved and must be escaped with the preceding '\\'")
            for sign in RESERVED
            if sign != ">"
        ),
    ],
)
def test_what_markdown_v2_refuses(broken: str, complaint: str) -> None:
    with pytest.raises(ApiError) as refused:
        read_markdown_v2(broken)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("\\\\\\a\\b\\1\\➡️\\", "\\ab1\\➡️\\", []),
        ("🏟 🏟``", "🏟 🏟", []),
        ("🏟 🏟____", "🏟 🏟", []),
        ("🏟 \\.🏟_🏟\\. 🏟_", "🏟 .🏟🏟. 🏟", [("italic", 6, 6)]),
        ("🏟 🏟_🏟 *🏟*_", "🏟 🏟🏟 🏟", [("italic", 5, 5), ("bold", 8, 2)]),
        ("🏟 🏟_🏟 __🏟___", "🏟 🏟🏟 🏟", [("italic", 5, 5), ("underline", 8, 2)]),
        ("🏟 🏟__🏟 _🏟_ __", "🏟 🏟🏟 🏟 ", [("underline", 5, 6), ("italic", 8, 2)]),
        ("🏟 🏟`🏟 🏟```", "🏟 🏟🏟 🏟", [("code", 5, 5)]),
        ("🏟 🏟```🏟 🏟```", "🏟 🏟 🏟", [("pre", 5, 3, "🏟")]),
        ("🏟 🏟```🏟\n🏟```", "🏟 🏟🏟", [("pre", 5, 2, "🏟")]),
        ("🏟 🏟```🏟\r\n🏟```", "🏟 🏟🏟", [("pre", 5, 2, "🏟")]),
        ("🏟 🏟```🏟\n\n🏟```", "🏟 🏟\n🏟", [("pre", 5, 3, "🏟")]),
        ("||test||", "test", [("spoiler", 0, 4)]),
        ("~x~", "x", [("strikethrough", 0, 1)]),
        ("[](telegram.org)", "", []),
        ("[ ](as)", " ", []),
        ("[telegram\\.org]a", "telegram.orga", [("text_link", 0, 12, "http://telegram.org/")]),
        (
            "[telegram\\.org](https://telegram.dog?\\\\\\()",
            "telegram.org",
            [("text_link", 0, 12, "https://telegram.dog/?\\(")],
        ),
        ("[a](tg:user?id=123456)", "a", [("text_mention", 0, 1, {"id": 123456})]),
        (
            "🏟 🏟![👍](TG://EMoJI/?test=1231&id=25#id=32)a",
            "🏟 🏟👍a",
            [("custom_emoji", 5, 2, "25")],
        ),
        (
            "![вчера](tg://time?unix=1764400000&format=wDT)",
            "вчера",
            [("date_time", 0, 5, 1764400000, "wDT")],
        ),
        ("> \n> \n>", " \n \n", [("blockquote", 0, 4)]),
        ("> \\>\n \\> \n>", " >\n > \n", [("blockquote", 0, 3)]),
        ("abc\n> \n> \n>\ndef", "abc\n \n \n\ndef", [("blockquote", 4, 5)]),
        (">", "", []),
        ("\r>a", "\ra", [("blockquote", 1, 1)]),
        (
            ">*bold _italic bold ~it||it||~ __un___ bold*",
            "bold italic bold itit un bold",
            [
                ("blockquote", 0, 29),
                ("bold", 0, 29),
                ("italic", 5, 19),
                ("strikethrough", 17, 4),
                ("spoiler", 19, 2),
                ("underline", 22, 2),
            ],
        ),
        (">`b\n>ld`\n>asd\ndef", "b\n>ld\nasd\ndef", [("blockquote", 0, 10), ("code", 0, 5)]),
        (">\n**>2", "\n2", [("blockquote", 0, 1), ("blockquote", 1, 1)]),
        (">**\n>2", "\n2", [("blockquote", 0, 2)]),
        ("*>abcd\n*", "abcd\n", [("bold", 0, 5), ("blockquote", 0, 5)]),
        (
            ">asd\n>q||e||w||\nasdad",
            "asd\nqew\nasdad",
            [("expandable_blockquote", 0, 8), ("spoiler", 5, 1)],
        ),
        (
            ">asd\r\n>q||e||w||\r\nasdad",
            "asd\r\nqew\r\nasdad",
            [("expandable_blockquote", 0, 10), ("spoiler", 6, 1)],
        ),
        (">asd\n>q||ew||", "asd\nqew", [("blockquote", 0, 7), ("spoiler", 5, 2)]),
        (">||", "", []),
    ],
)
def test_what_markdown_v2_means(source: str, text: str, entities: list[Any]) -> None:
    read, found = read_markdown_v2(source)
    assert read == text
    assert sorted(brief(found)) == sorted(entities)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        (
            "*қалың* _көлбеу_ `c`",
            "қалың көлбеу c",
            [("bold", 0, 5), ("italic", 6, 6), ("code", 13, 1)],
        ),
        ("a.b-c! \\_ \\* \\. ~", "a.b-c! _ * \\. ~", []),
        ("```py\nx = 1```", "x = 1", [("pre", 0, 5, "py")]),
        ("*a _b*", "a _b", [("bold", 0, 4)]),
        ("[🏟](https://x.kz/_a_)", "🏟", [("text_link", 0, 2, "https://x.kz/_a_")]),
        ("[Айгерім](tg://user?id=7)", "Айгерім", [("text_mention", 0, 7, {"id": 7})]),
    ],
)
def test_what_old_markdown_means(source: str, text: str, entities: list[Any]) -> None:
    read, found = read_markdown(source)
    assert (read, brief(found)) == (text, entities)


@pytest.mark.parametrize("broken", ["🏟 *a", "🏟 _a", "🏟 `a", "🏟 ```a``", "🏟 [a"])
def test_what_old_markdown_refuses(broken: str) -> None:
    with pytest.raises(ApiError, match="Can't find end of the entity starting at byte offset 5"):
        read_markdown(broken)


@given(st.text(st.characters(codec="utf-8")))
def test_escaped_text_comes_back_plain(text: str) -> None:
    assert read_markdown_v2(markdown_decoration.quote(text)) == (text, [])


@given(st.text(alphabet="_*[]()~`>|!\\\nab🏟 ", max_size=20))
def test_any_text_is_read_or_refused_in_telegrams_words(source: str) -> None:
    for reader in (read_markdown, read_markdown_v2):
        try:
            text, entities = reader(source)
        except ApiError as refused:
            complaint = refused.description
        else:
            complaint = "Bad Request: can't parse entities: "
            units = len(text.encode("utf-16-le")) // 2
            assert all(e["offset"] + e["length"] <= units and e["length"] > 0 for e in entities)
        assert complaint.startswith("Bad Request: can't parse entities: ")


async def test_a_bot_sends_markdown(bot: Bot, people: People) -> None:
    person, friend = await people.new(), await people.new("Гүлнар")
    message = await bot.send_message(
        person,
        f"🏟 *қалың* [Гүлнар](tg://user?id={friend}) [кім](tg://user?id=1) [x](x.kz)",
        parse_mode="MarkdownV2",
    )
    assert message.text == "🏟 қалың Гүлнар кім x"
    assert message.entities
    assert [(e.type, e.extract_from(message.text)) for e in message.entities] == [
        ("bold", "қалың"),
        ("text_mention", "Гүлнар"),
        ("text_link", "x"),
    ]
    assert message.entities[1].user
    assert message.entities[1].user.first_name == "Гүлнар"
    assert message.md_text.startswith("🏟 *қалың* [Гүлнар](tg://user?id=")
    old = await bot.send_message(person, "_көлбеу_.", parse_mode="Markdown")
    assert old.html_text == "<i>көлбеу</i>."
    whole = re.escape("can't parse entities: Character '.' is reserved and must be escaped")
    with pytest.raises(TelegramBadRequest, match=whole):
        await bot.send_message(person, "Болды.", parse_mode="MarkdownV2")
    with pytest.raises(TelegramBadRequest, match="unsupported parse_mode"):
        await bot.send_message(person, "Болды.", parse_mode="RTF")
