"""Findings on a card beside each other, verdicts on them, the overview for experts."""
