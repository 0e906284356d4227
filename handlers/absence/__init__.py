"""A participant reports an absence; the mentor reads of it and answers."""
