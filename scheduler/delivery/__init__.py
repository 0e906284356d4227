"""Delivery: what the outbox owes goes out, in order, at Telegram's pace."""
