"""Importing it reads all that a bot reads when it starts: its code, texts, programme."""

# ruff: noqa: F401, I001 - the libraries first
import tests.libraries
import bot.run
from award.programme import load
from bot.settings import SHIPPED_PROGRAMME
from handlers import conversations
from locales import LANGUAGES, texts

conversations()
load(SHIPPED_PROGRAMME)
for language in LANGUAGES:
    texts(language)
