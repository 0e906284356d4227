"""Interviews of candidates: times offered and chosen, reminders, who came (§8.9)."""
