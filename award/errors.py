"""What a person can do wrong. Each error names the Fluent message that tells what to do instead."""

from typing import Any


class Refusal(Exception):
    """A request that the rules refuse; `key` and `args` are a Fluent message and its values."""

    key = "refused"

    def __init__(self, key: str | None = None, **args: Any) -> None:
        self.key = key or self.key
        self.details = args
        super().__init__(self.key)


class NotAllowed(Refusal):
    """The thing is outside the acting person's scope. Whether it exists is not told either."""

    key = "refused-not-allowed"


class NotFound(NotAllowed):
    """There is no such thing; answered in the same words as one out of scope."""


class TooLate(Refusal):
    """The thing has moved on: decided, sent, withdrawn or replaced meanwhile."""

    key = "refused-too-late"
