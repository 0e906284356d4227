"""Points and trophies as people see them: the shelf, and the message that one is won."""
