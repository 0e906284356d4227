"""Disputes: a decision put to an arbiter, and those that wait for one."""
