"""What a person typed, as it is kept."""

import unicodedata


def tidied(words: str | None) -> str:
    """Without spaces around it and what a database cannot keep; empty if nothing of it is seen.

    Marks of direction and joints alone are no words: who is to read them sees none.
    """
    text = (words or "").replace("\0", "").strip()
    seen = any(unicodedata.category(sign)[0] in "LNPS" for sign in text)
    return text if seen else ""
