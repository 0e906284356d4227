"""A decision is disputed, the arbiter answers; the list of those that wait."""
