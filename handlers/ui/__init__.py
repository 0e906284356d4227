"""How things are shown: context, messages, windows, taps, navigation. Nothing of one subject."""
