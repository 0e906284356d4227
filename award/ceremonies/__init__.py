"""Ceremonies: made and changed, winners invited and answering, the door, the badge handed over."""
