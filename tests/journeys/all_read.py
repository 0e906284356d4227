"""Importing it reads all that a bot reads when it starts: its code and its texts."""

# ruff: noqa: F401, I001 - the libraries first
import tests.libraries
import bot.run
from handlers import conversations
from locales import LANGUAGES, texts

conversations()
for language in LANGUAGES:
    texts(language)
