"""What is sent becomes a draft on a card, then an entry; the list of own entries."""
