"""The portfolio: one participant's way as a PDF, the photos in it, and the record of hours."""
