"""Findings: what looks reused, for mentor and expert to judge."""
