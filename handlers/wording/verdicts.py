"""A mentor's verdict in words: the reason, and the note that came with it."""

from markupsafe import Markup

from handlers.ui.shown import TEXT_LIMIT, quoted
from locales import Texts
from storage.tables import Review


def whole_note(words: str) -> list[Markup]:
    """A long note in as many messages as it takes."""
    step = TEXT_LIMIT - 600
    pieces = [words[at : at + step] for at in range(0, len(words), step)]
    return [quoted(piece, limit=step) for piece in pieces if piece.strip()]


def verdict_words(review: Review, say: Texts, limit: int = 1000) -> list[Markup]:
    """Why it was decided so: the usual reason as a sentence, the mentor's own words as a quote."""
    said = []
    if review.reason and say.has(f"review-reason-{review.reason}"):
        said.append(say(f"review-reason-{review.reason}"))
    if review.comment:
        said.append(quoted(review.comment, limit))
    return said
