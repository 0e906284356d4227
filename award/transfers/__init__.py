"""A participant goes to another mentor or centre, with all that there is of them (§7.8)."""
