"""Photos sent again are found, whatever was done to them; honest ones are left alone."""

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from evidence.alignment import Agreement
from evidence.edits import EDITS as CODES
from evidence.features import features_of, likely_words, words
from evidence.photos import (
    _NEAR,
    PhotoFingerprint,
    PhotoIndex,
    UnreadablePhoto,
    fingerprint,
    fingerprint_of,
)
from tests.evidence.pictures import claiming
from tests.evidence.scenes import EDITS, as_sent, scene

STORED = 6


@pytest.fixture(scope="module")
def prints() -> dict[str, PhotoFingerprint]:
    return {f"photo {n}": fingerprint(as_sent(scene(n))) for n in range(STORED)}


@pytest.fixture(scope="module")
def index(prints: dict[str, PhotoFingerprint]) -> PhotoIndex:
    return filled(prints)


def filled(prints: dict[str, PhotoFingerprint]) -> PhotoIndex:
    made = PhotoIndex()
    for key, print_ in prints.items():
        made.add(key, print_)
    return made


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_copy_is_found_and_the_edit_is_named(index: PhotoIndex, name: str) -> None:
    edit, told = EDITS[name]
    for number in range(2):
        matches = index.search(fingerprint(as_sent(edit(scene(number)))))
        assert [match.key for match in matches] == [f"photo {number}"]
        assert told <= set(matches[0].edits) <= set(CODES)
        assert 0.45 <= matches[0].score <= 1
        assert matches[0].sure == "high"


@pytest.mark.parametrize("name", EDITS)
def test_it_is_found_among_those_near_as_well(index: PhotoIndex, name: str) -> None:
    edit, _ = EDITS[name]
    near = [f"photo {number}" for number in range(STORED)]
    matches = index.search(fingerprint(as_sent(edit(scene(2)))), near=near)
    assert [match.key for match in matches] == ["photo 2"]


def test_words_on_fine_texture_and_dark_corners_are_found() -> None:
    """The contrast of what lies upon a picture, and of its light, is not that of its texture."""
    grain = np.random.default_rng(3).integers(70, 150, (120, 160), dtype=np.uint8)
    grass = Image.fromarray(grain).resize((960, 720), Image.Resampling.BICUBIC).convert("RGB")
    index = filled({"grass": fingerprint(as_sent(grass))})
    for name in ("written upon", "sepia, dark corners"):
        matches = index.search(fingerprint(as_sent(EDITS[name][0](grass))))
        assert [match.sure for match in matches] == ["high"]


def test_a_real_photo_is_found_under_words_in_a_dark_and_cropped_copy() -> None:
    # Grace Hopper by James S. Davis, United States Navy: in the public domain.
    photo = Image.open(Path(__file__).with_name("grace_hopper.jpg"))
    index = filled({"photo": fingerprint(as_sent(photo)), "other": fingerprint(as_sent(scene(1)))})
    cropped, written = EDITS["cropped by a quarter"][0], EDITS["written upon"][0]
    for edit in (EDITS["sepia, dark corners"][0], lambda image: written(cropped(image))):
        found = index.search(fingerprint(as_sent(edit(photo.convert("RGB")))))
        assert [match.key for match in found] == ["photo"]


