"""A complete level on its way to the badge: where it stands, and who may not decide on it."""
