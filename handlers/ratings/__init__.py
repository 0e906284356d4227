"""Ratings in words, as a picture and as a table to keep."""
