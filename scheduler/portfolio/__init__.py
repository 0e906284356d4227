"""Portfolios: pictures fetched and made anew behind the wall, pages set beside the bot, sent."""
