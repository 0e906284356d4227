"""Reminders: terms, the week's hour, silence, what is undecided; each told once."""
