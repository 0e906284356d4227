"""Registration: the application, what is chosen and told in it."""
