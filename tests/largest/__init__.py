"""Everything as large as it may be, and every screen tapped at that."""
