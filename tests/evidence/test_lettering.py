"""Words on pictures: every letter and sign has a shape, and lines are as long as is reckoned."""

import pytest

from evidence.lettering import Words, drawable, fitted, font

NO_SUCH_LETTER = "\U0010ffff"
ALPHABETS = {
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "en": "abcdefghijklmnopqrstuvwxyz",
}
SIGNS = "0123456789.,:;!?%/+-–—−=×·…№()«»“”‘’'\"▲▼"


@pytest.mark.parametrize("letters", [*ALPHABETS.values(), SIGNS], ids=[*ALPHABETS, "signs"])
@pytest.mark.parametrize("bold", [False, True])
def test_every_letter_has_a_shape_of_its_own(letters: str, bold: bool) -> None:
    letters = "".join(dict.fromkeys(letters + letters.upper()))
    assert drawable(letters) == [letters]
    shape = font(40, bold)

    def drawn(letter: str) -> tuple[object, bytes]:
        return shape.getbbox(letter), bytes(shape.getmask(letter))

    shapes = {drawn(letter) for letter in letters}
    assert len(shapes) == len(letters)
    assert drawn(NO_SUCH_LETTER) not in shapes


@pytest.mark.parametrize("bold", [False, True])
def test_a_line_is_as_long_as_it_is_drawn(bold: bool) -> None:
    for text in ("Тәуелсіздік ЖҰЛДЫЗЫ, AVATAR To.", "40 % – 1 230 / 7", "ГАЛА ТУЗ LT", ""):
        words = fitted(text, 2000, 40, bold=bold)
        assert words.width == words.font.getlength(text)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("size", [22, 30, 40, 48])
def test_the_middle_is_that_of_digits_and_capitals(size: int, bold: bool) -> None:
    words = Words(("0",), font(size, bold))
    for letter in "08НЖ":
        _, top, _, bottom = words.font.getbbox(letter, anchor="ls")
        assert words.middle == pytest.approx(size + (top + bottom) / 2, abs=1)
