"""What the service says: Fluent texts in Kazakh, Russian and English."""

from locales.texts import LANGUAGES, Texts, problems, texts

__all__ = ["LANGUAGES", "Texts", "problems", "texts"]
