"""Consent: the agreement that is signed, and the legal representatives who sign for minors."""
