"""Commissions: who sits in them, what they see of candidates, how they mark, vote and decide."""
