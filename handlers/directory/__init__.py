"""Lists of everybody within a reader's scope, and whoever is looked for."""
