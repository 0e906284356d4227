"""Points and trophies for reaching goals: olzha (programme.md §8.4)."""
