"""Ceremonies: made and run by staff, answered by winners, the door."""
