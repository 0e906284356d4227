"""Broadcasts, wishes on messages, people who cannot be reached."""
