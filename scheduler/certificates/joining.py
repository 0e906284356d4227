"""Many kept certificates in one file, to be printed on paper; none of them is made anew.

Written out one after another: whatever holds the objects of thousands at once, as pikepdf and qpdf
do, takes 240 KB for each. What is read of each file, and what it means, is pikepdf's to say; here
objects get new numbers.
"""

from __future__ import annotations

import io
import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pikepdf import Object

_CATALOG, _PAGES, _FIRST = 1, 2, 3  # objects by number; from the last on, what is on pages
# A reference to an object; strings may hold what looks like one.
_REFERENCE = re.compile(rb"\((?:\\.|[^()\\])*\)|<[0-9A-Fa-f]*>|(\d+) 0 R", re.DOTALL)


class Joined:
    """A PDF of the pages of many, in their order; used in a `with`, at whose end it is whole."""

    def __init__(self, file: Path) -> None:
        self._file = file.open("wb")
        self._places: dict[int, int] = {}  # where each object begins, by number
        self._pages: list[int] = []
        self._file.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    @property
    def pages(self) -> int:
        return len(self._pages)

    def add(self, pdf: bytes) -> None:
        """All pages of one more, with what they need; tags and seals stay behind."""
        from pikepdf import Pdf

        with Pdf.open(io.BytesIO(pdf)) as source, Pdf.new() as alone:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of a seal's field, which stays behind
                alone.pages.extend(source.pages)
            numbers = {alone.Root.Pages.objgen[0]: _PAGES}
            left_out = {alone.Root.objgen[0], *numbers}
            kept = [each for each in alone.objects if each.objgen[0] not in left_out]
            first = max(_FIRST, max(self._places, default=0) + 1)
            numbers |= {each.objgen[0]: first + at for at, each in enumerate(kept)}
            self._pages += [numbers[page.obj.objgen[0]] for page in alone.pages]
            for each in kept:
                self._put(numbers[each.objgen[0]], _renumbered(each, numbers))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failed: object, *_: object) -> None:
        if failed is None:
            self._end()
        self._file.close()

    def _put(self, number: int, body: bytes) -> None:
        self._places[number] = self._file.tell()
        self._file.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def _end(self) -> None:
        kids = b" ".join(b"%d 0 R" % number for number in self._pages)
        self._put(_CATALOG, b"<< /Type /Catalog /Pages %d 0 R >>" % _PAGES)
        self._put(_PAGES, b"<< /Type /Pages /Count %d /Kids [ %b ] >>" % (self.pages, kids))
        table, size = self._file.tell(), len(self._places) + 1
        self._file.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
        for number in range(1, size):
            self._file.write(b"%010d 00000 n \n" % self._places[number])
        trailer = b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        self._file.write(trailer % (size, _CATALOG, table))


def _renumbered(thing: Object, numbers: dict[int, int]) -> bytes:
    """An object as it is written, referring to others by their new numbers."""
    from pikepdf import Stream

    def renumber(found: re.Match[bytes]) -> bytes:
        return b"%d 0 R" % numbers[int(found[1])] if found[1] else found[0]

    if not isinstance(thing, Stream):
        return _REFERENCE.sub(renumber, thing.unparse(resolved=True))
    data = thing.read_raw_bytes()
    about = thing.stream_dict
    about.Length = len(data)
    head = _REFERENCE.sub(renumber, about.unparse(resolved=True))
    return b"%b\nstream\n%b\nendstream" % (head, data)
