"""HTML is parsed as Telegram's server parses it."""

import html
import re

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.utils.text_decorations import html_decoration
from hypothesis import given
from hypothesis import strategies as st

from sandbox.entities import as_html, parse
from sandbox.errors import ApiError
from sandbox.markup import utf16_length
from tests.sandbox.conftest import People


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        ("<b>ашық", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        (
            "ә<b><i>x</b></i>",
            'Unmatched end tag at byte offset 9, expected "</i>", found "</b>"',
        ),
        ("ә <h1>x</h1>", 'Unsupported start tag "h1" at byte offset 3'),
        ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href=https://x.kz>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
        ("<a =1>x</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        (
            "<a href>x</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
async def test_broken_html(bot: Bot, people: People, broken: str, complaint: str) -> None:
    person = await people.new()
    whole = re.escape(f"Bad Request: can't parse entities: {complaint}") + "$"
    with pytest.raises(TelegramBadRequest, match=whole):
        await bot.send_message(person, broken, parse_mode="HTML")
    assert await people.sees(person) == []


def test_every_tag_becomes_its_entity() -> None:
    source = (
        "😀 <b>қ</b><i>к</i><u>а</u><s>с</s><code>c</code>"
        '<pre><code class="language-py">p</code></pre>'
        '<a href="https://x.kz/?a=1&amp;b=2">л</a><tg-spoiler>т</tg-spoiler>'
        '<span class="tg-spoiler">т</span><blockquote expandable>д</blockquote>&lt;&#33;&#x41;'
    )
    text, entities = parse(source, "HTML")
    assert text == "😀 қкасcplттд".replace("l", "л") + "<!A"
    assert [e["type"] for e in entities] == [
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "code",
        "pre",
        "text_link",
        "spoiler",
        "spoiler",
        "expandable_blockquote",
    ]
    assert entities[0]["offset"] == 3
    assert entities[5]["language"] == "py"
    assert entities[6]["url"] == "https://x.kz/?a=1&b=2"


def test_a_link_to_a_person_mentions_them() -> None:
    _, entities = parse('Сәлем, <a href="tg://user?id=7">Айгерім</a>', "HTML")
    mention = {"type": "text_mention", "offset": 7, "length": 7, "user": {"id": 7}}
    assert entities == [mention]


def test_carriage_returns_go_and_entities_stay_in_place() -> None:
    text, entities = parse("🏟\r\n<b>қа\rлың</b>\r<i>\r</i>!", "HTML")
    assert text == "🏟\nқалың!"
    assert entities == [{"type": "bold", "offset": 3, "length": 5}]


def test_links_that_are_no_links_are_dropped_and_found_ones_added() -> None:
    _, entities = parse('<a href="javascript:alert(1)">x</a> https://x.kz. @award_bot', "HTML")
    assert [(e["type"], e["offset"], e["length"]) for e in entities] == [
        ("url", 2, 12),
        ("mention", 16, 10),
    ]


def test_html_for_the_page_is_safe() -> None:
    hostile = '"><script>alert(1)</script>&'
    assert "<script" not in as_html(hostile, [])
    link = [{"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"}]
    assert as_html(*parse("x", None, link)) == "x"
    quoted = [{"type": "text_link", "offset": 0, "length": 1, "url": "https://x.kz/'onclick=1"}]
    assert "'onclick" not in as_html("x", quoted)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r"), max_size=60))
def test_quoted_text_comes_back_as_it_was(text: str) -> None:
    parsed, _ = parse(html_decoration.quote(text), "HTML")
    assert parsed == text.strip()


@given(
    st.text(alphabet="<&>'x😀ә@/. ", max_size=30),
    st.lists(
        st.tuples(
            st.sampled_from(["bold", "pre", "url", "text_link", "text_mention", "blockquote"]),
            st.integers(-5, 30),
            st.integers(-5, 30),
        ),
        max_size=5,
    ),
)
def test_html_for_the_page_keeps_the_text(text: str, spans: list[tuple[str, int, int]]) -> None:
    given_entities = [
        {"type": kind, "offset": offset, "length": length, "url": "https://x.kz"}
        for kind, offset, length in spans
    ]
    try:
        parsed, entities = parse(text, None, given_entities)
    except ApiError:
        return
    shown = re.sub(r"<[^>]*>", "", as_html(parsed, entities))
    assert html.unescape(shown) == parsed


@given(st.text(alphabet="<>/&;ab ='\"#x9ә😀\x00", max_size=60))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    refusal = None
    try:
        parsed, entities = parse(text, "HTML")
    except ApiError as error:
        refusal = error
    if refusal:
        assert refusal.code == 400
        assert refusal.description.startswith("Bad Request: can't parse entities: ")
    else:
        end = utf16_length(parsed)
        assert all(0 <= e["offset"] < e["offset"] + e["length"] <= end for e in entities)
