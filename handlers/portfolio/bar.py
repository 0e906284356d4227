"""How far a portfolio is, on one message from the tap that asks to the file that ends it."""

from markupsafe import Markup

from handlers.ui.navigation import menu_button
from handlers.ui.shown import Shown
from locales import Texts

WIDTH = 12  # signs


def bar(say: Texts, done: int, of: int) -> Shown:
    """So many of the pictures are there; then the pages are set."""
    if done >= of:
        return Shown(say("portfolio-setting"))
    full = WIDTH * done // of
    drawn = "▓" * full + "░" * (WIDTH - full)
    words = say("portfolio-fetching", done=done, pictures=of)
    return Shown(Markup("\n").join([words, Markup(drawn)]))


def waits(say: Texts) -> Shown:
    """Telegram does not answer; nobody has to ask again."""
    return Shown(say("portfolio-waits"))


def failed(say: Texts) -> Shown:
    return Shown(say("portfolio-failed"), (), [[menu_button(say)]])
