"""Start-up time and memory of the sandbox with the demo programme."""


def measure() -> None: ...
