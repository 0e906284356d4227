"""Mentoring: a mentor's participants, their marks and extra tasks, and who is given to whom."""
