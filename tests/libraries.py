"""Tests have the libraries as the bot has them: leanly, or as they come where PLAIN_LIBRARIES says.

Imported before anything that imports aiogram.
"""

from bot.lazy_aiogram import import_aiogram
from bot.settings import Settings

PLAIN = Settings(_env_file=None).plain_libraries
if not PLAIN:
    import_aiogram()
