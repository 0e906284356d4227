"""A participant's absence: weeks that are excused, pauses, and what their mentor sees of them."""
