"""The mentor's closing note on a complete level, and what the centre's head says to it (§8)."""
