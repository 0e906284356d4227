"""Whoever offers a new centre fills in a form; the operator decides on a card."""
