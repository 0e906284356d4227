"""Own journals of mentor, expert and coordinator: dated notes on participants (§7.10)."""
