"""A mentor's participants, marks, tasks; the head gives out applications."""
