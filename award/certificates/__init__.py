"""Certificates (куәлік): numbered and issued with the decision, printed, verified by anyone."""
