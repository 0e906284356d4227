"""Retention: for how long what is known of people is kept, and what erasing it means."""
