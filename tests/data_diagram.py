"""Draw the diagram of docs/data.md from the tables: `python -m tests.data_diagram` writes it there.

A line leads from what is referred to to what refers to it, and says by which column. Columns that
only name a person who acted lead nowhere new, so those of `person` come last.
"""

from pathlib import Path

from sqlalchemy import ForeignKey

from storage.tables import Table

PAGE = Path(__file__).parent.parent / "docs" / "data.md"
BEGIN = "<!-- made by `python -m tests.data_diagram` -->\n"
END = "<!-- end -->\n"


def diagram() -> str:
    """All tables and what refers to what, as a Mermaid diagram between its fences."""
    tables = sorted(Table.metadata.tables.values(), key=lambda table: table.name)
    keys = sorted(
        (key for table in tables for key in table.foreign_keys),
        key=lambda key: (
            key.column.table.name == "person",
            key.column.table.name,
            key.parent.table.name,
            key.parent.name,
        ),
    )
    lines = [f"    {table.name}" for table in tables] + [f"    {_line(key)}" for key in keys]
    return "\n".join(["```mermaid", "erDiagram", *lines, "```", ""])


def _line(key: ForeignKey) -> str:
    column = key.parent
    one = "|o" if column.nullable else "||"
    many = "o|" if column.unique else "o{"
    return f'{key.column.table.name} {one}--{many} {column.table.name} : "{column.name}"'


def between(page: str) -> tuple[str, str, str]:
    """A page before its diagram, the diagram, and after it; raises ValueError without markers."""
    before, rest = page.split(BEGIN)
    drawn, after = rest.split(END)
    return before, drawn, after


def main() -> None:
    before, _, after = between(PAGE.read_text("utf-8"))
    PAGE.write_text(before + BEGIN + diagram() + END + after, "utf-8")


if __name__ == "__main__":
    main()
