"""The progress picture's time, beside encoding a blank picture of the same size."""

import time
from collections.abc import Callable
from io import BytesIO
from statistics import median

from PIL import Image

from award.calendar import DAY, WEEK
from award.programme import load
from bot.settings import SHIPPED_PROGRAMME
from handlers.progress.picture import draw
from locales import texts
from tests.handlers.progress.test_picture import MONDAY, so_far

MOST = 200  # ms
TIMES = 9
KEPT = 20  # weeks that the participant has behind them


def measure() -> None:
    """A bronze and a gold participant in seven directions, and a blank sheet by turns."""
    programme, say = load(SHIPPED_PROGRAMME), texts("kk")
    for code in ("bronze", "gold"):
        level = programme.level(code)
        found = so_far(programme, months=level.months, kept=KEPT)
        today = MONDAY + WEEK * KEPT + DAY

        def drawn() -> bytes:
            return draw(found, programme, say, name="Айгерім Қасым", level=level, today=today)  # noqa: B023

        size = Image.open(BytesIO(drawn())).size
        times = [(_ms(drawn), _ms(lambda: _blank(size))) for _ in range(TIMES)]  # noqa: B023
        ours, blank = (median(each) for each in zip(*times, strict=True))
        print(
            f"progress picture, {code}: {ours:.0f} ms (< {MOST} ms),"
            f" a blank one of {size[0]} × {size[1]} {blank:.0f} ms"
        )


def _blank(size: tuple[int, int]) -> bytes:
    png = BytesIO()
    Image.new("RGB", size, "white").save(png, "PNG")
    return png.getvalue()


def _ms(run: Callable[[], bytes]) -> float:
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000
