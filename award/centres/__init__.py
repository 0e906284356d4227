"""Centres: what they offer, applications of new ones, and how one is opened."""
