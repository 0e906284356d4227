"""The record of hours as a table for people: numbers are numbers, words are never formulas."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import xlsxwriter

from award.portfolio.hours import Hour, Record
from award.programme import Programme
from locales import Texts

# Key of the column's name, its width in letters, its format, what stands in it.
Column = tuple[str, int, str, Callable[[Hour], Any]]


def hours_table(record: Record, programme: Programme, say: Texts) -> bytes:
    """XLSX: a row an entry below a frozen header with a filter, and their sums."""
    file = BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, settings) as book:
        # The same record makes the same bytes.
        book.set_properties({"created": record.made_at.replace(tzinfo=None)})
        looks = {
            "words": book.add_format({"text_wrap": True, "valign": "top"}),
            "day": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
            "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm", "valign": "top"}),
            "number": book.add_format({"num_format": "0", "valign": "top"}),
        }
        head = book.add_format({"bold": True, "bg_color": "#DCECF4", "text_wrap": True})
        sheet = book.add_worksheet(say.plain("hours-sheet"))
        columns = _columns(programme, say)
        for number, (key, width, look, _) in enumerate(columns):
            sheet.set_column(number, number, width, looks[look])
            sheet.write_string(0, number, say.plain(key), head)
        for line, hour in enumerate(record.hours, 1):
            for number, (_, _, look, value) in enumerate(columns):
                _write(sheet, line, number, value(hour), look, looks[look])
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, len(record.hours)), len(columns) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
    return file.getvalue()


def _columns(programme: Programme, say: Texts) -> tuple[Column, ...]:
    def direction(hour: Hour) -> str:
        known = programme.find_direction(hour.direction)
        return known.name[say.language] if known else hour.direction

    return (
        ("hours-day", 12, "day", lambda hour: hour.day),
        ("hours-week", 11, "words", lambda hour: hour.week),
        ("hours-direction", 26, "words", direction),
        ("hours-minutes", 10, "number", lambda hour: hour.minutes),
        ("hours-days", 8, "number", lambda hour: hour.days),
        ("hours-book", 28, "words", lambda hour: hour.book),
        ("hours-what", 46, "words", lambda hour: hour.what),
        ("hours-by", 28, "words", lambda hour: hour.confirmed_by),
        ("hours-at", 17, "moment", lambda hour: hour.confirmed_at),
        ("hours-employer", 26, "words", lambda hour: hour.employer),
    )


def _write(sheet: Any, line: int, column: int, value: Any, look: str, how: Any) -> None:
    """Each by its own call: what people wrote begins with "=" as it likes."""
    if value is None:
        sheet.write_blank(line, column, None, how)
    elif look == "number":
        sheet.write_number(line, column, value, how)
    elif look == "moment":
        sheet.write_datetime(line, column, value.replace(tzinfo=None), how)
    elif look == "day":
        sheet.write_datetime(line, column, value, how)
    else:
        sheet.write_string(line, column, value, how)
