"""Photos of what participants do, drawn; no two of a scene are alike."""

import random
from collections.abc import Callable
from functools import partial

from demo.canvas import Canvas
from demo.indoors import book, easel, laptop, ornament, portrait, strings, table_game
from demo.outdoors import camp, greenhouse, mountains, pitch, saplings, shelter, track
from demo.things import dombra, guitar

SCENES: dict[str, Callable[[Canvas], None]] = {
    "track": track,
    "pitch": pitch,
    "dombra": partial(strings, instrument=dombra),
    "guitar": partial(strings, instrument=guitar),
    "easel": easel,
    "laptop": laptop,
    "book": book,
    "mountains": mountains,
    "camp": camp,
    "saplings": saplings,
    "shelter": shelter,
    "table_game": table_game,
    "ornament": ornament,
    "greenhouse": greenhouse,
    "girl": partial(portrait, long=True),
    "boy": partial(portrait, long=False),
}


def photo(scene: str, number: int) -> bytes:
    """A JPEG of a scene (a name in `SCENES`); the same number draws the same photo."""
    canvas = Canvas(random.Random(f"{scene} {number}"))
    SCENES[scene](canvas)
    return canvas.develop()
