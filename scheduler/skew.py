"""How far clocks may differ, of machines that share a database.

What was written down later than now and this much is from a clock that was wrong: it does not
count, or nothing of it would move until that time comes.
"""

from datetime import timedelta

# Each is right to two minutes (bot/clock.py).
SKEW = timedelta(minutes=5)
