"""Cards of staff and of centres, and documents: filled in, shown, sent (programme.md §7.11)."""
