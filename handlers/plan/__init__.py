"""The plan: the participant's own view, and the mentor making it with them."""
