"""Talk: the programme's data, as the operator sets it (programme.md §7.9)."""
