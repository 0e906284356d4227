"""Importing it reads all that a bot reads when it starts: its code and its texts."""

import bot.run  # noqa: F401
from handlers import conversations
from locales import LANGUAGES, texts

conversations()
for language in LANGUAGES:
    texts(language)
