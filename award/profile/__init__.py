"""A person's own profile: the way through a level, a copy of their data, erasure."""