def test_a_soft_photo_is_found_under_lines_of_words() -> None:
    """Letters on half of it have more contrast than all the rest: they may not be all that is seen
    of it."""
    soft = [
        ImageEnhance.Contrast(scene(n).filter(ImageFilter.GaussianBlur(12))).enhance(0.5)
        for n in range(STORED)
    ]
    index = filled({f"photo {n}": fingerprint(as_sent(photo)) for n, photo in enumerate(soft)})
    for number, photo in enumerate(soft):
        written = photo.copy()
        for top in range(8, photo.height // 2, 36):
            text = "Жаттығу 20.11 Менің жетістігім Алматы " * 2
            ImageDraw.Draw(written).text(
                (8, top), text, "white", stroke_fill="black", stroke_width=2, font_size=28
            )
        found = index.search(fingerprint(as_sent(written)))
        assert [match.key for match in found] == [f"photo {number}"]


def test_the_side_on_which_most_fits_is_told_of_a_picture_that_mirrors_itself() -> None:
    half = scene(3).crop((0, 0, 480, 720))
    whole = Image.new("RGB", (960, 720))
    whole.paste(half, (0, 0))
    whole.paste(ImageOps.mirror(half), (480, 0))
    whole.paste(scene(4).resize((240, 240)), (60, 60))
    (match,) = filled({"photo": fingerprint(as_sent(whole))}).search(
        fingerprint(as_sent(EDITS["written upon"][0](whole)))
    )
    assert "mirrored" not in match.edits


def test_photos_of_other_places_are_left_alone(index: PhotoIndex) -> None:
    near = [f"photo {number}" for number in range(STORED)]
    for number in range(100, 110):
        assert index.search(fingerprint(as_sent(scene(number))), near=near) == []


@pytest.mark.parametrize("aside", [12, 24, -40])
def test_another_shot_of_the_same_place_is_left_alone(index: PhotoIndex, aside: int) -> None:
    near = [f"photo {number}" for number in range(STORED)]
    for number in range(STORED):
        other = fingerprint(as_sent(scene(number, aside, moved=True)))
        assert index.search(other, near=near) == []


def test_few_points_count_only_where_nearly_all_agrees() -> None:
    """Strangers with little texture: a few points fit by chance, and there is little to differ."""
    whole = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))

    def is_near(points: int, share: float) -> bool:
        found = Agreement(0.968, 0.93, share, 95, points, 0.0, 1.0, 1.0, np.eye(3), mirrored=False)
        return _NEAR.met(found, whole, whole)

    assert not is_near(9, 0.39)
    assert is_near(9, 0.9)
    assert is_near(10, 0.39)


