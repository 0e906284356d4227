"""Everybody within a reader's scope, from the regions down to one participant (programme.md §7)."""
