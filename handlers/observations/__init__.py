"""Own journals of mentor, expert and coordinator: reading and writing notes (§7.10)."""
