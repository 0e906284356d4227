"""One's own card: what is known of a person, their way, a copy, the end."""
