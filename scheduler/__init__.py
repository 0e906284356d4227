"""Remind: the delivery of all that is owed, what the clock does, files looked at and compared."""
