"""The progress picture's time, beside encoding a blank picture of the same size."""


def measure() -> None: ...
