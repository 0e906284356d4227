"""Ratings: how far everybody is, counted for all at once; places, staff's tables, public names."""
