"""The menu, the first minute, the help."""
