"""Messages: broadcasts, what people wish to get, quiet hours, who cannot be reached."""
