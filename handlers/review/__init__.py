"""The review: a notice, one tap, and the next entry in its place."""
