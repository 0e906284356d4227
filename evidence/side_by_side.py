"""Two pictures on one sheet, for a person to compare: the part that both show is outlined in each.

It knows no language: the words come from whoever asks for the sheet. Both files come from anyone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from math import isfinite

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from evidence import safe_open
from evidence.lettering import Words, fitted, hold
from evidence.safe_open import opened

LONGEST = 1280  # px of the sheet's longer side: Telegram shrinks a photo that has more
QUALITY = 88
EDGE = 24  # px around all, and between the two
TITLE, DATE, SMALLEST = 36, 32, 26  # px of the letters
LOWEST = 12  # px of a picture, however long it is

PAPER, PALE, INK, MUTED = "#EEF6FA", "#DFE9EF", "#10324A", "#587285"
# A light line between dark ones is seen on any picture; what is outside of it is darkened.
LINE, CASING, OUTSIDE = "#FFC72C", "#000000", 0.7
_LINE, _CASING = 7, 3  # px

Size = tuple[int, int]
Point = Sequence[float]


@dataclass(frozen=True, slots=True)
class Half:
    """Half of the sheet: the words below the picture or in its place, and what is outlined in it.

    `area`: corners, in order, as parts (0 to 1) of the upright picture's width and height; without
    them nothing is outlined. `frame`: which of `evidence.videos.frames`, from 1, a video shows.
    """

    title: str
    date: str
    missing: str
    area: Sequence[Point] = ()
    frame: int = 0


@dataclass(frozen=True, slots=True)
class _Layout:
    """The second picture right of the first or below it; the room that each has, in px."""

    beside: bool
    width: int
    height: int
    lines: int  # that a title or a date may take

    def fit(self, size: Size) -> Size:
        """A picture's size in this room, its shape kept."""
        scale = min(self.width / size[0], self.height / size[1])
        return max(LOWEST, round(size[0] * scale)), max(LOWEST, round(size[1] * scale))

    def smaller(self, sizes: Sequence[Size]) -> int:
        """Pixels of the one that is seen smaller."""
        return min(width * height for width, height in map(self.fit, sizes))


@dataclass(frozen=True, slots=True)
class _Pane:
    """A picture as large as it is shown, and the words below it."""

    picture: Image.Image
    title: Words
    date: Words

    @property
    def width(self) -> int:
        return max(self.picture.width, self.title.width, self.date.width)

    @property
    def foot(self) -> int:
        return self.title.height + self.date.height


def prepare() -> None:
    """The first thing in a worker's life. What it needs is read, while it still can be."""
    safe_open.prepare()
    from evidence import videos

    hold()
    videos.prepare()


def side_by_side(
    new: bytes | None, stored: bytes | None, of_new: Half, of_stored: Half
) -> bytes | None:
    """Both on a JPEG of at most `LONGEST` px a side: the new one on the left, or on top where both
    are seen larger so. Words stand in the place of one that cannot be opened; None if neither can.
    """
    first, second = _opened(new, of_new), _opened(stored, of_stored)
    if first is None and second is None:
        return None
    sizes = [each.size for each in (first, second) if each is not None]
    layout = max(_LAYOUTS, key=lambda each: each.smaller(sizes))
    panes = [_pane(first, of_new, layout), _pane(second, of_stored, layout)]
    sheet = _beside(panes) if layout.beside else _below(panes)
    file = BytesIO()
    sheet.save(file, "JPEG", quality=QUALITY)
    return file.getvalue()


def _foot(lines: int) -> int:
    return lines * round((TITLE + DATE) * 1.22) + EDGE // 2


