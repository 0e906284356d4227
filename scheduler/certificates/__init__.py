"""Certificates: printed beside the event loop, sealed, joined into one file."""
