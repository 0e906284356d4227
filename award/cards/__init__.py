"""Cards of staff and of centres, and copies of papers: who fills them in, who sees what (§7.11)."""
