"""Assemble and run: settings, command line, dispatcher, middlewares, clock."""

from bot.lean import import_aiogram

import_aiogram()
