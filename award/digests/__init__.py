"""Digests: the programme's numbers of a week, counted once for all and added up a reader."""