_LAYOUTS = (
    _Layout(True, (LONGEST - 3 * EDGE) // 2, LONGEST - 2 * EDGE - _foot(2), 2),
    _Layout(False, LONGEST - 2 * EDGE, (LONGEST - 3 * EDGE) // 2 - _foot(1), 1),
)


def _opened(data: bytes | None, half: Half) -> Image.Image | None:
    """The picture, or the video's frame."""
    if not data:
        return None
    picture = opened(data, LONGEST)
    if picture is not None:
        return picture
    from evidence.videos import UnreadableVideo, frames  # large, and seldom wanted

    try:
        found = frames(data)
    except UnreadableVideo:
        return None
    return found[min(max(half.frame, 1), len(found)) - 1]


def _pane(picture: Image.Image | None, half: Half, layout: _Layout) -> _Pane:
    if picture is None:
        shown = _missing(half.missing, layout)
    else:
        shown = picture.resize(layout.fit(picture.size), Image.Resampling.LANCZOS)
        shown = _outlined(shown, half.area)
    return _Pane(
        shown,
        fitted(half.title, layout.width, TITLE, least=SMALLEST, lines=layout.lines, bold=True),
        fitted(half.date, layout.width, DATE, least=SMALLEST, lines=layout.lines),
    )


def _missing(why: str, layout: _Layout) -> Image.Image:
    """An empty place with words in it."""
    place = Image.new("RGB", layout.fit((4, 3)), PALE)
    words = fitted(why, place.width - 2 * EDGE, DATE, least=SMALLEST, lines=4)
    _write(place, place.width // 2, (place.height - words.height) // 2, words, MUTED)
    return place


def _outlined(picture: Image.Image, area: Sequence[Point]) -> Image.Image:
    """With a line around the area, also where the area ends with the picture."""
    if len(area) < 3 or not all(isfinite(part) and abs(part) < 9 for each in area for part in each):
        return picture
    inside = _mask(picture.size, area)
    if inside.getbbox() is None:
        return picture
    dimmed = picture.point(lambda tone: round(tone * OUTSIDE))
    marked = Image.composite(picture, dimmed, inside)
    grown = inside
    for _ in range(_CASING):
        grown = grown.filter(ImageFilter.MaxFilter(3))
    kept = _shrunk(inside, _CASING + _LINE)
    marked.paste(CASING, mask=ImageChops.subtract(grown, _shrunk(kept, _CASING)))
    marked.paste(LINE, mask=ImageChops.subtract(inside, kept))
    return marked


def _mask(size: Size, area: Sequence[Point]) -> Image.Image:
    """White inside the area, with smooth edges."""
    width, height = size
    drawn = Image.new("L", (2 * width, 2 * height), 0)
    corners = [(x * 2 * width, y * 2 * height) for x, y in area]
    ImageDraw.Draw(drawn).polygon(corners, 255)
    return drawn.reduce(2)


def _shrunk(mask: Image.Image, by: int) -> Image.Image:
    """A mask without its outermost px, those at the picture's edge among them."""
    mask = ImageOps.expand(mask, 1, 0)
    for _ in range(by):
        mask = mask.filter(ImageFilter.MinFilter(3))
    return ImageOps.crop(mask, 1)


def _beside(panes: Sequence[_Pane]) -> Image.Image:
    left, right = panes
    height = max(pane.picture.height for pane in panes)
    foot = EDGE // 2 + max(pane.foot for pane in panes)
    width = 3 * EDGE + left.width + right.width
    sheet = Image.new("RGB", (width, 2 * EDGE + height + foot), PAPER)
    for pane, x in ((left, EDGE), (right, 2 * EDGE + left.width)):
        _put(sheet, pane, x + pane.width // 2, EDGE, height)
    return sheet


def _below(panes: Sequence[_Pane]) -> Image.Image:
    width = 2 * EDGE + max(pane.width for pane in panes)
    heights = [pane.picture.height + EDGE // 2 + pane.foot for pane in panes]
    sheet = Image.new("RGB", (width, 3 * EDGE + sum(heights)), PAPER)
    for pane, y in zip(panes, (EDGE, 2 * EDGE + heights[0]), strict=True):
        _put(sheet, pane, width // 2, y, pane.picture.height)
    return sheet


def _put(sheet: Image.Image, pane: _Pane, middle: int, top: int, height: int) -> None:
    """A pane around `middle`, its picture in the midst of `height` px, its words below those."""
    picture = pane.picture
    sheet.paste(picture, (middle - picture.width // 2, top + (height - picture.height) // 2))
    bottom = _write(sheet, middle, top + height + EDGE // 2, pane.title, INK)
    _write(sheet, middle, bottom, pane.date, MUTED)


def _write(sheet: Image.Image, middle: int, top: int, words: Words, shade: str) -> int:
    """Lines around `middle` from `top`; where they end."""
    pen = ImageDraw.Draw(sheet)
    for number, line in enumerate(words.lines):
        baseline = top + number * words.leading + words.font.size
        pen.text((middle, baseline), line, shade, font=words.font, anchor="ms")
    return top + words.height
