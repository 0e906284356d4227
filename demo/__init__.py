"""What a new sandbox begins with."""
