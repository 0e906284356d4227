"""What no journey meant: unexpected content, groups, replayed updates, errors."""