def test_the_part_that_both_show_is_told(index: PhotoIndex) -> None:
    photo = scene(1)
    width, height = photo.size
    cut = ImageOps.mirror(photo.crop((width // 4, 0, width, height // 2)))
    (match,) = index.search(fingerprint(as_sent(cut)))
    assert_area(match.area, (0, 0, 1, 1))
    assert_area(match.other_area, (0.25, 0, 1, 0.5))


def assert_area(area: tuple[tuple[float, float], ...], box: tuple[float, ...]) -> None:
    assert len(area) >= 4
    xs, ys = zip(*area, strict=True)
    assert (min(xs), min(ys), max(xs), max(ys)) == pytest.approx(box, abs=0.03)


def test_the_one_it_is_most_like_comes_first(prints: dict[str, PhotoFingerprint]) -> None:
    index = filled(prints)
    edit, _ = EDITS["written upon"]
    index.add("written upon", fingerprint(as_sent(edit(scene(0)))))
    again = index.search(fingerprint(as_sent(edit(scene(0)), 80)))
    assert [match.key for match in again] == ["written upon", "photo 0"]
    assert again[0].score > again[1].score


def test_what_is_removed_replaced_or_left_out_is_not_found(
    prints: dict[str, PhotoFingerprint],
) -> None:
    index = filled(prints)
    assert index.search(prints["photo 3"], but=["photo 3"]) == []
    index.add("photo 3", prints["photo 4"])
    assert index.search(prints["photo 3"]) == []
    assert {match.key for match in index.search(prints["photo 4"])} == {"photo 3", "photo 4"}
    index.remove("photo 4")
    index.remove("photo 4")
    assert [match.key for match in index.search(prints["photo 4"])] == ["photo 3"]
    assert "photo 4" not in index
    assert len(index) == STORED - 1


def test_adding_many_at_once_is_the_same_as_one_by_one(
    prints: dict[str, PhotoFingerprint], index: PhotoIndex
) -> None:
    asked: list[str] = []

    def fetch(keys: list[str]) -> dict[str, bytes]:
        asked.extend(keys)
        return {key: prints[key].details for key in keys if key != "photo 5"}

    many = PhotoIndex(fetch=lambda keys: fetch(list(keys)))
    many.add_codes([(key, print_.codes) for key, print_ in prints.items()])
    for key, print_ in prints.items():
        found = many.search(print_)
        # One whose details are gone meanwhile is no match.
        assert found == ([] if key == "photo 5" else index.search(print_))
        assert key in asked


def test_the_order_of_adding_does_not_matter(prints: dict[str, PhotoFingerprint]) -> None:
    keys = list(prints) * 3
    random.Random(7).shuffle(keys)
    shuffled = filled({key: prints[key] for key in keys})
    for print_ in prints.values():
        assert shuffled.search(print_) == filled(prints).search(print_)


@pytest.mark.parametrize("turn", [None, *Image.Transpose])
def test_plain_photos_are_found_as_wholes(turn: Image.Transpose | None) -> None:
    """A sky has nothing to hold on to, and is sent again all the same."""
    sky = plain(5)
    index = PhotoIndex()
    for number in range(5, 9):
        index.add(str(number), fingerprint(as_sent(plain(number))))
    again = sky.transpose(turn) if turn is not None else sky
    assert [match.key for match in index.search(fingerprint(as_sent(again, 60)))] == ["5"]


def plain(seed: int) -> Image.Image:
    tones = np.random.default_rng(seed).integers(60, 200, (4, 5), dtype=np.uint8)
    return Image.fromarray(tones).resize((960, 720), Image.Resampling.BICUBIC).convert("RGB")


@pytest.mark.parametrize("colour", ["white", "black", "red"])
def test_empty_pictures_match_nothing(index: PhotoIndex, colour: str) -> None:
    empty = fingerprint(as_sent(Image.new("RGB", (640, 480), colour)))
    assert index.search(empty) == []
    both = PhotoIndex()
    both.add("empty", empty)
    assert both.search(empty) == []  # that the file is the same is found by its checksum


def test_small_and_long_pictures_have_fingerprints() -> None:
    for size in [(1, 1), (2, 900), (3000, 3), (40, 40)]:
        made = fingerprint_of(scene(0).resize(size))
        assert PhotoFingerprint.from_bytes(made.to_bytes()) == made


def test_what_is_no_picture_has_none() -> None:
    for data in (b"", b"not a picture", as_sent(scene(0))[:300]):
        with pytest.raises(UnreadablePhoto):
            fingerprint(data)


def test_a_fingerprint_is_kept_and_read_again(prints: dict[str, PhotoFingerprint]) -> None:
    for print_ in prints.values():
        packed = print_.to_bytes()
        assert PhotoFingerprint.from_bytes(packed) == print_
        assert len(print_.codes) <= 648
        assert len(packed) < 30_000


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_broken_fingerprint_is_refused_or_harmless(
    prints: dict[str, PhotoFingerprint], index: PhotoIndex, data: st.DataObject
) -> None:
    packed = bytearray(prints["photo 0"].to_bytes())
    cut = data.draw(st.integers(0, len(packed)))
    at = data.draw(st.integers(0, len(packed) - 1))
    packed[at] = data.draw(st.integers(0, 255))
    for broken in (bytes(packed[:cut]), bytes(packed)):
        try:
            made = PhotoFingerprint.from_bytes(broken)
        except ValueError:
            continue
        assert {match.key for match in index.search(made)} <= {"photo 0"}


def test_a_mirrored_code_is_that_of_the_mirrored_picture() -> None:
    """Up to points that lie on an edge of what is found."""
    grey = np.asarray(scene(3).convert("L").resize((240, 180)))
    told = features_of(grey).mirrored(240)
    seen = features_of(np.ascontiguousarray(grey[:, ::-1]))
    apart = np.bitwise_count(told.codes[:, None] ^ seen.codes[None, :]).min(axis=1)
    assert (apart <= 8).mean() > 0.8


def test_a_word_and_its_likely_ones_differ_in_the_doubtful_bits_only() -> None:
    found = features_of(np.asarray(scene(3).convert("L").resize((240, 180))))
    likely = likely_words(found)
    assert likely.shape == (len(found), 16)
    assert (likely[:, 0] == words(found.codes)).all()
    for row, bits in zip(likely, found.doubtful, strict=True):
        assert len(set(row.tolist())) == 16
        allowed = sum(1 << int(bit) for bit in bits)
        assert all(int(word ^ row[0]) & ~allowed == 0 for word in row)


@pytest.mark.parametrize("side", [60, 60_000])
def test_a_stored_one_that_was_made_to_harm_is_left_out(
    prints: dict[str, PhotoFingerprint], side: int
) -> None:
    """Cut off, or with a picture that claims to be far too large."""
    whole = prints["photo 1"]
    details = whole.details[:side] if side < 100 else claiming(whole.details, side, side)
    harmful = PhotoFingerprint(whole.codes, details)
    made = filled({"whole": whole, "harmful": harmful})
    assert [match.key for match in made.search(whole)] == ["whole"]
    with pytest.raises(ValueError, match="broken"):
        made.search(harmful)
