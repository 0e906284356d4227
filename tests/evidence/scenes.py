"""Photos of places that do not exist, and what people do to photos to send them again."""

import random
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

WIDTH, HEIGHT = 960, 720


def scene(seed: int, aside: int = 0, *, moved: bool = False) -> Image.Image:
    """A place with a ground, things behind and things in front, by number.

    `aside`: another shot, from some pixels to the side: the nearer a thing, the more it shifts.
    `moved`: what stands in front has been moved meanwhile, as people do.
    """
    return _drawn(seed, aside, moved).copy()


@lru_cache(maxsize=40)
def _drawn(seed: int, aside: int, moved: bool) -> Image.Image:
    image = _ground(seed)
    chance = random.Random(seed)
    for layer in range(3):
        shift = aside * (layer + 1) // 2
        for _ in range(14):
            _thing(image, chance, 40 + 50 * layer, shift)
    chance = random.Random(seed + 1000 * moved)
    for _ in range(8):
        _thing(image, chance, 170, aside * 3)
    return image


def _ground(seed: int) -> Image.Image:
    grain = np.random.default_rng(seed)
    tones = np.zeros((HEIGHT, WIDTH, 3), np.float32)
    for cells in (4, 12, 40, 120):
        small = grain.integers(0, 256, (cells * 3 // 4, cells, 3), dtype=np.uint8)
        larger = Image.fromarray(small).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
        tones += (np.asarray(larger, np.float32) - 128) * (2.2 / cells**0.4)
    return Image.fromarray(np.clip(tones + 128, 0, 255).astype(np.uint8))


def _thing(image: Image.Image, chance: random.Random, size: int, shift: int) -> None:
    draw = ImageDraw.Draw(image)
    x, y = chance.randrange(WIDTH) + shift, chance.randrange(HEIGHT)
    colours = [tuple(chance.randrange(256) for _ in range(3)) for _ in range(2)]
    corners = [(x + chance.randint(-size, size), y + chance.randint(-size, size)) for _ in range(5)]
    draw.polygon(corners, fill=colours[0], outline=colours[1], width=3)
    for at, _ in enumerate(corners):
        left, top = x + 12 * at - 24, y + chance.randint(-size // 2, size // 2)
        draw.ellipse((left, top, left + size // 5, top + size // 6), fill=colours[1])


def as_sent(image: Image.Image, quality: int = 87) -> bytes:
    """What Telegram makes of a photo: a JPEG of at most 1280 pixels."""
    image = image.convert("RGB")
    image.thumbnail((1280, 1280))
    into = BytesIO()
    image.save(into, "JPEG", quality=quality)
    return into.getvalue()


def _cropped(part: float, at: float) -> Callable[[Image.Image], Image.Image]:
    def edit(image: Image.Image) -> Image.Image:
        width, height = image.size
        left, top = int(width * part * at), int(height * part * (1 - at))
        box = (left, top, left + int(width * (1 - part)), top + int(height * (1 - part)))
        return image.crop(box)

    return edit


def _written_upon(image: Image.Image) -> Image.Image:
    image = image.copy()
    draw = ImageDraw.Draw(image)
    width, height = image.size
    draw.rectangle((0, height * 0.8, width, height * 0.92), fill="yellow")
    draw.text((width * 0.1, height * 0.82), "Жаттығу 20.11", fill="black", font_size=48)
    return image


def _as_screenshot(image: Image.Image) -> Image.Image:
    page = Image.new("RGB", (1080, 1920), (245, 245, 250))
    smaller = image.resize((1080, 1080 * image.height // image.width))
    page.paste(smaller, (0, 500))
    ImageDraw.Draw(page).text((60, 120), "21:05  Галерея", fill="black", font_size=40)
    return page


def _tilted(image: Image.Image) -> Image.Image:
    width, height = image.size
    turned = image.rotate(7, resample=Image.Resampling.BICUBIC)
    return turned.crop((width // 8, height // 8, width * 7 // 8, height * 7 // 8))


def _aslant(image: Image.Image) -> Image.Image:
    width, height = image.size
    corners = (0, height * 0.06, width * 0.03, height, width, height * 0.95, width * 0.93, 0)
    return image.transform(
        image.size, Image.Transform.QUAD, corners, resample=Image.Resampling.BICUBIC
    )


def _noisy(image: Image.Image) -> Image.Image:
    grain = np.random.default_rng(1).normal(0, 12, (image.height, image.width, 1))
    return Image.fromarray(np.clip(np.asarray(image) + grain, 0, 255).astype(np.uint8))


def _dark_in_the_corners(image: Image.Image) -> Image.Image:
    """Sepia, and a third of the light in the corners."""
    toned = ImageOps.colorize(ImageOps.grayscale(image), (30, 15, 0), (255, 240, 200))
    y, x = np.indices((image.height, image.width))
    away = np.hypot(x / image.width - 0.5, y / image.height - 0.5) * np.sqrt(2)
    light = 1 - 0.67 * away[..., None] ** 2
    return Image.fromarray((np.asarray(toned) * light).astype(np.uint8))


# By what is to be said of it: each edit, and the codes that must be among those told.
EDITS: dict[str, tuple[Callable[[Image.Image], Image.Image], set[str]]] = {
    "sent again": (lambda image: image, {"same"}),
    "a third of its size": (lambda image: image.resize((320, 240)), set()),
    "as small as a stamp": (lambda image: image.resize((200, 150)), set()),
    "saved roughly": (lambda image: Image.open(BytesIO(as_sent(image, 25))), {"same"}),
    "grey": (lambda image: ImageOps.grayscale(image).convert("RGB"), {"recoloured"}),
    "brighter": (lambda image: ImageEnhance.Brightness(image).enhance(1.35), set()),
    "sepia, dark corners": (_dark_in_the_corners, {"recoloured"}),
    "paler": (lambda image: ImageEnhance.Contrast(image).enhance(0.6), {"recoloured"}),
    "blurred": (lambda image: image.filter(ImageFilter.GaussianBlur(6)), {"blurred"}),
    "noisy": (_noisy, set()),
    "written upon": (_written_upon, {"covered"}),
    "framed": (lambda image: ImageOps.expand(image, 60, "white"), {"framed"}),
    "screenshot": (_as_screenshot, {"framed"}),
    "cropped by a quarter": (_cropped(0.25, 0.3), {"cropped"}),
    "cropped by two fifths": (_cropped(0.4, 0.6), {"cropped"}),
    "mirrored": (ImageOps.mirror, {"mirrored"}),
    "upside down": (ImageOps.flip, {"mirrored", "turned"}),
    "turned": (lambda image: image.rotate(90, expand=True), {"turned"}),
    "tilted": (_tilted, {"tilted", "cropped"}),
    "aslant": (_aslant, {"tilted"}),
    "mirrored, cropped, brighter": (
        lambda image: ImageEnhance.Brightness(_cropped(0.2, 0.5)(ImageOps.mirror(image))).enhance(
            1.2
        ),
        {"mirrored", "cropped"},
    ),
}
