"""Certificates: the holder’s own, the operator’s desk, and verification by anyone."""
