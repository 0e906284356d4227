"""A participant goes to another mentor or centre: asking for it, agreeing, pulling (§7.8)."""
