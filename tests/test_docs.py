"""The documents hold together: every citation, link, path and dependency that is named is there."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import String

from storage.tables import Table
from tests.data_diagram import PAGE, between, diagram

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
CITING = {".py", ".ftl", ".yaml", ".toml", ".md", ".html", ".js"}
# A column with room for so many characters may hold what a person writes of themselves.
SHORTEST_OF_WORDS = 100
# What is made, not written: not ours to hold to anything.
MADE = {"artifacts", "data", "preview"}
# "§5", "§4.6", and from one to another: "§1–3", "§4.3–5".
CITATION = re.compile(r"§\s?(\d+)(?:\.(\d+))?(?:–(?:\d+\.)?(\d+))?")
PARAGRAPH = re.compile(r'<a id="([\d.]+)"></a>')
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
NAMED = re.compile(r'<a id="([^"]+)"></a>')
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def _files() -> Iterator[Path]:
    """Every file of the repository that may cite something."""
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        if parts[0] in MADE or any(part.startswith(".") for part in parts):
            continue
        if path.suffix in CITING and path.is_file():
            yield path


PAGES = [path for path in _files() if path.suffix == ".md"]


def cited(text: str) -> Iterator[str]:
    """Each paragraph that a text cites: "§4.3–5" are three of them."""
    for section, paragraph, last in CITATION.findall(text):
        first = int(paragraph or section)
        for number in range(first, int(last or first) + 1):
            yield f"{section}.{number}" if paragraph else str(number)


def test_a_range_is_all_that_lies_in_it() -> None:
    assert list(cited("§4.3–5, §5.6–5.7, §1–2; §10")) == [
        *("4.3", "4.4", "4.5"),
        *("5.6", "5.7"),
        *("1", "2", "10"),
    ]


def test_every_paragraph_that_is_cited_is_there() -> None:
    there = set(PARAGRAPH.findall((DOCS / "programme.md").read_text("utf-8")))
    astray = [
        f"{path.relative_to(ROOT)}: §{paragraph}"
        for path in _files()
        for paragraph in cited(path.read_text("utf-8"))
        if paragraph not in there
    ]
    assert astray == []


def test_paragraphs_are_numbered_in_order_and_once() -> None:
    text = (DOCS / "programme.md").read_text("utf-8")
    numbers = [[int(part) for part in each.split(".")] for each in PARAGRAPH.findall(text)]
    assert numbers == sorted(numbers)
    assert len({tuple(number) for number in numbers}) == len(numbers)
    assert re.findall(r"</a>\*\*([\d.]+)\*\*", text) == [
        each for each in PARAGRAPH.findall(text) if "." in each
    ]


def written(page: Path) -> str:
    """A page without its blocks of code."""
    return FENCED.sub("", page.read_text("utf-8"))


@cache
def anchors(page: Path) -> frozenset[str]:
    """What a link into a page may name: its headings, as GitHub writes them, and ids."""
    text = written(page)
    words = (re.sub(r"[^\w\- ]", "", each.lower()) for each in HEADING.findall(text))
    return frozenset(NAMED.findall(text)) | {each.strip().replace(" ", "-") for each in words}


def links(page: Path) -> Iterator[tuple[Path, str]]:
    """The file and the anchor of each link of a page into the repository."""
    for target in LINK.findall(CODE.sub("", written(page))):
        if not re.match(r"[a-z]+:", target):
            file, _, anchor = target.partition("#")
            yield (page.parent / file).resolve() if file else page, anchor


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    astray = [
        f"{file.name}#{anchor}"
        for file, anchor in links(page)
        if not file.exists() or (anchor and anchor not in anchors(file))
    ]
    assert astray == []


def test_every_page_is_found_from_the_readme() -> None:
    found, ahead = set[Path](), [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        if page not in found:
            found.add(page)
            ahead += [file for file, _ in links(page) if file.suffix == ".md"]
    assert set(PAGES) <= found


def test_the_glossary_has_every_table() -> None:
    glossary = (DOCS / "glossary.md").read_text("utf-8")
    tables = {mapper.class_.__name__ for mapper in Table.registry.mappers}
    assert tables
    assert {name for name in tables if f"`{name}`" not in glossary} == set()


def test_the_diagram_of_the_tables_is_today_s() -> None:
    _, drawn, _ = between(PAGE.read_text("utf-8"))
    assert drawn == diagram()  # else: python -m tests.data_diagram


DESCRIBED = re.compile(r"^\| `(\w+)` \|(.*)$", re.MULTILINE)


def test_every_table_is_described_with_all_that_holds_words() -> None:
    rows = dict(DESCRIBED.findall(PAGE.read_text("utf-8")))
    tables = Table.metadata.tables
    assert rows.keys() == tables.keys()
    # Texts that are longer than a code: whether they are personal must be said.
    missing = [
        f"{name}.{column.name}"
        for name, table in tables.items()
        for column in table.columns
        if isinstance(column.type, String) and (column.type.length or 999) >= SHORTEST_OF_WORDS
        if f"`{column.name}`" not in rows[name]
    ]
    assert missing == []


# What is named in code marks as a path of the repository; `*` stands for any name.
PATH = re.compile(
    r"(?:award|bot|demo|deploy|docs|evidence|handlers|locales|requirements|sandbox|scheduler"
    r"|storage|tests)/[\w./*-]*"
)


# The changelog tells of how things were.
TODAY = [page for page in PAGES if page.name != "CHANGELOG.md"]


@pytest.mark.parametrize("page", TODAY, ids=lambda page: str(page.relative_to(ROOT)))
def test_paths_that_pages_name_are_there(page: Path) -> None:
    astray = [
        code
        for code in CODE.findall(written(page))
        if PATH.fullmatch(code) and not any(ROOT.glob(code))
    ]
    assert astray == []


ROW = re.compile(r"^\| `([\w.-]+)` \| (running|tests|bench) \|", re.MULTILINE)


def test_every_dependency_has_its_why() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = project["optional-dependencies"]
    asked = {
        re.split(r"[\[<>=]", each)[0]: what
        for what, those in (
            ("bench", declared["bench"]),
            ("tests", declared["dev"]),
            ("running", project["dependencies"]),
        )
        for each in those
    }
    table = ROW.findall((DOCS / "decisions" / "dependencies.md").read_text("utf-8"))
    assert dict(table) == asked
    assert len(table) == len(asked)
