"""The individual plan of a level: agreed by participant and mentor, its versions and defaults."""
