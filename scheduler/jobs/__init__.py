"""Jobs: what the calendar asks for, each moment once."""
