"""The review: entries that wait, a mentor's decisions, and what to look at closely."""
