"""Progress in words and as a picture."""
