"""A small Telegram on this machine, for any bot: a strict Bot API, and a page with phones.

It knows nothing of this project's bot, which speaks to it as to Telegram (README.md).
"""
