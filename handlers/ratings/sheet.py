"""A level's ratings as a workbook: numbers as numbers, people's words as words (§8.11)."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from award.programme import Level, Programme
from award.ratings.tables import Row
from handlers.wording.names import mentor_name, region_name
from locales import Texts

# Widths in characters: number, name, region, centre, mentor, rating; then each direction.
_WIDTHS = (6, 34, 24, 34, 34, 12)
_OF_DIRECTION = 18


def sheet_of(rows: Sequence[Row], level: Level, programme: Programme, say: Texts) -> bytes:
    """All rows in the reader's language; the head and the names stay in view.

    Nothing that people typed is ever a formula, a link or a number, whatever it begins with.
    """
    out = BytesIO()
    directions = [programme.direction(code) for code in level.directions]
    with xlsxwriter.Workbook(out, {"in_memory": True, "constant_memory": False}) as book:
        sheet = book.add_worksheet(say.plain("sheet-name", level=level.name[say.language])[:31])
        head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#DFE9EF"}
        )
        rating = book.add_format({"num_format": "0.0", "bold": True})
        whole = book.add_format({"num_format": "0"})
        titles = [
            *(say.plain(f"sheet-{name}") for name in _TITLES),
            *(each.name[say.language] for each in directions),
        ]
        for column, title in enumerate(titles):
            sheet.write_string(0, column, title, head)
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.set_column(len(_WIDTHS), len(titles) - 1, _OF_DIRECTION)
        sheet.set_row(0, 48)
        sheet.freeze_panes(1, 2)
        places = _places(rows)
        for number, (row, place) in enumerate(zip(rows, places, strict=True), 1):
            sheet.write_number(number, 0, place, whole)
            words = (
                row.name,
                region_name(programme, row.region, say),
                row.centre or "",
                mentor_name(row.mentor, row.mentor_id, say) if row.mentor_id else "",
            )
            for column, word in enumerate(words, 1):
                sheet.write_string(number, column, word)
            sheet.write_number(number, 5, row.rating, rating)
            for column, direction in enumerate(directions, len(_WIDTHS)):
                percent = row.percents.get(direction.code)
                if percent is not None:
                    sheet.write_number(number, column, percent, whole)
        last = xl_col_to_name(len(titles) - 1)
        sheet.autofilter(f"A1:{last}{max(2, len(rows) + 1)}")
    return out.getvalue()


_TITLES = ("place", "participant", "region", "centre", "mentor", "rating")


def _places(rows: Sequence[Row]) -> list[int]:
    """Of rows whose highest rating comes first: equal ratings share a place."""
    places: list[int] = []
    for number, row in enumerate(rows):
        same = number > 0 and rows[number - 1].rating == row.rating
        places.append(places[-1] if same else number + 1)
    return places
